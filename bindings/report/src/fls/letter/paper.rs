//! What every letter has: its head, the lines to be written by hand, and its foot.

use osteon::fls::output::WorklistRow;

use crate::catalogue::args;
use crate::fls::markup::{Html, page, paragraph};
use crate::fls::teller::Teller;

const STYLE: &str = include_str!("letter.css");

/// A line to be written on, with what belongs there.
pub(super) fn blank(teller: &Teller<'_>, label: &str) -> Html {
    let label = teller.put(label).within("span", "label");
    label.then(&Html::default().within("span", "line")).within("div", "blank")
}

/// The service, as it is set, or lines for it.
pub(super) fn service(teller: &Teller<'_>) -> Html {
    let settings = &teller.answer.settings;
    let name = match set(settings.service_name.as_deref()) {
        Some(name) => teller.html(name).within("div", "name"),
        None => blank(teller, "letter-blank-service"),
    };
    let phone = match set(settings.service_phone.as_deref()) {
        Some(phone) => teller.say("letter-phone", &args! { "phone" => phone }).within("div", ""),
        None => blank(teller, "letter-blank-phone"),
    };
    name.then(&phone).within("div", "service")
}

/// A setting that says something.
pub(super) fn set(value: Option<&str>) -> Option<&str> {
    value.map(str::trim).filter(|value| !value.is_empty())
}

/// Day of the letter: the day of the report.
pub(super) fn dated(teller: &Teller<'_>) -> Html {
    teller.html(&teller.words.date(teller.answer.settings.period.as_of)).within("p", "date")
}

/// The person's name and lines for the address.
pub(super) fn to_person(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    let name = match set(row.name.as_deref()) {
        Some(name) => teller.html(name).within("div", "name"),
        None => blank(teller, "letter-blank-name"),
    };
    let address = blank(teller, "letter-blank-address");
    let more = Html::default().within("span", "line").within("div", "blank");
    name.then(&address).then(&more).within("div", "to")
}

/// Our reference: the identifier, which a letter shows where the name may be missing.
pub(super) fn reference(teller: &Teller<'_>, row: &WorklistRow) -> Html {
    teller.say("letter-number", &args! { "id" => row.patient_id.as_str() }).within("p", "reference")
}

/// The end: who writes, and a line to sign on.
pub(super) fn ending(teller: &Teller<'_>) -> Html {
    paragraph(&teller.put("letter-kind-regards"))
        .then(&paragraph(&teller.put("letter-team")))
        .then(&blank(teller, "letter-blank-signature"))
        .within("div", "ending")
}

/// A letter as a page. `class` sets it larger for those who are not used to small print.
pub(super) fn letter(title: &str, class: &str, body: &Html, teller: &Teller<'_>) -> String {
    page(title, STYLE, &body.within("main", class), teller.words)
}
