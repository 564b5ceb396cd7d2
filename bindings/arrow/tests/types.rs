//! Every type that a store may have for a column, read as its text in a CSV would be.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::types::{Float16Type, Int8Type, Int32Type};
use arrow_array::*;
use arrow_schema::DataType;
use jiff::civil::Date;
use osteon::document::{Patient, Sex};
use osteon::error::{Code, Refusal};
use osteon_arrow::{Rows, check};
use osteon_table::{Map, Plan};

/// The people of a table of these columns, each with what was refused.
fn read(columns: Vec<(&str, ArrayRef)>) -> Vec<(Patient, Vec<Refusal>)> {
    let plan = Plan::of_header(columns.iter().map(|(name, _)| *name), false).unwrap();
    people(&plan, &RecordBatch::try_from_iter(columns).unwrap())
}

fn people(plan: &Plan, batch: &RecordBatch) -> Vec<(Patient, Vec<Refusal>)> {
    let rows = Rows::of(batch, &plan.reads()).unwrap();
    let person = |row| {
        let (mut patient, mut refusals) = (Patient::default(), Vec::new());
        plan.read(&rows.row(row), &mut patient, &mut refusals);
        (patient, refusals)
    };
    (0..rows.len()).map(person).collect()
}

/// One person of 67 with a column beside.
fn one(name: &str, column: impl Array + 'static) -> (Patient, Vec<Refusal>) {
    let sex: ArrayRef = Arc::new(StringArray::from(vec!["female"]));
    let age: ArrayRef = Arc::new(Int32Array::from(vec![67]));
    let mut people = read(vec![("sex", sex), ("age_years", age), (name, Arc::new(column))]);
    people.remove(0)
}

#[test]
fn every_number() {
    let columns: Vec<ArrayRef> = vec![
        Arc::new(Float64Array::from(vec![165.5])),
        Arc::new(Float32Array::from(vec![165.5])),
        Arc::new(Decimal32Array::from(vec![1655]).with_precision_and_scale(5, 1).unwrap()),
        Arc::new(Decimal64Array::from(vec![16550]).with_precision_and_scale(9, 2).unwrap()),
        Arc::new(Decimal128Array::from(vec![165_500]).with_precision_and_scale(20, 3).unwrap()),
        Arc::new(PrimitiveArray::<Float16Type>::from_iter_values([
            <Float16Type as ArrowPrimitiveType>::Native::from_f64(165.5),
        ])),
        Arc::new(StringArray::from(vec!["165.5"])),
        Arc::new(LargeStringArray::from(vec![" 165.5 "])),
        Arc::new(StringViewArray::from(vec!["165.5"])),
    ];
    for column in columns {
        let data_type = column.data_type().clone();
        let (patient, refusals) = one("height_cm", make_array(column.to_data()));
        assert_eq!((patient.height_cm, refusals), (Some(165.5), Vec::new()), "{data_type}");
    }
    let whole: Vec<ArrayRef> = vec![
        Arc::new(Int8Array::from(vec![120])),
        Arc::new(Int16Array::from(vec![120])),
        Arc::new(Int32Array::from(vec![120])),
        Arc::new(Int64Array::from(vec![120])),
        Arc::new(UInt8Array::from(vec![120])),
        Arc::new(UInt16Array::from(vec![120])),
        Arc::new(UInt32Array::from(vec![120])),
        Arc::new(UInt64Array::from(vec![120])),
    ];
    for column in whole {
        let data_type = column.data_type().clone();
        let (patient, refusals) = one("height_cm", make_array(column.to_data()));
        assert_eq!((patient.height_cm, refusals), (Some(120.0), Vec::new()), "{data_type}");
    }
}

#[test]
fn a_short_float_is_the_decimal_that_was_measured() {
    let (patient, _) = one("bmd_femoral_neck", Float32Array::from(vec![0.558]));
    let scans = patient.scans.unwrap();
    let bmd = scans[0].regions.as_ref().unwrap()[0].bmd_g_cm2.unwrap();
    assert!(bmd.total_cmp(&0.558).is_eq(), "{bmd}");
}

#[test]
fn null_is_unknown_and_nan_is_refused() {
    let (patient, refusals) = one("height_cm", Float64Array::from(vec![None]));
    assert_eq!((patient.height_cm, refusals), (None, Vec::new()));
    assert_eq!(one("height_cm", NullArray::new(1)), one("height_cm", Float64Array::from(vec![None])));
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let (patient, refusals) = one("height_cm", Float64Array::from(vec![wrong]));
        assert_eq!((patient.height_cm, refusals[0].code), (None, Code::NotFinite));
        assert_eq!(refusals[0].field, "height_cm");
    }
}

#[test]
fn yes_and_no() {
    let columns: Vec<ArrayRef> = vec![
        Arc::new(BooleanArray::from(vec![true])),
        Arc::new(Int8Array::from(vec![1])),
        Arc::new(Float64Array::from(vec![1.0])),
        Arc::new(StringArray::from(vec!["oui"])),
        Arc::new(DictionaryArray::<Int8Type>::from_iter(["yes"])),
    ];
    for column in columns {
        let data_type = column.data_type().clone();
        let (patient, refusals) = one("current_smoker", make_array(column.to_data()));
        let smokes = patient.risk_factors.and_then(|factors| factors.current_smoker);
        assert_eq!((smokes, refusals), (Some(true), Vec::new()), "{data_type}");
    }
    let (_, refusals) = one("current_smoker", Int8Array::from(vec![2]));
    assert_eq!((refusals[0].code, &*refusals[0].value), (Code::WrongType, "2"));
}

#[test]
fn days() {
    let day = Date::constant(1950, 4, 3);
    let days = -7213;
    let seconds = i64::from(days) * 86_400;
    let columns: Vec<ArrayRef> = vec![
        Arc::new(Date32Array::from(vec![days])),
        Arc::new(Date64Array::from(vec![seconds * 1000])),
        Arc::new(TimestampSecondArray::from(vec![seconds])),
        Arc::new(TimestampMillisecondArray::from(vec![seconds * 1000])),
        Arc::new(TimestampMicrosecondArray::from(vec![seconds * 1_000_000])),
        Arc::new(TimestampNanosecondArray::from(vec![seconds * 1_000_000_000])),
        Arc::new(TimestampSecondArray::from(vec![seconds]).with_timezone("UTC")),
        Arc::new(TimestampSecondArray::from(vec![seconds - 7200]).with_timezone("+02:00")),
        Arc::new(StringArray::from(vec!["1950-04-03"])),
    ];
    for column in columns {
        let data_type = column.data_type().clone();
        let (patient, refusals) = one("birth_date", make_array(column.to_data()));
        assert_eq!((patient.birth_date, refusals), (Some(day), Vec::new()), "{data_type}");
    }
    let (patient, refusals) = one("birth_date", TimestampSecondArray::from(vec![seconds + 29_700]));
    assert_eq!((patient.birth_date, refusals[0].code), (None, Code::NotADate));
    assert_eq!(refusals[0].value, "1950-04-03T08:15:00");
    for wrong in [i64::MAX, i64::MIN] {
        let (patient, refusals) = one("birth_date", TimestampSecondArray::from(vec![wrong]));
        assert_eq!((patient.birth_date, refusals[0].code), (None, Code::NotADate));
    }
    let (_, refusals) = one("birth_date", Int32Array::from(vec![19_500_403]));
    assert_eq!(refusals[0].code, Code::NotADate);
}

#[test]
fn a_wrong_type_is_refused_by_column() {
    for (name, column, code) in [
        ("height_cm", Arc::new(BooleanArray::from(vec![true])) as ArrayRef, Code::WrongType),
        ("height_cm", Arc::new(Date32Array::from(vec![1])), Code::WrongType),
        ("postmenopausal", Arc::new(Date32Array::from(vec![1])), Code::WrongType),
        ("falls_past_year", Arc::new(Float64Array::from(vec![1.5])), Code::WrongType),
        ("falls_past_year", Arc::new(Int64Array::from(vec![-1])), Code::WrongType),
        ("manufacturer", Arc::new(Int64Array::from(vec![3])), Code::NotAChoice),
        ("fractures", Arc::new(Int64Array::from(vec![3])), Code::NotAChoice),
    ] {
        let (_, refusals) = one(name, make_array(column.to_data()));
        let said = refusals.first().unwrap_or_else(|| panic!("{name}: {} is read", column.data_type()));
        assert_eq!((said.code, &*said.field), (code, name));
    }
}

#[test]
fn an_id_keeps_its_digits() {
    for (column, id) in [
        (Arc::new(Int64Array::from(vec![i64::MAX])) as ArrayRef, "9223372036854775807"),
        (Arc::new(UInt64Array::from(vec![u64::MAX])), "18446744073709551615"),
        (Arc::new(Float64Array::from(vec![1042.0])), "1042"),
        (
            Arc::new(
                Decimal128Array::from(vec![10_i128.pow(20) + 1]).with_precision_and_scale(38, 0).unwrap(),
            ),
            "100000000000000000001",
        ),
        (Arc::new(DictionaryArray::<Int32Type>::from_iter(["p7"])), "p7"),
    ] {
        assert_eq!(one("id", make_array(column.to_data())).0.id.as_deref(), Some(id));
    }
}

#[test]
fn dictionaries_with_nulls_and_slices() {
    // The second value of the dictionary is null, the fourth key is.
    let keys = Int32Array::from(vec![Some(0), Some(1), Some(2), None, Some(2)]);
    let values = Arc::new(StringArray::from(vec![Some("hologic"), None, Some("ge_lunar")]));
    let maker: ArrayRef = Arc::new(DictionaryArray::<Int32Type>::try_new(keys, values).unwrap());
    let sex: ArrayRef = Arc::new(StringArray::from(vec!["female", "male", "female", "male", "female"]));
    let age: ArrayRef =
        Arc::new(Float64Array::from(vec![Some(60.0), None, Some(62.0), Some(63.0), Some(64.0)]));
    let bmd: ArrayRef = Arc::new(Float64Array::from(vec![0.7; 5]));
    let names = ["manufacturer", "sex", "age_years", "bmd_femoral_neck"];
    let plan = Plan::of_header(names, false).unwrap();
    let whole = RecordBatch::try_from_iter(names.into_iter().zip([maker, sex, age, bmd])).unwrap();
    let all = people(&plan, &whole);
    assert_eq!(people(&plan, &whole.slice(1, 3)), all[1..4]);
    assert_eq!(people(&plan, &whole.slice(5, 0)), []);
    let makers: Vec<_> = all
        .iter()
        .map(|(patient, _)| patient.scans.as_ref().unwrap()[0].manufacturer.map(|maker| maker.as_str()))
        .collect();
    assert_eq!(makers, [Some("hologic"), None, Some("ge_lunar"), None, Some("ge_lunar")]);
    assert_eq!((all[1].0.sex, all[1].0.age_years), (Some(Sex::Male), None));
}

#[test]
fn lists_and_zones_by_name_are_refused_before_a_row_is_read() {
    let mut list = ListBuilder::new(StringBuilder::new());
    list.append_value([Some("pelvis")]);
    for (name, column, hint) in [
        ("fractures", Arc::new(list.finish()) as ArrayRef, "pelvis@24"),
        (
            "scan_date",
            Arc::new(TimestampSecondArray::from(vec![0]).with_timezone("Europe/Paris")),
            "store a date",
        ),
        ("model", Arc::new(BinaryArray::from(vec![&b"x"[..]])), "store numbers"),
    ] {
        let sex: ArrayRef = Arc::new(StringArray::from(vec!["female"]));
        let age: ArrayRef = Arc::new(Int32Array::from(vec![67]));
        let batch = RecordBatch::try_from_iter([("sex", sex), ("age_years", age), (name, column)]).unwrap();
        let plan = Plan::of_header(["sex", "age_years", name], false).unwrap();
        let refusals = check(&batch.schema(), &plan.reads()).unwrap_err();
        assert!(refusals.len() == 1 && refusals[0].field == name, "{refusals:?}");
        assert!(refusals[0].to_string().contains(hint), "{}", refusals[0]);
    }
}

#[test]
fn a_map_reads_codes_of_any_type() {
    let map = Map::parse(
        "sex = { column = \"SEX\", values = { 1 = \"male\", 2 = \"female\" }, missing = [9] }
         age_years = { column = \"AGE\", missing = [999] }
         current_smoker = { column = \"SMOKES\", values = { true = true, false = false } }
         id = { column = \"N\" }
         [[fracture]]
         site = \"pelvis\"
         when = { column = \"PELVIS\", in = [1] }
         ",
    )
    .unwrap();
    let names = ["SEX", "AGE", "SMOKES", "N", "PELVIS"];
    let plan = Plan::of_map(&map, names, false).unwrap();
    let sexes: Vec<ArrayRef> = vec![
        Arc::new(Int64Array::from(vec![2, 9, 3])),
        Arc::new(Float32Array::from(vec![2.0, 9.0, 3.0])),
        Arc::new(StringArray::from(vec!["2", "9.0", "3"])),
        Arc::new(Decimal128Array::from(vec![20, 90, 30]).with_precision_and_scale(3, 1).unwrap()),
    ];
    for sex in sexes {
        assert_ne!(sex.data_type(), &DataType::Null);
        let columns: [ArrayRef; 5] = [
            sex,
            Arc::new(Int16Array::from(vec![70, 71, 999])),
            Arc::new(BooleanArray::from(vec![Some(true), Some(false), None])),
            Arc::new(Int64Array::from(vec![1, 2, 3])),
            Arc::new(Int8Array::from(vec![Some(1), Some(0), None])),
        ];
        let people = people(&plan, &RecordBatch::try_from_iter(names.into_iter().zip(columns)).unwrap());
        let sexes: Vec<_> = people.iter().map(|(patient, _)| patient.sex).collect();
        assert_eq!(sexes, [Some(Sex::Female), None, None]);
        let codes: Vec<Vec<Code>> = people
            .iter()
            .map(|(_, refusals)| refusals.iter().map(|refusal| refusal.code).collect())
            .collect();
        assert_eq!(codes, [vec![], vec![], vec![Code::NotMapped]]);
        let ages: Vec<_> = people.iter().map(|(patient, _)| patient.age_years).collect();
        assert_eq!(ages, [Some(70.0), Some(71.0), None]);
        let smoke: Vec<_> = people
            .iter()
            .map(|(patient, _)| patient.risk_factors.as_ref().and_then(|factors| factors.current_smoker))
            .collect();
        assert_eq!(smoke, [Some(true), Some(false), None]);
        let fractures: Vec<_> =
            people.iter().map(|(p, _)| p.fractures.as_ref().map_or(0, Vec::len)).collect();
        assert_eq!(fractures, [1, 0, 0]);
        assert_eq!(people[2].0.id.as_deref(), Some("3"));
    }
}
