//! A folder of outputs that is put in its place when all of it is written.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use crate::stop::Stop;

/// A folder in the making, beside the place where it goes.
pub(crate) struct OutputFolder {
    made: TempDir,
    place: PathBuf,
    /// Folders in it that are replaced as a whole, with what the names of their files end in.
    whole: &'static [(&'static str, &'static str)],
}

impl OutputFolder {
    /// `whole` are the folders in it that belong to a run as a whole: a file of an earlier run does not stay.
    ///
    /// A folder that is there is written into; of the folders in `whole` it may hold only files whose names end
    /// as ours do.
    pub(crate) fn create(place: &Path, whole: &'static [(&'static str, &'static str)]) -> Result<Self, Stop> {
        let error = |error: io::Error| Stop::io(place.display(), &error);
        if place.exists() && !place.is_dir() {
            return Err(Stop::new(format_args!("{}: is no folder", place.display())));
        }
        for (folder, end) in whole {
            let Ok(entries) = fs::read_dir(place.join(folder)) else { continue };
            for entry in entries {
                let path = entry.map_err(error)?.path();
                let ours = path.is_file() && path.to_string_lossy().ends_with(end);
                if !ours {
                    return Err(Stop::new(format_args!(
                        "{}: not written by this program, and the folder would be replaced",
                        path.display()
                    )));
                }
            }
        }
        let parent = match place.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent).map_err(error)?;
        let stem = format!(".{}.", place.file_name().unwrap_or_default().to_string_lossy());
        let made = Builder::new().prefix(&stem).suffix(".part").tempdir_in(parent).map_err(error)?;
        Ok(Self { made, place: place.to_owned(), whole })
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

    /// Puts everything in its place.
    pub(crate) fn finish(self) -> Result<(), Stop> {
        let error = |error: io::Error| Stop::io(self.place.display(), &error);
        fs::create_dir_all(&self.place).map_err(error)?;
        for (folder, _) in self.whole {
            let old = self.place.join(folder);
            if old.is_dir() {
                fs::remove_dir_all(&old).map_err(error)?;
            }
        }
        for entry in fs::read_dir(self.made.path()).map_err(error)? {
            let entry = entry.map_err(error)?;
            fs::rename(entry.path(), self.place.join(entry.file_name())).map_err(error)?;
        }
        Ok(())
    }
}
