//! Japan, 2015.

use crate::citation::{
    Confidence::{self, A, B, BMinus},
    ids,
};
use crate::document::FractureSite as S;
use crate::document::guidance::Recommendation as R;
use crate::evidence::{Seen as Number, SiteSet, Window};
use crate::rule::{
    ALWAYS, Flag, Guideline, Outcome, Population, Quantity, Remark, Rule, Seen, When, at_least, at_most,
    below,
};

use super::fact::bone_density::BMD_MEASURED;
use super::fact::fractures::HIP_OR_VERTEBRA;
use super::fact::frax::jp::{COUNTRIES, MOF};
use super::fact::glucocorticoid::TAKEN;
use super::fact::person::{AGE, MALE, PARENTAL_HIP_FRACTURE, POSTMENOPAUSAL};

/// As printed: the Japanese young adult mean is not in this engine.
static PERCENT_YOUNG_ADULT: Quantity = Quantity {
    id: "percent_young_adult",
    field: "scans.regions.percent_young_adult",
    label: "lowest percentage of the young adult mean of spine and hip",
    unit: "%",
    read: |e| e.lowest_percent_young_adult(),
};

/// The T-score, which is another way to say the percentage: where that is known, one that is not is not asked for.
static LOWEST_T: Quantity = Quantity {
    id: "lowest_t_beside_percent",
    field: "scans",
    label: "lowest T-score of spine and hip",
    unit: "SD",
    read: |e| match (e.bone_density.lowest_spine_or_hip(), e.lowest_percent_young_adult()) {
        (Number::Between(..), Number::Known(_)) => Number::NotMeasured,
        (t, _) => t,
    },
};

/// Of the ribs, the pelvis, the proximal humerus, the distal forearm or the lower leg.
static OTHER_SITES: Flag = Flag {
    id: "japan2015_other_fracture",
    field: "fractures",
    label: "fragility fracture of a rib, the pelvis, the proximal humerus, the distal forearm or the lower leg",
    read: |e| e.fractures.at(SITES, Window::Ever),
};

const SITES: SiteSet = SiteSet::of(&[
    S::RibSingle,
    S::RibsMultiple,
    S::Pelvis,
    S::Sacrum,
    S::ProximalHumerus,
    S::DistalForearm,
    S::ProximalTibia,
    S::TibiaFibulaShaft,
    S::Ankle,
]);

const fn rule(id: &'static str, when: When, recommendation: R, confidence: Confidence) -> Rule {
    Rule { id, when, then: Outcome::of(recommendation), citation: ids::JAPAN2015, confidence }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "japan2015",
    name: "Japanese guideline for prevention and treatment of osteoporosis, 2015",
    countries: &["JP"],
    frax: COUNTRIES,
    published: "2015",
    checked_on: Some("2026-11-25"),
    superseded_by: Some("the edition of 2025, whose text was not found"),
    seen: Seen::Checked,
    verification: "the criteria of drug treatment as a published summary has them; the age limit of the FRAX limb was \
                   recalled, and corroborated; to measure bone density where none was measured is ours",
    citation: ids::JAPAN2015,
    population: &[Population {
        id: "japan2015.population",
        when: When::Any(&[When::Yes(&POSTMENOPAUSAL), When::All(&[When::Yes(&MALE), at_least(&AGE, 50.0)])]),
        outside: "speaks of primary osteoporosis in women past the menopause and men of 50 or more",
    }],
    // That there was no fracture need not be asked of the last criteria: with one, more is treated.
    rules: &[
        rule("japan2015.treat.hip_or_vertebral_fracture", When::Yes(&HIP_OR_VERTEBRA), R::Treat, A),
        rule(
            "japan2015.treat.other_fracture_yam_lt_80",
            When::All(&[When::Yes(&OTHER_SITES), below(&PERCENT_YOUNG_ADULT, 80.0)]),
            R::Treat,
            A,
        ),
        rule("japan2015.treat.yam_le_70", at_most(&PERCENT_YOUNG_ADULT, 70.0), R::Treat, A),
        rule("japan2015.treat.t_le_-2.5", at_most(&LOWEST_T, -2.5), R::Treat, A),
        rule(
            "japan2015.treat.yam_lt_80_family_history",
            When::All(&[below(&PERCENT_YOUNG_ADULT, 80.0), When::Yes(&PARENTAL_HIP_FRACTURE)]),
            R::Treat,
            A,
        ),
        rule(
            "japan2015.treat.yam_lt_80_mof_ge_15",
            When::All(&[below(&PERCENT_YOUNG_ADULT, 80.0), below(&AGE, 75.0), at_least(&MOF, 15.0)]),
            R::Treat,
            B,
        ),
        rule("japan2015.measure_bmd.not_measured", When::No(&MEASURED), R::MeasureBmd, BMinus),
        rule("japan2015.no_drug.otherwise", ALWAYS, R::NoDrug, A),
    ],
    additions: &[],
    remarks: &[Remark {
        code: "primary_osteoporosis_only",
        when: When::Yes(&TAKEN),
        text: "the criteria speak of primary osteoporosis; a person on glucocorticoids has rules of their own",
    }],
};

/// Bone density of spine or hip, as a percentage or a T-score.
static MEASURED: Flag = Flag {
    id: "bmd_or_percent_measured",
    field: "scans",
    label: "bone density of spine or hip",
    read: |e| match e.lowest_percent_young_adult() {
        Number::Known(_) => Some(true),
        // One region is printed and another not.
        Number::Between(_, high) if high.is_finite() => Some(true),
        _ => (BMD_MEASURED.read)(e),
    },
};
