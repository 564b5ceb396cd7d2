//! Bloods and imaging that a fracture liaison service asks for, and what results suggest.
//!
//! A panel is asked of a person with a fragility fracture, osteoporosis, a Z-score below the expected range, a
//! fracture at a site that is never osteoporotic, or a treatment. A result is judged whoever it is of.

mod imaging;
mod result;
mod suggests;
pub mod tables;

use jiff::civil::Date;

use crate::citation::{CitationId, ids};
use crate::course;
use crate::diagnosis::{never_counts, past_fractures};
use crate::document::assessment::Category;
use crate::document::guidance::TestStatus;
use crate::document::{Analyte, Drug, Lab, LabStatus, Route, Sex};
use crate::evidence::Evidence;
use crate::safety::is_too_old;

pub use imaging::SpineSign;
pub use result::{Judged, Reference, Through, judge};
pub use suggests::suggests;
use tables::{Panel, TESTS, Test, Who};

/// What is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An analyte.
    Analyte(Analyte),
    /// The spine, for vertebral fractures.
    Spine(Option<SpineSign>),
    /// Both femurs, for an atypical fracture.
    BothFemurs,
}

/// One test, before it is written out.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkUpAnswer {
    /// What is tested.
    pub subject: Subject,
    /// Where it stands.
    pub status: TestStatus,
    /// The panels that ask for it.
    pub panels: Vec<Panel>,
    /// Their sources, and those of a limit.
    pub citations: Vec<CitationId>,
    /// Index of the result in `labs`.
    pub lab: Option<usize>,
    /// How it was judged.
    pub judged: Option<Judged>,
    /// Whether the result is too old for drug safety to read.
    pub too_old: bool,
}

/// Every test for one person.
#[must_use]
pub fn answers(e: &Evidence<'_>) -> Vec<WorkUpAnswer> {
    let mut said = Vec::new();
    if imaging::femurs(e) {
        said.push(imaged(Subject::BothFemurs, TestStatus::Due, ids::NOGG2024));
    }
    spine(e, &mut said);
    let asked = is_asked(e);
    if !asked && e.person.document.labs.as_ref().is_none_or(Vec::is_empty) {
        return said;
    }
    let monitored = ctx_is_due(e);
    for &analyte in Analyte::ALL {
        let tests = || TESTS.iter().filter(|test| asked && test.analyte == analyte && is_for(test, e));
        let mut panels: Vec<Panel> = tests().map(|test| test.panel).collect();
        let mut citations: Vec<CitationId> = tests().map(|test| test.citation).collect();
        if monitored && analyte == Analyte::Ctx {
            panels.push(Panel::Monitoring);
            citations.push(ids::GRIO2018);
        }
        said.extend(of_analyte(analyte, panels, citations, e, tests().find_map(|test| test.instead)));
    }
    said
}

fn of_analyte(
    analyte: Analyte,
    panels: Vec<Panel>,
    mut citations: Vec<CitationId>,
    e: &Evidence<'_>,
    instead: Option<Analyte>,
) -> Option<WorkUpAnswer> {
    let subject = Subject::Analyte(analyte);
    let repeat = panels.contains(&Panel::Monitoring);
    let ordered = |analyte| {
        let mut listed = e.person.document.labs.as_deref().unwrap_or_default().iter();
        listed.any(|lab| {
            lab.analyte == Some(analyte)
                && lab.status == Some(LabStatus::Pending)
                && e.person.counts(lab.date)
        })
    };
    let there = latest(e, analyte).filter(|_| !repeat);
    let stale = there.is_some() && is_stale(e, analyte);
    if let Some((index, lab)) = there.filter(|_| !stale || panels.is_empty()) {
        let mut judged = result::judge_of(e, analyte, lab);
        if stale && judged.status == TestStatus::Unremarkable {
            judged.status = TestStatus::NotJudged;
        }
        if matches!(judged.through, Some(Through::CorrectedCalcium(_))) {
            citations.push(ids::PAYNE1973);
        }
        citations.extend([judged.low, judged.high].into_iter().flatten().filter_map(Reference::citation));
        return Some(WorkUpAnswer {
            subject,
            status: judged.status,
            panels,
            citations,
            lab: Some(index),
            judged: Some(judged),
            too_old: stale,
        });
    }
    let status = if ordered(analyte) { TestStatus::Pending } else { TestStatus::Due };
    let stands_in = instead.is_some_and(|other| is_current(e, other) || ordered(other))
        || analyte == Analyte::CalciumCorrected && is_corrected_by_albumin(e);
    if status == TestStatus::Due && (panels.is_empty() || stands_in) {
        return None;
    }
    let lab = there.map(|(index, _)| index);
    Some(WorkUpAnswer { subject, status, panels, citations, lab, judged: None, too_old: stale })
}

/// Whether drug safety reads the analyte, and the latest result is too old for it.
fn is_stale(e: &Evidence<'_>, analyte: Analyte) -> bool {
    use Analyte as A;
    matches!(analyte, A::Calcium | A::CalciumCorrected | A::Albumin | A::Creatinine | A::Egfr | A::Crcl)
        && is_too_old(e, analyte)
}

fn is_current(e: &Evidence<'_>, analyte: Analyte) -> bool {
    latest(e, analyte).is_some() && !is_stale(e, analyte)
}

/// Total calcium with an albumin stands for corrected calcium.
fn is_corrected_by_albumin(e: &Evidence<'_>) -> bool {
    is_current(e, Analyte::Calcium) && is_current(e, Analyte::Albumin)
}

/// The latest result that is there, in numbers or in words.
fn latest<'e>(e: &Evidence<'e>, analyte: Analyte) -> Option<(usize, &'e Lab)> {
    let labs = e.person.document.labs.as_deref().unwrap_or_default();
    let there = |lab: &Lab| {
        lab.analyte == Some(analyte)
            && (lab.value.is_some() || lab.coded.is_some())
            && matches!(lab.status, None | Some(LabStatus::Final))
            && e.person.counts(lab.date)
    };
    labs.iter().enumerate().filter(|(_, lab)| there(lab)).max_by_key(|(_, lab)| lab.date)
}

fn imaged(subject: Subject, status: TestStatus, citation: CitationId) -> WorkUpAnswer {
    WorkUpAnswer {
        subject,
        status,
        panels: vec![Panel::Imaging],
        citations: vec![citation],
        lab: None,
        judged: None,
        too_old: false,
    }
}

fn spine(e: &Evidence<'_>, said: &mut Vec<WorkUpAnswer>) {
    let (sign, there) = (imaging::spine_sign(e), imaging::spine_imaged(e));
    let status = match there {
        Some(TestStatus::NotJudged) | None if sign.is_some() => TestStatus::Due,
        Some(there) => there,
        None => return,
    };
    said.push(imaged(Subject::Spine(sign), status, ids::ISCD2019_VFA));
}

/// Whether panels are asked of the person.
fn is_asked(e: &Evidence<'_>) -> bool {
    let osteoporosis = matches!(
        e.diagnosis.category,
        Category::Osteoporosis | Category::SevereOsteoporosis | Category::BelowExpectedForAge
    );
    osteoporosis
        || e.diagnosis.clinical_osteoporosis == Some(true)
        || e.diagnosis.fractures.any == Some(true)
        || e.on_treatment == Some(true)
        || e.fractures.atypical.until_excluded
        // A fracture that is never osteoporotic asks for another cause (GRIO 2018).
        || past_fractures(e.person).any(|fracture| never_counts(fracture.site))
}

fn is_for(test: &Test, e: &Evidence<'_>) -> bool {
    let young = e.age() < tables::YOUNG_BELOW_YEARS;
    let man = e.person.sex == Sex::Male;
    match test.who {
        Who::Everyone => true,
        Who::Young => young,
        Who::Men => man,
        Who::YoungMen => man && young,
    }
}

/// Whether CTX is to be measured: on a bisphosphonate by mouth long enough to show in it, and not measured since.
fn ctx_is_due(e: &Evidence<'_>) -> bool {
    e.person.osteoporosis_treatments().any(|treatment| {
        let oral = matches!(treatment.drug, Some(Drug::Alendronate | Drug::Risedronate | Drug::Ibandronate))
            && !matches!(treatment.route, Some(Route::Iv));
        let from = treatment
            .start
            .and_then(|start| course::taken::after_months(start, course::limits::MARKER_AFTER_MONTHS));
        let since =
            |from: Date| e.person.results(Analyte::Ctx).any(|lab| lab.date.is_some_and(|day| day >= from));
        oral && from.is_some_and(|from| e.person.today.is_some_and(|today| today >= from) && !since(from))
    })
}
