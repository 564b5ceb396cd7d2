//! The DVO tables of 2023 against an evaluator of their own and against another program.

use std::collections::BTreeMap;

use osteon::document::Sex;
use osteon::document::options::DvoAgeRow;
use osteon::risk::dvo2023::{Cell, Factor, Factors, Group, Inputs, Tier, cell, risk};

/// 300 cells with a product each, by an evaluator that reads the same tables; see `data/README.md`.
const CONSENSUS: &str = include_str!("../data/dvo2023_consensus.csv");
/// 600 people as another program answers; see `data/README.md`.
const OTHER_PROGRAM: &str = include_str!("../data/dvo2023_other_program.csv");

fn sex(key: &str) -> Sex {
    match key {
        "f" => Sex::Female,
        "m" => Sex::Male,
        _ => panic!("{key}: no sex"),
    }
}

fn optional(text: &str) -> Option<f64> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// A decimal in hundredths.
fn hundredths(text: &str) -> u16 {
    let x: f64 = text.parse().unwrap();
    (x * 100.0).round() as u16
}

fn rows(text: &str) -> impl Iterator<Item = BTreeMap<String, String>> {
    csv::Reader::from_reader(text.as_bytes()).into_deserialize().map(Result::unwrap)
}

#[test]
fn cells_and_tiers_of_the_other_evaluator() {
    let mut checked = 0;
    for row in rows(CONSENSUS) {
        let t = optional(&row["t_total_hip"]);
        let cell = cell(sex(&row["sex"]), row["age"].parse().unwrap(), t, DvoAgeRow::Floor).unwrap();
        assert_eq!(
            (cell.age_row.to_string(), cell.column),
            (row["age_row_floor"].clone(), &*row["column"]),
            "{row:?}"
        );
        let tier = match &*row["band_percent_3y"] {
            "<3" => Tier::Below3,
            "3-<5" => Tier::From3To5,
            "5-<10" => Tier::From5To10,
            ">=10" => Tier::From10,
            other => panic!("{other}"),
        };
        assert_eq!(cell.tier(hundredths(&row["product"])), tier, "{row:?}");
        checked += 1;
    }
    assert_eq!(checked, 300);
}

#[test]
fn worked_examples() {
    let of = |sex, age_years, t, factors: &[Factor]| {
        let factors = Factors::from_iter(factors.iter().copied());
        let inputs = Inputs { sex, age_years, t_total_hip: Some(t), factors };
        let answer = risk(&inputs, DvoAgeRow::Floor).unwrap();
        (answer.cell.age_row, answer.cell.column, answer.product_hundredths, answer.tier)
    };
    assert_eq!(
        of(Sex::Male, 72.0, -2.2, &[Factor::GlucocorticoidAbove75Mg]),
        (70, "-2.5", 400, Tier::From10)
    );
    assert_eq!(
        of(Sex::Female, 75.0, -2.6, &[Factor::RheumatoidArthritis, Factor::TimedUpAndGoAbove12S]),
        (75, "-3.0", 486, Tier::From10)
    );
    assert_eq!(
        of(Sex::Female, 50.0, -3.0, &[Factor::SmokingMoreThan10, Factor::ProtonPumpInhibitor]),
        (50, "-3.0", 210, Tier::From3To5)
    );
    assert_eq!(of(Sex::Female, 70.0, -1.0, &[Factor::Genant3]), (70, "-1.0", 500, Tier::From5To10));
    assert_eq!(of(Sex::Male, 65.0, -3.0, &[Factor::HeartFailure]), (65, "-3.0", 150, Tier::From10));
    assert_eq!(
        of(Sex::Male, 55.0, 0.5, &[Factor::HipFractureWithin12Months, Factor::RheumatoidArthritis]),
        (55, "0.0", 1107, Tier::From3To5)
    );
}

#[test]
fn vignettes() {
    use Factor as F;
    let of = |age_years, t_total_hip, factors: &[Factor]| {
        let factors = factors.iter().copied().collect();
        let inputs = Inputs { sex: Sex::Female, age_years, t_total_hip, factors };
        risk(&inputs, DvoAgeRow::Floor).unwrap().tier
    };
    assert_eq!(of(70.0, Some(-2.5), &[F::Falls1, F::ProtonPumpInhibitor]), Tier::From10);
    assert_eq!(of(60.0, Some(-1.5), &[F::ParentalHipFracture, F::SmokingMoreThan10]), Tier::Below3);
    assert_eq!(of(75.0, None, &[F::VertebralFractures1]), Tier::From5To10);
    assert_eq!(of(65.0, Some(-2.5), &[F::ParentalHipFracture]), Tier::From3To5);
    assert_eq!(of(65.0, Some(-2.6), &[F::Falls1]), Tier::From5To10);
}

/// What the other program's answers are here.
fn factor(answer: &str) -> Option<Factor> {
    Some(match answer {
        "wirbelbruch_akut" => Factor::VertebralFractureWithin12Months,
        "wirbelbruch_anz:1" => Factor::VertebralFractures1,
        "wirbelbruch_anz:2" => Factor::VertebralFractures2,
        "wirbelbruch_anz:3" => Factor::VertebralFractures3OrMore,
        "genant:1" => Factor::Genant1,
        "genant:2" => Factor::Genant2,
        "genant:3" => Factor::Genant3,
        "hueft_akut" => Factor::HipFractureWithin12Months,
        "hueft_alt" => Factor::HipFractureBefore,
        "humerus" => Factor::ProximalHumerusFracture,
        "unterarm" => Factor::ForearmFracture,
        "becken" => Factor::PelvicFracture,
        "eltern" => Factor::ParentalHipFracture,
        "alkohol" => Factor::Alcohol50GOrMore,
        "rauchen" => Factor::SmokingMoreThan10,
        "copd" => Factor::Copd,
        "spondylitis" => Factor::AxialSpondyloarthritis,
        "rheuma" => Factor::RheumatoidArthritis,
        "glukokortikoide:sehr_niedrig" => Factor::GlucocorticoidBelow25Mg,
        "glukokortikoide:mittel" => Factor::Glucocorticoid25To75Mg,
        "glukokortikoide:hoch" => Factor::GlucocorticoidAbove75Mg,
        "glukokortikoide:hoch_neu" => Factor::GlucocorticoidAbove5MgNew,
        "sturz:einmal" => Factor::Falls1,
        "sturz:mehrmals" => Factor::Falls2OrMore,
        "hyponatriamie" => Factor::Hyponatraemia,
        "depression" | "antidepressiva" => Factor::Depression,
        "epilepsie" | "antikonvulsiva" => Factor::Epilepsy,
        "immobilitaet" => Factor::Immobility,
        "demenz" => Factor::Dementia,
        "parkinson" => Factor::Parkinson,
        "ms" => Factor::MultipleSclerosis,
        "opioide" => Factor::Opioid,
        "schlaganfall" => Factor::Stroke,
        "tug" => Factor::TimedUpAndGoAbove12S,
        "diabetes1" => Factor::Type1Diabetes,
        "diabetes2:5_10" => Factor::Type2Diabetes5To10Years,
        "diabetes2:ueber_10" => Factor::Type2DiabetesOver10Years,
        "hpth" => Factor::PrimaryHyperparathyroidism,
        "schilddruese:leicht" => Factor::Tsh01To045,
        "schilddruese:stark" => Factor::TshBelow01,
        "herzinsuffizienz" => Factor::HeartFailure,
        "mgus" => Factor::Mgus,
        "nieren" => Factor::ChronicKidneyDisease,
        "ppi" => Factor::ProtonPumpInhibitor,
        "aromatasehemmer" => Factor::AromataseInhibitor,
        _ => return None,
    })
}

/// A factor of the other program that the tables do not have: its tenths, and whether it is one of falls.
fn only_there(answer: &str, sex: Sex) -> Option<(u16, bool)> {
    match (answer, sex) {
        ("orthostase", _) => Some((12, true)),
        ("sedativa" | "antipsychotika", _) => Some((13, true)),
        ("glitazone", _) => Some((13, false)),
        ("fruehe_meno", Sex::Female) => Some((15, false)),
        ("gnrh_f", Sex::Female) => Some((17, false)),
        ("antiandrogene", Sex::Male) => Some((15, false)),
        // Asked there too, for a work-up, and multiplied by neither.
        (
            "fruehe_meno" | "gnrh_f" | "antiandrogene" | "bariatrie" | "crohn" | "cushing" | "hiv"
            | "hormonablation" | "hypogonadismus" | "lupus" | "magenop" | "wachstumsmangel" | "zoeliakie",
            _,
        ) => None,
        _ => panic!("{answer} is not mapped"),
    }
}

/// In which the other program differs from the tables here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Dissent {
    Copd,
    Type2Diabetes,
    Immobility,
    ParentOver75,
    /// Hyponatraemia and an anticonvulsant count there beside the factors of falls.
    ApartFromFalls,
    /// A factor that these tables do not have.
    FactorOnlyThere,
}

const DISSENTS: [Dissent; 6] = [
    Dissent::Copd,
    Dissent::Type2Diabetes,
    Dissent::Immobility,
    Dissent::ParentOver75,
    Dissent::ApartFromFalls,
    Dissent::FactorOnlyThere,
];

/// Every set of dissents, the smaller first.
fn subsets() -> Vec<Vec<Dissent>> {
    let subset = |bits: u32| DISSENTS.into_iter().enumerate().filter(move |(i, _)| bits & (1 << i) != 0);
    let mut all: Vec<Vec<Dissent>> =
        (0..64).map(|bits| subset(bits).map(|(_, dissent)| dissent).collect()).collect();
    all.sort_by_key(Vec::len);
    all
}

/// The product in hundredths by a plain count, with some of the dissents.
fn product(answers: &[&str], sex: Sex, age: f64, dissents: &[Dissent]) -> u16 {
    let has = |dissent| dissents.contains(&dissent);
    let mut best: BTreeMap<String, u16> = BTreeMap::new();
    let mut count = |group: String, tenths: u16| {
        let strongest = best.entry(group).or_default();
        *strongest = tenths.max(*strongest);
    };
    for &answer in answers {
        let Some(factor) = factor(answer) else {
            if let (true, Some((tenths, falls))) = (has(Dissent::FactorOnlyThere), only_there(answer, sex)) {
                count(if falls { format!("{:?}", Group::Falls) } else { answer.to_owned() }, tenths);
            }
            continue;
        };
        let tenths = match factor {
            Factor::Copd if has(Dissent::Copd) => 15,
            Factor::Type2Diabetes5To10Years if has(Dissent::Type2Diabetes) => 12,
            Factor::Immobility if !has(Dissent::Immobility) => continue,
            Factor::AromataseInhibitor => continue,
            Factor::ParentalHipFracture if age > 75.0 && !has(Dissent::ParentOver75) => continue,
            _ => factor.tenths(),
        };
        let group = match factor.group() {
            Group::Falls
                if matches!(answer, "antikonvulsiva" | "hyponatriamie") && has(Dissent::ApartFromFalls) =>
            {
                answer.to_owned()
            }
            Group::Single => factor.id().to_owned(),
            group => format!("{group:?}"),
        };
        count(group, tenths);
    }
    let mut strongest: Vec<u16> = best.into_values().collect();
    strongest.sort_unstable_by_key(|&tenths| core::cmp::Reverse(tenths));
    strongest.resize(2, 10);
    strongest[0] * strongest[1]
}

/// One person of the other program.
struct Other {
    sex: Sex,
    age: f64,
    t: Option<f64>,
    answers: Vec<String>,
    product: u16,
    /// Required products in hundredths; 0 where it has none.
    required: [u16; 3],
    /// What it says of each tier; `None` where it says nothing.
    reached: [Option<bool>; 3],
}

fn others() -> Vec<Other> {
    let read = |row: BTreeMap<String, String>| Other {
        sex: sex(&row["sex"]),
        age: row["age"].parse().unwrap(),
        t: optional(&row["t_total_hip"]),
        answers: row["answers"].split(';').filter(|answer| !answer.is_empty()).map(str::to_owned).collect(),
        product: hundredths(&row["product"]),
        required: ["threshold_3pct", "threshold_5pct", "threshold_10pct"]
            .map(|column| if row[column].is_empty() { 0 } else { hundredths(&row[column]) }),
        reached: ["product_ge_3", "product_ge_5", "product_ge_10"]
            .map(|column| (!row[column].is_empty()).then(|| row[column] == "true")),
    };
    rows(OTHER_PROGRAM).map(read).collect()
}

impl Other {
    fn cell(&self, rule: DvoAgeRow) -> Cell {
        cell(self.sex, self.age, self.t, rule).unwrap()
    }

    fn answers(&self) -> Vec<&str> {
        self.answers.iter().map(String::as_str).collect()
    }

    fn ours(&self) -> Inputs {
        let factors = self.answers.iter().filter_map(|answer| factor(answer)).collect();
        Inputs { sex: self.sex, age_years: self.age, t_total_hip: self.t, factors }
    }
}

/// The two cells that the other program does not have: sex, age, column and tier.
const CELLS_MISSING_THERE: [(Sex, u8, &str, usize); 2] =
    [(Sex::Male, 50, "-4.0", 2), (Sex::Male, 65, "-3.0", 2)];

#[test]
fn required_products_of_another_program() {
    let (mut nearest, mut floor, mut missing) = (0, 0, Vec::new());
    let others = others();
    for other in &others {
        floor += usize::from(other.cell(DvoAgeRow::Floor).required_hundredths == other.required);
        let cell = other.cell(DvoAgeRow::Nearest);
        if cell.required_hundredths == other.required {
            nearest += 1;
            continue;
        }
        for (tier, (ours, theirs)) in cell.required_hundredths.into_iter().zip(other.required).enumerate() {
            if ours != theirs {
                assert_eq!(theirs, 0, "{cell:?}");
                missing.push((other.sex, cell.age_row, cell.column, tier));
            }
        }
    }
    assert_eq!((others.len(), nearest, floor), (600, 594, 403));
    assert_eq!(missing.len(), 6);
    missing.sort_unstable();
    missing.dedup();
    assert_eq!(missing, CELLS_MISSING_THERE);
}

#[test]
fn products_of_another_program() {
    use Dissent as D;
    let mut classes: BTreeMap<Vec<Dissent>, usize> = BTreeMap::new();
    for other in others() {
        let (answers, inputs) = (other.answers(), other.ours());
        let ours = risk(&inputs, DvoAgeRow::Nearest).unwrap().product_hundredths;
        assert_eq!(ours, product(&answers, other.sex, other.age, &[]), "{answers:?}");
        // With all that it has otherwise, its product to the last digit: no row is unexplained.
        assert_eq!(other.product, product(&answers, other.sex, other.age, &DISSENTS), "{answers:?}");
        if ours != other.product {
            // The fewest dissents that make it.
            let smallest = subsets()
                .into_iter()
                .find(|some| product(&answers, other.sex, other.age, some) == other.product);
            *classes.entry(smallest.unwrap()).or_default() += 1;
        }
    }
    let counts: Vec<(&[D], usize)> =
        classes.iter().map(|(class, &count)| (class.as_slice(), count)).collect();
    assert_eq!(
        counts,
        [
            (&[D::Copd][..], 9),
            (&[D::Copd, D::Immobility], 1),
            (&[D::Copd, D::FactorOnlyThere], 2),
            (&[D::Type2Diabetes], 7),
            (&[D::Immobility], 11),
            (&[D::Immobility, D::ParentOver75], 1),
            (&[D::ParentOver75], 3),
            (&[D::ApartFromFalls], 2),
            (&[D::FactorOnlyThere], 72),
        ]
    );
}

/// What makes the other program's tier another than ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// It takes a blank cell for one that is not reached.
    Blank,
    /// A cell that it does not have, and takes so.
    MissingCell,
    /// Its product.
    Product,
    /// Its product and a blank cell.
    ProductAndBlank,
}

#[test]
fn tiers_of_another_program() {
    let mut causes: BTreeMap<Cause, usize> = BTreeMap::new();
    for other in others() {
        let ours = risk(&other.ours(), DvoAgeRow::Nearest).unwrap();
        // What it says follows from its product and its cells, where it has them.
        let said = other.required.map(|required| (required > 0).then_some(other.product >= required));
        let spoke = said.iter().any(Option::is_some);
        assert_eq!(other.reached, said, "{:?}", other.answers);
        let last = other.reached.iter().rposition(|reached| *reached == Some(true));
        let theirs = last.map_or(Tier::Below3, |tier| Tier::ALL[tier + 1]);
        if theirs == ours.tier {
            continue;
        }
        let blanks_not_reached = ours.cell.required_hundredths.map(|r| if r == 0 { u16::MAX } else { r });
        let unread = Cell { required_hundredths: blanks_not_reached, ..ours.cell };
        let cause = if other.required != ours.cell.required_hundredths {
            Cause::MissingCell
        } else if ours.cell.tier(other.product) == theirs {
            Cause::Product
        } else if unread.tier(ours.product_hundredths) == theirs {
            Cause::Blank
        } else {
            assert!(unread.tier(other.product) == theirs && spoke, "{:?}", other.answers);
            Cause::ProductAndBlank
        };
        *causes.entry(cause).or_default() += 1;
    }
    assert_eq!(
        causes.into_iter().collect::<Vec<_>>(),
        [(Cause::Blank, 209), (Cause::MissingCell, 6), (Cause::Product, 25)]
    );
}

/// Each table falls, or stays, with a worse T-score and with age: no exception was published.
#[test]
fn every_cell_against_its_neighbours() {
    let columns = (0..=8).map(|half| -f64::from(half) / 2.0);
    for sex in [Sex::Female, Sex::Male] {
        for age in (50..=90).step_by(5) {
            for t in columns.clone().map(Some).chain([None]) {
                let at =
                    |age: u8, t| cell(sex, f64::from(age), t, DvoAgeRow::Floor).unwrap().required_hundredths;
                let here = at(age, t);
                assert!(here.is_sorted(), "{sex} {age} {t:?}");
                let neighbours = [
                    (age < 90).then(|| at(age + 5, t)),
                    t.filter(|&t| t > -4.0).map(|t| at(age, Some(t - 0.5))),
                ];
                for worse in neighbours.into_iter().flatten() {
                    assert!(worse.iter().zip(here).all(|(&worse, here)| worse <= here), "{sex} {age} {t:?}");
                }
            }
        }
    }
}
