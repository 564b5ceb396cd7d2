//! A language, with how it writes numbers and dates and sets its punctuation.

/// A language of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

const NO_BREAK_SPACE: char = '\u{a0}';

impl Language {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::English, Self::French];

    /// The ISO 639 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }

    /// A number with so many decimals; nothing that is no number is ever written.
    #[must_use]
    pub fn fixed(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return String::from("?");
        }
        let written = format!("{value:.decimals$}");
        // No minus stands before a zero.
        let zero = written.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
        self.decimal_mark(written.strip_prefix('-').filter(|_| zero).unwrap_or(&written))
    }

    /// A number with no more decimals than it has, and two at most: limits have no more.
    #[must_use]
    pub fn number(self, value: f64) -> String {
        self.at_most(value, 2)
    }

    /// A number with so many decimals, without zeros at its end.
    pub(crate) fn at_most(self, value: f64, decimals: usize) -> String {
        let written = self.fixed(value, decimals);
        match written.find(['.', ',']) {
            Some(_) => written.trim_end_matches('0').trim_end_matches(['.', ',']).to_owned(),
            None => written,
        }
    }

    /// What stands between a name and what is said of it.
    #[must_use]
    pub const fn colon(self) -> &'static str {
        match self {
            Self::English => ": ",
            Self::French => " : ",
        }
    }

    /// Whether a noun counted by this number stands in the singular, by the plural rules of Unicode's CLDR.
    #[must_use]
    #[allow(clippy::float_cmp, reason = "a count is whole, and no other number is one")]
    pub(crate) fn is_one(self, number: f64) -> bool {
        match self {
            Self::English => number.abs() == 1.0,
            Self::French => number.abs() < 2.0,
        }
    }

    fn decimal_mark(self, written: &str) -> String {
        match self {
            Self::English => written.to_owned(),
            Self::French => written.replace('.', ","),
        }
    }

    /// What stands between two parts of a sentence.
    #[must_use]
    pub const fn separator(self) -> &'static str {
        match self {
            Self::English => "; ",
            Self::French => " ; ",
        }
    }

    /// Sets the spaces that must not break: between a number and its unit, and where French has them.
    #[must_use]
    pub fn typeset(self, text: &str) -> String {
        let mut set = String::with_capacity(text.len());
        let mut from = 0;
        for (at, _) in text.match_indices(' ') {
            let (before, after) =
                (text.get(from..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
            let next = after.chars().next();
            let digit = text.as_bytes().get(at.wrapping_sub(1)).is_some_and(u8::is_ascii_digit);
            let unit = digit && next.is_some_and(|next| next.is_alphabetic() || next == '%');
            let french = self == Self::French
                && (before.ends_with('«')
                    || next.is_some_and(|next| matches!(next, ':' | ';' | '?' | '!' | '%' | '»')));
            if unit || french {
                set.push_str(before);
                set.push(NO_BREAK_SPACE);
                from = at + 1;
            }
        }
        set.push_str(text.get(from..).unwrap_or_default());
        set
    }
}

/// A decimal number of few digits: what stands behind its point is an integer over a power of ten, both exact. The
/// reader of Rust's library takes ten kilobytes of tables, which a page would load.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits =
        format!("{whole}{part}").parse::<i64>().ok().filter(|digits| digits.unsigned_abs() < 1 << 53)?;
    let scale = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    Some(digits as f64 / scale as f64)
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};

    #[test]
    fn numbers() {
        assert_eq!(French.fixed(-2.54, 1), "-2,5");
        assert_eq!(English.fixed(-0.04, 1), "0.0");
        assert_eq!(English.number(20.0), "20");
        assert_eq!(French.number(7.25), "7,25");
        assert_eq!(English.fixed(f64::NAN, 1), "?");
    }

    #[test]
    fn singular() {
        let one = |number| (English.is_one(number), French.is_one(number));
        assert_eq!(
            [0.0, 1.0, 1.5, 2.0].map(one),
            [(false, true), (true, true), (false, true), (false, false)]
        );
    }

    #[test]
    fn spaces_that_do_not_break() {
        assert_eq!(
            French.typeset("Risque : 3,5 % à 10 ans ; voir"),
            "Risque\u{a0}: 3,5\u{a0}% à 10\u{a0}ans\u{a0}; voir"
        );
        assert_eq!(English.typeset("3.5 % in 10 years: see"), "3.5\u{a0}% in 10\u{a0}years: see");
    }
}
