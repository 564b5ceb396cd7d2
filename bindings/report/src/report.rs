//! The report: what its first page holds, in which order, and what follows.

use osteon::document::assessment::Score;
use osteon::document::{Assessment, Patient, Region};

use crate::catalogue::{Catalogue, args};
use crate::chart::{BmdForAge, Chart};
use crate::language::Language;
use crate::page::{Block, Document, Line, Section};
use crate::say::Speaker;
use crate::svg;

/// How many lines of a kind the first page has room for; the rest follow.
const ROOM_FOR_INDICATION: usize = 5;
const ROOM_FOR_SCANNERS: usize = 3;
const ROOM_FOR_COURSE: usize = 4;
const ROOM_FOR_CHANGES: usize = 3;
const ROOM_FOR_GUIDELINES: usize = 4;
const ROOM_FOR_DISAGREEMENTS: usize = 2;
const ROOM_FOR_REMARKS: usize = 3;

pub(crate) fn report(speaker: &Speaker<'_>) -> Document {
    let mut report = without_guidelines(speaker);
    report.rest.splice(0..0, guidelines(speaker));
    report
}

/// The report, without what each guideline says in full.
pub(crate) fn without_guidelines(speaker: &Speaker<'_>) -> Document {
    let words = speaker.words;
    let charts = charts(speaker);
    Document {
        title: words.word("report-title"),
        first: first(speaker, charts.first()),
        rest: rest(speaker, &charts),
        foot: foot(speaker),
    }
}

fn guidelines(speaker: &Speaker<'_>) -> Vec<Section> {
    let words = speaker.words;
    let detailed = |list: Vec<&osteon::document::guidance::Guideline>| -> Vec<Line> {
        list.into_iter().map(|one| speaker.guideline(one).below(speaker.guideline_details(one))).collect()
    };
    let list = |lines| vec![Block::List(lines)];
    let sections = [
        section("guidelines national", "section-national", list(detailed(speaker.national())), words),
        section("guidelines others", "section-others", list(detailed(speaker.others())), words),
    ];
    sections.into_iter().flatten().collect()
}

/// What supports professionals and does not replace them, and by which engine.
pub(crate) fn foot(speaker: &Speaker<'_>) -> Vec<String> {
    let engine = &speaker.assessment.engine;
    let args = args! { "version" => engine.version.as_str(), "data" => engine.data_version.as_str() };
    vec![speaker.word("foot-supports"), speaker.words.say("foot-engine", &args)]
}

/// A section; none where it would be empty.
pub(crate) fn section(
    class: &'static str,
    title: &str,
    blocks: Vec<Block>,
    words: &Catalogue,
) -> Option<Section> {
    let empty = |block: &Block| match block {
        Block::Lines(lines) | Block::List(lines) => lines.is_empty(),
        Block::Table { rows, .. } => rows.is_empty(),
        Block::Sources(sources) => sources.is_empty(),
        Block::Drawing { .. } => false,
    };
    let blocks: Vec<Block> = blocks.into_iter().filter(|block| !empty(block)).collect();
    (!blocks.is_empty()).then(|| Section { class, title: words.word(title), blocks })
}

/// As many lines as there is room for, without their details, and how many more follow.
fn few(lines: Vec<Line>, room: usize, words: &Catalogue) -> Vec<Line> {
    let more = lines.len().saturating_sub(room);
    let mut few: Vec<Line> =
        lines.into_iter().take(room).map(|line| Line { below: Vec::new(), ..line }).collect();
    if more > 0 {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        few.push(Line::new(words.say("more-below", &args! { "count" => more })));
    }
    few
}

fn first(speaker: &Speaker<'_>, chart: Option<&Block>) -> Vec<Section> {
    let words = speaker.words;
    let course = few(speaker.course(), ROOM_FOR_COURSE, words);
    let scores_class = if chart.is_some() { "scores half" } else { "scores" };
    let mut scores: Vec<Block> = speaker.score_table().into_iter().collect();
    let mut about: Vec<Line> = few(speaker.not_counted(), ROOM_FOR_REMARKS, words);
    about.extend(few(speaker.remarks_on_scores(), ROOM_FOR_REMARKS, words));
    about.extend(speaker.tbs());
    scores.push(Block::List(about));
    let next = speaker.next_steps();
    // Its sources and its advice stand with the whole list.
    let safety = speaker.safety_in_short();
    let tests: Vec<Line> = speaker.tests_due().into_iter().collect();
    let sections = [
        section(
            "person",
            "section-person",
            vec![Block::Lines(vec![speaker.identity(), speaker.person()])],
            words,
        ),
        section("course", "section-course", vec![Block::List(course)], words),
        section(
            "indication",
            "section-indication",
            vec![Block::Lines(few(speaker.indication(), ROOM_FOR_INDICATION, words))],
            words,
        ),
        section(
            "scanner",
            "section-scanner",
            vec![Block::Lines(few(speaker.scanners(), ROOM_FOR_SCANNERS, words))],
            words,
        ),
        section(scores_class, "section-scores", scores, words),
        section("chart half", "section-chart", chart.cloned().into_iter().collect(), words),
        section("diagnosis", "section-diagnosis", diagnosis(speaker), words),
        section(
            "changes",
            "section-changes",
            vec![Block::Lines(few(speaker.changes(), ROOM_FOR_CHANGES, words))],
            words,
        ),
        section("guidelines", "section-national", vec![Block::List(national(speaker))], words),
        section(
            "disagreements",
            "section-disagreements",
            vec![Block::List(few(speaker.disagreements(true), ROOM_FOR_DISAGREEMENTS, words))],
            words,
        ),
        section("safety", "section-safety", vec![Block::List(safety)], words),
        section(
            "next",
            "section-next",
            vec![Block::Lines(without_details(speaker.priority())), Block::List(next), Block::Lines(tests)],
            words,
        ),
        section("next-dxa", "section-next-dxa", vec![Block::Lines(speaker.next_dxa())], words),
    ];
    sections.into_iter().flatten().collect()
}

fn without_details(lines: Vec<Line>) -> Vec<Line> {
    lines.into_iter().map(|line| Line { below: Vec::new(), ..line }).collect()
}

fn diagnosis(speaker: &Speaker<'_>) -> Vec<Block> {
    vec![Block::Lines(speaker.diagnosis()), Block::List(speaker.diagnosis_reasons())]
}

/// What the country's guidelines say; without a country, what each says that speaks of the person.
fn national(speaker: &Speaker<'_>) -> Vec<Line> {
    let words = speaker.words;
    let national = speaker.national();
    let (message, guidelines) = match (national.is_empty(), speaker.country()) {
        (false, _) => (None, national),
        (true, Some(_)) => (Some("no-national-guideline"), speaker.others()),
        (true, None) => (Some("no-country"), speaker.others()),
    };
    let more = guidelines.len().saturating_sub(ROOM_FOR_GUIDELINES);
    let mut lines: Vec<Line> = message.map(|message| Line::new(words.word(message))).into_iter().collect();
    let shown = guidelines.into_iter().take(ROOM_FOR_GUIDELINES);
    lines.extend(shown.map(|one| speaker.guideline(one).below(speaker.cannot_be_said(one))));
    if more > 0 {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        lines.push(Line::new(words.say("more-below", &args! { "count" => more })));
    }
    lines
}

fn rest(speaker: &Speaker<'_>, charts: &[Block]) -> Vec<Section> {
    let words = speaker.words;
    let other_charts: Vec<Block> = charts.iter().skip(1).cloned().collect();
    let sections = [
        section(
            "guidelines disagreements",
            "section-disagreements",
            vec![Block::List(speaker.disagreements(false))],
            words,
        ),
        section("guidelines outside", "section-outside", vec![Block::List(speaker.outside())], words),
        section("course", "section-course", vec![Block::List(speaker.course())], words),
        section("next priority", "section-priority", vec![Block::List(speaker.priority())], words),
        section(
            "safety",
            "section-safety",
            vec![Block::List(speaker.safety()), Block::List(speaker.other_safety())],
            words,
        ),
        section("safety access", "section-access", vec![Block::List(speaker.access())], words),
        section("work-up", "section-work-up", vec![Block::List(speaker.work_up())], words),
        section("missing", "section-missing", vec![Block::List(speaker.missing())], words),
        section("missing assumed", "section-assumed", vec![Block::List(all_assumed(speaker))], words),
        section("scores", "section-all-scores", vec![Block::List(speaker.score_lines())], words),
        section("chart", "section-charts", other_charts, words),
        section("chart none", "section-no-chart", vec![Block::List(no_chart(speaker))], words),
        section("changes", "section-changes", vec![Block::List(speaker.changes())], words),
        section("risks", "section-risks", vec![Block::List(speaker.risks())], words),
        section("risks refused", "section-refused-risks", vec![Block::List(speaker.refused_risks())], words),
        section("notices", "section-notices", vec![Block::List(speaker.notices())], words),
        section("sources", "section-sources", vec![Block::Sources(speaker.citations())], words),
    ];
    sections.into_iter().flatten().collect()
}

/// What was read into the unknown, and what else holds of the whole answer.
pub(crate) fn all_assumed(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut lines = speaker.whole();
    lines.extend(speaker.all_assumed());
    lines
}

/// Regions that diagnose, the one that decides first.
fn charted<'a>(speaker: &Speaker<'a>) -> Vec<&'a Score> {
    const REGIONS: [Region; 3] = [Region::FemoralNeck, Region::TotalHip, Region::LumbarSpine];
    let diagnosis = speaker.assessment.diagnosis.as_ref();
    let decides = |score: &&Score| {
        diagnosis.is_some_and(|d| d.region == Some(score.region) && d.side == score.side)
            && diagnosis.is_some_and(|d| d.vertebrae == score.vertebrae)
    };
    let mut scores: Vec<&Score> = speaker.current().filter(decides).collect();
    for region in REGIONS {
        let lines = speaker.current().filter(|score| score.region == region && score.bmd_g_cm2.is_some());
        let lowest = lines.min_by(|a, b| {
            let by = |score: &Score| score.t_score.or(score.z_score).unwrap_or(f64::INFINITY);
            by(a).total_cmp(&by(b))
        });
        scores.extend(lowest.filter(|lowest| !scores.iter().any(|score| score.region == lowest.region)));
    }
    scores
}

/// What the charts show, those of the report first, then those of every other current line.
pub(crate) fn for_age(patient: &Patient, assessment: &Assessment) -> Vec<BmdForAge> {
    let catalogues: Vec<Catalogue> = Language::ALL.iter().map(|language| Catalogue::new(*language)).collect();
    let speakers: Vec<Speaker<'_>> =
        catalogues.iter().map(|words| Speaker::new(patient, assessment, words)).collect();
    let Some(speaker) = speakers.first() else { return Vec::new() };
    let mut scores = charted(speaker);
    let others: Vec<&Score> =
        speaker.current().filter(|line| !scores.iter().any(|score| core::ptr::eq(*score, *line))).collect();
    scores.extend(others);
    let names = |score: &Score| {
        speakers.iter().map(|speaker| (speaker.words.language().code(), speaker.score_name(score))).collect()
    };
    let drawn = scores.into_iter().filter_map(|score| {
        let chart = Chart::of(score, speaker)?;
        Some(chart.handed_out(score, names(score)))
    });
    drawn.collect()
}

fn charts(speaker: &Speaker<'_>) -> Vec<Block> {
    let words = speaker.words;
    let drawn = charted(speaker).into_iter().filter_map(|score| {
        let chart = Chart::of(score, speaker)?;
        let name = speaker.score_name(score);
        let title = words.say("chart-title", &args! { "region" => name.as_str() });
        let caption = svg::caption(&chart, &name, words);
        Some(Block::Drawing { svg: svg::draw(&chart, &title, words), caption })
    });
    drawn.collect()
}

fn no_chart(speaker: &Speaker<'_>) -> Vec<Line> {
    let without = charted(speaker).into_iter().filter(|score| Chart::of(score, speaker).is_none());
    without
        .map(|score| {
            let name = speaker.score_name(score);
            Line::new(speaker.words.say("no-chart", &args! { "region" => name }))
        })
        .collect()
}
