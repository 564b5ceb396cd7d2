//! Fractures.

use super::mirrors;

/// Site of a fracture.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_fracture_site {
    /// Not known, or not stated.
    Unknown = 0,
    /// Hip.
    ProximalFemur = 1,
    /// Vertebra, T4 to L5.
    Vertebra = 2,
    /// Upper thoracic vertebra.
    UpperThoracicVertebra = 3,
    /// Cervical vertebra.
    CervicalVertebra = 4,
    /// Pelvis.
    Pelvis = 5,
    /// Sacrum.
    Sacrum = 6,
    /// Proximal humerus.
    ProximalHumerus = 7,
    /// Humeral shaft.
    HumeralShaft = 8,
    /// Humerus unspecified.
    HumerusUnspecified = 9,
    /// Elbow.
    Elbow = 10,
    /// Distal forearm.
    DistalForearm = 11,
    /// Forearm shaft.
    ForearmShaft = 12,
    /// Forearm unspecified.
    ForearmUnspecified = 13,
    /// Distal femur.
    DistalFemur = 14,
    /// Femoral shaft.
    FemoralShaft = 15,
    /// Subtrochanteric.
    Subtrochanteric = 16,
    /// Femur unspecified.
    FemurUnspecified = 17,
    /// Proximal tibia.
    ProximalTibia = 18,
    /// Tibia fibula shaft.
    TibiaFibulaShaft = 19,
    /// Ankle.
    Ankle = 20,
    /// Heel.
    Heel = 21,
    /// Three ribs or more at once.
    RibsMultiple = 22,
    /// Rib single.
    RibSingle = 23,
    /// Ribs unspecified.
    RibsUnspecified = 24,
    /// Clavicle.
    Clavicle = 25,
    /// Scapula.
    Scapula = 26,
    /// Sternum.
    Sternum = 27,
    /// Patella.
    Patella = 28,
    /// Hand.
    Hand = 29,
    /// Finger.
    Finger = 30,
    /// Foot.
    Foot = 31,
    /// Toe.
    Toe = 32,
    /// Skull.
    Skull = 33,
    /// Face.
    Face = 34,
    /// Unspecified.
    Unspecified = 35,
}

mirrors!(osteon_fracture_site, osteon::document::FractureSite, { ProximalFemur, Vertebra, UpperThoracicVertebra, CervicalVertebra, Pelvis, Sacrum, ProximalHumerus, HumeralShaft, HumerusUnspecified, Elbow, DistalForearm, ForearmShaft, ForearmUnspecified, DistalFemur, FemoralShaft, Subtrochanteric, FemurUnspecified, ProximalTibia, TibiaFibulaShaft, Ankle, Heel, RibsMultiple, RibSingle, RibsUnspecified, Clavicle, Scapula, Sternum, Patella, Hand, Finger, Foot, Toe, Skull, Face, Unspecified });

/// How much force broke the bone.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_trauma {
    /// Not known, or not stated.
    Unknown = 0,
    /// A fall from standing height or less.
    Low = 1,
    /// High.
    High = 2,
    /// Asked, and not known.
    NotKnown = 3,
}

mirrors!(osteon_trauma, osteon::document::Trauma, { Low, High } NotKnown is Unknown);

/// Cause of a fracture.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_cause {
    /// Not known, or not stated.
    Unknown = 0,
    /// Fragility.
    Fragility = 1,
    /// Atypical.
    Atypical = 2,
    /// Tumour.
    Tumour = 3,
    /// Periprosthetic.
    Periprosthetic = 4,
    /// Stress.
    Stress = 5,
    /// Asked, and not known.
    NotKnown = 6,
}

mirrors!(osteon_cause, osteon::document::FractureCause, { Fragility, Atypical, Tumour, Periprosthetic, Stress } NotKnown is Unknown);

/// What the date of a fracture is.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_date_is {
    /// Not known, or not stated.
    Unknown = 0,
    /// The day it happened.
    Event = 1,
    /// The day of the imaging that showed it: it proves existence, not recency.
    Imaging = 2,
    /// Asked, and not known.
    NotKnown = 3,
}

mirrors!(osteon_date_is, osteon::document::DateIs, { Event, Imaging } NotKnown is Unknown);
