//! How long a folder of NDJSON takes to read, as a ratio to `serde_json` parsing the same bytes into `Value`.
//!
//! `cargo run --release -p osteon-fhir --example reading_speed -- FOLDER [COPIES]`: the `.ndjson` and `.ndjson.gz`
//! files of the folder are written `COPIES` times, each time of other people, and read both ways.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("a folder of NDJSON");
    let copies: u32 = arguments.next().map_or(20, |copies| copies.parse().expect("a number of copies"));
    let place = std::env::temp_dir().join(format!("osteon-reading-speed-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    copy(Path::new(&folder), &place, copies)?;
    for round in 1..=3 {
        let start = Instant::now();
        let bytes = values(&place)?;
        let by_value = start.elapsed();
        let start = Instant::now();
        let read = osteon_fhir::read::folder(&place, &mut |_| (), &mut |_| ())?;
        let (people, kept) = (read.people(), read.bytes_kept());
        let records = read.into_records().map(|record| record.conditions.len()).sum::<usize>();
        let ours = start.elapsed();
        println!(
            "round {round}: {:.0} MB; Value {:.2} s, ours {:.2} s, ratio {:.2}; {people} people, {} bytes each, {records} conditions",
            bytes as f64 / 1e6,
            by_value.as_secs_f64(),
            ours.as_secs_f64(),
            ours.as_secs_f64() / by_value.as_secs_f64(),
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
