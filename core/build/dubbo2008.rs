//! The Cox equations of the Dubbo study, `data/risk/dubbo2008.csv`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::models::OUTCOME;
use crate::rows::{self, CONFIDENCE, SEX};

pub(crate) fn equations(data: &Path, citations: &mut Citations) -> String {
    let mut seen = BTreeSet::new();
    let mut code = String::new();
    for row in rows::read(&data.join("risk/dubbo2008.csv")) {
        let (sex, outcome) = (row.choice("sex", SEX), row.choice("outcome", OUTCOME));
        if !seen.insert((sex.clone(), outcome.clone())) {
            row.fail("this equation is there twice");
        }
        let survival = (row.number("s0_5_years"), row.number("s0_10_years"));
        if !(0.0 < survival.1 && survival.1 < survival.0 && survival.0 < 1.0) {
            row.fail("survival falls with time, between 1 and 0");
        }
        let bounds = |low: &str, high: &str| {
            let (low, high) = (row.number(low), row.number(high));
            if low >= high {
                row.fail(format!("{low}-{high} is no range"));
            }
            format!("{low:?}..={high:?}")
        };
        if row.number("t_femoral_neck") >= 0.0
            || ["age_years", "fracture", "fall"].iter().any(|c| row.number(c) <= 0.0)
        {
            row.fail("risk rises with age, fractures and falls, and falls with the T-score");
        }
        row.choice("confidence", CONFIDENCE);
        citations.of(&row);
        writeln!(
            code,
            "    Equation {{ sex: {sex}, outcome: {outcome}, age_years: {:?}, t_femoral_neck: {:?}, fracture: {:?}, \
             fall: {:?}, s0_5_years: {:?}, s0_10_years: {:?}, age_range: {}, t_range: {}, count_cap: {} }},",
            row.positive("age_years"),
            row.number("t_femoral_neck"),
            row.number("fracture"),
            row.number("fall"),
            survival.0,
            survival.1,
            bounds("age_low", "age_high"),
            bounds("t_low", "t_high"),
            row.whole("count_cap").unwrap_or_else(|| row.fail("count_cap: none")),
        )
        .expect("a string");
    }
    assert!(seen.len() == 4, "core/data/dubbo2008.csv: {} of the four equations are there", seen.len());
    format!("static EQUATIONS: [Equation; {}] = [\n{code}];\n", seen.len())
}
