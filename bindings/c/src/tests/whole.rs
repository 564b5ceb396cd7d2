//! One region by itself is what a whole assessment of the same facts makes of it: to the last bit, prints, both sources,
//! men and subsets of the spine included.

use core::ptr;

use osteon::document::assessment::{Assessment, Reason};
use osteon::document::options::TSource;
use osteon::document::{
    Ethnicity, GenderIdentity, History, Manufacturer, Patient, Region, RiskFactors, Scan, ScanRegion, Sex,
    Side, Vertebrae,
};
use osteon::outputs::Outputs;

use super::support::{Handle, empty};
use crate::abi::{osteon_number, osteon_status, osteon_text, osteon_truth};
use crate::codes::{
    osteon_category, osteon_ethnicity, osteon_gender_identity, osteon_manufacturer, osteon_region,
    osteon_sex, osteon_side, osteon_t_source,
};
use crate::measure::{
    osteon_densitometric_class, osteon_diagnose, osteon_person, osteon_region_score, osteon_score_region,
};
use crate::region::{osteon_scan, osteon_scan_region};

/// Who and what, as the engine has it; the same over the ABI is made of it.
#[derive(Clone, Debug, Default)]
struct Case {
    person: Patient,
    maker: Option<Manufacturer>,
    line: ScanRegion,
    /// Of other regions, for the class.
    rest: Vec<ScanRegion>,
}

fn code<C>(one: Option<C>, number: impl FnOnce(C) -> i32) -> i32 {
    one.map_or(0, number)
}

fn truth(one: Option<bool>) -> i32 {
    osteon_truth::from(one) as i32
}

impl Case {
    fn lines(&self) -> impl Iterator<Item = &ScanRegion> {
        core::iter::once(&self.line).chain(&self.rest)
    }

    fn whole(&self, engine: &osteon::Engine) -> Assessment {
        let regions = Some(self.lines().cloned().collect());
        let scan = Scan { manufacturer: self.maker, regions, ..Scan::default() };
        engine.assess(&Patient { scans: Some(vec![scan]), ..self.person.clone() }).unwrap()
    }

    fn over_the_abi(&self) -> (osteon_person, osteon_scan, Vec<osteon_scan_region>) {
        let p = &self.person;
        let history = p.history.clone().unwrap_or_default();
        let risk_factors = p.risk_factors.clone().unwrap_or_default();
        let sex = |sex| osteon_sex::from(sex) as i32;
        let person = osteon_person {
            sex: code(p.sex, sex),
            age_years: p.age_years.into(),
            postmenopausal: truth(p.postmenopausal),
            ethnicity: code(p.ethnicity, |one| osteon_ethnicity::from(one) as i32),
            menopause_age_years: p.menopause_age_years.into(),
            sex_recorded_at_birth: code(p.sex_recorded_at_birth, sex),
            gender_identity: code(p.gender_identity, |one| osteon_gender_identity::from(one) as i32),
            hip_prosthesis_left: truth(history.hip_prosthesis_left),
            hip_prosthesis_right: truth(history.hip_prosthesis_right),
            amputation: truth(history.amputation),
            hyperparathyroidism: truth(risk_factors.hyperparathyroidism),
            ..empty()
        };
        let manufacturer = code(self.maker, |one| osteon_manufacturer::from(one) as i32);
        let scan = osteon_scan { manufacturer, ..empty() };
        let region = |line: &ScanRegion| osteon_scan_region {
            region: code(line.region, |one| osteon_region::from(one) as i32),
            side: code(line.side, |one| osteon_side::from(one) as i32),
            vertebrae: line.vertebrae.map_or(0, |set| set.bits().into()),
            excluded: truth(line.excluded),
            bmd_g_cm2: line.bmd_g_cm2.into(),
            sbmd_mg_cm2: line.sbmd_mg_cm2.into(),
            printed_t_score: line.t_score.into(),
            printed_z_score: line.z_score.into(),
            ..empty()
        };
        (person, scan, self.lines().map(region).collect())
    }

    /// Holds both calls to the whole; the word of what it came to.
    fn hold(&self, engine: &osteon::Engine, over: &Handle) -> (osteon_region_score, osteon_category) {
        let (person, scan, lines) = self.over_the_abi();
        let mut found = empty::<osteon_region_score>();
        let mut class = empty::<osteon_densitometric_class>();
        let (person, scan, first) = (&raw const person, &raw const scan, lines.as_ptr());
        // SAFETY: all pointers are of this scope.
        let said = unsafe {
            [
                osteon_score_region(over.get(), person, scan, first, &raw mut found, ptr::null_mut()),
                osteon_diagnose(
                    over.get(),
                    person,
                    scan,
                    first,
                    lines.len(),
                    &raw mut class,
                    ptr::null_mut(),
                ),
            ]
        };
        assert_eq!(said, [osteon_status::Ok; 2], "{self:?}");
        let whole = self.whole(engine);
        let its = &whole.scores()[0];
        let bits = |x: Option<f64>| x.map(f64::to_bits);
        let number = |x: osteon_number| bits(x.get().unwrap());
        for (what, own, its) in [
            ("t", found.t_score, its.t_score),
            ("t reported", found.t_score_reported, its.t_score_reported),
            ("t low", found.t_score_low, its.t_score_low),
            ("t high", found.t_score_high, its.t_score_high),
            ("z", found.z_score, its.z_score),
            ("sbmd", found.sbmd_mg_cm2, its.sbmd_mg_cm2),
            ("error of sbmd", found.sbmd_error_percent, its.sbmd_error_percent),
        ] {
            assert_eq!(number(own), bits(its), "{what}: {self:?}");
        }
        let source = its.t_source.as_deref().and_then(TSource::from_key);
        assert_eq!(found.t_source, source.into(), "{self:?}");
        let text = |text: osteon_text| {
            // SAFETY: texts live as long as the engine.
            unsafe { text.get("text") }.unwrap().map(str::to_owned)
        };
        let words = |reason: &Option<Reason>| reason.as_ref().map(|reason| reason.code.clone());
        assert_eq!(text(found.withheld), words(&its.withheld), "{self:?}");
        assert_eq!(text(found.z_withheld), words(&its.z_withheld), "{self:?}");
        assert_eq!(found.flags.count_ones() as usize, its.flags.len(), "{:?} {self:?}", its.flags);

        let diagnosis = whole.diagnosis.as_ref().unwrap();
        assert_eq!(class.category, diagnosis.category.into(), "{self:?}");
        assert_eq!(
            (number(class.t_score), number(class.z_score)),
            (bits(diagnosis.t_score), bits(diagnosis.z_score))
        );
        if diagnosis.t_score.is_some() && self.rest.is_empty() {
            assert_eq!(number(found.t_score_compared), bits(diagnosis.t_score), "{self:?}");
        }
        assert_eq!(found.t_score_compared.known, found.t_score.known, "{self:?}");
        (found, class.category)
    }
}

fn engines() -> Vec<(osteon::Engine, Handle)> {
    let all = "scores,diagnosis";
    [r#"{}"#, r#"{"t_source": "computed"}"#, r#"{"t_compare": "exact"}"#]
        .iter()
        .map(|json| {
            let options = osteon::json::options(json.as_bytes()).unwrap();
            let engine = osteon::Engine::new(options, Vec::new()).unwrap();
            (engine.with_outputs(Outputs::parse(all).unwrap()), Handle::of(json, all))
        })
        .collect()
}

fn woman(age: f64) -> Patient {
    Patient { sex: Some(Sex::Female), age_years: Some(age), ..Patient::default() }
}

fn man(age: f64) -> Patient {
    Patient { sex: Some(Sex::Male), ..woman(age) }
}

fn neck(bmd: f64) -> ScanRegion {
    ScanRegion { region: Some(Region::FemoralNeck), bmd_g_cm2: Some(bmd), ..ScanRegion::default() }
}

#[test]
fn a_score_is_that_of_a_whole_assessment() {
    let set = |words: &str| Some(words.parse::<Vertebrae>().unwrap());
    let places = [
        (Region::FemoralNeck, None),
        (Region::TotalHip, None),
        (Region::Radius33, None),
        (Region::TotalBody, None),
        (Region::LumbarSpine, None),
        (Region::LumbarSpine, set("L1-L4")),
        (Region::LumbarSpine, set("L2-L4")),
        (Region::LumbarSpine, set("L1,L3")),
        (Region::LumbarSpine, set("L3")),
    ];
    let makers = [Some(Manufacturer::Hologic), Some(Manufacturer::GeLunar), None];
    let prints = [(None, None), (Some(-2.6), None), (Some(-1.04), Some(0.3)), (None, Some(-1.25))];
    let values = [
        (Some(0.558), None),
        (Some(0.7123), None),
        (Some(1.2), None),
        (None, Some(640.0)),
        (Some(0.8), Some(790.0)),
        (None, None),
    ];
    let people = [woman(49.0), woman(50.0), woman(88.2), man(49.9), man(66.0), woman(15.0)];
    let (mut cases, mut driven_by_print) = (0, 0);
    for (engine, over) in engines() {
        for person in &people {
            for maker in makers {
                for (region, vertebrae) in places {
                    for (bmd_g_cm2, sbmd_mg_cm2) in values {
                        for (t_score, z_score) in prints {
                            let line = ScanRegion {
                                region: Some(region),
                                vertebrae,
                                bmd_g_cm2,
                                sbmd_mg_cm2,
                                t_score,
                                z_score,
                                ..ScanRegion::default()
                            };
                            let (found, _) = Case { person: person.clone(), maker, line, ..Case::default() }
                                .hold(&engine, &over);
                            cases += 1;
                            driven_by_print += usize::from(found.t_source == osteon_t_source::Printed);
                        }
                    }
                }
            }
        }
    }
    assert!(cases > 10_000 && driven_by_print > 1_000, "{cases}, {driven_by_print}");
}

/// A print drives the class; what is shown beside reference and interval is theirs all the same.
#[test]
fn a_print_drives_and_the_computed_score_is_shown() {
    let line = ScanRegion { t_score: Some(-2.6), ..neck(0.60) };
    let case = Case { person: woman(67.0), maker: Some(Manufacturer::Hologic), line, ..Case::default() };
    let engines = engines();
    let (found, category) = case.hold(&engines[0].0, &engines[0].1);
    let tenths = |number: osteon_number| number.get().unwrap();
    assert_eq!((tenths(found.t_score_reported), tenths(found.t_score_compared)), (Some(-2.2), Some(-2.6)));
    assert_eq!((found.t_source, category), (osteon_t_source::Printed, osteon_category::Osteoporosis));
    assert!(found.t_score_low.value < -2.2 && found.t_score_high.value > -2.2);
    let (found, category) = case.hold(&engines[1].0, &engines[1].1);
    assert_eq!((tenths(found.t_score_compared), category), (Some(-2.2), osteon_category::LowBoneMass));
}

/// Everything that withholds a score in a whole assessment, or chooses its reference, is asked here too.
#[test]
fn what_withholds_a_score_is_asked() {
    let hologic = Some(Manufacturer::Hologic);
    let engines = engines();
    let (engine, over) = &engines[0];
    let history = |history| Patient { history: Some(history), ..woman(67.0) };
    let left = History { hip_prosthesis_left: Some(true), ..History::default() };
    let right = History { hip_prosthesis_right: Some(true), ..History::default() };
    let amputee = History { amputation: Some(true), ..History::default() };
    let trans = Patient {
        sex_recorded_at_birth: Some(Sex::Male),
        gender_identity: Some(GenderIdentity::Female),
        postmenopausal: Some(true),
        ethnicity: Some(Ethnicity::Black),
        ..woman(45.0)
    };
    let on = |side| ScanRegion { side: Some(side), ..neck(0.55) };
    let body = ScanRegion { region: Some(Region::TotalBody), ..neck(0.9) };
    for (person, line, withheld) in [
        (history(left.clone()), on(Side::Left), Some("hip_prosthesis")),
        (history(left), on(Side::Right), None),
        (history(right), on(Side::Right), Some("hip_prosthesis")),
        (history(amputee.clone()), body, Some("amputation")),
        (history(amputee), neck(0.55), None),
        (trans.clone(), neck(0.55), Some("transgender_under_50")),
        (Patient { age_years: Some(52.0), ..trans.clone() }, neck(0.55), None),
        (
            Patient {
                gender_identity: Some(GenderIdentity::NonConforming),
                sex_recorded_at_birth: None,
                ..trans
            },
            neck(0.55),
            Some("transgender_under_50"),
        ),
        (woman(48.0), neck(0.55), Some("menopausal_status_unknown")),
        (Patient { menopause_age_years: Some(44.0), ..woman(48.0) }, neck(0.55), None),
    ] {
        let case = Case { person, maker: hologic, line, ..Case::default() };
        let (found, _) = case.hold(engine, over);
        // SAFETY: texts live as long as the engine.
        assert_eq!(unsafe { found.withheld.get("withheld") }.unwrap(), withheld, "{case:?}");
    }
    let spine = ScanRegion { region: Some(Region::LumbarSpine), ..neck(1.0) };
    let radius = ScanRegion { region: Some(Region::Radius33), t_score: Some(-3.0), ..neck(0.45) };
    for (stated, expected) in [(None, osteon_category::Normal), (Some(true), osteon_category::Osteoporosis)] {
        let risk_factors = Some(RiskFactors { hyperparathyroidism: stated, ..RiskFactors::default() });
        let person = Patient { risk_factors, ..woman(67.0) };
        let rest = vec![spine.clone(), radius.clone()];
        let (_, category) = Case { person, maker: hologic, line: neck(0.9), rest }.hold(engine, over);
        assert_eq!(category, expected);
    }
}
