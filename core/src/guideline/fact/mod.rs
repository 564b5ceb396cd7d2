//! Facts that more than one guideline asks for. A fact that is one guideline's own stands in its file.

pub mod bone_density;
pub mod canada;
pub mod fractures;
pub mod fractures_from_40;
pub mod frax;
pub mod glucocorticoid;
pub mod glucocorticoid_past_year;
pub mod grio;
pub mod person;
pub mod secondary_causes;
