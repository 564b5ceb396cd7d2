//! What is written from the header of the C ABI: the tables of its README, and its declarations in C#.

mod csharp;
mod header;
mod tables;

use crate::kept::{keep, read};

const HEADER: &str = "bindings/c/include/osteon.h";
const README: &str = "bindings/c/README.md";
const CSHARP: &str = "bindings/c/csharp/Osteon.cs";

/// Writes both or holds them to what they should be.
pub(crate) fn run(check: bool) -> Result<String, String> {
    let header = header::Header::read(&read(HEADER)?)?;
    keep(README, &tables::written(&read(README)?, &header)?, check, "abi")?;
    keep(CSHARP, &csharp::written(&header)?, check, "abi")?;
    Ok(format!("{} calls, {} structures", header.calls().count(), header.structs().count()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn readme_and_declarations_are_as_the_header_is() {
        super::run(true).unwrap();
    }
}
