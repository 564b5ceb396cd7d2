//! One field of a document by the name of its column, for callers that set them one after another.

use crate::document::slot::Slot;
use crate::document::{Frax, Patient, RiskFactors, SpineImaging};
use crate::error::{Code, Refusal, shortened};

use super::cell::{Fault, Kind, Value, fill, trimmed, whole_number};
use super::column::{Column, Target, column};
use super::lab::{LabColumn, lab};
use super::lists::{entries, is_none, levels, sections};

/// Makes one field what `value` says; [`Value::Unknown`] makes it unknown. Text is read as in a table where the field
/// takes text, a choice, a list or a laboratory result; a list takes the place of the one before, and a laboratory result
/// that of the one in the same unit. `lab_date` dates every result that is there.
///
/// ```
/// use osteon::columns::{Value, set};
/// use osteon::document::Patient;
/// let mut patient = Patient::default();
/// set(&mut patient, "fractures", Value::Text("proximal_femur@24!low"))?;
/// set(&mut patient, "age_years", Value::Number(67.0))?;
/// assert_eq!(patient.fractures.as_ref().map(Vec::len), Some(1));
/// assert!(set(&mut patient, "age_years", Value::Text("67")).is_err());
/// # Ok::<(), Vec<osteon::error::Refusal>>(())
/// ```
///
/// # Errors
/// A name that is no column, with the nearest that is; a value of another kind, or none that can be read; every field of a
/// scan, which is given whole with its regions; and `scans` and `spine_imaging` where there are some. Then nothing is set.
pub fn set(patient: &mut Patient, name: &str, value: Value<'_>) -> Result<(), Vec<Refusal>> {
    let column = column(name).map_err(|hint| {
        vec![Refusal::new(Code::UnknownKey, shortened(name).into_owned(), String::new(), hint)]
    })?;
    let refuse = |fault: Fault| vec![fault.at(column.name.clone(), &shown(value))];
    let value = fitting(column.kind, value).map_err(refuse)?;
    match column.target {
        Target::Id => write(Slot::Text(&mut patient.id), value),
        Target::Patient(slot) => write(slot(patient), value),
        Target::RiskFactors(slot) => within(&mut patient.risk_factors, slot, value),
        Target::Glucocorticoid(slot) => {
            if let Some(of) = object::<RiskFactors>(&mut patient.risk_factors, value) {
                within(&mut of.glucocorticoid, slot, value);
            }
        }
        Target::History(slot) => within(&mut patient.history, slot, value),
        Target::Frax(slot) => within(&mut patient.frax, slot, value),
        Target::SpineImaging(slot) => {
            if let Some(imaging) = imaging(patient, value) {
                write(slot(imaging), value);
            }
        }
        Target::Lab(of) => set_lab(patient, of, value),
        Target::LabDate => {
            let Value::Date(day) = value else {
                patient.labs.iter_mut().flatten().for_each(|lab| lab.date = None);
                return Ok(());
            };
            patient.labs.iter_mut().flatten().for_each(|lab| lab.date = Some(day));
        }
        target if target.is_of_scan() => {
            let limit = "belongs to a scan, which is given whole with its regions";
            return Err(refuse(Fault::new(Code::NotUsable, limit)));
        }
        _ => return list(patient, &column, value),
    }
    Ok(())
}

/// Makes one field unknown that takes values such as `like`.
///
/// ```
/// use osteon::columns::{Value, clear, set};
/// use osteon::document::Patient;
/// let mut patient = Patient::default();
/// set(&mut patient, "sex", Value::Text("female"))?;
/// assert!(clear(&mut patient, "sex", Value::Number(0.0)).is_err());
/// clear(&mut patient, "sex", Value::Text(""))?;
/// assert_eq!(patient, Patient::default());
/// # Ok::<(), Vec<osteon::error::Refusal>>(())
/// ```
///
/// # Errors
/// As of [`set`]: a field of another kind is left as it is.
pub fn clear(patient: &mut Patient, name: &str, like: Value<'_>) -> Result<(), Vec<Refusal>> {
    // A name that is none, and fields of a scan, are refused there.
    if let Ok(Column { kind, target, name }) = column(name)
        && !matches!(target, Target::Scan(_) | Target::Precision(_) | Target::Region(..))
        && !takes(kind, like)
    {
        let fault = Fault::new(Code::WrongType, format!("must be {}", kind.words()));
        return Err(vec![fault.at(name, "")]);
    }
    set(patient, name, Value::Unknown)
}

/// Whether a kind of field takes such values, whichever they are.
const fn takes(kind: Kind, like: Value<'_>) -> bool {
    matches!(
        (kind, like),
        (Kind::Flag, Value::Flag(_))
            | (Kind::Date, Value::Date(_))
            | (Kind::Count, Value::Count(_))
            | (Kind::Number | Kind::Count | Kind::Result, Value::Number(_))
            | (Kind::Result, Value::Compared(..))
            | (Kind::Text | Kind::List | Kind::Choice(_) | Kind::Result, Value::Text(_))
    )
}

/// A value as the field's kind takes it.
fn fitting(kind: Kind, value: Value<'_>) -> Result<Value<'_>, Fault> {
    match (kind, value) {
        (_, Value::Unknown)
        | (Kind::Flag, Value::Flag(_))
        | (Kind::Date, Value::Date(_))
        | (Kind::Count, Value::Count(_)) => Ok(value),
        (Kind::Number | Kind::Result, Value::Number(number) | Value::Compared(_, number))
            if !number.is_finite() =>
        {
            Err(Fault::new(Code::NotFinite, "NaN and infinity are no values"))
        }
        (Kind::Number | Kind::Result, Value::Number(_)) | (Kind::Result, Value::Compared(..)) => Ok(value),
        (Kind::Count, Value::Number(number)) => whole_number(number)
            .map(Value::Count)
            .ok_or_else(|| Fault::new(Code::WrongType, "must be a whole number, 0 or more")),
        (Kind::Text | Kind::List | Kind::Choice(_) | Kind::Result, Value::Text(text)) => {
            match trimmed(text) {
                "" => Ok(Value::Unknown),
                text => kind.read(text, false),
            }
        }
        _ => Err(Fault::new(Code::WrongType, format!("must be {}", kind.words()))),
    }
}

/// A value as a refusal shows it.
fn shown(value: Value<'_>) -> String {
    match value {
        Value::Unknown => String::new(),
        Value::Flag(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Text(text) => text.to_owned(),
        Value::Date(day) => day.to_string(),
        Value::Choice(key) => key.to_owned(),
        Value::Compared(sign, number) => format!("{sign}{number}"),
    }
}

fn write(slot: Slot<'_>, value: Value<'_>) {
    match (slot, value) {
        (Slot::Flag(field), Value::Unknown) => *field = None,
        (Slot::Number(field), Value::Unknown) => *field = None,
        (Slot::Count(field), Value::Unknown) => *field = None,
        (Slot::Text(field), Value::Unknown) => *field = None,
        (Slot::Date(field), Value::Unknown) => *field = None,
        (Slot::Choice(field), Value::Unknown) => field.clear(),
        (slot, value) => fill(slot, value),
    }
}

/// The object that a value goes to; an unknown one makes none.
fn object<'p, T: Default>(object: &'p mut Option<T>, value: Value<'_>) -> Option<&'p mut T> {
    if value != Value::Unknown {
        return Some(object.get_or_insert_default());
    }
    object.as_mut()
}

fn within<T: Default>(of: &mut Option<T>, slot: super::column::SlotOf<T>, value: Value<'_>) {
    if let Some(of) = object(of, value) {
        write(slot(of), value);
    }
}

/// The one examination of the spine that columns speak of.
fn imaging<'p>(patient: &'p mut Patient, value: Value<'_>) -> Option<&'p mut SpineImaging> {
    let all = object(&mut patient.spine_imaging, value)?;
    if all.is_empty() && value != Value::Unknown {
        all.push(SpineImaging::default());
    }
    all.first_mut()
}

fn set_lab(patient: &mut Patient, of: LabColumn, value: Value<'_>) {
    let (analyte, unit) = match of {
        LabColumn::Measured(analyte, unit) => (analyte, Some(unit)),
        LabColumn::Coded(analyte) => (analyte, None),
    };
    let mut labs = patient.labs.take().unwrap_or_default();
    labs.retain(|known| {
        // A state of a result stands without a unit.
        let same_unit = known.unit.as_deref() == unit || (known.status.is_some() && unit.is_some());
        known.analyte != Some(analyte) || !same_unit
    });
    labs.extend(lab(of, value));
    patient.labs = (!labs.is_empty()).then_some(labs);
}

/// Lists, whole.
fn list(patient: &mut Patient, column: &Column, value: Value<'_>) -> Result<(), Vec<Refusal>> {
    let text = match value {
        Value::Text(text) => Some(text),
        _ => None,
    };
    let none = text.is_some_and(is_none);
    let mut refusals = Vec::new();
    let mut refuse = |entry: &str, fault: Fault| refusals.push(fault.at(column.name.clone(), entry));
    let there = match column.target {
        Target::ScansAsked => patient.scans.as_ref().is_some_and(|scans| !scans.is_empty()),
        Target::SpineImagingAsked => patient.spine_imaging.as_ref().is_some_and(|all| !all.is_empty()),
        _ => false,
    };
    // What is there was given whole: it is neither denied nor forgotten by a word.
    if matches!(column.target, Target::ScansAsked | Target::SpineImagingAsked)
        && (there || text.is_some() && !none)
    {
        let text = text.unwrap_or_default();
        refuse(text, Fault::new(Code::NotAChoice, "may only say none, and only where there is nothing"));
        return Err(refusals);
    }
    let mut fractures = Vec::new();
    let mut treatments = Vec::new();
    let mut complete = Vec::new();
    if let Some(text) = text.filter(|_| !none) {
        match column.target {
            Target::Fractures => super::fractures(text, false, &mut fractures, &mut refuse),
            Target::Treatments => super::treatments(text, &mut treatments, &mut refuse),
            Target::Complete => complete.extend(sections(text, &mut refuse).iter()),
            _ => {}
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    match column.target {
        Target::Fractures => patient.fractures = text.map(|_| fractures),
        Target::Treatments => patient.treatments = text.map(|_| treatments),
        Target::Complete => patient.complete = (!complete.is_empty()).then_some(complete),
        Target::ScansAsked => patient.scans = text.map(|_| Vec::new()),
        Target::SpineImagingAsked => patient.spine_imaging = text.map(|_| Vec::new()),
        Target::SpineImagingLevels => {
            if let Some(imaging) = imaging(patient, value) {
                imaging.levels = text.map(levels);
            }
        }
        Target::FraxAdjustedFor => {
            if let Some(frax) = object::<Frax>(&mut patient.frax, value) {
                let adjusted = |text| entries(text).filter(|entry| !is_none(entry)).map(str::to_owned);
                frax.adjusted_for = text.map(|text| adjusted(text).collect());
            }
        }
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Analyte, Section, Sex};
    use jiff::civil::Date;

    fn refused(name: &str, value: Value<'_>) -> Code {
        let mut patient = Patient::default();
        let refusals = set(&mut patient, name, value).unwrap_err();
        assert_eq!(patient, Patient::default(), "{name}");
        refusals[0].code
    }

    #[test]
    fn a_field_of_each_place_is_set_and_cleared() {
        let day = Value::Date(Date::constant(2024, 5, 1));
        for (name, value) in [
            ("id", Value::Text("A1")),
            ("sex", Value::Text("Female")),
            ("birth_date", day),
            ("age_years", Value::Number(67.5)),
            ("current_smoker", Value::Flag(true)),
            ("falls_past_year", Value::Number(2.0)),
            ("glucocorticoid_mg_per_day", Value::Number(7.5)),
            ("dialysis", Value::Flag(false)),
            ("frax_model", Value::Text("UK")),
            ("frax_adjusted_for", Value::Text("tbs; falls")),
            ("spine_imaging_result", Value::Text("fracture")),
            ("spine_imaging_levels", Value::Text("t12;l1")),
            ("fractures", Value::Text("none")),
            ("treatments", Value::Text("alendronate@2019-01-01..")),
            ("complete", Value::Text("history")),
            ("scans", Value::Text("none")),
            ("spine_imaging", Value::Text("none")),
            ("lab_calcium_mmol_l", Value::Number(2.3)),
            ("lab_egfr_ml_min", Value::Text(">90")),
            ("lab_pth_pg_ml", Value::Text("pending")),
        ] {
            let mut patient = Patient::default();
            set(&mut patient, name, value).unwrap();
            let once = patient.clone();
            assert_ne!(once, Patient::default(), "{name}");
            set(&mut patient, name, value).unwrap();
            assert_eq!(once, patient, "{name}");
            set(&mut patient, name, Value::Unknown).unwrap();
            let left = crate::json::to_string(&patient);
            let empty = left.split(['{', '}', '[', ']', ',', ':', '"']).filter(|word| !word.is_empty());
            let objects = ["risk_factors", "history", "frax", "spine_imaging", "glucocorticoid"];
            assert!(empty.clone().all(|word| objects.contains(&word)), "{name}: {left}");
        }
    }

    #[test]
    fn scans_that_are_there_are_not_forgotten() {
        let given = Patient {
            scans: Some(vec![crate::document::Scan::default()]),
            spine_imaging: Some(vec![SpineImaging::default()]),
            ..Patient::default()
        };
        let mut patient = given.clone();
        for name in ["scans", "spine_imaging"] {
            for value in [Value::Unknown, Value::Text(""), Value::Text("none")] {
                assert!(set(&mut patient, name, value).is_err(), "{name}");
                assert!(clear(&mut patient, name, value).is_err(), "{name}");
                assert_eq!(patient, given, "{name}");
            }
        }
    }

    #[test]
    fn other_kinds_are_refused_and_nothing_is_set() {
        assert_eq!(refused("heigth_cm", Value::Number(1.0)), Code::UnknownKey);
        assert_eq!(refused("age_years", Value::Text("67")), Code::WrongType);
        assert_eq!(refused("age_years", Value::Flag(true)), Code::WrongType);
        assert_eq!(refused("age_years", Value::Number(f64::NAN)), Code::NotFinite);
        assert_eq!(refused("sex", Value::Number(1.0)), Code::WrongType);
        assert_eq!(refused("sex", Value::Text("F")), Code::NotAChoice);
        assert_eq!(refused("current_smoker", Value::Text("yes")), Code::WrongType);
        assert_eq!(refused("falls_past_year", Value::Number(1.5)), Code::WrongType);
        assert_eq!(refused("bmd_femoral_neck", Value::Number(0.6)), Code::NotUsable);
        assert_eq!(refused("manufacturer", Value::Text("hologic")), Code::NotUsable);
        assert_eq!(refused("fractures", Value::Text("pelvis;pelvys")), Code::NotAChoice);
        assert_eq!(refused("scans", Value::Text("one")), Code::NotAChoice);
        assert_eq!(refused("lab_calcium", Value::Number(2.3)), Code::UnknownKey);
    }

    #[test]
    fn a_long_name_is_refused_by_its_beginning() {
        let refusals = set(&mut Patient::default(), &"x".repeat(1 << 20), Value::Unknown).unwrap_err();
        assert_eq!(refusals[0].field, format!("{}\u{2026}", "x".repeat(64)));
    }

    #[test]
    fn one_result_a_unit_and_one_date_for_all() {
        let mut patient = Patient::default();
        for (name, value) in [
            ("sex", Value::Text("male")),
            ("complete", Value::Text("fractures")),
            ("lab_calcium_mmol_l", Value::Text("pending")),
            ("lab_calcium_mmol_l", Value::Number(2.2)),
            ("lab_calcium_mmol_l", Value::Number(2.3)),
            ("lab_albumin_g_l", Value::Number(40.0)),
            ("lab_date", Value::Date(Date::constant(2024, 5, 1))),
        ] {
            set(&mut patient, name, value).unwrap();
        }
        assert_eq!((patient.sex, patient.complete), (Some(Sex::Male), Some(vec![Section::Fractures])));
        let labs = patient.labs.unwrap();
        let read: Vec<_> = labs.iter().map(|lab| (lab.analyte, lab.value)).collect();
        assert_eq!(read, [(Some(Analyte::Calcium), Some(2.3)), (Some(Analyte::Albumin), Some(40.0))]);
        assert!(labs.iter().all(|lab| lab.date.is_some()));
    }
}
