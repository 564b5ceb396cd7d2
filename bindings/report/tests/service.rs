//! The report of a service and its letters: whole, escaped, and no rate without what it is of.

mod service_sample;

use jiff::civil::date;
use osteon::fls::output::WorkAction;
use osteon_report::{DataQuality, Language, letters, service_html};
use service_sample::{NAME, answer, files, findings, nothing, row};

fn quality() -> DataQuality {
    DataQuality { files: files(), lines: findings() }
}

/// What a reader sees: markup, style and drawings taken out.
fn seen(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let mut text = String::new();
    let mut inside = false;
    for character in body.chars() {
        match character {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            other if !inside => text.push(other),
            _ => {}
        }
    }
    text
}

/// Writes the pages to the folder that `OSTEON_WRITE_PAGES` names, to be looked at.
fn keep(name: &str, html: &str) {
    if let Some(folder) = std::env::var_os("OSTEON_WRITE_PAGES") {
        std::fs::write(std::path::Path::new(&folder).join(name), html).unwrap();
    }
}

#[test]
fn a_report_needs_nothing_else() {
    for &language in Language::ALL {
        let html = service_html(&answer(true), &quality(), language);
        keep(&format!("report.{}.html", language.code()), &html);
        assert!(html.starts_with("<!DOCTYPE html>"));
        for forbidden in ["<script", "src=", "@import", "url(", "<link", "javascript:", "onload"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        assert_eq!(html, service_html(&answer(true), &quality(), language));
    }
}

#[test]
fn text_of_records_and_settings_is_escaped() {
    let html = service_html(&answer(true), &quality(), Language::English);
    assert!(html.contains("&lt;Lille &amp; M\u{e9}tropole&gt;"));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(html.contains("notes &lt;2019&gt;.pdf"));
    for letter in letters(&answer(true), Language::French) {
        assert!(!letter.html.contains(NAME), "{}", letter.file);
    }
}

/// A percentage of people stands in one cell or sentence with its numerator and denominator, or beside them.
#[test]
fn rates_stand_with_their_numbers() {
    let english = seen(&service_html(&answer(true), &quality(), Language::English));
    assert!(english.contains("380/1,224 (31.0\u{a0}%)"));
    assert!(english.contains("Came: 380/1,224 (31.0\u{a0}%) of the identified."));
    let french = seen(&service_html(&answer(true), &quality(), Language::French));
    assert!(french.contains("380/1\u{202f}224 (31,0\u{a0}%)"));
    assert!(!french.contains("31.0"));
    assert!(english.contains("Allowed gaps: oral 60\u{a0}days"));
}

#[test]
fn what_cannot_be_said_is_said() {
    let english = seen(&service_html(&answer(true), &quality(), Language::English));
    assert!(english.contains("Cannot be said, because no record says who had a falls assessment."));
    let html = service_html(&nothing(), &DataQuality::default(), Language::English);
    assert!(seen(&html).contains("Nobody is to be called today."));
    assert!(seen(&html).contains("Nothing was found wrong or doubtful."));
    assert!(!seen(&html).contains("0.0\u{a0}%"));
    assert!(!seen(&html).contains("NaN"));
}

/// No message of the catalogues was asked for that is not there: an id would stand in the page.
#[test]
fn every_message_is_there() {
    for &language in Language::ALL {
        let mut pages = vec![
            service_html(&answer(true), &quality(), language),
            service_html(&nothing(), &DataQuality::default(), language),
        ];
        pages.extend(letters(&answer(true), language).into_iter().map(|letter| letter.html));
        pages.extend(letters(&answer(false), language).into_iter().map(|letter| letter.html));
        for page in pages {
            let page = seen(&page);
            for head in ["fls-", "letter-", "kpi-set", "fls_", "section-"] {
                assert!(!page.contains(head), "{head}: {}", page.split(head).nth(1).unwrap_or_default());
            }
        }
    }
}

#[test]
fn recalled_definitions_are_marked_and_levels_are_words() {
    let english = service_html(&answer(true), &quality(), Language::English);
    assert!(seen(&english).contains("Definition recalled (confidence C), levels recalled (confidence B)."));
    for level in ["red", "amber", "green", "bronze", "silver", "gold"] {
        assert!(english.contains(&format!("level-{level}\">{level}</span>")), "{level}");
    }
}

#[test]
fn the_notice_of_a_model_stands_where_its_number_does() {
    let has_model = osteon::risk::Model::from_id("qfracture2012").is_some();
    for &language in Language::ALL {
        let html = service_html(&answer(true), &quality(), language);
        // Without its feature there is no such model, and no notice of it.
        assert_eq!(seen(&html).contains("ClinRisk Ltd"), has_model);
        assert!(seen(&html).contains("Regenstrief"));
        assert!(!seen(&service_html(&nothing(), &quality(), language)).contains("ClinRisk"));
    }
}

#[test]
fn no_name_stands_in_the_report() {
    let html = service_html(&answer(true), &quality(), Language::French);
    assert!(!html.contains("Jeanne"));
    assert!(html.contains("P-0001"));
}

#[test]
fn letters_are_written_within_capacity_and_named_safely() {
    for &language in Language::ALL {
        let letters = letters(&answer(true), language);
        for letter in &letters {
            keep(&letter.file, &letter.html);
            let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            assert!(letter.file.chars().all(safe), "{}", letter.file);
            assert!(letter.file.ends_with(&format!(".{}.html", language.code())));
        }
        assert!(letters.iter().any(|letter| letter.file.starts_with("invitation_0001_P-0000.")));
        assert!(letters.iter().any(|letter| letter.file.starts_with("clinician_0010_P-0009.")));
        assert!(!letters.iter().any(|letter| letter.file.contains("_0031_")));
        assert_eq!(letters.last().unwrap().file, format!("recall_list.{}.html", language.code()));
        let mut files: Vec<&str> = letters.iter().map(|letter| letter.file.as_str()).collect();
        files.sort_unstable();
        files.dedup();
        assert_eq!(files.len(), letters.len());
    }
}

/// A letter to a person has no risk, no score and no diagnosis, and says how to say no.
#[test]
fn letters_to_people_are_plain() {
    for &language in Language::ALL {
        for letter in letters(&answer(true), language) {
            if letter.file.starts_with("clinician") || letter.file.starts_with("recall") {
                continue;
            }
            let text = seen(&letter.html).to_lowercase();
            let forbidden =
                ["%", "osteopor", "ostéopor", "risk", "risque", "t-score", "qfracture", "14.26", "14,3"];
            for word in forbidden {
                assert!(!text.contains(word), "{}: {word}", letter.file);
            }
            let no = match language {
                Language::English => "you are free to say no",
                Language::French => "vous êtes libre de dire non",
            };
            assert!(text.contains(no), "{}", letter.file);
        }
    }
}

#[test]
fn a_letter_to_a_clinician_has_the_facts_and_decides_nothing() {
    let mut answer = answer(true);
    answer.worklist = vec![row(1, WorkAction::DenosumabDue)];
    let letters = letters(&answer, Language::English);
    let text = seen(&letters[0].html);
    for fact in
        ["hip, 1\u{a0}January 2019", "4\u{a0}March 2019", "next dose due 20\u{a0}September 2019", "very high"]
    {
        assert!(text.to_lowercase().contains(&fact.to_lowercase()), "{fact}: {text}");
    }
    assert!(text.contains("This is a proposal for you to judge"));
    assert!(text.contains("GRIO/SFR 2018 (women): treat"));
    assert!(!text.contains('%'));
}

/// Who agreed and waits is not told that nobody could reach them.
#[test]
fn a_letter_to_somebody_who_waits_speaks_of_the_place() {
    let mut answer = answer(true);
    answer.worklist = vec![row(1, WorkAction::OfferPlace)];
    for (language, says, not) in [
        (Language::English, "Thank you for agreeing to the check-up", "tried to reach"),
        (Language::French, "Merci d'avoir accept\u{e9} le bilan", "sans succ\u{e8}s"),
    ] {
        let letter = &letters(&answer, language)[0];
        assert_eq!(letter.file, format!("place_0001_P-0000.{}.html", language.code()));
        let text = seen(&letter.html).replace("&#39;", "'");
        assert!(text.contains(says) && !text.contains(not), "{text}");
    }
}

/// A dose left out, and what is known of it: the last one, the end of its cover, why, and what may follow.
#[test]
fn a_letter_says_what_stopped_since_when_and_why() {
    use osteon::document::{Drug, StopReason};
    let mut answer = answer(true);
    let why = |code, number, word| osteon::fls::output::Why { code, number, word };
    let ended = osteon::fls::drug::Course {
        drug: Drug::Denosumab,
        route: None,
        start: date(2017, 9, 20),
        covered_until: date(2019, 3, 20),
        last_record_on: date(2018, 9, 20),
        records: 3,
        stopped_on: Some(date(2019, 3, 20)),
        stop_reason: Some(StopReason::Choice),
        planned_end: false,
        shown_taken: true,
    };
    for journey in &mut answer.journeys {
        (journey.denosumab, journey.courses) = (None, vec![ended.clone()]);
    }
    let mut lapsed = row(1, WorkAction::DenosumabDue);
    lapsed.why = vec![why("denosumab_ended_days_ago", Some(102), None)];
    let mut stopped = row(2, WorkAction::CheckTreatment);
    stopped.why = vec![
        why("drug_stopped_days_ago", Some(102), Some("risedronate")),
        why("stopped_because", None, Some("intolerance")),
    ];
    let unreached =
        osteon::fls::output::WorklistRow { contact_tries: 3, ..row(3, WorkAction::InformClinician) };
    answer.worklist = vec![lapsed, stopped, unreached];
    let english = letters(&answer, Language::English);
    let text = |at: usize| seen(&english[at].html).replace('\u{a0}', " ");
    for fact in [
        "last dose 20 September 2018; cover ended 20 March 2019; no other drug followed in our records; reason \
         for stopping: choice of the person",
        "vertebrae may break",
        "Why we write",
    ] {
        assert!(text(0).contains(fact), "{fact}: {}", text(0));
    }
    let stopped = "risedronate: no cover since 20 March 2019; reason for stopping: intolerance";
    assert!(text(1).contains(stopped) && !text(1).contains("vertebrae may break"), "{}", text(1));
    assert!(text(2).contains("We tried 3 times to reach your patient"), "{}", text(2));
    let french = letters(&answer, Language::French);
    let text = seen(&french[0].html).replace("&#39;", "'");
    assert!(text.contains("raison de l'arr\u{ea}t") && text.contains("vert\u{e8}bres"), "{text}");
}

/// What the page says of places is so, full or not.
#[test]
fn the_simulation_says_whether_places_were_full() {
    let mut answer = answer(true);
    let page = |answer: &_| seen(&service_html(answer, &quality(), Language::English)).replace('\u{a0}', " ");
    let full = page(&answer);
    assert!(full.contains("Places were full") && !full.contains("Places were not full"));
    for (free, said) in [(12.5, "12.5 %"), (0.01, "&lt; 0.1 %")] {
        for scenario in &mut answer.simulation.scenarios {
            scenario.free_slots_percent = free;
        }
        let text = page(&answer);
        assert!(
            text.contains(&format!("Places were not full: nobody was booked for {said} of them")),
            "{text}"
        );
    }
}

#[test]
fn a_risk_says_of_what_and_when_and_nobody_vanishes() {
    let text = seen(&service_html(&answer(true), &quality(), Language::English)).replace('\u{a0}', " ");
    assert!(text.contains("Risk over 10 years: 14.3 % (any osteoporotic fracture; qfracture2012)"), "{text}");
    assert!(text.contains("Not on the list: 15 people."));
    assert!(text.contains("every try made, no answer"));
    let french = seen(&service_html(&answer(true), &quality(), Language::French));
    assert!(french.contains("Hors de la liste") && french.contains("tous les essais faits"));
}

#[test]
fn what_is_not_set_is_a_line_to_write_on() {
    let letters = letters(&answer(false), Language::English);
    let letter = letters.iter().find(|letter| letter.file.starts_with("invitation_0001")).unwrap();
    assert!(letter.html.contains("Telephone</span><span class=\"line\"></span>"));
    assert!(letter.html.contains("Call us on</span><span class=\"line\"></span>"));
}

/// What the engine says in English is said in French, with its numbers, and the rest is marked as English.
#[test]
fn sentences_of_the_engine_are_told_in_french() {
    let mut answer = answer(true);
    for row in &mut answer.kpis {
        row.because = Some(
            "cannot be computed, because no record says who had a falls assessment. Of 3 fractures the person \
             died or moved before the window's end: not reached. Another <thing> of 7."
                .to_owned(),
        );
    }
    let french = seen(&service_html(&answer, &quality(), Language::French));
    assert!(
        french.contains("aucune donn\u{e9}e ne dit qui a eu une \u{e9}valuation du risque de chute. Pour 3")
    );
    assert!(!french.contains("cannot be computed"));
    let html = service_html(&answer, &quality(), Language::French);
    assert!(html.contains("<span lang=\"en\">Another &lt;thing&gt; of 7</span>"));
    let english = seen(&service_html(&answer, &quality(), Language::English));
    assert!(english.contains("Cannot be said, because no record says who had a falls assessment. Of 3"));
    let why = seen(&service_html(&answer, &quality(), Language::French));
    assert!(why.contains(
        "Fracture (hanche) il y a 12\u{a0}semaines\u{a0}; pas encore d&#39;invitation\u{a0}; restent 8\u{a0}jours"
    ));
}

/// Groups as the engine names them, each in words.
#[test]
fn groups_are_told_in_words() {
    let mut answer = answer(true);
    let persistence = answer.funnel.persistence.remove(0);
    let groups = [("site", "hip"), ("site", "major_other"), ("drug", "zoledronate"), ("age_band", "85+")];
    answer.funnel.persistence = groups
        .into_iter()
        .map(|(by, group)| {
            let (by, group) = (by.to_owned(), group.to_owned());
            osteon::fls::output::Persistence { by, group, ..persistence.clone() }
        })
        .collect();
    let french = seen(&service_html(&answer, &quality(), Language::French));
    for word in ["hanche", "autres sites majeurs", "zol\u{e9}dronate", "85\u{a0}ans et plus"] {
        assert!(french.contains(word), "{word}");
    }
    assert!(!french.contains("major_other") && !french.contains("85+"));
}
