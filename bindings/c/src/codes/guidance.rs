//! Words of guidelines, triage and drug safety.

use super::mirrors;

/// What a guideline recommends.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_recommendation {
    /// Not known, or not stated.
    Unknown = 0,
    /// No drug.
    NoDrug = 1,
    /// Measure bone density first.
    MeasureBmd = 2,
    /// Calculate FRAX first.
    CalculateFrax = 3,
    /// Consider treatment.
    Consider = 4,
    /// Specialist advice.
    SpecialistAdvice = 5,
    /// Treat.
    Treat = 6,
    /// Treat anabolic first.
    TreatAnabolicFirst = 7,
    /// It cannot be said; what is missing is listed.
    Undetermined = 8,
    /// The guideline does not speak of this person.
    NotApplicable = 9,
}

mirrors!(osteon_recommendation, osteon::document::guidance::Recommendation, { NoDrug, MeasureBmd, CalculateFrax, Consider, SpecialistAdvice, Treat, TreatAnabolicFirst, Undetermined, NotApplicable });

/// Which kind of drug comes first.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_tier {
    /// Not known, or not stated.
    Unknown = 0,
    /// Oral bisphosphonate first.
    OralBisphosphonateFirst = 1,
    /// Intravenous.
    Intravenous = 2,
    /// Parenteral or anabolic.
    ParenteralOrAnabolic = 3,
    /// Anabolic or potent.
    AnabolicOrPotent = 4,
}

mirrors!(osteon_tier, osteon::document::guidance::Tier, { OralBisphosphonateFirst, Intravenous, ParenteralOrAnabolic, AnabolicOrPotent });

/// How soon somebody should be seen: an order of Osteon, named so.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_priority {
    /// Not known, or not stated.
    Unknown = 0,
    /// Very high.
    VeryHigh = 1,
    /// High.
    High = 2,
    /// Intermediate.
    Intermediate = 3,
    /// Low.
    Low = 4,
    /// Undetermined.
    Undetermined = 5,
}

mirrors!(osteon_priority, osteon::document::guidance::Priority, { VeryHigh, High, Intermediate, Low, Undetermined });

/// Whether a drug may be given.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_safety_status {
    /// Not known, or not stated.
    Unknown = 0,
    /// No rule speaks against it.
    Allowed = 1,
    /// Caution.
    Caution = 2,
    /// It must not be given.
    Blocked = 3,
    /// It cannot be said: what it needs is listed.
    CannotBeSaid = 4,
}

mirrors!(osteon_safety_status, osteon::document::guidance::SafetyStatus, { Allowed, Caution, Blocked } CannotBeSaid is Unknown);
