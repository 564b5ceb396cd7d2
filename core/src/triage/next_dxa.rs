//! When the next DXA is due, and by which rule.

use jiff::civil::Date;

use crate::citation::{CitationId, ids};
use crate::course::limits;
use crate::course::taken::after_months;
use crate::diagnosis::and;
use crate::document::assessment::Category;
use crate::document::stated::KeySet;
use crate::document::{Drug, RiskFactors};
use crate::evidence::{Evidence, SiteSet, Window};
use crate::facts::is_for_osteoporosis;

/// The rule by which the next DXA is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextDxaRule {
    /// Never measured, and indicated.
    NeverMeasured,
    /// After the end of treatment.
    AfterStop,
    /// At the reassessment of a pause.
    AfterPause,
    /// On a glucocorticoid.
    OnGlucocorticoid,
    /// On treatment.
    OnTreatment,
    /// After a first scan without osteoporosis, with risk factors and neither a fracture nor a treatment.
    Untreated,
}

impl NextDxaRule {
    /// Every rule.
    pub const ALL: &'static [Self] = &[
        Self::NeverMeasured,
        Self::AfterStop,
        Self::AfterPause,
        Self::OnGlucocorticoid,
        Self::OnTreatment,
        Self::Untreated,
    ];

    /// The id in documents.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NeverMeasured => "dxa_never_measured",
            Self::AfterStop => "dxa_after_stop_grio2018",
            Self::AfterPause => "dxa_after_pause_nogg2024",
            Self::OnGlucocorticoid => "dxa_on_glucocorticoid_acr2022",
            Self::OnTreatment => "dxa_on_treatment_grio2018",
            Self::Untreated => "dxa_untreated_france",
        }
    }

    /// The rule in words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::NeverMeasured => "bone density was never measured and is indicated: now",
            Self::AfterStop => "2 years after the end of treatment",
            Self::AfterPause => {
                "when a pause of a bisphosphonate is reassessed: 18 months after risedronate or \
                                 ibandronate, 24 after alendronate, 36 after zoledronate"
            }
            Self::OnGlucocorticoid => {
                "every 1 to 2 years on a glucocorticoid, the earlier is named (not yet verified against the paper)"
            }
            Self::OnTreatment => "after 2 to 3 years of treatment, the earlier is named",
            Self::Untreated => {
                "3 to 5 years after an untreated first scan where there are risk factors, the earlier \
                                is named"
            }
        }
    }

    /// Where it stands.
    #[must_use]
    pub const fn citation(self) -> CitationId {
        match self {
            Self::NeverMeasured => ids::FRANCE_DXA2006,
            Self::AfterStop => limits::STOP_DXA_MONTHS_SOURCE,
            Self::AfterPause => ids::NOGG2024,
            Self::OnGlucocorticoid => limits::NEXT_DXA_GLUCOCORTICOID_MONTHS_SOURCE,
            Self::OnTreatment => limits::NEXT_DXA_ON_TREATMENT_MONTHS_SOURCE,
            Self::Untreated => limits::NEXT_DXA_UNTREATED_MONTHS_SOURCE,
        }
    }
}

/// When the next DXA is due, before it is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDxaAnswer {
    /// The rule.
    pub rule: NextDxaRule,
    /// So many months after what the rule counts from; none where it is due now.
    pub months: Option<u32>,
    /// The day; `None` where the day that the rule counts from is unknown.
    pub date: Option<Date>,
}

/// When the next DXA is due; `None` where no rule asks for one, or whether one was made is unknown.
#[must_use]
pub fn next_dxa(e: &Evidence<'_>) -> Option<NextDxaAnswer> {
    let scans = e.person.document.scans.as_ref()?;
    if scans.is_empty() {
        let now = NextDxaAnswer { rule: NextDxaRule::NeverMeasured, months: None, date: e.person.today };
        return is_indicated(e).then_some(now);
    }
    let last = scans.iter().filter_map(|scan| scan.date).filter(|&day| e.person.counts(Some(day))).max();
    let answer = |rule, from: Option<Date>, months: f64| {
        let date = from.and_then(|from| after_months(from, months));
        NextDxaAnswer { rule, months: Some(months as u32), date }
    };
    if e.on_treatment != Some(true)
        && let Some((drug, stop)) = last_stop(e)
    {
        let pause = limits::duration(drug)
            .filter(|_| e.person.document.country.as_deref().is_some_and(|c| c.eq_ignore_ascii_case("GB")));
        let (rule, months) = pause.map_or((NextDxaRule::AfterStop, limits::STOP_DXA_MONTHS), |row| {
            (NextDxaRule::AfterPause, f64::from(row.pause_reassess_months))
        });
        let due = answer(rule, Some(stop), months);
        // Measured since it was due, the count begins anew by the other rules.
        if due.date.is_none_or(|due| last.is_none_or(|last| last < due)) {
            return Some(due);
        }
    }
    if e.glucocorticoid.current == Some(true) {
        let months = limits::NEXT_DXA_GLUCOCORTICOID_MONTHS;
        return Some(answer(NextDxaRule::OnGlucocorticoid, last, months));
    }
    if e.on_treatment == Some(true) {
        let start = e.person.osteoporosis_treatments().filter_map(|course| course.start).min();
        let from = last.map(|last| start.map_or(last, |start| start.max(last)));
        return Some(answer(NextDxaRule::OnTreatment, from, limits::NEXT_DXA_ON_TREATMENT_MONTHS));
    }
    let first = is_first(e) && !asks_for_treatment(e);
    (first && any_risk_factor(e))
        .then(|| answer(NextDxaRule::Untreated, last, limits::NEXT_DXA_UNTREATED_MONTHS))
}

/// Whether all scans are of one day.
fn is_first(e: &Evidence<'_>) -> bool {
    let mut days = e.person.document.scans.as_deref().unwrap_or_default().iter().map(|scan| scan.date);
    let first = days.next();
    days.all(|day| Some(day) == first)
}

/// Whether treatment is to be decided first: after a fragility fracture, or with osteoporosis.
fn asks_for_treatment(e: &Evidence<'_>) -> bool {
    e.fractures.at(SiteSet::ALL, Window::Ever) == Some(true)
        || e.diagnosis.clinical_osteoporosis == Some(true)
        || matches!(e.diagnosis.category, Category::Osteoporosis | Category::SevereOsteoporosis)
}

/// The last day of the latest course that is over.
fn last_stop(e: &Evidence<'_>) -> Option<(Drug, Date)> {
    let listed = e.person.document.treatments.as_deref().unwrap_or_default().iter();
    let over = listed.filter_map(|course| Some((course.drug?, course.stop?)));
    over.filter(|(drug, stop)| e.person.counts(Some(*stop)) && is_for_osteoporosis(Some(*drug)))
        .max_by_key(|(_, stop)| *stop)
}

/// Conditions for which France pays a scan, at any age and sex.
const INDICATED: KeySet = RiskFactors::keys(&[
    "hypogonadism",
    "hyperthyroidism",
    "cushing",
    "hyperparathyroidism",
    "primary_osteoporosis",
]);

/// A parent who broke a hip.
const FAMILY: KeySet = RiskFactors::keys(&["parental_hip_fracture", "maternal_hip_fracture"]);

fn is_indicated(e: &Evidence<'_>) -> bool {
    let g = e.glucocorticoid;
    let dosed = g.mg_per_day.map(|mg| mg >= limits::FRANCE_DXA_GLUCOCORTICOID_MG);
    let long = g.days.map(|days| days >= limits::FRANCE_DXA_GLUCOCORTICOID_DAYS);
    e.fractures.at(SiteSet::ALL, Window::Ever) == Some(true)
        || e.on_treatment == Some(true)
        || and(g.current, and(dosed, long)) == Some(true)
        || e.any_risk_factor(INDICATED) == Some(true)
        || (e.is_postmenopausal() == Some(true) && any_after_the_menopause(e))
}

fn any_after_the_menopause(e: &Evidence<'_>) -> bool {
    let d = e.person.document;
    let early = d.menopause_age_years.is_some_and(|age| age < limits::FRANCE_DXA_MENOPAUSE_BEFORE_YEARS);
    e.any_risk_factor(FAMILY) == Some(true)
        || early
        || e.person.bmi().is_some_and(|bmi| bmi < limits::FRANCE_DXA_BMI_BELOW)
}

fn any_risk_factor(e: &Evidence<'_>) -> bool {
    e.any_risk_factor(INDICATED) == Some(true)
        || e.glucocorticoid.current == Some(true)
        || (e.is_postmenopausal() == Some(true) && any_after_the_menopause(e))
}
