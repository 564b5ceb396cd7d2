//! Sets of fracture sites, with the unspecific sites of which a report does not say more.

use crate::document::FractureSite as S;

/// A set of fracture sites.
///
/// ```
/// use osteon::document::FractureSite;
/// use osteon::evidence::SiteSet;
/// const HIP_OR_VERTEBRA: SiteSet = SiteSet::of(&[FractureSite::ProximalFemur, FractureSite::Vertebra]);
/// assert!(HIP_OR_VERTEBRA.has(FractureSite::Vertebra) && !HIP_OR_VERTEBRA.has(FractureSite::Toe));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SiteSet(u64);

/// What a site that is not specified may be. `Unspecified` may be any site, one that never counts among them.
const UNSPECIFIC: [(S, &[S]); 5] = [
    (S::FemurUnspecified, &[S::ProximalFemur, S::Subtrochanteric, S::FemoralShaft, S::DistalFemur]),
    (S::HumerusUnspecified, &[S::ProximalHumerus, S::HumeralShaft, S::Elbow]),
    (S::ForearmUnspecified, &[S::DistalForearm, S::ForearmShaft, S::Elbow]),
    (S::RibsUnspecified, &[S::RibSingle, S::RibsMultiple]),
    (S::Subtrochanteric, &[S::ProximalFemur, S::FemoralShaft]),
];

impl SiteSet {
    /// No site.
    pub const NONE: Self = Self(0);
    /// Every site.
    pub const ALL: Self = Self(u64::MAX);

    /// These sites, and every unspecific site all of whose readings are among them.
    #[must_use]
    pub const fn of(sites: &[S]) -> Self {
        let mut bits = 0_u64;
        let mut i = 0;
        while i < sites.len() {
            if let Some(&site) = at(sites, i) {
                bits |= 1 << site as u8;
            }
            i += 1;
        }
        let mut set = Self(bits);
        let mut group = 0;
        while group < UNSPECIFIC.len() {
            if let Some(&(whole, parts)) = at(&UNSPECIFIC, group)
                && set.has_all(parts)
            {
                set = Self(set.0 | 1 << whole as u8);
            }
            group += 1;
        }
        set
    }

    const fn has_all(self, sites: &[S]) -> bool {
        let mut i = 0;
        while i < sites.len() {
            if let Some(&site) = at(sites, i)
                && !self.has(site)
            {
                return false;
            }
            i += 1;
        }
        true
    }

    /// The sites that a stated site may stand for.
    #[must_use]
    pub fn readings_of(site: S) -> Self {
        if site == S::Unspecified {
            return Self::ALL;
        }
        let parts = UNSPECIFIC.iter().find(|(whole, _)| *whole == site).map_or(&[][..], |(_, parts)| parts);
        parts.iter().fold(Self::one(site), |set, &part| set.or(Self::one(part)))
    }

    /// One site.
    #[must_use]
    pub const fn one(site: S) -> Self {
        Self(1 << site as u8)
    }

    /// Whether a site is in it.
    #[must_use]
    pub const fn has(self, site: S) -> bool {
        self.0 & (1 << site as u8) != 0
    }

    /// Either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// All sites but these.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether any is in both.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Indexing that a constant may use.
const fn at<T>(items: &[T], index: usize) -> Option<&T> {
    match items.split_at_checked(index) {
        Some((_, rest)) => rest.first(),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_femur_that_is_not_specified_is_severe_where_all_its_parts_are() {
        let severe = SiteSet::of(&[S::ProximalFemur, S::Subtrochanteric, S::FemoralShaft, S::DistalFemur]);
        assert!(severe.has(S::FemurUnspecified) && severe.has(S::Subtrochanteric));
        let hip = SiteSet::of(&[S::ProximalFemur]);
        assert!(!hip.has(S::FemurUnspecified) && hip.meets(SiteSet::readings_of(S::FemurUnspecified)));
        assert!(!hip.meets(SiteSet::readings_of(S::HumerusUnspecified)));
        assert_eq!(SiteSet::readings_of(S::Unspecified), SiteSet::ALL);
    }

    #[test]
    fn every_site_has_a_bit() {
        assert!(S::ALL.len() < 64);
        assert!(S::ALL.iter().all(|&site| SiteSet::ALL.has(site) && !SiteSet::NONE.has(site)));
    }
}
