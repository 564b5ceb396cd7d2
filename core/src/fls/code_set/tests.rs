use super::*;
use crate::document::FractureSite as S;
use crate::fls::event::CountedBecause;

const WHO: CodeSystem = CodeSystem::Icd10Who;
const CM: CodeSystem = CodeSystem::Icd10Cm;
const FR: CodeSystem = CodeSystem::Cim10Fr;

fn entry(system: CodeSystem, code: &str) -> Option<&'static Entry> {
    find(&Code::new(system, code))
}

fn fracture(system: CodeSystem, code: &str) -> FractureMeaning {
    entry(system, code).and_then(|entry| entry.fracture).unwrap_or_else(|| panic!("{code} is no fracture"))
}

fn site(system: CodeSystem, code: &str) -> S {
    fracture(system, code).site
}

#[test]
fn every_pattern_finds_itself() {
    for set in code_sets() {
        for entry in set.entries {
            let code = Code::new(set.system, &entry.pattern.replace('?', "0"));
            assert_eq!(find(&code).map(|found| found.pattern), Some(entry.pattern));
            assert_eq!(is_anchor(&code), entry.fracture.is_some(), "{code:?}");
        }
    }
}

#[test]
fn typography_makes_no_difference() {
    for written in ["S72.0", "s720", " S72.00 ", "S72.0*", "S72.0+", "S72.0†", "S 72.0", "S72.0+0"] {
        assert_eq!(site(FR, written), S::ProximalFemur, "{written}");
    }
    assert!(entry(FR, "").is_none() && entry(FR, "+").is_none());
    assert!(entry(FR, "S7").is_none() && entry(FR, "S").is_none());
    assert!(entry(CodeSystem::Loinc, "S72.0").is_none());
}

#[test]
fn a_code_of_another_version_is_looked_at() {
    for (system, code) in
        [(WHO, "S32.6"), (FR, "S32.6"), (CM, "S32.7"), (CM, "T08"), (WHO, "M84.5"), (FR, "S72")]
    {
        let code = Code::new(system, code);
        assert!(find(&code).is_none() && is_anchor(&code) && is_read(&code), "{code:?}");
        let fracture = find_or_like(&code).and_then(|entry| entry.fracture).unwrap();
        assert_eq!((fracture.site, fracture.review), (S::Unspecified, Some(CountedBecause::SiteUnclear)));
    }
    // Malunion is no new fracture; a code that its set has is what the set says.
    for (system, code) in [(WHO, "M84.0"), (WHO, "S73.0"), (WHO, "S72.0"), (CodeSystem::Snomed, "S32.6")] {
        assert!(like_a_fracture(&Code::new(system, code)).is_none(), "{code}");
    }
}

#[test]
fn snomed_is_whole_or_nothing() {
    assert_eq!(site(CodeSystem::Snomed, " 263102004 "), S::DistalForearm);
    assert!(entry(CodeSystem::Snomed, "26310200").is_none());
    assert!(entry(CodeSystem::Snomed, "2631020040").is_none());
    for vague in ["15574005", "20511007"] {
        assert_eq!(fracture(CodeSystem::Snomed, vague).review, Some(CountedBecause::SiteUnclear));
    }
}

#[test]
fn versions_differ() {
    assert!(entry(WHO, "S32.6").is_none() && site(CM, "S32.6XXA") == S::Pelvis);
    assert!(entry(CM, "S32.7").is_none() && site(WHO, "S32.7") == S::Pelvis);
    assert!(entry(CM, "T08").is_none() && entry(WHO, "M84.5").is_none());
    assert_eq!(site(CM, "S22.01XA"), S::UpperThoracicVertebra);
    assert_eq!(site(WHO, "S22.01"), S::Vertebra);
}

#[test]
fn osteoporotic_and_pathological_sites_are_in_the_characters() {
    assert_eq!(site(WHO, "M80.05"), S::FemurUnspecified);
    assert_eq!(site(FR, "M80.83"), S::ForearmUnspecified);
    assert_eq!(site(WHO, "M80.08"), S::Unspecified, "the vertebrae are among others");
    assert_eq!(site(CM, "M80.08XA"), S::Vertebra);
    assert_eq!(site(CM, "M80.051A"), S::FemurUnspecified);
    assert_eq!(site(CM, "M80.0B1A"), S::Pelvis);
    assert_eq!(site(CM, "M80.9"), S::Unspecified);
    assert_eq!(site(CM, "M84.459A"), S::ProximalFemur);
    assert_eq!(site(CM, "M84.454A"), S::Pelvis);
    assert_eq!(site(CM, "M84.451A"), S::FemurUnspecified);
}

#[test]
fn digits_are_fingers_and_toes_only() {
    for code in ["S62.5", "S62.6", "S62.7", "S92.4", "S92.5"] {
        assert_eq!(fracture(WHO, code).tier, Tier::Exclude, "{code}");
    }
    for (code, part) in [
        ("S62.0", Some(Part::Carpus)),
        ("S62.2", Some(Part::Metacarpus)),
        ("S62.3", Some(Part::Metacarpus)),
        ("S62.4", Some(Part::Metacarpus)),
        ("S92.0", None),
        ("S92.1", Some(Part::Tarsus)),
        ("S92.3", Some(Part::Metatarsus)),
    ] {
        assert_eq!((fracture(WHO, code).tier, fracture(WHO, code).part), (Tier::Extended, part), "{code}");
    }
    for code in ["S62.8", "S92.7", "S92.9", "S92"] {
        assert_eq!(fracture(WHO, code).review, Some(CountedBecause::SiteUnclear), "{code}");
    }
    assert_eq!(site(CM, "S92.912A"), S::Toe);
}

#[test]
fn seventh_character() {
    let later = |code: &str| is_later_encounter(&Code::new(CM, code));
    assert!(!later("S72.001A") && !later("s72001b") && !later("S72.001C"));
    assert!(later("S72.001D") && later("S72.001S") && later("M80.08XG"));
    assert!(!later("S72.0") && !later("S72.001"), "not stated");
    assert!(!is_later_encounter(&Code::new(FR, "S72001D")));
}

#[test]
fn sides() {
    use crate::document::Side::{Left, Right};
    let side = |code: &str| side_at_first_encounter(&Code::new(CM, code));
    for (right, left, open) in [
        ("S72.001A", "S72.002A", "S72.009A"),
        ("S72.044B", "s72045c", "S72.046A"),
        ("S72.21XA", "S72.25XA", "S72.26XA"),
        ("S72.91XA", "S72.92XA", "S72.90XA"),
        ("S72.8X1A", "S72.8X2A", "S72.8X9A"),
        ("S42.017A", "S42.018A", "S42.019A"),
        ("S52.501A", "S52.502A", "S52.509A"),
        ("S62.302A", "S62.303A", "S62.309A"),
        ("S62.511A", "S62.512A", "S62.513A"),
        ("S62.91XA", "S62.92XA", "S62.90XA"),
        ("S82.51XA", "S82.55XA", "S82.56XA"),
        ("S92.811A", "S92.812A", "S92.819A"),
        ("S22.31XA", "S22.32XA", "S22.39XA"),
        ("S22.41XA", "S22.42XA", "S22.43XA"),
        ("S32.311A", "S32.315A", "S32.316A"),
        ("M80.051A", "M80.052A", "M80.059A"),
        ("M84.433A", "M84.434A", "M84.439A"),
        ("M84.351A", "M84.352A", "M84.350A"),
        ("M84.451A", "M84.452A", "M84.454A"),
        ("M84.374A", "M84.375A", "M84.376A"),
        ("M84.754A", "M84.758A", "M84.750A"),
        ("M97.01XA", "M97.02XA", "M97.9XXA"),
    ] {
        assert_eq!((side(right), side(left), side(open)), (Some(Right), Some(Left), None), "{right}");
    }
    for none in
        ["S72.001", "S72.001D", "S72.001S", "S22.001A", "S32.001A", "S32.811A", "S12.401A", "M80.08XA"]
    {
        assert_eq!(side(none), None, "{none}");
    }
    assert_eq!(side_at_first_encounter(&Code::new(WHO, "S72.001A")), None);
}

#[test]
fn sites_of_other_causes_are_in_the_characters() {
    for (stress, tumour, disease, pathological, is) in [
        ("M84.321A", "M84.521A", "M84.621A", "M84.421A", S::HumerusUnspecified),
        ("M84.334A", "M84.533A", "M84.632A", "M84.431A", S::ForearmUnspecified),
        ("M84.341A", "M84.542A", "M84.643A", "M84.441A", S::Hand),
        ("M84.344A", "M84.545A", "M84.646A", "M84.444A", S::Finger),
        ("M84.350A", "M84.550A", "M84.650A", "M84.454A", S::Pelvis),
        ("M84.352A", "M84.551A", "M84.653A", "M84.451A", S::FemurUnspecified),
        ("M84.359A", "M84.559A", "M84.659A", "M84.459A", S::ProximalFemur),
        ("M84.361A", "M84.564A", "M84.669A", "M84.461A", S::TibiaFibulaShaft),
        ("M84.371A", "M84.572A", "M84.673A", "M84.471A", S::Ankle),
        ("M84.374A", "M84.575A", "M84.676A", "M84.474A", S::Foot),
        ("M84.377A", "M84.578A", "M84.679A", "M84.477A", S::Toe),
        ("M84.38XA", "M84.58XA", "M84.68XA", "M84.48XA", S::Unspecified),
    ] {
        for (code, nature) in [
            (stress, Nature::Stress),
            (tumour, Nature::Neoplastic),
            (disease, Nature::OtherDisease),
            (pathological, Nature::Pathological),
        ] {
            assert_eq!((fracture(CM, code).site, fracture(CM, code).nature), (is, nature), "{code}");
        }
    }
}

#[test]
fn forces() {
    for system in [WHO, CM, FR] {
        assert_eq!(entry(system, "W10.9").map(|entry| entry.role), Some(Role::LowTrauma));
        assert_eq!(entry(system, "W11").map(|entry| entry.role), Some(Role::HighTrauma));
        assert_eq!(entry(system, "V43.5").map(|entry| entry.role), Some(Role::HighTrauma));
        assert!(entry(system, "V00.1").is_none());
    }
}
