//! The quality of the data: which files were read, and what could not be, with the first of each.

use osteon::fls::{Finding, FindingKind};

use super::DataQuality;
use super::markup::{Html, heading, paragraph, table};
use super::teller::Teller;
use crate::catalogue::args;

/// How many files are named one by one; the rest are added up.
const FILES_NAMED: usize = 40;

pub(super) fn quality(teller: &Teller<'_>, quality: &DataQuality) -> Html {
    heading(&teller.word("fls-findings-title"), teller.words)
        .then(&findings(teller, quality))
        .then(&heading(&teller.word("fls-files-title"), teller.words))
        .then(&files(teller, quality))
}

fn files(teller: &Teller<'_>, quality: &DataQuality) -> Html {
    if quality.files.is_empty() {
        return paragraph(&teller.put("fls-none"));
    }
    let number = |count: u64| teller.html(&teller.count(count));
    let named = quality.files.iter().take(FILES_NAMED);
    let mut rows: Vec<Vec<Html>> = named
        .map(|(name, kind, records)| {
            vec![teller.html(name), teller.html(&teller.name("fls-file-kind", kind)), number(*records)]
        })
        .collect();
    let rest = quality.files.iter().skip(FILES_NAMED);
    let (count, records) = rest.fold((0_u64, 0_u64), |(count, all), (_, _, one)| (count + 1, all + one));
    if count > 0 {
        let more = teller.say("fls-more-files", &args! { "count" => teller.count(count) });
        rows.push(vec![more, Html::default(), number(records)]);
    }
    let all: u64 = quality.files.iter().map(|(_, _, records)| records).sum();
    rows.push(vec![
        teller.put("fls-all-files").within("b", ""),
        Html::default(),
        number(all).within("b", ""),
    ]);
    table("files", &["fls-column-file", "fls-column-kind", "fls-column-records"], &rows, teller.words)
}

fn findings(teller: &Teller<'_>, quality: &DataQuality) -> Html {
    let mut rows = Vec::new();
    for kind in FindingKind::ALL {
        let mut of = quality.lines.iter().filter(|(_, finding)| finding.kind == *kind).peekable();
        let mut name =
            of.peek().map(|_| teller.html(&teller.name("fls-finding", kind.as_str())).within("b", ""));
        for (count, first) in of {
            rows.push(vec![
                name.take().unwrap_or_default(),
                teller.html(&first.place.file),
                teller.html(&teller.count(*count)),
                example(teller, first),
            ]);
        }
    }
    if rows.is_empty() {
        return paragraph(&teller.put("fls-no-findings"));
    }
    let head = ["fls-column-finding", "fls-column-file", "fls-column-times", "fls-column-first"];
    // Only a language that is not the engine's has something to say of it.
    let note = if teller.words.has("fls", "engine-words") {
        teller.put("fls-engine-words")
    } else {
        Html::default()
    };
    paragraph(&note).then(&table("findings", &head, &rows, teller.words))
}

fn example(teller: &Teller<'_>, first: &Finding) -> Html {
    let mut place = Vec::new();
    if first.place.line > 0 {
        place.push(teller.words.say("fls-example-line", &args! { "line" => first.place.line.to_string() }));
    }
    if let Some(person) = &first.patient_id {
        place.push(teller.words.say("fls-example-person", &args! { "person" => person.as_str() }));
    }
    match (&*first.field, &*first.value) {
        ("", "") => {}
        (field, "") => place.push(field.to_owned()),
        ("", value) => place.push(value.to_owned()),
        (field, value) => {
            place.push(teller.words.say("fls-example-value", &args! { "field" => field, "value" => value }));
        }
    }
    let place = place.join(", ");
    let place = if place.is_empty() { Html::default() } else { teller.html(&format!("{place}.")) };
    let because = first.because.trim();
    let because = if because.is_empty() { Html::default() } else { teller.said_sentence(because) };
    place.and(&because)
}
