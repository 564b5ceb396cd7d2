//! How long a folder of NDJSON takes to read, as a ratio to `serde_json` parsing the same bytes into `Value`.
//!
//! `cargo run --release -p osteon-fhir --example reading_speed -- FOLDER [COPIES]`: the `.ndjson` and `.ndjson.gz`
//! files of the folder are written `COPIES` times, each time of other people, and read both ways. Times are of the
//! processor where the system tells them, so that other programs do not count.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant;

use osteon::fls::Code;
use osteon_fhir::read::{Codes, folder_with};

/// Fractures of Synthea: a code set as a service has it, small beside all codes.
fn is_fracture(code: &Code) -> bool {
    const CODES: [&str; 9] = [
        "65966004",
        "263102004",
        "58150001",
        "16114001",
        "33737001",
        "359817006",
        "443165006",
        "15724005",
        "1734006",
    ];
    CODES.contains(&&*code.code)
}

/// Seconds of the processor.
fn now() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let told = fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds: Option<f64> = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64(), |told| told / 1e9)
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("a folder of NDJSON");
    let copies: u32 = arguments.next().map_or(20, |copies| copies.parse().expect("a number of copies"));
    let place = std::env::temp_dir().join(format!("osteon-reading-speed-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    copy(Path::new(&folder), &place, copies)?;
    let everything = Codes::default();
    let fractures = Codes { is_anchor: is_fracture, ..everything };
    for (name, codes) in [("people with a fracture", fractures), ("the engine's codes", everything)].repeat(3)
    {
        let start = now();
        let bytes = values(&place)?;
        let by_value = now() - start;
        let start = now();
        let read = folder_with(&place, codes, &mut |_| (), &mut |_| ())?;
        let (people, kept) = (read.people(), read.bytes_kept());
        let ours = now() - start;
        let records = read.into_records().map(|record| record.conditions.len()).sum::<usize>();
        let unfolded = now() - start;
        println!(
            "{name}: {:.0} MB; Value {by_value:.2} s, read {ours:.2} s, unfolded {unfolded:.2} s, ratio {:.2}; {people} people, {} bytes each, {records} conditions",
            bytes as f64 / 1e6,
            unfolded / by_value,
            kept / people.max(1),
        );
    }
    fs::remove_dir_all(&place)
}

/// Writes every file `copies` times, with other identifiers each time.
fn copy(from: &Path, to: &Path, copies: u32) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut text = String::new();
        match name.strip_suffix(".gz") {
            Some(_) => flate2::read::MultiGzDecoder::new(fs::File::open(&path)?).read_to_string(&mut text)?,
            None if name.ends_with(".ndjson") => fs::File::open(&path)?.read_to_string(&mut text)?,
            None => continue,
        };
        let mut out = std::io::BufWriter::new(fs::File::create(to.join(name.trim_end_matches(".gz")))?);
        for number in 0..copies {
            // A hexadecimal digit group of every UUID tells the copies apart.
            let changed = text.replace("\"id\":\"", &format!("\"id\":\"{number:04x}"));
            let changed = changed.replace("urn:uuid:", &format!("urn:uuid:{number:04x}"));
            out.write_all(changed.as_bytes())?;
        }
    }
    Ok(())
}

fn values(place: &Path) -> std::io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(place)? {
        let mut reader = BufReader::with_capacity(1 << 18, fs::File::open(entry?.path())?);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            bytes += line.len() as u64;
            if !line.trim_ascii().is_empty() {
                std::hint::black_box(serde_json::from_slice::<serde_json::Value>(&line).expect("JSON"));
            }
            line.clear();
        }
    }
    Ok(bytes)
}
