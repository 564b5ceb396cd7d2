//! Both QFracture-2012 risks of one person, inputs validated, against the crate `clincalc`; and of columns,
//! against that and against the least that columns could take.

use std::hint::black_box;

use clincalc::calculators::qfracture as yardstick;
use criterion::{Criterion, Throughput, criterion_group};
use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::math::exp;
use osteon::risk::qfracture::{
    Alcohol, ColumnEquations, ColumnRisks, Columns, Factor, Factors, Inputs, Version, risk,
};
use osteon_benches::print_ratio;

const PEOPLE: usize = 1000;

/// One person as either side takes them.
struct Person {
    ours: Inputs,
    theirs: yardstick::QfractureInput,
}

/// People of both sexes with every age, level and group; each factor in one of six.
fn people() -> Vec<Person> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |n: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % n
    };
    (0..PEOPLE)
        .map(|_| {
            let (height_cm, bmi) = (150.0 + below(400) as f64 / 10.0, 20.5 + below(1900) as f64 / 100.0);
            let metres = height_cm / 100.0;
            let weight_kg = bmi * metres * metres;
            let factors: Factors = Factor::ALL.iter().copied().filter(|_| below(6) == 0).collect();
            let ours = Inputs {
                alcohol: Alcohol::ALL[below(6) as usize],
                ethnicity: QfractureEthnicity::ALL[below(9) as usize],
                smoking: Smoking::ALL[below(5) as usize],
                factors,
                ..Inputs::new(
                    if below(2) == 0 { Sex::Female } else { Sex::Male },
                    30 + below(71) as u8,
                    weight_kg / (metres * metres),
                )
            };
            Person { ours, theirs: theirs(&ours, height_cm, weight_kg) }
        })
        .collect()
}

fn theirs(ours: &Inputs, height_cm: f64, weight_kg: f64) -> yardstick::QfractureInput {
    use yardstick as y;
    let has = |factor| ours.factors.has(factor);
    y::QfractureInput {
        age: ours.age_years,
        sex: match ours.sex {
            Sex::Female => y::Sex::Female,
            Sex::Male => y::Sex::Male,
        },
        ethnicity: match ours.ethnicity {
            QfractureEthnicity::WhiteOrNotRecorded => y::Ethnicity::WhiteOrNotStated,
            QfractureEthnicity::Indian => y::Ethnicity::Indian,
            QfractureEthnicity::Pakistani => y::Ethnicity::Pakistani,
            QfractureEthnicity::Bangladeshi => y::Ethnicity::Bangladeshi,
            QfractureEthnicity::OtherAsian => y::Ethnicity::OtherAsian,
            QfractureEthnicity::BlackCaribbean => y::Ethnicity::BlackCaribbean,
            QfractureEthnicity::BlackAfrican => y::Ethnicity::BlackAfrican,
            QfractureEthnicity::Chinese => y::Ethnicity::Chinese,
            QfractureEthnicity::Other => y::Ethnicity::OtherEthnicGroup,
        },
        smoking: match ours.smoking {
            Smoking::Never => y::Smoking::NonSmoker,
            Smoking::Former => y::Smoking::ExSmoker,
            Smoking::Light => y::Smoking::LightSmoker,
            Smoking::Moderate => y::Smoking::ModerateSmoker,
            Smoking::Heavy => y::Smoking::HeavySmoker,
        },
        alcohol: match ours.alcohol {
            Alcohol::None => y::Alcohol::None,
            Alcohol::Trivial => y::Alcohol::Trivial,
            Alcohol::Light => y::Alcohol::Light,
            Alcohol::Moderate => y::Alcohol::Medium,
            Alcohol::Heavy => y::Alcohol::Heavy,
            Alcohol::VeryHeavy => y::Alcohol::VeryHeavy,
        },
        height_cm,
        weight_kg,
        antidepressant: has(Factor::Antidepressant),
        any_cancer: has(Factor::AnyCancer),
        asthma_or_copd: has(Factor::AsthmaOrCopd),
        care_home: has(Factor::CareHome),
        corticosteroids: has(Factor::Corticosteroids),
        cardiovascular_disease: has(Factor::CardiovascularDisease),
        dementia: has(Factor::Dementia),
        endocrine_problems: has(Factor::EndocrineDisorder),
        epilepsy_or_anticonvulsants: has(Factor::EpilepsyOrAnticonvulsant),
        history_of_falls: has(Factor::Falls),
        previous_fracture: has(Factor::PriorFracture),
        hrt: has(Factor::OestrogenHrt),
        liver_disease: has(Factor::ChronicLiverDisease),
        malabsorption: has(Factor::Malabsorption),
        parkinsons: has(Factor::Parkinson),
        rheumatoid_or_sle: has(Factor::RheumatoidArthritisOrLupus),
        renal_disease: has(Factor::ChronicKidneyDisease),
        type1_diabetes: has(Factor::Type1Diabetes),
        type2_diabetes: has(Factor::Type2Diabetes),
        parental_osteoporosis: has(Factor::ParentalHistory),
    }
}

/// Both sides must say the same of everybody, or there is nothing to compare. The yardstick speaks of
/// ten years and may round to one decimal.
fn agree(people: &[Person]) {
    for person in people {
        let ours = risk(Version::V2012, &person.ours, 10).expect("in range");
        let theirs = yardstick::compute(&person.theirs).expect("in range");
        let apart = (ours.any_percent - theirs.osteoporotic_percent)
            .abs()
            .max((ours.hip_percent - theirs.hip_percent).abs());
        assert!(apart < 0.051, "{:?}: {ours:?} and {theirs:?}", person.ours);
    }
}

/// The same people, as columns.
struct Table {
    sex: Vec<u8>,
    age_years: Vec<u8>,
    bmi_kg_m2: Vec<f64>,
    alcohol: Vec<u8>,
    ethnicity: Vec<u8>,
    smoking: Vec<u8>,
    factors: Vec<u32>,
}

impl Table {
    fn new(people: &[Person]) -> Self {
        let code = |of: fn(&Inputs) -> u8| people.iter().map(|person| of(&person.ours)).collect();
        Self {
            sex: code(|p| p.sex as u8),
            age_years: code(|p| p.age_years),
            bmi_kg_m2: people.iter().map(|person| person.ours.bmi_kg_m2).collect(),
            alcohol: code(|p| p.alcohol as u8),
            ethnicity: code(|p| p.ethnicity as u8),
            smoking: code(|p| p.smoking as u8),
            factors: people.iter().map(|person| person.ours.factors.bits()).collect(),
        }
    }

    fn columns(&self) -> Columns<'_> {
        Columns {
            validity: None,
            sex: &self.sex,
            age_years: &self.age_years,
            bmi_kg_m2: &self.bmi_kg_m2,
            alcohol: &self.alcohol,
            ethnicity: &self.ethnicity,
            smoking: &self.smoking,
            factors: &self.factors,
        }
    }

    /// What no columnar answer can do without: reading every input, and four exponentials a person, whose
    /// arguments are made of what was read.
    fn floor(&self, out: &mut [f64]) -> u64 {
        let bytes = [&self.sex, &self.age_years, &self.alcohol, &self.ethnicity, &self.smoking];
        let sum = |column: &Vec<u8>| column.iter().map(|x| u64::from(*x)).sum::<u64>();
        let read =
            bytes.into_iter().map(sum).sum::<u64>() + self.factors.iter().map(|x| u64::from(*x)).sum::<u64>();
        pulp::Arch::new().dispatch(FourExponentials { bmi: &self.bmi_kg_m2, out });
        read
    }
}

struct FourExponentials<'a> {
    bmi: &'a [f64],
    out: &'a mut [f64],
}

impl pulp::WithSimd for FourExponentials<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        let (any, hip) = self.out.split_at_mut(self.bmi.len());
        for ((bmi, any), hip) in self.bmi.iter().zip(any).zip(hip) {
            *any = exp(-exp(*bmi * 0.1));
            *hip = exp(-exp(*bmi * -0.1));
        }
    }
}

fn both_risks(c: &mut Criterion) {
    let people = people();
    agree(&people);
    let table = Table::new(&people);
    let mut group = c.benchmark_group("qfracture2012");
    group.throughput(Throughput::Elements(PEOPLE as u64));
    group.bench_function("clincalc", |b| {
        b.iter(|| {
            for person in &people {
                let _ = black_box(yardstick::compute(black_box(&person.theirs)));
            }
        });
    });
    group.bench_function("osteon", |b| {
        b.iter(|| {
            for person in &people {
                let _ = black_box(risk(Version::V2012, black_box(&person.ours), black_box(10)));
            }
        });
    });
    let (mut any, mut hip) = (vec![0.0; PEOPLE], vec![0.0; PEOPLE]);
    let (mut validity, mut refused) = (vec![0; PEOPLE.div_ceil(8)], vec![0; PEOPLE]);
    let equations = ColumnEquations::new(Version::V2012, 10).expect("published");
    group.bench_function("columns", |b| {
        b.iter(|| {
            let risks = ColumnRisks {
                any_percent: &mut any,
                hip_percent: &mut hip,
                validity: &mut validity,
                refused: &mut refused,
            };
            let done = black_box(&equations).risks(black_box(&table.columns()), risks);
            black_box((done.is_ok(), &mut any, &mut hip, &mut validity, &mut refused));
        });
    });
    let mut out = vec![0.0; 2 * PEOPLE];
    group.bench_function("floor", |b| {
        b.iter(|| {
            let read = black_box(&table).floor(&mut out);
            black_box((read, &mut out));
        });
    });
    group.finish();
}

criterion_group!(benches, both_risks);

fn main() {
    benches();
    Criterion::default().configure_from_args().final_summary();
    print_ratio("qfracture2012", "osteon", "clincalc", 0.5);
    print_ratio("qfracture2012", "columns", "clincalc", 0.125);
    print_ratio("qfracture2012", "columns", "osteon", 0.5);
    print_ratio("qfracture2012", "columns", "floor", 2.5);
}
