//! Gradients of risk by BMD, and the effects that trials found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

const SITE: &[(&str, &str)] = &[
    ("distal_radius", "GradientSite::DistalRadius"),
    ("femoral_neck", "GradientSite::FemoralNeck"),
    ("lumbar_spine", "GradientSite::LumbarSpine"),
];
const GRADIENT_OUTCOME: &[(&str, &str)] = &[
    ("forearm", "GradientOutcome::Forearm"),
    ("hip", "GradientOutcome::Hip"),
    ("vertebral", "GradientOutcome::Vertebral"),
    ("any", "GradientOutcome::Any"),
    ("osteoporotic", "GradientOutcome::Osteoporotic"),
];
const DRUG: &[(&str, &str)] = &[
    ("alendronate", "StudiedDrug::Alendronate"),
    ("risedronate", "StudiedDrug::Risedronate"),
    ("ibandronate", "StudiedDrug::Ibandronate"),
    ("zoledronate", "StudiedDrug::Zoledronate"),
    ("denosumab", "StudiedDrug::Denosumab"),
    ("teriparatide", "StudiedDrug::Teriparatide"),
    ("abaloparatide", "StudiedDrug::Abaloparatide"),
    ("romosozumab", "StudiedDrug::Romosozumab"),
    ("romosozumab_then_alendronate", "StudiedDrug::RomosozumabThenAlendronate"),
    ("raloxifene", "StudiedDrug::Raloxifene"),
    ("hormone_therapy", "StudiedDrug::HormoneTherapy"),
    ("calcitonin", "StudiedDrug::Calcitonin"),
    ("oestrogen_and_progestogen", "StudiedDrug::OestrogenAndProgestogen"),
    ("calcium_and_vitamin_d", "StudiedDrug::CalciumAndVitaminD"),
    ("bisphosphonates", "StudiedDrug::Bisphosphonates"),
];
const TRIAL_OUTCOME: &[(&str, &str)] = &[
    ("morphometric_vertebral", "TrialOutcome::MorphometricVertebral"),
    ("clinical_vertebral", "TrialOutcome::ClinicalVertebral"),
    ("hip", "TrialOutcome::Hip"),
    ("nonvertebral", "TrialOutcome::Nonvertebral"),
    ("any_clinical", "TrialOutcome::AnyClinical"),
    ("death", "TrialOutcome::Death"),
];
const EFFECT_TYPE: &[(&str, &str)] = &[
    ("RRR%", "EffectType::RelativeRiskReductionPercent"),
    ("HR", "EffectType::HazardRatio"),
    ("RR", "EffectType::RelativeRisk"),
    ("OR", "EffectType::OddsRatio"),
];
const COMPARATOR: &[(&str, &str)] = &[
    ("placebo", "Comparator::Placebo"),
    ("alendronate", "Comparator::Alendronate"),
    ("risedronate", "Comparator::Risedronate"),
    ("romosozumab", "Comparator::Romosozumab"),
    ("pth_receptor_agonists", "Comparator::PthReceptorAgonists"),
];
const SEXES: &[(&str, &str)] = &[("women", "Sexes::Women"), ("women_and_men", "Sexes::WomenAndMen")];
const CRITERION: &[(&str, &str)] = &[("yes", "Some(true)"), ("no", "Some(false)"), ("", "None")];
const MONTHS_VERIFIED: &[(&str, &str)] = &[("yes", "true"), ("no", "false"), ("", "false")];

/// What is recalled only is not shipped: nothing here recognises a print.
fn confidence(row: &Row) -> String {
    let confidence = row.choice("confidence", CONFIDENCE);
    if confidence.starts_with("Confidence::C") {
        row.fail("confidence: what is recalled only is not shipped");
    }
    confidence
}

/// The value between its limits; no limits, or both.
fn limits(row: &Row, value: f64) -> String {
    match (row.text("ci_low"), row.text("ci_high")) {
        ("", "") => "None".to_owned(),
        ("", _) | (_, "") => row.fail("ci_low and ci_high: both or neither"),
        _ => {
            let (low, high) = (row.number("ci_low"), row.number("ci_high"));
            if !(low <= value && value <= high) {
                row.fail(format!("{value} is not between {low} and {high}"));
            }
            format!("Some([{low:?}, {high:?}])")
        }
    }
}

fn ages(row: &Row) -> String {
    let (youngest, oldest) = (row.whole("age_min"), row.whole("age_max"));
    let seen = match row.text("ages_seen") {
        "yes" => true,
        "no" => false,
        other => row.fail(format!("ages_seen: {other:?} is neither yes nor no")),
    };
    if seen != (youngest.is_some() || oldest.is_some()) {
        row.fail("ages_seen: yes with age_min or age_max, no without either");
    }
    if let (Some(youngest), Some(oldest)) = (youngest, oldest)
        && youngest >= oldest
    {
        row.fail(format!("ages: {youngest} is not below {oldest}"));
    }
    format!("ages_seen: {seen}, youngest_years: {youngest:?}, oldest_years: {oldest:?}")
}

/// A T-score with one decimal, as `Tenths`.
fn tenths(row: &Row, column: &str, text: &str) -> String {
    let tenths: Option<i16> = text
        .split_once('.')
        .filter(|(_, decimals)| decimals.len() == 1)
        .and_then(|(whole, decimal)| format!("{whole}{decimal}").parse().ok())
        .filter(|tenths| (-100..=100).contains(tenths));
    tenths.map_or_else(
        || row.fail(format!("{column}: {text:?} is no T-score such as -2.5")),
        |tenths| format!("Tenths::new({tenths})"),
    )
}

/// Up to which T-score: `<=-2.5`, `<-2.5`, or `any`.
fn t_limit(row: &Row, column: &str) -> String {
    let text = row.text(column);
    if text == "any" {
        return "TLimit::Any".to_owned();
    }
    let at_most = text.strip_prefix("<=").map(|t| ("AtMost", t));
    match at_most.or_else(|| text.strip_prefix('<').map(|t| ("Below", t))) {
        Some((kind, t)) => format!("TLimit::{kind}({})", tenths(row, column, t)),
        None => row.fail(format!("{column}: {text:?} is none of <=-2.5, <-2.5 and any")),
    }
}

/// The T-score that a trial asked for.
fn t_score(row: &Row) -> String {
    let optional = |column: &str, of: &dyn Fn() -> String| match row.text(column) {
        "" => "None".to_owned(),
        _ => format!("Some({})", of()),
    };
    let rest = ["t_limit", "t_limit_with_more", "t_not_below"];
    if row.text("t_sites").is_empty() {
        if rest.iter().any(|column| !row.text(column).is_empty()) {
            row.fail("t_sites: a limit without its sites");
        }
        return "None".to_owned();
    }
    if matches!(row.text("t_limit"), "" | "any") {
        row.fail("t_limit: sites without their limit");
    }
    let known = |site: &&str| rows::REGION.iter().find(|(region, _)| region == site).map(|(_, name)| *name);
    let sites: Vec<&str> = row
        .text("t_sites")
        .split('|')
        .map(|site| known(&site).unwrap_or_else(|| row.fail(format!("t_sites: {site:?} is not known"))))
        .collect();
    format!(
        "Some(TCriterion {{ sites: &[{}], limit: {}, limit_with_more: {}, not_below: {} }})",
        sites.join(", "),
        t_limit(row, "t_limit"),
        optional("t_limit_with_more", &|| t_limit(row, "t_limit_with_more")),
        optional("t_not_below", &|| tenths(row, "t_not_below", row.text("t_not_below"))),
    )
}

fn table(name: &str, kind: &str, rows: &[String]) -> String {
    format!("pub(super) static {name}: [{kind}; {}] = [\n{}];\n", rows.len(), rows.concat())
}

/// `bmd_gradients.csv`.
pub(crate) fn gradients(data: &Path, citations: &mut Citations) -> String {
    let mut seen = BTreeSet::new();
    let mut code = Vec::new();
    for row in rows::read(&data.join("risk/bmd_gradients.csv")) {
        let key = ["citation", "site", "outcome", "sex", "age"].map(|column| row.text(column).to_owned());
        if !seen.insert(key) {
            row.fail("this gradient is there twice");
        }
        let value = row.positive("rr_per_sd_decrease");
        let limits = limits(&row, value);
        let Some(limits) = limits.strip_prefix("Some(").and_then(|limits| limits.strip_suffix(')')) else {
            row.fail("a gradient has its confidence limits")
        };
        code.push(format!(
            "    Gradient {{ site: {}, outcome: {}, sex: {}, age_years: {:?}, per_sd_decrease: {value:?}, \
             limits: {limits}, citation: {}, confidence: {} }},\n",
            row.choice("site", SITE),
            row.choice("outcome", GRADIENT_OUTCOME),
            row.choice("sex", rows::SEX),
            row.whole("age"),
            citations.of(&row),
            confidence(&row),
        ));
    }
    table("GRADIENTS", "Gradient", &code)
}

fn value(row: &Row) -> f64 {
    let value = row.number("value");
    let within = match row.text("effect_type") {
        "RRR%" => (0.0..=100.0).contains(&value),
        _ => value > 0.0 && value < 10.0,
    };
    if !within {
        row.fail(format!("value: {value} is no {}", row.text("effect_type")));
    }
    value
}

/// The months, and whether they were seen; a trial has both, an odds ratio of a meta-analysis may not.
fn months(row: &Row) -> String {
    let (months, verified) = (row.whole("months"), row.text("months_verified"));
    match (months, verified, row.text("effect_type")) {
        (Some(1..=240), "yes" | "no", _) | (None, "", "OR") => {}
        _ => row.fail("months: 1-240 with months_verified yes or no; neither for an odds ratio alone"),
    }
    format!("months: {months:?}, months_verified: {}", row.choice("months_verified", MONTHS_VERIFIED))
}

fn population(row: &Row) -> String {
    let sexes = row.choice("sexes", SEXES);
    if row.text("sexes") == "women" && row.text("postmenopausal") != "yes" {
        row.fail("postmenopausal: every trial of women here was of postmenopausal women");
    }
    let criteria = ["postmenopausal", "osteoporosis", "prior_vertebral_fracture", "after_hip_fracture"]
        .map(|criterion| format!("{criterion}: {}", row.choice(criterion, CRITERION)))
        .join(", ");
    format!("Population {{ sexes: {sexes}, {}, t_score: {}, {criteria} }}", ages(row), t_score(row))
}

fn significance(row: &Row) -> String {
    match row.text("significance") {
        "" => "Significance::NotStated".to_owned(),
        "NS" => "Significance::NotSignificant".to_owned(),
        text => match text.strip_prefix("P=").and_then(|p| p.parse::<f64>().ok()) {
            Some(p) if (0.0..=1.0).contains(&p) => format!("Significance::P({p:?})"),
            _ => row.fail(format!("significance: {text:?} is neither NS nor P=0.063")),
        },
    }
}

/// Sources that differ stand side by side, and each row says so.
fn check_conflicts(rows: &[Row]) {
    let mut groups: BTreeMap<[&str; 4], Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let key = ["drug", "trial", "outcome", "comparator"].map(|column| row.text(column));
        groups.entry(key).or_default().push(row);
    }
    for group in groups.values() {
        let conflict = group[0].text("conflict");
        if let Some(other) = group.iter().find(|row| row.text("conflict") != conflict) {
            other.fail("conflict: every row of a conflict says the same");
        }
        if !conflict.is_empty() && group.len() < 2 {
            group[0].fail("conflict: with no other row");
        }
        if conflict.is_empty() {
            let mut strata = BTreeSet::new();
            if let Some(twice) = group.iter().find(|row| !strata.insert(row.text("stratum"))) {
                twice.fail("this effect is there twice; give the stratum, or say the conflict");
            }
        }
    }
}

/// `treatment_effects.csv`.
pub(crate) fn treatment_effects(data: &Path, citations: &mut Citations) -> String {
    let rows = rows::read(&data.join("risk/treatment_effects.csv"));
    check_conflicts(&rows);
    let code: Vec<String> = rows
        .iter()
        .map(|row| {
            if row.text("seen_in").is_empty() {
                row.fail("seen_in: say where the number was seen");
            }
            let value = value(row);
            let text = |column: &str| format!("{:?}", row.text(column));
            format!(
                "    TreatmentEffect {{ drug: {}, trial: {}, outcome: {}, stratum: {}, effect_type: {}, \
                 value: {value:?}, limits: {}, {}, comparator: {}, population: {}, significance: {}, \
                 conflict: {}, note: {}, seen_in: {}, citation: {}, confidence: {} }},\n",
                row.choice("drug", DRUG),
                text("trial"),
                row.choice("outcome", TRIAL_OUTCOME),
                text("stratum"),
                row.choice("effect_type", EFFECT_TYPE),
                limits(row, value),
                months(row),
                row.choice("comparator", COMPARATOR),
                population(row),
                significance(row),
                text("conflict"),
                text("note"),
                text("seen_in"),
                citations.of(row),
                confidence(row),
            )
        })
        .collect();
    table("EFFECTS", "TreatmentEffect", &code)
}
