//! The table of speed in the README, made of what the benches kept.

use csv::StringRecord;

use crate::{kept_ratios, machine};

/// The benches whose ratios are shown, in the order of the table.
pub const BENCHES: [&str; 7] = ["batch", "qfracture", "whole", "assess", "parquet", "service", "growth"];

const BEGIN: &str = "<!-- speed:begin -->";
const END: &str = "<!-- speed:end -->";

/// The lines between the markers; why there are none.
///
/// # Errors
/// No bench has kept anything.
pub fn table() -> Result<String, String> {
    let mut records = Vec::new();
    for bench in BENCHES {
        match kept_ratios(bench) {
            Some(of_bench) => records.extend(of_bench),
            None => println!("!! speed: {bench} kept nothing: cargo bench -p osteon-benches measures"),
        }
    }
    if records.is_empty() {
        return Err("no bench has kept a ratio: cargo bench -p osteon-benches measures".to_owned());
    }
    let machine = format!("{}, {} cores, {}", machine::processor(), machine::cores(), machine::rustc());
    Ok(render(&records, &machine))
}

fn render(records: &[StringRecord], machine: &str) -> String {
    let cell = |record: &StringRecord, at: usize| record.get(at).unwrap_or_default().to_owned();
    let mut lines =
        vec!["| what | yardstick | ratio | promised |".to_owned(), "|---|---|--:|---|".to_owned()];
    for record in records {
        let [what, yardstick, ratio, promised] = [1, 2, 3, 4].map(|at| cell(record, at));
        lines.push(format!("| {what} | {yardstick} | {ratio} | {promised} |"));
    }
    let mut days: Vec<String> = records.iter().map(|record| cell(record, 0)).collect();
    days.sort();
    days.dedup();
    lines.push(String::new());
    lines.push(format!("Measured {} on {machine}.", days.join(", ")));
    lines.join("\n")
}

/// The document with the table between its markers.
///
/// # Errors
/// The markers are not there.
pub fn put(document: &str, table: &str) -> Result<String, String> {
    let parts = document.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or_else(|| format!("no {BEGIN} with {END} after it"))?;
    Ok(format!("{before}{BEGIN}\n{table}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_replaces_the_one_before() {
        let records = [
            StringRecord::from(vec!["2026-02-03", "a", "b", "0.50", "at most 1"]),
            StringRecord::from(vec!["2026-02-01", "c", "d", "3.00", "-"]),
        ];
        let table = render(&records, "a machine");
        assert!(table.contains("\n| a | b | 0.50 | at most 1 |\n| c | d | 3.00 | - |\n"));
        assert!(table.ends_with("\nMeasured 2026-02-01, 2026-02-03 on a machine."));
        let document = format!("before\n{BEGIN}\nold\n{END}\nafter\n");
        let made = put(&document, &table).unwrap();
        assert_eq!(made, format!("before\n{BEGIN}\n{table}\n{END}\nafter\n"));
        assert_eq!(put(&made, &table).unwrap(), made);
        assert!(put("no markers", &table).is_err());
    }
}
