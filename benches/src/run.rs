//! One run of a bench: only what was measured since it began counts.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::ratio::{Promised, Ratio};

/// Where cargo builds.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from)
}

fn kept() -> PathBuf {
    target().join("speed")
}

/// A run of one bench.
#[derive(Debug)]
pub struct Run {
    bench: &'static str,
    began: SystemTime,
    ratios: Vec<Ratio>,
    whole: bool,
}

/// A benchmark of criterion: its group and its name.
pub type Measured<'a> = (&'a str, &'a str);

impl Run {
    /// Begins a run; call it before anything is measured.
    #[must_use]
    pub fn begin(bench: &'static str) -> Self {
        // A file may be dated to the second.
        let began = SystemTime::now() - Duration::from_secs(1);
        Self { bench, began, ratios: Vec::new(), whole: true }
    }

    /// Whether a measurement that is not criterion's is asked for: not where benches only show that they run, and not
    /// where a filter names others.
    #[must_use]
    pub fn asks_for(&self, name: &str) -> bool {
        let mut arguments = std::env::args().skip(1);
        let filters = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
        arguments.any(|argument| argument == "--bench")
            && filters.into_iter().all(|filter| name.contains(&filter))
    }

    /// The median time of a benchmark of criterion, ns; of each element where it has a throughput. `None` if this
    /// run did not measure it.
    #[must_use]
    pub fn median_ns(&self, (group, name): Measured<'_>) -> Option<f64> {
        let folder = target().join("criterion").join(group).join(name).join("new");
        let json = |file: &str| -> Option<Value> {
            let path = folder.join(file);
            let is_new = fs::metadata(&path).and_then(|of| of.modified()).is_ok_and(|at| at >= self.began);
            serde_json::from_str(&fs::read_to_string(path).ok().filter(|_| is_new)?).ok()
        };
        let elements = json("benchmark.json")?["throughput"]["Elements"].as_f64().unwrap_or(1.0);
        Some(json("estimates.json")?["median"]["point_estimate"].as_f64()? / elements)
    }

    /// Prints and keeps the ratio of two benchmarks of criterion.
    pub fn ratio(
        &mut self,
        what: &str,
        ours: Measured<'_>,
        yardstick: &str,
        theirs: Measured<'_>,
        promised: Promised,
    ) {
        match (self.median_ns(ours), self.median_ns(theirs)) {
            (Some(ours), Some(theirs)) => self.keep(what, yardstick, ours / theirs, promised),
            _ => self.left_out(what, yardstick, "not measured in this run"),
        }
    }

    /// Prints and keeps a ratio.
    pub fn keep(&mut self, what: &str, yardstick: &str, value: f64, promised: Promised) {
        let ratio = Ratio { what: what.to_owned(), yardstick: yardstick.to_owned(), value, promised };
        println!("{}: {ratio}", self.bench);
        self.ratios.push(ratio);
    }

    /// Says aloud that a ratio is missing, and why.
    pub fn left_out(&mut self, what: &str, yardstick: &str, why: &str) {
        println!("!! {}: {what} / {yardstick}: {why}", self.bench);
        self.whole = false;
    }

    /// Keeps the ratios for the table of the README, if the run measured all of them.
    ///
    /// # Panics
    /// If they cannot be written.
    pub fn finish(self) {
        if !self.whole {
            println!("!! {}: not all was measured: nothing of this run is kept for the table", self.bench);
            return;
        }
        let path = kept().join(self.bench).with_extension("csv");
        fs::create_dir_all(kept()).expect("a folder below target");
        let mut writer = csv::Writer::from_path(path).expect("a file below target");
        let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
        for ratio in &self.ratios {
            let promised = ratio.promised.to_string();
            let record = [today.as_str(), &ratio.what, &ratio.yardstick, &ratio.shown(), &promised];
            writer.write_record(record).expect("a file below target");
        }
        writer.flush().expect("a file below target");
    }
}

/// What the last whole run of a bench kept: day, what, yardstick, ratio, promised.
#[must_use]
pub fn kept_ratios(bench: &str) -> Option<Vec<csv::StringRecord>> {
    let path = kept().join(bench).with_extension("csv");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).ok()?;
    reader.records().collect::<Result<_, _>>().ok()
}
