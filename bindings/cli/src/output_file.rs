//! An output that is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::{Builder, NamedTempFile};

use crate::stop::Stop;

/// Where bytes go: a new file that takes the place of the old one at the end, or a stream.
pub(crate) struct OutputFile {
    sink: Sink,
    name: String,
}

enum Sink {
    Stream(BufWriter<Box<dyn Write + Send>>),
    File { file: BufWriter<NamedTempFile>, path: PathBuf },
    Gzip { file: GzEncoder<BufWriter<NamedTempFile>>, path: PathBuf },
}

impl OutputFile {
    /// Standard output for `None` and `-`.
    pub(crate) fn create(path: Option<&Path>) -> Result<Self, Stop> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            let sink = Sink::Stream(BufWriter::with_capacity(1 << 16, Box::new(io::stdout())));
            return Ok(Self { sink, name: "standard output".into() });
        };
        let name = path.display().to_string();
        let error = |error: io::Error| Stop::io(&name, &error);
        // A link is followed, so that it stays one; a device or a pipe cannot be replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let special = fs::metadata(&path).is_ok_and(|meta| !meta.is_file());
        if special {
            let file = File::options().write(true).open(&path).map_err(error)?;
            return Ok(Self { sink: Sink::Stream(BufWriter::new(Box::new(file))), name });
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            return Err(Stop::new(format_args!("{name}: there is no folder {}", folder.display())));
        }
        let mut builder = Builder::new();
        let stem = format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy());
        let builder = builder.prefix(&stem).suffix(".part");
        #[cfg(unix)]
        let permissions = {
            use std::os::unix::fs::PermissionsExt as _;
            // As any new file: what the user's mask leaves of it; an old file keeps its own.
            fs::metadata(&path).map_or_else(|_| fs::Permissions::from_mode(0o666), |meta| meta.permissions())
        };
        #[cfg(unix)]
        let builder = builder.permissions(permissions);
        let file = BufWriter::with_capacity(1 << 16, builder.tempfile_in(folder).map_err(error)?);
        let sink = if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gz")) {
            Sink::Gzip { file: GzEncoder::new(file, Compression::default()), path }
        } else {
            Sink::File { file, path }
        };
        Ok(Self { sink, name })
    }

    /// As the call names it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Writes some bytes.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.stream().write_all(bytes).map_err(|error| Stop::io(&self.name, &error))
    }

    fn stream(&mut self) -> &mut dyn Write {
        match &mut self.sink {
            Sink::Stream(stream) => stream,
            Sink::File { file, .. } => file,
            Sink::Gzip { file, .. } => file,
        }
    }

    /// Puts the whole output in its place.
    pub(crate) fn finish(self) -> Result<(), Stop> {
        let name = self.name;
        let error = |error: io::Error| Stop::io(&name, &error);
        let (file, path) = match self.sink {
            Sink::Stream(mut stream) => return stream.flush().map_err(error),
            Sink::File { file, path } => (file, path),
            Sink::Gzip { file, path } => (file.finish().map_err(error)?, path),
        };
        let file = file.into_inner().map_err(|failed| error(failed.into_error()))?;
        file.as_file().sync_all().map_err(error)?;
        file.persist(path).map_err(|failed| error(failed.error))?;
        Ok(())
    }
}

/// For writers that want a stream; who calls them names the output where it fails.
impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream().flush()
    }
}

/// Whether an output would replace an input.
pub(crate) fn is_same_file(input: &Path, output: Option<&Path>) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    output.is_some_and(|output| real(input).is_some_and(|input| real(output) == Some(input)))
}
