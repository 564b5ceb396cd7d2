//! What the French guidelines ask of fractures, risk factors and earlier treatment.

use crate::diagnosis::{never_counts, or, past_fractures};
use crate::document::stated::KeySet;
use crate::document::{FractureSite as S, RiskFactors, Section};
use crate::evidence::{Evidence, Seen, SiteSet, Window};
use crate::rule::{Flag, Quantity};

/// Sites of severe fractures; three or more ribs at once are severe, one is not.
pub const SEVERE_SITES: SiteSet = SiteSet::of(&[
    S::ProximalFemur,
    S::Subtrochanteric,
    S::FemoralShaft,
    S::DistalFemur,
    S::Vertebra,
    S::Pelvis,
    S::Sacrum,
    S::ProximalHumerus,
    S::ProximalTibia,
    S::RibsMultiple,
]);

/// A severe fracture.
pub static SEVERE_FRACTURE: Flag = Flag {
    id: "severe_fracture",
    field: "fractures",
    label: "severe fracture",
    read: |e| match e.fractures.at(SEVERE_SITES, Window::Ever) {
        Some(true) => Some(true),
        by_site => or(by_site, three_ribs_at_once(e)),
    },
};

/// Three single ribs of one day or one event are three at once.
fn three_ribs_at_once(e: &Evidence<'_>) -> Option<bool> {
    let ribs = || past_fractures(e.person).filter(|f| f.site == S::RibSingle && f.fragility == Some(true));
    let any = ribs().any(|rib| {
        let (day, event) = (rib.fracture.date, rib.fracture.event_id.as_ref());
        let at_once = ribs().map(|other| other.fracture).filter(|other| {
            (day.is_some() && day == other.date) || (event.is_some() && event == other.event_id.as_ref())
        });
        at_once.count() >= 3
    });
    Some(any)
}

/// A fracture at any other site that counts.
pub static NON_SEVERE_FRACTURE: Flag = Flag {
    id: "non_severe_fracture",
    field: "fractures",
    label: "non-severe fracture",
    read: |e| e.fractures.at(SiteSet::ALL.without(SEVERE_SITES), Window::Ever),
};

/// A fracture at a site that is never osteoporotic.
pub static NEVER_OSTEOPOROTIC_FRACTURE: Flag = Flag {
    id: "never_osteoporotic_fracture",
    field: "fractures",
    label: "fracture at a site that is never osteoporotic",
    read: |e| Some(past_fractures(e.person).any(|fracture| never_counts(fracture.site))),
};

/// A risk factor of osteoporosis, smoking and diseases and drugs that thin the bone among them; those with a limit
/// (body mass, menopause, alcohol) stand beside it.
pub static RISK_FACTOR: Flag = Flag {
    id: "osteoporosis_risk_factor",
    field: "risk_factors",
    label: "risk factor of osteoporosis",
    read: risk_factor,
};

const RISK_FACTORS: KeySet = RiskFactors::keys(&[
    "parental_hip_fracture",
    "maternal_hip_fracture",
    "rheumatoid_arthritis",
    "premature_menopause",
    "oestrogen_deficiency",
    "hypogonadism",
    "hyperthyroidism",
    "hyperparathyroidism",
    "cushing",
    "growth_hormone_deficiency",
    "type_1_diabetes",
    "malabsorption",
    "coeliac_disease",
    "inflammatory_bowel_disease",
    "gastrectomy",
    "bariatric_surgery",
    "chronic_liver_disease",
    "chronic_kidney_disease",
    "axial_spondyloarthritis",
    "systemic_lupus",
    "copd",
    "hiv",
    "aromatase_inhibitor",
    "androgen_deprivation",
    "epilepsy_or_anticonvulsant",
    "immobility",
    "primary_osteoporosis",
]);

fn risk_factor(e: &Evidence<'_>) -> Option<bool> {
    let past_glucocorticoid = e.risk_factor(|r| r.glucocorticoid.as_ref().and_then(|g| g.ever));
    let glucocorticoid = or(e.glucocorticoid.current, past_glucocorticoid);
    or(or(e.any_risk_factor(RISK_FACTORS), e.person.smokes()), glucocorticoid)
}

/// Body mass index. Where everything was asked of risk factors and no weight is known it was not measured.
pub static BODY_MASS_INDEX: Quantity = Quantity {
    id: "bmi",
    field: "weight_kg",
    label: "body mass index",
    unit: "kg/m2",
    read: |e| known_or_not_measured(e, e.person.bmi()),
};

/// Age at the menopause; where it was only asked whether that was early, the answer is a risk factor.
pub static MENOPAUSE_AGE: Quantity = Quantity {
    id: "menopause_age",
    field: "menopause_age_years",
    label: "age at the menopause",
    unit: "years",
    read: |e| match (e.person.document.menopause_age_years, e.risk_factor(|r| r.premature_menopause)) {
        (None, Some(_)) => Seen::NotMeasured,
        (age, _) => Seen::or_unknown(age),
    },
};

/// Alcohol.
pub static ALCOHOL: Quantity = Quantity {
    id: "alcohol_units_per_day",
    field: "risk_factors.alcohol_units_per_day",
    label: "alcohol",
    unit: "units of 8 g a day",
    read: |e| Seen::or_unknown(e.person.alcohol_units_per_day()),
};

/// Took a drug for osteoporosis, now or earlier.
pub static EVER_TREATED: Flag = Flag {
    id: "ever_treated",
    field: "treatments",
    label: "treatment for osteoporosis, now or earlier",
    read: |e| e.person.ever_on_osteoporosis_treatment(),
};

fn known_or_not_measured(e: &Evidence<'_>, value: Option<f64>) -> Seen {
    match value {
        Some(value) => Seen::Known(value),
        None if e.person.is_complete(Section::RiskFactors) => Seen::NotMeasured,
        None => Seen::UNKNOWN,
    }
}
