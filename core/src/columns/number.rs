//! Numbers as spreadsheets write them.

use crate::error::Code;

use super::cell::Fault;

/// Reads a trimmed, non-empty cell as a finite number.
///
/// `1.5` is always read; `1,5` only with `decimal_comma`; a thousands separator never is.
///
/// # Errors
/// What the text is not, with what it looks like.
pub fn number(text: &str, decimal_comma: bool) -> Result<f64, Fault> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    if plain
        && let Ok(number) = text.parse::<f64>()
        && number.is_finite()
    {
        return Ok(number);
    }
    if decimal_comma && let Some(number) = with_decimal_comma(text) {
        return Ok(number);
    }
    unusual(text, decimal_comma)
}

/// `1,5` as 1.5: one comma, no point, nothing else that a number does not have.
fn with_decimal_comma(text: &str) -> Option<f64> {
    let mut buffer = [0_u8; 32];
    let digits = buffer.get_mut(..text.len())?;
    let mut commas = 0;
    for (slot, byte) in digits.iter_mut().zip(text.bytes()) {
        *slot = match byte {
            b',' => {
                commas += 1;
                b'.'
            }
            b'0'..=b'9' | b'-' | b'+' => byte,
            _ => return None,
        };
    }
    let text = core::str::from_utf8(digits).ok().filter(|_| commas == 1)?;
    text.parse().ok()
}

/// What is not a plain number: read it if it can only be one, else say what it looks like.
#[cold]
#[inline(never)]
fn unusual(text: &str, decimal_comma: bool) -> Result<f64, Fault> {
    // Word processors turn the minus of a T-score into U+2212.
    if let Some(magnitude) = text.strip_prefix('\u{2212}')
        && magnitude.starts_with(|c: char| c.is_ascii_digit())
    {
        return number(magnitude, decimal_comma).map(|number| -number);
    }
    let bare = text.trim_start_matches(['+', '-']);
    let infinite = ["nan", "inf", "infinity"].iter().any(|word| bare.eq_ignore_ascii_case(word));
    if infinite || text.parse::<f64>().is_ok() {
        return Err(Fault::new(Code::NotFinite, "NaN and infinity are no values; leave the cell empty"));
    }
    let fault = Fault::new(Code::WrongType, "must be a number");
    let spaced = |c: char| c.is_whitespace() || matches!(c, '\'' | '\u{2019}' | '_');
    let separated = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.') || spaced(c);
    if bare.is_empty() || !bare.chars().all(separated) || !bare.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(fault);
    }
    let signs = bare.bytes().filter(|&b| b == b',' || b == b'.').count();
    if bare.contains(spaced) || signs > 1 {
        return Err(fault.with_slip("it looks like a thousands separator: write the digits alone"));
    }
    let (whole, fraction) = bare.split_once(',').unwrap_or((bare, ""));
    let hint = if fraction.len() == 3 && whole != "0" {
        "a comma is neither a thousands separator nor, here, a decimal sign: write the digits with a point"
            .to_owned()
    } else {
        format!("it looks like a decimal comma: write {whole}.{fraction}, or say --decimal ,")
    };
    Err(fault.with_slip(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (text, decimal_comma, expected) in [
            ("165", false, 165.0),
            ("1.65", false, 1.65),
            ("-2.5", false, -2.5),
            ("+.5", false, 0.5),
            ("5.397605347e-79", false, 5.397_605_347e-79),
            ("\u{2212}2.5", false, -2.5),
            ("\u{2212}2,5", true, -2.5),
            ("0,558", true, 0.558),
            ("0.558", true, 0.558),
        ] {
            let read = number(text, decimal_comma).unwrap_or(f64::NAN);
            assert!(read.total_cmp(&expected).is_eq(), "{text}: {read}");
        }
    }

    #[test]
    fn what_is_no_number_says_what_it_looks_like() {
        for (text, decimal_comma, code, hint) in [
            ("1,5", false, Code::WrongType, "decimal comma: write 1.5"),
            ("0,558", false, Code::WrongType, "decimal comma: write 0.558"),
            ("1,234", false, Code::WrongType, "thousands"),
            ("1,234.5", false, Code::WrongType, "thousands"),
            ("1.234,5", true, Code::WrongType, "thousands"),
            ("1.234.567", false, Code::WrongType, "thousands"),
            ("1 234", false, Code::WrongType, "thousands"),
            ("1\u{202f}234,5", true, Code::WrongType, "thousands"),
            ("1'234", false, Code::WrongType, "thousands"),
            ("NaN", false, Code::NotFinite, ""),
            ("-inf", true, Code::NotFinite, ""),
            ("1e999", false, Code::NotFinite, ""),
            ("165 cm", false, Code::WrongType, ""),
            ("true", false, Code::WrongType, ""),
            ("--1", false, Code::WrongType, ""),
            ("-", true, Code::WrongType, ""),
            ("#DIV/0!", false, Code::WrongType, ""),
        ] {
            let fault = number(text, decimal_comma).unwrap_err();
            assert_eq!(fault.code, code, "{text}");
            assert!(fault.slip.as_deref().unwrap_or("").contains(hint), "{text}: {:?}", fault.slip);
        }
    }
}
