//! What must hold for any person of the two scores of SOF, the tree of van Geel 2006 and the Nottingham Hip
//! Fracture Score.

mod completing;

use completing::{Question, forearm, printed, risks, says_what_closing_says, with, with_hip_fracture};
use proptest::prelude::*;
use serde_json::{Value, json};

const INDEX: &str = "sof_fracture_index";
const ONE_YEAR: &str = "sof_hip_1y_2017";
const TREE: &str = "van_geel2006";
const NOTTINGHAM: &str = "nottingham_hip_fracture";

fn question(field: &'static str, answers: Value) -> Question {
    (field, answers.as_array().unwrap().clone())
}

/// Opens the questions that the mask picks, and answers the others with one of their answers.
fn opened(mut document: Value, questions: &[Question], mask: u32, pick: u32) -> (Value, Vec<Question>) {
    let mut open = Vec::new();
    for (i, (field, answers)) in questions.iter().enumerate() {
        if mask >> i & 1 == 1 {
            open.push((*field, answers.clone()));
        } else {
            let answer = &answers[(pick >> (2 * i)) as usize % answers.len()];
            document = with(&document, field, answer);
        }
    }
    (document, open)
}

fn index_questions() -> Vec<Question> {
    vec![
        question("fractures", json!([[], [forearm(60)]])),
        question("risk_factors.maternal_hip_fracture", json!([false, true])),
        question("risk_factors.current_smoker", json!([false, true])),
        question("risk_factors.needs_arms_to_rise", json!([false, true])),
        question("weight_kg", json!([70, 57])),
        ("scans", [-0.5, -1.5, -2.2, -2.6].map(|t| printed(&[("total_hip", t)])).to_vec()),
    ]
}

fn one_year_questions() -> Vec<Question> {
    vec![
        question("fractures", json!([[], [forearm(60)]])),
        question("risk_factors.mmse_score", json!([30, 20])),
        question("risk_factors.walking_speed_m_s", json!([1.2, 0.9, 0.5])),
        question("risk_factors.needs_arms_to_rise", json!([false, true])),
        question("risk_factors.poor_tandem_walk", json!([false, true])),
    ]
}

fn tree_questions() -> Vec<Question> {
    vec![
        question("fractures", json!([[], [forearm(52)], [{"site": "ankle", "months_ago": 6}]])),
        ("scans", vec![printed(&[("total_hip", -0.5)]), printed(&[("total_hip", -1.5)])]),
    ]
}

fn nottingham_questions() -> Vec<Question> {
    let haemoglobin =
        |value: u32| json!([{"analyte": "haemoglobin", "value": value, "unit": "g/L", "date": "2026-06-02"}]);
    vec![
        ("labs", vec![haemoglobin(130), haemoglobin(90)]),
        question("risk_factors.amts_score", json!([10, 3])),
        question("risk_factors.care_home", json!([false, true])),
        question("risk_factors.any_cancer", json!([false, true])),
        question("risk_factors.stroke", json!([false, true])),
        question("risk_factors.asthma", json!([false, true])),
        question("risk_factors.chronic_kidney_disease", json!([false, true])),
    ]
}

/// A model, a person all of whose questions are open, and the questions, each from its best answer on.
fn models() -> Vec<(&'static str, Value, Vec<Question>)> {
    let mut hip = with_hip_fracture("male", 80.0);
    // One group is there, so that each of the others decides.
    hip["risk_factors"] = json!({"cardiovascular_disease": true, "copd": false});
    let mut woman_70 = json!({"sex": "female", "age_years": 70});
    let osteoporosis = with(&woman_70, "scans", &printed(&[("total_hip", -3.2)]));
    woman_70["postmenopausal"] = json!(true);
    woman_70["menopause_age_years"] = json!(50);
    vec![
        (INDEX, woman_70.clone(), index_questions()),
        (ONE_YEAR, osteoporosis, one_year_questions()),
        (TREE, woman_70, tree_questions()),
        (NOTTINGHAM, hip, nottingham_questions()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_range_is_that_of_every_completion(which in 0_usize..4, mask in 0_u32..256, pick in any::<u32>(), age in 66_u32..80) {
        let (model, person, questions) = models().swap_remove(which);
        let person = with(&person, "age_years", &json!(age));
        let (person, open) = opened(person, &questions, mask, pick);
        says_what_closing_says(&person, &open, model);
    }

    #[test]
    fn a_worse_answer_never_lowers_the_risk(which in 0_usize..4, pick in any::<u32>(), question in 0_usize..8, age in 66_u32..79) {
        let (model, person, questions) = models().swap_remove(which);
        let person = with(&person, "age_years", &json!(age));
        let (person, _) = opened(person, &questions, 0, pick);
        let of = |document: &Value| {
            let said = risks(document, model);
            said.iter().map(|risk| risk.percent.or(risk.points).unwrap()).collect::<Vec<f64>>()
        };
        let (field, answers) = &questions[question % questions.len()];
        let by_answer: Vec<Vec<f64>> = answers.iter().map(|answer| of(&with(&person, field, answer))).collect();
        for pair in by_answer.windows(2) {
            prop_assert!(pair[0].iter().zip(&pair[1]).all(|(better, worse)| better <= worse), "{person}");
        }
        let older = of(&with(&person, "age_years", &json!(age + 1)));
        prop_assert!(of(&person).iter().zip(&older).all(|(younger, older)| younger <= older));
    }
}
