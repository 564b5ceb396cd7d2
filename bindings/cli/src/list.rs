//! `osteon list`: what is inside, as a table or as JSON.

use osteon::guideline::{Guidelines, all};
use osteon_table::listed::{self, Listed as Table};
use serde_json::{Map, Value, json};

use crate::args::{ListArgs, Listed};
use crate::output_file::OutputFile;
use crate::stop::{Done, Stop};

pub(crate) fn run(args: &ListArgs) -> Result<Done, Stop> {
    if args.what != Listed::Guidelines && (args.rules || !args.guidelines.is_empty()) {
        return Err(Stop::new("--rules and --guideline go with `osteon list guidelines`"));
    }
    let table = match args.what {
        Listed::References => listed::references(),
        Listed::Citations => listed::citations(),
        Listed::Options => listed::options(),
        Listed::Models => listed::models(),
        Listed::Guidelines => guidelines(args)?,
        Listed::Effects => listed::effects(),
    };
    let text = if args.json { in_json(&table) } else { in_csv(&table) };
    let mut out = OutputFile::create(None)?;
    out.write(text.as_bytes())?;
    out.finish()?;
    Ok(Done::All)
}

fn guidelines(args: &ListArgs) -> Result<Table, Stop> {
    let asked = if args.guidelines.is_empty() {
        Guidelines::default()
    } else {
        Guidelines::parse(&args.guidelines.join(","))
            .map_err(|refusal| Stop::new(format_args!("{refusal}")))?
    };
    let chosen = all().iter().copied().filter(|guideline| asked.has(guideline));
    Ok(if args.rules { listed::rules(chosen) } else { listed::guidelines(chosen) })
}

fn in_csv(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(table.columns);
    for row in &table.rows {
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn in_json(table: &Table) -> String {
    let object = |row: &Vec<String>| -> Value {
        let keys = table.columns.iter().map(|key| (*key).to_owned());
        Value::Object(keys.zip(row.iter().map(|cell| json!(cell))).collect::<Map<_, _>>())
    };
    let rows: Vec<Value> = table.rows.iter().map(object).collect();
    osteon::json::to_string_pretty(&rows) + "\n"
}
