//! The check digit of LOINC, and its notice.

/// What the licence of LOINC asks to be shown wherever its codes are.
pub const LOINC_NOTICE: &str = "This material contains content from LOINC (http://loinc.org). LOINC is \
    copyright (c) Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) \
    Committee and is available at no cost under the license at http://loinc.org/license. LOINC(R) is a \
    registered United States trademark of Regenstrief Institute, Inc.";

/// Whether the last digit of a code of LOINC is the one that its other digits ask for: Luhn's, from the right
/// every other digit doubled and the digits of what comes out added.
///
/// ```
/// use osteon::fls::intake::is_valid_loinc;
/// assert!(is_valid_loinc("38265-5") && !is_valid_loinc("38265-1"));
/// ```
#[must_use]
pub fn is_valid_loinc(code: &str) -> bool {
    let Some((digits, check)) = code.trim().split_once('-') else { return false };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(digits) || !are_digits(check) || check.len() != 1 {
        return false;
    }
    let added: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0') * if place % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    check.parse() == Ok((10 - added % 10) % 10)
}

/// The digits before the check digit.
pub(super) fn base(code: &str) -> &str {
    code.split_once('-').map_or(code, |(digits, _)| digits)
}

#[cfg(test)]
mod tests {
    use super::super::tables::{BLOOD_CODES, BODY_CODES, DXA_ACTS, DXA_CODES};
    use super::*;
    use crate::fls::CodeSystem;

    #[test]
    fn every_code_that_is_read_holds_its_check_digit() {
        let acts = DXA_ACTS.iter().filter(|act| act.system == CodeSystem::Loinc).map(|act| act.code);
        let codes: Vec<&str> = (DXA_CODES.iter().map(|row| row.code))
            .chain(BLOOD_CODES.iter().map(|row| row.code))
            .chain(BODY_CODES.iter().map(|row| row.code))
            .chain(acts)
            .collect();
        assert!(codes.len() > 120, "{}", codes.len());
        for code in codes {
            assert!(is_valid_loinc(code), "{code}");
        }
    }

    #[test]
    fn codes_that_circulate_and_are_none() {
        for code in ["38263-6", "38264-4", "38265-1", "38266-9", "38267-7", "38268-5", "80948-9"] {
            assert!(!is_valid_loinc(code), "{code}");
        }
        for code in ["", "-", "38265", "38265-", "-5", "38265-55", "382a5-5", "38265-x", "LP29684-5"] {
            assert!(!is_valid_loinc(code), "{code}");
        }
    }
}
