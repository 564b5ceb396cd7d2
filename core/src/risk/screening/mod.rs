//! Screening tools: points that are a reason to measure bone density. None of them is a fracture risk.
//!
//! Each has a pure function of typed inputs (ages in completed years, weights in kg) and answers for a
//! person. Where the weight is not known, or says nothing after an amputation, a tool whose points of
//! weight are finite gives their range and no points, and the others give nothing.

pub mod abone;
pub mod body_weight;
mod decimal;
mod fractures;
pub mod mores;
pub mod orai;
pub mod osiris;
pub mod ost;
pub mod osta;
pub mod score;
pub mod sofsurf;
mod tool;

pub(crate) use tool::{MENOPAUSE, list_menopause};
