//! What a code means.

use crate::citation::{CitationId, Confidence};
use crate::document::FractureSite;
use crate::document::choice::choice;
use crate::fls::code::CodeSystem;
use crate::fls::event::CountedBecause;

choice! {
    /// What a code is to case finding.
    pub enum Role {
        Fracture = "fracture",
        /// An act that immobilises a fracture: evidence to be looked at.
        Immobilisation = "immobilisation",
        LowTrauma = "low_trauma",
        HighTrauma = "high_trauma",
        BoneTumour = "bone_tumour",
        /// Of bone, and neither a tumour nor osteoporosis.
        BoneDisease = "bone_disease",
        Osteoporosis = "osteoporosis",
        HardwareRemoval = "hardware_removal",
        OnBisphosphonate = "on_bisphosphonate",
        /// Read, and decides nothing here.
        Context = "context",
    }
}

choice! {
    /// What a code says of the cause of a fracture.
    pub enum Nature {
        /// An injury, whatever its force.
        Traumatic = "traumatic",
        Osteoporotic = "osteoporotic",
        /// May be old.
        CollapsedVertebra = "collapsed_vertebra",
        /// Pathological, the cause is not said.
        Pathological = "pathological",
        Neoplastic = "neoplastic",
        OtherDisease = "other_disease",
        Stress = "stress",
        Periprosthetic = "periprosthetic",
        /// Without trauma, nothing more is said.
        NonTraumatic = "non_traumatic",
        /// Of the femur, atypical.
        Atypical = "atypical",
    }
}

choice! {
    /// How a set takes a fracture code.
    pub enum Tier {
        Core = "core",
        Extended = "extended",
        Review = "review",
        Exclude = "exclude",
    }
}

choice! {
    /// A part of a hand or a foot that is no digit.
    pub enum Part {
        Carpus = "carpus",
        Metacarpus = "metacarpus",
        /// Without the calcaneus.
        Tarsus = "tarsus",
        Metatarsus = "metatarsus",
    }
}

/// What a code says of a fracture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FractureMeaning {
    /// The cause.
    pub nature: Nature,
    /// Where.
    pub site: FractureSite,
    /// Which part of a hand or a foot.
    pub part: Option<Part>,
    /// How it is taken.
    pub tier: Tier,
    /// Why somebody must look, where its nature does not say.
    pub review: Option<CountedBecause>,
}

/// One row of a code set.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// How the codes begin, without a dot; `?` stands for any character.
    pub pattern: &'static str,
    /// What they are.
    pub role: Role,
    /// What they say of a fracture; of acts too.
    pub fracture: Option<FractureMeaning>,
    /// Source.
    pub citation: CitationId,
    /// How far the row is trusted.
    pub confidence: Confidence,
}

/// Where codes of ICD-10-CM state a side.
#[derive(Clone, Copy, Debug)]
pub(super) struct SidePattern {
    /// How the codes begin, without a dot; `?` stands for any character.
    pub(super) pattern: &'static str,
    /// The place of the character that says the side, from 0.
    pub(super) place: usize,
    /// What it is on the right.
    pub(super) right: &'static str,
    /// What it is on the left.
    pub(super) left: &'static str,
}

/// The codes of one system.
#[derive(Clone, Copy, Debug)]
pub struct CodeSet {
    /// The system.
    pub system: CodeSystem,
    /// Which version of it.
    pub version: &'static str,
    /// Source.
    pub citation: CitationId,
    /// In the order of patterns.
    pub entries: &'static [Entry],
}
