//! Where in a document an error is: its keys and indices, from the line and column that serde gives.
//!
//! Reading a document a second time with every key remembered would need a second reader of every type, which is
//! a tenth of the library; a walk over the text up to the error needs none.

use std::fmt::Write as _;

/// The path of the value that an error is in, as `scans[0].date`; empty for the document itself.
pub(super) fn path_of(error: &serde_json::Error, said: &str, json: &[u8]) -> String {
    let Some(end) = offset(json, error.line(), error.column()) else { return String::new() };
    // A syntax error is told behind the character that is wrong.
    let end = if error.is_syntax() { end.saturating_sub(1) } else { end };
    let mut walk = Walk { json: json.get(..end).unwrap_or(json), at: 0, open: Vec::new() };
    walk.run();
    match said {
        "EOF while parsing a list"
        | "EOF while parsing an object"
        | "expected `,` or `]`"
        | "expected `,` or `}`" => walk.after_a_value(),
        // A list that is longer than its type.
        "trailing characters" => drop(walk.open.pop()),
        // A list where an object belongs: what is wrong is the list, not its first element.
        _ if said.starts_with("invalid type: sequence, expected struct")
            && is_before_an_element(read_to(json, end)) =>
        {
            drop(walk.open.pop());
        }
        _ if said.starts_with("duplicate field") && !read_to(json, end).ends_with(b"}") => {
            walk.without_key();
        }
        _ => {}
    }
    walk.path()
}

/// What was read, without blanks at its end.
fn read_to(json: &[u8], end: usize) -> &[u8] {
    json.get(..end).unwrap_or(json).trim_ascii_end()
}

/// Whether nothing of a list was read but that it begins, and at most a comma.
fn is_before_an_element(read: &[u8]) -> bool {
    read.strip_suffix(b",").map_or(read, <[u8]>::trim_ascii_end).ends_with(b"[")
}

/// The index of a line (from 1) and a column (bytes before it).
fn offset(json: &[u8], line: usize, column: usize) -> Option<usize> {
    let mut start = 0;
    for _ in 1..line {
        start += json.get(start..)?.iter().position(|&byte| byte == b'\n')? + 1;
    }
    Some((start + column).min(json.len()))
}

/// An object or a list that is open.
enum Open {
    /// The key whose value is being read, or was read last; `None` before a key.
    Object(Option<String>),
    /// Which element.
    List(usize),
}

struct Walk<'a> {
    json: &'a [u8],
    at: usize,
    open: Vec<Open>,
}

impl Walk<'_> {
    /// Reads to the end; what is no JSON does not stop it.
    fn run(&mut self) {
        while let Some(&byte) = self.json.get(self.at) {
            self.at += 1;
            match byte {
                b'{' => self.open.push(Open::Object(None)),
                b'[' => self.open.push(Open::List(0)),
                b'}' | b']' => drop(self.open.pop()),
                b',' => match self.open.last_mut() {
                    Some(Open::Object(key)) => *key = None,
                    Some(Open::List(index)) => *index += 1,
                    None => {}
                },
                b'"' => {
                    let text = self.string();
                    if let Some(Open::Object(key @ None)) = self.open.last_mut() {
                        *key = text;
                    }
                }
                _ => {}
            }
        }
    }

    /// The text of a string that has begun; `None` where it does not end.
    fn string(&mut self) -> Option<String> {
        let start = self.at.checked_sub(1)?;
        loop {
            let byte = *self.json.get(self.at)?;
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'"' => return serde_json::from_slice(self.json.get(start..self.at)?).ok(),
                _ => {}
            }
        }
    }

    /// What is missing is not in the value that was read last.
    fn after_a_value(&mut self) {
        match self.open.last_mut() {
            Some(Open::List(index)) => *index += usize::from(!self.json.trim_ascii_end().ends_with(b"[")),
            _ => self.without_key(),
        }
    }

    /// The object, and not the value of its last key.
    fn without_key(&mut self) {
        if let Some(Open::Object(key)) = self.open.last_mut() {
            *key = None;
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for open in &self.open {
            match open {
                Open::Object(Some(key)) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
                Open::Object(None) => {}
                // Writing into a string cannot fail.
                Open::List(index) => drop(write!(path, "[{index}]")),
            }
        }
        path
    }
}
