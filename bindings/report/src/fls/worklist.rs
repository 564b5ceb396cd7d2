//! The worklist in short: how many for each action, and the first of the list, without names.

use osteon::fls::output::{WorkAction, WorklistRow};

use super::markup::{Html, paragraph, table};
use super::teller::Teller;
use crate::catalogue::args;

/// How many of the list a report shows.
const SHOWN: usize = 25;

pub(super) fn worklist(teller: &Teller<'_>) -> Html {
    let rows = &teller.answer.worklist;
    if rows.is_empty() {
        return paragraph(&teller.put("fls-worklist-none")).then(&off(teller));
    }
    paragraph(&capacity(teller)).then(&by_action(teller)).then(&off(teller)).then(&first(teller))
}

/// Who is not on the list, and why: nobody vanishes without a word.
fn off(teller: &Teller<'_>) -> Html {
    let counts = &teller.answer.off_worklist;
    let all: u64 = counts.iter().map(|one| one.count).sum();
    if all == 0 {
        return Html::default();
    }
    let rows: Vec<Vec<Html>> = counts
        .iter()
        .filter(|one| one.count > 0)
        .map(|one| {
            vec![teller.html(&teller.name("fls-off", &one.reason)), teller.html(&teller.count(one.count))]
        })
        .collect();
    paragraph(&teller.say("fls-worklist-off", &args! { "count" => teller.count(all) })).then(&table(
        "off",
        &["fls-column-reason", "fls-column-people"],
        &rows,
        teller.words,
    ))
}

fn number(teller: &Teller<'_>, number: usize) -> String {
    teller.count(u64::try_from(number).unwrap_or(u64::MAX))
}

fn capacity(teller: &Teller<'_>) -> Html {
    let rows = &teller.answer.worklist;
    let contacts = rows.iter().filter(|row| row.action.is_contact()).count();
    let within = rows.iter().filter(|row| row.within_capacity && row.action.is_contact()).count();
    let said = match teller.answer.settings.calls_per_week {
        None => teller.put("fls-no-capacity"),
        Some(calls) => {
            let args = args! {
                "calls" => teller.count(u64::from(calls)),
                "within" => number(teller, within),
                "beyond" => number(teller, contacts - within),
                "other" => number(teller, rows.len() - contacts),
            };
            teller.say("fls-capacity", &args)
        }
    };
    let letters = teller.letter_rows().count();
    if letters == within {
        return said;
    }
    let args = args! { "count" => number(teller, letters) };
    said.and(&teller.say("fls-letters-max", &args))
}

fn by_action(teller: &Teller<'_>) -> Html {
    let mut rows = Vec::new();
    for action in WorkAction::ALL {
        let of: Vec<&WorklistRow> =
            teller.answer.worklist.iter().filter(|row| row.action == *action).collect();
        if of.is_empty() {
            continue;
        }
        let within = of.iter().filter(|row| row.within_capacity).count();
        let name = teller.html(&teller.name("fls-action", action.as_str()));
        rows.push(vec![name, teller.html(&number(teller, of.len())), teller.html(&number(teller, within))]);
    }
    table("actions", &["fls-column-action", "fls-column-people", "fls-column-within"], &rows, teller.words)
}

fn first(teller: &Teller<'_>) -> Html {
    let all = &teller.answer.worklist;
    let rows: Vec<Vec<Html>> = all.iter().take(SHOWN).map(|row| cells(teller, row)).collect();
    let args = args! { "shown" => number(teller, rows.len()), "count" => number(teller, all.len()) };
    let whole = rows.len() == all.len();
    let note = teller.say(if whole { "fls-worklist-all-note" } else { "fls-worklist-note" }, &args);
    let head = [
        "fls-column-rank",
        "fls-column-person",
        "fls-column-fracture",
        "fls-column-action-and-why",
        "fls-column-due",
        "fls-column-tries",
        "fls-column-priority",
    ];
    paragraph(&note).then(&table("worklist", &head, &rows, teller.words))
}

fn cells(teller: &Teller<'_>, row: &WorklistRow) -> Vec<Html> {
    let site = teller.name("site", row.site.as_str());
    let door =
        row.door.map_or_else(String::new, |door| format!(" ({})", teller.name("fls-door", door.as_str())));
    let on = osteon::fls::StatedDate::parse(&row.event_date).map(|on| teller.stated(on));
    let fracture = format!("{site}, {}{door}", on.unwrap_or_else(|| teller.word("no-date")));
    let action = teller.html(&teller.name("fls-action", row.action.as_str())).within("b", "");
    let priority = row.priority.map(|priority| teller.name("priority", priority.as_str()));
    let risk =
        row.risk_percent.map_or_else(Html::default, |(percent, model)| risk(teller, row, percent, model));
    let below = why(teller, row).and(&also(teller, row));
    vec![
        teller.html(&row.rank.to_string()),
        teller.html(&row.patient_id),
        teller.html(&fracture),
        action.and(&below.within("small", "")),
        teller.html(&due(teller, row)),
        teller.html(&row.contact_tries.to_string()),
        teller.html(&priority.unwrap_or_default()).and(&risk.within("small", "")),
    ]
}

/// A risk with what it is of, and over which time.
fn risk(teller: &Teller<'_>, row: &WorklistRow, percent: f64, model: &str) -> Html {
    let percent = teller.percent(percent);
    match row.risk_of {
        Some(of) => {
            let args = args! {
                "percent" => percent,
                "model" => model,
                "years" => of.years,
                "outcome" => teller.name("outcome", of.outcome.as_str()),
            };
            teller.say("fls-risk-of", &args)
        }
        None => teller.say("fls-risk-by", &args! { "percent" => percent, "model" => model }),
    }
}

pub(super) fn also(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    if row.also.is_empty() {
        return Html::default();
    }
    let items: Vec<String> = row.also.iter().map(|one| teller.name("fls-action", one.as_str())).collect();
    teller.say("fls-also", &args! { "list" => items.join(", ").to_lowercase() })
}

/// Until when it is in time, and how many days are left.
pub(super) fn due(teller: &Teller<'_>, row: &WorklistRow) -> String {
    let Some(on) = row.due_on else { return String::new() };
    let day = teller.words.date(on);
    match row.days_left {
        None => day,
        Some(days) if days < 0 => {
            let late = teller.words.say("fls-days-late", &args! { "days" => days.saturating_neg() });
            format!("{day} ({late})")
        }
        Some(days) => format!("{day} ({})", teller.words.say("fls-days-left", &args! { "days" => days })),
    }
}

/// The reason in the reader's language, where its words hold every part of it; else the engine's sentence.
pub(super) fn why(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let known = !row.why.is_empty() && row.why.iter().all(|why| teller.words.has("fls-why", why.code));
    if !known {
        return Html::english(&row.reason, teller.words);
    }
    let parts: Vec<String> = row
        .why
        .iter()
        .map(|why| {
            let word = why.word.map(|word| teller.any_name(word)).unwrap_or_default();
            let number = why.number.unwrap_or_default();
            // A year is written without the marks of a count.
            let args = args! { "number" => number, "year" => number.to_string(), "word" => word };
            teller.words.coded("fls-why", why.code, why.code, &args)
        })
        .collect();
    teller.sentence(&parts.join(teller.language().separator()))
}
