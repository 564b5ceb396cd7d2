//! Rules of drug safety and of access: `safety.csv` and `access.csv`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

/// In the order of `Product::ALL`.
const PRODUCTS: &[&str] = &[
    "alendronate",
    "risedronate",
    "ibandronate_oral",
    "ibandronate_iv",
    "zoledronate",
    "denosumab",
    "teriparatide",
    "abaloparatide",
    "romosozumab",
    "raloxifene",
    "menopausal_hormone_therapy",
];
const GROUPS: &[(&str, &[&str])] = &[
    ("all", PRODUCTS),
    ("oral_bisphosphonates", &["alendronate", "risedronate", "ibandronate_oral"]),
    ("bisphosphonates", &["alendronate", "risedronate", "ibandronate_oral", "ibandronate_iv", "zoledronate"]),
    ("parathyroid_analogues", &["teriparatide", "abaloparatide"]),
];
const COMPARISON: &[(&str, &str)] = &[
    ("<", "Comparison::Below"),
    ("<=", "Comparison::AtMost"),
    (">=", "Comparison::AtLeast"),
    (">", "Comparison::Above"),
];
const UNKNOWN: &[(&str, &str)] =
    &[("decides", "Unknown::Decides"), ("listed", "Unknown::Listed"), ("silent", "Unknown::Silent")];
const SAFETY_STATUS: &[(&str, &str)] =
    &[("caution", "SafetyStatus::Caution"), ("blocked", "SafetyStatus::Blocked")];
const ACCESS_STATUS: &[(&str, &str)] = &[
    ("reimbursed", "AccessStatus::Reimbursed"),
    ("not_reimbursed", "AccessStatus::NotReimbursed"),
    ("not_licensed", "AccessStatus::NotLicensed"),
];
const FLAG: &[(&str, &str)] = &[("true", "true"), ("false", "false")];
const SAFETY_AREAS: &[&str] = &["EU", "GB", "US"];
const ACCESS_AREAS: &[&str] = &["EU", "FR", "US"];

pub(crate) fn safety(data: &Path, citations: &mut Citations) -> String {
    rules(&data.join("safety.csv"), "SafetyStatus", SAFETY_STATUS, SAFETY_AREAS, citations)
}

pub(crate) fn access(data: &Path, citations: &mut Citations) -> String {
    rules(&data.join("access.csv"), "AccessStatus", ACCESS_STATUS, ACCESS_AREAS, citations)
}

/// `RULES`, in the order of the file, and for each product the bits of its rules.
fn rules(
    path: &Path,
    kind: &str,
    statuses: &[(&str, &str)],
    areas: &[&str],
    citations: &mut Citations,
) -> String {
    let mut ids = BTreeSet::new();
    let mut of_product = vec![0_u128; PRODUCTS.len()];
    let mut list = String::new();
    let rows = rows::read(path);
    assert!(rows.len() <= 128, "more than 128 rules of drugs; widen the set of rules");
    for (index, row) in rows.iter().enumerate() {
        let id = row.text("rule");
        if !ids.insert(id.to_owned()) {
            row.fail(format!("{id} is there twice"));
        }
        let products = products(row);
        for (product, rules) in of_product.iter_mut().enumerate() {
            *rules |= u128::from(products >> product & 1) << index;
        }
        // A rule that cites the label means that of each drug.
        let citation = if row.text("citation") == "label" {
            "None".to_owned()
        } else {
            format!("Some({})", citations.of(row))
        };
        if row.text("reason").is_empty() {
            row.fail("reason: needed");
        }
        writeln!(
            list,
            "    Rule {{ id: {id:?}, condition: Condition::{}, test: {}, status: {}, unknown: {}, correctable: {}, areas: {}, \
             citation: {citation}, confidence: {}, reason: {:?} }},",
            variant(row.text("condition")),
            test(row),
            row.choice("status", statuses),
            row.choice("unknown", UNKNOWN),
            row.optional("correctable").map_or_else(|| "false".to_owned(), |_| row.choice("correctable", FLAG)),
            bits(row, "jurisdictions", areas),
            row.choice("confidence", CONFIDENCE),
            row.text("reason"),
        )
        .expect("a string");
    }
    format!(
        "/// Every rule, in the order of the data.\npub static RULES: [Rule<{kind}>; {}] = [\n{list}];\npub(crate) static RULES_OF: [u128; {}] = {of_product:?};\n",
        rows.len(),
        PRODUCTS.len()
    )
}

fn products(row: &Row) -> u16 {
    let group = |name: &str| GROUPS.iter().find(|(group, _)| *group == name).map(|(_, products)| *products);
    row.text("drugs").split(';').fold(0, |all, name| {
        let one = [name];
        let named = group(name).unwrap_or(&one);
        named.iter().fold(all, |all, name| {
            let place = PRODUCTS.iter().position(|product| product == name);
            all | 1 << place.unwrap_or_else(|| row.fail(format!("drugs: {name:?} is not known")))
        })
    })
}

fn bits(row: &Row, column: &str, names: &[&str]) -> u8 {
    if row.text(column) == "all" {
        return u8::MAX;
    }
    row.text(column).split(';').fold(0, |all, name| {
        let place = names.iter().position(|known| *known == name);
        all | 1 << place.unwrap_or_else(|| row.fail(format!("{column}: {name:?} is not known")))
    })
}

fn test(row: &Row) -> String {
    if row.text("comparison") == "is" {
        let is = row.choice("limit", FLAG);
        return format!("Test::Is({is})");
    }
    let comparison = row.choice("comparison", COMPARISON);
    let (limit, unit) = (row.number("limit"), row.text("unit"));
    let conventional = match row.optional("limit_conventional") {
        Some(_) => {
            format!("Some(({:?}, {:?}))", row.number("limit_conventional"), row.text("unit_conventional"))
        }
        None => "None".to_owned(),
    };
    format!(
        "Test::Compares {{ comparison: {comparison}, limit: {limit:?}, unit: {unit:?}, conventional: {conventional} }}"
    )
}

/// `mi_or_stroke` is `MiOrStroke`.
fn variant(condition: &str) -> String {
    condition
        .split('_')
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}
