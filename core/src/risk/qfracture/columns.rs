//! Both risks of a column of people, the same bits as [`risk`](super::risk()) of each.

use crate::document::{QfractureEthnicity, Sex, Smoking};
use crate::error::{Code, Refusal};

use super::column_refusals::{answered, refuse, refuse_bmi};
use super::equations::{Both, Equations, Version, bmi_inside, risks, without_bmi};
use super::inputs::Alcohol;
use super::terms::{BodyMass, FactorTerms, both};

/// What the equations ask of people, a row each. Codes are places in the list of their type.
///
/// What is in a null row is not looked at.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// Which rows there are, as Arrow's bitmap: bit i of byte i / 8; `None`: all.
    pub validity: Option<&'a [u8]>,
    /// Places in [`Sex::ALL`].
    pub sex: &'a [u8],
    /// Completed years; 30-100.
    pub age_years: &'a [u8],
    /// Body mass index, kg/m2, unrounded; 20-40.
    pub bmi_kg_m2: &'a [f64],
    /// Places in [`Alcohol::ALL`].
    pub alcohol: &'a [u8],
    /// Places in [`QfractureEthnicity::ALL`].
    pub ethnicity: &'a [u8],
    /// Places in [`Smoking::ALL`].
    pub smoking: &'a [u8],
    /// The factors present, as of [`Factors::bits`](super::Factors::bits).
    pub factors: &'a [u32],
}

/// Where the risks of a column go.
#[derive(Debug)]
pub struct ColumnRisks<'a> {
    /// Any osteoporotic fracture, %; NaN in a row that is refused.
    pub any_percent: &'a mut [f64],
    /// Hip fracture, %; NaN in a row that is refused.
    pub hip_percent: &'a mut [f64],
    /// Which rows have an answer, as Arrow's bitmap; bits of the last byte beyond the rows are 0.
    pub validity: &'a mut [u8],
    /// [`Refused::number`](super::Refused::number) of each row, 0 where it has an answer.
    pub refused: &'a mut [u8],
}

/// The equations of a release and a horizon, made ready for columns.
///
/// ```
/// use osteon::risk::qfracture::{ColumnEquations, ColumnRisks, Columns, Factor, Factors, Refused, Version};
///
/// let equations = ColumnEquations::new(Version::V2012, 10)?;
/// let people = Columns {
///     validity: None,
///     sex: &[0, 1, 0],
///     age_years: &[65, 80, 29],
///     bmi_kg_m2: &[25.0, 22.5, 25.0],
///     alcohol: &[0, 1, 0],
///     ethnicity: &[0, 0, 0],
///     smoking: &[0, 4, 0],
///     factors: &[0, Factors::NONE.with(Factor::Falls).bits(), 0],
/// };
/// let (mut any, mut hip, mut valid, mut refused) = ([0.0; 3], [0.0; 3], [0], [0; 3]);
/// equations.risks(
///     &people,
///     ColumnRisks {
///         any_percent: &mut any,
///         hip_percent: &mut hip,
///         validity: &mut valid,
///         refused: &mut refused,
///     },
/// )?;
/// assert!((any[0] - 4.546508).abs() < 5e-7 && (hip[0] - 1.185586).abs() < 5e-7);
/// assert_eq!(valid, [0b011]);
/// assert_eq!(Refused::from_number(refused[2]), Some(Refused::Age));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Debug)]
pub struct ColumnEquations {
    women: OfSex,
    men: OfSex,
}

/// The terms of a sex by code. The lists go on with noughts to a power of two, so that a masked code is
/// always in them.
#[derive(Debug)]
struct OfSex {
    age: [Both; 128],
    alcohol: [Both; 8],
    ethnicity: [Both; 16],
    smoking: [Both; 8],
    factors: &'static FactorTerms,
    body_mass: BodyMass,
    ln_survival: Both,
}

/// Rows reckoned at a time: what they take stays in the nearest cache. A multiple of eight, for the bitmaps.
const BLOCK: usize = 512;

impl ColumnEquations {
    /// # Errors
    /// A horizon outside 1-18 years (2012) or 1-10 (2016; 11-18 is [`Code::NotPublished`]).
    pub fn new(version: Version, years: u8) -> Result<Self, Refusal> {
        version.years_within(years)?;
        let of = |sex| OfSex::new(version.equations(sex), years);
        match (of(Sex::Female), of(Sex::Male)) {
            (Some(women), Some(men)) => Ok(Self { women, men }),
            _ => Err(super::equations::no_survival(years)),
        }
    }

    /// The risks of each row, without a branch a row.
    ///
    /// A row that [`risk`](super::risk()) refuses is refused with the same code and field, and so is one with
    /// a code that is none; of several reasons the first of [`Refused::ALL`](super::Refused::ALL) is given.
    ///
    /// # Errors
    /// A column of another length than `age_years`, or a bitmap that is too short for it
    /// ([`Code::Contradiction`] with its name). Nothing is written then.
    // Compiled where it is called, for speed there, though this crate may be compiled for size.
    #[inline]
    pub fn risks(&self, people: &Columns<'_>, risks: ColumnRisks<'_>) -> Result<(), Refusal> {
        lengths_fit(people, &risks)?;
        pulp::Arch::new().dispatch(Pass { equations: self, people, risks });
        Ok(())
    }

    /// The linear predictors without body mass index. Both of a row lie together, since they are added in one vector.
    #[inline(always)]
    fn add_up(&self, rows: &Columns<'_>, sums: &mut [Both]) {
        let codes =
            rows.sex.iter().zip(rows.age_years).zip(rows.alcohol).zip(rows.ethnicity).zip(rows.smoking);
        for ((((((sex, age), alcohol), ethnicity), smoking), factors), sum) in
            codes.zip(rows.factors).zip(sums)
        {
            let of = if sex & 1 == 0 { &self.women } else { &self.men };
            *sum = without_bmi(
                at(&of.age, *age),
                at(&of.alcohol, *alcohol),
                at(&of.ethnicity, *ethnicity),
                at(&of.smoking, *smoking),
                of.factors.sum(*factors),
            );
        }
    }

    /// From those to the risks. Nothing but doubles and sex: bytes beside them would halve the vectors.
    #[inline(always)]
    fn finish(&self, rows: &Columns<'_>, any: &mut [f64], hip: &mut [f64]) {
        let (women, men) = (&self.women, &self.men);
        let (body_women, body_men) = (women.body_mass, men.body_mass);
        let (ln_women, ln_men) = (women.ln_survival, men.ln_survival);
        for ((sex, bmi), (any, hip)) in rows.sex.iter().zip(rows.bmi_kg_m2).zip(any.iter_mut().zip(hip)) {
            let man = sex & 1 == 1;
            let bmi_term = BodyMass::either(man, body_men, body_women).of(bmi_inside(*bmi).0);
            let ln_survival = both(
                if man { ln_men.any } else { ln_women.any },
                if man { ln_men.hip } else { ln_women.hip },
            );
            let pair = risks(both(*any, *hip).plus(bmi_term), ln_survival);
            (*any, *hip) = (pair.any_percent, pair.hip_percent);
        }
    }
}

/// One pass over all rows. A type and not a closure: the call of a closure need not be inlined, and would
/// then be compiled for the least of processors.
struct Pass<'a> {
    equations: &'a ColumnEquations,
    people: &'a Columns<'a>,
    risks: ColumnRisks<'a>,
}

impl pulp::WithSimd for Pass<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        let Self { equations, people, risks } = self;
        let percents = risks.any_percent.chunks_mut(BLOCK).zip(risks.hip_percent.chunks_mut(BLOCK));
        let said = risks.refused.chunks_mut(BLOCK).zip(risks.validity.chunks_mut(BLOCK / 8));
        let mut sums = [Both::default(); BLOCK];
        for (place, ((any, hip), (refused, validity))) in percents.zip(said).enumerate() {
            let rows = people.rows(place * BLOCK, any.len());
            refuse(&rows, refused);
            refuse_bmi(rows.bmi_kg_m2, refused);
            equations.add_up(&rows, &mut sums);
            for ((any, hip), sum) in any.iter_mut().zip(hip.iter_mut()).zip(&sums) {
                (*any, *hip) = (sum.any, sum.hip);
            }
            equations.finish(&rows, any, hip);
            answered(refused, validity, any, hip);
        }
    }
}

impl OfSex {
    fn new(equations: &'static Equations, years: u8) -> Option<Self> {
        Some(Self {
            age: by_code((0..128).map(|age| equations.age(age))),
            alcohol: by_code(Alcohol::ALL.iter().map(|&level| equations.alcohol(level))),
            ethnicity: by_code(QfractureEthnicity::ALL.iter().map(|&group| equations.ethnicity(group))),
            smoking: by_code(Smoking::ALL.iter().map(|&level| equations.smoking(level))),
            factors: equations.factors(),
            body_mass: equations.body_mass(),
            ln_survival: equations.ln_survival(years)?,
        })
    }
}

fn by_code<const N: usize>(terms: impl Iterator<Item = Both>) -> [Both; N] {
    let mut list = [Both::default(); N];
    list.iter_mut().zip(terms).for_each(|(place, term)| *place = term);
    list
}

/// The term at a code, of a list of a power of two; where the code is none, any.
#[inline(always)]
fn at<const N: usize>(list: &[Both; N], code: u8) -> Both {
    const { assert!(N.is_power_of_two()) };
    list.get(usize::from(code) & (N - 1)).copied().unwrap_or_default()
}

impl<'a> Columns<'a> {
    /// So many rows from one on; as many as there are. The first must be a multiple of eight.
    #[inline(always)]
    fn rows(&self, first: usize, many: usize) -> Self {
        fn part<T>(column: &[T], first: usize, many: usize) -> &[T] {
            column.get(first..first + many).unwrap_or_default()
        }
        Self {
            validity: self.validity.map(|bits| part(bits, first / 8, many.div_ceil(8))),
            sex: part(self.sex, first, many),
            age_years: part(self.age_years, first, many),
            bmi_kg_m2: part(self.bmi_kg_m2, first, many),
            alcohol: part(self.alcohol, first, many),
            ethnicity: part(self.ethnicity, first, many),
            smoking: part(self.smoking, first, many),
            factors: part(self.factors, first, many),
        }
    }
}

fn lengths_fit(people: &Columns<'_>, risks: &ColumnRisks<'_>) -> Result<(), Refusal> {
    let rows = people.age_years.len();
    let columns = [
        ("sex", people.sex.len()),
        ("bmi_kg_m2", people.bmi_kg_m2.len()),
        ("alcohol", people.alcohol.len()),
        ("ethnicity", people.ethnicity.len()),
        ("smoking", people.smoking.len()),
        ("factors", people.factors.len()),
        ("any_percent", risks.any_percent.len()),
        ("hip_percent", risks.hip_percent.len()),
        ("refused", risks.refused.len()),
    ];
    if let Some((name, given)) = columns.into_iter().find(|&(_, given)| given != rows) {
        return Err(Refusal::new(Code::Contradiction, name, given, format!("age_years has {rows} rows")));
    }
    let needed = rows.div_ceil(8);
    let bitmaps = [people.validity.map_or(needed, <[u8]>::len), risks.validity.len()];
    match bitmaps.into_iter().find(|&given| given < needed) {
        None => Ok(()),
        Some(given) => {
            let limit = format!("{needed} bytes are needed for {rows} rows");
            Err(Refusal::new(Code::Contradiction, "validity", given, limit))
        }
    }
}
