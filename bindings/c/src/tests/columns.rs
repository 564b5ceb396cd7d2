//! Columns over the ABI say what columns of the engine say, to the last bit, in whatever layout.

use core::ffi::c_void;
use core::ptr;

use osteon::batch::{AnswerColumn, Answers, Codes, Columns, Owned, Values, assess_columns};

use super::support::{Handle, Told, empty, text};
use crate::abi::{osteon_status, osteon_text, osteon_truth};
use crate::columns::{
    osteon_answer_column, osteon_assess_columns, osteon_column, osteon_column_at, osteon_column_count,
    osteon_column_description, osteon_column_find, osteon_column_word, osteon_field_at, osteon_holds,
    osteon_reject, osteon_run, osteon_storage,
};

/// People as a caller has them: structures one after another, so that every column has a stride.
#[repr(C)]
#[derive(Clone, Copy)]
struct Row {
    age: f64,
    neck: f64,
    spine: f64,
    sex: u8,
}

const ROWS: usize = 1300;

fn rows() -> Vec<Row> {
    (0..ROWS)
        .map(|row| Row {
            age: 50.0 + (row % 37) as f64 + 0.25,
            neck: 0.45 + (row % 61) as f64 * 0.01,
            // One in eleven is a slip of the unit, which refuses the row.
            spine: if row % 11 == 3 { 812.0 } else { 0.6 + (row % 83) as f64 * 0.01 },
            sex: u8::from(row % 5 == 0),
        })
        .collect()
}

fn column<T>(name: &str, storage: osteon_storage, first: &T) -> osteon_column {
    osteon_column {
        storage: storage as i32,
        name: text(name),
        values: ptr::from_ref(first).cast::<c_void>(),
        stride: size_of::<Row>() as isize,
        ..empty::<osteon_column>()
    }
}

/// What a call answers: for each column its values and its validity.
struct Said {
    status: osteon_status,
    done: usize,
    columns: Vec<(Vec<u64>, Vec<u8>)>,
    told: Told,
}

fn assess(
    engine: &Handle,
    input: &[osteon_column],
    rows: usize,
    asked: &[&str],
    run: Option<osteon_run>,
) -> Said {
    let mut columns: Vec<(Vec<u64>, Vec<u8>)> =
        asked.iter().map(|_| (vec![0x5555_5555_5555_5555; rows.max(1)], vec![0xaa; rows / 8 + 1])).collect();
    let answers: Vec<osteon_answer_column> = asked
        .iter()
        .zip(&mut columns)
        .map(|(name, (values, validity))| {
            let mut description = empty::<osteon_column_description>();
            // SAFETY: all pointers are of this scope.
            let found = unsafe { osteon_column_find(engine.get(), text(name), &raw mut description) };
            assert_eq!(found, osteon_status::Ok, "{name}");
            osteon_answer_column {
                holds: description.holds as i32,
                name: text(name),
                values: values.as_mut_ptr().cast(),
                // Codes of a byte stand eight apart.
                stride: 8,
                validity: validity.as_mut_ptr(),
                ..empty::<osteon_answer_column>()
            }
        })
        .collect();
    let (mut done, mut told) = (usize::MAX, Told::default());
    // SAFETY: all pointers are of this scope.
    let status = unsafe {
        osteon_assess_columns(
            engine.get(),
            input.as_ptr(),
            input.len(),
            rows,
            answers.as_ptr(),
            answers.len(),
            run.as_ref().map_or(ptr::null(), ptr::from_ref),
            &raw mut done,
            &raw mut told.error,
        )
    };
    Said { status, done, columns, told }
}

fn input(rows: &[Row], words: &[osteon_text; 2], sexes: &[u8]) -> Vec<osteon_column> {
    vec![
        osteon_column {
            stride: 0,
            words: words.as_ptr(),
            word_count: 2,
            ..column("sex", osteon_storage::WordsU8, &sexes[0])
        },
        column("age_years", osteon_storage::F64, &rows[0].age),
        column("bmd_femoral_neck", osteon_storage::F64, &rows[0].neck),
        column("bmd_lumbar_spine", osteon_storage::F64, &rows[0].spine),
    ]
}

/// With the maker beside, as a list of one word.
fn with_maker(mut columns: Vec<osteon_column>, word: &osteon_text, codes: &[u8]) -> Vec<osteon_column> {
    columns.push(osteon_column {
        stride: 0,
        words: word,
        word_count: 1,
        ..column("manufacturer", osteon_storage::WordsU8, &codes[0])
    });
    columns
}

fn names(engine: &Handle) -> Vec<String> {
    let mut count = 0;
    // SAFETY: all pointers are of this scope.
    unsafe {
        assert_eq!(osteon_column_count(engine.get(), &raw mut count), osteon_status::Ok);
        (0..count)
            .map(|index| {
                let mut one = empty::<osteon_column_description>();
                assert_eq!(osteon_column_at(engine.get(), index, &raw mut one), osteon_status::Ok);
                one.name.needed("name").unwrap().to_owned()
            })
            .collect()
    }
}

#[test]
fn columns_are_those_of_the_engine_to_the_last_bit() {
    let (rows, engine) = (rows(), Handle::default());
    let (sexes, makers) = (rows.iter().map(|row| row.sex).collect::<Vec<u8>>(), vec![0; ROWS]);
    let words = [text("female"), text("male")];
    let maker = text("hologic");
    let given = with_maker(input(&rows, &words, &sexes), &maker, &makers);
    let names = names(&engine);
    let asked: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = assess(&engine, &given, ROWS, &asked, None);
    assert_eq!((said.status, said.done), (osteon_status::Ok, ROWS), "{}", said.told.message());

    let rust = osteon::Engine::default();
    let mut people = Columns::new(ROWS);
    let of = |value: fn(&Row) -> f64| rows.iter().map(value).collect::<Vec<f64>>();
    let (ages, necks, spines) = (of(|row| row.age), of(|row| row.neck), of(|row| row.spine));
    people.push("sex", Values::Words(Codes::U8(&sexes), &["female", "male"]), None).unwrap();
    people.push("age_years", Values::from(&ages[..]), None).unwrap();
    people.push("bmd_femoral_neck", Values::from(&necks[..]), None).unwrap();
    people.push("bmd_lumbar_spine", Values::from(&spines[..]), None).unwrap();
    people.push("manufacturer", Values::Words(Codes::U8(&makers), &["hologic"]), None).unwrap();
    let mut answers = Answers::new(AnswerColumn::all(rust.setup()), ROWS);
    assess_columns(&rust, &people, &mut answers.buffers(), &mut |_| {}).unwrap();
    assert_eq!(answers.columns.len(), names.len());
    for (answered, (values, validity)) in answers.columns.iter().zip(&said.columns) {
        let name = &answered.column.name;
        match &answered.values {
            Owned::Numbers { values: expected, validity: bits } => {
                let expected: Vec<u64> = expected.iter().map(|x| x.to_bits()).collect();
                assert_eq!(&expected, values, "{name}");
                assert_eq!(&validity[..bits.len() - 1], &bits[..bits.len() - 1], "{name}");
            }
            Owned::Codes(codes) => {
                let own: Vec<u8> = values.iter().map(|value| value.to_le_bytes()[0]).collect();
                assert_eq!(codes, &own, "{name}");
                assert!(values.iter().all(|value| value >> 8 == 0x0055_5555_5555_5555), "{name}: beyond");
            }
            Owned::Sets(sets) => assert_eq!(sets, values, "{name}"),
            _ => panic!("{name}"),
        }
    }
}

#[test]
fn no_recommendation_goes_out_alone() {
    let (rows, engine) = (rows(), Handle::default());
    let sexes: Vec<u8> = rows.iter().map(|row| row.sex).collect();
    let words = [text("female"), text("male")];
    let given = input(&rows, &words, &sexes);
    for alone in ["nogg2024_recommendation", "nogg2024_category", "nogg2024_tier", "nogg2024_also"] {
        let said = assess(&engine, &given, 8, &[alone, "nogg2024_status"], None);
        assert_eq!(said.status, osteon_status::Incomplete);
        assert!(said.told.message().contains("nogg2024_missing"), "{}", said.told.message());
        assert!(
            said.columns[0].0.iter().all(|&value| value == 0x5555_5555_5555_5555),
            "something was written"
        );
    }
    let said = assess(&engine, &given, 8, &["nogg2024_status", "triage_priority"], None);
    assert_eq!(said.status, osteon_status::Ok, "{}", said.told.message());
}

/// Counts what it is told; stops once enough rows are done.
struct Watch {
    calls: usize,
    stop_at: usize,
    rejects: Vec<(usize, u32, bool)>,
}

unsafe extern "C" fn progress(user: *mut c_void, done: usize, rows: usize) -> i32 {
    // SAFETY: the pointer is the test's own.
    let watch = unsafe { &mut *user.cast::<Watch>() };
    watch.calls += 1;
    assert!(done <= rows);
    i32::from(done >= watch.stop_at)
}

unsafe extern "C" fn reject(user: *mut c_void, told: *const osteon_reject) {
    // SAFETY: both pointers are good for the time of the call.
    let (watch, told) = unsafe { (&mut *user.cast::<Watch>(), &*told) };
    watch.rejects.push((told.row, told.code, told.row_refused == osteon_truth::Yes));
}

#[test]
fn a_run_is_watched_and_stopped() {
    let engine = Handle::default();
    let rows: Vec<Row> = (0..40).flat_map(|_| rows()).collect();
    let sexes: Vec<u8> = rows.iter().map(|row| row.sex).collect();
    let words = [text("female"), text("male")];
    let given = input(&rows, &words, &sexes);
    for (stop_at, status) in [(usize::MAX, osteon_status::Ok), (1, osteon_status::Cancelled)] {
        let mut watch = Watch { calls: 0, stop_at, rejects: Vec::new() };
        let run = osteon_run {
            user: ptr::from_mut(&mut watch).cast(),
            progress: Some(progress),
            reject: Some(reject),
            ..empty::<osteon_run>()
        };
        let said = assess(&engine, &given, rows.len(), &["t_femoral_neck", "refused"], Some(run));
        assert_eq!(said.status, status);
        let done = said.done;
        assert_eq!(done == rows.len(), status == osteon_status::Ok, "{done}");
        assert!(watch.calls > 0 && !watch.rejects.is_empty());
        assert!(watch.rejects.iter().all(|&(row, code, whole)| row < done && code == 202 && whole));
        let untouched = said.columns[0].0.iter().skip(done).all(|&value| value == 0x5555_5555_5555_5555);
        assert!(untouched && said.columns[0].0[done - 1] != 0x5555_5555_5555_5555);
    }
}

#[test]
fn what_cannot_be_a_column_is_refused() {
    let (rows, engine) = (rows(), Handle::default());
    let sexes: Vec<u8> = rows.iter().map(|row| row.sex).collect();
    let words = [text("female"), text("male")];
    let good = input(&rows, &words, &sexes);
    let with = |change: fn(&mut osteon_column)| {
        let mut given = good.clone();
        change(&mut given[1]);
        assess(&engine, &given, ROWS, &["diagnosis"], None).status
    };
    assert_eq!(with(|_| {}), osteon_status::Ok);
    assert_eq!(with(|one| one.values = ptr::null()), osteon_status::NullPointer);
    assert_eq!(with(|one| one.stride = 7), osteon_status::Misaligned);
    assert_eq!(with(|one| one.stride = -8), osteon_status::Misaligned);
    assert_eq!(with(|one| one.stride = isize::MAX - 7), osteon_status::TooLong);
    assert_eq!(with(|one| one.values = one.values.wrapping_byte_add(1)), osteon_status::Misaligned);
    assert_eq!(with(|one| one.storage = 99), osteon_status::UnknownCode);
    assert_eq!(with(|one| one.storage = 0), osteon_status::UnknownCode);
    assert_eq!(with(|one| one.name = osteon_text::default()), osteon_status::NullPointer);
    assert_eq!(with(|one| one.name = text("age_yeras")), osteon_status::Refused);
    assert_eq!(with(|one| one.name = text("sex")), osteon_status::Refused);
    assert_eq!(with(|one| one.size = 4), osteon_status::StructTooSmall);
    let none = assess(&engine, &good[..1], ROWS, &["diagnosis"], None);
    assert_eq!(none.status, osteon_status::Refused);
    assert!(none.told.message().contains("age_years"), "{}", none.told.message());
    let twice = assess(&engine, &good, ROWS, &["diagnosis", "diagnosis"], None);
    assert_eq!(twice.status, osteon_status::Refused);
    let none = assess(&engine, &good, 0, &["diagnosis", "t_femoral_neck"], None);
    assert_eq!((none.status, none.done), (osteon_status::Ok, 0));
}

#[test]
fn no_rows_need_no_buffers() {
    let engine = Handle::default();
    let column = |name: &str, storage: osteon_storage| osteon_column {
        storage: storage as i32,
        name: text(name),
        ..empty::<osteon_column>()
    };
    let given = [
        column("sex", osteon_storage::WordsU8),
        column("age_years", osteon_storage::F64),
        column("current_smoker", osteon_storage::Bits),
        column("country", osteon_storage::Utf8),
        column("id", osteon_storage::LargeUtf8),
        osteon_column { values_length: 9, validity_offset: 9, ..column("assessed_on", osteon_storage::Days) },
    ];
    let answers = [
        ("t_femoral_neck", osteon_holds::Numbers),
        ("diagnosis", osteon_holds::Codes),
        ("flags", osteon_holds::Sets),
    ]
    .map(|(name, holds)| osteon_answer_column {
        name: text(name),
        holds: holds as i32,
        ..empty::<osteon_answer_column>()
    });
    let (mut done, mut told) = (9, Told::default());
    // SAFETY: all pointers are of this scope or NULL.
    let status = unsafe {
        osteon_assess_columns(
            engine.get(),
            given.as_ptr(),
            given.len(),
            0,
            answers.as_ptr(),
            answers.len(),
            ptr::null(),
            &raw mut done,
            &raw mut told.error,
        )
    };
    assert_eq!((status, done), (osteon_status::Ok, 0), "{}", told.message());
}

#[test]
fn words_and_fields_are_listed() {
    let engine = Handle::default();
    let (mut one, mut word) = (empty::<osteon_column_description>(), osteon_text::default());
    // SAFETY: all pointers are of this scope; texts live as long as the engine.
    unsafe {
        assert_eq!(osteon_column_find(engine.get(), text("diagnosis"), &raw mut one), osteon_status::Ok);
        assert_eq!(one.holds, osteon_holds::Codes);
        assert_eq!(osteon_column_word(engine.get(), one.index, 0, &raw mut word), osteon_status::Ok);
        assert_eq!(word.needed("word").unwrap(), "normal");
        let beyond = osteon_column_word(engine.get(), one.index, one.word_count, &raw mut word);
        assert_eq!(beyond, osteon_status::NotFound);
        assert_eq!(osteon_column_find(engine.get(), text("risk"), &raw mut one), osteon_status::NotFound);
        let mut fields = Vec::new();
        while osteon_field_at(engine.get(), fields.len(), &raw mut word) == osteon_status::Ok {
            fields.push(word.needed("field").unwrap().to_owned());
        }
        assert!(fields.contains(&"bmd_femoral_neck".to_owned()) && fields.len() > 100);
        let said = osteon_column_find(engine.get(), text("qfracture2012_hip_percent"), &raw mut one);
        assert_eq!(said, osteon_status::Ok);
        assert!(one.to_be_said.needed("notice").unwrap().contains("ClinRisk"));
    }
}
