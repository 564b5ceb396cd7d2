//! The explanation: the whole assessment in sentences, with sources and margins.

use osteon::document::guidance::Guideline;

use crate::page::{Block, Document, Line, Section};
use crate::report::{all_assumed, foot, section};
use crate::say::Speaker;

pub(crate) fn explanation(speaker: &Speaker<'_>) -> Document {
    let words = speaker.words;
    let mut person = vec![speaker.person()];
    person.extend(speaker.indication());
    person.extend(speaker.scanners());
    let mut scores = speaker.score_lines();
    scores.extend(speaker.tbs());
    let mut next = speaker.priority();
    next.extend(speaker.next_steps());
    let mut safety = speaker.safety();
    safety.extend(speaker.other_safety());
    let lines = |class: &'static str, title: &str, lines: Vec<Line>| {
        section(class, title, vec![Block::Lines(lines)], words)
    };
    // For a person on treatment the course comes first.
    let sections: [Option<Section>; 19] = [
        lines("course", "section-course", speaker.course()),
        lines("person", "section-person", person),
        lines("scores", "section-all-scores", scores),
        lines("diagnosis", "section-diagnosis", diagnosis(speaker)),
        lines("changes", "section-changes", speaker.changes()),
        lines("guidelines", "section-national", guidelines(speaker, speaker.national())),
        lines("guidelines", "section-others", guidelines(speaker, speaker.others())),
        lines("guidelines", "section-disagreements", speaker.disagreements(false)),
        lines("guidelines", "section-outside", speaker.outside()),
        lines("next", "section-next", next),
        lines("next", "section-next-dxa", speaker.next_dxa()),
        lines("safety", "section-safety", safety),
        lines("safety", "section-access", speaker.access()),
        lines("work-up", "section-work-up", speaker.work_up()),
        lines("risks", "section-risks", risks(speaker)),
        lines("missing", "section-missing", speaker.missing()),
        lines("missing", "section-assumed", all_assumed(speaker)),
        lines("notices", "section-notices", speaker.notices()),
        section("sources", "section-sources", vec![Block::Sources(speaker.citations())], words),
    ];
    Document {
        title: words.word("explanation-title"),
        first: sections.into_iter().flatten().collect(),
        rest: Vec::new(),
        foot: foot(speaker),
    }
}

fn diagnosis(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut lines = speaker.diagnosis();
    lines.extend(speaker.diagnosis_reasons());
    lines.extend(speaker.not_counted());
    lines
}

fn risks(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut lines = speaker.risks();
    lines.extend(speaker.refused_risks());
    lines
}

fn guidelines(speaker: &Speaker<'_>, all: Vec<&Guideline>) -> Vec<Line> {
    let explained = all.into_iter().map(|one| {
        let details = speaker.guideline_details(one);
        speaker.guideline(one).below(details).below(speaker.rules(one))
    });
    explained.collect()
}
