//! Which reference or equation the engine takes, as numbers that a ufunc is given.

use std::sync::LazyLock;

use osteon::Engine;
use osteon::densitometry::{Flag, Score, Withheld, standardise};
use osteon::document::options::{Options, SbmdSpine, ZReference};
use osteon::document::{Ethnicity, Manufacturer, Patient, Region, Scan, ScanRegion, Sex, Vertebrae};
use osteon::error::{Code, Refusal, nearest};
use osteon::quantity::{Age, Bmd};
use osteon::reference::age_matched::{self, AgeMatched};
use osteon::reference::thresholds::ADULT_AGE_YEARS;
use pyo3::prelude::*;

use super::refused::Refused;
use crate::asked;

static DEFAULT: LazyLock<Engine> = LazyLock::new(Engine::default);

/// A density that any scan may have: a reference does not depend on it.
const SOME_BMD: f64 = 1.0;
/// An age at which T-scores are given, and one of which every table by age speaks.
const T_AGE: f64 = 67.0;
const Z_AGE: f64 = 45.0;

/// A table by age, and whose scale the densities are on.
#[derive(Clone, Copy)]
pub(super) struct AgeReference {
    pub(super) table: &'static AgeMatched,
    pub(super) manufacturer: Manufacturer,
}

impl AgeReference {
    /// That of a number which [`age_reference`] gave.
    pub(super) fn of(number: f64) -> Option<Self> {
        let number = number as usize;
        let (table, manufacturer) = (number / Manufacturer::ALL.len(), number % Manufacturer::ALL.len());
        Some(Self {
            table: age_matched::all().get(table)?,
            manufacturer: Manufacturer::ALL.get(manufacturer).copied()?,
        })
    }

    fn number(self) -> Option<f64> {
        let place = age_matched::all().iter().position(|table| core::ptr::eq(table, self.table))?;
        Some((place * Manufacturer::ALL.len() + self.manufacturer as usize) as f64)
    }

    /// Whether it speaks of adults of this age, and the person is one.
    pub(super) fn reaches(self, age: Age) -> bool {
        f64::from(age.completed_years()) >= ADULT_AGE_YEARS && self.table.at(age.years()).is_some()
    }
}

/// What chooses an equation of standardised BMD.
#[derive(Clone, Copy)]
pub(super) struct Equation {
    pub(super) manufacturer: Manufacturer,
    pub(super) region: Region,
    pub(super) vertebrae: Vertebrae,
    pub(super) spine: SbmdSpine,
}

/// Sets of vertebrae, the empty one among them.
const SETS: usize = 16;

impl Equation {
    /// That of a number which [`sbmd_equation`] gave.
    pub(super) fn of(number: f64) -> Option<Self> {
        let number = number as usize;
        let (number, manufacturer) = (number / Manufacturer::ALL.len(), number % Manufacturer::ALL.len());
        let (number, region) = (number / Region::ALL.len(), number % Region::ALL.len());
        let (spine, vertebrae) = (number / SETS, number % SETS);
        Some(Self {
            manufacturer: Manufacturer::ALL.get(manufacturer).copied()?,
            region: Region::ALL.get(region).copied()?,
            vertebrae: Vertebrae::from_bits(u8::try_from(vertebrae).ok()?),
            spine: SbmdSpine::ALL.get(spine).copied()?,
        })
    }

    fn number(self) -> f64 {
        let number = self.spine as usize * SETS + usize::from(self.vertebrae.bits());
        let number = number * Region::ALL.len() + self.region as usize;
        (number * Manufacturer::ALL.len() + self.manufacturer as usize) as f64
    }
}

/// The mean and the SD of young adults, g/cm2, that a T-score of such a scan is computed with, and the id of the reference.
#[pyfunction]
#[pyo3(signature = (region, vertebrae, manufacturer, model, database, reference_sex, references))]
#[allow(clippy::too_many_arguments, reason = "all of it chooses the reference")]
pub(super) fn young_adult(
    py: Python<'_>,
    region: &str,
    vertebrae: Option<&str>,
    manufacturer: Option<&str>,
    model: Option<&str>,
    database: Option<&str>,
    reference_sex: &str,
    references: Option<&str>,
) -> PyResult<(f64, f64, String)> {
    let found = || -> Result<(f64, f64, String), Refused> {
        let sex = one_of("reference_sex", reference_sex, Sex::KEYS, Sex::from_key)?;
        let scan = scan(region, vertebrae, manufacturer, model, database)?;
        let own;
        let engine = if sex == Sex::Female && references.is_none() {
            &*DEFAULT
        } else {
            let men = if sex == Sex::Male { r#"{"male_reference": "on"}"# } else { "{}" };
            own = asked::engine(men, references.unwrap_or("[]"))?;
            &own
        };
        let person = Patient { sex: Some(sex), ..person(T_AGE, scan) };
        scored(engine, person, |score, scan| {
            let reference = match sex {
                Sex::Female => score.reference,
                Sex::Male => score.male_t.map(|(_, men)| men),
            };
            let reference = reference.ok_or_else(|| why_none(score, scan, score.withheld))?;
            Ok((reference.mean(), reference.sd(), reference.id()))
        })
    };
    found().map_err(|refused| refused.raised(py))
}

/// The number of the table by age that a Z-score of such a scan is computed with, for the ufunc.
#[pyfunction]
#[pyo3(signature = (region, sex, ethnicity, vertebrae, manufacturer, z_reference))]
pub(super) fn age_reference(
    py: Python<'_>,
    region: &str,
    sex: &str,
    ethnicity: Option<&str>,
    vertebrae: Option<&str>,
    manufacturer: Option<&str>,
    z_reference: &str,
) -> PyResult<f64> {
    let found = || -> Result<f64, Refused> {
        let sex = one_of("sex", sex, Sex::KEYS, Sex::from_key)?;
        let ethnicity = ethnicity
            .map(|word| one_of("ethnicity", word, Ethnicity::KEYS, Ethnicity::from_key))
            .transpose()?;
        let set = one_of("z_reference", z_reference, ZReference::KEYS, ZReference::from_key)?;
        let scan = scan(region, vertebrae, manufacturer, None, None)?;
        let engine = Engine::new(Options { z_reference: Some(set), ..Options::default() }, Vec::new())?;
        let person = Patient { sex: Some(sex), ethnicity, ..person(Z_AGE, scan) };
        scored(&engine, person, |score, scan| {
            let answer = score.z.map_err(|withheld| why_none(score, scan, Some(withheld)))?;
            let reference = answer.reference.zip(score.manufacturer);
            let number =
                reference.and_then(|(table, manufacturer)| AgeReference { table, manufacturer }.number());
            number.ok_or_else(|| why_none(score, scan, Some(Withheld::NoZReference)))
        })
    };
    found().map_err(|refused| refused.raised(py))
}

/// The number of the equation that standardises the density of such a scan, for the ufunc.
#[pyfunction]
#[pyo3(signature = (region, vertebrae, manufacturer, method))]
pub(super) fn sbmd_equation(
    py: Python<'_>,
    region: &str,
    vertebrae: Option<&str>,
    manufacturer: Option<&str>,
    method: &str,
) -> PyResult<f64> {
    let found = || -> Result<f64, Refused> {
        let spine = one_of("method", method, SbmdSpine::KEYS, SbmdSpine::from_key)?;
        let scan = scan(region, vertebrae, manufacturer, None, None)?;
        scored(&DEFAULT, person(T_AGE, scan), |score, scan| {
            let Some(manufacturer) = score.manufacturer else {
                return Err(why_none(score, scan, Some(Withheld::NoManufacturer)));
            };
            let equation = Equation { manufacturer, region: score.region, vertebrae: score.vertebrae, spine };
            Bmd::new(SOME_BMD)
                .and_then(|bmd| standardise(bmd, manufacturer, score.region, score.vertebrae, spine))
                .map(|_| equation.number())
                .ok_or_else(|| {
                    let limit = "no equation is published for this maker and region";
                    Refusal::new(Code::NotPublished, "region", words_of(score), limit)
                })
        })
    };
    found().map_err(|refused| refused.raised(py))
}

/// One of a closed list of words.
fn one_of<T>(
    field: &'static str,
    word: &str,
    keys: &'static [&'static str],
    of: impl Fn(&str) -> Option<T>,
) -> Result<T, Refusal> {
    of(word).ok_or_else(|| {
        let near = nearest(word, keys).map_or(String::new(), |near| format!("did you mean {near}? "));
        let limit = format!("{near}allowed: {}", keys.join(", "));
        Refusal::new(Code::NotAChoice, field, word.to_owned(), limit)
    })
}

fn scan(
    region: &str,
    vertebrae: Option<&str>,
    manufacturer: Option<&str>,
    model: Option<&str>,
    database: Option<&str>,
) -> Result<Scan, Refusal> {
    let set = |text: &str| {
        text.parse::<Vertebrae>()
            .map_err(|error| Refusal::new(Code::NotAChoice, "vertebrae", text.to_owned(), error.to_string()))
    };
    let manufacturer = manufacturer
        .map(|word| one_of("manufacturer", word, Manufacturer::KEYS, Manufacturer::from_key))
        .transpose()?;
    let line = ScanRegion {
        region: Some(one_of("region", region, Region::KEYS, Region::from_key)?),
        vertebrae: vertebrae.map(set).transpose()?,
        bmd_g_cm2: Some(SOME_BMD),
        ..ScanRegion::default()
    };
    Ok(Scan {
        manufacturer,
        model: model.map(str::to_owned),
        database: database.map(str::to_owned),
        regions: Some(vec![line]),
        ..Scan::default()
    })
}

fn person(age_years: f64, scan: Scan) -> Patient {
    Patient {
        sex: Some(Sex::Female),
        age_years: Some(age_years),
        scans: Some(vec![scan]),
        ..Patient::default()
    }
}

/// What the engine says of the one region of a person's one scan.
fn scored<T>(
    engine: &Engine,
    mut person: Patient,
    then: impl FnOnce(&Score<'_>, &Scan) -> Result<T, Refusal>,
) -> Result<T, Refused> {
    let mut refusals = Vec::new();
    let found = engine.session().scored(&mut person, true, &mut refusals, |person, scores, _| {
        let scan = person.document.scans.as_deref().and_then(<[Scan]>::first);
        scores.first().zip(scan).map(|(score, scan)| then(score, scan))
    });
    match found.flatten() {
        Some(found) => Ok(found?),
        None => {
            // Of the document of one scan the last part of a field is the name of the argument.
            for refusal in &mut refusals {
                let name = refusal.field.rsplit('.').next().unwrap_or_default().to_owned();
                refusal.field = name.into();
            }
            Err(Refused(refusals))
        }
    }
}

/// Why there is no reference, by the argument that would have to be another.
fn why_none(score: &Score<'_>, scan: &Scan, withheld: Option<Withheld>) -> Refusal {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let Some(withheld) = withheld else {
        let limit = "no reference of young men is held for this maker and region";
        return Refusal::new(Code::NotPublished, "region", words_of(score), limit);
    };
    let limit = withheld.text();
    match withheld {
        Withheld::NoManufacturer => Refusal::new(Code::Missing, "manufacturer", "", limit),
        Withheld::ModelNotStated => Refusal::new(Code::Missing, "model", "", limit),
        Withheld::NotRecognised if score.flags.has(Flag::MakerConflict) => {
            Refusal::new(Code::Contradiction, "model", text(&scan.model), Flag::MakerConflict.text())
        }
        Withheld::NotRecognised if score.flags.has(Flag::ModelNotRecognised) => {
            Refusal::new(Code::UnknownId, "model", text(&scan.model), limit)
        }
        Withheld::NotRecognised => Refusal::new(Code::UnknownId, "database", text(&scan.database), limit),
        Withheld::NoReference | Withheld::NoZReference => {
            Refusal::new(Code::NotPublished, "region", words_of(score), limit)
        }
        _ => Refusal::new(Code::NotUsable, "region", words_of(score), limit),
    }
}

/// A region with its vertebrae.
fn words_of(score: &Score<'_>) -> String {
    let maker = score.manufacturer.map_or(String::new(), |maker| format!("{maker} "));
    let region = score.region;
    if score.vertebrae.is_empty() {
        format!("{maker}{region}")
    } else {
        format!("{maker}{region} {}", score.vertebrae)
    }
}
