//! An input: a file or standard input, packed or not, and what it is.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;

use crate::stop::Stop;

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Rows of a delimited table.
    Table,
    /// A patient document a line.
    Lines,
    /// A patient document, or an array of them.
    Document,
    /// A Parquet file.
    Parquet,
    /// An Arrow file or stream.
    Arrow,
}

/// An open input.
pub(crate) struct Input {
    /// As the call names it.
    pub(crate) name: String,
    /// The file itself, where there is one that is not packed: it can be read from its end.
    pub(crate) file: Option<PathBuf>,
    pub(crate) kind: Kind,
    /// Size in bytes, as stored, where it is known.
    pub(crate) size: Option<u64>,
    /// The unpacked bytes, from the start, without a byte order mark.
    pub(crate) bytes: Box<dyn Read>,
    /// The first of them.
    pub(crate) head: Vec<u8>,
    /// Bytes read so far, as stored.
    pub(crate) at: Rc<Cell<u64>>,
}

/// How much of an input is looked at before it is read.
const HEAD: u64 = 1 << 16;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
const GZIP: &[u8] = b"\x1f\x8b";

struct Counted<R> {
    inner: R,
    at: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.at.set(self.at.get() + read as u64);
        Ok(read)
    }
}

impl Input {
    pub(crate) fn open(path: &Path) -> Result<Self, Stop> {
        let standard = path.as_os_str() == "-";
        let name = if standard { "standard input".to_owned() } else { path.display().to_string() };
        let error = |error: io::Error| Stop::io(&name, &error);
        let at = Rc::new(Cell::new(0));
        let (stored, size): (Box<dyn Read>, _) = if standard {
            (Box::new(io::stdin().lock()), None)
        } else {
            let file = File::open(path).map_err(error)?;
            let meta = file.metadata().map_err(error)?;
            if meta.is_dir() {
                return Err(Stop::new(format_args!("{name}: is a directory")));
            }
            (Box::new(file), meta.is_file().then_some(meta.len()))
        };
        let stored = Counted { inner: stored, at: Rc::clone(&at) };
        let (mut head, mut bytes) = peek(Box::new(stored)).map_err(error)?;
        let packed = head.starts_with(GZIP);
        if packed {
            (head, bytes) = peek(Box::new(MultiGzDecoder::new(bytes))).map_err(error)?;
        }
        if head.starts_with(BYTE_ORDER_MARK) {
            let mut mark = [0; BYTE_ORDER_MARK.len()];
            bytes.read_exact(&mut mark).map_err(error)?;
            head.drain(..BYTE_ORDER_MARK.len());
        }
        let kind = if standard { None } else { kind_of_name(path) };
        let kind = kind_of_magic(&head).or(kind).unwrap_or_else(|| kind_of_head(&head));
        let file = (size.is_some() && !packed).then(|| path.to_owned());
        Ok(Self { name, file, kind, size, bytes, head, at })
    }
}

/// The first bytes of a stream, and the stream with them still in it.
fn peek(mut stream: Box<dyn Read>) -> io::Result<(Vec<u8>, Box<dyn Read>)> {
    let mut head = Vec::new();
    stream.by_ref().take(HEAD).read_to_end(&mut head)?;
    let again = Box::new(Cursor::new(head.clone()).chain(stream));
    Ok((head, again))
}

/// What a name says: `.csv`, `.ndjson`, `.json`, each also `.gz`; `.parquet`, `.arrow`.
pub(crate) fn kind_of_name(path: &Path) -> Option<Kind> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    match name.rsplit_once('.')?.1 {
        "csv" | "tsv" | "tab" | "txt" => Some(Kind::Table),
        "ndjson" | "jsonl" => Some(Kind::Lines),
        "json" => Some(Kind::Document),
        "parquet" | "pq" => Some(Kind::Parquet),
        "arrow" | "arrows" | "feather" | "ipc" => Some(Kind::Arrow),
        _ => None,
    }
}

/// What the first bytes prove, whatever the name: no text begins so.
fn kind_of_magic(head: &[u8]) -> Option<Kind> {
    let is_text = || !head.contains(&0);
    match head {
        [b'P', b'A', b'R', b'1' | b'E', ..] if !is_text() => Some(Kind::Parquet),
        [b'A', b'R', b'R', b'O', b'W', b'1', 0, ..] | [0xff, 0xff, 0xff, 0xff, ..] => Some(Kind::Arrow),
        _ => None,
    }
}

/// What the first bytes look like.
fn kind_of_head(head: &[u8]) -> Kind {
    match head.trim_ascii_start().first() {
        Some(b'[') => Kind::Document,
        Some(b'{') => {
            let first = head.trim_ascii_start().split(|&byte| byte == b'\n').next().unwrap_or_default();
            let whole = serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok();
            if whole { Kind::Lines } else { Kind::Document }
        }
        _ => Kind::Table,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (name, kind) in [
            ("a.csv", Some(Kind::Table)),
            ("A.CSV.GZ", Some(Kind::Table)),
            ("b.ndjson.gz", Some(Kind::Lines)),
            ("c.json", Some(Kind::Document)),
            ("d.xlsx", None),
            ("f.parquet", Some(Kind::Parquet)),
            ("g.arrows", Some(Kind::Arrow)),
            ("e", None),
        ] {
            assert_eq!(kind_of_name(Path::new(name)), kind, "{name}");
        }
        assert_eq!(kind_of_magic(b"PAR1\x15\x04\0"), Some(Kind::Parquet));
        assert_eq!(kind_of_magic(b"ARROW1\0\0"), Some(Kind::Arrow));
        assert_eq!(kind_of_magic(b"\xff\xff\xff\xff\x10"), Some(Kind::Arrow));
        assert_eq!(kind_of_magic(b"PAR1,sex\n"), None);
        assert_eq!(kind_of_head(b"{\"sex\":\"male\"}\n{}"), Kind::Lines);
        assert_eq!(kind_of_head(b"{\n \"sex\":\"male\"}"), Kind::Document);
        assert_eq!(kind_of_head(b" [{}]"), Kind::Document);
        assert_eq!(kind_of_head(b"id;sex\n"), Kind::Table);
    }
}
