//! What the records say of a person on a day, as a patient document.

use jiff::civil::Date;

use crate::document::{PATIENT_SCHEMA, Patient, RiskFactors, Scan, ScanRegion, Treatment};
use crate::facts::years_between;
use crate::fls::drug::Course;
use crate::fls::event::Event;
use crate::fls::record::PatientRecord;
use crate::fls::stated_date::StatedDate;

use super::scan::{Reading, readings};
use super::tables::{Measure, Quantity};
use super::unit::Measured;
use super::{blood, body, fracture, scanner};

/// What the records say of the person on a day, as a patient document that the engine reads without refusals
/// wherever sex and age are known. Fractures are those of `events`, treatments those of `courses`.
///
/// Whatever no record states is unknown: an empty list of records makes no empty list of the document. A scan
/// whose region is in doubt is left out. Of a birth date without its day the lower age is stated.
#[must_use]
pub fn patient(record: &PatientRecord, events: &[Event], courses: &[Course], on: Date) -> Patient {
    let birth = record.birth_date.and_then(StatedDate::day).filter(|&birth| birth <= on);
    let age_years = match (birth, record.birth_date) {
        (None, Some(stated)) if stated.latest() <= on => Some(years_between(stated.latest(), on).floor()),
        _ => None,
    };
    let readings = readings(record);
    let height_cm = body::latest(record, Measure::HeightCm, on);
    let weight_kg = body::latest(record, Measure::WeightKg, on);
    // Height and weight are the better source, and need not be of the day of the index.
    let needs_bmi = height_cm.is_none() || weight_kg.is_none();
    let bmi_kg_m2 = if needs_bmi { body::latest(record, Measure::BmiKgM2, on) } else { None };
    let is_stated = |day: Date| day <= on && birth.is_none_or(|birth| birth <= day);
    let labs = record.results.iter().filter_map(|result| blood::lab(result, &mut Vec::new()));
    let labs = labs.filter(|lab| lab.date.is_some_and(is_stated)).collect();
    let smokes = body::smokes(record, on);
    Patient {
        schema: Some(PATIENT_SCHEMA.to_owned()),
        id: Some(record.patient_id.clone()),
        assessed_on: Some(on),
        birth_date: birth,
        age_years,
        sex: record.sex,
        height_cm,
        weight_kg,
        bmi_kg_m2,
        scans: stated(scans(readings.iter().filter(|reading| reading.day.is_some_and(is_stated)))),
        fractures: stated(fracture::fractures(events, birth, on)),
        labs: stated(labs),
        treatments: stated(treatments(courses, birth, on)),
        risk_factors: smokes
            .map(|smokes| RiskFactors { current_smoker: Some(smokes), ..RiskFactors::default() }),
        ..Patient::default()
    }
}

fn stated<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// Scans by day and machine, in the order of the days; a line for each region, side and set of vertebrae. What
/// is there twice and differs makes a line of its own.
pub(super) fn scans<'r, 'v: 'r>(readings: impl Iterator<Item = &'r Reading<'v>>) -> Vec<Scan> {
    let mut sorted: Vec<&Reading<'_>> = readings.filter(|reading| reading.region.is_some()).collect();
    sorted.sort_by_key(|reading| (reading.day, &reading.value.device));
    let mut scans: Vec<(&str, Scan)> = Vec::new();
    for reading in sorted {
        let Some(measured) = reading.measured else { continue };
        let device = reading.value.device.as_str();
        if !scans.last().is_some_and(|(before, scan)| *before == device && scan.date == reading.day) {
            let scan = Scan { date: reading.day, regions: Some(Vec::new()), ..scanner::scan_of(device) };
            scans.push((device, scan));
        }
        let Some(lines) = scans.last_mut().and_then(|(_, scan)| scan.regions.as_mut()) else { continue };
        let is_same_place = |line: &ScanRegion| {
            (line.region, line.side, line.vertebrae) == (reading.region, reading.side, reading.vertebrae)
        };
        let free = lines.iter_mut().filter(|line| is_same_place(line)).find(|line| takes(line, measured));
        if let Some(line) = free {
            set(line, measured);
        } else {
            let (region, side, vertebrae) = (reading.region, reading.side, reading.vertebrae);
            let mut line = ScanRegion { region, side, vertebrae, ..ScanRegion::default() };
            set(&mut line, measured);
            lines.push(line);
        }
    }
    scans.into_iter().map(|(_, scan)| scan).collect()
}

fn slot(line: &mut ScanRegion, measured: Measured) -> &mut Option<f64> {
    match (measured.quantity, measured.in_milligrams) {
        (Quantity::Bmd, false) => &mut line.bmd_g_cm2,
        (Quantity::Bmd, true) => &mut line.bmd_mg_cm2,
        (Quantity::StandardisedBmd, _) => &mut line.sbmd_mg_cm2,
        (Quantity::TScore, _) => &mut line.t_score,
        (Quantity::ZScore, _) => &mut line.z_score,
        (Quantity::PercentYoungAdult, _) => &mut line.percent_young_adult,
    }
}

fn set(line: &mut ScanRegion, measured: Measured) {
    *slot(line, measured) = Some(measured.number);
}

/// Whether a line has room for a number, or says the same already. The two units of one BMD must agree.
fn takes(line: &ScanRegion, measured: Measured) -> bool {
    let mut copy = line.clone();
    let before = *slot(&mut copy, measured);
    set(&mut copy, measured);
    let agree = match (copy.bmd_g_cm2, copy.bmd_mg_cm2) {
        (Some(g), Some(mg)) => (g * 1000.0 - mg).abs() <= 1.0,
        _ => true,
    };
    agree && before.is_none_or(|before| before.total_cmp(&measured.number).is_eq())
}

/// Courses begun by a day; an end counts from the day on which it was reached.
fn treatments(courses: &[Course], birth: Option<Date>, on: Date) -> Vec<Treatment> {
    let begun =
        courses.iter().filter(|course| course.start <= on && birth.is_none_or(|birth| birth <= course.start));
    let treatment = |course: &Course| {
        let stop = course.stopped_on.filter(|&stop| course.start <= stop && stop <= on);
        Treatment {
            drug: Some(course.drug),
            route: course.route,
            start: Some(course.start),
            stop,
            stop_reason: course.stop_reason.filter(|_| stop.is_some()),
            ..Treatment::default()
        }
    };
    begun.map(treatment).collect()
}

#[cfg(test)]
mod tests;
