//! How a table is written: its delimiter, its decimal sign, its encoding.

use osteon::error::{Code, Refusal};

/// How the cells of a table are delimited and its numbers written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// `,`, `;` or a tab.
    pub delimiter: u8,
    /// Whether `1,5` may be one and a half; `1.5` always is.
    pub decimal_comma: bool,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Dialect {
    /// Reads the dialect off the header line in the first bytes of a file; a byte order mark may lead.
    ///
    /// A `;` or a tab leaves the comma free for decimals, as French spreadsheets write them.
    ///
    /// # Errors
    /// An encoding that is not UTF-8, by name; an empty file; a first line that is no header.
    pub fn sniff(head: &[u8]) -> Result<Self, Refusal> {
        if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
            return Err(utf_16());
        }
        let head = without_byte_order_mark(head);
        if let Err(error) = core::str::from_utf8(head)
            && error.error_len().is_some()
        {
            // A character that the end of `head` cuts in two is no error.
            return Err(not_utf8(None));
        }
        if head.contains(&0) {
            return Err(utf_16());
        }
        if head.trim_ascii().is_empty() {
            return Err(Refusal::new(Code::Syntax, "table", "", "the file is empty; it needs a header line"));
        }
        if head.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep=")) {
            let limit = "the first line must be the header: delete the sep= line";
            return Err(Refusal::new(Code::Syntax, "table", "sep=", limit));
        }
        let delimiter = most_frequent(head);
        Ok(Self { delimiter, decimal_comma: delimiter != b',' })
    }
}

/// The bytes after the UTF-8 byte order mark that Excel writes.
fn without_byte_order_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// The delimiter that occurs most often in the header line, outside quotes.
fn most_frequent(head: &[u8]) -> u8 {
    let (mut commas, mut semicolons, mut tabs) = (0, 0, 0);
    let mut quoted = false;
    for &byte in head {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'\n' | b'\r' => break,
            b',' => commas += 1,
            b';' => semicolons += 1,
            b'\t' => tabs += 1,
            _ => {}
        }
    }
    if tabs > commas && tabs >= semicolons {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    }
}

/// The refusal of bytes that are not UTF-8; `row` counts data rows from 1.
#[must_use]
pub fn not_utf8(row: Option<u64>) -> Refusal {
    let place = row.map_or(String::new(), |row| format!("row {row}"));
    let limit = "not UTF-8; looks like Latin-1 / Windows-1252: save as UTF-8";
    Refusal::new(Code::Syntax, "encoding", place, limit).with_slip("in Excel: Save as, CSV UTF-8")
}

fn utf_16() -> Refusal {
    let limit = "not UTF-8; looks like UTF-16 (\"Unicode text\"): save as UTF-8";
    Refusal::new(Code::Syntax, "encoding", "", limit).with_slip("in Excel: Save as, CSV UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_read_off_the_header() {
        for (head, delimiter, decimal_comma) in [
            ("id,sex,age_years\n1;2;3", b',', false),
            ("id;sex;age_years\r\n1;female;66,5", b';', true),
            ("\u{feff}id\tsex\tage_years\n", b'\t', true),
            ("\"a;b;c\",d\n", b',', false),
            ("\"a\nb;c\";d;e\n,,,,", b';', true),
            ("id\n1\n", b',', false),
        ] {
            let dialect = Dialect::sniff(head.as_bytes()).unwrap();
            assert_eq!(dialect, Dialect { delimiter, decimal_comma }, "{head:?}");
        }
    }

    #[test]
    fn another_encoding_is_refused_by_name() {
        let refused = |head: &[u8]| Dialect::sniff(head).unwrap_err().to_string();
        assert!(refused(b"id,pr\xe9nom\n").contains("Latin-1"));
        assert!(refused(b"\xff\xfei\0d\0").contains("UTF-16"));
        assert!(refused(b"\xfe\xff\0i\0d").contains("UTF-16"));
        assert!(refused(b"i\0d\0,\0").contains("UTF-16"));
        assert!(not_utf8(Some(7)).to_string().contains("row 7"));
    }

    #[test]
    fn a_character_cut_at_the_end_of_the_head_is_no_error() {
        assert!(Dialect::sniff(b"id,pr\xc3").is_ok());
    }

    #[test]
    fn a_file_without_a_header_is_refused() {
        for head in [&b""[..], b"\xef\xbb\xbf", b" \r\n\n", b"sep=;\nid;sex\n"] {
            assert_eq!(Dialect::sniff(head).unwrap_err().code, Code::Syntax, "{head:?}");
        }
    }
}
