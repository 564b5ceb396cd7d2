//! The fractures of a person, one by one: site, cause, age and recency, each unknown where it is.

use jiff::civil::Date;

use crate::document::{DateIs, Fracture, FractureSite, Section};
use crate::facts::{Person, days_between};

use super::fragility::{FractureAssumptions, age_at, counts, or};

/// Days in so many months, as every guideline of the engine counts them.
#[must_use]
pub const fn days_of_months(months: f64) -> f64 {
    // 12 months are 365 days and 24 are 730; 3 and 6 are 90 and 180.
    if months < 12.0 { months * 30.0 } else { months * 365.0 / 12.0 }
}

/// One fracture of the past.
#[derive(Clone, Copy, Debug)]
pub struct PastFracture<'p> {
    /// As the document has it.
    pub fracture: &'p Fracture,
    /// Where.
    pub site: FractureSite,
    /// Whether it is a fragility fracture; `None`: it cannot be said.
    pub fragility: Option<bool>,
    /// What was read into it.
    pub assumptions: FractureAssumptions,
    /// Age at the event.
    pub age_years: Option<f64>,
    days_ago: Ago,
}

/// How long ago an event was, in days: at least and at most.
#[derive(Clone, Copy, Debug)]
struct Ago {
    least: f64,
    most: f64,
}

impl<'p> PastFracture<'p> {
    /// Reads the fractures on the list into a vector that is empty.
    pub(crate) fn read(person: &Person<'p>, mut read: Vec<Self>) -> Vec<Self> {
        let listed = person.document.fractures.as_deref().unwrap_or_default();
        let past = listed.iter().filter(|fracture| person.counts(fracture.date)).map(|fracture| {
            let mut assumptions = FractureAssumptions::default();
            let fragility = counts(fracture, person, &mut assumptions);
            Self {
                fracture,
                site: fracture.site.unwrap_or(FractureSite::Unspecified),
                fragility,
                assumptions,
                age_years: age_at(fracture, person),
                days_ago: ago(fracture, person),
            }
        });
        read.extend(past);
        read
    }

    /// Days since it happened: at least, and at most. An image of it proves no day.
    #[must_use]
    pub const fn days_ago(&self) -> (f64, f64) {
        (self.days_ago.least, self.days_ago.most)
    }

    /// Whether it happened within so many months before the assessment, the last day included. The
    /// date of an image proves that the fracture is there, not that it is recent.
    #[must_use]
    pub fn within_months(&self, months: f64) -> Option<bool> {
        self.within_days(days_of_months(months))
    }

    /// The same in days.
    #[must_use]
    pub fn within_days(&self, days: f64) -> Option<bool> {
        if self.days_ago.most <= days {
            Some(true)
        } else if self.days_ago.least > days {
            Some(false)
        } else {
            None
        }
    }

    /// Whether it happened after this day. An image of a later day leaves that open.
    #[must_use]
    pub fn happened_after(&self, day: Date, today: Option<Date>) -> Option<bool> {
        if let Some(date) = self.fracture.date {
            let is_event = !matches!(self.fracture.date_is, Some(DateIs::Imaging | DateIs::Unknown));
            return if date <= day { Some(false) } else { is_event.then_some(true) };
        }
        let days = days_between(day, today?);
        if self.days_ago.most < days {
            Some(true)
        } else if self.days_ago.least >= days {
            Some(false)
        } else {
            None
        }
    }

    /// Whether it happened at this age or later, in completed years.
    #[must_use]
    pub fn at_age_or_later(&self, years: f64) -> Option<bool> {
        self.age_years.map(|age| age.floor() >= years)
    }
}

/// The fractures on the list, those dated after the assessment left out.
pub fn past_fractures<'p>(person: &'p Person<'p>) -> impl Iterator<Item = PastFracture<'p>> + Clone {
    person.past_fractures.iter().copied()
}

/// Whether the list of fractures is known to be whole: "asked, none" and "asked, these" are.
#[must_use]
pub fn fractures_are_known(person: &Person<'_>) -> bool {
    person.document.fractures.is_some() || person.is_complete(Section::Fractures)
}

/// Whether any past fracture fits, in three values; unknown where fractures were not asked.
pub fn any_past_fracture<'p>(
    person: &'p Person<'p>,
    fits: impl Fn(&PastFracture<'p>) -> Option<bool>,
) -> Option<bool> {
    let none = fractures_are_known(person).then_some(false);
    past_fractures(person).fold(none, |any, fracture| or(any, fits(&fracture)))
}

fn ago(f: &Fracture, person: &Person<'_>) -> Ago {
    let unknown = Ago { least: 0.0, most: f64::INFINITY };
    let dated = f.date.zip(person.today).map(|(date, today)| days_between(date, today));
    let exact = dated.or_else(|| f.months_ago.map(days_of_months));
    match exact {
        Some(days) if matches!(f.date_is, Some(DateIs::Imaging | DateIs::Unknown)) => {
            Ago { least: days, ..unknown }
        }
        Some(days) => Ago { least: days, most: days },
        None => f.age_years.map_or(unknown, |at| {
            // An age in whole years leaves a year open: of the fracture, and of the person where no
            // birth date is known. A year is at least 365 days, and at most 366.
            let whole = |age: f64| if age.fract() == 0.0 { 1.0 } else { 0.0 };
            let now = person.age.years();
            let stated = person.document.birth_date.is_none() || person.today.is_none();
            let later = if stated { whole(now) } else { 0.0 };
            let (least, most) = ((now - at - whole(at)).max(0.0), (now + later - at).max(0.0));
            Ago { least: least * 365.25, most: most * 365.0 }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Patient, Sex};

    fn within_a_year(fracture: Fracture) -> Option<bool> {
        let patient = Patient {
            sex: Some(Sex::Female),
            age_years: Some(70.5),
            fractures: Some(vec![Fracture { site: Some(FractureSite::ProximalFemur), ..fracture }]),
            ..Default::default()
        };
        let person = Person::read(&patient, Some(jiff::civil::date(2026, 6, 1))).unwrap();
        past_fractures(&person).next().unwrap().within_months(12.0)
    }

    #[test]
    fn a_fracture_is_after_a_day_only_where_its_own_day_says_so() {
        let patient = |fracture: Fracture| Patient {
            sex: Some(Sex::Female),
            age_years: Some(70.5),
            fractures: Some(vec![fracture]),
            ..Default::default()
        };
        let (day, today) = (jiff::civil::date(2025, 6, 1), Some(jiff::civil::date(2026, 6, 1)));
        let after = |fracture: Fracture, today: Option<Date>| {
            let patient = patient(fracture);
            let person = Person::read(&patient, today).unwrap();
            past_fractures(&person).next().unwrap().happened_after(day, today)
        };
        let on = |d, date_is| Fracture {
            date: Some(jiff::civil::date(2025, 6, d)),
            date_is,
            ..Default::default()
        };
        assert_eq!(after(on(1, None), today), Some(false));
        assert_eq!(after(on(2, None), today), Some(true));
        assert_eq!(after(on(2, None), None), Some(true));
        assert_eq!(after(on(2, Some(DateIs::Imaging)), today), None);
        assert_eq!(after(on(1, Some(DateIs::Imaging)), today), Some(false));
        let months = |months| Fracture { months_ago: Some(months), ..Default::default() };
        assert_eq!(after(months(12.0), today), Some(false));
        assert_eq!(after(months(11.9), today), Some(true));
        assert_eq!(after(months(11.9), None), None);
        let aged = |age| Fracture { age_years: Some(age), ..Default::default() };
        assert_eq!(after(aged(70.0), today), Some(true));
        assert_eq!(after(aged(69.0), today), None);
        assert_eq!(after(aged(68.0), today), Some(false));
        assert_eq!(after(Fracture::default(), today), None);
    }

    #[test]
    fn recency_is_known_from_an_event_and_never_from_an_image() {
        let on = |date, date_is| Fracture { date: Some(date), date_is, ..Default::default() };
        let (year_ago, before) = (jiff::civil::date(2025, 6, 1), jiff::civil::date(2025, 5, 31));
        assert_eq!(within_a_year(on(year_ago, None)), Some(true));
        assert_eq!(within_a_year(on(before, None)), Some(false));
        assert_eq!(within_a_year(on(year_ago, Some(DateIs::Imaging))), None);
        assert_eq!(within_a_year(on(before, Some(DateIs::Imaging))), Some(false));
        assert_eq!(within_a_year(Fracture { months_ago: Some(12.0), ..Default::default() }), Some(true));
        assert_eq!(within_a_year(Fracture { months_ago: Some(12.1), ..Default::default() }), Some(false));
        assert_eq!(within_a_year(Fracture { age_years: Some(70.0), ..Default::default() }), Some(true));
        assert_eq!(within_a_year(Fracture { age_years: Some(69.0), ..Default::default() }), None);
        assert_eq!(within_a_year(Fracture { age_years: Some(68.0), ..Default::default() }), Some(false));
        assert_eq!(within_a_year(Fracture::default()), None);
    }
}
