//! Fractures: limits, dates that must agree, and the levels of vertebrae.

use crate::document::Fracture;
use crate::error::{Code, Refusal};
use crate::facts::{VertebralLevel, limits};
use jiff::civil::Date;

use super::Check;

impl Check {
    pub(super) fn fracture(
        &mut self,
        i: usize,
        f: &mut Fracture,
        birth: Option<Date>,
        age: Option<f64>,
        today: Option<Date>,
    ) {
        if f.site.is_none() {
            self.missing(format!("fractures[{i}].site"), "name the site, or unspecified");
        }
        self.not_before_birth(|| format!("fractures[{i}].date"), &mut f.date, birth);
        self.number(|| format!("fractures[{i}].months_ago"), &mut f.months_ago, &limits::MONTHS);
        self.number(|| format!("fractures[{i}].age_years"), &mut f.age_years, &limits::AGE);
        self.number(
            || format!("fractures[{i}].height_loss_percent"),
            &mut f.height_loss_percent,
            &limits::PERCENT,
        );
        self.count(|| format!("fractures[{i}].genant_grade"), &mut f.genant_grade, &limits::GENANT);
        self.levels(|| format!("fractures[{i}].levels"), &mut f.levels);
        let Some(age) = age else { return };
        if let Some(at) = f.age_years
            && at.floor() > age.floor()
        {
            f.age_years = None;
            self.contradiction(format!("fractures[{i}].age_years"), at, format!("but the person is {age}"));
        }
        if let Some(months) = f.months_ago
            && months / 12.0 > age + 1.0
        {
            f.months_ago = None;
            self.contradiction(
                format!("fractures[{i}].months_ago"),
                months,
                format!("but the person is {age}"),
            );
        }
        // A birthday short of a year: an age may be one of completed years.
        if let (Some(date), Some(today)) = (f.date, today)
            && crate::facts::age::years_between(date, today) > age + 1.0
        {
            f.date = None;
            let limit = format!("before birth: the person is {age}");
            self.refuse(Refusal::new(Code::BeforeBirth, format!("fractures[{i}].date"), date, limit));
        }
        if let (Some(date), Some(months), Some(today)) = (f.date, f.months_ago, today) {
            let from_date = crate::facts::age::years_between(date, today) * 12.0;
            if (from_date - months).abs() > 1.5 {
                (f.date, f.months_ago) = (None, None);
                self.contradiction(
                    format!("fractures[{i}].months_ago"),
                    months,
                    format!("but the date is {date}"),
                );
            }
        }
    }

    /// What is no level is refused and left out: it must not count as a vertebra.
    pub(super) fn levels(&mut self, field: impl Fn() -> String, levels: &mut Option<Vec<String>>) {
        let Some(levels) = levels.as_mut() else { return };
        levels.retain(|level| {
            let is_known = VertebralLevel::parse(level).is_some();
            if !is_known {
                let limit = "write each level by itself, as T12 or L1";
                self.refuse(Refusal::new(Code::NotAChoice, field(), level, limit));
            }
            is_known
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{FractureSite, Patient, Sex, SpineImaging};
    use crate::facts::check;

    #[test]
    fn a_level_that_is_none_is_refused_and_left_out() {
        let texts = |levels: &[&str]| Some(levels.iter().map(|&level| level.to_owned()).collect::<Vec<_>>());
        let fracture = |levels| Fracture { site: Some(FractureSite::Vertebra), levels, ..Default::default() };
        let mut patient = Patient {
            sex: Some(Sex::Female),
            age_years: Some(70.0),
            fractures: Some(vec![
                fracture(texts(&["T12", "th 8", "LWK 1", "HWK7"])),
                fracture(texts(&["T12-L2", "L3", "foo"])),
                fracture(None),
            ]),
            spine_imaging: Some(vec![SpineImaging { levels: texts(&["L9"]), ..Default::default() }]),
            ..Default::default()
        };
        let refusals = check(&mut patient);
        let said: Vec<(&str, &str)> = refusals.iter().map(|r| (&*r.field, &*r.value)).collect();
        assert_eq!(
            said,
            [
                ("fractures[1].levels", "T12-L2"),
                ("fractures[1].levels", "foo"),
                ("spine_imaging[0].levels", "L9")
            ]
        );
        assert!(refusals.iter().all(|r| {
            r.code == Code::NotAChoice
                && r.limit == "write each level by itself, as T12 or L1"
                && !r.refuses_row()
        }));
        let levels = |i: usize| patient.fractures.as_ref().unwrap()[i].levels.clone();
        assert_eq!(levels(0), texts(&["T12", "th 8", "LWK 1", "HWK7"]));
        assert_eq!((levels(1), levels(2)), (texts(&["L3"]), None));
        assert_eq!(patient.spine_imaging.unwrap()[0].levels, texts(&[]));
    }
}
