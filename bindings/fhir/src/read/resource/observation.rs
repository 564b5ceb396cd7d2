//! An observation: a number of a scan, or a result.

use osteon::fls::record::{ResultValue, ScanValue};
use osteon::fls::{Code, StatedDate};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::coding::{Concept, Many, Quantity, Reference, Text};
use super::field::BadFields;
use super::raw::Raw;
use crate::read::Codes;
use crate::read::store::Fact;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Component<'a> {
    #[serde(borrow)]
    code: Option<Concept<'a>>,
    #[serde(borrow, rename = "valueQuantity")]
    quantity: Option<Quantity<'a>>,
    #[serde(borrow, rename = "valueString")]
    string: Option<Text<'a>>,
    #[serde(borrow, rename = "dataAbsentReason")]
    absent: Option<Concept<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Range<'a> {
    #[serde(borrow)]
    low: Option<Quantity<'a>>,
    #[serde(borrow)]
    high: Option<Quantity<'a>>,
}

#[derive(Default)]
struct Value {
    written: String,
    comparator: String,
    unit: String,
}

/// Whether a reason for a missing value says that nothing was done, and not only that nothing is known.
fn was_not_done(reason: Option<&Concept<'_>>) -> bool {
    let reason = reason.and_then(Concept::word).unwrap_or_default();
    matches!(
        reason,
        "not-performed"
            | "not-asked"
            | "asked-declined"
            | "not-applicable"
            | "unsupported"
            | "not-permitted"
            | "error"
    )
}

/// Whether it says that nothing was done, in the place of a value.
pub(in crate::read) fn says_not_done(raw: &Raw<'_>) -> bool {
    let mut unheard = BadFields::default();
    let reason: Option<Concept<'_>> = unheard.read("", raw.data_absent_reason);
    was_not_done(reason.as_ref()) && value(raw, &mut unheard).written.is_empty()
}

/// Reads an observation into as many facts as it has numbers; the second of each pair tells them apart.
/// `issued` is the day of the report and stands in where nothing says when the person was examined.
pub(in crate::read) fn read(raw: &Raw<'_>, codes: &Codes, bad: &mut BadFields) -> Vec<(Fact, u32)> {
    let concept: Concept<'_> = bad.read("code", raw.code).unwrap_or_default();
    let own = concept.codes();
    let components: Many<Component<'_>> = bad.read("component", raw.component).unwrap_or_default();
    let is_read = |some: &[Code]| some.iter().any(codes.is_observation);
    let own_is_read = is_read(&own);
    if !own_is_read && components.0.is_empty() {
        return Vec::new();
    }
    let on = day(raw, bad);
    let value = value(raw, bad);
    let mut facts = Vec::new();
    if own_is_read && (components.0.is_empty() || !value.written.is_empty()) {
        facts.push((fact(own.clone(), concept.display(), value, on, raw, codes, bad), 0));
    }
    for (number, component) in (1..).zip(&components.0) {
        let concept = component.code.clone().unwrap_or_default();
        let mut of_component = concept.codes();
        if !is_read(&of_component) {
            if !own_is_read {
                continue;
            }
            of_component.extend(own.iter().cloned());
        }
        let value = of(component.quantity.as_ref(), component.string.as_ref(), bad);
        if value.written.is_empty() && was_not_done(component.absent.as_ref()) {
            continue;
        }
        facts.push((fact(of_component, concept.display(), value, on, raw, codes, bad), number));
    }
    facts
}

/// When the person was examined.
pub(in crate::read) fn day(raw: &Raw<'_>, bad: &mut BadFields) -> Option<StatedDate> {
    bad.date("effectiveDateTime", raw.effective_date_time)
        .or_else(|| bad.start("effectivePeriod", raw.effective_period))
        .or_else(|| bad.date("effectiveInstant", raw.effective_instant))
        .or_else(|| bad.date("issued", raw.issued))
}

fn value(raw: &Raw<'_>, bad: &mut BadFields) -> Value {
    let quantity: Option<Quantity<'_>> = bad.read("valueQuantity", raw.value_quantity);
    let string = bad.text("valueString", raw.value_string);
    let mut value = of(quantity.as_ref(), string.as_ref(), bad);
    if value.written.is_empty() {
        value.written = match raw.value_integer {
            Some(integer) => integer.get().trim_matches('"').to_owned(),
            // An answer in place of a number: whether somebody smokes.
            None => {
                let answer: Option<Concept<'_>> =
                    bad.read("valueCodeableConcept", raw.value_codeable_concept);
                answer.as_ref().and_then(Concept::word).unwrap_or_default().to_owned()
            }
        };
    }
    value
}

fn of(quantity: Option<&Quantity<'_>>, string: Option<&Text<'_>>, bad: &mut BadFields) -> Value {
    let Some(quantity) = quantity else {
        let written = string.map_or("", Text::as_str).to_owned();
        return Value { written, ..Value::default() };
    };
    let mut written = quantity.written();
    if !written.is_empty() && written != "null" && quantity.number().is_none() {
        bad.add("valueQuantity.value", written, "Not a number; the record is read without it.");
        written = "";
    }
    let comparator = quantity.comparator.as_ref().map_or("", Text::as_str).to_owned();
    Value {
        written: written.trim_start_matches("null").to_owned(),
        comparator,
        unit: quantity.unit().to_owned(),
    }
}

fn fact(
    codes: Vec<Code>,
    display: &str,
    value: Value,
    on: Option<StatedDate>,
    raw: &Raw<'_>,
    sets: &Codes,
    bad: &mut BadFields,
) -> Fact {
    let display = display.to_owned();
    if codes.iter().any(sets.is_scan) {
        return Fact::Scan(ScanValue {
            id: String::new(),
            display,
            body_site: body_site(raw.body_site, bad),
            value: value.written,
            comparator: value.comparator,
            unit: value.unit,
            on,
            device: device(raw, bad),
            codes,
        });
    }
    let ranges: Many<Range<'_>> = bad.read("referenceRange", raw.reference_range).unwrap_or_default();
    let limits = ranges.0.first();
    let limit = |side: Option<&Quantity<'_>>| side.and_then(Quantity::number);
    Fact::Result(ResultValue {
        id: String::new(),
        codes,
        display,
        value: value.written,
        comparator: value.comparator,
        unit: value.unit,
        reference: (
            limit(limits.and_then(|range| range.low.as_ref())),
            limit(limits.and_then(|range| range.high.as_ref())),
        ),
        on,
    })
}

fn body_site(raw: Option<&RawValue>, bad: &mut BadFields) -> String {
    let sites: Many<Concept<'_>> = bad.read("bodySite", raw).unwrap_or_default();
    let words = |site: &Concept<'_>| {
        let code =
            site.coding.iter().find_map(|coding| coding.code.as_ref()).map_or("", Text::as_str).to_owned();
        [code, site.display().to_owned()]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    sites.0.first().map(words).unwrap_or_default()
}

fn device(raw: &Raw<'_>, bad: &mut BadFields) -> String {
    let device: Option<Reference<'_>> = bad.read("device", raw.device);
    let method: Option<Concept<'_>> = bad.read("method", raw.method);
    let device = device.as_ref().and_then(|device| device.display.as_ref()).map_or("", Text::as_str);
    let method = method.as_ref().map_or("", |method| method.display());
    [device, method].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("; ")
}
