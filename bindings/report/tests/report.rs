//! What a report and an explanation say, and never say.

use osteon::Engine;
use osteon::document::{Assessment, Patient};
use osteon_report::{Language, explain, html, text};

fn assessed(json: &str) -> (Patient, Assessment) {
    let patient = osteon::json::patient(json.as_bytes()).unwrap();
    let assessment = Engine::default().assess(&patient).unwrap();
    (patient, assessment)
}

const WOMAN: &str = r#"{"id": "A <b>&\"1\"", "sex": "female", "age_years": 72, "assessed_on": "2026-03-02", "country": "FR",
  "fractures": [{"site": "vertebra", "levels": ["T12"], "date": "2025-11-04", "trauma": "low"}],
  "risk_factors": {"falls_past_year": 2},
  "scans": [
    {"date": "2026-02-10", "manufacturer": "hologic", "model": "Horizon <A>", "scanner_serial": "1",
     "precision_g_cm2": {"total_hip": 0.009}, "regions": [
       {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.558},
       {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.672}]},
    {"date": "2022-02-11", "manufacturer": "hologic", "model": "Horizon <A>", "scanner_serial": "1",
     "precision_g_cm2": {"total_hip": 0.009}, "regions": [
       {"region": "total_hip", "side": "left", "bmd_g_cm2": 0.716}]}]}"#;
const TREATED: &str = r#"{"sex": "female", "age_years": 68, "assessed_on": "2026-05-20", "country": "GB", "fractures": [],
  "treatments": [{"drug": "denosumab", "start": "2023-05-10", "last_dose": "2025-11-02", "doses": 6}],
  "scans": [{"date": "2026-05-02", "manufacturer": "ge_lunar", "regions": [
    {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.712, "t_score": -2.3}]}]}"#;
const MAN: &str = r#"{"sex": "male", "age_years": 45, "scans": [{"manufacturer": "hologic", "regions": [
    {"region": "total_hip", "side": "right", "bmd_g_cm2": 0.75},
    {"region": "lumbar_spine", "vertebrae": ["L1"], "bmd_g_cm2": 0.9, "excluded": true, "exclusion_reason": "a <screw>"}]}]}"#;
const NOTHING_KNOWN: &str = r#"{"sex": "female", "age_years": 66}"#;
const EVERYONE: [&str; 4] = [WOMAN, TREATED, MAN, NOTHING_KNOWN];

fn everything(language: Language) -> Vec<String> {
    let said = EVERYONE.iter().flat_map(|json| {
        let (patient, assessment) = assessed(json);
        [html, text, explain].map(|write| write(&patient, &assessment, language))
    });
    said.collect()
}

#[test]
fn no_hole_is_printed() {
    for &language in Language::ALL {
        for said in everything(language) {
            for hole in ["null", "NaN", "None", "Some(", "{ $", "{$", "inf ", "undefined"] {
                assert!(!said.contains(hole), "{hole} in {said}");
            }
        }
    }
}

#[test]
fn every_text_of_the_document_is_escaped() {
    let (patient, assessment) = assessed(WOMAN);
    let page = html(&patient, &assessment, Language::English);
    assert!(page.contains("A &lt;b&gt;&amp;&quot;1&quot;") && page.contains("Horizon &lt;A&gt;"));
    assert!(!page.contains("<b>&") && !page.contains("<A>"));
    let (patient, assessment) = assessed(MAN);
    let page = html(&patient, &assessment, Language::French);
    assert!(page.contains("a &lt;screw&gt;") && !page.contains("<screw>"));
}

/// The page needs nothing else: it runs nothing and fetches nothing.
#[test]
fn the_page_stands_alone() {
    for page in EVERYONE.map(assessed).map(|(p, a)| html(&p, &a, Language::English)) {
        for word in ["<script", "<link", "<img", "src=", "@import", "url(", "onload"] {
            assert!(!page.contains(word), "{word}");
        }
        assert!(page.ends_with("</html>\n"));
    }
}

#[test]
fn the_first_page_has_what_a_clinician_reads_first() {
    let (patient, assessment) = assessed(WOMAN);
    let page = html(&patient, &assessment, Language::English);
    let first = page.split("</main>").next().unwrap();
    for said in [
        "T12",
        "Horizon",
        "-2.5",
        "osteoporosis",
        "least significant change 0.025",
        "<svg",
        "Next DXA",
        "Not CE",
    ] {
        assert!(first.contains(said), "{said}");
    }
    let french = html(&patient, &assessment, Language::French);
    for said in ["-2,5", "Ostéoporose", "0,025", "lang=\"fr\"", "10\u{a0}février"] {
        assert!(french.contains(said), "{said}");
    }
    let body = french.split("</style>").nth(1).unwrap();
    for mark in [" :", " ;"] {
        assert!(!body.contains(mark), "French has a space before{mark} that may break");
    }
}

#[test]
fn a_chart_stands_only_where_a_reference_does() {
    let (patient, assessment) = assessed(MAN);
    let page = html(&patient, &assessment, Language::English);
    assert!(page.contains("<svg") && page.contains("No classes"));
    let (patient, assessment) = assessed(NOTHING_KNOWN);
    assert!(!html(&patient, &assessment, Language::English).contains("<svg"));
}

/// What drives is shown: the printed score where there is one.
#[test]
fn the_printed_score_is_named_as_printed() {
    let (patient, assessment) = assessed(TREATED);
    assert!(text(&patient, &assessment, Language::English).contains("-2.3 (printed)"));
}

/// Each rule stands with its margin, and each source in full.
#[test]
fn an_explanation_has_margins_and_sources() {
    let (patient, assessment) = assessed(WOMAN);
    let said = explain(&patient, &assessment, Language::English);
    assert!(
        said.contains("margin") && said.contains("bhof2022.treat.hip_or_vertebral_fracture holds"),
        "{said}"
    );
    for id in assessment.citations.keys() {
        assert!(said.contains(&format!("\n[{id}] ")), "{id}");
    }
}

#[test]
fn what_cannot_be_said_is_said_with_what_is_missing() {
    let (patient, assessment) = assessed(NOTHING_KNOWN);
    let said = explain(&patient, &assessment, Language::English);
    assert!(
        said.contains("cannot be said, because") || said.contains("Unknown, and able to change it"),
        "{said}"
    );
}
