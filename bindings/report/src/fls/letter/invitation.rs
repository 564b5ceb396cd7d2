//! Letters to people: plain, kind, and without a number or a diagnosis.

use osteon::fls::StatedDate;
use osteon::fls::output::{WorkAction, WorklistRow};

use super::paper;
use crate::catalogue::args;
use crate::fls::markup::{Html, heading, list, paragraph};
use crate::fls::teller::Teller;

/// An invitation to the visit after a fracture.
pub(super) fn invitation(teller: &Teller<'_>, row: &WorklistRow) -> String {
    let why = paragraph(&broken(teller, row))
        .then(&paragraph(&teller.put("letter-invitation-fragile")))
        .then(&paragraph(&teller.put("letter-invitation-offer")));
    whole(teller, row, "letter-invitation-title", &why)
}

/// To somebody who did not come, or was not reached.
pub(super) fn missed(teller: &Teller<'_>, row: &WorklistRow) -> String {
    let what = if row.action == WorkAction::Rebook {
        teller.put("letter-missed-rebook")
    } else {
        teller.say("letter-missed-call", &args! { "date" => event_day(teller, row) })
    };
    let why = paragraph(&what)
        .then(&paragraph(&teller.put("letter-invitation-fragile")))
        .then(&paragraph(&teller.put("letter-missed-offer").and(&teller.put("letter-missed-help"))));
    whole(teller, row, "letter-missed-title", &why)
}

/// To somebody who agreed and waits for the service: nobody says that they could not be reached.
pub(super) fn place(teller: &Teller<'_>, row: &WorklistRow) -> String {
    let why = paragraph(&teller.say("letter-place-thanks", &args! { "date" => event_day(teller, row) }))
        .then(&paragraph(&teller.put("letter-place-offer").and(&teller.put("letter-place-call"))))
        .then(&paragraph(&teller.put("letter-place-help")));
    whole(teller, row, "letter-place-title", &why)
}

fn event_day(teller: &Teller<'_>, row: &WorklistRow) -> String {
    let stated = StatedDate::parse(&row.event_date);
    stated.map_or_else(|| row.event_date.clone(), |on| teller.stated(on))
}

/// Which bone broke, in words that people use.
fn broken(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let date = event_day(teller, row);
    let site = row.site.as_str();
    if teller.words.has("fls-bone", site) {
        let args = args! { "bone" => teller.name("fls-bone", site), "date" => date };
        teller.say("letter-invitation-why", &args)
    } else {
        teller.say("letter-invitation-why-no-bone", &args! { "date" => date })
    }
}

fn whole(teller: &Teller<'_>, row: &WorklistRow, title: &str, why: &Html) -> String {
    let dear = match paper::set(row.name.as_deref()) {
        Some(name) => paragraph(&teller.say("letter-dear", &args! { "name" => name })),
        None => paper::blank(teller, "letter-dear-blank"),
    };
    let title = teller.word(title);
    let head = paper::service(teller).then(&paper::to_person(teller, row)).within("div", "head");
    let body = head
        .then(&paper::dated(teller))
        .then(&paper::reference(teller, row))
        .then(&teller.html(&title).within("h1", ""))
        .then(&dear)
        .then(why)
        .then(&visit(teller))
        .then(&how(teller))
        .then(&paper::ending(teller))
        .then(&slip(teller, row));
    paper::letter(&title, "person", &body, teller)
}

fn visit(teller: &Teller<'_>) -> Html {
    let steps = ["letter-visit-scan", "letter-visit-blood", "letter-visit-talk", "letter-visit-time"];
    let steps: Vec<Html> = steps.into_iter().map(|id| teller.put(id)).collect();
    heading(&teller.word("letter-visit-title"), teller.words)
        .then(&list(&steps))
        .then(&heading(&teller.word("letter-bring-title"), teller.words))
        .then(&paragraph(&teller.put("letter-bring")))
}

fn how(teller: &Teller<'_>) -> Html {
    let phone = match paper::set(teller.answer.settings.service_phone.as_deref()) {
        Some(phone) => paragraph(&teller.say("letter-how-phone", &args! { "phone" => phone })),
        None => paper::blank(teller, "letter-how-blank"),
    };
    heading(&teller.word("letter-how-title"), teller.words)
        .then(&phone)
        .then(&heading(&teller.word("letter-no-title"), teller.words))
        .then(&paragraph(&teller.put("letter-no")))
}

/// The slip to send back: saying no is as easy as saying yes.
fn slip(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let choices = ["letter-slip-yes", "letter-slip-later", "letter-slip-transport", "letter-slip-no"];
    let choices: Html = choices
        .into_iter()
        .map(|id| Html::default().within("span", "box").then(&teller.put(id)).within("div", "choice"))
        .collect();
    let who = match paper::set(row.name.as_deref()) {
        Some(name) => teller.html(name).within("div", "name"),
        None => paper::blank(teller, "letter-blank-name"),
    };
    heading(&teller.word("letter-slip-title"), teller.words)
        .then(&who)
        .then(&paper::reference(teller, row))
        .then(&choices.within("div", "choices"))
        .then(&paper::blank(teller, "letter-blank-phone"))
        .within("div", "slip")
}
