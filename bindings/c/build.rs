//! The name that programs look for at run time: it has the major version of the ABI, so that a library that breaks with
//! the old one is never loaded in its place.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=include/osteon.h");
    // A test holds the header to the library.
    let Some(major) = major() else {
        eprintln!("include/osteon.h has no OSTEON_ABI_VERSION_MAJOR");
        return ExitCode::FAILURE;
    };
    if env::var_os("CARGO_FEATURE_CAPI").is_some() {
        // cargo-c gives the name itself, from the version in its metadata.
        return ExitCode::SUCCESS;
    }
    match env::var("CARGO_CFG_TARGET_OS").as_deref() {
        Ok("linux" | "freebsd" | "netbsd" | "openbsd" | "dragonfly") => {
            println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libosteon.so.{major}");
        }
        Ok("macos") => {
            println!("cargo::rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libosteon.{major}.dylib");
        }
        // A DLL has no such name, and Android takes no numbers.
        _ => {}
    }
    ExitCode::SUCCESS
}

fn major() -> Option<u32> {
    let header = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR")?).join("include/osteon.h");
    let text = fs::read_to_string(header).ok()?;
    text.lines().find_map(|line| line.strip_prefix("#define OSTEON_ABI_VERSION_MAJOR "))?.trim().parse().ok()
}
