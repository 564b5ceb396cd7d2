//! Rules in words, written from the rules themselves.

use core::fmt::Write as _;

use super::condition::When;
use super::limit::Limit;

impl When {
    /// The condition in words.
    #[must_use]
    pub fn describe(&self) -> String {
        let mut words = String::new();
        self.write(&mut words, false);
        words
    }

    fn write(&self, words: &mut String, nested: bool) {
        // Writing to a string does not fail.
        let _ = match self {
            Self::Yes(flag) => write!(words, "{}", flag.label),
            Self::No(flag) => write!(words, "no {}", flag.label),
            Self::Is(quantity, comparison, limit) => {
                let unit =
                    if quantity.unit.is_empty() { String::new() } else { format!(" {}", quantity.unit) };
                match limit {
                    Limit::Fixed(value) => {
                        write!(words, "{} {} {value}{unit}", quantity.label, comparison.as_str())
                    }
                    Limit::ByAge(table) => {
                        write!(words, "{} {} {} for the age", quantity.label, comparison.as_str(), table.id)
                    }
                }
            }
            Self::All([]) => write!(words, "otherwise"),
            Self::All(parts) => return join(words, parts, " and ", nested),
            Self::Any(parts) => return join(words, parts, " or ", nested),
            Self::Cell(Self::All([]), row) => return row.write(words, nested),
            Self::Cell(column, row) => {
                column.write(words, true);
                words.push_str(": ");
                return row.write(words, true);
            }
            Self::NoneOf(parts) => {
                words.push_str("none of (");
                join(words, parts, " or ", false);
                words.push(')');
                Ok(())
            }
        };
    }
}

fn join(words: &mut String, parts: &[When], by: &str, nested: bool) {
    let brackets = nested && parts.len() > 1;
    if brackets {
        words.push('(');
    }
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            words.push_str(by);
        }
        part.write(words, true);
    }
    if brackets {
        words.push(')');
    }
}
