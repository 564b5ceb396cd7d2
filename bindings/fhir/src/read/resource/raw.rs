//! The fields that are read of any resource, of any version, not yet looked into.

use serde::Deserialize;
use serde_json::value::RawValue;

macro_rules! raw {
    ($(#[$meta:meta])* $Name:ident: $($field:ident = $key:literal,)+) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, Deserialize)]
        #[serde(default)]
        pub(in crate::read) struct $Name<'a> {
            $(
                #[serde(borrow, rename = $key)]
                pub(in crate::read) $field: Option<&'a RawValue>,
            )+
        }
    };
}

raw! {
    /// What finds people with a fracture; for the first look.
    Head:
    resource_type = "resourceType",
    id = "id",
    identifier = "identifier",
    code = "code",
    subject = "subject",
    patient = "patient",
    encounter = "encounter",
    context = "context",
    entry = "entry",
    contained = "contained",
    link = "link",
}

raw! {
    /// Everything that is read.
    Raw:
    resource_type = "resourceType",
    id = "id",
    meta = "meta",
    contained = "contained",
    entry = "entry",
    identifier = "identifier",
    status = "status",
    code = "code",
    category = "category",
    subject = "subject",
    patient = "patient",
    encounter = "encounter",
    context = "context",
    gender = "gender",
    birth_date = "birthDate",
    deceased_date_time = "deceasedDateTime",
    deceased_boolean = "deceasedBoolean",
    name = "name",
    extension = "extension",
    clinical_status = "clinicalStatus",
    verification_status = "verificationStatus",
    onset_date_time = "onsetDateTime",
    onset_period = "onsetPeriod",
    recorded_date = "recordedDate",
    asserted_date = "assertedDate",
    date_recorded = "dateRecorded",
    class = "class",
    hospitalization = "hospitalization",
    diagnosis = "diagnosis",
    effective_date_time = "effectiveDateTime",
    effective_period = "effectivePeriod",
    effective_instant = "effectiveInstant",
    effective_time_date_time = "effectiveTimeDateTime",
    effective_time_period = "effectiveTimePeriod",
    issued = "issued",
    data_absent_reason = "dataAbsentReason",
    value_quantity = "valueQuantity",
    value_string = "valueString",
    value_integer = "valueInteger",
    value_codeable_concept = "valueCodeableConcept",
    component = "component",
    body_site = "bodySite",
    device = "device",
    method = "method",
    reference_range = "referenceRange",
    performed_date_time = "performedDateTime",
    performed_period = "performedPeriod",
    performed_string = "performedString",
    occurrence_date_time = "occurrenceDateTime",
    occurrence_period = "occurrencePeriod",
    not_performed = "notPerformed",
    medication_codeable_concept = "medicationCodeableConcept",
    medication_reference = "medicationReference",
    medication = "medication",
    authored_on = "authoredOn",
    date_written = "dateWritten",
    date_ended = "dateEnded",
    when_handed_over = "whenHandedOver",
    when_prepared = "whenPrepared",
    date_asserted = "dateAsserted",
    dispense_request = "dispenseRequest",
    days_supply = "daysSupply",
    dosage_instruction = "dosageInstruction",
    dosage = "dosage",
    status_reason = "statusReason",
    reason_ended = "reasonEnded",
    intent = "intent",
    do_not_perform = "doNotPerform",
    was_not_taken = "wasNotTaken",
    was_not_given = "wasNotGiven",
    participant = "participant",
    start = "start",
    created = "created",
    reason_reference = "reasonReference",
    reason_code = "reasonCode",
    indication = "indication",
}

/// An entry of a bundle.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::read) struct Entry<'a> {
    #[serde(borrow, rename = "fullUrl")]
    pub(in crate::read) full_url: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(in crate::read) resource: Option<&'a RawValue>,
}
