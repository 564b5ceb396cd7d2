//! Reading the factors of a person, fractures apart.

use crate::diagnosis::and;
use crate::document::stated::KeySet;
use crate::document::{Analyte, Comparator, Lab, RiskFactors, Section};
use crate::facts::{GlucocorticoidUse, Person};
use crate::quantity::Compared;

use super::fractures;
use super::limits::{self, Measurement};
use super::product::{Factor, Factors};
use super::reading::{AsRead, ReadInto, Reading, Takes};

/// What a person has of the guideline's factors, and what is not known of them.
pub(super) fn read(person: &Person<'_>) -> Reading {
    // Room for all that is asked of most people: one allocation in place of four.
    let mut reading = Reading { questions: Vec::with_capacity(32), ..Reading::default() };
    take(person, &mut reading);
    reading.settle();
    reading
}

/// What a person has of the guideline's factors as everything is read: those of [`Reading::read`].
pub(super) fn as_read(person: &Person<'_>) -> Factors {
    let mut reading = AsRead::default();
    take(person, &mut reading);
    reading.0
}

fn take(person: &Person<'_>, reading: &mut impl Takes) {
    fractures::read(person, reading);
    parent(person, reading);
    habits(person, reading);
    glucocorticoid(person, reading);
    falls(person, reading);
    conditions(person, reading);
    diabetes(person, reading);
    labs(person, reading);
    trabecular_bone_score(person, reading);
}

fn parent(person: &Person<'_>, reading: &mut impl Takes) {
    let mother = person.document.risk_factors.as_ref().and_then(|r| r.maternal_hip_fracture);
    let said = person.any_risk_factor(PARENTAL_HIP_FRACTURE);
    let said = if mother == Some(true) { mother } else { said };
    let age = f64::from(person.age.completed_years());
    if Factors::one(Factor::ParentalHipFracture).at_age(age).is_empty() {
        reading.note(|reading| reading.parent_too_late = said == Some(true));
    } else {
        reading.flag("risk_factors.parental_hip_fracture", said, Factor::ParentalHipFracture);
    }
}

fn habits(person: &Person<'_>, reading: &mut impl Takes) {
    let (alcohol, smoking) = (Factor::Alcohol50GOrMore, Factor::SmokingMoreThan10);
    let drinks = person.alcohol_g_per_day().map(|grams| alcohol.holds(grams));
    reading.flag_as("risk_factors.alcohol_g_per_day", limits::ALCOHOL.otherwise, drinks, alcohol);
    let smokes = person.smokes_more_than(smoking.low());
    reading.flag_as("risk_factors.cigarettes_per_day", limits::SMOKING.otherwise, smokes, smoking);
    // Height and weight are decimals, their quotient is not: what is at a limit in decimals is at it.
    let bmi = person.bmi().map(|bmi| Compared::exact(bmi).to_f64());
    match bmi {
        None => reading.ask(
            limits::BODY_MASS_INDEX_FIELD,
            limits::BODY_MASS_INDEX.otherwise,
            &[
                Factors::NONE,
                Factors::one(Factor::BmiFrom185),
                Factors::one(Factor::BmiAbove15),
                Factors::one(Factor::Bmi15OrLess),
            ],
        ),
        Some(bmi) => has_by(reading, &limits::BODY_MASS_INDEX, bmi),
    }
}

/// The factor by a value that is known.
fn has_by(reading: &mut impl Takes, measurement: &Measurement, value: f64) {
    if let Some(factor) = measurement.factor(value) {
        reading.has(factor);
    }
}

/// Whether a glucocorticoid is taken for long enough to count.
fn is_long(used: &GlucocorticoidUse) -> Option<bool> {
    // A dose that has not changed for longer has been taken for longer.
    let since = used.started_or_raised_months_ago.map(crate::diagnosis::days_of_months);
    match since {
        Some(since) if limits::GLUCOCORTICOID_TAKEN.holds(since) => Some(true),
        _ => used.days.map(|days| limits::GLUCOCORTICOID_TAKEN.holds(days)),
    }
}

/// Whether it was started, or its dose raised, of late.
fn is_new(used: &GlucocorticoidUse) -> Option<bool> {
    let months = used.started_or_raised_months_ago;
    let new = months.map(|months| limits::GLUCOCORTICOID_STARTED_OR_RAISED.holds(months));
    // What has been taken for less than a year was started in it; what for longer may have been raised.
    let by_days = used.days_taken.filter(|&days| limits::GLUCOCORTICOID_NEW_BY_DAYS.holds(days));
    new.or(by_days.map(|_| true))
}

/// Whether the dose is one that makes a fracture imminent.
pub(crate) fn has_new_glucocorticoid(used: &GlucocorticoidUse) -> Option<bool> {
    let dose = used.mg_per_day.map(|mg| Factor::GlucocorticoidAbove5MgNew.holds(mg));
    let taken = and(used.current, dose);
    and(taken, and(is_long(used), is_new(used)))
}

fn glucocorticoid(person: &Person<'_>, reading: &mut impl Takes) {
    let used = person.glucocorticoid();
    let GlucocorticoidUse { current, current_from_dose, mg_per_day, .. } = used;
    let (long, new) = (is_long(&used), is_new(&used));
    // The first is none at all.
    let mut possible = [Factors::NONE; 6];
    let mut count = 1;
    let mut may_be = |factors: Factors| {
        if let Some(slot) = possible.get_mut(count) {
            *slot = factors;
            count += 1;
        }
    };
    if current == Some(false) || long == Some(false) {
        return;
    }
    if current.is_none() || long.is_none() {
        may_be(Factors::NONE);
    }
    let (low, middle, high, raised) = (
        Factor::GlucocorticoidBelow25Mg,
        Factor::Glucocorticoid25To75Mg,
        Factor::GlucocorticoidAbove75Mg,
        Factor::GlucocorticoidAbove5MgNew,
    );
    let fits = |factor: Factor| mg_per_day.is_none_or(|mg| factor.holds(mg));
    // A dose of more than 5 mg that is new has a row of its own.
    let stays_old = |over: bool| !(over && new == Some(true));
    if fits(low) {
        may_be(Factors::one(low));
    }
    if fits(middle) && stays_old(mg_per_day.is_some() && fits(raised)) {
        may_be(Factors::one(middle));
    }
    if fits(high) && stays_old(true) {
        may_be(Factors::one(high));
    }
    if fits(raised) && new != Some(false) {
        may_be(Factors::one(raised));
    }
    let (field, read_as) = if current.is_none() {
        ("risk_factors.glucocorticoid", "none")
    } else if long.is_none() {
        // Of whatever dose: what was not taken for long is no factor.
        ("risk_factors.glucocorticoid.days", limits::GLUCOCORTICOID_TAKEN.otherwise)
    } else if mg_per_day.is_none() {
        ("risk_factors.glucocorticoid.mg_per_day", low.values())
    } else {
        let field = "risk_factors.glucocorticoid.started_or_raised_months_ago";
        (field, limits::GLUCOCORTICOID_STARTED_OR_RAISED.otherwise)
    };
    let (as_read, all) = (possible.get(1..count), possible.get(..count));
    let (as_read, all) = (as_read.unwrap_or_default(), all.unwrap_or_default());
    // A dose is read as taken now; where it is not, there is no factor.
    let all = if current_from_dose && long.is_some() { all } else { as_read };
    let read_into = ReadInto { dose: current_from_dose, ..ReadInto::default() };
    reading.ask_read_into(field, read_as, as_read, all, read_into);
}

fn falls(person: &Person<'_>, reading: &mut impl Takes) {
    const FIELD: &str = "risk_factors.falls_past_year";
    let (one, more) = (Factors::one(Factor::Falls1), Factors::one(Factor::Falls2OrMore));
    let falls = person.falls_past_year();
    if falls.are_counted() {
        has_by(reading, &limits::FALLS, f64::from(falls.at_least));
    } else if falls.any() == Some(true) {
        reading.ask(FIELD, Factor::Falls1.values(), &[one, more]);
    } else {
        reading.ask(FIELD, limits::FALLS.otherwise, &[Factors::NONE, one, more]);
    }
}

/// A factor that the document answers with yes or no.
type Condition = (&'static str, KeySet, Factor);

/// A key of `risk_factors` that is a factor.
macro_rules! condition {
    ($key:literal, $Factor:ident) => {
        (concat!("risk_factors.", $key), RiskFactors::keys(&[$key]), Factor::$Factor)
    };
}

static CONDITIONS: [Condition; 15] = [
    condition!("copd", Copd),
    condition!("axial_spondyloarthritis", AxialSpondyloarthritis),
    condition!("rheumatoid_arthritis", RheumatoidArthritis),
    condition!("hyponatraemia", Hyponatraemia),
    condition!("epilepsy_or_anticonvulsant", Epilepsy),
    condition!("dementia", Dementia),
    condition!("parkinson", Parkinson),
    condition!("multiple_sclerosis", MultipleSclerosis),
    condition!("opioid", Opioid),
    condition!("stroke", Stroke),
    condition!("type_1_diabetes", Type1Diabetes),
    condition!("hyperparathyroidism", PrimaryHyperparathyroidism),
    condition!("heart_failure", HeartFailure),
    condition!("mgus", Mgus),
    condition!("proton_pump_inhibitor", ProtonPumpInhibitor),
];

/// Indicators: told of, and never multiplied.
static INDICATORS: [Condition; 2] =
    [condition!("immobility", Immobility), condition!("aromatase_inhibitor", AromataseInhibitor)];

const PARENTAL_HIP_FRACTURE: KeySet = RiskFactors::keys(&["parental_hip_fracture"]);
const DEPRESSION: KeySet = RiskFactors::keys(&["depression", "antidepressant"]);
const CHRONIC_KIDNEY_DISEASE: KeySet = RiskFactors::keys(&["chronic_kidney_disease"]);

fn conditions(person: &Person<'_>, reading: &mut impl Takes) {
    for &(field, key, factor) in &CONDITIONS {
        reading.flag(field, person.any_risk_factor(key), factor);
    }
    reading.flag("risk_factors.depression", person.any_risk_factor(DEPRESSION), Factor::Depression);
    let walk = person.document.risk_factors.as_ref().and_then(|r| r.timed_up_and_go_s);
    let slow = Factor::TimedUpAndGoAbove12S;
    let walks_slowly = person.flag(Section::RiskFactors, walk.map(|seconds| slow.holds(seconds)));
    let otherwise = limits::TIMED_UP_AND_GO.otherwise;
    reading.flag_as("risk_factors.timed_up_and_go_s", otherwise, walks_slowly, slow);
    for &(_, key, factor) in &INDICATORS {
        if person.any_risk_factor(key) == Some(true) {
            reading.has(factor);
        }
    }
}

fn diabetes(person: &Person<'_>, reading: &mut impl Takes) {
    let years = person.document.risk_factors.as_ref().and_then(|r| r.type_2_diabetes_years);
    let possible = [
        Factors::NONE,
        Factors::one(Factor::Type2Diabetes5To10Years),
        Factors::one(Factor::Type2DiabetesOver10Years),
    ];
    match (person.type_2_diabetes(), years) {
        (Some(false), _) => {}
        (_, Some(years)) => has_by(reading, &limits::TYPE_2_DIABETES, years),
        (Some(true), None) => {
            let otherwise = limits::TYPE_2_DIABETES.otherwise;
            reading.ask("risk_factors.type_2_diabetes_years", otherwise, &possible);
        }
        (None, None) => reading.ask("risk_factors.type_2_diabetes", "false", &possible),
    }
}

fn labs(person: &Person<'_>, reading: &mut impl Takes) {
    let (low, lowest) = (Factor::Tsh01To045, Factor::TshBelow01);
    let (mild, strong) = (Factors::one(low), Factors::one(lowest));
    let otherwise = limits::TSH.otherwise;
    let labs_known = || {
        !person.is_awaited(Analyte::Tsh)
            && (person.is_complete(Section::Labs) || person.document.labs.as_ref().is_some_and(Vec::is_empty))
    };
    let in_our_unit = |lab: &&Lab| lab.unit.as_deref().is_some_and(is_milliunits_per_litre);
    match person.latest_result(Analyte::Tsh) {
        None if labs_known() => {}
        Some(lab) if in_our_unit(&lab) => {
            let tsh = lab.value.unwrap_or(f64::INFINITY);
            match lab.comparator {
                Some(Comparator::Below) if tsh <= lowest.high() => reading.has(lowest),
                Some(Comparator::Below) if tsh <= low.high() => {
                    reading.ask("labs.tsh", low.values(), &[mild, strong]);
                }
                Some(Comparator::Above) if tsh >= low.high() => {}
                Some(_) => reading.ask("labs.tsh", otherwise, &[Factors::NONE, mild, strong]),
                None => has_by(reading, &limits::TSH, tsh),
            }
        }
        _ => reading.ask("labs.tsh", otherwise, &[Factors::NONE, mild, strong]),
    }
    kidneys(person, reading);
}

fn kidneys(person: &Person<'_>, reading: &mut impl Takes) {
    let kidney = Factor::ChronicKidneyDisease;
    let said = person.any_risk_factor(CHRONIC_KIDNEY_DISEASE);
    let result = person.latest_result(Analyte::Egfr);
    let measured = result.and_then(|lab| {
        let egfr = lab.value?;
        match lab.comparator {
            None => Some(limits::EGFR.factor(egfr).is_some()),
            // "> 60" and "> 90" are how laboratories report kidneys that work; above 59, in whole
            // numbers, is 60 or more.
            Some(Comparator::Above) if egfr + 1.0 >= kidney.high() => Some(false),
            Some(Comparator::Below) if egfr <= kidney.low() => Some(false),
            Some(_) => None,
        }
    });
    // A disease said, or a clearance measured: either will do.
    if said == Some(true) {
        reading.has(kidney);
        let of_no_stage = result.filter(|_| measured == Some(false));
        reading.note(|reading| reading.egfr_of_no_stage = of_no_stage.map(written));
    } else if measured.is_none() && (result.is_some() || person.is_awaited(Analyte::Egfr)) {
        // A result below 60 may be of a stage that counts, and so may one that is not there yet.
        reading.ask("labs.egfr", limits::EGFR.otherwise, &[Factors::NONE, Factors::one(kidney)]);
    } else {
        reading.flag("risk_factors.chronic_kidney_disease", measured.or(said), kidney);
    }
}

/// `>90 mL/min/1.73m2`.
fn written(lab: &Lab) -> String {
    let comparator = lab.comparator.map_or("", Comparator::as_str);
    let unit = lab.unit.as_deref().unwrap_or_default();
    format!("{comparator}{} {unit}", lab.value.unwrap_or_default())
}

/// `mU/L`, `mIU/L`, `uU/mL` and `uIU/mL`, which are one.
fn is_milliunits_per_litre(unit: &str) -> bool {
    let plain = |c: char| if matches!(c, '\u{b5}' | '\u{3bc}') { 'u' } else { c.to_ascii_lowercase() };
    let is = |name: &str| unit.chars().filter(|c| !c.is_whitespace()).map(plain).eq(name.chars());
    let names = ["mu/l", "miu/l", "uu/ml", "uiu/ml"];
    // Most are written without a blank and in ASCII.
    names.into_iter().any(|name| unit.eq_ignore_ascii_case(name)) || names.into_iter().any(is)
}

/// The Z-score of the latest scan that has one. A score that was not measured is no unknown; whether one
/// was, where nobody told of scans, is.
fn trabecular_bone_score(person: &Person<'_>, reading: &mut impl Takes) {
    if person.document.scans.is_none() {
        let mut possible = [Factors::NONE; 5];
        for (slot, factor) in possible.iter_mut().skip(1).zip(limits::TRABECULAR_BONE_SCORE.weakest_first()) {
            *slot = Factors::one(factor);
        }
        return reading.ask(limits::SCANS, limits::NO_BONE_DENSITY, &possible);
    }
    let scans = person.document.scans.as_deref().unwrap_or_default().iter();
    let scored = scans.filter(|scan| person.counts(scan.date) && scan.tbs_z_score.is_some());
    let Some(z) = scored.max_by_key(|scan| scan.date).and_then(|scan| scan.tbs_z_score) else { return };
    has_by(reading, &limits::TRABECULAR_BONE_SCORE, z);
}
