//! `speed`: writes the table of speed into the README, from what the benches kept; no figure is typed by hand.

use std::error::Error;
use std::path::Path;

use osteon_benches::table::{put, table};

fn main() -> Result<(), Box<dyn Error>> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let document = std::fs::read_to_string(&readme)?;
    std::fs::write(&readme, put(&document, &table()?)?)?;
    Ok(())
}
