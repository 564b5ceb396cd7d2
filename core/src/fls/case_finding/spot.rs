//! What tells one fracture from another: site, side, and a cause that others do not share.

use crate::document::{FractureSite, Side};
use crate::fls::code_set::{self, Nature};

use super::place::{is_never_counted, may_be_same};
use super::row::Said;

/// The cause, as far as it tells fractures apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// An injury, thin bone, or nothing said.
    Common,
    /// Osteoporosis, where no site is said: a second record of a fracture whose site another record says.
    Osteoporosis,
    /// Stress, a tumour, another disease, a prosthesis; without a site any other nature as well.
    Own(Nature),
    /// An injury where no site is said: nothing but its code is known.
    Injury(&'static str),
}

/// One of the places at which a record says that a bone broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) site: FractureSite,
    side: Option<Side>,
    cause: Cause,
}

impl Spot {
    pub(super) fn of(said: &Said<'_>) -> Self {
        let (site, nature) = (said.meaning.site, said.meaning.nature);
        let cause = match nature {
            _ if is_other_cause(nature) => Cause::Own(nature),
            _ if site != FractureSite::Unspecified => Cause::Common,
            Nature::Osteoporotic | Nature::CollapsedVertebra => Cause::Osteoporosis,
            Nature::Traumatic => Cause::Injury(code_set::find(said.code).map_or("", |entry| entry.pattern)),
            _ => Cause::Own(nature),
        };
        Self { site, side: code_set::side_at_first_encounter(said.code), cause }
    }

    pub(super) fn has_site(self) -> bool {
        self.site != FractureSite::Unspecified
    }

    /// Whether it is a record of osteoporosis with fracture, and nothing more.
    pub(super) fn is_siteless_osteoporotic(self) -> bool {
        self.cause == Cause::Osteoporosis
    }

    /// Whether it may be the fracture of such a record: nobody calls that of a finger or of a face so.
    pub(super) fn may_be_osteoporotic(self) -> bool {
        self.has_site() && self.cause == Cause::Common && !is_never_counted(self.site)
    }

    /// Whether it is told apart from the sites that are said beside it.
    pub(super) fn stands_beside_sites(self) -> bool {
        self.has_site() || matches!(self.cause, Cause::Own(nature) if is_other_cause(nature))
    }

    /// Whether it is of a bone with a tumour or another disease, which the other may be.
    pub(super) fn is_disease_of(self, other: Self) -> bool {
        let disease = matches!(self.cause, Cause::Own(Nature::Neoplastic | Nature::OtherDisease));
        disease && self.may_be(Self { cause: self.cause, ..other })
    }

    /// Whether a record of one may be a record of the other again.
    pub(super) fn may_be(self, other: Self) -> bool {
        let other_side = matches!((self.side, other.side), (Some(one), Some(another)) if one != another);
        let site = if self.has_site() { may_be_same(self.site, other.site) } else { !other.has_site() };
        site && self.cause == other.cause && !other_side
    }
}

/// What breaks a bone that is neither thin nor hit.
const fn is_other_cause(nature: Nature) -> bool {
    matches!(nature, Nature::Stress | Nature::Neoplastic | Nature::OtherDisease | Nature::Periprosthetic)
}
