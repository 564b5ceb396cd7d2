//! A letter to the treating clinician: facts, what is open, and that it is a proposal.

use osteon::document::Drug;
use osteon::fls::output::{WorkAction, WorklistRow};
use osteon::fls::{Journey, Step};

use super::paper;
use crate::catalogue::args;
use crate::fls::markup::{Html, list, paragraph};
use crate::fls::teller::Teller;
use crate::fls::worklist;

pub(super) fn letter(teller: &Teller<'_>, row: &WorklistRow) -> String {
    let unreached = row.action == WorkAction::InformClinician;
    let title = if unreached {
        teller.word("letter-clinician-title-unreached")
    } else {
        let action = teller.name("fls-action", row.action.as_str()).to_lowercase();
        teller.words.say("letter-clinician-title", &args! { "action" => action })
    };
    let as_of = teller.words.date(teller.answer.settings.period.as_of);
    let clinician = paper::blank(teller, "letter-blank-clinician")
        .then(&paper::blank(teller, "letter-blank-address"))
        .within("div", "to");
    let head = paper::service(teller).then(&clinician).within("div", "head");
    let body = head
        .then(&paper::dated(teller))
        .then(&teller.html(&title).within("h1", ""))
        .then(&paragraph(&teller.put("letter-dear-colleague")))
        .then(&paragraph(&teller.say("letter-clinician-intro", &args! { "date" => as_of })))
        .then(&if unreached { not_reached(teller, row) } else { Html::default() })
        .then(&facts(teller, row))
        .then(&left_without_cover(teller, row))
        .then(&teller.put("letter-clinician-proposal").within("p", "proposal"))
        .then(&paragraph(&teller.put("letter-clinician-answer")))
        .then(&paper::ending(teller))
        .then(&foot(teller));
    paper::letter(&title, "clinician", &body, teller)
}

fn foot(teller: &Teller<'_>) -> Html {
    paragraph(&teller.put("foot-supports")).within("footer", "")
}

fn not_reached(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let tries = teller.say("letter-clinician-unreached", &args! { "tries" => row.contact_tries });
    paragraph(&tries.and(&teller.put("letter-clinician-unreached-ask")))
}

/// What follows where denosumab ended with nothing behind it.
fn left_without_cover(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let is_denosumab = |word: Option<&str>| word == Some(Drug::Denosumab.as_str());
    let ended = row.why.iter().any(|why| match why.code {
        "denosumab_overdue_days" | "denosumab_ended_days_ago" => true,
        "drug_stopped_days_ago" => is_denosumab(why.word),
        _ => false,
    });
    if ended { paragraph(&teller.put("letter-denosumab-risk")) } else { Html::default() }
}

/// The drug that is no longer covered, since when, and why, as the reasons of the row say it.
fn stopped(teller: &Teller<'_>, row: &WorklistRow) -> Option<Html> {
    let of = |code: &str| row.why.iter().find(|why| why.code == code);
    let found = of("drug_stopped_days_ago")?;
    let as_of = teller.answer.settings.period.as_of;
    let since = as_of.checked_sub(jiff::Span::new().try_days(found.number?).ok()?).ok()?;
    let args = args! {
        "drug" => teller.name("drug", found.word?),
        "date" => teller.words.date(since),
        "reason" => reason(teller, of("stopped_because").and_then(|why| why.word)),
    };
    Some(teller.say("letter-fact-stopped-since", &args))
}

fn reason(teller: &Teller<'_>, reason: Option<&str>) -> String {
    reason.map_or_else(|| teller.word("fls-stop-unknown"), |reason| teller.name("fls-stop", reason))
}

/// Denosumab: the last dose, and until when it covers, or that its cover ended and nothing followed.
fn denosumab(teller: &Teller<'_>, journey: &Journey) -> Option<Html> {
    let as_of = teller.answer.settings.period.as_of;
    if let Some(calendar) = journey.denosumab.filter(|calendar| calendar.due >= as_of) {
        let args = args! {
            "last" => teller.words.date(calendar.last_dose),
            "due" => teller.words.date(calendar.due),
            "latest" => teller.words.date(calendar.latest),
        };
        return Some(teller.say("letter-fact-denosumab-due", &args));
    }
    let doses = journey.courses.iter().filter(|course| course.drug == Drug::Denosumab);
    let last = doses.max_by_key(|course| course.last_record_on);
    let (last_dose, ended, why) = match (last, journey.denosumab) {
        (Some(course), _) => (course.last_record_on, course.covered_until, course.stop_reason),
        (None, Some(calendar)) => (calendar.last_dose, calendar.due, None),
        (None, None) => return None,
    };
    let followed = journey
        .courses
        .iter()
        .any(|other| other.drug != Drug::Denosumab && other.start > last_dose && other.start <= as_of);
    if followed || ended >= as_of {
        return None;
    }
    let args = args! {
        "last" => teller.words.date(last_dose),
        "ended" => teller.words.date(ended),
        "reason" => reason(teller, why.map(|why| why.as_str())),
    };
    Some(teller.say("letter-fact-denosumab-ended", &args))
}

fn facts(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let journey = teller.answer.journey_of(row);
    let name = paper::set(row.name.as_deref()).map_or_else(Html::default, |name| teller.html(name));
    let name = if name.is_empty() { paper::blank(teller, "letter-blank-name") } else { name };
    let mut facts: Vec<(&str, Html)> = vec![
        ("letter-fact-person", name.then(&paper::blank(teller, "letter-blank-birth"))),
        ("letter-fact-reference", teller.html(&row.patient_id)),
        ("letter-fact-fracture", fracture(teller, row)),
        ("letter-fact-dxa", dxa(teller, row)),
    ];
    if let Some(journey) = journey {
        facts.push(("letter-fact-treatment", treatment(teller, journey)));
        if let Some((drug, since)) = journey.on_treatment_at_event {
            facts.push(("letter-fact-at-fracture", since_day(teller, drug.as_str(), Some(since))));
        }
        facts.extend(denosumab(teller, journey).map(|said| ("letter-fact-denosumab", said)));
        facts.extend(stopped(teller, row).map(|said| ("letter-fact-stopped", said)));
        facts.extend(engine(teller, journey));
    }
    facts.push(("letter-fact-why", worklist::why(teller, row)));
    let first = match row.action {
        // The letter is itself the action.
        WorkAction::InformClinician => teller.put("letter-fact-open-visit"),
        action => teller.html(&teller.name("fls-action", action.as_str())),
    };
    let mut open = vec![first];
    open.extend(row.also.iter().map(|one| teller.html(&teller.name("fls-action", one.as_str()))));
    facts.push(("letter-fact-open", list(&open)));
    if let Some(due) = row.due_on {
        facts.push(("letter-fact-due", teller.html(&teller.words.date(due))));
    }
    let rows: Html = facts
        .into_iter()
        .map(|(label, fact)| {
            let label = Html::drawn(format!("<th scope=\"row\">{}</th>", teller.put(label).as_str()));
            label.then(&fact.within("td", "")).within("tr", "")
        })
        .collect();
    rows.within("tbody", "").within("table", "facts")
}

fn fracture(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let on = osteon::fls::StatedDate::parse(&row.event_date).map(|on| teller.stated(on));
    let args = args! {
        "site" => teller.name("site", row.site.as_str()),
        "date" => on.unwrap_or_else(|| teller.word("no-date")),
    };
    teller.say("letter-fact-site-on", &args)
}

fn dxa(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let events = &teller.answer.events;
    let is = (&row.patient_id, &row.event_id);
    let at = events.binary_search_by(|one| (&one.patient_id, &one.event.event_id).cmp(&is)).ok();
    let by_event = at.and_then(|at| events.get(at)).and_then(|event| event.dxa_on);
    let by_journey = || teller.answer.journey_of(row).and_then(|journey| journey.dxa.done_on());
    match by_event.or_else(by_journey) {
        Some(on) => teller.html(&teller.words.date(on)),
        None => teller.put("letter-fact-dxa-none"),
    }
}

fn treatment(teller: &Teller<'_>, journey: &Journey) -> Html {
    match (journey.treatment_started, journey.started_drug) {
        (Step::Done(on), drug) => since_day(teller, drug.map_or("unspecified", |drug| drug.as_str()), on),
        _ => teller.put("letter-fact-treatment-none"),
    }
}

fn since_day(teller: &Teller<'_>, drug: &str, on: Option<jiff::civil::Date>) -> Html {
    let drug = teller.name("drug", drug);
    match on {
        Some(on) => {
            let args = args! { "drug" => drug, "date" => teller.words.date(on) };
            teller.say("letter-fact-treatment-since", &args)
        }
        None => teller.say("letter-fact-treatment-alone", &args! { "drug" => drug }),
    }
}

/// The words of the engine: its triage, and what the guideline that was asked recommends. No risk.
fn engine<'t>(teller: &Teller<'_>, journey: &Journey) -> Vec<(&'t str, Html)> {
    let says = &journey.says;
    let mut facts = Vec::new();
    if let Some(priority) = says.priority {
        let priority = teller.name("priority", priority.as_str());
        let said = match says.within_weeks {
            Some(weeks) => {
                let args = args! { "priority" => priority, "weeks" => weeks.to_string() };
                teller.say("letter-fact-triage-within", &args)
            }
            None => teller.html(&priority),
        };
        facts.push(("letter-fact-triage", said));
    }
    if let (Some(guideline), Some(recommendation)) = (says.guideline, says.recommendation) {
        let args = args! {
            "guideline" => teller.name("guideline-short", guideline),
            "recommendation" => teller.name("recommendation", recommendation.as_str()),
        };
        facts.push(("letter-fact-guideline", teller.say("letter-fact-guideline-says", &args)));
    }
    facts
}

/// Due, as the list of the week writes it.
pub(super) fn due(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    teller.html(&worklist::due(teller, row))
}
