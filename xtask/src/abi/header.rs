//! The header of the C ABI, as cbindgen writes it: every item with its documentation.

/// An item of the header.
pub(crate) enum Item {
    /// `#define NAME VALUE`.
    Constant { name: String, value: String },
    /// An enumeration with its values.
    Enum { name: String, values: Vec<Value> },
    /// A structure with its members.
    Struct { name: String, members: Vec<Member> },
    /// A structure that is only ever pointed at.
    Opaque { name: String },
    /// A type of function.
    Callback { name: String, result: String, parameters: Vec<Member> },
    /// A call.
    Call { name: String, result: String, parameters: Vec<Member> },
}

/// A value of an enumeration.
pub(crate) struct Value {
    pub(crate) name: String,
    pub(crate) number: String,
    pub(crate) says: String,
}

/// A member of a structure or a parameter of a call: its type without `struct`, and its name.
#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) of: String,
    pub(crate) name: String,
    pub(crate) says: String,
}

/// Every item with what its comment says.
pub(crate) struct Header {
    pub(crate) items: Vec<(Item, String)>,
}

impl Header {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut items = Vec::new();
        let mut lines = text.lines().peekable();
        let mut says = String::new();
        while let Some(line) = lines.next() {
            let line = line.trim();
            if said(&mut says, line) {
                continue;
            }
            let item = if let Some(rest) = line.strip_prefix("#define OSTEON_") {
                // Guards and attributes have no number.
                rest.split_once(' ')
                    .filter(|(_, value)| value.starts_with(|c: char| c.is_ascii_digit() || c == '('))
                    .map(|(name, value)| Item::Constant {
                        name: format!("OSTEON_{name}"),
                        value: value.to_owned(),
                    })
            } else if let Some(name) = line.strip_prefix("enum osteon_") {
                Some(Item::Enum { name: format!("osteon_{name}"), values: values(&mut lines) })
            } else if let Some(rest) = line.strip_prefix("typedef struct ") {
                let name = rest.split([' ', ';']).next().unwrap_or_default().to_owned();
                Some(if line.ends_with('{') {
                    Item::Struct { name, members: members(&mut lines)? }
                } else {
                    Item::Opaque { name }
                })
            } else if line.starts_with("OSTEON_API") || (line.starts_with("typedef") && line.contains("(*")) {
                let mut whole = line.to_owned();
                while !whole.ends_with(';') {
                    let next = lines.next().ok_or_else(|| format!("the header ends within {whole}"))?;
                    whole = format!("{whole} {}", next.trim());
                }
                Some(function(&whole)?)
            } else {
                None
            };
            if let Some(item) = item {
                items.push((item, core::mem::take(&mut says)));
            }
        }
        Ok(Self { items })
    }

    pub(crate) fn calls(&self) -> impl Iterator<Item = (&str, &str)> {
        // A call that only tests have is none of the library's.
        self.items.iter().filter_map(|(item, says)| match item {
            Item::Call { name, .. } if name != "osteon_deliberate_panic" => Some((&**name, &**says)),
            _ => None,
        })
    }

    pub(crate) fn structs(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter_map(|(item, _)| match item {
            Item::Struct { name, .. } => Some(&**name),
            _ => None,
        })
    }
}

/// Adds a line of a comment, its lines joined and its paragraphs apart; false where it is none. A comment stands right
/// before what it is about.
fn said(says: &mut String, line: &str) -> bool {
    let Some(text) = line.strip_prefix("//").map(str::trim) else {
        if line.is_empty() {
            says.clear();
        }
        return false;
    };
    if text.is_empty() {
        says.push_str("\n\n");
    } else {
        if !(says.is_empty() || says.ends_with('\n')) {
            says.push(' ');
        }
        says.push_str(text);
    }
    true
}

fn values<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Value> {
    let (mut values, mut says) = (Vec::new(), String::new());
    while let Some(line) = lines.next().map(str::trim).filter(|line| !line.starts_with("};")) {
        if said(&mut says, line) {
            continue;
        }
        if let Some((name, number)) = line.trim_end_matches(',').split_once(" = ") {
            let says = core::mem::take(&mut says);
            values.push(Value { name: name.to_owned(), number: number.to_owned(), says });
        }
    }
    values
}

fn members<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Result<Vec<Member>, String> {
    let (mut members, mut says) = (Vec::new(), String::new());
    while let Some(line) = lines.next().map(str::trim).filter(|line| !line.starts_with('}')) {
        if said(&mut says, line) {
            continue;
        }
        if let Some(declared) = line.strip_suffix(';') {
            members.push(Member { says: core::mem::take(&mut says), ..member(declared)? });
        }
    }
    Ok(members)
}

/// `const struct osteon_text *items`.
fn member(declared: &str) -> Result<Member, String> {
    let (of, name) = declared.rsplit_once([' ', '*']).ok_or_else(|| format!("{declared}: no member"))?;
    let stars = declared.len() - of.len() - name.len();
    let star = if stars == 1 && declared.as_bytes().get(of.len()) == Some(&b'*') { "*" } else { "" };
    let of = format!("{of}{star}").replace("struct ", "").replace(" *", "*");
    Ok(Member { of: of.trim().to_owned(), name: name.to_owned(), says: String::new() })
}

/// `OSTEON_API osteon_status osteon_do(...);`, or `typedef osteon_status (*osteon_watch)(...);`.
fn function(whole: &str) -> Result<Item, String> {
    let fault = || format!("{whole}: no function");
    let declared = whole.trim_start_matches("OSTEON_API").trim_start_matches("typedef").trim();
    let (before, rest) = declared.trim_end_matches(';').rsplit_once('(').ok_or_else(fault)?;
    let parameters = rest.strip_suffix(')').ok_or_else(fault)?;
    let parameters = parameters.split(',').map(str::trim).filter(|one| !matches!(*one, "" | "void"));
    let parameters = parameters.map(member).collect::<Result<_, _>>()?;
    if let Some((result, name)) = before.split_once("(*") {
        let name = name.trim_end_matches(')').to_owned();
        return Ok(Item::Callback { name, result: result.trim().to_owned(), parameters });
    }
    let one = member(before)?;
    Ok(Item::Call { name: one.name, result: one.of, parameters })
}

/// The first sentence of a comment; a number such as 0.1.0 ends none.
pub(crate) fn first_sentence(says: &str) -> String {
    let paragraph = says.split("\n\n").next().unwrap_or_default();
    let end = paragraph.find(". ").map_or(paragraph.len(), |end| end + 1);
    paragraph[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "
// The most.
#define OSTEON_MOST (64 << 20)
#define OSTEON_API
// A list. It is borrowed.
typedef struct osteon_list {
  // The items.
  const struct osteon_text *items;
  size_t count;
} osteon_list;
typedef struct osteon_engine osteon_engine;
// Makes one.
//
// Refused: nothing.
OSTEON_API
osteon_status osteon_engine_new(const struct osteon_list *list,
                                struct osteon_engine **engine);
typedef int32_t (*osteon_watch)(void *context, size_t done);
";

    #[test]
    fn every_sort_of_item_is_read() {
        let header = Header::read(TEXT).unwrap();
        let shown: Vec<String> = header
            .items
            .iter()
            .map(|(item, says)| {
                let of = |all: &[Member]| {
                    all.iter().map(|one| format!("{} {}", one.of, one.name)).collect::<Vec<_>>().join(", ")
                };
                match item {
                    Item::Constant { name, value } => format!("{name} {value}: {says}"),
                    Item::Struct { name, members } => format!("{name} {{{}}}: {says}", of(members)),
                    Item::Opaque { name } => name.clone(),
                    Item::Callback { name, result, parameters } => {
                        format!("{result} (*{name})({})", of(parameters))
                    }
                    Item::Call { name, result, parameters } => {
                        format!("{result} {name}({}): {}", of(parameters), first_sentence(says))
                    }
                    Item::Enum { .. } => String::new(),
                }
            })
            .collect();
        assert_eq!(
            shown,
            [
                "OSTEON_MOST (64 << 20): The most.",
                "osteon_list {const osteon_text* items, size_t count}: A list. It is borrowed.",
                "osteon_engine",
                "osteon_status osteon_engine_new(const osteon_list* list, osteon_engine** engine): Makes one.",
                "int32_t (*osteon_watch)(void* context, size_t done)",
            ]
        );
    }
}
