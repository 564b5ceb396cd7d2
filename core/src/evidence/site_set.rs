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

/// The readings of each site, by its place.
const READINGS: [SiteSet; S::ALL.len()] = {
    let mut all = [SiteSet::ALL; S::ALL.len()];
    let (mut rest, mut sites) = (all.as_mut_slice(), S::ALL);
    while let (Some((set, sets)), Some((&site, others))) = (rest.split_first_mut(), sites.split_first()) {
        *set = SiteSet::read(site);
        (rest, sites) = (sets, others);
    }
    all
};

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
        READINGS.get(site as usize).copied().unwrap_or(Self::ALL)
    }

    const fn read(site: S) -> Self {
        if site as u8 == S::Unspecified as u8 {
            return Self::ALL;
        }
        let mut set = Self::one(site);
        let mut group = 0;
        while group < UNSPECIFIC.len() {
            if let Some(&(whole, mut parts)) = at(&UNSPECIFIC, group)
                && whole as u8 == site as u8
            {
                while let Some((&part, others)) = parts.split_first() {
                    (set, parts) = (set.or(Self::one(part)), others);
                }
            }
            group += 1;
        }
        set
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

    #[test]
    fn a_stated_site_is_one_of_its_readings_and_most_have_no_other() {
        for &site in S::ALL {
            let readings = SiteSet::readings_of(site);
            assert!(readings.has(site), "{site}");
            let parts =
                UNSPECIFIC.iter().find(|(whole, _)| *whole == site).map_or(&[][..], |(_, parts)| parts);
            let others = S::ALL.iter().filter(|&&other| other != site && readings.has(other)).count();
            let expected = if site == S::Unspecified { S::ALL.len() - 1 } else { parts.len() };
            assert_eq!(others, expected, "{site}");
            assert!(parts.iter().all(|&part| readings.has(part)), "{site}");
        }
    }
}
