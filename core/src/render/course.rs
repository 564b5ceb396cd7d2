//! Writes `course[]` out.

use crate::citation::CitationId;
use crate::course::{Action, CourseAnswer, CourseRule, CourseWhy, limits};
use crate::document::guidance as doc;
use crate::engine::Answer;
use crate::outputs::Output;

use super::reason;

pub(super) fn course(answer: &Answer<'_>) -> Vec<doc::Course> {
    answer.course.iter().map(written).collect()
}

fn written(said: &CourseAnswer) -> doc::Course {
    doc::Course {
        drug: said.drug,
        rule: said.rule.as_str().to_owned(),
        status: said.status,
        action: code(said.action),
        text: text(said),
        due: said.due,
        reasons: said.reasons.iter().map(|why| reason(why.code(), why.text())).collect(),
        missing: said.missing.iter().map(|&field| field.to_owned()).collect(),
        verified: said.rule.is_verified(),
        sources: said.rule.citations().iter().map(|source| source.id().to_owned()).collect(),
    }
}

/// The code of an action in documents.
fn code(action: Action) -> String {
    match action {
        Action::ContinueToReview => "continue_to_review".into(),
        Action::ExtendToYears(years) => format!("extend_to_{years}_years"),
        Action::PauseReassessMonths(months) => format!("pause_reassess_{months}_months"),
        Action::ReassessNow => "reassess_now".into(),
        Action::DxaInMonths(months) => format!("dxa_in_{months}_months"),
        Action::DxaNow => "dxa_now".into(),
        Action::SpecialistAdvice => "specialist_advice".into(),
        Action::SpecialistImageBothFemurs => "specialist_image_both_femurs".into(),
        Action::SpecialistAtOnce => "specialist_at_once".into(),
        Action::SpecialistBeforeNextDose => "specialist_before_next_dose".into(),
        Action::ChangeTreatment => "change_treatment".into(),
        Action::ReviewAdherence => "review_adherence".into(),
        Action::None => "none".into(),
        Action::NextDoseAtMonths(months) => format!("next_dose_at_{months}_months"),
        Action::BookNextDose => "book_next_dose".into(),
        Action::GiveNow => "give_now".into(),
        Action::EscalateReboundRisk => "escalate_rebound_risk".into(),
        Action::ZoledronateAtMonths(months) => format!("zoledronate_at_{months}_months"),
        Action::ZoledronateNow => "zoledronate_now".into(),
        Action::CtxAtThreeAndSixMonths => "ctx_at_3_and_6_months".into(),
        Action::AntiresorptiveAtMonths(months) => format!("antiresorptive_at_{months}_months"),
        Action::NameAntiresorptive => "name_antiresorptive".into(),
        Action::SwitchToAntiresorptive => "switch_to_antiresorptive".into(),
        Action::StartAntiresorptiveNow => "start_antiresorptive_now".into(),
        Action::LookForVertebralFractures => "look_for_vertebral_fractures".into(),
        Action::FindLastDose => "find_last_dose".into(),
        Action::FillInMissing => "fill_in_missing".into(),
    }
}

/// The action in words.
fn text(said: &CourseAnswer) -> String {
    let drug = said.drug;
    let (first, second) = (limits::DENOSUMAB_EXIT_CTX_FIRST_MONTHS, limits::DENOSUMAB_EXIT_CTX_SECOND_MONTHS);
    let ctx = format!("measure CTX {first} and {second} months after it, and repeat it if CTX is high");
    let what = match said.action {
        Action::ContinueToReview => "go on until the review that is due then".into(),
        Action::ExtendToYears(years) => format!("go on, up to {years} years in all"),
        Action::PauseReassessMonths(months) => format!("pause, and reassess after {months} months"),
        Action::ReassessNow => "reassess the risk of fracture now: the pause is over".into(),
        Action::DxaInMonths(months) => format!("the course may end; measure bone density {months} months later"),
        Action::DxaNow => "measure bone density now: it is due after the end of the course".into(),
        Action::SpecialistAdvice => "do not end the course by this rule; ask a specialist".into(),
        Action::SpecialistImageBothFemurs => {
            "stop it, image both femurs in full length, and ask a specialist before any further drug".into()
        }
        Action::SpecialistAtOnce => {
            let femurs = said.rule == CourseRule::AtypicalFemur;
            let images = if femurs { ", and image both femurs in full length" } else { "" };
            format!(
                "refer to a specialist at once{images}; it is not stopped without a successor and a date, because \
                 vertebrae may break"
            )
        }
        Action::SpecialistBeforeNextDose => "no further dose before a specialist has decided".into(),
        Action::ChangeTreatment => {
            "check adherence, absorption, secondary causes and vitamin D; then change: to a stronger antiresorptive, \
             from mouth to injection, or from a strong antiresorptive to an anabolic drug (never straight from \
             denosumab to teriparatide or abaloparatide)"
                .into()
        }
        Action::ReviewAdherence => "no failure by this rule; ask how it is taken".into(),
        Action::None => "no failure by this rule".into(),
        Action::NextDoseAtMonths(months) => format!("the next dose is due {months} months after the last"),
        Action::BookNextDose => "book the next dose for the day it is due".into(),
        Action::GiveNow => "give the dose now".into(),
        Action::EscalateReboundRisk => {
            "late: look for new vertebral fractures, and give the dose or its successor without delay, with a \
             specialist"
                .into()
        }
        Action::ZoledronateAtMonths(months) => {
            format!("zoledronate {months} months after the last dose; {ctx}")
        }
        Action::ZoledronateNow => format!("zoledronate now, as successor; {ctx}"),
        Action::CtxAtThreeAndSixMonths => {
            format!("measure CTX {first} and {second} months after the drug that followed")
        }
        Action::AntiresorptiveAtMonths(months) => {
            format!("an antiresorptive drug follows at once when {months} months are over")
        }
        Action::NameAntiresorptive => "name the antiresorptive drug that follows, and its day".into(),
        Action::SwitchToAntiresorptive => "end it, and start an antiresorptive drug at once".into(),
        Action::StartAntiresorptiveNow => "start an antiresorptive drug now: what was gained is lost without".into(),
        Action::LookForVertebralFractures => {
            format!("what followed it came late: look for new vertebral fractures now, and {ctx}")
        }
        Action::FindLastDose => {
            "find the date of the last injection today: more than 7 months after it vertebrae may break".into()
        }
        Action::FillInMissing => {
            let missing: Vec<&str> = said.missing.iter().map(|field| in_words(field, said)).collect();
            format!("cannot be said without: {}", missing.join(", "))
        }
    };
    format!("{drug}: {}{what}", calcium_first(said))
}

/// What calcium asks for before a dose.
fn calcium_first(said: &CourseAnswer) -> &'static str {
    if said.action == Action::SpecialistAtOnce {
        ""
    } else if said.reasons.contains(&CourseWhy::CalciumLow) {
        "calcium is low: correct it the same day, with a specialist, before any dose; "
    } else if said.reasons.contains(&CourseWhy::CalciumUnknown) {
        "check calcium first, and if it is low correct it the same day, with a specialist; "
    } else {
        ""
    }
}

/// A field of the document in words.
fn in_words(field: &'static str, said: &CourseAnswer) -> &'static str {
    match field {
        "assessed_on" => "the day of the assessment",
        "fractures" => "the list of fractures",
        "fractures.on_treatment" => "whether a fracture happened on treatment",
        "labs.ctx" => "a bone turnover marker before and on treatment",
        "risk_factors" => "the risk factors",
        "scans" if said.reasons.contains(&CourseWhy::EarlierScanMissing) => {
            "an earlier scan, of about the start of the course"
        }
        "scans" => "a scan of spine and hip",
        "treatments.adherent" => "whether it is taken as prescribed",
        "treatments.drug" => "which drug it is",
        "treatments.last_dose" => "the day of the last dose",
        "treatments.start" => "the day on which it began",
        other => other,
    }
}

/// Every source behind it.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<CitationId> {
    if !answer.setup.outputs.has(Output::Course) {
        return Vec::new();
    }
    answer.course.iter().flat_map(|said| said.rule.citations()).copied().collect()
}
