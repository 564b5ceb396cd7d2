//! A session goes from person to person: each is answered as if alone, and scores and diagnosis allocate nothing.

use osteon::Engine;
use osteon::document::{Ethnicity, Manufacturer, Patient, Region, ScanRegion, Vertebrae};
use osteon::outputs::Outputs;
use osteon_tests::people::{Draw, person, with_unknowns};

/// Somebody with up to two scans and two fractures, measured on one of several machines.
fn somebody(seed: u64) -> Patient {
    let mut draw = Draw(seed);
    let mut patient = person(&mut draw);
    patient.ethnicity = draw.one_in(2).then(|| draw.of(Ethnicity::ALL));
    if draw.one_in(2) {
        patient = with_unknowns(&patient, &mut draw);
    }
    let mut scan = patient.scans.take().unwrap_or_default().pop().unwrap_or_default();
    scan.manufacturer = Some(draw.of(&[Manufacturer::Hologic, Manufacturer::GeLunar, Manufacturer::Norland]));
    let ge = scan.manufacturer == Some(Manufacturer::GeLunar);
    scan.model = (ge && draw.one_in(2)).then(|| draw.of(&["Lunar Prodigy", "Lunar iDXA"]).to_owned());
    scan.database = (ge && draw.one_in(2))
        .then(|| draw.of(&["USA Combined NHANES(20-30)/Lunar(20-40) v102", "no such database"]).to_owned());
    let lines = scan.regions.get_or_insert_default();
    for line in lines.iter_mut() {
        line.bmd_g_cm2 = Some(draw.tenths(5, 12) / 10.0);
        line.t_score = line.t_score.filter(|_| draw.one_in(2));
    }
    if draw.one_in(2) {
        lines.extend(["L1", "L2", "L3", "L4"].map(|vertebra| ScanRegion {
            region: Some(Region::LumbarSpine),
            vertebrae: vertebra.parse::<Vertebrae>().ok(),
            bmd_g_cm2: Some(draw.tenths(5, 15) / 10.0),
            area_cm2: draw.one_in(2).then_some(12.5),
            excluded: draw.one_in(6).then_some(true),
            ..Default::default()
        }));
    }
    scan.date = draw.one_in(2).then(|| "2026-05-01".parse().unwrap());
    let earlier = (scan.date.is_some() && draw.one_in(2)).then(|| {
        let date = Some(draw.of(&["2021-05-01", "2026-07-01"]).parse().unwrap());
        osteon::document::Scan { date, ..scan.clone() }
    });
    patient.scans = (!draw.one_in(9)).then(|| earlier.into_iter().chain([scan]).collect());
    patient
}

#[test]
fn scores_and_diagnosis_allocate_nothing_from_the_second_round_on() {
    let engine = Engine::default().with_outputs(Outputs::parse("scores,diagnosis").unwrap());
    let mut session = engine.session();
    let mut people: Vec<Patient> = (0..400).map(somebody).collect();
    let mut refusals = Vec::with_capacity(4);
    let (mut scores, mut fractures, mut first) = (0, 0, 0);
    for round in 0..2 {
        for (seed, patient) in people.iter_mut().enumerate() {
            let mut looked_at = false;
            let looking = allocation_counter::measure(|| {
                let found = session.scored(patient, true, &mut refusals, |person, found, diagnosis| {
                    scores += found.len();
                    fractures += person.document.fractures.as_ref().map_or(0, Vec::len);
                    !diagnosis.reasons.is_empty()
                });
                looked_at = found == Some(true);
            });
            assert!(looked_at, "{seed}: {refusals:?}");
            let answering = allocation_counter::measure(|| {
                if let Some(answer) = session.answer(patient, true, &mut refusals) {
                    session.take_back(answer);
                }
            });
            let counted = (looking.count_total, answering.count_total);
            first += counted.0;
            assert!(round == 0 || counted == (0, 0), "{seed}: {counted:?}");
        }
    }
    assert!(scores > 2000 && fractures > 400 && first > 0, "{scores} {fractures} {first}");
}

#[test]
fn each_is_answered_as_if_alone() {
    let engine = Engine::default();
    let mut session = engine.session();
    for seed in 0..400 {
        let mut patient = somebody(seed);
        let alone = engine.assess(&patient).unwrap();
        let answer = session.answer(&mut patient, true, &mut Vec::new()).unwrap();
        assert_eq!(answer.to_document(), alone, "{seed}");
        session.take_back(answer);
    }
}
