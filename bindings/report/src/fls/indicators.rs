//! The indicators: by set, for all doors; and the same by door.

use osteon::fls::output::{KpiRow, Level};

use super::markup::{Html, heading, paragraph, table, table_headed};
use super::teller::Teller;
use crate::catalogue::args;

/// The sets, in the order of the report, with the heads of their ids; the last takes every other.
const SETS: [(&str, &[&str]); 5] = [
    ("IOF", &["IOF-"]),
    ("FLSDB", &["FLSDB-"]),
    ("US", &["OMW", "MIPS-"]),
    ("CTF", &["CTF-"]),
    ("other", &[""]),
];

const ALL_DOORS: &str = "all";

fn set_of(id: &str) -> &'static str {
    let found = SETS.iter().find(|(_, heads)| heads.iter().any(|head| id.starts_with(head)));
    found.map_or("other", |(set, _)| set)
}

/// Whether it was seen in its source: nothing else may stand unmarked.
fn is_seen(confidence: &str) -> bool {
    confidence.starts_with('A')
}

/// For all doors.
pub(super) fn all_doors(teller: &Teller<'_>) -> Html {
    let kpis = &teller.answer.kpis;
    if kpis.is_empty() {
        return paragraph(&teller.put("fls-not-computed"));
    }
    let head = [
        "fls-column-indicator",
        "fls-column-rate",
        "fls-column-percent",
        "fls-column-interval",
        "fls-column-level",
        "fls-column-window",
        "fls-column-source",
    ];
    let mut page = Html::default();
    for (set, _) in SETS {
        let of_set = kpis.iter().filter(|row| row.door == ALL_DOORS && set_of(&row.id) == set);
        let rows: Vec<Vec<Html>> = of_set.map(|row| cells(teller, row)).collect();
        if !rows.is_empty() {
            let title = heading(&teller.name("kpi-set", set), teller.words);
            page = page.then(&title).then(&table("indicators", &head, &rows, teller.words));
        }
    }
    let recalled = kpis.iter().any(|row| !is_seen(&row.confidence) || level_is_recalled(row));
    let note = if recalled { paragraph(&teller.put("fls-recalled-note")) } else { Html::default() };
    note.then(&page)
}

fn level_is_recalled(row: &KpiRow) -> bool {
    !row.level_confidence.is_empty() && !is_seen(&row.level_confidence)
}

fn cells(teller: &Teller<'_>, row: &KpiRow) -> Vec<Html> {
    let title = teller.words.coded("kpi", &row.id, &row.title, &args! {});
    let name = teller.html(&row.id).within("b", "").and(&teller.html(&title));
    let below = about(teller, row);
    let window = row
        .window_days
        .map_or_else(Html::default, |days| teller.say("fls-window", &args! { "days" => days.to_string() }));
    let source = source(teller, row);
    let Some((n, d)) = row.numerator.zip(row.denominator) else {
        let why = teller.unsaid(row.because.as_deref()).within("div", "unsaid");
        let dash = || teller.html("–");
        return vec![name.then(&why).then(&below), dash(), dash(), dash(), dash(), window, source];
    };
    let rate = teller.html(&format!("{}/{}", teller.count(n), teller.count(d)));
    let percent = row.percent.map_or_else(Html::default, |percent| {
        teller.say("fls-percent-only", &args! { "percent" => teller.percent(percent) })
    });
    let interval = teller.html(&teller.interval(row.ci_low, row.ci_high));
    vec![name.then(&below), rate, percent, interval, badge(teller, row.level), window, source]
}

/// Who is counted, who is left out, and what to know of it.
fn about(teller: &Teller<'_>, row: &KpiRow) -> Html {
    let mut lines = Html::default();
    if !row.numerator_is.is_empty() && !row.denominator_is.is_empty() {
        let whom = |kind: &str, text: &str| {
            if teller.words.has(kind, &row.id) {
                teller.html(&teller.name(kind, &row.id))
            } else {
                teller.said(text)
            }
        };
        let args = args! { "numerator" => "\u{fffc}", "denominator" => "\u{fffd}" };
        let around = teller.say("fls-counts", &args);
        let markup = around
            .as_str()
            .replace('\u{fffc}', whom("kpi-numerator", &row.numerator_is).as_str())
            .replace('\u{fffd}', whom("kpi-denominator", &row.denominator_is).as_str());
        lines = lines.and(&Html::drawn(markup));
    }
    let left_out = teller.counted_list(&row.excluded);
    if !left_out.is_empty() {
        let around = teller.say("fls-left-out", &args! { "list" => "\u{fffc}" });
        lines = lines.and(&Html::drawn(around.as_str().replace('\u{fffc}', left_out.as_str())));
    }
    if row.numerator.and(row.denominator).is_some() {
        lines = lines.and(&teller.remark(row.because.as_deref()));
    }
    if lines.is_empty() { lines } else { lines.within("div", "about") }
}

fn source(teller: &Teller<'_>, row: &KpiRow) -> Html {
    let mut source = super::method::source_link(&row.source);
    let mut recalled = Vec::new();
    if !is_seen(&row.confidence) {
        let args = args! { "confidence" => row.confidence.as_str() };
        recalled.push(teller.words.say("fls-recalled-definition", &args));
    }
    if level_is_recalled(row) {
        let args = args! { "confidence" => row.level_confidence.as_str() };
        recalled.push(teller.words.say("fls-recalled-level", &args));
    }
    if !recalled.is_empty() {
        source = source.and(&teller.sentence(&recalled.join(", ")).within("span", "recalled"));
    }
    source
}

/// The level as a word on its colour.
fn badge(teller: &Teller<'_>, level: Option<Level>) -> Html {
    let Some(level) = level else { return Html::default() };
    let name = teller.html(&teller.name("fls-level", level.as_str()));
    name.within("span", &format!("level level-{}", level.as_str()))
}

/// The same by door, a column a door.
pub(super) fn by_door(teller: &Teller<'_>) -> Html {
    let kpis = &teller.answer.kpis;
    let mut doors: Vec<&str> = Vec::new();
    for row in kpis.iter().filter(|row| row.door != ALL_DOORS) {
        if !doors.contains(&row.door.as_str()) {
            doors.push(&row.door);
        }
    }
    let mut head = vec![teller.put("fls-column-indicator")];
    head.extend(doors.iter().map(|door| teller.html(&teller.name("fls-door", door))));
    let mut rows = Vec::new();
    for (set, _) in SETS {
        let mut ids: Vec<&str> = Vec::new();
        for row in kpis.iter().filter(|row| row.door != ALL_DOORS && set_of(&row.id) == set) {
            if !ids.contains(&row.id.as_str()) {
                ids.push(&row.id);
            }
        }
        rows.extend(ids.into_iter().map(|id| door_row(teller, id, &doors)));
    }
    table_headed("indicators-by-door", &head, &rows)
}

fn door_row(teller: &Teller<'_>, id: &str, doors: &[&str]) -> Vec<Html> {
    let of = |door: &str| teller.answer.kpis.iter().find(|row| row.id == id && row.door == door);
    let title = doors.iter().find_map(|door| of(door)).map_or("", |row| row.title.as_str());
    let title = teller.words.coded("kpi", id, title, &args! {});
    let mut cells = vec![teller.html(id).within("b", "").and(&teller.html(&title))];
    cells.extend(doors.iter().map(|door| of(door).map_or_else(Html::default, |row| door_cell(teller, row))));
    cells
}

fn door_cell(teller: &Teller<'_>, row: &KpiRow) -> Html {
    let Some((numerator, denominator)) = row.numerator.zip(row.denominator) else {
        return teller.put("fls-cannot-be-said-alone").within("span", "unsaid");
    };
    let rate = osteon::fls::output::RateDocument {
        numerator,
        denominator,
        percent: row.percent,
        ci_low: row.ci_low,
        ci_high: row.ci_high,
    };
    let interval = teller.html(&teller.interval(row.ci_low, row.ci_high)).within("small", "");
    let interval = if row.ci_low.is_some() { interval } else { Html::default() };
    teller.html(&teller.rate(&rate)).and(&interval).and(&badge(teller, row.level))
}

#[cfg(test)]
mod tests {
    use super::{is_seen, set_of};

    #[test]
    fn an_indicator_belongs_to_one_set() {
        assert_eq!(set_of("IOF-4"), "IOF");
        assert_eq!(set_of("MIPS-418"), "US");
        assert_eq!(set_of("OMW"), "US");
        assert_eq!(set_of("LOCAL-1"), "other");
    }

    #[test]
    fn what_was_not_seen_is_marked() {
        assert!(is_seen("A") && is_seen("A-"));
        assert!(!is_seen("B") && !is_seen("C") && !is_seen(""));
    }
}
