//! How it was counted: definitions, settings, versions, notices, sources.

use osteon::citation::{CitationId, DATA_VERSION};
use osteon::risk::{Model, notice};

use super::markup::{Html, list, paragraph};
use super::teller::Teller;
use crate::catalogue::args;
use crate::page::html::escape;

pub(super) fn method(teller: &Teller<'_>) -> Html {
    let settings = &teller.answer.settings;
    let args = args! {
        "set" => teller.name("fls-set", settings.inclusion_set.as_str()),
        "age" => settings.age_min_years.to_string(),
    };
    let mut lines = vec![
        teller.say("fls-method-inclusion", &args),
        teller.say("fls-method-trauma", &args! { "required" => yes_no(settings.low_trauma_required) }),
        teller.say("fls-method-washout", &args! { "days" => settings.washout_days.to_string() }),
        teller.put("fls-method-windows"),
        teller.say("fls-method-as-of", &args! { "as_of" => teller.words.date(settings.period.as_of) }),
        teller.put("fls-method-unknown"),
        teller.put("fls-method-interval"),
        teller.say("fls-method-gaps", &args! { "gaps" => teller.gaps() }),
        teller.say("fls-method-country", &args! { "country" => settings.country.as_str() }),
        teller.say("fls-method-tries", &args! { "tries" => settings.contact_tries_max.to_string() }),
    ];
    if settings.pathway_complete {
        lines.push(teller.put("fls-method-complete"));
    }
    lines.extend(set_by_the_service(teller));
    lines.push(version(teller));
    list(&lines)
}

fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

fn set_by_the_service(teller: &Teller<'_>) -> Option<Html> {
    let settings = &teller.answer.settings;
    let set = [
        ("fls-slots", settings.slots_per_week),
        ("fls-calls", settings.calls_per_week),
        ("fls-expected-non-spine", settings.expected_non_spine),
        ("fls-expected-spine", settings.expected_spine),
        ("fls-known-hip", settings.known_hip),
    ];
    let said: Vec<String> = set
        .into_iter()
        .filter_map(|(id, value)| {
            let count = teller.count(u64::from(value?));
            Some(teller.words.say(id, &args! { "count" => count }))
        })
        .collect();
    (!said.is_empty()).then(|| teller.say("fls-method-expected", &args! { "list" => said.join(", ") }))
}

pub(super) fn version(teller: &Teller<'_>) -> Html {
    let funnel = &teller.answer.funnel;
    let or = |stated: &str, own: &str| if stated.is_empty() { own.to_owned() } else { stated.to_owned() };
    let args = args! {
        "version" => or(&funnel.engine_version, osteon::VERSION),
        "data" => or(&funnel.data_version, DATA_VERSION),
    };
    teller.say("fls-method-version", &args)
}

/// Notices that codes and risk models oblige to.
pub(super) fn notices(teller: &Teller<'_>) -> Html {
    let mut models: Vec<&'static str> = Vec::new();
    let of_list = teller.answer.worklist.iter().filter_map(|row| row.risk_percent);
    let of_journeys = teller
        .answer
        .journeys
        .iter()
        .chain(&teller.answer.other_journeys)
        .filter_map(|journey| journey.says.risk_percent);
    for (_, model) in of_list.chain(of_journeys) {
        if !models.contains(&model) {
            models.push(model);
        }
    }
    models.sort_unstable();
    let mut lines = vec![paragraph(&teller.put("fls-loinc"))];
    for notice in models.into_iter().filter_map(Model::from_id).filter_map(notice::of) {
        let text = teller.words.coded("notice", notice.model, notice.text, &args! {});
        lines.push(paragraph(&teller.html(&text)));
    }
    lines.into_iter().collect()
}

/// A source by its id, with a link to its full citation where the list below holds it.
pub(super) fn source_link(id: &str) -> Html {
    if id.is_empty() {
        return Html::default();
    }
    let id = escape(id);
    Html::drawn(format!("<cite><a href=\"#source-{id}\">{id}</a></cite>"))
}

/// The sources of the indicators in full.
pub(super) fn sources(teller: &Teller<'_>) -> Html {
    let mut ids: Vec<&str> = teller.answer.kpis.iter().map(|row| row.source.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let items: Html = ids
        .into_iter()
        .filter(|id| !id.is_empty())
        .map(|id| {
            let full = CitationId::from_id(id).map(|found| found.citation().to_string());
            let text = full.unwrap_or_default();
            Html::drawn(format!("<li id=\"source-{0}\"><b>{0}</b> {1}</li>\n", escape(id), escape(&text)))
        })
        .collect();
    if items.is_empty() { items } else { items.within("ul", "") }
}
