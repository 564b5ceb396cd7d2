//! Vertebral levels as sets, and what an image of the spine proves beside the list of fractures.

use crate::document::{Fracture, FractureSite, SpineImagingResult};
use crate::facts::{Person, VertebralLevel};

/// Vertebral levels, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Levels(u32);

impl Levels {
    /// The levels that a list names; none where it names none.
    pub(crate) fn named(levels: Option<&[String]>) -> Self {
        let named = levels.unwrap_or_default().iter().filter_map(|level| VertebralLevel::parse(level));
        Self(named.fold(0, |bits, level| bits | 1 << place(level)))
    }

    /// The levels of a vertebral fracture.
    pub(crate) fn of(fracture: &Fracture) -> Self {
        Self::named(fracture.levels.as_deref())
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn count(self) -> u32 {
        self.0.count_ones()
    }
}

/// From the head down; a document names no level beyond these.
const fn place(level: VertebralLevel) -> u32 {
    match level {
        VertebralLevel::Cervical(number) => number as u32,
        VertebralLevel::Thoracic(number) => 7 + number as u32,
        VertebralLevel::Lumbar(number) => 19 + number as u32,
    }
}

/// The vertebrae on the list of fractures, by whether they count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Named levels of those that count.
    pub(crate) counted: Levels,
    /// Named levels of those that may count.
    pub(crate) doubtful: Levels,
    /// Named levels of those that do not.
    pub(crate) explained: Levels,
    /// Whether one of them does not count, or may not.
    pub(crate) any_other: bool,
}

impl Listed {
    /// Adds a vertebral fracture.
    pub(crate) fn add(&mut self, fracture: &Fracture, counts: Option<bool>) {
        let levels = Levels::of(fracture);
        match counts {
            Some(true) => self.counted = self.counted.or(levels),
            None => (self.doubtful, self.any_other) = (self.doubtful.or(levels), true),
            Some(false) => (self.explained, self.any_other) = (self.explained.or(levels), true),
        }
    }
}

/// What images of the spine show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Imaged {
    /// The broken vertebrae that are named, but for those that the list explains as none of fragility.
    pub(crate) levels: Levels,
    /// Whether they prove a fragility fracture: `None` where what they show may be a vertebra of the list that does
    /// not count, or of which it cannot be said.
    pub(crate) proves: Option<bool>,
}

/// What images of the spine show; none where no image shows a fracture.
pub(crate) fn imaged(person: &Person<'_>, listed: Listed) -> Option<Imaged> {
    let mut shown = person.document.spine_imaging.as_deref().unwrap_or_default().iter().filter(|imaging| {
        imaging.result == Some(SpineImagingResult::Fracture) && person.counts(imaging.date)
    });
    let first = shown.next()?;
    let mut all = Levels::named(first.levels.as_deref());
    for imaging in shown {
        all = all.or(Levels::named(imaging.levels.as_deref()));
    }
    let levels = all.without(listed.explained);
    let proves = if all.is_empty() {
        (!listed.any_other).then_some(true)
    } else if levels.is_empty() {
        Some(false)
    } else {
        (!levels.without(listed.doubtful).is_empty()).then_some(true)
    };
    Some(Imaged { levels, proves })
}

/// Whether a fracture is one of a vertebra.
pub(crate) fn is_vertebra(fracture: &Fracture) -> bool {
    fracture.site == Some(FractureSite::Vertebra)
}
