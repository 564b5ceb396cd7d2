use super::*;

struct Case<'c> {
    codes: &'c [&'c str],
    display: &'c str,
    body_site: &'c str,
}

fn case<'c>(codes: &'c [&'c str], display: &'c str, body_site: &'c str) -> Case<'c> {
    Case { codes, display, body_site }
}

fn count(case: &Case<'_>) -> (Vote, Vec<Doubt>) {
    let value = ScanValue {
        codes: case.codes.iter().map(|code| Code::new(CodeSystem::Loinc, code)).collect(),
        display: case.display.to_owned(),
        body_site: case.body_site.to_owned(),
        ..ScanValue::default()
    };
    let mut doubts = Vec::new();
    (vote(&value, &mut doubts), doubts)
}

fn kinds(doubts: &[Doubt]) -> Vec<FindingKind> {
    doubts.iter().map(|doubt| doubt.kind).collect()
}

#[test]
fn who_agrees_is_read() {
    use Region as R;
    let (left, right) = (Some(Side::Left), Some(Side::Right));
    for (case, region, side) in [
        (case(&["38264-8"], "Total hip T-score", ""), R::TotalHip, None),
        (case(&["80946-7"], "DXA Hip-L T-score BMD", ""), R::TotalHip, left),
        (case(&["46278-8"], "DXA Hip-L ArMass BMD", ""), R::TotalHip, left),
        (case(&["38267-1"], "Rachis lombaire, score T", ""), R::LumbarSpine, None),
        (case(&["38264-8"], "", ""), R::TotalHip, None),
        (case(&["38267-1"], "", ""), R::LumbarSpine, None),
        (case(&["104938-6"], "AP spine", ""), R::LumbarSpine, None),
        // LOINC has no code of the neck: the words or the body site name it.
        (case(&["38263-0"], "Femoral neck T-score", ""), R::FemoralNeck, None),
        (case(&["80948-3"], "DXA Femur-L T-score BMD", "29627003"), R::FemoralNeck, left),
        (case(&["38263-0"], "T-score col fémoral droit", ""), R::FemoralNeck, right),
        (case(&["24701-5"], "Femur DXA", "29627003:272741003=7771000"), R::FemoralNeck, left),
        (case(&["38265-5"], "Radius 33% T-score", ""), R::Radius33, None),
        (case(&["46383-6"], "DMO hanche totale", ""), R::TotalHip, None),
        (case(&[], "Femoral neck T-score", ""), R::FemoralNeck, None),
        (case(&["38264-8"], "T-score", "hanche"), R::TotalHip, None),
    ] {
        let (vote, doubts) = count(&case);
        assert_eq!((vote.region, vote.side), (Some(region), side), "{:?} {}", case.codes, case.display);
        assert_eq!(kinds(&doubts), [], "{:?} {}", case.codes, case.display);
    }
}

#[test]
fn who_disagrees_is_a_conflict() {
    for case in [
        // Synthea: the code is of radius and ulna, the words are of no region.
        case(&["38265-5"], "DXA [T-score] Bone density", ""),
        case(&["38265-5"], "Lumbar BMD T-score", ""),
        case(&["38265-5"], "Hip T-score", ""),
        case(&["38265-5"], "Femoral neck T-score", ""),
        case(&["38264-8"], "Femoral neck T-score", ""),
        case(&["38264-8"], "T-score", ""),
        case(&["38267-1"], "Total hip T-score", ""),
        case(&["38263-0"], "Femoral neck T-score", "122496007"),
        case(&["38267-1", "38264-8"], "", ""),
        case(&["38264-8"], "Femoral neck and total hip", ""),
        case(&["80946-7"], "Total hip, right, T-score", ""),
        case(&["80946-7"], "Total hip T-score", "29836001:272741003=24028007"),
    ] {
        let (vote, doubts) = count(&case);
        assert_eq!(vote.region, None, "{:?} {}", case.codes, case.display);
        assert_eq!(kinds(&doubts), [FindingKind::RegionConflict], "{:?} {}", case.codes, case.display);
        assert!(doubts[0].because.contains("no diagnosis rests on it"), "{}", doubts[0].because);
    }
}

#[test]
fn what_nobody_names_is_unknown() {
    for case in [
        case(&["38265-5"], "", ""),
        case(&["38263-0"], "", ""),
        case(&["80948-3"], "DXA Femur-L T-score BMD", ""),
        case(&["24701-5"], "Femur DXA Bone density", "71341001:272741003=7771000"),
        case(&["24890-6"], "Forearm BMD", ""),
        case(&["46383-6"], "", ""),
        case(&["104938-6"], "Spine T-score", ""),
        case(&[], "T-score", ""),
        case(&["38267-1"], "Lumbar spine L1-L7", ""),
    ] {
        let (vote, doubts) = count(&case);
        assert_eq!(vote.region, None, "{:?} {}", case.codes, case.display);
        assert_eq!(kinds(&doubts), [FindingKind::RegionUnknown], "{:?} {}", case.codes, case.display);
    }
    // A heel is no region of an assessment, and nothing is doubtful about it.
    let (vote, doubts) = count(&case(&["38266-3"], "Calcaneus T-score", ""));
    assert_eq!((vote.region, kinds(&doubts)), (None, vec![]));
}

#[test]
fn a_code_that_is_none_has_no_vote() {
    let (vote, doubts) = count(&case(&["38265-1"], "Femoral neck T-score", ""));
    assert_eq!((vote.region, vote.quantity), (Some(Region::FemoralNeck), Some(Quantity::TScore)));
    assert_eq!(kinds(&doubts), [FindingKind::CheckDigit]);
    let (vote, doubts) = count(&case(&["38263-6"], "", ""));
    assert_eq!(vote.region, None);
    assert_eq!(kinds(&doubts), [FindingKind::CheckDigit, FindingKind::RegionUnknown]);
}

#[test]
fn what_the_number_is() {
    for (code, display, quantity, is_disputed) in [
        ("38264-8", "DXA Hip T-score BMD", Some(Quantity::TScore), false),
        ("38261-4", "Hip BMD", Some(Quantity::Bmd), false),
        ("38261-4", "Hip sBMD", Some(Quantity::StandardisedBmd), false),
        ("80933-5", "Hip", Some(Quantity::ZScore), false),
        ("38264-8", "Hip Z-score", None, true),
        ("38261-4", "Hip T-score", None, true),
    ] {
        let (vote, doubts) = count(&case(&[code], display, ""));
        assert_eq!((vote.quantity, vote.is_disputed), (quantity, is_disputed), "{code} {display}");
        assert_eq!(doubts.iter().any(|doubt| doubt.kind == FindingKind::UnitSlip), is_disputed);
    }
}

#[test]
fn vertebrae_go_with_the_spine() {
    let (vote, _) = count(&case(&["24966-4"], "Lumbar spine L2-L4 BMD", ""));
    assert_eq!((vote.region, vote.vertebrae), (Some(Region::LumbarSpine), Some(Vertebrae::L2_L4)));
    let (vote, _) = count(&case(&["24966-4"], "BMD L1-L4", ""));
    assert_eq!((vote.region, vote.vertebrae), (Some(Region::LumbarSpine), Some(Vertebrae::L1_L4)));
    let (_, doubts) = count(&case(&["38264-8"], "T-score L1-L4", ""));
    assert_eq!(kinds(&doubts), [FindingKind::RegionConflict]);
}
