//! The QFracture equations and their limits: every term that an equation has must be there, once, and no other.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

/// Each release.
const MODELS: [(&str, &str); 2] = [("qfracture2012", "2012"), ("qfracture2016", "2016")];
const SEXES: [(&str, &str); 2] = [("female", "WOMEN"), ("male", "MEN")];
const OUTCOMES: [&str; 2] = ["any", "hip"];

/// The limits of each quantity from the lowest, each with its type.
const LIMITS: [(&str, &str); 10] = [
    ("age_from", "u8"),
    ("age_to", "u8"),
    ("bmi_from", "f64"),
    ("bmi_to", "f64"),
    ("longest_2016", "u8"),
    ("longest_2012", "u8"),
    ("light_alcohol_from", "f64"),
    ("moderate_alcohol_from", "f64"),
    ("heavy_alcohol_from", "f64"),
    ("heavy_alcohol_to", "f64"),
];

/// Values of a category; the first is the one that the others are held against.
const ALCOHOL: &[&str] = &["none", "trivial", "light", "moderate", "heavy", "very_heavy"];
const ETHNICITY: &[&str] = &[
    "white_or_not_recorded",
    "indian",
    "pakistani",
    "bangladeshi",
    "other_asian",
    "black_caribbean",
    "black_african",
    "chinese",
    "other",
];
const SMOKING: &[&str] = &["never", "former", "light", "moderate", "heavy"];
const FACTOR: &[&str] = &[
    "antidepressant",
    "any_cancer",
    "asthma_or_copd",
    "care_home",
    "corticosteroids",
    "cardiovascular_disease",
    "dementia",
    "endocrine_disorder",
    "epilepsy_or_anticonvulsant",
    "falls",
    "prior_fracture",
    "oestrogen_hrt",
    "chronic_liver_disease",
    "malabsorption",
    "parkinson",
    "rheumatoid_arthritis_or_lupus",
    "chronic_kidney_disease",
    "type_1_diabetes",
    "type_2_diabetes",
    "parental_history",
];

/// The functions of age and body mass index in an equation, each with the field it is compiled into.
fn continuous(outcome: &str, sex: &str) -> &'static [(&'static str, &'static str)] {
    match (outcome, sex) {
        ("any", "female") => {
            &[("(age/10)^2", "any_age_2"), ("(age/10)^3", "any_age_3"), ("(bmi/10)^-1", "any_inverse_bmi")]
        }
        ("any", _) => &[
            ("(age/10)^0.5", "any_root_age"),
            ("age/10", "any_age"),
            ("(bmi/10)^-1", "any_inverse_bmi"),
            ("(bmi/10)^-0.5", "any_inverse_root_bmi"),
        ],
        (_, "female") => {
            &[("(age/10)^2", "hip_age_2"), ("(age/10)^3", "hip_age_3"), ("(bmi/10)^-2", "hip_inverse_bmi_2")]
        }
        _ => &[
            ("(age/10)^3", "hip_age_3"),
            ("(age/10)^3*ln(age/10)", "hip_age_3_ln_age"),
            ("(bmi/10)^-2", "hip_inverse_bmi_2"),
        ],
    }
}

/// Whether an equation has a term for the factor.
fn has(model: &str, outcome: &str, sex: &str, factor: &str) -> bool {
    !matches!(
        (model, outcome, sex, factor),
        (_, _, "female", "care_home")
            | (_, _, "male", "endocrine_disorder" | "oestrogen_hrt")
            | (_, "hip", _, "malabsorption")
            | (_, "hip", "female", "parental_history")
            | ("qfracture2016", "any", _, "prior_fracture")
    )
}

/// Every row by model, outcome, sex, kind and term.
struct Table(BTreeMap<[String; 5], Row>);

impl Table {
    /// Takes a term out, so that what is left at the end is known to nobody.
    fn take(&mut self, key: [&str; 5]) -> Row {
        let taken = self.0.remove(&key.map(str::to_owned));
        taken.unwrap_or_else(|| {
            panic!("core/data/risk/qfracture_coefficients.csv: no row {}", key.join(","));
        })
    }

    fn category(&mut self, [model, sex]: [&str; 2], kind: &str, values: &[&str]) -> String {
        let of = |table: &mut Self, value: &str| {
            let [any, hip] = OUTCOMES.map(|outcome| {
                let row = table.take([model, outcome, sex, kind, value]);
                let number = row.number("value");
                if (values.first() == Some(&value)) != (number == 0.0) {
                    row.fail("the first value of a category, and only that, adds nothing");
                }
                number
            });
            format!("both({any:?}, {hip:?})")
        };
        values.iter().map(|value| of(self, value)).collect::<Vec<_>>().join(", ")
    }

    fn factor(&mut self, [model, sex]: [&str; 2], factor: &str) -> String {
        let [any, hip] = OUTCOMES.map(|outcome| {
            if !has(model, outcome, sex, factor) {
                return 0.0;
            }
            let row = self.take([model, outcome, sex, "factor", factor]);
            let number = row.number("value");
            // Nought stands for a term that the equation does not have.
            if number == 0.0 { row.fail("a factor that adds nothing") } else { number }
        });
        format!("both({any:?}, {hip:?})")
    }

    fn continuous(&mut self, [model, sex]: [&str; 2]) -> String {
        let mut fields = String::new();
        for outcome in OUTCOMES {
            for (term, field) in continuous(outcome, sex) {
                let [beta, centre] = ["beta", "centre"]
                    .map(|kind| self.take([model, outcome, sex, kind, term]).number("value"));
                write!(fields, " {field}: Term {{ beta: {beta:?}, centre: {centre:?} }},").expect("a string");
            }
        }
        fields
    }

    fn survival(&mut self, [model, sex]: [&str; 2], years: u32) -> String {
        let (mut code, mut before) = (String::new(), [1.0; 2]);
        for year in 1..=years {
            let year = year.to_string();
            let rows = OUTCOMES.map(|outcome| self.take([model, outcome, sex, "survival", &year]));
            for (row, before) in rows.iter().zip(&mut before) {
                let survival = row.positive("value");
                if survival >= *before {
                    row.fail(format!("survival must fall from year to year, and {before} came before"));
                }
                *before = survival;
            }
            let [any, hip] = before;
            write!(code, "both({any:?}, {hip:?}), ").expect("a string");
        }
        code
    }
}

/// The rows of `qfracture_limits.csv`, by id.
struct Limits(BTreeMap<String, Row>);

impl Limits {
    fn read(data: &Path) -> Self {
        let mut limits = Self(BTreeMap::new());
        for row in rows::read(&data.join("risk/qfracture_limits.csv")) {
            if !LIMITS.iter().any(|(id, _)| *id == row.text("id")) {
                row.fail("no such limit");
            }
            if let Some(first) = limits.0.insert(row.text("id").to_owned(), row) {
                first.fail("this limit is there twice");
            }
        }
        limits
    }

    fn row(&self, id: &str) -> &Row {
        self.0.get(id).unwrap_or_else(|| panic!("core/data/risk/qfracture_limits.csv: no row {id}"))
    }

    fn longest(&self, release: &str) -> u32 {
        let row = self.row(&format!("longest_{release}"));
        row.whole("value").unwrap_or_else(|| row.fail("value: none"))
    }
}

/// One constant a limit.
pub(crate) fn limits(data: &Path, citations: &mut Citations) -> String {
    let limits = Limits::read(data);
    let mut code = String::new();
    let mut before: Option<(&str, f64)> = None;
    for (id, kind) in LIMITS {
        let row = limits.row(id);
        row.choice("confidence", CONFIDENCE);
        citations.of(row);
        let value = row.positive("value");
        let unit = row.text("unit");
        if before.is_some_and(|(of, below)| of == kind && below >= value) {
            row.fail(format!("{value} {unit} is no more than the limit below it"));
        }
        // Each quantity begins anew.
        before = (!id.ends_with("_to") && id != "longest_2012").then_some((kind, value));
        let written = if kind == "u8" {
            match row.whole("value") {
                Some(whole @ 1..=255) => whole.to_string(),
                _ => row.fail("value: no whole number up to 255"),
            }
        } else {
            format!("{value:?}")
        };
        let (name, meaning) = (id.to_uppercase(), row.text("meaning"));
        writeln!(code, "/// {meaning}, {unit}.\npub(super) const {name}: {kind} = {written};")
            .expect("a string");
    }
    code
}

pub(crate) fn equations(data: &Path, citations: &mut Citations) -> String {
    let limits = Limits::read(data);
    let mut table = Table(BTreeMap::new());
    for row in rows::read(&data.join("risk/qfracture_coefficients.csv")) {
        row.choice("confidence", CONFIDENCE);
        row.number("value");
        citations.of(&row);
        let key = ["model", "outcome", "sex", "kind", "term"].map(|column| row.text(column).to_owned());
        if let Some(first) = table.0.insert(key, row) {
            first.fail("this term is there twice");
        }
    }
    let mut code = String::new();
    for (model, release) in MODELS {
        let years = limits.longest(release);
        for (sex, name) in SEXES {
            let of = [model, sex];
            let variant = if sex == "female" { "Women" } else { "Men" };
            let (survival, continuous) = (table.survival(of, years), table.continuous(of));
            let alcohol = table.category(of, "alcohol", ALCOHOL);
            let ethnicity = table.category(of, "ethnicity", ETHNICITY);
            let smoking = table.category(of, "smoking", SMOKING);
            let factors: Vec<String> = FACTOR.iter().map(|factor| table.factor(of, factor)).collect();
            writeln!(
                code,
                "/// {model}, {sex}.\npub(super) static {name}_{release}: Equations = Equations {{\n    \
                 survival: &[{survival}],\n    continuous: Continuous::{variant} {{{continuous} }},\n    \
                 alcohol: [{alcohol}],\n    ethnicity: [{ethnicity}],\n    smoking: [{smoking}],\n    \
                 factors: FactorTerms::of_each([{}]),\n}};",
                factors.join(", ")
            )
            .expect("a string");
        }
    }
    if let Some(row) = table.0.values().next() {
        row.fail("no equation has this term");
    }
    for (name, keys) in
        [("ALCOHOL", ALCOHOL), ("ETHNICITY", ETHNICITY), ("SMOKING", SMOKING), ("FACTOR", FACTOR)]
    {
        writeln!(
            code,
            "/// Keys in the order of the table.\n#[cfg(test)]\npub(super) const {name}_KEYS: &[&str] = &{keys:?};"
        )
        .expect("a string");
    }
    code
}
