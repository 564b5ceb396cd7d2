//! Where fractures are the same one, and which of several says most.

use crate::document::FractureSite as S;

/// From the most important down: hip, vertebra, pelvis, humerus, forearm, others; what is said exactly before what is
/// not, and sites that no measure counts last.
const BY_IMPORTANCE: &[S] = &[
    S::ProximalFemur,
    S::Subtrochanteric,
    S::Vertebra,
    S::Pelvis,
    S::Sacrum,
    S::ProximalHumerus,
    S::HumeralShaft,
    S::DistalForearm,
    S::Elbow,
    S::ForearmShaft,
    S::HumerusUnspecified,
    S::ForearmUnspecified,
    S::FemoralShaft,
    S::DistalFemur,
    S::FemurUnspecified,
    S::ProximalTibia,
    S::Ankle,
    S::TibiaFibulaShaft,
    S::RibsMultiple,
    S::RibSingle,
    S::RibsUnspecified,
    S::Clavicle,
    S::Scapula,
    S::Sternum,
    S::Patella,
    S::Heel,
    S::UpperThoracicVertebra,
    S::CervicalVertebra,
    S::Hand,
    S::Foot,
    S::Finger,
    S::Toe,
    S::Face,
    S::Skull,
    S::Unspecified,
];

/// The place of a site in that order; the less, the more important.
pub(super) fn importance(site: S) -> usize {
    BY_IMPORTANCE.iter().position(|&other| other == site).unwrap_or(BY_IMPORTANCE.len())
}

/// Whether two sites may be one: the same, one that is only the bone of the other, or parts that are coded as either.
/// An unspecified site is no place: it is asked about apart.
pub(super) fn may_be_same(a: S, b: S) -> bool {
    let either =
        |one: S, others: &[S]| (a == one && others.contains(&b)) || (b == one && others.contains(&a));
    (a == b && a != S::Unspecified)
        || either(S::ProximalFemur, &[S::Subtrochanteric])
        || either(S::Pelvis, &[S::Sacrum])
        || either(
            S::FemurUnspecified,
            &[S::ProximalFemur, S::Subtrochanteric, S::FemoralShaft, S::DistalFemur],
        )
        || either(S::HumerusUnspecified, &[S::ProximalHumerus, S::HumeralShaft, S::Elbow])
        || either(S::ForearmUnspecified, &[S::DistalForearm, S::ForearmShaft, S::Elbow])
        || either(S::RibsUnspecified, &[S::RibSingle, S::RibsMultiple])
        || either(S::RibSingle, &[S::RibsMultiple])
}

/// Whether it is of the spine.
pub(super) const fn is_spine(site: S) -> bool {
    matches!(site, S::Vertebra | S::UpperThoracicVertebra | S::CervicalVertebra)
}

/// Whether no measure counts it: fingers, toes, face and skull.
pub(super) const fn is_never_counted(site: S) -> bool {
    matches!(site, S::Finger | S::Toe | S::Face | S::Skull)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_site_has_its_place() {
        for &site in S::ALL {
            assert_eq!(BY_IMPORTANCE.iter().filter(|&&other| other == site).count(), 1, "{site}");
        }
    }

    #[test]
    fn vague_and_exact_are_one() {
        assert!(may_be_same(S::ForearmUnspecified, S::DistalForearm));
        assert!(!may_be_same(S::ForearmShaft, S::DistalForearm));
        assert!(!may_be_same(S::Unspecified, S::Unspecified));
        assert!(importance(S::ProximalFemur) < importance(S::FemurUnspecified));
    }
}
