//! What is said at the end: counts, no person.

use std::path::Path;

use osteon::fls::{Counted, Period, ServiceAnswer};

pub(super) fn print(answer: &ServiceAnswer, output: &Path, refused: u64) {
    let events = &answer.events;
    let counted: Vec<_> = events.iter().filter(|row| row.event.is_counted()).collect();
    let review = events.iter().filter(|row| row.event.counted == Counted::Review).count();
    let Period { from, to, as_of } = answer.settings.period;
    println!("Fractures from {from} to {to}, as of {as_of}:");
    println!(
        "  {} counted of {} on record, {review} to be looked at; {} people",
        counted.len(),
        events.len(),
        answer.people
    );
    for (id, name) in [("IOF-4", "DXA within 12 weeks"), ("IOF-9", "drug begun within 16 weeks")] {
        let row = answer.kpis.iter().find(|row| row.id == id && row.door == "all");
        match row.and_then(|row| Some((row.numerator?, row.denominator?, row.percent?))) {
            Some((numerator, denominator, percent)) => {
                println!("  {id}, {name}: {numerator} of {denominator} ({percent:.1} %)");
            }
            None => println!("  {id}, {name}: cannot be computed, see kpi.json"),
        }
    }
    let within = answer.worklist.iter().filter(|row| row.within_capacity).count();
    let letters = usize::try_from(answer.settings.letters_max).unwrap_or(usize::MAX);
    let off: u64 = answer.off_worklist.iter().map(|one| one.count).sum();
    println!("  {} on the worklist; {off} not on it, by reason in the report", answer.worklist.len());
    if letters < within {
        println!("  letters are of the first {letters} (option letters_max)");
    }
    println!("Report: {}", output.join("report.html").display());
    if refused > 0 {
        eprintln!(
            "osteon: {refused} records or values were refused; each is in {}",
            output.join("data_quality.csv").display()
        );
    }
}
