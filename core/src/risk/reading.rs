//! How scores read a person: values within the model's range, questions left open, past fractures.

use jiff::civil::Date;

use crate::diagnosis::{FractureAssumptions, PastFracture, and, fractures_are_known, or, past_fractures};
use crate::document::{FractureCause, FractureSite, SpineImagingResult};
use crate::error::{Code, Refusal};
use crate::facts::Person;
use crate::reference::thresholds::{ADULT_AGE_YEARS, FRACTURE_COUNTS_AGE_YEARS, T_SCORE_AGE_YEARS};

use super::{NoAnswer, Remark, Subject};

/// Refuses a value that is no number or lies outside what a model speaks of.
pub(crate) fn within(
    field: &'static str,
    value: f64,
    low: f64,
    high: f64,
    limit: &'static str,
) -> Result<(), Refusal> {
    if !value.is_finite() {
        return Err(Refusal::new(Code::NotFinite, field, value, "a number"));
    }
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(Refusal::new(Code::OutOfRange, field, value, limit))
}

/// The age in completed years, within the model's range or, where the caller asks for it, moved to the nearest limit.
pub(crate) fn age_read<E: NoAnswer>(subject: &Subject<'_>, low: f64, high: f64) -> Result<f64, E> {
    // Limits of ages are whole years.
    match subject.age_within(low as u8, high as u8) {
        Err(_) if subject.clamps() => Ok(subject.age().max(low).min(high)),
        within => within,
    }
}

/// Lists an age that was moved to the nearest limit.
pub(crate) fn list_moved_age(
    subject: &Subject<'_>,
    read: f64,
    [low, high]: [f64; 2],
    clamped: &mut Vec<Remark>,
) {
    let age = subject.age();
    if !(low..=high).contains(&age) {
        let text = format!("age {age} is outside {low}-{high} years and was moved to {read}");
        clamped.push(remark("age_years", text));
    }
}

/// Every way of answering the questions left open; the one with "no" everywhere comes first.
pub(crate) fn completions<const N: usize>(answers: [Option<bool>; N]) -> impl Iterator<Item = [bool; N]> {
    let open = answers.iter().filter(|answer| answer.is_none()).count();
    (0_u32..1 << open).map(move |bits| {
        let mut rest = bits;
        answers.map(|answer| {
            answer.unwrap_or_else(|| {
                let yes = rest & 1 == 1;
                rest >>= 1;
                yes
            })
        })
    })
}

/// The lowest and the highest of some values.
pub(crate) fn range(values: impl IntoIterator<Item = f64>) -> Option<[f64; 2]> {
    values.into_iter().fold(None, |range, value| {
        Some(range.map_or([value, value], |[low, high]: [f64; 2]| [low.min(value), high.max(value)]))
    })
}

/// Which end of the points is the worse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worse {
    High,
    Low,
}

/// What one completion says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Completed {
    pub(crate) points: f64,
    pub(crate) percent: Option<f64>,
    pub(crate) category: Option<&'static str>,
}

/// What every completion says, from the best: the ranges, and the categories where something is unknown,
/// be it one category; where nothing is, there is one completion and none is listed.
#[derive(Debug, Default)]
pub(crate) struct Possible {
    pub(crate) points: Option<[f64; 2]>,
    pub(crate) percent: Option<[f64; 2]>,
    pub(crate) categories: Vec<&'static str>,
}

impl Possible {
    pub(crate) fn over(worse: Worse, completions: impl IntoIterator<Item = Completed>) -> Self {
        let mut completions = completions.into_iter();
        Self::over_each(worse, &mut || completions.next())
    }

    /// One function for every iterator: its sort is a large one. `dyn Iterator` would bring each one's every method.
    pub(crate) fn over_each(worse: Worse, next: &mut dyn FnMut() -> Option<Completed>) -> Self {
        let mut completions = core::iter::from_fn(next);
        let (first, second) = (completions.next(), completions.next());
        if second.is_none() {
            return first.map_or_else(Self::default, Self::known);
        }
        let mut all: Vec<Completed> = first.into_iter().chain(second).chain(completions).collect();
        all.sort_by(|a, b| match worse {
            Worse::High => a.points.total_cmp(&b.points),
            Worse::Low => b.points.total_cmp(&a.points),
        });
        let mut categories = Vec::new();
        for category in all.iter().filter_map(|said| said.category) {
            if !categories.contains(&category) {
                categories.push(category);
            }
        }
        Self {
            points: all.first().zip(all.last()).map(|(best, worst)| [best.points, worst.points]),
            percent: range(all.iter().filter_map(|said| said.percent)),
            categories,
        }
    }

    /// Of the one completion where nothing is unknown.
    fn known(said: Completed) -> Self {
        Self {
            points: Some([said.points; 2]),
            percent: said.percent.map(|percent| [percent; 2]),
            categories: Vec::new(),
        }
    }

    /// Over sums of points, of which more is worse.
    pub(crate) fn of(
        sums: &[f64],
        published: impl Fn(f64) -> Option<super::risk_by_points::Published>,
    ) -> Self {
        let said = |&points: &f64| {
            let published = published(points);
            Completed {
                points,
                percent: published.and_then(|published| published.percent),
                category: published.and_then(|published| published.category),
            }
        };
        Self::over(Worse::High, sums.iter().map(said))
    }
}

/// Whether a fracture is a low-trauma fracture at 50 or more. Unknown trauma is read as low, and one without
/// a date or an age as at 50 or more, as everywhere in the engine, which lists both.
pub(crate) fn after_50(fracture: &PastFracture<'_>) -> Option<bool> {
    and(fracture.fragility, read_at_50(fracture))
}

/// The same, unknown where it is one only by what was read into it.
pub(crate) fn stated_after_50(fracture: &PastFracture<'_>) -> Option<bool> {
    and(stated_fragility(fracture), read_at_50(fracture))
}

fn read_at_50(fracture: &PastFracture<'_>) -> Option<bool> {
    let undated = fracture.assumptions.at_fifty_or_more.then_some(true);
    fracture.at_age_or_later(FRACTURE_COUNTS_AGE_YEARS).or(undated)
}

/// Whether it is a fragility fracture, unknown where it is one only by what was read into it.
pub(crate) fn stated_fragility(fracture: &PastFracture<'_>) -> Option<bool> {
    let is_read_in = fracture.assumptions != FractureAssumptions::default();
    fracture.fragility.filter(|&counts| !(counts && is_read_in))
}

/// Something that is read into a document, so that more counts than is stated: field and reading, as the
/// engine lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ReadIn {
    pub(crate) field: &'static str,
    pub(crate) read_as: &'static str,
}

impl ReadIn {
    /// Unknown trauma is low.
    pub(crate) const TRAUMA: Self = Self { field: "fractures.trauma", read_as: "low" };
    /// A fracture without a date or an age came at 50 or later.
    pub(crate) const AGE: Self = Self { field: "fractures.age_years", read_as: "50 or more" };
    /// A dose is taken now.
    pub(crate) const DOSE: Self = Self { field: "risk_factors.glucocorticoid.current", read_as: "true" };
}

/// What was read into either.
pub(crate) const fn either(a: FractureAssumptions, b: FractureAssumptions) -> FractureAssumptions {
    FractureAssumptions {
        trauma_low: a.trauma_low || b.trauma_low,
        at_fifty_or_more: a.at_fifty_or_more || b.at_fifty_or_more,
    }
}

/// Whether it is a fracture of any force that came to a doctor: not one of a tumour, a prosthesis or
/// overuse, and not a vertebra that proved whole.
pub(crate) fn is_clinical(fracture: &PastFracture<'_>) -> bool {
    let f = fracture.fracture;
    let other_cause = matches!(
        f.cause,
        Some(
            FractureCause::Tumour
                | FractureCause::Periprosthetic
                | FractureCause::Atypical
                | FractureCause::Stress
        )
    );
    let not_a_fracture = fracture.site == FractureSite::Vertebra && f.genant_grade == Some(0);
    !(other_cause || not_a_fracture)
}

/// Whether a fracture of any force came at 50 or later, as the papers of SOF ask; unknown where no age is
/// known.
pub(crate) fn any_after_50(fracture: &PastFracture<'_>) -> Option<bool> {
    if is_clinical(fracture) { fracture.at_age_or_later(FRACTURE_COUNTS_AGE_YEARS) } else { Some(false) }
}

/// The same, one without an age read as at 50 or later.
pub(crate) fn any_read_after_50(fracture: &PastFracture<'_>) -> Option<bool> {
    any_after_50(fracture).or(Some(true))
}

/// Whether a fracture of any force came after the menopause; unknown where its age or that of the
/// menopause is, unless it was a child's.
pub(crate) fn since_menopause(person: &Person<'_>, fracture: &PastFracture<'_>) -> Option<bool> {
    let since = match person.document.menopause_age_years {
        Some(menopause) => fracture.at_age_or_later(menopause.floor()),
        None => fracture.at_age_or_later(ADULT_AGE_YEARS).filter(|&adult| !adult),
    };
    and(Some(is_clinical(fracture)), since)
}

/// The same, a menopause of unknown age read as at 50, and a fracture of unknown age as after it.
pub(crate) fn read_since_menopause(person: &Person<'_>, fracture: &PastFracture<'_>) -> bool {
    let at_50 = || fracture.at_age_or_later(T_SCORE_AGE_YEARS).unwrap_or(true);
    since_menopause(person, fracture).unwrap_or_else(|| is_clinical(fracture) && at_50())
}

/// How an open question about fractures was read.
pub(crate) fn fractures_read_as(person: &Person<'_>, counted: bool) -> &'static str {
    match (fractures_are_known(person), counted) {
        (false, _) => "none",
        (true, true) => "those in doubt counted",
        (true, false) => "those in doubt not counted",
    }
}

/// Whether an image shows a vertebral fracture that the list of fractures does not hold. The models of
/// this folder ask for fractures that were felt, so that it is no input of theirs, and is flagged.
pub(crate) fn flag_imaged_vertebra(person: &Person<'_>) -> Option<Remark> {
    let imaged =
        person.document.spine_imaging.as_deref().unwrap_or_default().iter().any(|imaging| {
            imaging.result == Some(SpineImagingResult::Fracture) && person.counts(imaging.date)
        });
    let listed = past_fractures(person).any(|fracture| fracture.site == FractureSite::Vertebra);
    let text = "an image of the spine shows a vertebral fracture that the list of fractures does not hold; the \
                model asks for known fractures and leaves it out";
    (imaged && !listed).then(|| remark("vertebral_fracture_on_imaging_not_counted", text))
}

/// Fractures of one day or one `event_id`.
#[derive(Debug, Default)]
struct Event<'p> {
    ids: Vec<&'p str>,
    days: Vec<Date>,
    read: Option<bool>,
    stated: Option<bool>,
}

/// How many fractures, or events of fractures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// Stated in so many words.
    pub(crate) at_least: u32,
    /// With what the engine reads into a fracture.
    pub(crate) read: u32,
    /// With those in doubt.
    pub(crate) at_most: u32,
}

impl Count {
    /// Every number that it may be.
    pub(crate) fn could(self) -> impl Iterator<Item = u32> + Clone {
        self.at_least..=self.at_most
    }
}

/// How many low-trauma fractures at 50 or more: those of one day or one `event_id` are one event.
pub(crate) fn events_after_50<'p>(fractures: impl Iterator<Item = PastFracture<'p>> + Clone) -> Count {
    let (first, second) = {
        let mut listed = fractures.clone();
        (listed.next(), listed.next())
    };
    let Some(first) = first else { return Count { at_least: 0, read: 0, at_most: 0 } };
    if second.is_none() {
        let (read, stated) = (after_50(&first), stated_after_50(&first));
        return Count {
            at_least: u32::from(stated == Some(true)),
            read: u32::from(read == Some(true)),
            at_most: u32::from(stated != Some(false)),
        };
    }
    let mut events: Vec<Event<'p>> = Vec::new();
    for fracture in fractures {
        let (id, day) = (fracture.fracture.event_id.as_deref(), fracture.fracture.date);
        let (same, others): (Vec<_>, Vec<_>) = events.into_iter().partition(|event| {
            id.is_some_and(|id| event.ids.contains(&id)) || day.is_some_and(|day| event.days.contains(&day))
        });
        let mut merged =
            Event { read: after_50(&fracture), stated: stated_after_50(&fracture), ..Event::default() };
        merged.ids.extend(id);
        merged.days.extend(day);
        for event in same {
            merged.ids.extend(event.ids);
            merged.days.extend(event.days);
            merged.read = or(merged.read, event.read);
            merged.stated = or(merged.stated, event.stated);
        }
        events = others;
        events.push(merged);
    }
    let count = |fits: fn(&&Event<'_>) -> bool| {
        // A document has fewer entries than that.
        u32::try_from(events.iter().filter(fits).count()).unwrap_or(u32::MAX)
    };
    Count {
        at_least: count(|event| event.stated == Some(true)),
        read: count(|event| event.read == Some(true)),
        at_most: count(|event| event.stated != Some(false)),
    }
}

/// What the other answer would change, in words.
pub(crate) fn points_otherwise(change: f64) -> String {
    let (points, way) = (change.abs(), if change < 0.0 { "less" } else { "more" });
    let plural = if points > 1.0 { "s" } else { "" };
    format!("{points} point{plural} {way} otherwise")
}

/// A remark.
pub(crate) fn remark(code: &'static str, text: impl Into<String>) -> Remark {
    Remark { code, text: text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Fracture, Patient, Sex};

    #[test]
    fn every_completion_once_and_no_first() {
        let all: Vec<[bool; 3]> = completions([None, Some(true), None]).collect();
        assert_eq!(all, [[false, true, false], [true, true, false], [false, true, true], [true, true, true]]);
        assert_eq!(completions([Some(false)]).collect::<Vec<_>>(), [[false]]);
    }

    #[test]
    fn categories_from_the_best_where_something_is_unknown() {
        let said = |points, category| Completed { points, percent: None, category: Some(category) };
        let over = |worse| Possible::over(worse, [said(2.0, "b"), said(1.0, "a"), said(3.0, "b")]);
        let (high, low) = (over(Worse::High), over(Worse::Low));
        assert_eq!((high.points, high.categories), (Some([1.0, 3.0]), vec!["a", "b"]));
        assert_eq!((low.points, low.categories), (Some([3.0, 1.0]), vec!["b", "a"]));
        let one = |completions: &[Completed]| {
            Possible::over(Worse::High, completions.iter().copied()).categories.len()
        };
        assert_eq!([one(&[said(1.0, "a")]), one(&[said(1.0, "a"), said(2.0, "a")]), one(&[])], [0, 1, 0]);
    }

    #[test]
    fn fractures_of_one_day_or_one_id_are_one_event_whichever_comes_first() {
        let of = |month: Option<i8>, id: Option<&str>| Fracture {
            site: Some(FractureSite::DistalForearm),
            date: month.map(|month| jiff::civil::date(2024, month, 1)),
            event_id: id.map(str::to_owned),
            trauma: Some(crate::document::Trauma::Low),
            ..Default::default()
        };
        let count = |fractures: Vec<Fracture>| {
            let patient = Patient {
                sex: Some(Sex::Female),
                age_years: Some(70.0),
                fractures: Some(fractures),
                ..Default::default()
            };
            let person = Person::read(&patient, Some(jiff::civil::date(2026, 1, 1))).unwrap();
            let Count { at_least, read, at_most } = events_after_50(past_fractures(&person));
            [at_least, read, at_most]
        };
        assert_eq!(count(vec![of(Some(1), None), of(Some(1), None)]), [1; 3]);
        assert_eq!(count(vec![of(Some(1), None), of(Some(2), None)]), [2; 3]);
        // The third joins the two.
        assert_eq!(count(vec![of(Some(1), None), of(None, Some("a")), of(Some(1), Some("a"))]), [1; 3]);
        // Without a date it may have been before 50.
        assert_eq!(count(vec![of(None, Some("a")), of(None, Some("a")), of(None, Some("b"))]), [0, 2, 2]);
        assert_eq!(count(vec![of(None, None), of(None, None)]), [0, 2, 2]);
        let unknown_trauma = Fracture { trauma: None, ..of(Some(3), None) };
        assert_eq!(count(vec![unknown_trauma.clone()]), [0, 1, 1]);
        assert_eq!(count(vec![unknown_trauma, of(Some(3), None)]), [1; 3]);
        let unspecified = Fracture { site: Some(FractureSite::Unspecified), ..of(Some(3), None) };
        assert_eq!(count(vec![of(Some(1), None), unspecified.clone()]), [1, 1, 2]);
        assert_eq!(count(vec![of(Some(3), None), unspecified]), [1; 3]);
        assert_eq!(count(vec![Fracture { age_years: Some(49.9), ..of(None, None) }]), [0; 3]);
    }
}
