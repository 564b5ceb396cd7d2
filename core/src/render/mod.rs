//! Writes an answer out as the assessment document.

pub(crate) mod access;
pub(crate) mod benefits;
pub(crate) mod course;
pub(crate) mod guidelines;
pub(crate) mod risks;
pub(crate) mod safety;
pub(crate) mod triage;
pub(crate) mod work_up;

use std::collections::BTreeMap;

use crate::densitometry::{Score, Withheld};
use crate::diagnosis::{Site, Why};
use crate::document::assessment as doc;
use crate::document::options::TSource;
use crate::document::{ASSESSMENT_SCHEMA, Assessment, Vertebrae};
use crate::engine::Answer;
use crate::outputs::Output;
use crate::precision::Change;
use crate::quantity::{Compared, Tenths};

pub(crate) fn document(answer: &Answer<'_>) -> Assessment {
    let asked = |output| answer.setup.outputs.has(output);
    Assessment {
        schema: ASSESSMENT_SCHEMA.to_owned(),
        patient_id: answer.person.document.id.clone(),
        engine: engine(answer),
        assumed: assumed(answer),
        flags: flags(answer),
        scores: asked(Output::Scores).then(|| answer.scores.iter().map(|s| score(s, answer)).collect()),
        tbs: answer.tbs.map(|tbs| doc::Tbs {
            value: tbs.value,
            category: tbs.category.as_str().to_owned(),
            scheme: tbs.scheme.to_owned(),
        }),
        diagnosis: asked(Output::Diagnosis).then(|| diagnosis(answer)),
        changes: asked(Output::Changes).then(|| answer.changes.iter().map(change).collect()),
        risks: asked(Output::Risks).then(|| risks::risks(answer)),
        benefits: asked(Output::Benefits).then(|| benefits::benefits(answer)),
        course: asked(Output::Course).then(|| course::course(answer)),
        guidelines: asked(Output::Guidelines).then(|| guidelines::guidelines(answer)),
        disagreements: if asked(Output::Guidelines) { guidelines::disagreements(answer) } else { Vec::new() },
        triage: triage::triage(answer),
        safety: asked(Output::Safety).then(|| safety::safety(answer)),
        access: asked(Output::Access).then(|| access::access(answer)),
        work_up: asked(Output::WorkUp).then(|| work_up::work_up(answer)),
        notices: risks::notices(answer),
        citations: map_of(
            answer.citations().into_iter().map(|id| (id.id().to_owned(), id.citation().to_string())),
        ),
    }
}

/// Collecting into a map sorts first, in a sort of its own for every iterator: of a few entries that is all code.
fn map_of<V>(entries: impl Iterator<Item = (String, V)>) -> BTreeMap<String, V> {
    let mut map = BTreeMap::new();
    entries.for_each(|(key, value)| drop(map.insert(key, value)));
    map
}

fn engine(answer: &Answer<'_>) -> doc::EngineInfo {
    let mut reference_sets: Vec<String> = answer.setup.references.iter().map(|row| row.label()).collect();
    reference_sets.dedup();
    doc::EngineInfo {
        name: "osteon".to_owned(),
        version: crate::VERSION.to_owned(),
        data_version: crate::DATA_VERSION.to_owned(),
        options: answer.setup.options.clone(),
        reference_sets,
    }
}

fn reason(code: &str, text: impl Into<String>) -> doc::Reason {
    doc::Reason { code: code.to_owned(), text: text.into() }
}

fn withheld(reason_code: Withheld) -> doc::Reason {
    reason(reason_code.as_str(), reason_code.text())
}

fn assumed(answer: &Answer<'_>) -> Vec<doc::Assumed> {
    let read = |field: &str, read_as: &str, effect: &str| doc::Assumed {
        field: field.to_owned(),
        read_as: read_as.to_owned(),
        effect: effect.to_owned(),
    };
    let ours = answer.assumptions().map(|a| read(a.field, a.read_as, a.effect));
    ours.chain(answer.setup.assumed.iter().cloned()).collect()
}

fn flags(answer: &Answer<'_>) -> Vec<doc::Reason> {
    let mut flags: Vec<doc::Reason> =
        answer.flags().iter().map(|flag| reason(flag.as_str(), flag.text())).collect();
    if answer.person.left_out > 0 {
        let text = match answer.person.left_out {
            1 => "one entry dated after the assessment was left out".to_owned(),
            many => format!("{many} entries dated after the assessment were left out"),
        };
        flags.push(reason("entries_after_assessment_left_out", text));
    }
    flags
}

fn vertebrae(set: Vertebrae) -> Option<String> {
    (!set.is_empty()).then(|| set.to_string())
}

fn score(s: &Score<'_>, answer: &Answer<'_>) -> doc::Score {
    let standardised = s.standardised(answer.setup.sbmd_spine());
    let t = s.t_shown();
    let z = s.z.as_ref().ok();
    doc::Score {
        region: s.region,
        side: s.side,
        vertebrae: vertebrae(s.vertebrae),
        scan_date: s.date,
        report_role: s.role,
        bmd_g_cm2: s.bmd,
        t_score: t,
        t_score_reported: t.map(|t| Tenths::rounded(t).to_f64()),
        t_score_low: s.interval.map(|interval| interval.low()),
        t_score_high: s.interval.map(|interval| interval.high()),
        probability_t_at_most_minus_2_5: s.interval.map(|interval| interval.probability_of_osteoporosis()),
        z_score: s.z_shown(),
        percentile: z.map(|answer| answer.percentile()),
        printed_t_score: s.printed_t,
        printed_z_score: s.printed_z,
        printed_t_reference: s.printed_reference.map(|reference| reference.id()),
        t_source: s.t_source.map(|source| TSource::as_str(source).to_owned()),
        reference: s.reference.map(|reference| reference.id()),
        reference_confidence: s
            .reference
            .and_then(|reference| reference.confidence())
            .map(|c| c.as_str().to_owned()),
        t_score_male_reference: s.male_t.map(|(t, _)| t),
        z_reference: z.map(|answer| answer.reference_id().to_owned()),
        sbmd_mg_cm2: standardised.map(|standardised| standardised.sbmd.mg_per_cm2()),
        sbmd_error_percent: standardised.and_then(|standardised| standardised.error_percent),
        sbmd_method: standardised.and_then(|standardised| standardised.equation).map(|e| e.method.to_owned()),
        flags: s.flags.iter().map(|flag| flag.as_str().to_owned()).collect(),
        withheld: s.withheld.map(withheld),
        z_withheld: s.z.as_ref().err().filter(|_| s.z_shown().is_none()).copied().map(withheld),
    }
}

fn diagnosis(answer: &Answer<'_>) -> doc::Diagnosis {
    let d = &answer.diagnosis;
    doc::Diagnosis {
        category: d.category,
        clinical_osteoporosis: d.clinical_osteoporosis,
        clinical_rule: CLINICAL_RULE.to_owned(),
        region: d.site.map(|site| site.region),
        vertebrae: d.site.and_then(|site: Site| vertebrae(site.vertebrae)),
        side: d.site.and_then(|site| site.side),
        t_score: d.t.map(Compared::to_f64),
        z_score: d.z.map(Compared::to_f64),
        reasons: d.reasons.iter().map(|why: &Why| reason(why.code(), why.text())).collect(),
        ever: d.ever,
        if_proposed_exclusion: d.if_proposed_exclusion,
        could_be: d.could_be().to_vec(),
    }
}

const CLINICAL_RULE: &str = "a low-trauma hip or vertebral fracture at any T-score, or one of the humerus, \
                             pelvis or forearm with low bone mass";

fn change(c: &Change) -> doc::Change {
    doc::Change {
        region: c.region,
        side: c.side,
        vertebrae: vertebrae(c.vertebrae),
        against: c.against,
        from: c.from,
        to: c.to,
        change_g_cm2: Some(c.g_cm2),
        change_percent: Some(c.percent),
        least_significant_change_g_cm2: c.lsc_g_cm2,
        significant: c.significant,
        significant_by_iscd_minimum: c.by_iscd_minimum,
        because: c.because.iter().map(|because| reason(because.code(), because.text())).collect(),
    }
}
