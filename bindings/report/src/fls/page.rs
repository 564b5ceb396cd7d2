//! The report of a service: what stands in it, and in which order.

use super::DataQuality;
use super::markup::{Html, page as whole_page, paragraph, section};
use super::teller::Teller;
use super::{
    case_finding, data_quality, funnel_picture, indicators, method, persistence_curve, simulation, summary,
    worklist,
};
use crate::catalogue::args;

const STYLE: &str = include_str!("service.css");

pub(super) fn page(teller: &Teller<'_>, quality: &DataQuality) -> String {
    let words = teller.words;
    let body: Html = [
        head(teller),
        section("summary", "fls-section-summary", &summary::lines(teller), words),
        section("funnel", "fls-section-funnel", &funnel_picture::picture(teller), words),
        section("doors", "fls-section-doors", &funnel_picture::by_door(teller), words),
        section("attendance", "fls-section-attendance", &funnel_picture::attendance(teller), words),
        section("indicators new-page", "fls-section-indicators", &indicators::all_doors(teller), words),
        section("by-door", "fls-section-indicators-by-door", &indicators::by_door(teller), words),
        section(
            "persistence new-page",
            "fls-section-persistence",
            &persistence_curve::persistence(teller),
            words,
        ),
        section("worklist", "fls-section-worklist", &worklist::worklist(teller), words),
        section("simulation", "fls-section-simulation", &simulation::simulation(teller), words),
        section("cases", "fls-section-case-finding", &case_finding::case_finding(teller), words),
        section("quality", "fls-section-quality", &data_quality::quality(teller, quality), words),
        section("method", "fls-section-method", &method::method(teller), words),
        section("notices", "fls-section-notices", &method::notices(teller), words),
        section("sources", "fls-section-sources", &method::sources(teller), words),
        foot(teller),
    ]
    .into_iter()
    .collect();
    whole_page(&words.word("fls-title"), STYLE, &body.within("main", ""), words)
}

fn head(teller: &Teller<'_>) -> Html {
    let settings = &teller.answer.settings;
    let period = &settings.period;
    let named = settings.service_name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let service = named.map_or_else(|| teller.put("fls-unnamed"), |name| teller.html(name));
    let args = args! {
        "from" => teller.words.date(period.from),
        "to" => teller.words.date(period.to),
        "as_of" => teller.words.date(period.as_of),
    };
    teller
        .put("fls-title")
        .within("h1", "")
        .then(&service.within("p", "service"))
        .then(&teller.say("fls-period", &args).within("p", "period"))
        .within("header", "")
}

fn foot(teller: &Teller<'_>) -> Html {
    let lines = [teller.put("foot-supports"), method::version(teller)];
    lines.iter().map(paragraph).collect::<Html>().within("footer", "")
}
