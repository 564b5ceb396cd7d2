//! Tables that are answered by blocks of people.

use std::fs;

use super::people::random;
use super::{CLINIC, Folder, cells_of_csv, code, typed};

/// What a table shows is answered by blocks of people where columns hold all of it, and person by person where one more
/// column can be said in words only. The rows they share must be the same bytes.
#[test]
fn blocks_of_people_and_one_at_a_time_give_the_same_rows() {
    for (csv, rows) in [(CLINIC.to_owned(), 250), (random(1400, 11), 700)] {
        let folder = Folder::new().with("in.csv", &csv).with_batch("in", &typed(&csv));
        let run = |outputs: &str, input: &str, extra: &[&str]| {
            let mut args =
                vec!["assess", "--as-of", "2025-03-01", input, "--outputs", outputs, "--rejects", "r"];
            args.extend(extra);
            let said = folder.osteon(&[&args[..], &["--format", "csv", "-o", "out.csv"]].concat());
            let cells = cells_of_csv(&fs::read_to_string(folder.path("out.csv")).unwrap());
            let rejects = fs::read_to_string(folder.path("r")).unwrap().replace(input, "in");
            (code(&said), cells, rejects)
        };
        for extra in [&[][..], &["--strict"], &["--threads", "3"], &["--hash-ids"]] {
            let (alone, cells, refused) = run("scores,diagnosis,tbs,triage,course", "in.csv", extra);
            let course = cells[0].iter().position(|name| name == "course").unwrap();
            let without = |row: &Vec<String>| {
                let kept = row.iter().enumerate().filter(|(place, _)| *place != course);
                kept.map(|(_, cell)| cell.clone()).collect::<Vec<_>>()
            };
            let expected: Vec<Vec<String>> = cells.iter().map(without).collect();
            assert!(expected.len() > rows || extra.contains(&"--strict"), "{} rows", expected.len());
            for input in ["in.csv", "in.parquet"] {
                let (together, found, rejects) = run("scores,diagnosis,tbs,triage", input, extra);
                assert_eq!((together, &rejects), (alone, &refused), "{input} {extra:?}");
                assert_eq!(found.len(), expected.len(), "{input} {extra:?}");
                for (found, expected) in found.iter().zip(&expected) {
                    assert_eq!(found, expected, "{input} {extra:?}");
                }
            }
        }
    }
}
