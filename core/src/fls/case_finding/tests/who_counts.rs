//! Age, sex, site, period, and days that are not whole.

use super::*;

fn at(born: &str, day: &str) -> (Counted, B) {
    let mut record = who(&[("S72.0", day)]);
    record.birth_date = StatedDate::parse(born);
    reasons(&record)[0]
}

#[test]
fn age_is_that_of_the_event() {
    assert_eq!(at("1974-05-02", "2024-05-01"), no(B::UnderAge));
    assert_eq!(at("1974-05-02", "2024-05-02"), COUNTED);
    assert_eq!(at("1974", "2024-05-02"), review(B::AgeUnknown));
    assert_eq!(at("1973", "2024-01-01"), COUNTED);
    assert_eq!(at("1975", "2024-12-31"), no(B::UnderAge));
    assert_eq!(at("", "2024-01-01"), no(B::AgeUnknown));
}

#[test]
fn missing_birth_dates_are_said_once() {
    let mut record = who(&[("S72.0", "2024-01-01"), ("S52.5", "2024-02-01")]);
    record.birth_date = None;
    let mut findings = Vec::new();
    let _ = events(&record, &settings(), &mut findings);
    assert_eq!(findings.iter().map(|finding| finding.kind).collect::<Vec<_>>(), [FindingKind::NoBirthDate]);
}

#[test]
fn nobody_is_so_old() {
    let mut record = who(&[("S72.0", "2024-01-01")]);
    record.birth_date = on("1800-05-01");
    let mut findings = Vec::new();
    let events = events(&record, &settings(), &mut findings);
    assert_eq!((events[0].counted, events[0].because), no(B::AgeUnknown));
    assert_eq!(events[0].age_years, None);
    assert_eq!(findings.iter().map(|finding| finding.kind).collect::<Vec<_>>(), [FindingKind::BadValue]);
    assert_eq!(at("1904-01-01", "2024-12-31"), COUNTED);
}

#[test]
fn a_code_of_another_version_is_looked_at() {
    for (system, code) in [(WHO, "S32.6"), (FR, "S32.6"), (CM, "S32.7XXA")] {
        let mut findings = Vec::new();
        let record = woman(vec![condition(system, code, "2024-03-01")]);
        let events = events(&record, &settings(), &mut findings);
        assert_eq!((events[0].counted, events[0].because), review(B::SiteUnclear), "{code}");
        assert_eq!((findings.len(), findings[0].kind), (1, FindingKind::BadValue));
    }
    // A code of the same day that its version has says what it was.
    let both = who(&[("S32.6", "2024-03-01"), ("S32.5", "2024-03-01")]);
    assert_eq!(reasons(&both), [COUNTED]);
}

#[test]
fn days_that_are_not_whole() {
    let mut findings = Vec::new();
    let record = who(&[("S72.0", "2024-05")]);
    let events = events(&record, &settings(), &mut findings);
    assert_eq!((events[0].counted, events[0].because), review(B::DateIncomplete));
    assert_eq!((events[0].event_id.as_str(), findings[0].kind), ("p@2024-05", FindingKind::DateIncomplete));
    assert_eq!(at("2000-01-01", "2024"), no(B::UnderAge), "whatever the day");
    // A record of the same encounter says the day.
    let mut record = who(&[("S72.0", "2024-05"), ("S72.0", "2024-05-09")]);
    record.conditions.iter_mut().for_each(|condition| condition.encounter_id = "stay".to_owned());
    assert_eq!(found(&record)[0].day(), Some(date(2024, 5, 9)));
    let mut undated = who(&[("S72.0", "2024-05")]);
    undated.conditions[0].on = None;
    assert!(super::events(&undated, &settings(), &mut findings).is_empty());
    assert_eq!(findings.len(), 2);
}

#[test]
fn before_birth_and_after_death() {
    let mut record = who(&[("S72.0", "2024-01-02")]);
    record.death = Death::On(StatedDate::parse("2024-01-02").unwrap());
    assert_eq!(reasons(&record), [COUNTED]);
    record.death = Death::On(StatedDate::parse("2024-01-01").unwrap());
    let mut findings = Vec::new();
    assert_eq!(events(&record, &settings(), &mut findings)[0].because, B::DateOrder);
    assert_eq!(findings[0].kind, FindingKind::DateOrder);
    record.death = Death::On(StatedDate::parse("2024").unwrap());
    assert_eq!(reasons(&record), [COUNTED], "it may have been after");
    assert_eq!(reasons(&who(&[("S72.0", "1950-04-30")])), [no(B::DateOrder)]);
}

#[test]
fn the_period_comes_last() {
    assert_eq!(reasons(&who(&[("S72.0", "2019-12-31")])), [no(B::OutsidePeriod)]);
    assert_eq!(reasons(&who(&[("S72.0", "2020-01-01")])), [COUNTED]);
    assert_eq!(reasons(&who(&[("S72.0", "2025-12-31")])), [COUNTED]);
    assert_eq!(reasons(&who(&[("S72.0", "2026-01-01")])), [no(B::OutsidePeriod)]);
    assert_eq!(reasons(&who(&[("S02.0", "2026-01-01")])), [no(B::SiteExcluded)]);
    // What would be looked at is outside as well; what is counted out keeps its own reason.
    for code in ["M84.4", "M96.6", "T08"] {
        assert_eq!(reasons(&who(&[(code, "2026-01-01")])), [no(B::OutsidePeriod)], "{code}");
    }
    assert_eq!(reasons(&who(&[("M90.7", "2026-01-01")])), [no(B::Tumour)]);
    assert_eq!(reasons(&cm(&[("M97.01XA", "2026-01-01")])), [no(B::OutsidePeriod)]);
    // A record before the period is known to the washout.
    let record = who(&[("S72.0", "2019-12-31"), ("S72.0", "2020-01-10")]);
    assert_eq!(reasons(&record), [no(B::OutsidePeriod), no(B::Washout)]);
}

#[test]
fn sites_of_each_set() {
    let of = |set: InclusionSet, code: &str| {
        let event = &events(&who(&[(code, "2024-01-01")]), &of_set(set), &mut Vec::new())[0];
        (event.counted, event.because)
    };
    use InclusionSet::{FlsDb, Grio, OmwStyle, Own};
    for set in [Own, Grio, FlsDb, OmwStyle] {
        for code in ["S02.0", "S02.6", "S62.5", "S62.6", "S92.4", "S92.5"] {
            assert_eq!(of(set, code), no(B::SiteExcluded), "{set} {code}");
        }
        for code in ["S72.0", "S32.0", "S82.6", "S92.0"] {
            assert_eq!(of(set, code), COUNTED, "{set} {code}");
        }
        assert_eq!(of(set, "S92.9"), review(B::SiteUnclear), "{set}");
        assert_eq!(of(set, "T08"), review(B::SiteUnclear), "{set}");
    }
    for code in ["S62.2", "S62.3", "S92.3", "S62.0", "S12.1"] {
        for set in [Own, FlsDb, OmwStyle] {
            assert_eq!(of(set, code), COUNTED, "{set} {code}");
        }
        assert_eq!(of(Grio, code), no(B::SiteExcluded), "{code}");
    }
    assert_eq!(of(Own, "S62.8"), review(B::SiteUnclear));
    // Another bone of the foot, in ICD-10-CM, is no toe.
    let other = |set: InclusionSet| {
        let event = &events(&cm(&[("S92.811A", "2024-01-01")]), &of_set(set), &mut Vec::new())[0];
        (event.counted, event.because)
    };
    assert_eq!((other(Own), other(FlsDb), other(Grio)), (COUNTED, COUNTED, review(B::SiteUnclear)));
    assert_eq!((of(Grio, "S92.1"), of(Own, "S92.1")), (review(B::SiteUnclear), COUNTED));
}

#[test]
fn omw_style_takes_age_at_the_end_of_its_year() {
    let settings = of_set(InclusionSet::OmwStyle);
    let of = |sex: Option<Sex>, born: &str, day: &str| {
        let mut record = who(&[("S72.0", day)]);
        (record.sex, record.birth_date) = (sex, StatedDate::parse(born));
        let event = &events(&record, &settings, &mut Vec::new())[0];
        (event.counted, event.because)
    };
    let woman = Some(Sex::Female);
    // 67 on 31 December 2024; fractures of the first half of 2024 belong to that year.
    assert_eq!(of(woman, "1957-12-31", "2024-06-30"), COUNTED);
    assert_eq!(of(woman, "1958-01-01", "2024-06-30"), no(B::UnderAge));
    assert_eq!(of(woman, "1958-01-01", "2024-07-01"), COUNTED);
    // 85 is counted, 86 is not.
    assert_eq!(of(woman, "1939-01-01", "2024-06-30"), COUNTED);
    assert_eq!(of(woman, "1938-12-31", "2024-06-30"), no(B::OverAge));
    assert_eq!(of(Some(Sex::Male), "1950-01-01", "2024-06-30"), no(B::OtherSex));
    assert_eq!(of(None, "1950-01-01", "2024-06-30"), review(B::OtherSex));
}

#[test]
fn other_measures_ask_again() {
    let event = &found(&who(&[("S72.0", "2024-01-01")]))[0];
    let by =
        |event: &Event, id: PopulationId, sex| is_counted_by(event, Some(sex), id.population().unwrap(), 50);
    for &id in PopulationId::ALL {
        assert_eq!(by(event, id, Sex::Female), COUNTED, "{id}");
    }
    assert_eq!(by(event, PopulationId::Mips418, Sex::Male), no(B::OtherSex));
    let foot = &found(&who(&[("S92.3", "2024-01-01")]))[0];
    assert_eq!(by(foot, PopulationId::Grio, Sex::Female), no(B::SiteExcluded));
    let hand = &found(&who(&[("S62.8", "2024-01-01")]))[0];
    assert_eq!(by(hand, PopulationId::FlsDb, Sex::Female), review(B::SiteUnclear));
    let tumour = &found(&who(&[("M90.7", "2024-01-01")]))[0];
    assert_eq!(by(tumour, PopulationId::Mips418, Sex::Female), no(B::Tumour));
}

#[test]
fn mips_counts_from_50_to_85() {
    let whom = PopulationId::Mips418.population().unwrap();
    let of = |born: &str| {
        let mut record = who(&[("S72.0", "2024-05-01")]);
        record.birth_date = StatedDate::parse(born);
        is_counted_by(&found(&record)[0], Some(Sex::Female), whom, 50).1
    };
    assert_eq!((of("1974-05-01"), of("1974-05-02")), (B::FragilitySite, B::UnderAge));
    assert_eq!((of("1938-05-02"), of("1938-05-01")), (B::FragilitySite, B::OverAge));
}
