//! What the engine reads into silences of a document: each named in every answer that hangs on it.

use crate::densitometry::{Flag, Flags, Score};
use crate::diagnosis::Diagnosis;
use crate::facts::Person;

/// Something unknown that was read as something.
#[derive(Debug)]
pub(crate) struct Assumption {
    /// The field of the document.
    pub(crate) field: &'static str,
    /// What it was read as.
    pub(crate) read_as: &'static str,
    /// Field and reading, as tables show them.
    pub(crate) words: &'static str,
    /// What the other reading would do.
    pub(crate) effect: &'static str,
}

macro_rules! assumptions {
    ($($field:literal, $read_as:literal, $effect:literal;)+) => {
        /// Every assumption, in the order of the bits of [`Assumptions`].
        static ALL: &[Assumption] = &[$(Assumption {
            field: $field,
            read_as: $read_as,
            words: concat!($field, "=", $read_as),
            effect: $effect,
        },)+ LABS_CURRENT];
    };
}

assumptions! {
    "postmenopausal", "true",
    "before the menopause a Z-score is given and no densitometric diagnosis is made";
    "fractures.trauma", "low",
    "a fracture by high trauma makes no clinical osteoporosis and no severe osteoporosis";
    "fractures.age_years", "50 or more", "an earlier fracture is not counted";
    "scans.regions.vertebrae", "L1-L4", "another set of vertebrae has another reference";
    "scans.database", "the maker's own", "a national database has other means";
    "scans.precision_g_cm2", "ISCD's minimum",
    "the centre's own precision error makes intervals narrower or wider; change needs it";
}

/// That a laboratory result without a date was read as current.
pub(crate) const LABS_CURRENT: Assumption = Assumption {
    field: "labs.date",
    read_as: "current",
    words: "labs.date=current",
    effect: "with a calcium or creatinine older than lab_valid_months, drugs that hang on it are unknown",
};

/// A set of assumptions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Assumptions(u64);

impl Assumptions {
    /// What was read into person, scores and diagnosis.
    pub(crate) fn of(person: &Person<'_>, scores: &[Score<'_>], diagnosis: &Diagnosis) -> Self {
        let fractures = diagnosis.fractures.assumptions;
        let of_scans = scores.iter().fold(Flags::default(), |all, score| all.union(score.flags));
        let made = [
            person.postmenopausal_assumed,
            fractures.trauma_low,
            fractures.at_fifty_or_more,
            of_scans.has(Flag::VertebraeNotStated),
            of_scans.has(Flag::DatabaseNotStated),
            of_scans.has(Flag::PrecisionAssumed),
        ];
        Self((0..).zip(made).fold(0, |all, (bit, made): (u32, bool)| all | u64::from(made) << bit))
    }

    /// That a laboratory result without a date was read as current.
    pub(crate) fn of_labs(undated: bool) -> Self {
        Self(u64::from(undated) << (ALL.len() - 1))
    }

    /// Both together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those made.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'static Assumption> {
        ALL.iter().enumerate().filter(move |(bit, _)| self.0 >> bit & 1 != 0).map(|(_, one)| one)
    }

    /// As a set of bits.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }

    /// The words of each bit.
    pub(crate) fn words() -> Vec<&'static str> {
        ALL.iter().map(|one| one.words).collect()
    }
}
