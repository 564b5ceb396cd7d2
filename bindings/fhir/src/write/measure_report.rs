//! Indicators as `MeasureReport`: one an indicator, its doors as strata.

use std::collections::BTreeMap;

use osteon::fls::ServiceAnswer;
use osteon::fls::output::KpiRow;
use serde_json::{Map, Value, json};

use super::identity::{id, urn};

const POPULATIONS: &str = "http://terminology.hl7.org/CodeSystem/measure-population";
const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const ALL_DOORS: &str = "all";

/// The reports, in the order in which the indicators come first.
pub(super) fn resources(answer: &ServiceAnswer) -> Vec<Value> {
    let mut order: Vec<&str> = Vec::new();
    let mut rows: BTreeMap<&str, Vec<&KpiRow>> = BTreeMap::new();
    for row in &answer.kpis {
        let of = rows.entry(&row.id).or_default();
        if of.is_empty() {
            order.push(&row.id);
        }
        of.push(row);
    }
    order.into_iter().filter_map(|id| Some(report(answer, id, rows.get(id)?))).collect()
}

fn report(answer: &ServiceAnswer, kpi: &str, rows: &[&KpiRow]) -> Value {
    let period = &answer.settings.period;
    let all = rows.iter().find(|row| row.door == ALL_DOORS);
    let mut group = all.map(|row| counted(row)).unwrap_or_default();
    let doors: Vec<Value> = rows
        .iter()
        .filter(|row| row.door != ALL_DOORS)
        .map(|row| {
            let mut stratum = counted(row);
            stratum.remove("code");
            stratum.insert("value".to_owned(), json!({ "text": row.door }));
            Value::Object(stratum)
        })
        .collect();
    if !doors.is_empty() {
        group.insert("stratifier".to_owned(), json!([{ "code": [{ "text": "door" }], "stratum": doors }]));
    }
    let mut report = json!({
        "resourceType": "MeasureReport",
        "id": id(&["kpi", kpi, &period.from.to_string(), &period.to.to_string()]),
        "status": "complete",
        "type": "summary",
        "measure": urn("measure", kpi),
        "date": period.as_of.to_string(),
        "period": { "start": period.from.to_string(), "end": period.to.to_string() },
        "group": [group],
    });
    let named = answer.settings.service_name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    if let (Some(name), Some(fields)) = (named, report.as_object_mut()) {
        fields.insert("reporter".to_owned(), json!({ "display": name }));
    }
    report
}

/// Counts and score of a row; where there are none, that they are absent and why.
fn counted(row: &KpiRow) -> Map<String, Value> {
    let mut group = Map::new();
    let mut extensions = Vec::new();
    if let Some(because) = row.because.as_deref().filter(|because| !because.is_empty()) {
        extensions.push(json!({ "url": urn("extension", "because"), "valueString": because }));
    }
    for (name, confidence) in
        [("definition-confidence", &row.confidence), ("level-confidence", &row.level_confidence)]
    {
        if !confidence.is_empty() {
            extensions.push(json!({ "url": urn("extension", name), "valueCode": confidence }));
        }
    }
    if let Some(level) = row.level {
        extensions.push(json!({ "url": urn("extension", "level"), "valueCode": level.as_str() }));
    }
    if let Some((low, high)) = row.ci_low.zip(row.ci_high) {
        let percent = |value: f64| json!({ "value": value, "unit": "%", "code": "%", "system": UCUM });
        let range = json!({ "low": percent(low), "high": percent(high) });
        extensions.push(json!({ "url": urn("extension", "wilson-95-interval"), "valueRange": range }));
    }
    if !extensions.is_empty() {
        group.insert("extension".to_owned(), Value::Array(extensions));
    }
    if !row.title.is_empty() {
        group.insert("code".to_owned(), json!({ "text": row.title }));
    }
    let population = |code: &str, count: Option<u64>| {
        let code = json!({ "coding": [{ "system": POPULATIONS, "code": code }] });
        count.map_or_else(|| json!({ "code": code }), |count| json!({ "code": code, "count": count }))
    };
    group.insert(
        "population".to_owned(),
        json!([population("denominator", row.denominator), population("numerator", row.numerator)]),
    );
    group.insert("measureScore".to_owned(), score(row));
    group
}

const UCUM: &str = "http://unitsofmeasure.org";

fn score(row: &KpiRow) -> Value {
    match row.percent.filter(|percent| percent.is_finite()) {
        Some(percent) => json!({ "value": percent, "unit": "%", "system": UCUM, "code": "%" }),
        None => {
            let why = if row.denominator == Some(0) { "not-applicable" } else { "unknown" };
            json!({ "extension": [{ "url": ABSENT, "valueCode": why }] })
        }
    }
}
