//! Past fragility fractures as Canadian guidelines count them: from 40 on, and not of hands, feet and face.

use crate::document::FractureSite as S;
use crate::evidence::{SiteSet, Window};
use crate::rule::{Flag, Quantity};

/// Any.
pub static ANY_FRACTURE: Flag = Flag {
    id: "fragility_fracture_from_40",
    field: "fractures",
    label: "fragility fracture after 40",
    read: |e| e.fractures_from_40().at(SiteSet::ALL, Window::Ever),
};

/// Of the hip or a vertebra.
pub static HIP_OR_VERTEBRA: Flag = Flag {
    id: "hip_or_vertebral_fracture_from_40",
    field: "fractures",
    label: "fragility fracture of the hip or a vertebra after 40",
    read: |e| e.fractures_from_40().at(SiteSet::of(&[S::ProximalFemur, S::Vertebra]), Window::Ever),
};

/// Events.
pub static FRACTURE_EVENTS: Quantity = Quantity {
    id: "fracture_events_from_40",
    field: "fractures",
    label: "events of fragility fractures after 40",
    unit: "",
    read: |e| e.fractures_from_40().events.into(),
};
