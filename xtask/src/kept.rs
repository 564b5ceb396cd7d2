//! Files of the repository that are written from the repository itself: written anew, or held to what they should be.

use std::fs;
use std::path::{Path, PathBuf};

/// The top of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A file of the repository.
pub(crate) fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Writes a file; or, where it is only looked at, says that it is stale and what writes it.
pub(crate) fn keep(path: &str, text: &str, check: bool, writer: &str) -> Result<(), String> {
    let whole = root().join(path);
    if !check {
        if let Some(folder) = whole.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{path}: {error}"))?;
        }
        return fs::write(&whole, text).map_err(|error| format!("{path}: {error}"));
    }
    let kept = fs::read_to_string(&whole).unwrap_or_default();
    let differs = kept.lines().zip(text.lines()).position(|(kept, now)| kept != now);
    match differs.or_else(|| (kept != text).then(|| kept.lines().count().min(text.lines().count()))) {
        None => Ok(()),
        Some(line) => Err(format!("{path} is stale from line {}: cargo xtask {writer}", line + 1)),
    }
}

/// The text with what stands between two markers put anew.
pub(crate) fn between(text: &str, name: &str, inner: &str) -> Result<String, String> {
    let (begin, end) = (format!("<!-- {name}:begin -->\n"), format!("<!-- {name}:end -->"));
    let (before, rest) = text.split_once(&begin).ok_or_else(|| format!("there is no marker {name}:begin"))?;
    let (_, after) = rest.split_once(&end).ok_or_else(|| format!("there is no marker {name}:end"))?;
    Ok(format!("{before}{begin}{inner}{end}{after}"))
}

/// Every file below a folder with this ending, as paths from the top, sorted.
pub(crate) fn files(below: &str, ending: &str) -> Result<Vec<String>, String> {
    let (mut found, mut folders) = (Vec::new(), vec![below.to_owned()]);
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(root().join(&folder)).map_err(|error| format!("{folder}: {error}"))?;
        for entry in entries {
            let entry = entry.map_err(|error| format!("{folder}: {error}"))?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(path);
            } else if path.ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Rows as CSV with a header.
pub(crate) fn csv_of<R: AsRef<[String]>>(header: &[&str], rows: &[R]) -> Result<String, String> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(header).map_err(|error| error.to_string())?;
    for row in rows {
        out.write_record(row.as_ref()).map_err(|error| error.to_string())?;
    }
    let bytes = out.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}
