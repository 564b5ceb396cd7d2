//! What was counted, what was not, and what somebody must look at.

use osteon::fls::output::ExcludedCount;

use super::markup::{Html, heading, paragraph, table};
use super::teller::Teller;

pub(super) fn case_finding(teller: &Teller<'_>) -> Html {
    let funnel = &teller.answer.funnel;
    let parts = [("fls-counted-out", &funnel.counted_out), ("fls-review", &funnel.review)];
    parts.into_iter().map(|(title, counts)| part(teller, title, counts)).collect()
}

fn part(teller: &Teller<'_>, title: &str, counts: &[ExcludedCount]) -> Html {
    let rows: Vec<Vec<Html>> = counts
        .iter()
        .map(|one| vec![teller.reason(&one.reason), teller.html(&teller.count(one.count))])
        .collect();
    let body = if rows.is_empty() {
        paragraph(&teller.put("fls-none"))
    } else {
        table("reasons", &["fls-column-reason", "fls-column-fractures"], &rows, teller.words)
    };
    heading(&teller.word(title), teller.words).then(&body).within("div", "half")
}
