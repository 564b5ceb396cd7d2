//! One event for each fracture: what belongs to an earlier one, and what is a record of it again.
//!
//! - A record of a site within the washout of the last record of that site is the same fracture.
//! - A record of no site (osteoporosis with fracture, nothing more), or an act, within the washout of an event belongs
//!   to that event. It does not make the washout longer: such codes are repeated for years, and a new fracture that
//!   names its site must not vanish behind them.
//! - The other way round, the site of an event that named none is taken from a later record of the spine, or of one
//!   that may itself be repeated; a limb that was injured breaks on the day on which it is recorded, and is an event.
//!
//! Left and right, and the levels of a spine, are not told apart: most codes do not say them.

use jiff::civil::Date;

use crate::document::FractureSite;
use crate::fls::event::CountedBecause;

use super::group::Group;
use super::place::{is_spine, may_be_same};
use super::row::Row;

/// One event to be judged.
#[derive(Clone, Debug)]
pub(super) struct Case<'r> {
    pub(super) group: Group<'r>,
    /// Sites of it that are records of an earlier fracture.
    pub(super) washed: Vec<FractureSite>,
    /// Why it is out before anybody asks for age and site.
    pub(super) out: Option<CountedBecause>,
}

/// The records of one place so far.
struct Seen {
    /// None: no site was said.
    site: Option<FractureSite>,
    last: Date,
    case: usize,
    /// Whether only acts speak of it.
    only_acts: bool,
}

/// The events among groups that are in the order of their days. `out` says which groups are none of a new fracture,
/// for reasons of their own.
pub(super) fn cases<'r>(
    groups: Vec<Group<'r>>,
    washout_days: u32,
    out: impl Fn(&Group<'r>) -> Option<CountedBecause>,
) -> Vec<Case<'r>> {
    let mut cases: Vec<Case<'r>> = Vec::new();
    let mut seen: Vec<Seen> = Vec::new();
    for group in groups {
        let why_out = out(&group);
        let Some(day) =
            group.on().day().filter(|_| why_out.is_none() || why_out == Some(CountedBecause::LaterEncounter))
        else {
            cases.push(Case { group, washed: Vec::new(), out: why_out });
            continue;
        };
        let recent = |seen: &Seen| days_between(seen.last, day) <= i64::from(washout_days);
        let (sites, only_acts) = (group.sites(), group.only_acts());
        let washes = |seen: &Seen, site: FractureSite| {
            recent(seen) && !seen.only_acts && seen.site.is_some_and(|other| may_be_same(other, site))
        };
        let washed: Vec<_> =
            sites.iter().copied().filter(|&site| seen.iter().any(|seen| washes(seen, site))).collect();

        if why_out.is_some() {
            // A later encounter is a record again; alone it shows no fracture that another could be the same as.
            seen.iter_mut().filter(|seen| sites.iter().any(|&site| washes(seen, site))).for_each(|seen| {
                seen.last = day;
            });
            cases.push(Case { group, washed: Vec::new(), out: why_out });
            continue;
        }
        let vague = only_acts || sites.is_empty();
        let belongs_to = if vague {
            let of_it = |seen: &&Seen| {
                let fits = |site| sites.is_empty() || sites.iter().any(|&other| may_be_same(other, site));
                recent(seen) && seen.site.is_none_or(fits)
            };
            seen.iter()
                .filter(of_it)
                .max_by_key(|seen| (seen.site.is_some(), seen.last))
                .map(|seen| seen.case)
        } else if washed.is_empty() {
            let prevalent = group.usable().all(Row::is_prevalent) || sites.iter().all(|&site| is_spine(site));
            let gives_a_site = |seen: &&Seen| {
                let act = |site: FractureSite| {
                    seen.only_acts && sites.iter().any(|&other| may_be_same(other, site))
                };
                recent(seen) && seen.site.map_or(prevalent, act)
            };
            let vague_case =
                seen.iter().filter(gives_a_site).max_by_key(|seen| seen.last).map(|seen| seen.case);
            // Only where the event has no site yet.
            vague_case.filter(|&case| {
                !seen.iter().any(|seen| seen.case == case && seen.site.is_some() && !seen.only_acts)
            })
        } else {
            None
        };
        let all_washed = !vague && washed.len() == sites.len();
        let case = belongs_to.unwrap_or(cases.len());
        match belongs_to.and_then(|case| cases.get_mut(case)) {
            Some(earlier) => earlier.group.rows.extend(group.rows),
            None => {
                let out = all_washed.then_some(CountedBecause::Washout);
                cases.push(Case { group, washed: if all_washed { Vec::new() } else { washed }, out });
            }
        }
        if vague && sites.is_empty() {
            note(&mut seen, Seen { site: None, last: day, case, only_acts }, false);
        } else if !vague || belongs_to.is_none() {
            for site in sites {
                note(&mut seen, Seen { site: Some(site), last: day, case, only_acts }, all_washed);
            }
        }
    }
    cases
}

/// The last record of a place is the one that counts.
fn note(seen: &mut Vec<Seen>, now: Seen, again: bool) {
    match seen.iter_mut().find(|seen| seen.site == now.site) {
        // A record again is of the event that it repeats.
        Some(earlier) if again => *earlier = Seen { case: earlier.case, ..now },
        Some(earlier) => *earlier = now,
        None => seen.push(now),
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).map_or(i32::MAX, |span| span.get_days()))
}
