//! Validates a patient document in place: what is refused is listed and made unknown.

mod fractures;
mod risk_factors;

use crate::document::{Frax, Lab, Patient, Scan, ScanRegion, Section, Treatment};
use crate::error::{Code, Refusal, Shown, Words};
use jiff::civil::Date;

use super::limits::{self, Limit};

/// Everything in the document that is refused; each such value is unknown afterwards.
///
/// A caller that wants all or nothing refuses the person when the list is not empty; a table goes on
/// unless [`Refusal::refuses_row`].
pub fn check(patient: &mut Patient) -> Vec<Refusal> {
    let mut check = Check::default();
    check.person(patient);
    // In a complete section a key left out means "no"; one whose value was refused must not.
    if let Some(complete) = patient.complete.as_mut().filter(|_| !check.refusals.is_empty()) {
        let doubtful = |section: Section| {
            check.refusals.iter().any(|refusal| {
                refusal.field.strip_prefix(section.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']))
            })
        };
        complete.retain(|&section| !doubtful(section));
    }
    check.refusals
}

impl Refusal {
    /// Whether it refuses the whole person even in a table: sex, age, a unit slip of
    /// a BMD, or a row that is no row.
    #[must_use]
    pub fn refuses_row(&self) -> bool {
        matches!(&*self.field, "sex" | "age_years" | "birth_date")
            || (self.code == Code::UnitSlip && self.field.contains("bmd"))
            || self.code == Code::Syntax
    }
}

/// The entries of a list with their places; none where there is no list.
fn listed<T>(list: &mut Option<Vec<T>>) -> impl Iterator<Item = (usize, &mut T)> {
    list.as_deref_mut().unwrap_or_default().iter_mut().enumerate()
}

/// A scan of the document, or a region of it.
#[derive(Clone, Copy)]
struct InScans {
    scan: usize,
    region: Option<usize>,
}

impl core::fmt::Display for InScans {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "scans[{}]", self.scan)?;
        self.region.map_or(Ok(()), |region| write!(f, ".regions[{region}]"))
    }
}

#[derive(Default)]
struct Check {
    refusals: Vec<Refusal>,
}

impl Check {
    fn refuse(&mut self, refusal: Refusal) {
        self.refusals.push(refusal);
    }

    /// Two comparisons where the value may be, so that all of a row is checked in no time; words come after.
    #[inline(always)]
    fn number(&mut self, field: impl Fn() -> String, value: &mut Option<f64>, limit: &Limit) {
        if let Some(x) = *value
            && !(limit.low..=limit.high).contains(&x)
        {
            *value = None;
            self.outside(&field, x, limit);
        }
    }

    #[cold]
    #[inline(never)]
    fn outside(&mut self, field: &dyn Fn() -> String, x: f64, limit: &Limit) {
        if !x.is_finite() {
            return self.refuse(Refusal::new(
                Code::NotFinite,
                field(),
                x,
                format!("a number, {}", limit.words),
            ));
        }
        let slip = limit.slips.iter().find(|slip| (slip.low..=slip.high).contains(&x));
        let code = if slip.is_some() { Code::UnitSlip } else { Code::OutOfRange };
        let mut refusal = Refusal::new(code, field(), x, limit.words);
        if let Some(slip) = slip {
            let hint = slip.factor.map_or(String::new(), |factor| {
                format!(" ({} in the unit of this field)", crate::math::round_significant(x * factor, 6))
            });
            refusal = refusal.with_slip(format!("it looks like {}{hint}", slip.looks_like));
        }
        self.refuse(refusal);
    }

    #[inline(always)]
    fn count(&mut self, field: impl Fn() -> String, value: &mut Option<u32>, limit: &Limit) {
        let mut number = value.map(f64::from);
        self.number(field, &mut number, limit);
        if number.is_none() {
            *value = None;
        }
    }

    fn missing(&mut self, field: impl Into<Words>, limit: impl Into<Words>) {
        self.refuse(Refusal::new(Code::Missing, field, "", limit));
    }

    fn contradiction(&mut self, field: impl Into<Words>, value: impl Shown, limit: impl Into<Words>) {
        self.refuse(Refusal::new(Code::Contradiction, field, value, limit));
    }

    #[inline(always)]
    fn not_before_birth(&mut self, field: impl Fn() -> String, date: &mut Option<Date>, birth: Option<Date>) {
        if let (Some(day), Some(birth)) = (*date, birth)
            && day < birth
        {
            *date = None;
            self.refuse(Refusal::new(Code::BeforeBirth, field(), day, format!("before birth on {birth}")));
        }
    }

    fn person(&mut self, p: &mut Patient) {
        if let Some(schema) = p.schema.as_deref()
            && schema != crate::document::PATIENT_SCHEMA
        {
            self.refuse(Refusal::new(
                Code::UnknownId,
                "schema",
                schema.to_owned(),
                "must be osteon/patient/1",
            ));
        }
        if p.sex.is_none() {
            self.missing("sex", "give female or male, the sex used for references");
        }
        self.age(p);
        self.body(p);
        self.number(|| "menopause_age_years".into(), &mut p.menopause_age_years, &limits::MENOPAUSE_AGE);
        if let (Some(false), Some(age)) = (p.postmenopausal, p.menopause_age_years) {
            (p.postmenopausal, p.menopause_age_years) = (None, None);
            self.contradiction("postmenopausal", false, format!("but menopause_age_years is {age}"));
        }
        if let Some(country) = p.country.as_ref()
            && !(country.len() == 2 && country.bytes().all(|b| b.is_ascii_alphabetic()))
        {
            self.refuse(Refusal::new(
                Code::NotAChoice,
                "country",
                country,
                "must be an ISO 3166 code such as FR",
            ));
            p.country = None;
        }
        let birth = p.birth_date;
        for (i, scan) in listed(&mut p.scans) {
            self.scan(InScans { scan: i, region: None }, scan, birth);
        }
        let (age, today) = (p.age_years, p.assessed_on);
        for (i, fracture) in listed(&mut p.fractures) {
            self.fracture(i, fracture, birth, age, today);
        }
        for (i, lab) in listed(&mut p.labs) {
            self.lab(i, lab, birth);
        }
        for (i, treatment) in listed(&mut p.treatments) {
            self.treatment(i, treatment, birth);
        }
        for (i, imaging) in listed(&mut p.spine_imaging) {
            self.not_before_birth(|| format!("spine_imaging[{i}].date"), &mut imaging.date, birth);
            self.levels(|| format!("spine_imaging[{i}].levels"), &mut imaging.levels);
        }
        if let Some(risk_factors) = p.risk_factors.as_mut() {
            self.risk_factors(risk_factors);
        }
        if let Some(history) = p.history.as_mut() {
            self.number(
                || "history.months_since_myocardial_infarction_or_stroke".into(),
                &mut history.months_since_myocardial_infarction_or_stroke,
                &limits::MONTHS,
            );
        }
        if let Some(frax) = p.frax.as_mut() {
            self.frax(frax, birth);
        }
    }

    fn age(&mut self, p: &mut Patient) {
        let stated = p.age_years.is_some();
        self.number(|| "age_years".into(), &mut p.age_years, &limits::AGE);
        if let (Some(birth), Some(today)) = (p.birth_date, p.assessed_on) {
            if today < birth {
                p.birth_date = None;
                let limit = format!("after the assessment on {today}");
                return self.refuse(Refusal::new(Code::BeforeBirth, "birth_date", birth, limit));
            }
            let from_dates = crate::facts::age::years_between(birth, today);
            if !(limits::AGE.low..=limits::AGE.high).contains(&from_dates) {
                let limit = format!("0-120 years before the assessment on {today}");
                self.refuse(Refusal::new(Code::OutOfRange, "birth_date", birth, limit));
                p.birth_date = None;
            } else if let Some(age) = p.age_years
                && (age - from_dates).abs() > 1.0
            {
                let limit = format!("but birth_date and assessed_on make {}", from_dates.floor());
                self.contradiction("age_years", age, limit);
            }
        } else if !stated {
            self.missing("age_years", "give age_years, or birth_date and assessed_on");
        }
    }

    fn body(&mut self, p: &mut Patient) {
        self.number(|| "height_cm".into(), &mut p.height_cm, &limits::HEIGHT_CM);
        self.number(|| "weight_kg".into(), &mut p.weight_kg, &limits::WEIGHT_KG);
        self.number(|| "bmi_kg_m2".into(), &mut p.bmi_kg_m2, &limits::BMI);
        if let (Some(height), Some(weight), Some(bmi)) = (p.height_cm, p.weight_kg, p.bmi_kg_m2) {
            let computed = weight / (height / 100.0) / (height / 100.0);
            // A printed BMI has one decimal, and height and weight are rounded too.
            if (computed - bmi).abs() > 0.5 {
                p.bmi_kg_m2 = None;
                let computed = crate::math::round_significant(computed, 4);
                self.contradiction("bmi_kg_m2", bmi, format!("but height and weight make {computed}"));
            }
        }
    }

    fn scan(&mut self, at: InScans, scan: &mut Scan, birth: Option<Date>) {
        self.not_before_birth(|| format!("{at}.date"), &mut scan.date, birth);
        self.number(|| format!("{at}.tbs"), &mut scan.tbs, &limits::TBS);
        self.number(|| format!("{at}.tbs_z_score"), &mut scan.tbs_z_score, &limits::SCORE);
        if let Some(precision) = scan.precision_g_cm2.as_mut() {
            precision.retain(|region, value| {
                let mut error = Some(*value);
                self.number(
                    || format!("{at}.precision_g_cm2.{region}"),
                    &mut error,
                    &limits::PRECISION_G_CM2,
                );
                error.is_some()
            });
        }
        if let Some(calibration) = scan.cross_calibration.as_mut() {
            let lsc = &mut calibration.generalised_lsc_g_cm2;
            self.number(|| format!("{at}.cross_calibration.generalised_lsc_g_cm2"), lsc, &limits::LSC_G_CM2);
        }
        for (i, region) in listed(&mut scan.regions) {
            self.region(InScans { region: Some(i), ..at }, region);
        }
    }

    fn region(&mut self, at: InScans, r: &mut ScanRegion) {
        if r.region.is_none() {
            self.missing(format!("{at}.region"), "name the region");
        }
        if let Some(set) = r.vertebrae {
            let spine = r.region.is_none_or(|region| region == crate::document::Region::LumbarSpine);
            if set.is_empty() || !spine {
                r.vertebrae = None;
                let limit =
                    if spine { "name at least one of L1-L4" } else { "only a lumbar_spine has vertebrae" };
                self.contradiction(format!("{at}.vertebrae"), set, limit);
            }
        }
        if r.side == Some(crate::document::Side::Difference) {
            // The line of a report that gives the difference of two sides: no BMD, and never scored.
            for (key, value) in [("bmd_g_cm2", &mut r.bmd_g_cm2), ("t_score", &mut r.t_score)] {
                self.number(|| format!("{at}.{key}"), value, &limits::DIFFERENCE);
            }
            return;
        }
        self.number(|| format!("{at}.bmd_g_cm2"), &mut r.bmd_g_cm2, &limits::BMD_G_CM2);
        self.number(|| format!("{at}.bmd_mg_cm2"), &mut r.bmd_mg_cm2, &limits::BMD_MG_CM2);
        self.number(|| format!("{at}.sbmd_mg_cm2"), &mut r.sbmd_mg_cm2, &limits::SBMD_MG_CM2);
        self.number(|| format!("{at}.area_cm2"), &mut r.area_cm2, &limits::AREA_CM2);
        self.number(|| format!("{at}.bmc_g"), &mut r.bmc_g, &limits::BMC_G);
        self.number(|| format!("{at}.t_score"), &mut r.t_score, &limits::SCORE);
        self.number(|| format!("{at}.z_score"), &mut r.z_score, &limits::SCORE);
        self.number(
            || format!("{at}.percent_young_adult"),
            &mut r.percent_young_adult,
            &limits::PERCENT_OF_MEAN,
        );
        self.number(
            || format!("{at}.percent_age_matched"),
            &mut r.percent_age_matched,
            &limits::PERCENT_OF_MEAN,
        );
        if let (Some(g), Some(mg)) = (r.bmd_g_cm2, r.bmd_mg_cm2)
            && (g * 1000.0 - mg).abs() > 1.0
        {
            (r.bmd_g_cm2, r.bmd_mg_cm2) = (None, None);
            self.contradiction(format!("{at}.bmd_mg_cm2"), mg, format!("but bmd_g_cm2 is {g}"));
        }
        if let Some(mut lms) = r.lms {
            let (mut l, mut m, mut s) = (Some(lms.l), Some(lms.m), Some(lms.s));
            self.number(|| format!("{at}.lms.l"), &mut l, &limits::LMS_L);
            self.number(|| format!("{at}.lms.m"), &mut m, &limits::BMD_G_CM2);
            self.number(|| format!("{at}.lms.s"), &mut s, &limits::LMS_S);
            r.lms = if let (Some(l), Some(m), Some(s)) = (l, m, s) {
                (lms.l, lms.m, lms.s) = (l, m, s);
                Some(lms)
            } else {
                None
            };
        }
    }

    fn lab(&mut self, i: usize, lab: &mut Lab, birth: Option<Date>) {
        self.not_before_birth(|| format!("labs[{i}].date"), &mut lab.date, birth);
        let Some(analyte) = lab.analyte else {
            return self.missing(format!("labs[{i}].analyte"), "name the analyte");
        };
        if lab.value.is_some() && lab.unit.is_none() {
            let value = lab.value.take().unwrap_or_default();
            self.refuse(Refusal::new(
                Code::Missing,
                format!("labs[{i}].unit"),
                value,
                format!("{analyte} needs its unit"),
            ));
        }
        let limit = limits::lab(analyte, lab.unit.as_deref());
        for (key, value) in [
            ("value", &mut lab.value),
            ("reference_low", &mut lab.reference_low),
            ("reference_high", &mut lab.reference_high),
        ] {
            let unit = lab.unit.as_deref().unwrap_or("");
            // A reference limit may be 0 ("up to ...").
            let limit = if key == "value" { limit } else { limits::NOT_NEGATIVE };
            self.number(|| format!("labs[{i}].{key} ({analyte}, {unit})"), value, &limit);
        }
    }

    fn treatment(&mut self, i: usize, t: &mut Treatment, birth: Option<Date>) {
        if t.drug.is_none() {
            self.missing(format!("treatments[{i}].drug"), "name the drug, or unspecified");
        }
        for (key, date) in [("start", &mut t.start), ("stop", &mut t.stop), ("last_dose", &mut t.last_dose)] {
            self.not_before_birth(|| format!("treatments[{i}].{key}"), date, birth);
        }
        if let (Some(start), Some(stop)) = (t.start, t.stop)
            && stop < start
        {
            t.stop = None;
            let limit = format!("before the start on {start}");
            self.refuse(Refusal::new(Code::DateOrder, format!("treatments[{i}].stop"), stop, limit));
        }
    }

    fn frax(&mut self, frax: &mut Frax, birth: Option<Date>) {
        self.number(|| "frax.mof_percent".into(), &mut frax.mof_percent, &limits::PERCENT);
        self.number(|| "frax.hip_percent".into(), &mut frax.hip_percent, &limits::PERCENT);
        self.not_before_birth(|| "frax.date".into(), &mut frax.date, birth);
    }
}
