//! BHOF 2022.

use super::*;

fn says(document: &Value) -> R {
    super::says("bhof2022", document).1
}

#[test]
fn both_sides_of_each_limit() {
    let low = |age| frax(woman(age), 5.0, 1.0);
    for (score, expected) in
        [(-2.6, R::Treat), (-2.5, R::Treat), (-2.4, R::NoDrug), (-1.0, R::NoDrug), (0.0, R::NoDrug)]
    {
        for region in ["femoral_neck", "total_hip", "lumbar_spine"] {
            assert_eq!(says(&t(low(60), &[(region, score)])), expected, "{region} {score}");
        }
    }
    for (mof, hip, expected) in [
        (20.0, 1.0, R::Treat),
        (19.9, 2.9, R::NoDrug),
        (20.1, 1.0, R::Treat),
        (5.0, 3.0, R::Treat),
        (5.0, 3.1, R::Treat),
    ] {
        assert_eq!(says(&frax(neck(woman(60), -1.0), mof, hip)), expected, "{mof} {hip}");
    }
}

#[test]
fn frax_speaks_of_low_bone_mass_only() {
    let over = frax(neck(woman(60), -0.9), 21.0, 1.0);
    let said = ask("bhof2022", &over);
    assert_eq!(said.recommendation, R::NoDrug);
    assert!(flagged(&said, "frax_over_limit_without_low_bone_mass"));
    assert!(!flagged(
        &ask("bhof2022", &frax(neck(woman(60), -1.0), 21.0, 1.0)),
        "frax_over_limit_without_low_bone_mass"
    ));
}

#[test]
fn the_radius_counts_at_osteoporosis_and_makes_no_low_bone_mass() {
    let radius = |score| t(woman(60), &[("femoral_neck", -0.5), ("radius_33", score)]);
    assert_eq!(says(&radius(-2.5)), R::Treat);
    assert_eq!(says(&frax(radius(-2.4), 25.0, 5.0)), R::NoDrug);
    assert_eq!(says(&broke(radius(-2.4), &[("distal_forearm", 60.0)])), R::Consider);
}

#[test]
fn fractures() {
    for site in ["proximal_femur", "vertebra"] {
        assert_eq!(says(&broke(neck(woman(60), 0.5), &[(site, 100.0)])), R::Treat, "{site}");
        assert_eq!(says(&broke(woman(60), &[(site, 100.0)])), R::Treat, "{site} without a scan");
    }
    for site in ["proximal_humerus", "pelvis", "sacrum", "distal_forearm"] {
        assert_eq!(says(&broke(neck(woman(60), -1.0), &[(site, 100.0)])), R::Treat, "{site}");
        assert_eq!(says(&broke(neck(woman(60), -0.9), &[(site, 100.0)])), R::Consider, "{site}");
        let unmeasured = ask("bhof2022", &broke(woman(60), &[(site, 100.0)]));
        assert_eq!(
            (unmeasured.recommendation, unmeasured.also),
            (R::Consider, vec![R::MeasureBmd]),
            "{site}"
        );
    }
    for site in ["ankle", "toe"] {
        let low = frax(neck(woman(60), -2.0), 5.0, 1.0);
        assert_eq!(says(&broke(low, &[(site, 2.0)])), R::NoDrug, "{site}");
    }
}

#[test]
fn whom_to_measure() {
    for (sex, age, expected) in [
        ("female", 65, R::MeasureBmd),
        ("female", 64, R::NoDrug),
        ("male", 70, R::MeasureBmd),
        ("male", 69, R::NoDrug),
    ] {
        assert_eq!(says(&person(sex, age)), expected, "{sex} {age}");
    }
    assert_eq!(says(&broke(woman(60), &[("ankle", 60.0)])), R::MeasureBmd);
    assert_eq!(says(&broke(woman(60), &[("toe", 60.0)])), R::NoDrug);
    assert_eq!(says(&factors(woman(60), json!({"parental_hip_fracture": true}))), R::MeasureBmd);
    assert_eq!(says(&factors(neck(woman(60), 0.0), json!({"parental_hip_fracture": true}))), R::NoDrug);
}

#[test]
fn what_is_unknown() {
    let without_frax = ask("bhof2022", &neck(woman(60), -2.0));
    assert_eq!(without_frax.recommendation, R::CalculateFrax);
    assert_eq!(without_frax.could_be, [R::NoDrug, R::Treat]);
    let of_another_country =
        with(neck(woman(60), -2.0), "frax", json!({"model": "FR", "mof_percent": 40, "hip_percent": 20}));
    let said = ask("bhof2022", &of_another_country);
    assert_eq!(said.recommendation, R::CalculateFrax);
    assert!(flagged(&said, "frax_not_used"));
    // Above -1.0 FRAX does not matter.
    assert_eq!(says(&neck(woman(60), 0.0)), R::NoDrug);
    let unknown = ask("bhof2022", &unasked(woman(60), &["scans", "fractures"]));
    assert_eq!(unknown.recommendation, R::Undetermined);
    assert!(unknown.missing.contains(&"scans".to_owned()), "{:?}", unknown.missing);
}

#[test]
fn whom_it_speaks_of() {
    assert_eq!(says(&person("male", 49)), R::NotApplicable);
    assert_eq!(says(&with(woman(60), "postmenopausal", json!(false))), R::NotApplicable);
    assert_eq!(ask("bhof2022", &woman(48)).applicable, None);
}
