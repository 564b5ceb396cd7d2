//! A folder of outputs whose files are put in their places when all of them are written.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use crate::stop::Stop;

/// The list of what a run wrote, so that the next one can take away what it does not write again.
const WRITTEN: &str = ".written";

/// A folder in the making, beside the place where it goes.
pub(crate) struct OutputFolder {
    made: TempDir,
    place: PathBuf,
}

impl OutputFolder {
    /// A folder that is there is written into: files of other hands stay as they are.
    pub(crate) fn create(place: &Path) -> Result<Self, Stop> {
        let error = |error: io::Error| Stop::io(place.display(), &error);
        if place.exists() && !place.is_dir() {
            return Err(Stop::new(format_args!("{}: is no folder", place.display())));
        }
        let parent = match place.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent).map_err(error)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let stem = format!(".{}.", if name.is_empty() { "osteon".into() } else { name });
        let made = Builder::new().prefix(&stem).suffix(".part").tempdir_in(parent).map_err(error)?;
        Ok(Self { made, place: place.to_owned() })
    }

    /// A file of it, to write to bit by bit.
    pub(crate) fn file(&self, name: &str) -> Result<BufWriter<File>, Stop> {
        let path = self.made.path().join(name);
        let error = |error: io::Error| Stop::io(self.place.join(name).display(), &error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(error)?;
        }
        Ok(BufWriter::with_capacity(1 << 16, File::create(path).map_err(error)?))
    }

    /// A file of it, whole.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Stop> {
        let mut file = self.file(name)?;
        let written = file.write_all(bytes).and_then(|()| file.flush());
        written.map_err(|error| Stop::io(self.place.join(name).display(), &error))
    }

    /// Puts every file in its place, and takes away what an earlier run wrote and this one did not.
    pub(crate) fn finish(self) -> Result<(), Stop> {
        let error = |error: io::Error| Stop::io(self.place.display(), &error);
        let names = names(self.made.path()).map_err(error)?;
        let list: String = names.iter().map(|name| format!("{}\n", name.display())).collect();
        self.write(WRITTEN, list.as_bytes())?;
        // Whatever stands in the way is found before anything is moved.
        for name in names.iter().map(PathBuf::as_path).chain([Path::new(WRITTEN)]) {
            let place = self.place.join(name);
            let folder = place.parent().unwrap_or(&self.place);
            if place.is_dir() {
                return Err(Stop::new(format_args!("{}: a folder stands in its place", place.display())));
            }
            fs::create_dir_all(folder).map_err(error)?;
        }
        let before = fs::read_to_string(self.place.join(WRITTEN)).unwrap_or_default();
        for name in names.iter().map(PathBuf::as_path).chain([Path::new(WRITTEN)]) {
            fs::rename(self.made.path().join(name), self.place.join(name)).map_err(error)?;
        }
        for old in before.lines().map(Path::new).filter(|old| !names.contains(*old)) {
            let is_inside = old.components().all(|part| matches!(part, std::path::Component::Normal(_)));
            let path = self.place.join(old);
            if is_inside && path.is_file() {
                fs::remove_file(path).map_err(error)?;
            }
        }
        Ok(())
    }
}

/// The files of a folder and of those in it, as from it.
fn names(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                found.insert(name.to_owned());
            }
        }
    }
    Ok(found)
}
