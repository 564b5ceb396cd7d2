//! What the C ABI costs: calls into the shared library as it is shipped, beside the same calls in Rust.

use core::ffi::{c_char, c_void};
use core::ptr;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;

use criterion::{Criterion, Throughput, criterion_group};
use libloading::Library;
use osteon::Engine;
use osteon::batch::{AnswerColumn, Answers, Codes, Columns, Owned, Values, assess_columns};
use osteon::quantity::Bmd;
use osteon_benches::{Promised, Run};

const ROWS: usize = 1 << 14;
const PATIENT: &str = r#"{"sex": "female", "age_years": 67, "height_cm": 161, "weight_kg": 58, "scans": [{"manufacturer":
  "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.558}]}]}"#;
const OUTPUTS: &str = "scores,diagnosis";

/// `osteon_text` of the header.
#[repr(C)]
struct Text {
    data: *const c_char,
    length: usize,
}

impl Text {
    const NONE: Self = Self { data: ptr::null(), length: 0 };

    fn of(text: &str) -> Self {
        Self { data: text.as_ptr().cast(), length: text.len() }
    }
}

/// `osteon_settings` of the header.
#[repr(C)]
struct Settings {
    size: u32,
    reserved: u32,
    options_json: Text,
    outputs: Text,
    references: *const c_void,
    reference_count: usize,
}

/// `osteon_column` of the header.
#[repr(C)]
struct Column {
    size: u32,
    storage: i32,
    name: Text,
    values: *const c_void,
    stride: isize,
    values_offset: usize,
    values_length: usize,
    offsets: *const c_void,
    validity: *const u8,
    validity_offset: usize,
    words: *const Text,
    word_count: usize,
}

/// `osteon_answer_column` of the header.
#[repr(C)]
struct AnswerInto {
    size: u32,
    holds: i32,
    name: Text,
    values: *mut c_void,
    stride: isize,
    validity: *mut u8,
}

const F64: i32 = 1;
const WORDS_U8: i32 = 10;

impl Column {
    fn of(name: &str, storage: i32, values: *const c_void, words: &[Text]) -> Self {
        Self {
            size: size_of::<Self>() as u32,
            storage,
            name: Text::of(name),
            values,
            stride: 0,
            values_offset: 0,
            values_length: 0,
            offsets: ptr::null(),
            validity: ptr::null(),
            validity_offset: 0,
            words: words.as_ptr(),
            word_count: words.len(),
        }
    }
}

type TScore = unsafe extern "C" fn(f64, f64, f64, *mut f64, *mut c_void) -> i32;
type EngineNew = unsafe extern "C" fn(*const Settings, *mut *mut c_void, *mut c_void) -> i32;
type AssessJson = unsafe extern "C" fn(*const c_void, *const c_char, usize, *mut Buffer, *mut c_void) -> i32;
type AssessColumns = unsafe extern "C" fn(
    *const c_void,
    *const Column,
    usize,
    usize,
    *const AnswerInto,
    usize,
    *const c_void,
    *mut usize,
    *mut c_void,
) -> i32;

/// `osteon_buffer` of the header.
#[repr(C)]
struct Buffer {
    data: *mut c_char,
    capacity: usize,
    length: usize,
}

/// The shared library in a profile: built as it is shipped for size, or as this bench is, for speed.
fn library(profile: &str) -> Library {
    let arguments = ["build", "-q", "-p", "osteon-c", "--profile", profile];
    let built = Command::new(env!("CARGO")).args(arguments).status();
    assert!(built.is_ok_and(|status| status.success()), "osteon-c does not build");
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    let path = target.join(profile).join(libloading::library_filename("osteon"));
    // SAFETY: our own library; loading it runs nothing.
    unsafe { Library::new(&path) }.unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn engine_of(library: &Library) -> *const c_void {
    let settings = Settings {
        size: size_of::<Settings>() as u32,
        reserved: 0,
        options_json: Text::NONE,
        outputs: Text::of(OUTPUTS),
        references: ptr::null(),
        reference_count: 0,
    };
    let mut engine = ptr::null_mut();
    // SAFETY: the signature of the header; all pointers are of this scope.
    let status = unsafe {
        let new = library.get::<EngineNew>(b"osteon_engine_new").expect("osteon_engine_new");
        new(&raw const settings, &raw mut engine, ptr::null_mut())
    };
    assert_eq!(status, 0);
    engine
}

fn scalar(c: &mut Criterion, name: &str, library: &Library) {
    // SAFETY: the signature of the header.
    let t_score = unsafe { library.get::<TScore>(b"osteon_t_score") }.expect("osteon_t_score");
    let bmd: Vec<f64> = (0..1024).map(|i| 0.4 + f64::from(i) * 0.0007).collect();
    let mut group = c.benchmark_group("c_t_score");
    group.throughput(Throughput::Elements(bmd.len() as u64));
    // Not inlined: a call stands beside a call.
    #[inline(never)]
    fn in_rust(bmd: f64, mean: f64, sd: f64) -> Option<f64> {
        Some(osteon::densitometry::t_score(Bmd::new(bmd)?, mean, sd).0)
    }
    group.bench_function("rust", |b| {
        b.iter(|| {
            bmd.iter()
                .map(|&x| in_rust(black_box(x), black_box(0.858), black_box(0.120)).unwrap_or(0.0))
                .sum::<f64>()
        });
    });
    group.bench_function(name, |b| {
        b.iter(|| {
            let score = |&x: &f64| {
                let mut t = 0.0;
                // SAFETY: the signature of the header; the pointer is of this scope.
                let status = unsafe {
                    t_score(black_box(x), black_box(0.858), black_box(0.120), &raw mut t, ptr::null_mut())
                };
                if status == 0 { t } else { 0.0 }
            };
            bmd.iter().map(score).sum::<f64>()
        });
    });
    group.finish();
}

fn document(c: &mut Criterion, name: &str, library: &Library) {
    let (engine, rust) = (engine_of(library), rust());
    // SAFETY: the signature of the header.
    let assess = unsafe { library.get::<AssessJson>(b"osteon_assess_json") }.expect("osteon_assess_json");
    let mut room = vec![0_u8; 1 << 20];
    let mut group = c.benchmark_group("c_json");
    group.bench_function("rust", |b| {
        b.iter(|| {
            let patient = osteon::json::patient(black_box(PATIENT.as_bytes())).expect("a patient");
            osteon::json::to_string(&rust.assess(&patient).expect("an answer")).len()
        });
    });
    group.bench_function(name, |b| {
        b.iter(|| {
            let mut buffer = Buffer { data: room.as_mut_ptr().cast(), capacity: room.len(), length: 0 };
            let (data, length) = (black_box(PATIENT.as_ptr()).cast(), PATIENT.len());
            // SAFETY: the signature of the header; all pointers are of this scope.
            let status = unsafe { assess(engine, data, length, &raw mut buffer, ptr::null_mut()) };
            assert_eq!(status, 0);
            buffer.length
        });
    });
    group.finish();
}

fn rust() -> Engine {
    Engine::default().with_outputs(osteon::outputs::Outputs::parse(OUTPUTS).expect("sections"))
}

fn columns(c: &mut Criterion, name: &str, library: &Library) {
    let (engine, rust) = (engine_of(library), rust());
    let ages: Vec<f64> = (0..ROWS).map(|i| 50.0 + (i % 40) as f64).collect();
    let necks: Vec<f64> = (0..ROWS).map(|i| 0.45 + (i % 71) as f64 * 0.01).collect();
    let (sexes, makers) = (vec![0_u8; ROWS], vec![0_u8; ROWS]);
    let mut people = Columns::new(ROWS);
    people.push("sex", Values::Words(Codes::U8(&sexes), &["female", "male"]), None).expect("a column");
    people.push("age_years", Values::from(&ages[..]), None).expect("a column");
    people.push("manufacturer", Values::Words(Codes::U8(&makers), &["hologic"]), None).expect("a column");
    people.push("bmd_femoral_neck", Values::from(&necks[..]), None).expect("a column");
    let mut answers = Answers::new(AnswerColumn::all(rust.setup()), ROWS);

    let words = [Text::of("female"), Text::of("male")];
    let maker = [Text::of("hologic")];
    let given = [
        Column::of("sex", WORDS_U8, sexes.as_ptr().cast(), &words),
        Column::of("age_years", F64, ages.as_ptr().cast(), &[]),
        Column::of("manufacturer", WORDS_U8, makers.as_ptr().cast(), &maker),
        Column::of("bmd_femoral_neck", F64, necks.as_ptr().cast(), &[]),
    ];
    // Room of its own for each column: numbers, or codes, or sets, and validity.
    let mut room: Vec<(Vec<u64>, Vec<u8>)> =
        answers.columns.iter().map(|_| (vec![0; ROWS], vec![0; ROWS / 8])).collect();
    let into: Vec<AnswerInto> = answers
        .columns
        .iter()
        .zip(&mut room)
        .map(|(answered, (values, validity))| AnswerInto {
            size: size_of::<AnswerInto>() as u32,
            holds: match answered.values {
                Owned::Numbers { .. } => 1,
                Owned::Codes(_) => 2,
                _ => 3,
            },
            name: Text::of(&answered.column.name),
            values: values.as_mut_ptr().cast(),
            stride: 0,
            validity: validity.as_mut_ptr(),
        })
        .collect();
    // SAFETY: the signature of the header.
    let assess =
        unsafe { library.get::<AssessColumns>(b"osteon_assess_columns") }.expect("osteon_assess_columns");
    let mut in_c = || {
        // SAFETY: the signature of the header; all pointers are of this scope.
        let status = unsafe {
            let (none, done) = (ptr::null_mut(), ptr::null_mut());
            let (first, answer) = (given.as_ptr(), into.as_ptr());
            assess(engine, first, given.len(), ROWS, answer, into.len(), ptr::null(), done, none)
        };
        assert_eq!(status, 0);
    };
    let mut group = c.benchmark_group("c_columns");
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("rust", |b| {
        b.iter(|| assess_columns(&rust, &people, &mut answers.buffers(), &mut |_| {}).expect("answers"));
    });
    group.bench_function(name, |b| b.iter(&mut in_c));
    group.finish();
    for (answered, (values, _)) in answers.columns.iter().zip(&room) {
        if let Owned::Numbers { values: expected, .. } = &answered.values {
            let same = expected.iter().zip(values).all(|(a, b)| a.to_bits() == *b);
            assert!(same, "{} differs", answered.column.name);
        }
    }
}

/// The profile that this bench is built in, and the one that is shipped.
const PROFILES: [(&str, &str); 2] = [("release", "c_for_speed"), ("vendor", "c_for_size")];

fn all(c: &mut Criterion) {
    for (profile, name) in PROFILES {
        let library = library(profile);
        scalar(c, name, &library);
        document(c, name, &library);
        columns(c, name, &library);
    }
}

criterion_group!(benches, all);

fn main() {
    let mut run = Run::begin("c_abi");
    benches();
    Criterion::default().configure_from_args().final_summary();
    for (_, name) in PROFILES {
        let what = |what: &str| format!("{what}, {}", name.replace('_', " "));
        let same = name == "c_for_speed";
        // What the boundary costs shows beside an engine that is built alike; the other is what its size costs.
        let of_columns = if same { Promised::AtMost(1.05) } else { Promised::Nothing };
        run.ratio(
            &what("a T-score"),
            ("c_t_score", name),
            "Rust",
            ("c_t_score", "rust"),
            Promised::AtMost(2.0),
        );
        run.ratio(&what("columns"), ("c_columns", name), "Rust", ("c_columns", "rust"), of_columns);
        run.ratio(&what("a document"), ("c_json", name), "Rust", ("c_json", "rust"), Promised::Nothing);
    }
    run.finish();
}
