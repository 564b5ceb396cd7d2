//! Columns give the bits of one person, and refuse for the same reasons.

use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::error::Code;
use osteon::risk::qfracture::{
    Alcohol, ColumnEquations, ColumnRisks, Columns, Factor, Factors, Inputs, Refused, Version, risk,
};
use proptest::prelude::*;

use super::VERSIONS;

/// A row as it may come: with any age, any number, and codes and bits that are none.
#[derive(Clone, Copy, Debug)]
struct Row {
    there: bool,
    sex: u8,
    age: u8,
    bmi: f64,
    alcohol: u8,
    ethnicity: u8,
    smoking: u8,
    factors: u32,
}

/// What becomes of a row: the bits of both risks, or why not.
type Outcome = Result<(u64, u64), (Code, String)>;

impl Row {
    /// One person at a time.
    fn alone(&self, version: Version, years: u8) -> Outcome {
        fn choice<T: Copy>(all: &[T], code: u8, field: &str) -> Result<T, (Code, String)> {
            all.get(usize::from(code)).copied().ok_or((Code::NotAChoice, field.to_owned()))
        }
        if !self.there {
            return Err((Code::Missing, "validity".to_owned()));
        }
        let sex = choice(Sex::ALL, self.sex, "sex")?;
        let inputs = Inputs {
            alcohol: choice(Alcohol::ALL, self.alcohol, "alcohol")?,
            ethnicity: choice(QfractureEthnicity::ALL, self.ethnicity, "ethnicity")?,
            smoking: choice(Smoking::ALL, self.smoking, "smoking")?,
            factors: Factors::from_bits(self.factors).ok_or((Code::NotAChoice, "factors".to_owned()))?,
            ..Inputs::new(sex, self.age, self.bmi)
        };
        match risk(version, &inputs, years) {
            Ok(pair) => Ok((pair.any_percent.to_bits(), pair.hip_percent.to_bits())),
            Err(refusal) => Err((refusal.code, refusal.field.into_owned())),
        }
    }
}

/// All rows at once; the outputs hold rubbish before.
fn together(rows: &[Row], bitmap: bool, version: Version, years: u8) -> Vec<Outcome> {
    let mut there = vec![0_u8; rows.len().div_ceil(8)];
    for (i, _) in rows.iter().enumerate().filter(|(_, row)| row.there) {
        there[i / 8] |= 1 << (i % 8);
    }
    let column = |of: fn(&Row) -> u8| rows.iter().map(of).collect::<Vec<u8>>();
    let people = Columns {
        validity: bitmap.then_some(&there),
        sex: &column(|row| row.sex),
        age_years: &column(|row| row.age),
        bmi_kg_m2: &rows.iter().map(|row| row.bmi).collect::<Vec<f64>>(),
        alcohol: &column(|row| row.alcohol),
        ethnicity: &column(|row| row.ethnicity),
        smoking: &column(|row| row.smoking),
        factors: &rows.iter().map(|row| row.factors).collect::<Vec<u32>>(),
    };
    let (mut any, mut hip) = (vec![-1.0; rows.len()], vec![f64::INFINITY; rows.len()]);
    let (mut validity, mut refused) = (vec![0xa5; there.len()], vec![0xa5; rows.len()]);
    let risks = ColumnRisks {
        any_percent: &mut any,
        hip_percent: &mut hip,
        validity: &mut validity,
        refused: &mut refused,
    };
    ColumnEquations::new(version, years).unwrap().risks(&people, risks).unwrap();
    let beyond = validity.last().map_or(0, |last| match rows.len() % 8 {
        0 => 0,
        used => last >> used,
    });
    assert_eq!(beyond, 0, "bits beyond the rows");
    (0..rows.len())
        .map(|i| {
            let answered = validity[i / 8] >> (i % 8) & 1 == 1;
            assert_eq!(answered, refused[i] == 0);
            if answered {
                return Ok((any[i].to_bits(), hip[i].to_bits()));
            }
            assert!(any[i].is_nan() && hip[i].is_nan());
            let why = Refused::from_number(refused[i]).expect("a reason");
            Err((why.code(), why.field().to_owned()))
        })
        .collect()
}

fn same(rows: &[Row], version: Version, years: u8) {
    let bitmap = rows.iter().any(|row| !row.there);
    for (i, (row, found)) in rows.iter().zip(together(rows, bitmap, version, years)).enumerate() {
        assert_eq!(found, row.alone(version, years), "row {i} of {}: {row:?}", rows.len());
    }
}

/// Body mass indices in range, at its ends and about them, and no numbers.
fn bmi() -> impl Strategy<Value = f64> {
    let ends = prop::sample::select(vec![
        20.0,
        40.0,
        20.0 - 9.9e-10,
        20.0 - 1.1e-9,
        40.0 + 9.9e-10,
        40.0 + 1.1e-9,
        20.0_f64.next_down(),
        40.0_f64.next_up(),
        19.9,
        40.1,
        0.0,
        -25.0,
        f64::NAN,
        -f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
    ]);
    prop_oneof![12 => 20.0..=40.0_f64, 1 => ends]
}

/// A code of a list of so many, now and then one beyond it.
fn code(many: usize) -> impl Strategy<Value = u8> {
    let many = many as u8;
    prop_oneof![30 => 0..many, 1 => prop::sample::select(vec![many, many + 1, 127, 128, 255])]
}

fn row() -> impl Strategy<Value = Row> {
    let age =
        prop_oneof![20 => 30..=100_u8, 1 => prop::sample::select(vec![0, 29, 30, 100, 101, 128, 158, 255])];
    let factors = prop_oneof![
        20 => any::<u32>().prop_map(|bits| bits & 0xf_ffff),
        10 => (any::<u32>(), any::<u32>()).prop_map(|(a, b)| a & b & b >> 7 & 0xf_ffff),
        1 => prop::sample::select(vec![0, 0xf_ffff, 1 << 20, 1 << 31, u32::MAX]),
    ];
    let levels = (
        code(Sex::ALL.len()),
        code(Alcohol::ALL.len()),
        code(QfractureEthnicity::ALL.len()),
        code(Smoking::ALL.len()),
    );
    (prop::bool::weighted(0.95), age, bmi(), levels, factors).prop_map(
        |(there, age, bmi, (sex, alcohol, ethnicity, smoking), factors)| Row {
            there,
            sex,
            age,
            bmi,
            alcohol,
            ethnicity,
            smoking,
            factors,
        },
    )
}

fn release() -> impl Strategy<Value = (Version, u8)> {
    prop::sample::select(VERSIONS.to_vec())
        .prop_flat_map(|version| (Just(version), 1..=version.longest_years()))
}

proptest! {
    #[test]
    fn rows_of_any_number((version, years) in release(), rows in prop::collection::vec(row(), 1..70)) {
        same(&rows, version, years);
    }

    #[test]
    fn rows_without_a_bitmap((version, years) in release(), mut rows in prop::collection::vec(row(), 1..70)) {
        rows.iter_mut().for_each(|row| row.there = true);
        same(&rows, version, years);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 16, ..ProptestConfig::default() })]

    #[test]
    fn rows_of_a_block_and_more(
        (version, years) in release(),
        rows in prop::sample::select(vec![512, 1000]).prop_flat_map(|many| prop::collection::vec(row(), many)),
    ) {
        same(&rows, version, years);
    }
}

#[test]
fn every_age_level_and_factor_of_both_sexes() {
    let rows: Vec<Row> = (0..=255_u8)
        .flat_map(|age| {
            (0..40_u8).map(move |i| Row {
                there: true,
                sex: i % 2,
                age,
                bmi: 20.0 + f64::from(i) / 2.0,
                alcohol: i / 2 % 6,
                ethnicity: i % 9,
                smoking: i / 3 % 5,
                factors: 1 << (i / 2),
            })
        })
        .collect();
    for version in VERSIONS {
        same(&rows, version, 10);
        let answered = together(&rows, false, version, 10).into_iter().filter(Result::is_ok).count();
        assert_eq!(answered, 71 * 40);
    }
}

#[test]
fn the_first_of_several_reasons_is_given() {
    let worst = Row {
        there: false,
        sex: 2,
        age: 29,
        bmi: f64::NAN,
        alcohol: 6,
        ethnicity: 9,
        smoking: 5,
        factors: 1 << 20,
    };
    let mends: [fn(&mut Row); 9] = [
        |row| row.there = true,
        |row| row.sex = 1,
        |row| row.alcohol = 5,
        |row| row.ethnicity = 8,
        |row| row.smoking = 4,
        |row| row.factors = 1,
        |row| row.age = 30,
        |row| row.bmi = 19.0,
        |row| row.bmi = 20.0,
    ];
    let mut row = worst;
    for (reason, mend) in Refused::ALL.iter().zip(mends) {
        let found = together(&[row], true, Version::V2016, 5).remove(0);
        assert_eq!(found, Err((reason.code(), reason.field().to_owned())));
        mend(&mut row);
    }
    assert!(together(&[row], true, Version::V2016, 5)[0].is_ok());
    assert_eq!(mends.len(), Refused::ALL.len());
    for (reason, number) in Refused::ALL.iter().zip(1..) {
        assert_eq!((reason.number(), Refused::from_number(number)), (number, Some(*reason)));
    }
    assert_eq!((Refused::from_number(0), Refused::from_number(10)), (None, None));
}

#[test]
fn horizons_are_refused_as_of_one_person() {
    for version in VERSIONS {
        for years in [0, 11, 18, 19, 255] {
            let one = risk(version, &Inputs::new(Sex::Female, 65, 25.0), years).err();
            assert_eq!(ColumnEquations::new(version, years).err(), one, "{version:?} {years}");
        }
    }
}

/// Columns of three rows, one of them of another length.
#[test]
fn columns_of_another_length_are_refused_by_name() {
    let names = ["sex", "bmi_kg_m2", "alcohol", "ethnicity", "smoking", "factors"];
    let outputs = ["any_percent", "hip_percent", "refused"];
    let equations = ColumnEquations::new(Version::V2012, 10).unwrap();
    let bits = Factors::NONE.with(Factor::Falls).bits();
    let said = |odd: &str, bitmap: usize| {
        let of = |name| if name == odd { 2 } else { 3 };
        let (numbers, codes) = ([25.0; 3], [0_u8; 3]);
        let people = Columns {
            validity: Some(&[0xff, 0xff][..bitmap]),
            sex: &codes[..of("sex")],
            age_years: &[65; 3],
            bmi_kg_m2: &numbers[..of("bmi_kg_m2")],
            alcohol: &codes[..of("alcohol")],
            ethnicity: &codes[..of("ethnicity")],
            smoking: &codes[..of("smoking")],
            factors: &[bits; 3][..of("factors")],
        };
        let (mut any, mut hip, mut validity, mut refused) = ([1.0; 3], [1.0; 3], [7; 1], [7; 3]);
        let risks = ColumnRisks {
            any_percent: &mut any[..of("any_percent")],
            hip_percent: &mut hip[..of("hip_percent")],
            validity: &mut validity[..usize::from(odd != "out")],
            refused: &mut refused[..of("refused")],
        };
        let said =
            equations.risks(&people, risks).map_err(|refusal| (refusal.code, refusal.field.into_owned()));
        assert!(said.is_ok() || (any, validity, refused) == ([1.0; 3], [7], [7; 3]), "written all the same");
        said
    };
    for name in names.into_iter().chain(outputs) {
        assert_eq!(said(name, 1), Err((Code::Contradiction, name.to_owned())));
    }
    assert_eq!(said("none", 0), Err((Code::Contradiction, "validity".to_owned())));
    assert_eq!(said("out", 1), Err((Code::Contradiction, "validity".to_owned())));
    assert_eq!(said("none", 1), Ok(()));
    assert_eq!(said("none", 2), Ok(()));
    assert!(together(&[], true, Version::V2012, 10).is_empty());
}
