use super::*;
use crate::document::{Analyte, Comparator, Lab, LabStatus};

fn lab(analyte: Analyte, value: f64, unit: &str) -> Lab {
    Lab { analyte: Some(analyte), value: Some(value), unit: Some(unit.to_owned()), ..Default::default() }
}

#[test]
fn laboratory() {
    let of = |labs: Vec<Lab>| Patient { labs: Some(labs), ..woman() };
    let tsh = |value, unit| ids(&of(vec![lab(Analyte::Tsh, value, unit)]));
    assert_eq!(tsh(0.09, "mU/L"), ["tsh_below_0_1"]);
    assert_eq!(tsh(0.1, "mIU/L"), ["tsh_0_1_to_0_45"]);
    assert_eq!(tsh(0.45, "\u{b5}IU/mL"), ["tsh_0_1_to_0_45"]);
    assert!(tsh(0.46, "uIU/mL").is_empty());
    let below = |value| Lab { comparator: Some(Comparator::Below), ..lab(Analyte::Tsh, value, "mU/L") };
    assert_eq!(ids(&of(vec![below(0.01)])), ["tsh_below_0_1"]);
    assert_eq!(asked(&of(vec![lab(Analyte::Tsh, 0.2, "pmol/L")])).len(), 1);
    let dated = |value, day| Lab { date: Some(day), ..lab(Analyte::Tsh, value, "mU/L") };
    let later = vec![dated(2.0, date(2026, 1, 1)), dated(0.05, date(2020, 1, 1))];
    assert!(ids(&of(later)).is_empty());
    // Labs not asked: unknown.
    let complete = vec![Section::RiskFactors, Section::History, Section::Fractures];
    let unknown = asked(&Patient { complete: Some(complete.clone()), ..woman() });
    assert_eq!(unknown.iter().map(|q| q.0).collect::<Vec<_>>(), ["labs.tsh"]);
    assert!(ids(&Patient { complete: Some(complete), labs: Some(vec![]), ..woman() }).is_empty());
    let egfr = |value| ids(&of(vec![lab(Analyte::Egfr, value, "mL/min/1.73m2")]));
    assert!(egfr(14.9).is_empty() && egfr(60.0).is_empty());
    assert_eq!(egfr(15.0), ["chronic_kidney_disease"]);
    assert_eq!(egfr(59.9), ["chronic_kidney_disease"]);
}

fn with_labs(labs: Vec<Lab>, disease: Option<bool>) -> Patient {
    Patient { labs: Some(labs), ..with(|r| r.chronic_kidney_disease = disease) }
}

fn egfr(comparator: Option<Comparator>, value: f64) -> Lab {
    Lab { comparator, ..lab(Analyte::Egfr, value, "mL/min/1.73m2") }
}

const KIDNEY_IS_OPEN: (&str, &str) = ("labs.egfr", "below 15 or 60 or more");

#[test]
fn an_egfr_below_a_value_may_be_of_a_stage_that_counts() {
    let below = |value| egfr(Some(Comparator::Below), value);
    for value in [60.0, 45.0, 15.1] {
        // Everything else was asked, and the disease was not said, or was denied.
        for disease in [None, Some(false)] {
            let asked = asked(&with_labs(vec![below(value)], disease));
            let [(field, read_as, others)] = &asked[..] else { panic!("{asked:?}") };
            assert_eq!((*field, *read_as), KIDNEY_IS_OPEN);
            assert_eq!(*others, [["chronic_kidney_disease"]]);
        }
        assert_eq!(ids(&with_labs(vec![below(value)], Some(true))), ["chronic_kidney_disease"]);
    }
    assert!(ids(&with_labs(vec![below(15.0)], None)).is_empty());
    for value in [59.0, 60.0, 90.0] {
        assert!(ids(&with_labs(vec![egfr(Some(Comparator::Above), value)], None)).is_empty());
    }
    // 1.6 at 70 with -2.5, where 5 % requires 1.1.
    let (risk, assumed) = answers(&with_labs(vec![below(60.0)], None), Options::default());
    assert_eq!((risk.category.as_deref(), risk.could_be), (Some("3_to_5"), tiers(&["3_to_5", "5_to_10"])));
    let [assumed] = &assumed[..] else { panic!("{assumed:?}") };
    assert_eq!((assumed.field.as_str(), assumed.read_as.as_str()), KIDNEY_IS_OPEN);
    assert_eq!(assumed.effect, "5_to_10 with chronic kidney disease of stage 3a, 3b or 4 (1.6)");
}

fn tiers(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|&key| key.to_owned()).collect()
}

/// Asked, and no answer there: also where the laboratory section is complete.
#[test]
fn a_result_that_is_not_there_yet_is_unknown() {
    for (analyte, unit, expected) in
        [(Analyte::Tsh, "mU/L", ("labs.tsh", "above 0.45")), (Analyte::Egfr, "mL/min/1.73m2", KIDNEY_IS_OPEN)]
    {
        let there = lab(analyte, 70.0, unit);
        let open = [
            Lab { status: Some(LabStatus::Pending), ..there.clone() },
            Lab { status: Some(LabStatus::Pending), value: None, ..there.clone() },
            Lab { status: Some(LabStatus::NotDone), value: None, ..there.clone() },
            Lab { value: None, ..there.clone() },
        ];
        for open in open {
            let (risk, assumed) = answers(&with_labs(vec![open.clone()], Some(false)), Options::default());
            assert_eq!(risk.could_be, tiers(&["3_to_5", "5_to_10"]), "{open:?}");
            let [assumed] = &assumed[..] else { panic!("{assumed:?}") };
            assert_eq!((assumed.field.as_str(), assumed.read_as.as_str()), expected);
            // An older result is there.
            assert!(ids(&with_labs(vec![there.clone(), open], None)).is_empty());
        }
    }
}

#[test]
fn a_kidney_disease_beside_an_egfr_of_another_stage_is_told_of() {
    let flag = |egfr: Lab, disease| {
        let (risk, _) = answers(&with_labs(vec![egfr], disease), Options::default());
        let flag = risk.flags.into_iter().find(|flag| flag.code == "kidney_disease_stage");
        (risk.category.unwrap(), flag.map(|flag| flag.text))
    };
    let (category, text) = flag(egfr(Some(Comparator::Above), 90.0), Some(true));
    assert_eq!(category, "5_to_10");
    assert_eq!(
        text.as_deref(),
        Some(
            "chronic kidney disease of stage 3a, 3b or 4 was read from the disease as stated; the eGFR of \
             >90 mL/min/1.73m2 is not within 15 to below 60 of those stages"
        )
    );
    assert!(flag(egfr(None, 60.0), Some(true)).1.is_some());
    assert!(flag(egfr(None, 14.0), Some(true)).1.unwrap().contains("of 14 mL/min"));
    for (value, disease) in [(59.9, Some(true)), (15.0, Some(true)), (90.0, Some(false)), (14.0, None)] {
        assert_eq!(flag(egfr(None, value), disease).1, None, "{value}");
    }
}
