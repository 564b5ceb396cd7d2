//! One event for each fracture: what belongs to an earlier one, and what is a record of it again.
//!
//! - A record of a site within the washout of the last record of that site is the same fracture, unless its code states
//!   another cause (stress, a tumour, another disease, a prosthesis), or the codes of both state a side and a first
//!   encounter, and the sides differ. Records of a later encounter make no washout longer.
//! - A record of osteoporosis with fracture and nothing more, within the washout of the last record of a site, or of the
//!   last record like itself, is that event again. Within [`SITELESS_SAME_DAYS`] of its day it says that the force was
//!   low; nothing else that is recorded with it bears on the event. It does not make the washout of the site longer:
//!   such codes are repeated for years, and a new fracture that names its site must not vanish behind them. Among
//!   themselves they do, so that they are one event for as long as they are repeated.
//! - The other way round, the site of an event that named none is taken from an injury recorded within
//!   [`SITELESS_SAME_DAYS`] of its first day, or from a record of the spine, or one that may itself be repeated, within
//!   the washout of that day. A limb that breaks later is an event.
//! - An act belongs to the event of its site whose washout it is in, and takes the diagnosis that follows.
//!
//! The levels of a spine are not told apart, nor left and right where a code does not state them.

use jiff::civil::Date;

use crate::fls::event::CountedBecause;

use super::group::Group;
use super::place::{is_spine, may_be_same};
use super::population::SITELESS_SAME_DAYS;
use super::row::Row;
use super::spot::Spot;

/// One event to be judged.
#[derive(Clone, Debug)]
pub(super) struct Case<'r> {
    /// The records that make it: of its day or encounter, and those that gave it a site.
    pub(super) group: Group<'r>,
    /// Later records of it, which say nothing of how it came about.
    pub(super) again: Vec<Row<'r>>,
    /// Whether one of these, soon after its day, calls it a fracture of osteoporosis.
    pub(super) called_osteoporotic: bool,
    /// Whether the same bone broke of a tumour or of another disease within the washout before.
    pub(super) of_diseased_bone: bool,
    /// What of it is a record of an earlier fracture.
    pub(super) washed: Vec<Spot>,
    /// Why it is out before anybody asks for age and site.
    pub(super) out: Option<CountedBecause>,
}

impl<'r> Case<'r> {
    const fn new(group: Group<'r>, out: Option<CountedBecause>) -> Self {
        Self {
            group,
            again: Vec::new(),
            called_osteoporotic: false,
            of_diseased_bone: false,
            washed: Vec::new(),
            out,
        }
    }
}

/// The records of one spot so far.
#[derive(Clone, Copy)]
struct Seen {
    spot: Spot,
    last: Date,
    case: usize,
    /// Whether only acts speak of it.
    only_acts: bool,
}

/// The events so far.
struct Course<'r> {
    cases: Vec<Case<'r>>,
    seen: Vec<Seen>,
    washout_days: u32,
}

/// The events among groups that are in the order of their days. `out` says which groups are none of a new fracture,
/// for reasons of their own.
pub(super) fn cases<'r>(
    groups: Vec<Group<'r>>,
    washout_days: u32,
    out: impl Fn(&Group<'r>) -> Option<CountedBecause>,
) -> Vec<Case<'r>> {
    let mut course = Course { cases: Vec::new(), seen: Vec::new(), washout_days };
    for group in groups {
        let out = out(&group);
        match group.on().day() {
            Some(day) if out.is_none() => course.add(group, day),
            // What is none of a new fracture hides none either.
            _ => course.cases.push(Case::new(group, out)),
        }
    }
    course.cases
}

impl<'r> Course<'r> {
    fn add(&mut self, group: Group<'r>, day: Date) {
        let spots = group.spots();
        let only_acts = group.only_acts();
        if only_acts || group.is_siteless_osteoporotic() {
            let case = self.before(day, &spots, only_acts);
            match case.and_then(|case| self.cases.get_mut(case)) {
                // A diagnosis says of an act what it was for.
                Some(case) if !only_acts && case.group.only_acts() => case.group.rows.extend(group.rows),
                Some(case) => {
                    let soon = case.group.on().day() >= Some(days_before(day, SITELESS_SAME_DAYS));
                    case.called_osteoporotic |= soon && !only_acts;
                    case.again.extend(group.rows);
                }
                None => self.cases.push(Case::new(group, None)),
            }
            if !only_acts || case.is_none() {
                let case = case.unwrap_or(self.cases.len().saturating_sub(1));
                self.note(&spots, |spot| Seen { spot, last: day, case, only_acts });
            }
            return;
        }
        let oldest = self.oldest(day);
        let repeats =
            |seen: &Seen, spot: Spot| seen.last >= oldest && !seen.only_acts && seen.spot.may_be(spot);
        let is_washed = |spot: Spot| self.seen.iter().any(|seen| repeats(seen, spot));
        let washed: Vec<Spot> = spots.iter().copied().filter(|&spot| is_washed(spot)).collect();
        for seen in &mut self.seen {
            if washed.iter().any(|&spot| repeats(seen, spot)) {
                seen.last = day;
            }
        }
        if !spots.is_empty() && washed.len() == spots.len() {
            self.cases.push(Case::new(group, Some(CountedBecause::Washout)));
            return;
        }
        let named = if washed.is_empty() { self.without_site(day, &group, &spots) } else { None };
        let case = named.unwrap_or(self.cases.len());
        let is_disease =
            |seen: &Seen| seen.last >= oldest && spots.iter().any(|&spot| seen.spot.is_disease_of(spot));
        let of_diseased_bone = self.seen.iter().any(is_disease);
        match named.and_then(|case| self.cases.get_mut(case)) {
            Some(earlier) => {
                earlier.group.rows.extend(group.rows);
                earlier.of_diseased_bone |= of_diseased_bone;
            }
            None => {
                let washed = washed.clone();
                self.cases.push(Case { washed, of_diseased_bone, ..Case::new(group, None) });
            }
        }
        let new: Vec<Spot> = spots.into_iter().filter(|spot| !washed.contains(spot)).collect();
        self.note(&new, |spot| Seen { spot, last: day, case, only_acts: false });
    }

    /// The first day whose records are recent.
    fn oldest(&self, day: Date) -> Date {
        days_before(day, self.washout_days)
    }

    /// The event that an act, or a record of osteoporosis with fracture and nothing more, belongs to.
    fn before(&self, day: Date, spots: &[Spot], only_acts: bool) -> Option<usize> {
        let oldest = self.oldest(day);
        let fits = |seen: &&Seen| {
            let siteless = seen.spot.is_siteless_osteoporotic();
            seen.last >= oldest
                && if only_acts {
                    siteless || spots.iter().any(|spot| may_be_same(spot.site, seen.spot.site))
                } else {
                    siteless || seen.spot.may_be_osteoporotic()
                }
        };
        self.seen
            .iter()
            .filter(fits)
            .max_by_key(|seen| (seen.spot.has_site(), seen.last))
            .map(|seen| seen.case)
    }

    /// The event without a site, or of acts alone, that a record with a site speaks of.
    fn without_site(&self, day: Date, group: &Group<'r>, spots: &[Spot]) -> Option<usize> {
        let repeated = group.usable().all(Row::is_prevalent) || spots.iter().all(|spot| is_spine(spot.site));
        let days = if repeated { self.washout_days } else { SITELESS_SAME_DAYS };
        let (oldest, first) = (self.oldest(day), days_before(day, days));
        let takes = |seen: &&Seen| {
            let Some(case) = self.cases.get(seen.case) else { return false };
            if seen.only_acts {
                let act = |spot: &Spot| may_be_same(spot.site, seen.spot.site);
                return seen.last >= oldest && case.group.only_acts() && spots.iter().any(act);
            }
            seen.spot.is_siteless_osteoporotic()
                && spots.iter().any(|spot| spot.may_be_osteoporotic())
                && case.group.on().day().is_some_and(|day| day >= first)
                && case.group.is_siteless_osteoporotic()
        };
        self.seen.iter().filter(takes).max_by_key(|seen| seen.last).map(|seen| seen.case)
    }

    /// The last record of a spot is the one that counts.
    fn note(&mut self, spots: &[Spot], seen: impl Fn(Spot) -> Seen) {
        for &spot in spots {
            match self.seen.iter_mut().find(|seen| seen.spot == spot) {
                Some(earlier) => *earlier = seen(spot),
                None => self.seen.push(seen(spot)),
            }
        }
    }
}

fn days_before(day: Date, days: u32) -> Date {
    let span = jiff::Span::new().try_days(i64::from(days));
    span.and_then(|span| day.checked_sub(span)).unwrap_or(Date::MIN)
}
