//! Arithmetic on risks: horizons, hazards, mortality, gradients of risk, benefit of treatment.
//!
//! Pure functions for those who know what their number means. Nothing here turns one model's risk into
//! another's, and no answer of a model passes through here on its way out.
//!
//! | what | formula |
//! |---|---|
//! | [hazard of a probability](probability::hazard_from_probability) | `h = -ln(1 - P) / t` |
//! | [another horizon](probability::over_another_horizon) | `1 - (1 - P)^(t2/t1)` |
//! | [death competing, constant hazards](competing_mortality::over) | `hf/(hf+hd) (1 - exp(-(hf+hd) t))` |
//! | [death competing, by year](competing_mortality::by_year) | `F += S (1 - exp(-(hf+hd))) hf/(hf+hd)` |
//! | [hazard ratio](relative::with_hazard_ratio) | `1 - (1 - P)^HR` |
//! | [relative risk](relative::with_relative_risk) | `RR P` |
//! | [number needed to treat](relative::number_needed_to_treat) | `1 / ARR`, rounded up |
//! | [gradient, against the mean BMD](gradient_of_risk::against_mean) | `GR^-Z` |
//! | [gradient, against the population](gradient_of_risk::against_population) | `exp(-Z ln GR - (ln GR)^2 / 2)` |
//!
//! # Cautions
//!
//! - **Mortality.** A probability of FRAX already contains death, and DVO's three years are short enough
//!   to do without; those of QFracture and of the Dubbo models do not contain death. Formulas without death
//!   are for the latter; on the former they count the dead as still at risk.
//! - **Horizon.** Another horizon supposes that the hazard stays the same, while age raises it. Outside the
//!   horizons that a model publishes the result is no longer that model's.
//! - **Hazard ratios act on hazards.** `P HR` overstates the effect where P is above some 10 %, and a
//!   relative risk over three years is none over ten.
//! - **Trials.** Most vertebral fractures of trials were found on radiographs (morphometric); their relative
//!   risk does not belong on a ten-year probability of major osteoporotic fracture.

pub mod benefit;
pub mod competing_mortality;
pub mod gradient_of_risk;
pub mod of_person;
pub mod probability;
pub mod relative;
pub mod t_criterion;
pub mod treatment_effect;
