//! A record of a drug: ordered, handed out, given, or stated.

use osteon::document::{Route, StopReason};
use osteon::fls::record::{DrugRecord, DrugRecordKind};
use osteon::fls::{Code, StatedDate};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::coding::{Between, Concept, Many, Quantity, Reference, Text};
use super::field::BadFields;
use super::raw::Raw;

/// What a record calls its drug.
pub(in crate::read) enum Medication {
    /// Its codes and words.
    Coded(Vec<Code>, String),
    /// A resource of its own.
    Elsewhere(String),
    /// Nothing.
    NotNamed,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Either<'a> {
    #[serde(borrow)]
    concept: Option<Concept<'a>>,
    #[serde(borrow)]
    reference: Option<&'a RawValue>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Contained<'a> {
    #[serde(borrow)]
    id: Option<Text<'a>>,
    #[serde(borrow)]
    code: Option<Concept<'a>>,
}

/// Which drug.
pub(in crate::read) fn medication(raw: &Raw<'_>, bad: &mut BadFields) -> Medication {
    let coded = |concept: &Concept<'_>| Medication::Coded(concept.codes(), concept.display().to_owned());
    if let Some(concept) =
        bad.read::<Concept<'_>>("medicationCodeableConcept", raw.medication_codeable_concept)
    {
        return coded(&concept);
    }
    let either: Either<'_> = bad.read("medication", raw.medication).unwrap_or_default();
    if let Some(concept) = either.concept {
        return coded(&concept);
    }
    let reference = match (raw.medication_reference, either.reference) {
        (Some(_), _) => bad.read::<Reference<'_>>("medicationReference", raw.medication_reference),
        // R5 has a reference within a reference; the words of the inner one are the reference itself.
        (None, Some(_)) if raw.medication.is_some_and(|raw| raw.get().contains("\"concept\"")) => None,
        (None, Some(inner)) => bad
            .read::<Reference<'_>>("medication", raw.medication)
            .filter(|reference| reference.reference.is_some())
            .or_else(|| serde_json::from_str(inner.get()).ok()),
        (None, None) => None,
    };
    let Some(reference) = reference else { return Medication::NotNamed };
    match reference.target() {
        Some(crate::read::reference::Target::Contained(id)) => {
            let all: Many<Contained<'_>> = bad.read("contained", raw.contained).unwrap_or_default();
            let named = all.0.iter().find(|one| one.id.as_ref().is_some_and(|text| text.as_str() == id));
            named.and_then(|one| one.code.as_ref()).map_or(Medication::NotNamed, coded)
        }
        Some(crate::read::reference::Target::Id { id, .. }) => Medication::Elsewhere(id.to_owned()),
        _ => Medication::NotNamed,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct DispenseRequest<'a> {
    #[serde(borrow, rename = "expectedSupplyDuration")]
    lasts: Option<Quantity<'a>>,
    #[serde(rename = "numberOfRepeatsAllowed")]
    repeats: Option<u32>,
    #[serde(borrow, rename = "validityPeriod")]
    valid: Option<Between<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Dosage<'a> {
    #[serde(borrow)]
    route: Option<Concept<'a>>,
    #[serde(borrow)]
    timing: Option<Timing<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Timing<'a> {
    #[serde(borrow)]
    repeat: Option<Repeat<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Repeat<'a> {
    #[serde(borrow, rename = "boundsPeriod")]
    bounds: Option<Between<'a>>,
}

/// How a record of a drug stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Standing {
    /// It counts; whether it is active, where it says so.
    Read(Option<bool>),
    /// Entered in error.
    Void,
    /// An order that was never made, a dose that was never given.
    NeverWas,
}

/// The kind of a resource of drugs.
pub(in crate::read) fn kind(resource_type: &str) -> Option<DrugRecordKind> {
    match resource_type {
        "MedicationRequest" | "MedicationOrder" | "MedicationPrescription" => {
            Some(DrugRecordKind::Prescribed)
        }
        "MedicationDispense" => Some(DrugRecordKind::Dispensed),
        "MedicationAdministration" => Some(DrugRecordKind::Given),
        "MedicationStatement" | "MedicationUsage" => Some(DrugRecordKind::Stated),
        _ => None,
    }
}

/// How it stands.
pub(in crate::read) fn standing(
    raw: &Raw<'_>,
    status: &str,
    kind: DrugRecordKind,
    bad: &mut BadFields,
) -> Standing {
    if status == "entered-in-error" {
        return Standing::Void;
    }
    let intent = bad.text("intent", raw.intent);
    let never = [
        bad.read("doNotPerform", raw.do_not_perform),
        bad.read("wasNotTaken", raw.was_not_taken),
        bad.read("wasNotGiven", raw.was_not_given),
    ]
    .contains(&Some(true))
        || matches!(
            status,
            "draft" | "cancelled" | "declined" | "not-done" | "not-taken" | "intended" | "preparation"
        )
        // A wish and a plan are no treatment; orders of every kind are.
        || intent.is_some_and(|intent| matches!(intent.as_str(), "proposal" | "plan" | "option"));
    if never {
        return Standing::NeverWas;
    }
    let ongoing = matches!(kind, DrugRecordKind::Prescribed | DrugRecordKind::Stated);
    Standing::Read(match status {
        "active" if ongoing => Some(true),
        "stopped" | "completed" | "ended" if ongoing => Some(false),
        _ => None,
    })
}

/// Reads the days, the supply, the route and the reason of a record.
pub(in crate::read) fn read(
    raw: &Raw<'_>,
    kind: DrugRecordKind,
    active: Option<bool>,
    bad: &mut BadFields,
) -> DrugRecord {
    let request: DispenseRequest<'_> = bad.read("dispenseRequest", raw.dispense_request).unwrap_or_default();
    let mut doses: Many<Dosage<'_>> =
        bad.read("dosageInstruction", raw.dosage_instruction).unwrap_or_default();
    doses.0.extend(bad.read::<Many<Dosage<'_>>>("dosage", raw.dosage).unwrap_or_default().0);
    let start = match kind {
        DrugRecordKind::Prescribed => {
            bad.date("authoredOn", raw.authored_on).or_else(|| bad.date("dateWritten", raw.date_written))
        }
        DrugRecordKind::Dispensed => bad
            .date("whenHandedOver", raw.when_handed_over)
            .or_else(|| bad.date("whenPrepared", raw.when_prepared)),
        DrugRecordKind::Given | DrugRecordKind::Stated => effective(raw, bad),
    };
    let bounds = doses.0.iter().find_map(|dose| dose.timing.as_ref()?.repeat.as_ref()?.bounds.as_ref());
    let stop = match kind {
        DrugRecordKind::Stated => bad.end("effectivePeriod", raw.effective_period),
        DrugRecordKind::Prescribed => {
            let bounds_end = bounds.and_then(|bounds| bounds.end.as_ref());
            let valid_end = request.valid.as_ref().and_then(|valid| valid.end.as_ref());
            bounds_end
                .and_then(|end| bad.stated("dosageInstruction.timing.repeat.boundsPeriod.end", end))
                .or_else(|| bad.date("dateEnded", raw.date_ended))
                .or_else(|| valid_end.and_then(|end| bad.stated("dispenseRequest.validityPeriod.end", end)))
        }
        DrugRecordKind::Dispensed | DrugRecordKind::Given => None,
    };
    let repeats = request.repeats.unwrap_or(0).saturating_add(1);
    let days_supply = match kind {
        DrugRecordKind::Dispensed => {
            let supply: Option<Quantity<'_>> = bad.read("daysSupply", raw.days_supply);
            supply.as_ref().and_then(|supply| days(supply, "daysSupply", bad))
        }
        _ => {
            let field = "dispenseRequest.expectedSupplyDuration";
            let lasts = request.lasts.as_ref().and_then(|lasts| days(lasts, field, bad));
            lasts.map(|days| days.saturating_mul(repeats))
        }
    };
    DrugRecord {
        kind,
        route: doses.0.iter().find_map(|dose| dose.route.as_ref()).and_then(route),
        start,
        stop,
        days_supply,
        active,
        stop_reason: stop_reason(raw, bad),
        ..DrugRecord::default()
    }
}

fn days(quantity: &Quantity<'_>, field: &'static str, bad: &mut BadFields) -> Option<u32> {
    let days = quantity.days();
    if days.is_none() && !quantity.written().is_empty() {
        let written = format!("{} {}", quantity.written(), quantity.unit());
        bad.add(field, written.trim(), "No length of time; the record is read without it.");
    }
    days
}

fn effective(raw: &Raw<'_>, bad: &mut BadFields) -> Option<StatedDate> {
    bad.date("effectiveDateTime", raw.effective_date_time)
        .or_else(|| bad.start("effectivePeriod", raw.effective_period))
        .or_else(|| bad.date("effectiveTimeDateTime", raw.effective_time_date_time))
        .or_else(|| bad.start("effectiveTimePeriod", raw.effective_time_period))
        .or_else(|| bad.date("occurenceDateTime", raw.occurrence_date_time))
        .or_else(|| bad.date("dateAsserted", raw.date_asserted))
}

/// The route in words; a code alone says nothing here.
fn route(concept: &Concept<'_>) -> Option<Route> {
    let displays = concept.coding.iter().filter_map(|coding| coding.display.as_ref()).chain(&concept.text);
    displays.map(|words| words.as_str().to_ascii_lowercase()).find_map(|words| route_in_words(&words))
}

/// The route in words.
pub(in crate::read) fn route_in_words(words: &str) -> Option<Route> {
    let words = words.trim().to_ascii_lowercase();
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    match words.as_str() {
        "po" => Some(Route::Oral),
        "iv" => Some(Route::Iv),
        "sc" => Some(Route::Sc),
        _ if says(&["subcut", "sous-cut", "sous cut"]) => Some(Route::Sc),
        _ if says(&["intraven", "intravein"]) => Some(Route::Iv),
        _ if says(&["oral", "by mouth"]) => Some(Route::Oral),
        _ => None,
    }
}

fn stop_reason(raw: &Raw<'_>, bad: &mut BadFields) -> Option<StopReason> {
    let stated: Many<Concept<'_>> = bad
        .read("statusReason", raw.status_reason)
        .or_else(|| bad.read("reasonEnded", raw.reason_ended))
        .unwrap_or_default();
    let reason = stated.0.first()?;
    let words =
        [reason.text.as_ref().map_or("", Text::as_str), reason.display(), reason.word().unwrap_or_default()];
    let known = words
        .iter()
        .find_map(|word| StopReason::from_key(&word.to_ascii_lowercase().replace([' ', '-'], "_")));
    Some(known.unwrap_or(StopReason::Unknown))
}
