//! The header is what cbindgen writes of this crate, and says the same version.

use std::path::Path;

use crate::version::{MAJOR, MINOR};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compared with the file that is checked in; `OSTEON_WRITE=1` writes it.
#[test]
fn header_is_up_to_date() {
    let config = cbindgen::Config::from_file(root().join("cbindgen.toml")).unwrap();
    let written = cbindgen::Builder::new().with_crate(root()).with_config(config).generate().unwrap();
    let mut text = Vec::new();
    written.write(&mut text);
    let text = String::from_utf8(text).unwrap();
    let path = root().join("include/osteon.h");
    if std::env::var_os("OSTEON_WRITE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "include/osteon.h is stale: OSTEON_WRITE=1 cargo test -p osteon-c header");
}

#[test]
fn header_and_library_say_one_version() {
    let header = std::fs::read_to_string(root().join("include/osteon.h")).unwrap();
    for (name, value) in [("MAJOR", MAJOR), ("MINOR", MINOR)] {
        assert!(header.contains(&format!("#define OSTEON_ABI_VERSION_{name} {value}\n")), "{name}");
    }
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let (_, of_packages) = manifest.split_once("[package.metadata.capi.pkgconfig]").unwrap();
    let version = format!("\nversion = \"{MAJOR}.{MINOR}.0\"\n");
    assert_eq!(of_packages.matches(&version).count(), 2, "pkg-config and library of cargo-c");
    // SAFETY: both are static and end with a zero.
    let (engine, data) = unsafe {
        (
            core::ffi::CStr::from_ptr(crate::version::osteon_engine_version()),
            core::ffi::CStr::from_ptr(crate::version::osteon_data_version()),
        )
    };
    assert_eq!(engine.to_str(), Ok(osteon::VERSION));
    assert_eq!(data.to_str(), Ok(osteon::DATA_VERSION));
}
