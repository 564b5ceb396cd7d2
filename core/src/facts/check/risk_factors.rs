//! The risk factors: limits, and keys that say one thing and must agree.

use crate::document::{RiskFactors, Smoking};
use crate::facts::{limits, smoking_level};

use super::Check;

impl Check {
    pub(super) fn risk_factors(&mut self, r: &mut RiskFactors) {
        let named = |key: &'static str| move || format!("risk_factors.{key}");
        self.number(named("cigarettes_per_day"), &mut r.cigarettes_per_day, &limits::CIGARETTES);
        self.number(named("alcohol_units_per_day"), &mut r.alcohol_units_per_day, &limits::ALCOHOL_UNITS);
        self.number(named("alcohol_g_per_day"), &mut r.alcohol_g_per_day, &limits::ALCOHOL_G);
        self.number(named("type_2_diabetes_years"), &mut r.type_2_diabetes_years, &limits::AGE);
        self.number(named("height_loss_cm"), &mut r.height_loss_cm, &limits::HEIGHT_LOSS_CM);
        self.number(named("walking_speed_m_s"), &mut r.walking_speed_m_s, &limits::WALKING_SPEED);
        self.number(named("timed_up_and_go_s"), &mut r.timed_up_and_go_s, &limits::SECONDS);
        self.number(named("amts_score"), &mut r.amts_score, &limits::AMTS);
        self.number(named("mmse_score"), &mut r.mmse_score, &limits::MMSE);
        self.count(named("falls_past_year"), &mut r.falls_past_year, &limits::FALLS);
        if let Some(g) = r.glucocorticoid.as_mut() {
            let named = |key: &'static str| move || format!("risk_factors.glucocorticoid.{key}");
            self.number(named("mg_per_day"), &mut g.mg_per_day, &limits::GLUCOCORTICOID_MG);
            self.number(named("days"), &mut g.days, &limits::NOT_NEGATIVE);
            self.number(named("planned_days"), &mut g.planned_days, &limits::NOT_NEGATIVE);
            let months = &mut g.started_or_raised_months_ago;
            self.number(named("started_or_raised_months_ago"), months, &limits::MONTHS);
            self.number(named("months_since_stopped"), &mut g.months_since_stopped, &limits::MONTHS);
            self.number(named("cumulative_g_per_year"), &mut g.cumulative_g_per_year, &limits::NOT_NEGATIVE);
        }
        self.smoking(r);
        self.one_thing_said_twice(r);
        if let (Some(units), Some(grams)) = (r.alcohol_units_per_day, r.alcohol_g_per_day)
            && (units * 8.0 - grams).abs() > 4.0
        {
            (r.alcohol_units_per_day, r.alcohol_g_per_day) = (None, None);
            let limit = format!("but alcohol_g_per_day is {grams}, and a unit is 8 g");
            self.contradiction("risk_factors.alcohol_units_per_day", units, limit);
        }
        if let (Some(false), Some(true)) = (r.parental_hip_fracture, r.maternal_hip_fracture) {
            (r.parental_hip_fracture, r.maternal_hip_fracture) = (None, None);
            self.contradiction(
                "risk_factors.parental_hip_fracture",
                false,
                "but maternal_hip_fracture is true",
            );
        }
    }

    /// Keys that say one thing must agree.
    fn one_thing_said_twice(&mut self, r: &mut RiskFactors) {
        if (r.falls_past_year, r.injurious_falls) == (Some(0), Some(true)) {
            (r.falls_past_year, r.injurious_falls) = (None, None);
            self.contradiction("risk_factors.falls_past_year", 0, "but injurious_falls is true");
        }
        if (r.oestrogen_ever, r.oestrogen_hrt) == (Some(false), Some(true)) {
            (r.oestrogen_ever, r.oestrogen_hrt) = (None, None);
            self.contradiction("risk_factors.oestrogen_ever", false, "but oestrogen_hrt is true");
        }
        if let (Some(false), Some(years)) = (r.type_2_diabetes, r.type_2_diabetes_years)
            && years > 0.0
        {
            (r.type_2_diabetes, r.type_2_diabetes_years) = (None, None);
            let limit = format!("but type_2_diabetes_years is {years}");
            self.contradiction("risk_factors.type_2_diabetes", false, limit);
        }
        let Some(g) = r.glucocorticoid.as_mut() else { return };
        let but = match (g.current, g.ever, g.months_since_stopped) {
            (Some(true), Some(false), _) => Some("but ever is false".to_owned()),
            (Some(true), _, Some(months)) => Some(format!("but months_since_stopped is {months}")),
            _ => None,
        };
        if let Some(but) = but {
            (g.current, g.ever, g.months_since_stopped) = (None, None, None);
            self.contradiction("risk_factors.glucocorticoid.current", true, but);
        }
    }

    fn smoking(&mut self, r: &mut RiskFactors) {
        let levels = r.smoking.map(|level| !matches!(level, Smoking::Never | Smoking::Former));
        let counted = r.cigarettes_per_day.map(|n| n > 0.0);
        let mut said = [r.current_smoker, levels, counted].into_iter().flatten();
        if let Some(first) = said.next()
            && said.any(|other| other != first)
        {
            self.contradiction(
                "risk_factors.smoking",
                r.smoking.map_or("-", Smoking::as_str),
                "current_smoker, smoking and cigarettes_per_day must agree",
            );
            (r.current_smoker, r.smoking, r.cigarettes_per_day) = (None, None, None);
        }
        if let (Some(stated), Some(n)) = (r.smoking, r.cigarettes_per_day)
            && n > 0.0
            && smoking_level(n) != stated
        {
            let limit = "light is below 10 cigarettes a day, moderate below 20, heavy from 20";
            self.contradiction(
                "risk_factors.smoking",
                stated,
                format!("but cigarettes_per_day is {n}; {limit}"),
            );
            (r.smoking, r.cigarettes_per_day) = (None, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Glucocorticoid, Patient, Sex};
    use crate::error::Code;
    use crate::facts::check;

    fn refused(risk_factors: RiskFactors) -> Option<(Code, String)> {
        let mut patient = Patient {
            sex: Some(Sex::Female),
            age_years: Some(70.0),
            risk_factors: Some(risk_factors),
            ..Default::default()
        };
        check(&mut patient).first().map(|refusal| (refusal.code, refusal.field.clone().into_owned()))
    }

    #[test]
    fn keys_that_say_one_thing_agree() {
        let contradicts = |field: &str| Some((Code::Contradiction, format!("risk_factors.{field}")));
        let smoking = |smoking, cigarettes_per_day| {
            refused(RiskFactors { smoking, cigarettes_per_day, ..Default::default() })
        };
        assert_eq!(smoking(Some(Smoking::Former), Some(5.0)), contradicts("smoking"));
        assert_eq!(smoking(Some(Smoking::Light), Some(9.9)), None);
        assert_eq!(smoking(Some(Smoking::Light), Some(10.0)), contradicts("smoking"));
        assert_eq!(smoking(Some(Smoking::Moderate), Some(20.0)), contradicts("smoking"));
        assert_eq!(smoking(Some(Smoking::Heavy), Some(20.0)), None);
        let falls = |falls_past_year, injurious_falls| {
            refused(RiskFactors { falls_past_year, injurious_falls, ..Default::default() })
        };
        assert_eq!(falls(Some(0), Some(true)), contradicts("falls_past_year"));
        assert_eq!(falls(Some(0), Some(false)), None);
        assert_eq!(falls(Some(1), Some(true)), None);
        let oestrogen = |oestrogen_hrt, oestrogen_ever| {
            refused(RiskFactors { oestrogen_hrt, oestrogen_ever, ..Default::default() })
        };
        assert_eq!(oestrogen(Some(true), Some(false)), contradicts("oestrogen_ever"));
        assert_eq!(oestrogen(Some(false), Some(true)), None);
        let diabetes = |type_2_diabetes, type_2_diabetes_years| {
            refused(RiskFactors { type_2_diabetes, type_2_diabetes_years, ..Default::default() })
        };
        assert_eq!(diabetes(Some(false), Some(6.0)), contradicts("type_2_diabetes"));
        assert_eq!(diabetes(None, Some(6.0)), None);
        let glucocorticoid = |glucocorticoid| {
            refused(RiskFactors { glucocorticoid: Some(glucocorticoid), ..Default::default() })
        };
        let current = || Glucocorticoid { current: Some(true), ..Default::default() };
        let field = contradicts("glucocorticoid.current");
        assert_eq!(glucocorticoid(Glucocorticoid { ever: Some(false), ..current() }), field);
        assert_eq!(glucocorticoid(Glucocorticoid { months_since_stopped: Some(3.0), ..current() }), field);
        // The dose may be that of a treatment that is over.
        let over = Glucocorticoid { current: Some(false), mg_per_day: Some(10.0), ..Default::default() };
        assert_eq!(glucocorticoid(over), None);
    }
}
