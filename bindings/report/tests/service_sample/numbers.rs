//! Funnel, persistence and indicators.

use jiff::civil::date;
use osteon::fls::Rate;
use osteon::fls::output::{
    AllowedGapDays, CurvePoint, ExcludedCount, Funnel, FunnelGroup, FunnelStep, KpiRow, Level, NamedRate,
    Persistence, RateDocument,
};

/// A rate.
pub(crate) fn rate(numerator: u64, denominator: u64) -> RateDocument {
    RateDocument::from(Rate { numerator, denominator })
}

fn counts(of: &[(&str, u64)]) -> Vec<ExcludedCount> {
    of.iter().map(|(reason, count)| ExcludedCount { reason: (*reason).to_owned(), count: *count }).collect()
}

fn steps(numbers: &[(&str, Option<u64>)], ends: &[(&str, u64)]) -> Vec<FunnelStep> {
    let identified = numbers[0].1.unwrap();
    let mut previous: Option<(&str, u64)> = None;
    let mut steps = Vec::new();
    for (step, count) in numbers {
        steps.push(FunnelStep {
            step: (*step).to_owned(),
            count: *count,
            of_previous: count.zip(previous).map(|(count, (_, before))| rate(count, before)),
            previous: previous.map(|(name, _)| name.to_owned()),
            of_identified: count.filter(|_| previous.is_some()).map(|count| rate(count, identified)),
            because: count.is_none().then(|| "no record says who had a falls assessment".to_owned()),
            ends: if *step == "attended" { counts(ends) } else { Vec::new() },
        });
        if let Some(count) = count {
            previous = Some((step, *count));
        }
    }
    steps
}

fn group(by: &str, group: &str, found: u64, came: u64) -> FunnelGroup {
    let numbers = [
        ("identified", Some(found)),
        ("invited", Some(found * 9 / 10)),
        ("attended", Some(came)),
        ("dxa", Some(came * 95 / 100)),
        ("falls_assessment", None),
        ("treatment_recommended", Some(came * 948 / 1000)),
        ("treatment_started", Some(came * 724 / 1000)),
        ("on_treatment_12_months", Some(came * 608 / 1000)),
    ];
    let named = |id: &str, d: u64| NamedRate { id: id.to_owned(), rate: rate(came, d) };
    FunnelGroup {
        by: by.to_owned(),
        group: group.to_owned(),
        steps: steps(
            &numbers,
            &[("refused", found / 8), ("absent", found / 10), ("waiting", found / 30), ("dead", 0)],
        ),
        attendance: vec![
            named("attended_of_identified", found),
            named("attended_of_invited", found * 9 / 10),
            named("attended_of_invitable", found * 8 / 10),
        ],
        ..FunnelGroup::default()
    }
}

fn point(day: u32, at_risk: u64, percent: f64) -> CurvePoint {
    CurvePoint { day, at_risk, percent, ci_low: percent - 4.6, ci_high: percent + 3.9 }
}

fn persistence(by: &str, group: &str, began: u64) -> Persistence {
    let curve = |points: &[(u32, f64)]| -> Vec<CurvePoint> {
        points
            .iter()
            .map(|(day, percent)| point(*day, began - u64::from(day / 10).min(began), *percent))
            .collect()
    };
    Persistence {
        by: by.to_owned(),
        group: group.to_owned(),
        began,
        stopped: began * 3 / 10,
        died: began / 20,
        censored: began - began * 3 / 10 - began / 20,
        kaplan_meier: curve(&[
            (60, 97.1),
            (120, 94.0),
            (210, 90.2),
            (300, 86.5),
            (365, 84.1),
            (500, 77.3),
            (731, 70.3),
        ]),
        stopped_cumulative: curve(&[(60, 2.9), (210, 9.4), (365, 14.8), (500, 20.5), (731, 26.0)]),
        died_cumulative: curve(&[(90, 0.8), (300, 2.2), (640, 4.1)]),
        at_12_months: Some(point(365, began * 8 / 10, 84.1)),
        at_24_months: (began > 100).then(|| point(731, began / 2, 70.3)),
        allowed_gap_days: AllowedGapDays { oral: 60, denosumab: 30, zoledronate: 90, other: 60 },
    }
}

pub(crate) fn funnel() -> Funnel {
    Funnel {
        hip_identified_of_known: None,
        assumed: Vec::new(),
        schema: "osteon/fls_funnel/1".to_owned(),
        engine_version: String::new(),
        data_version: String::new(),
        from: Some(date(2016, 1, 1)),
        to: Some(date(2019, 1, 31)),
        as_of: Some(date(2019, 6, 30)),
        unit: "fractures".to_owned(),
        groups: vec![
            group("all", "all", 1224, 380),
            group("door", "inpatient", 701, 210),
            group("door", "outpatient", 402, 120),
            group("door", "referral", 121, 50),
            group("age_band", "50-64", 310, 121),
            group("age_band", "85+", 454, 90),
            group("sex", "female", 969, 301),
            group("sex", "male", 255, 79),
            group("living_alone", "alone", 400, 100),
            group("living_alone", "not_stated", 824, 280),
        ],
        persistence: vec![
            persistence("all", "all", 275),
            persistence("sex", "female", 220),
            persistence("sex", "male", 55),
        ],
        counted_out: counts(&[("under_age", 211), ("tumour", 12), ("washout", 88)]),
        review: counts(&[("periprosthetic", 9), ("possible_atypical_femoral", 2)]),
    }
}

/// An indicator; none of it where `of` is none.
pub(crate) fn kpi(id: &str, of: Option<(u64, u64)>, level: Option<Level>, confidence: &str) -> KpiRow {
    let rate = of.map(|(n, d)| rate(n, d));
    KpiRow {
        assumed: Vec::new(),
        id: id.to_owned(),
        title: format!("Title of {id}"),
        numerator: of.map(|(n, _)| n),
        denominator: of.map(|(_, d)| d),
        percent: rate.as_ref().and_then(|rate| rate.percent),
        ci_low: rate.as_ref().and_then(|rate| rate.ci_low),
        ci_high: rate.as_ref().and_then(|rate| rate.ci_high),
        level,
        window_days: Some(84),
        door: "all".to_owned(),
        from: Some(date(2016, 1, 1)),
        to: Some(date(2019, 1, 31)),
        because: of.is_none().then(|| "no record says who had a falls assessment".to_owned()),
        numerator_is: "people scanned on the day of the fracture or in the 84 days after it".to_owned(),
        denominator_is: "people identified".to_owned(),
        excluded: counts(&[("dead", 31), ("moved", 4)]),
        source: "who1994".to_owned(),
        confidence: confidence.to_owned(),
        level_confidence: "B".to_owned(),
    }
}

pub(crate) fn kpis() -> Vec<KpiRow> {
    let mut rows = Vec::new();
    let levels = Level::ALL.iter().copied().cycle();
    let ids = [
        "IOF-1", "IOF-2", "IOF-3", "IOF-4", "IOF-5", "IOF-6", "IOF-7", "IOF-8", "IOF-9", "IOF-10", "IOF-11",
        "FLSDB-2", "FLSDB-4", "FLSDB-5", "OMW", "MIPS-418", "CTF-2", "CTF-3", "CTF-9",
    ];
    for (at, (id, level)) in ids.iter().zip(levels).enumerate() {
        let n = 380 - 11 * u64::try_from(at).unwrap();
        let of = (*id != "IOF-5").then_some((n, 1224));
        let confidence = if at % 4 == 3 { "C" } else { "A" };
        let all = kpi(id, of, of.map(|_| level), confidence);
        for (door, share) in [("inpatient", 2), ("outpatient", 3), ("referral", 10)] {
            let of = of.map(|(n, d)| (n / share, d / share));
            rows.push(KpiRow { door: door.to_owned(), ..kpi(id, of, of.map(|_| level), confidence) });
        }
        rows.push(all);
    }
    rows
}
