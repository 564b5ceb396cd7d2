//! Past fragility fractures.

use crate::document::FractureSite as S;
use crate::evidence::{SiteSet, Window};
use crate::rule::{Flag, Quantity};

/// Any fragility fracture.
pub static ANY_FRACTURE: Flag = Flag {
    id: "fragility_fracture",
    field: "fractures",
    label: "fragility fracture",
    read: |e| e.fractures.at(SiteSet::ALL, Window::Ever),
};

/// Of the hip.
pub static HIP_FRACTURE: Flag = Flag {
    id: "hip_fracture",
    field: "fractures",
    label: "fragility fracture of the hip",
    read: |e| e.fractures.at(SiteSet::of(&[S::ProximalFemur]), Window::Ever),
};

/// Of the hip or a vertebra.
pub static HIP_OR_VERTEBRA: Flag = Flag {
    id: "hip_or_vertebral_fracture",
    field: "fractures",
    label: "fragility fracture of the hip or a vertebra",
    read: |e| e.fractures.at(SiteSet::of(&[S::ProximalFemur, S::Vertebra]), Window::Ever),
};

/// Of a vertebra.
pub static VERTEBRAL_FRACTURE: Flag = Flag {
    id: "vertebral_fracture",
    field: "fractures",
    label: "vertebral fracture",
    read: |e| e.fractures.at(SiteSet::of(&[S::Vertebra]), Window::Ever),
};

/// Of a vertebra, within 24 months.
pub static VERTEBRAL_FRACTURE_24_MONTHS: Flag = Flag {
    id: "vertebral_fracture_24_months",
    field: "fractures",
    label: "vertebral fracture within 24 months",
    read: |e| e.fractures.at(SiteSet::of(&[S::Vertebra]), Window::Months24),
};

/// Of the proximal humerus, the pelvis or the distal forearm.
pub static HUMERUS_PELVIS_FOREARM: Flag = Flag {
    id: "humerus_pelvis_forearm_fracture",
    field: "fractures",
    label: "fragility fracture of the proximal humerus, the pelvis or the distal forearm",
    read: |e| {
        e.fractures
            .at(SiteSet::of(&[S::ProximalHumerus, S::Pelvis, S::Sacrum, S::DistalForearm]), Window::Ever)
    },
};

/// Vertebrae that broke.
pub static VERTEBRAE_BROKEN: Quantity = Quantity {
    id: "vertebral_fractures",
    field: "fractures",
    label: "vertebral fractures",
    unit: "",
    read: |e| e.fractures.vertebrae.into(),
};

/// Events of fragility fractures.
pub static FRACTURE_EVENTS: Quantity = Quantity {
    id: "fracture_events",
    field: "fractures",
    label: "events of fragility fractures",
    unit: "",
    read: |e| e.fractures.events.into(),
};

/// On treatment for osteoporosis.
pub static FRACTURE_ON_TREATMENT: Flag = Flag {
    id: "fracture_on_treatment",
    field: "fractures.on_treatment",
    label: "fragility fracture on treatment",
    read: |e| e.fractures.on_treatment,
};
