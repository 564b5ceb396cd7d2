//! Writes `work_up[]` out.

use crate::citation::CitationId;
use crate::document::guidance as doc;
use crate::document::guidance::{TestKind, TestStatus};
use crate::document::{Analyte, Lab};
use crate::engine::Answer;
use crate::math::round_significant;
use crate::work_up::tables::Side;
use crate::work_up::{Reference, SpineSign, Subject, Through, WorkUpAnswer, suggests};

pub(super) fn work_up(answer: &Answer<'_>) -> Vec<doc::WorkUp> {
    let labs = answer.person.document.labs.as_deref().unwrap_or_default();
    answer.work_up.iter().map(|said| written(said, said.lab.and_then(|index| labs.get(index)))).collect()
}

fn written(said: &WorkUpAnswer, lab: Option<&Lab>) -> doc::WorkUp {
    let mut sources: Vec<String> = said.citations.iter().map(|source| source.id().to_owned()).collect();
    sources.sort_unstable();
    sources.dedup();
    doc::WorkUp {
        test: test(said.subject).to_owned(),
        kind: kind(said.subject),
        status: said.status,
        panels: said.panels.iter().map(|panel| panel.as_str().to_owned()).collect(),
        value: lab.and_then(|lab| lab.value),
        unit: lab.and_then(|lab| lab.unit.clone()),
        coded: lab.and_then(|lab| lab.coded.clone()),
        date: lab.and_then(|lab| lab.date),
        reference: lab.and_then(|lab| reference(said, lab)),
        reason: why(said),
        rule: rule(said),
        sources,
    }
}

const fn test(subject: Subject) -> &'static str {
    match subject {
        Subject::Analyte(analyte) => analyte.as_str(),
        Subject::Spine(_) => "vertebral_fracture_assessment",
        Subject::BothFemurs => "imaging_both_femurs",
    }
}

const fn kind(subject: Subject) -> TestKind {
    match subject {
        Subject::Analyte(Analyte::CalciumUrine24h) => TestKind::Urine,
        Subject::Analyte(_) => TestKind::Blood,
        Subject::Spine(_) | Subject::BothFemurs => TestKind::Imaging,
    }
}

/// The limits that a result was held against, and whose they are.
fn reference(said: &WorkUpAnswer, lab: &Lab) -> Option<String> {
    let judged = said.judged?;
    let unit = lab.unit.as_deref().unwrap_or_default();
    let written = |word: &str, reference: Option<Reference>| {
        let reference = reference?;
        let whose = reference.citation().map_or("the laboratory", CitationId::id);
        Some(format!("{word} {} {unit} ({whose})", reference.limit()))
    };
    let low = written("at least", judged.low);
    let high = written("at most", judged.high);
    match (low, high) {
        (Some(low), Some(high)) => Some(format!("{low}, {high}")),
        (one, other) => one.or(other),
    }
}

fn why(said: &WorkUpAnswer) -> String {
    match said.subject {
        Subject::BothFemurs => {
            "a fracture of the femoral shaft on a bisphosphonate or denosumab is atypical until excluded: image \
             both femurs in full length"
                .to_owned()
        }
        Subject::Spine(sign) => spine(said.status, sign),
        Subject::Analyte(analyte) => {
            let through = said.judged.and_then(|judged| judged.through);
            through.map(by).unwrap_or_default() + &of_analyte(said, analyte)
        }
    }
}

fn spine(status: TestStatus, sign: Option<SpineSign>) -> String {
    let sign = match sign {
        Some(SpineSign::Age) => "a T-score below -1.0 at this age",
        Some(SpineSign::HeightLoss) => "a T-score below -1.0 and more than 4 cm of height lost",
        Some(SpineSign::UndocumentedFracture) => {
            "a T-score below -1.0 and a vertebral fracture that no image shows"
        }
        Some(SpineSign::Glucocorticoid) => "a T-score below -1.0 and a glucocorticoid for 3 months or more",
        None => "images are there",
    };
    match status {
        TestStatus::Flagged => "shows a vertebral fracture".to_owned(),
        TestStatus::Unremarkable => "shows no vertebral fracture".to_owned(),
        TestStatus::NotJudged => "the images cannot be read".to_owned(),
        TestStatus::Due | TestStatus::Pending => format!("asked for by {sign} (ISCD 2019)"),
    }
}

/// What a result was judged by, where it was not the result itself.
fn by(through: Through) -> String {
    match through {
        Through::CorrectedCalcium(value) => {
            format!("corrected for albumin {}: ", round_significant(value, 3))
        }
        Through::Clearance(least, most) if most.is_infinite() => {
            format!("renal function at least {} mL/min: ", round_significant(least, 3))
        }
        Through::Clearance(least, most) if least >= most => {
            format!("creatinine clearance {} mL/min: ", round_significant(most, 3))
        }
        Through::Clearance(_, most) => {
            format!("renal function at most {} mL/min: ", round_significant(most, 3))
        }
    }
}

fn of_analyte(said: &WorkUpAnswer, analyte: Analyte) -> String {
    let side = said.judged.and_then(|judged| judged.side);
    let suggested = side.and_then(|side| suggests(analyte, side));
    match said.status {
        TestStatus::Flagged => {
            let word = if side == Some(Side::Low) { "low" } else { "high" };
            format!("{word}: suggests {}", suggested.unwrap_or("a secondary cause"))
        }
        TestStatus::Unremarkable => "within its limits".to_owned(),
        TestStatus::NotJudged if said.too_old => "the result is too old".to_owned(),
        TestStatus::NotJudged if analyte == Analyte::Calcium => {
            "total calcium is read with albumin: give calcium_corrected, or the laboratory's own limits"
                .to_owned()
        }
        TestStatus::NotJudged if is_renal(said, analyte) => {
            "reduced: below what is surely enough, and above the limit of a disease of the bone".to_owned()
        }
        TestStatus::NotJudged => {
            "cannot be judged: give the laboratory's own limits, or a unit that is known".to_owned()
        }
        TestStatus::Pending => "ordered; no result yet".to_owned(),
        TestStatus::Due if said.too_old => "the result is too old: repeat it".to_owned(),
        TestStatus::Due if analyte == Analyte::Ctx => {
            "shows whether a bisphosphonate by mouth acts: fasting, in the morning".to_owned()
        }
        TestStatus::Due => {
            let what = [Side::Low, Side::High].into_iter().find_map(|side| suggests(analyte, side));
            what.map_or_else(|| "part of the panel".to_owned(), |what| format!("no result; looks for {what}"))
        }
    }
}

/// Whether renal function was judged, and is neither low nor surely enough.
fn is_renal(said: &WorkUpAnswer, analyte: Analyte) -> bool {
    said.judged.is_some_and(|judged| {
        matches!(judged.through, Some(Through::Clearance(..)))
            || matches!(analyte, Analyte::Egfr | Analyte::Crcl) && judged.low.is_some()
    })
}

fn rule(said: &WorkUpAnswer) -> String {
    match (said.subject, said.judged, said.panels.first()) {
        (Subject::Spine(_), ..) => "vfa_iscd2019".to_owned(),
        (Subject::BothFemurs, ..) => "atypical_femur".to_owned(),
        (Subject::Analyte(analyte), Some(judged), _) => match judged.side {
            Some(Side::Low) => format!("secondary_cause.{analyte}_low"),
            Some(Side::High) => format!("secondary_cause.{analyte}_high"),
            None => format!("secondary_cause.{analyte}"),
        },
        (Subject::Analyte(_), None, Some(panel)) => format!("panel.{}", panel.as_str()),
        (Subject::Analyte(_), None, None) => "ordered".to_owned(),
    }
}

/// Every source behind it.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<CitationId> {
    answer.work_up.iter().flat_map(|said| &said.citations).copied().collect()
}
