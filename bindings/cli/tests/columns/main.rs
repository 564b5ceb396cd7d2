//! Parquet and Arrow as a script sees them: the same answers as of a CSV, exit status, refusals.

mod blocks;
mod people;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Float64Type, Int32Type, Int64Type};
use arrow_array::{
    Array as _, ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float64Array, Int64Array, RecordBatch,
    StringArray,
};
use arrow_schema::DataType;
use osteon::columns::Kind;
use osteon_arrow::{Table, Writer};
use tempfile::TempDir;

const CLINIC: &str = include_str!("../../../../examples/clinic.csv");

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), content).unwrap();
        self
    }

    /// A batch as `NAME.parquet`, `.arrow` (a file) and `.arrows` (a stream).
    fn with_batch(self, name: &str, batch: &RecordBatch) -> Self {
        for (ending, make) in [
            ("parquet", Writer::parquet as fn(Vec<u8>, &_) -> _),
            ("arrow", Writer::file),
            ("arrows", Writer::stream),
        ] {
            let mut writer = make(Vec::new(), &batch.schema()).unwrap();
            writer.write(batch).unwrap();
            fs::write(self.path(&format!("{name}.{ending}")), writer.finish().unwrap()).unwrap();
        }
        self
    }

    fn osteon(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_osteon"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null()).output().unwrap()
    }

    fn table(&self, name: &str) -> Table {
        let file = fs::File::open(self.path(name)).unwrap();
        if name.ends_with("parquet") { Table::parquet(file) } else { Table::arrow(Box::new(file)) }.unwrap()
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The value of every cell that is filled; `None` where one has none.
fn each<'c, T>(
    cells: impl Iterator<Item = Option<&'c str>>,
    value: impl Fn(&str) -> Option<T>,
) -> Option<Vec<Option<T>>> {
    cells.map(|cell| cell.map(&value).map_or(Some(None), |value| value.map(Some))).collect()
}

fn days(cell: &str) -> Option<i32> {
    let date: jiff::civil::Date = cell.parse().ok()?;
    Some(date.since(jiff::civil::date(1970, 1, 1)).ok()?.get_days())
}

/// A CSV with the type that its columns ask for; what is no such value makes its column text.
fn typed(csv: &str) -> RecordBatch {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |index: usize, name: &str| -> ArrayRef {
        let cells = || rows.iter().map(|row| Some(&row[index]).filter(|cell| !cell.is_empty()));
        let text = || Arc::new(cells().collect::<StringArray>()) as ArrayRef;
        let kind = osteon::columns::column(name).map_or(Kind::Text, |column| column.kind);
        let typed: Option<ArrayRef> =
            match kind {
                Kind::Number | Kind::Result => each(cells(), |cell| cell.parse().ok())
                    .map(|read| Arc::new(Float64Array::from(read)) as _),
                Kind::Count => {
                    each(cells(), |cell| cell.parse().ok()).map(|read| Arc::new(Int64Array::from(read)) as _)
                }
                Kind::Flag => each(cells(), |cell| cell.parse().ok())
                    .map(|read| Arc::new(BooleanArray::from(read)) as _),
                Kind::Date => each(cells(), days).map(|read| Arc::new(Date32Array::from(read)) as _),
                Kind::Choice(_) => Some(Arc::new(cells().collect::<DictionaryArray<Int32Type>>())),
                Kind::Text | Kind::List => None,
            };
        typed.unwrap_or_else(text)
    };
    let columns: Vec<(String, ArrayRef)> =
        names.iter().enumerate().map(|(index, name)| (name.clone(), column(index, name))).collect();
    RecordBatch::try_from_iter(columns).unwrap()
}

/// The cells of a table as a CSV has them, but for the decimals that are there for the eye.
fn cells(table: Table) -> Vec<Vec<String>> {
    let mut rows = vec![table.names().into_iter().map(str::to_owned).collect::<Vec<_>>()];
    let places: Vec<usize> = (0..rows[0].len()).collect();
    let mut batches = table.batches(&places, 100).unwrap();
    while let Some(batch) = batches.next_batch().unwrap() {
        for row in 0..batch.num_rows() {
            rows.push(batch.columns().iter().map(|column| cell(column, row)).collect());
        }
    }
    rows
}

fn cell(column: &ArrayRef, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).to_string(),
        DataType::Int32 => column.as_primitive::<Int32Type>().value(row).to_string(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Date32 => format!("{:?}", column.as_primitive::<Date32Type>().value_as_date(row).unwrap()),
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Dictionary(..) => {
            let words = column.as_dictionary::<Int32Type>();
            let key = usize::try_from(words.keys().value(row)).unwrap();
            words.values().as_string::<i32>().value(key).to_owned()
        }
        other => panic!("{other} is not written"),
    }
}

/// The same of a CSV: numbers as numbers.
fn cells_of_csv(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let header = rows[0].clone();
    for row in rows.iter_mut().skip(1) {
        for (name, cell) in header.iter().zip(row) {
            if let Ok(number) = cell.parse::<f64>()
                && !["id", "category"].iter().any(|text| name.ends_with(text))
            {
                *cell = number.to_string();
            }
        }
    }
    rows
}

#[test]
fn the_store_changes_no_answer() {
    for (csv, as_of) in [
        (CLINIC.to_owned(), "2024-06-01"),
        (people::random(120, 7), "2025-03-01"),
        (people::random(120, 8), "2025-03-01"),
    ] {
        let folder = Folder::new().with("in.csv", &csv).with_batch("in", &typed(&csv));
        let expected = folder.osteon(&[
            "assess",
            "--as-of",
            as_of,
            "in.csv",
            "--rejects",
            "csv.rejects",
            "-o",
            "of_csv.csv",
        ]);
        let of_csv = fs::read_to_string(folder.path("of_csv.csv")).unwrap();
        let refused = fs::read_to_string(folder.path("csv.rejects")).unwrap();
        assert!(of_csv.lines().count() > 20, "{}", err(&expected));
        for input in ["in.parquet", "in.arrow", "in.arrows"] {
            let args = [
                "assess",
                "--as-of",
                as_of,
                input,
                "--rejects",
                "r",
                "--format",
                "csv",
                "--threads",
                "3",
                "-o",
                "o.csv",
            ];
            let said = folder.osteon(&args);
            assert_eq!(code(&said), code(&expected), "{input}: {}", err(&said));
            let answers = fs::read_to_string(folder.path("o.csv")).unwrap();
            assert!(answers == of_csv, "{input}: {}", difference(&of_csv, &answers));
            let rejects = fs::read_to_string(folder.path("r")).unwrap().replace(input, "in.csv");
            assert!(rejects == refused, "{input}: {}", difference(&refused, &rejects));
        }
        let expected = cells_of_csv(&of_csv);
        for (input, output) in [
            ("in.csv", "o.parquet"),
            ("in.parquet", "p.parquet"),
            ("in.arrow", "o.arrow"),
            ("in.csv", "o.arrows"),
        ] {
            folder.osteon(&["assess", "--as-of", as_of, input, "-o", output]);
            let answers = cells(folder.table(output));
            assert_eq!(answers.len(), expected.len());
            for (answer, expected) in answers.iter().zip(&expected) {
                assert_eq!(answer, expected, "{input} to {output}");
            }
        }
        let lines = |input: &str| {
            folder.osteon(&["assess", "--as-of", as_of, input, "--format", "ndjson", "--rejects", "r"]).stdout
        };
        assert!(lines("in.parquet") == lines("in.csv"), "documents");
    }
}

fn difference(expected: &str, found: &str) -> String {
    let differs = expected.lines().zip(found.lines()).find(|(expected, found)| expected != found);
    differs.map_or_else(
        || "another number of lines".into(),
        |(expected, found)| format!("\n{expected}\n{found}"),
    )
}

#[test]
fn a_file_says_how_it_was_made() {
    let folder = Folder::new().with("in.csv", CLINIC);
    folder.osteon(&[
        "assess",
        "in.csv",
        "--outputs",
        "scores",
        "--set",
        "t_compare=exact",
        "-o",
        "o.parquet",
    ]);
    let table = folder.table("o.parquet");
    let metadata = table.schema().metadata();
    assert_eq!(metadata["engine_version"], osteon::VERSION);
    assert_eq!(metadata["data_version"], osteon::DATA_VERSION);
    assert!(metadata["options"].contains("\"t_compare\":\"exact\""), "{metadata:?}");
}

fn people(sex: Vec<Option<&str>>) -> Vec<(&'static str, ArrayRef)> {
    let rows = sex.len();
    vec![
        ("sex", Arc::new(StringArray::from(sex)) as ArrayRef),
        ("age_years", Arc::new(Float64Array::from(vec![67.0; rows]))),
    ]
}

#[test]
fn exit_status_and_rejects_are_those_of_a_table() {
    let mut columns = people(vec![Some("female"), Some("F"), None]);
    columns.push(("height_cm", Arc::new(Float64Array::from(vec![Some(f64::NAN), Some(165.0), None]))));
    let folder = Folder::new().with_batch("in", &RecordBatch::try_from_iter(columns).unwrap());
    for input in ["in.parquet", "in.arrow"] {
        let said = folder.osteon(&["assess", input, "-o", "o.parquet", "--rejects", "r.csv"]);
        assert_eq!(code(&said), 1, "{}", err(&said));
        let rejects = fs::read_to_string(folder.path("r.csv")).unwrap();
        let rows: Vec<&str> = rejects.lines().skip(1).collect();
        assert!(rows[0].starts_with("1,,height_cm,NaN,"), "{rejects}");
        assert!(rows[1].starts_with("2,,sex,F,") && rows[2].starts_with("3,,sex,,"), "{rejects}");
        assert_eq!(cells(folder.table("o.parquet")).len(), 2);
        let strict = folder.osteon(&["assess", "--strict", input, "-o", "o.parquet", "--rejects", "r.csv"]);
        assert_eq!((code(&strict), cells(folder.table("o.parquet")).len()), (1, 1));
    }
}

#[test]
fn a_call_that_cannot_be_is_2_and_writes_nothing() {
    let batch = |columns: Vec<(&'static str, ArrayRef)>| RecordBatch::try_from_iter(columns).unwrap();
    let unknown = || {
        let mut columns = people(vec![Some("female")]);
        columns.push(("heigth_cm", Arc::new(Float64Array::from(vec![165.0]))));
        batch(columns)
    };
    let twice = || {
        let mut columns = people(vec![Some("female")]);
        columns.push(("sex", Arc::new(StringArray::from(vec!["male"]))));
        batch(columns)
    };
    let listed = || {
        let mut list = ListBuilder::new(StringBuilder::new());
        list.append_value([Some("pelvis")]);
        let mut columns = people(vec![Some("female")]);
        columns.push(("fractures", Arc::new(list.finish())));
        batch(columns)
    };
    let parquet = |batch: RecordBatch| {
        let mut writer = Writer::parquet(Vec::new(), &batch.schema()).unwrap();
        writer.write(&batch).unwrap();
        writer.finish().unwrap()
    };
    let whole = parquet(batch(people(vec![Some("female")])));
    let folder = Folder::new()
        .with("unknown.parquet", parquet(unknown()))
        .with("twice.parquet", parquet(twice()))
        .with("list.parquet", parquet(listed()))
        .with("short.parquet", &whole[..whole.len() - 9])
        .with("empty.parquet", "")
        .with("text.parquet", "id,sex,age_years\n1,female,70\n")
        .with("text.arrow", "id,sex,age_years\n1,female,70\n")
        .with("sexless.parquet", parquet(batch(people(vec![Some("female")]).split_off(1))));
    for (input, hint) in [
        ("unknown.parquet", "did you mean height_cm?"),
        ("twice.parquet", "twice"),
        ("list.parquet", "pelvis@24"),
        ("short.parquet", "cut short"),
        ("empty.parquet", "empty"),
        ("text.parquet", ".csv"),
        ("text.arrow", ".csv"),
        ("sexless.parquet", "needs a column sex"),
    ] {
        let said = folder.osteon(&["assess", input, "-o", "o.parquet"]);
        assert_eq!(code(&said), 2, "{input}: {}", err(&said));
        assert!(err(&said).contains(hint) && err(&said).contains(input), "{input}: {}", err(&said));
        assert!(!folder.path("o.parquet").exists(), "{input}");
    }
}

#[test]
fn a_table_without_rows_has_its_columns() {
    let folder = Folder::new().with_batch("in", &RecordBatch::try_from_iter(people(Vec::new())).unwrap());
    for (input, output) in [("in.parquet", "o.parquet"), ("in.arrows", "o.arrow")] {
        let said = folder.osteon(&["assess", "--outputs", "scores", input, "-o", output]);
        assert_eq!(code(&said), 0, "{}", err(&said));
        let rows = cells(folder.table(output));
        assert!(rows.len() == 1 && rows[0].contains(&"t_femoral_neck".to_owned()), "{rows:?}");
    }
}

#[test]
fn a_map_passes_columns_with_their_type() {
    let map = "sex = { column = \"SEX\", values = { 1 = \"male\", 2 = \"female\" } }
age_years = { column = \"AGE\" }
pass = [\"WARD\", \"ADMITTED\"]
";
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("SEX", Arc::new(Int64Array::from(vec![2, 7, 1]))),
        ("UNREAD", Arc::new(StringArray::from(vec!["a", "b", "c"]))),
        ("ADMITTED", Arc::new(Date32Array::from(vec![Some(0), Some(1), None]))),
        ("AGE", Arc::new(Int64Array::from(vec![70, 71, 72]))),
        (
            "WARD",
            Arc::new(
                vec![Some("east"), Some("west"), Some("north")]
                    .into_iter()
                    .collect::<DictionaryArray<Int32Type>>(),
            ),
        ),
    ];
    let folder =
        Folder::new().with("m.toml", map).with_batch("in", &RecordBatch::try_from_iter(columns).unwrap());
    for input in ["in.parquet", "in.arrow"] {
        let args = ["assess", "--columns", "m.toml", "--outputs", "scores", input, "--rejects", "r"];
        folder.osteon(&[&args[..], &["-o", "o.parquet"]].concat());
        let rows = cells(folder.table("o.parquet"));
        let passed: Vec<&[String]> = rows.iter().map(|row| &row[row.len() - 2..]).collect();
        assert_eq!(passed, [["WARD", "ADMITTED"], ["east", "1970-01-01"], ["north", ""]]);
        folder.osteon(&[&args[..], &["-o", "o.csv"]].concat());
        let csv = fs::read_to_string(folder.path("o.csv")).unwrap();
        let ends: Vec<_> = csv.lines().map(|line| line.rsplitn(3, ',').take(2).collect::<Vec<_>>()).collect();
        assert_eq!(ends, [["ADMITTED", "WARD"], ["1970-01-01", "east"], ["", "north"]]);
    }
    let mut columns = people(vec![Some("female")]);
    columns.push(("id", Arc::new(Int64Array::from(vec![1]))));
    let folder = folder
        .with(
            "clash.toml",
            "sex = { column = \"sex\" }\nage_years = { column = \"age_years\" }\npass = [\"id\"]\n",
        )
        .with_batch("clash", &RecordBatch::try_from_iter(columns).unwrap());
    let said = folder.osteon(&["assess", "--columns", "clash.toml", "clash.parquet", "-o", "o2.parquet"]);
    assert!(code(&said) == 2 && err(&said).contains("rename"), "{}", err(&said));
}

#[test]
fn arrow_goes_through_pipes_and_parquet_does_not() {
    let csv = CLINIC;
    let folder = Folder::new().with("in.csv", csv).with_batch("in", &typed(csv));
    let piped = |input: &str, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_osteon"));
        let stdin = Stdio::from(fs::File::open(folder.path(input)).unwrap());
        command.args(["assess", "--outputs", "scores", "-"]).args(args).current_dir(folder.0.path());
        command.stdin(stdin).output().unwrap()
    };
    let expected = folder.osteon(&["assess", "--outputs", "scores", "in.csv"]).stdout;
    for input in ["in.arrows", "in.arrow"] {
        assert!(piped(input, &["--format", "csv"]).stdout == expected, "{input}");
    }
    fs::write(folder.path("o.arrows"), piped("in.arrows", &[]).stdout).unwrap();
    let expected = cells_of_csv(std::str::from_utf8(&expected).unwrap());
    assert!(cells(folder.table("o.arrows")) == expected);
    fs::write(folder.path("o.parquet"), piped("in.csv", &["--format", "parquet"]).stdout).unwrap();
    assert!(cells(folder.table("o.parquet")) == expected);
    let said = piped("in.parquet", &[]);
    assert!(code(&said) == 2 && err(&said).contains("from its end"), "{}", err(&said));
}

#[test]
fn more_rows_than_a_row_group_and_than_a_batch() {
    let rows = 140_000_usize;
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new((0..rows as i64).collect::<Vec<_>>().into_iter().map(Some).collect::<Int64Array>())),
        ("sex", Arc::new(std::iter::repeat_n(Some("female"), rows).collect::<StringArray>())),
        ("age_years", Arc::new(Float64Array::from(vec![67.0; rows]))),
        (
            "manufacturer",
            Arc::new(std::iter::repeat_n(Some("hologic"), rows).collect::<DictionaryArray<Int32Type>>()),
        ),
        (
            "bmd_femoral_neck",
            Arc::new((0..rows).map(|row| Some(0.5 + row as f64 * 1e-6)).collect::<Float64Array>()),
        ),
    ];
    let folder = Folder::new().with_batch("in", &RecordBatch::try_from_iter(columns).unwrap());
    let read = |input: &str, output: &str, threads: &str| {
        let said = folder.osteon(&[
            "assess",
            "--hash-ids",
            "--outputs",
            "scores",
            "--threads",
            threads,
            input,
            "-o",
            output,
        ]);
        assert_eq!(code(&said), 0, "{}", err(&said));
    };
    read("in.parquet", "a.parquet", "1");
    read("in.parquet", "b.parquet", "4");
    read("in.arrow", "c.parquet", "2");
    let [a, b, c] = ["a", "b", "c"].map(|name| fs::read(folder.path(&format!("{name}.parquet"))).unwrap());
    assert!(a == b && a == c, "threads and stores change bytes");
    let answers = cells(folder.table("a.parquet"));
    assert_eq!(answers.len(), rows + 1);
    let place = answers[0].iter().position(|name| name == "t_femoral_neck").unwrap();
    let scores: Vec<f64> = answers[1..].iter().map(|row| row[place].parse().unwrap()).collect();
    assert!(scores.is_sorted(), "the order of the input");
}
