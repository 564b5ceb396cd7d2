//! What a report and an explanation say, and never say.

use osteon::Engine;
use osteon::document::{Assessment, Patient};
use osteon_report::{Language, charts, explain, html, text};

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
        said.contains("above the limit") && said.contains("bhof2022.treat.hip_or_vertebral_fracture holds"),
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

/// A woman with little but results, one of them too old.
const BLOCKED: &str = r#"{"sex": "female", "age_years": 79, "assessed_on": "2026-11-20", "country": "FR", "weight_kg": 47,
  "complete": ["risk_factors", "history", "treatments", "fractures"],
  "fractures": [{"site": "vertebra", "levels": ["T12"], "date": "2026-08-01", "trauma": "low"}],
  "history": {"oesophageal_disorder": true}, "risk_factors": {"falls_past_year": 0},
  "treatments": [{"drug": "denosumab", "start": "2020-06-01", "last_dose": "2026-03-01", "doses": 12}],
  "labs": [{"analyte": "calcium_corrected", "value": 2.05, "unit": "mmol/L", "date": "2026-11-01"},
           {"analyte": "creatinine", "value": 120, "unit": "umol/L", "date": "2026-11-01"}],
  "scans": [{"date": "2026-11-10", "regions": [{"region": "lumbar_spine", "t_score": -2.9}]}]}"#;

fn first_page(json: &str, language: Language) -> String {
    let (patient, assessment) = assessed(json);
    let page = html(&patient, &assessment, language);
    page.split("</main>").next().unwrap().split("<main").nth(1).unwrap().replace('\u{a0}', " ")
}

/// Every reason that blocks stands on the first page, those first that nothing corrects.
#[test]
fn every_reason_that_blocks_is_named() {
    let page = first_page(BLOCKED, Language::French);
    let line = page.lines().find(|line| line.contains("À ne pas donner : alendronate")).unwrap();
    let place = |said: &str| line.find(said).unwrap_or_else(|| panic!("{said} in {line}"));
    assert!(place("selon Cockcroft-Gault") < place("calcémie inférieure"), "{line}");
    assert!(place("maladie de l&#39;œsophage") < place("calcémie inférieure"), "{line}");
    assert!(page.contains("selon des recommandations d&#39;autres pays"), "{page}");
}

/// Beside each recommendation that the person is treated; no zero among the risk factors; no step left out.
#[test]
fn the_first_page_of_someone_treated() {
    let page = first_page(BLOCKED, Language::English);
    let lines = page.lines().filter(|line| line.contains("2018: ") || line.contains("2023: "));
    for line in lines.filter(|line| line.contains("Because")) {
        assert!(line.contains("already treated"), "{line}");
    }
    assert!(!page.contains("falls in the past year 0"), "{page}");
    for step in ["risk of falls", "strength and balance", "teeth checked"] {
        assert!(page.contains(step), "{step}");
    }
    assert!(page.contains("T-score</th>") && !page.contains("T-score (95 %)"), "{page}");
}

/// A result that is too old is said to be so, and a test is never named by its field.
#[test]
fn what_is_missing_is_said_in_words() {
    let old = BLOCKED.replace("2026-11-01", "2026-03-01");
    for (language, too_old) in [(Language::English, "too old"), (Language::French, "trop ancien")] {
        let (patient, assessment) = assessed(&old);
        let said = explain(&patient, &assessment, language);
        assert!(said.contains(too_old), "{said}");
        for field in ["labs.", "_25oh", "history.", "risk_factors.", "calcium_corrected"] {
            let body = said.split("[").next().unwrap();
            assert!(!body.contains(field), "{field} in {body}");
        }
        assert!(!said.contains("sans ce qui manque") && !said.contains("computed here"), "{said}");
    }
}

/// Where hardly anything is known one line says what to find out, and no drug is left out.
#[test]
fn little_known_is_said_in_few_lines() {
    let page = first_page(NOTHING_KNOWN, Language::English);
    assert!(page.contains("No drug can be cleared yet") && page.contains("To order: creatinine"), "{page}");
    assert!(page.contains("romosozumab") && page.matches("Cannot be said yet:").count() == 0, "{page}");
}

/// No category stands where the guideline cannot say whether it speaks of the person.
#[test]
fn an_open_guideline_has_no_category() {
    let (patient, assessment) = assessed(NOTHING_KNOWN);
    for language in [Language::English, Language::French] {
        let said = text(&patient, &assessment, language);
        for open in ["cannot be said (", "on ne peut pas conclure ("] {
            assert!(!said.contains(open), "{open} in {said}");
        }
    }
}

/// Bone density that is fit for the age and a fracture that makes the diagnosis: both are explained.
#[test]
fn density_and_fracture_are_told_apart() {
    let man = MAN.replace(
        r#""age_years": 45,"#,
        r#""age_years": 45, "fractures": [{"site": "vertebra", "months_ago": 6, "trauma": "low"}],"#,
    );
    let (patient, assessment) = assessed(&man);
    assert!(
        explain(&patient, &assessment, Language::English)
            .contains("does not exclude osteoporosis by a fracture")
    );
}

/// Guidelines of one country that disagree do so on the first page, each with its limits.
#[test]
fn a_disagreement_has_its_point() {
    const WOMAN_OF_66: &str = r#"{"sex": "female", "age_years": 66, "assessed_on": "2026-05-20", "country": "US",
      "complete": ["risk_factors", "history", "treatments", "fractures"],
      "fractures": [{"site": "vertebra", "date": "2020-01-01", "trauma": "low"}, {"site": "vertebra", "date": "2021-01-01", "trauma": "low"}],
      "scans": [{"date": "2026-05-02", "regions": [{"region": "lumbar_spine", "t_score": -2.9}]}]}"#;
    let page = first_page(WOMAN_OF_66, Language::English);
    let line =
        page.lines().find(|line| line.contains("BHOF 2022: treat (")).unwrap_or_else(|| panic!("{page}"));
    assert!(
        line.contains("Endocrine Society 2020: treat, an anabolic drug first (") && line.contains("limit"),
        "{line}"
    );
}

#[test]
fn charts_are_handed_out_as_the_report_draws_them() {
    let (patient, assessment) = assessed(WOMAN);
    let charts = charts(&patient, &assessment);
    let names: Vec<&str> = charts.iter().map(|chart| chart.name.as_str()).collect();
    assert_eq!(names, ["Femoral neck (left)", "Total hip (left)"]);
    let page = html(&patient, &assessment, Language::French);
    for chart in &charts {
        assert!(page.contains(&chart.names["fr"]), "{} is drawn in French", chart.name);
        assert!(page.contains(&format!("{} [{}]", chart.reference, chart.source)), "{}", chart.name);
    }

    // T -1 and T -2.5 of NHANES III at the femoral neck: 0.858 - 0.120 and 0.858 - 0.300.
    let limits = charts[0].limits.unwrap();
    assert!((limits.t_minus_1 - 0.738).abs() < 1e-12 && (limits.t_minus_2_5 - 0.558).abs() < 1e-12);
    let [neck] = charts[0].points.as_slice() else { panic!("one scan of the neck") };
    assert_eq!((neck.t_score, neck.low, neck.high), (Some(-2.5), None, None));

    let [earlier, latest] = charts[1].points.as_slice() else { panic!("two scans of the hip") };
    assert_eq!((earlier.bmd, latest.bmd), (0.716, 0.672));
    assert!(latest.age > earlier.age + 3.9 && latest.age < earlier.age + 4.1);
    let lsc = latest.high.unwrap() - latest.bmd;
    assert!((lsc - 2.77 * 0.009).abs() < 1e-3 && (latest.bmd - latest.low.unwrap() - lsc).abs() < 1e-12);

    let json = osteon::json::to_string(&charts);
    assert!(json.starts_with(
        r#"[{"region":"femoral_neck","side":"left","vertebrae":null,"name":"Femoral neck (left)""#
    ));
    let all = [
        "reference",
        "source",
        "converted",
        "curve",
        "limits",
        "t_minus_1",
        "t_minus_2_5",
        "points",
        "low",
        "high",
    ];
    assert!(all.iter().all(|key| json.contains(&format!("\"{key}\":"))), "{json}");
}

#[test]
fn no_chart_is_handed_out_without_a_t_or_without_a_scan() {
    let (patient, assessment) = assessed(MAN);
    // Under 50 no T-score is due: no classes are drawn.
    assert!(charts(&patient, &assessment).iter().all(|chart| chart.limits.is_none()));
    let (patient, assessment) = assessed(NOTHING_KNOWN);
    assert!(charts(&patient, &assessment).is_empty());
}
