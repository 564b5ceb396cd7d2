//! What it was measured on.

use std::process::Command;

/// The processor, in its own words.
#[must_use]
pub fn processor() -> String {
    let model = std::fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    model.unwrap_or_else(|| std::env::consts::ARCH.to_owned())
}

/// How many cores this program may use.
#[must_use]
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The compiler, as it names itself.
#[must_use]
pub fn rustc() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = Command::new(rustc).arg("--version").output();
    let said = said.ok().and_then(|said| String::from_utf8(said.stdout).ok());
    said.map_or_else(|| "an unknown rustc".to_owned(), |said| said.trim().to_owned())
}

/// The instructions that run-time dispatch chooses here.
#[must_use]
pub fn dispatched() -> String {
    let arch = format!("{:?}", pulp::Arch::new());
    arch.split(['(', ' ']).next().unwrap_or_default().to_lowercase()
}

/// Peak resident memory of this program so far, KiB; `None` where the system does not say.
#[must_use]
pub fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
