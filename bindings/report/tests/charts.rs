//! Which scans a chart joins, and what its bars rest on.

use osteon::Engine;
use osteon::document::{Assessment, Patient};
use osteon_report::{BarIs, BmdForAge, Language, charts, html};

/// Scans of a total hip: year, BMD, and the rest of the scan in JSON.
type Hip = (u32, f64, &'static str);

fn assessed(scans: &[Hip]) -> (Patient, Assessment) {
    let scans = scans.iter().map(|(year, bmd, rest)| {
        format!(
            r#"{{"date": "{year}-02-10", {rest}, "regions": [{{"region": "total_hip", "side": "left", "bmd_g_cm2": {bmd}}}]}}"#
        )
    });
    let scans: Vec<String> = scans.collect();
    let json = format!(
        r#"{{"sex": "female", "age_years": 72, "assessed_on": "2026-03-02", "scans": [{}]}}"#,
        scans.join(",")
    );
    let patient = osteon::json::patient(json.as_bytes()).unwrap();
    let assessment = Engine::default().assess(&patient).unwrap();
    (patient, assessment)
}

fn chart(scans: &[Hip]) -> BmdForAge {
    let (patient, assessment) = assessed(scans);
    only(&patient, &assessment)
}

fn only(patient: &Patient, assessment: &Assessment) -> BmdForAge {
    let [chart] = charts(patient, assessment).try_into().unwrap();
    chart
}

fn joined(chart: &BmdForAge) -> Vec<Option<usize>> {
    chart.points.iter().map(|point| point.joined_to).collect()
}

/// Half of each bar, and what it is.
fn bars(chart: &BmdForAge) -> Vec<Option<(f64, BarIs)>> {
    chart.points.iter().map(|point| Some((point.high? - point.bmd, point.bar_is?))).collect()
}

fn assert_bars(chart: &BmdForAge, wanted: &[Option<(f64, BarIs)>]) {
    let found = bars(chart);
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        let same = match (found, wanted) {
            (Some((found, a)), Some((wanted, b))) => (found - wanted).abs() < 1e-9 && a == b,
            (found, wanted) => found == wanted,
        };
        assert!(same, "{found:?} is not {wanted:?}");
    }
}

/// How many lines join scans: those that are drawn in full from one point to another.
fn lines(page: &str) -> usize {
    let drawn = page.lines().filter(|line| line.contains("<polyline") && !line.contains("dasharray"));
    drawn
        .filter(|line| {
            line.split("points=\"").nth(1).unwrap().split('"').next().unwrap().split(' ').count() == 2
        })
        .count()
}

const OWN: &str =
    r#""manufacturer": "hologic", "scanner_serial": "A", "precision_g_cm2": {"total_hip": 0.005}"#;
const OWN_B: &str =
    r#""manufacturer": "hologic", "scanner_serial": "B", "precision_g_cm2": {"total_hip": 0.005}"#;
const A: &str = r#""manufacturer": "hologic", "scanner_serial": "A""#;
const UNNAMED: &str = r#""manufacturer": "hologic""#;
const GE: &str =
    r#""manufacturer": "ge_lunar", "scanner_serial": "G", "precision_g_cm2": {"total_hip": 0.005}"#;
const BRIDGED: &str = r#""manufacturer": "hologic", "scanner_serial": "B", "precision_g_cm2": {"total_hip": 0.005},
    "cross_calibration": {"to_scanner_serial": "A", "generalised_lsc_g_cm2": 0.041}"#;
const OWN_LSC: f64 = 2.77 * 0.005;

#[test]
fn scans_of_one_scanner_are_joined_and_have_its_own_bars() {
    let chart = chart(&[(2020, 0.75, OWN), (2023, 0.72, OWN), (2026, 0.70, OWN)]);
    assert_eq!(joined(&chart), [None, Some(0), Some(1)]);
    assert_bars(&chart, &[Some((OWN_LSC, BarIs::Own)); 3]);
}

/// The engine gives no verdict on the change, and the chart suggests none: no line, and each scan's own bar.
#[test]
fn scans_of_two_scanners_are_not_joined() {
    let scans = [(2023, 0.75, OWN), (2026, 0.70, OWN_B)];
    let (patient, assessment) = assessed(&scans);
    assert!(assessment.changes().iter().all(|change| change.significant.is_none()));
    let chart = chart(&scans);
    assert_eq!(joined(&chart), [None, None]);
    assert_bars(&chart, &[Some((OWN_LSC, BarIs::Own)); 2]);
    let page = html(&patient, &assessment, Language::English);
    assert!(lines(&page) == 0 && page.contains("Scans that cannot be compared are not joined."));
    assert!(html(&patient, &assessment, Language::French).contains("ne sont pas reliés"));
}

#[test]
fn neither_are_scans_of_two_makers_or_of_scanners_that_are_not_named() {
    assert_eq!(joined(&chart(&[(2023, 0.80, GE), (2026, 0.70, OWN)])), [None, None]);
    let unnamed = chart(&[(2023, 0.75, UNNAMED), (2026, 0.70, UNNAMED)]);
    assert_eq!(joined(&unnamed), [None, None]);
    assert_bars(&unnamed, &[None, None]);
    let modes = [
        r#""manufacturer": "hologic", "scanner_serial": "A", "scan_mode": "array""#,
        r#""manufacturer": "hologic", "scanner_serial": "A", "scan_mode": "fast array""#,
    ];
    assert_eq!(joined(&chart(&[(2023, 0.75, modes[0]), (2026, 0.70, modes[1])])), [None, None]);
}

/// Another scanner in between does not part what can be compared.
#[test]
fn a_scan_is_joined_to_the_latest_that_it_can_be_compared_with() {
    let scans = [(2018, 0.76, OWN), (2020, 0.75, OWN), (2023, 0.71, OWN_B), (2026, 0.70, OWN)];
    assert_eq!(joined(&chart(&scans)), [None, Some(0), None, Some(1)]);
    let (patient, assessment) = assessed(&scans);
    assert_eq!(lines(&html(&patient, &assessment, Language::English)), 2);
}

#[test]
fn a_cross_calibration_joins_and_has_its_own_bar() {
    let chart = chart(&[(2023, 0.75, OWN), (2026, 0.70, BRIDGED)]);
    assert_eq!(joined(&chart), [None, Some(0)]);
    assert_bars(&chart, &[Some((0.041, BarIs::CrossCalibration)); 2]);
}

/// Where the centre's precision is not stated the bar is ISCD's minimum, is dashed and is said to be so.
#[test]
fn the_minimum_of_iscd_is_named_as_such() {
    let scans = [(2023, 0.75, A), (2026, 0.70, A)];
    let lsc = 2.77 * 0.018 * 0.75;
    assert_bars(&chart(&scans), &[Some((lsc, BarIs::IscdMinimum)); 2]);
    let (patient, assessment) = assessed(&scans);
    let page = html(&patient, &assessment, Language::English);
    assert!(page.contains("dashed bars: least significant change by ISCD&#39;s minimum precision"), "{page}");
    assert!(page.matches("stroke-dasharray=\"2 1.6\"").count() == 2 && lines(&page) == 1);
    let own = assessed(&[(2023, 0.75, OWN), (2026, 0.70, OWN)]);
    let page = html(&own.0, &own.1, Language::English);
    assert!(!page.contains("minimum precision") && !page.contains("stroke-dasharray=\"2 1.6\""));
}

/// What the reader excluded is compared with nothing.
#[test]
fn an_excluded_scan_is_not_joined() {
    let (mut patient, _) = assessed(&[(2023, 0.75, OWN), (2026, 0.70, OWN)]);
    patient.scans.as_mut().unwrap()[0].regions.as_mut().unwrap()[0].excluded = Some(true);
    let assessment = Engine::default().assess(&patient).unwrap();
    assert_eq!(joined(&only(&patient, &assessment)), [None, None]);
}

#[test]
fn the_data_name_what_a_bar_is() {
    let json = osteon::json::to_string(&chart(&[(2023, 0.75, A), (2026, 0.70, A)]));
    assert!(json.contains(r#""bar_is":"iscd_minimum","joined_to":0"#), "{json}");
    assert!(json.contains(r#""bar_is":"iscd_minimum","joined_to":null"#), "{json}");
}
