//! DXA and bloods taken in with doubt: code, display and unit vote, and a conflict is a flag.

mod blood;
mod body;
mod change;
mod doubt;
mod fracture;
mod loinc;
mod part;
mod patient;
mod printed_t;
mod readable;
mod region_vote;
mod scan;
mod scanner;
pub mod tables;
mod unit;
mod words;

use jiff::civil::Date;

use crate::document::Analyte;
use crate::facts::years_between;
use crate::reference::thresholds::ADULT_AGE_YEARS;

use self::doubt::Doubt;
use self::tables::{DXA_ACTS, DxaAct, Measure};

use super::code::{Code, CodeSystem};
use super::finding::{Finding, FindingKind};
use super::record::{Death, PatientRecord, ResultValue, ScanValue};
use super::stated_date::StatedDate;

pub use change::doubted_change_sd;
pub use loinc::{LOINC_NOTICE, is_valid_loinc};
pub use part::Part;
pub use patient::patient;
pub use readable::readable;

/// As what a record with a code is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// A number of a scan: [`ScanValue`].
    Scan,
    /// A blood, a height, a weight, smoking: [`ResultValue`].
    Result,
    /// An act, a report or an order of densitometry: [`super::record::Act`].
    Act,
}

/// As what a record with this code is read, if at all. A code that only fails the check digit of one that is
/// read is kept too: it is named as wrong.
#[must_use]
pub fn read_as(code: &Code) -> Option<ReadAs> {
    if code.system == CodeSystem::Loinc {
        let digits: u32 = loinc::base(&code.code).parse().ok()?;
        let at = tables::LOINC_READ_AS.binary_search_by_key(&digits, |(digits, _)| *digits).ok()?;
        return tables::LOINC_READ_AS.get(at).map(|(_, read_as)| *read_as);
    }
    act(code).map(|_| ReadAs::Act)
}

fn act(code: &Code) -> Option<&'static DxaAct> {
    DXA_ACTS.iter().find(|act| act.system == code.system && act.code == &*code.code)
}

/// Whether a code is a scan, a blood, a height or a weight that is read; a face keeps no other observation.
#[must_use]
pub fn is_read(code: &Code) -> bool {
    read_as(code).is_some()
}

/// The days on which a bone densitometry was done, whatever is known of its numbers; none after a death.
#[must_use]
pub fn dxa_days(record: &PatientRecord) -> Vec<Date> {
    let acts = record.acts.iter().filter(|done| done.codes.iter().filter_map(act).any(|act| act.done));
    // An order is no scan, whatever list it stands in.
    let is_order = |value: &&ScanValue| value.codes.iter().filter_map(act).any(|act| !act.done);
    let values = record.scan_values.iter().filter(|value| !is_order(value));
    let stated = acts.map(|act| act.on).chain(values.map(|value| value.on));
    let mut days: Vec<Date> = stated.filter_map(|on| on?.day()).filter(|&day| lived(record, day)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Bloods that have a result, by day and analyte; none after a death.
#[must_use]
pub fn blood_days(record: &PatientRecord) -> Vec<(Date, Analyte)> {
    let done = record.results.iter().filter_map(blood::done);
    let mut days: Vec<_> = done.filter(|(day, _)| lived(record, *day)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Whatever is doubtful in scans and bloods.
pub fn doubts(record: &PatientRecord, findings: &mut Vec<Finding>) {
    let birth = record.birth_date.and_then(StatedDate::day);
    let mut found = Vec::new();
    let readings: Vec<_> = record.scan_values.iter().map(|value| scan::read(value, &mut found)).collect();
    for reading in &readings {
        found.extend(before_birth(reading.day, birth, "scan"));
        found.extend(after_death(reading.day, record, "scan"));
    }
    change::doubts(&readings, &mut found);
    printed_t::doubts(record, &readings, &mut found);
    for act in &record.acts {
        found.extend(after_death(act.on.and_then(StatedDate::day), record, "act"));
        found.extend(check_digits(&act.codes));
    }
    for result in &record.results {
        of_result(result, birth, &mut found);
    }
    findings.extend(found.iter().map(|doubt| doubt.finding(&record.patient_id)));
}

fn of_result(result: &ResultValue, birth: Option<Date>, doubts: &mut Vec<Doubt>) {
    let day = result.on.and_then(StatedDate::day);
    let mut found = Vec::new();
    found.extend(before_birth(day, birth, "result"));
    let measure = body::measure(&result.codes);
    if let Some(measure) = measure.filter(|&measure| measure != Measure::Smoking) {
        body::read(result, measure, &mut found);
    } else if measure.is_none() && blood::lab(result, &mut found).is_none() {
        found.extend(check_digits(&result.codes));
    }
    // The limits are those of adults: the height of a child is no doubt.
    let is_child = day.zip(birth).is_some_and(|(day, birth)| years_between(birth, day) < ADULT_AGE_YEARS);
    if measure.is_none() || !is_child {
        doubts.append(&mut found);
    }
}

fn check_digits(codes: &[Code]) -> impl Iterator<Item = Doubt> {
    let loinc = codes.iter().filter(|code| code.system == CodeSystem::Loinc);
    loinc.filter(|code| !is_valid_loinc(&code.code)).map(|code| {
        let because = format!("{} fails the check digit of LOINC: not read", doubt::cut(&code.code));
        Doubt::new(FindingKind::CheckDigit, "code", &code.code, because).lost()
    })
}

/// Whether the person lived on a day, as far as the day of the death is stated.
fn lived(record: &PatientRecord, day: Date) -> bool {
    match record.death {
        Death::On(died) => day <= died.latest(),
        Death::Undated | Death::NotStated => true,
    }
}

fn after_death(day: Option<Date>, record: &PatientRecord, what: &str) -> Option<Doubt> {
    let day = day.filter(|&day| !lived(record, day))?;
    let because = format!("the {what} of {day} is after the death: not read");
    Some(Doubt::new(FindingKind::DateOrder, "date", &day.to_string(), because))
}

fn before_birth(day: Option<Date>, birth: Option<Date>, what: &str) -> Option<Doubt> {
    let (day, birth) = day.zip(birth).filter(|(day, birth)| day < birth)?;
    let because = format!("the {what} of {day} is before birth on {birth}: not read");
    Some(Doubt::new(FindingKind::DateOrder, "date", &day.to_string(), because))
}

#[cfg(test)]
mod tests;
