//! The list of the week on paper: whom to call, with room to write what came of it.

use osteon::fls::output::{WorkAction, WorklistRow};

use super::{clinician, paper};
use crate::catalogue::args;
use crate::fls::markup::{Html, heading, paragraph, table};
use crate::fls::teller::Teller;
use crate::fls::worklist;

/// Follow-up rather than a first visit.
const fn follows_up(action: WorkAction) -> bool {
    matches!(
        action,
        WorkAction::Recall16Weeks
            | WorkAction::Recall52Weeks
            | WorkAction::CheckTreatment
            | WorkAction::ReviewTreatment
            | WorkAction::DenosumabDue
    )
}

pub(super) fn list(teller: &Teller<'_>) -> String {
    let title = teller.word("letter-recall-title");
    let settings = &teller.answer.settings;
    let service = paper::set(settings.service_name.as_deref());
    let service = service.map_or_else(|| teller.word("fls-unnamed"), str::to_owned);
    let args = args! { "service" => service, "date" => teller.words.date(settings.period.as_of) };
    let (follow, other): (Vec<&WorklistRow>, Vec<&WorklistRow>) =
        teller.letter_rows().partition(|row| follows_up(row.action));
    let body = teller
        .html(&title)
        .within("h1", "")
        .then(&paragraph(&teller.say("letter-recall-of", &args)))
        .then(&part(teller, "letter-recall-follow", &follow))
        .then(&part(teller, "letter-recall-other", &other));
    paper::letter(&title, "recall", &body, teller)
}

fn part(teller: &Teller<'_>, title: &str, of: &[&WorklistRow]) -> Html {
    let heading = heading(&teller.word(title), teller.words);
    if of.is_empty() {
        return heading.then(&paragraph(&teller.put("letter-recall-none")));
    }
    let rows: Vec<Vec<Html>> = of.iter().map(|row| cells(teller, row)).collect();
    let head = [
        "fls-column-rank",
        "fls-column-person",
        "fls-column-action",
        "fls-column-due",
        "fls-column-tries",
        "fls-column-why",
        "letter-blank-phone",
        "letter-recall-call",
        "letter-recall-result",
    ];
    heading.then(&table("recall", &head, &rows, teller.words))
}

fn cells(teller: &Teller<'_>, row: &WorklistRow) -> Vec<Html> {
    let id = teller.html(&row.patient_id);
    let person = match paper::set(row.name.as_deref()) {
        Some(name) => teller.html(name).within("b", "").and(&id.within("small", "")),
        None => id,
    };
    let action = teller.html(&teller.name("fls-action", row.action.as_str()));
    let also = worklist::also(teller, row);
    let also = if also.is_empty() { also } else { also.within("small", "") };
    vec![
        teller.html(&row.rank.to_string()),
        person,
        action.and(&also),
        clinician::due(teller, row),
        teller.html(&row.contact_tries.to_string()),
        worklist::why(teller, row),
        Html::default(),
        Html::default(),
        Html::default(),
    ]
}
