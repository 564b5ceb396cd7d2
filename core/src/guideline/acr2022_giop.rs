//! ACR guideline on glucocorticoid-induced osteoporosis, 2022: adults. The worst limb decides.

use crate::citation::{
    Confidence::{A, B, BMinus},
    ids,
};
use crate::densitometry::{Score, Withheld};
use crate::document::Region;
use crate::document::assessment::ReportRole;
use crate::document::guidance::Recommendation as R;
use crate::evidence::{Evidence, Seen as Number};
use crate::precision::changes;
use crate::risk::Outcome as Event;
use crate::risk::supplied_frax::glucocorticoid_dose::{DoseBand, percent_change};
use crate::rule::{
    ALWAYS, Addition, Flag, Guideline, Outcome, Population, Quantity, Remark, Rule, Seen, When, above,
    at_least, at_most, below,
};

use super::fact::bone_density::{BMD_MEASURED, LOWEST_Z};
use super::fact::fractures::ANY_FRACTURE;
use super::fact::frax::us;
use super::fact::glucocorticoid::{DAYS, DOSE, TAKEN};
use super::fact::person::AGE;

/// The guideline puts T-scores into bands from 40 on, also where a Z-score is due (ISCD): the machine's own print.
static LOWEST_T_FROM_40: Quantity = Quantity {
    id: "lowest_t_from_40",
    field: "scans",
    label: "lowest T-score of spine and hip, before 50 too",
    unit: "SD",
    read: |e| match e.bone_density.lowest_spine_or_hip() {
        Number::Between(_, high) if high.is_infinite() => lowest_printed_t(e),
        seen => seen,
    },
};

/// The lowest of the printed T-scores; a region that was measured and has none may be lower.
fn lowest_printed_t(e: &Evidence<'_>) -> Number {
    let counts = |region| matches!(region, Region::LumbarSpine | Region::FemoralNeck | Region::TotalHip);
    let by_age = |withheld| {
        matches!(withheld, Withheld::ManUnder50 | Withheld::Premenopausal | Withheld::MenopauseUnknown)
    };
    let current =
        || e.scores.iter().filter(|s| s.role == ReportRole::Current && s.usable && counts(s.region));
    let printed = |s: &Score<'_>| s.printed_t.filter(|_| s.withheld.is_some_and(by_age));
    let lowest = current().filter_map(printed).map(|t| e.setup.compared(t).to_f64()).reduce(f64::min);
    match lowest {
        Some(lowest) if current().all(|s| printed(s).is_some()) => Number::Known(lowest),
        Some(lowest) => Number::Between(f64::NEG_INFINITY, lowest),
        None => Number::UNKNOWN,
    }
}

/// FRAX, raised for a dose above 7.5 mg a day.
static ADJUSTED_MOF: Quantity = Quantity {
    id: "frax_mof_gc_adjusted",
    field: "frax.mof_percent",
    label: "FRAX major osteoporotic fracture, adjusted for the dose",
    unit: "%",
    read: |e| adjusted(e, Event::Mof, e.frax.mof(us::COUNTRIES)),
};

static ADJUSTED_HIP: Quantity = Quantity {
    id: "frax_hip_gc_adjusted",
    field: "frax.hip_percent",
    label: "FRAX hip fracture, adjusted for the dose",
    unit: "%",
    read: |e| adjusted(e, Event::Hip, e.frax.hip(us::COUNTRIES)),
};

fn adjusted(e: &Evidence<'_>, event: Event, supplied: Number) -> Number {
    let raised = |percent: f64, dose: f64| {
        let high = dose.is_infinite() || (dose > 0.0 && DoseBand::of(dose) == Ok(DoseBand::High));
        let change = if high { percent_change(event, None, DoseBand::High).unwrap_or(0) } else { 0 };
        (percent * (100.0 + f64::from(change)) / 100.0).min(100.0)
    };
    let Some(((low, high), (least, most))) = supplied.ends().zip((DOSE.read)(e).ends()) else {
        return supplied;
    };
    Number::within(raised(low, least), raised(high, most))
}

/// Grams in one year. Where not stated: the daily dose times the days taken or planned, of one year.
static CUMULATIVE: Quantity = Quantity {
    id: "glucocorticoid_g_per_year",
    field: "risk_factors.glucocorticoid.cumulative_g_per_year",
    label: "cumulative glucocorticoid",
    unit: "g a year",
    read: |e| stated_cumulative(e).map_or_else(|| reckoned_cumulative(e), Number::Known),
};

static CUMULATIVE_STATED: Flag = Flag {
    id: "glucocorticoid_g_per_year_stated",
    field: "risk_factors.glucocorticoid.cumulative_g_per_year",
    label: "cumulative glucocorticoid stated",
    read: |e| Some(stated_cumulative(e).is_some()),
};

fn stated_cumulative(e: &Evidence<'_>) -> Option<f64> {
    let said = e.person.document.risk_factors.as_ref()?.glucocorticoid.as_ref()?;
    said.cumulative_g_per_year
}

fn reckoned_cumulative(e: &Evidence<'_>) -> Number {
    let grams = |dose: f64, days: f64| if days > 0.0 { dose * days.min(365.0) / 1000.0 } else { 0.0 };
    let Some(((least, most), (shortest, longest))) = (DOSE.read)(e).ends().zip((DAYS.read)(e).ends()) else {
        return Number::NotMeasured;
    };
    Number::within(grams(least, shortest), grams(most, longest))
}

/// A loss at spine or hip that is greater than the least significant change.
static BONE_LOSS: Flag = Flag {
    id: "significant_bone_loss",
    field: "scans",
    label: "bone loss greater than the least significant change",
    read: |e| {
        let scans = e.person.document.scans.as_ref()?;
        if scans.len() < 2 {
            return Some(false);
        }
        let all = changes(e.person, e.scores, e.setup);
        let mut compared = all.iter().filter(|change| change.region != Region::Radius33).peekable();
        // Scans that cannot be compared say nothing of a loss.
        compared.peek()?;
        let lost = compared.filter(|change| change.g_cm2 < 0.0);
        lost.map(|change| change.significant).reduce(crate::diagnosis::or).unwrap_or(Some(false))
    },
};

const VERY_HIGH_DOSE: When = When::All(&[at_least(&DOSE, 30.0), above(&DAYS, 30.0)]);
const VERY_HIGH: Outcome = Outcome::in_category("very_high", R::TreatAnabolicFirst);
const HIGH: Outcome = Outcome::in_category("high", R::Treat);
const MODERATE: Outcome = Outcome::in_category("moderate", R::Treat);
const LOW: Outcome = Outcome::in_category("low", R::NoDrug);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "acr2022_giop",
    name: "ACR guideline on glucocorticoid-induced osteoporosis, 2022",
    countries: &["US"],
    frax: &["US"],
    published: "2023",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "its groups as recalled, and corroborated by a second reading; the limits of 10 and 20 % and what it \
                   recommends also in a public summary",
    citation: ids::ACR2022_GIOP,
    population: &[
        Population {
            id: "acr2022_giop.adult",
            when: at_least(&AGE, 18.0),
            outside: "its rules for children are not in this build",
        },
        Population {
            id: "acr2022_giop.population",
            when: When::Any(&[When::All(&[at_least(&DOSE, 2.5), above(&DAYS, 90.0)]), VERY_HIGH_DOSE]),
            outside: "speaks of people on 2.5 mg of prednisolone a day or more for more than three months, or 30 mg or \
                      more for more than 30 days, taken or planned",
        },
    ],
    rules: &[
        Rule {
            id: "acr2022_giop.very_high.fracture",
            when: When::Yes(&ANY_FRACTURE),
            then: VERY_HIGH,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.very_high.dose",
            when: VERY_HIGH_DOSE,
            then: VERY_HIGH,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.very_high.cumulative_dose",
            when: at_least(&CUMULATIVE, 5.0),
            then: VERY_HIGH,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        // Six months are 180 days.
        Rule {
            id: "acr2022_giop.moderate.under_40",
            when: When::All(&[
                below(&AGE, 40.0),
                at_least(&DOSE, 7.5),
                at_least(&DAYS, 180.0),
                When::Any(&[below(&LOWEST_Z, -3.0), When::Yes(&BONE_LOSS)]),
            ]),
            then: MODERATE,
            citation: ids::ACR2022_GIOP,
            confidence: BMinus,
        },
        Rule {
            id: "acr2022_giop.low.under_40",
            when: below(&AGE, 40.0),
            then: LOW,
            citation: ids::ACR2022_GIOP,
            confidence: BMinus,
        },
        Rule {
            id: "acr2022_giop.very_high.t_le_-3.5",
            when: at_most(&LOWEST_T_FROM_40, -3.5),
            then: VERY_HIGH,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.very_high.frax",
            when: When::Any(&[at_least(&ADJUSTED_MOF, 30.0), at_least(&ADJUSTED_HIP, 4.5)]),
            then: VERY_HIGH,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.high.t_le_-2.5",
            when: at_most(&LOWEST_T_FROM_40, -2.5),
            then: HIGH,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.high.frax",
            when: When::Any(&[at_least(&ADJUSTED_MOF, 20.0), at_least(&ADJUSTED_HIP, 3.0)]),
            then: HIGH,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.moderate.t_le_-1.0",
            when: at_most(&LOWEST_T_FROM_40, -1.0),
            then: MODERATE,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.moderate.frax",
            when: When::Any(&[at_least(&ADJUSTED_MOF, 10.0), above(&ADJUSTED_HIP, 1.0)]),
            then: MODERATE,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        Rule {
            id: "acr2022_giop.low.t_gt_-1.0",
            when: above(&LOWEST_T_FROM_40, -1.0),
            then: LOW,
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
        // No limb that is known is worse than low, and low asks for a T-score.
        Rule {
            id: "acr2022_giop.measure_bmd.otherwise",
            when: ALWAYS,
            then: Outcome::of(R::MeasureBmd),
            citation: ids::ACR2022_GIOP,
            confidence: B,
        },
    ],
    additions: &[Addition {
        id: "acr2022_giop.also.measure_bmd",
        when: When::No(&BMD_MEASURED),
        also: R::MeasureBmd,
        citation: ids::ACR2022_GIOP,
        confidence: A,
    }],
    remarks: &[
        Remark {
            code: "frax_adjusted_for_dose",
            when: above(&DOSE, 7.5),
            text: "for a dose above 7.5 mg a day FRAX is raised by 15 %, that of the hip by 20 %",
        },
        Remark {
            code: "cumulative_dose_reckoned",
            when: When::All(&[When::Yes(&TAKEN), When::No(&CUMULATIVE_STATED)]),
            text: "the cumulative dose was not stated and is reckoned as the daily dose times the days, of one year",
        },
    ],
};
