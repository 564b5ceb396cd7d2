//! The `fractures` cell: `site[@24 | @66y | @2024-05-01][!low|!high]`, separated by `;` or `|`.
//!
//! A bare number is months ago, a number with `y` the age at the fracture. `none`: asked, none.

use crate::document::{Fracture, FractureSite, Trauma};
use crate::error::Code;

use super::cell::{Fault, date, trimmed};
use super::lists::{entries, fault_of_list, is_none, key};
use super::number::number;

/// Appends the fractures of a trimmed, non-empty cell. An entry with an unreadable site is refused; one
/// with an unreadable date or trauma stays, without it.
pub fn read(
    text: &str,
    decimal_comma: bool,
    fractures: &mut Vec<Fracture>,
    mut refuse: impl FnMut(&str, Fault),
) {
    if let Some(fault) = fault_of_list(text) {
        refuse(text, fault);
    }
    for entry in entries(text).filter(|entry| !is_none(entry)) {
        let (rest, trauma) = match entry.rsplit_once('!') {
            Some((rest, trauma)) => (rest, Some(trimmed(trauma))),
            None => (entry, None),
        };
        let (site, when) = match rest.split_once('@') {
            Some((site, when)) => (trimmed(site), Some(trimmed(when))),
            None => (trimmed(rest), None),
        };
        let site = match key(site, FractureSite::KEYS, FractureSite::from_key) {
            Ok(site) => site,
            Err(fault) => {
                refuse(entry, fault);
                continue;
            }
        };
        let mut fracture = Fracture { site: Some(site), ..Fracture::default() };
        if let Some(when) = when
            && let Err(fault) = set_when(&mut fracture, when, decimal_comma)
        {
            refuse(entry, fault);
        }
        match trauma.map(|trauma| key(trauma, Trauma::KEYS, Trauma::from_key)) {
            Some(Ok(trauma)) => fracture.trauma = Some(trauma),
            Some(Err(fault)) => refuse(entry, fault),
            None => {}
        }
        fractures.push(fracture);
    }
}

fn set_when(fracture: &mut Fracture, when: &str, decimal_comma: bool) -> Result<(), Fault> {
    let how = "after @ write months ago (24), an age (66y) or a date (2024-05-01)";
    let read = |text: &str| {
        number(trimmed(text), decimal_comma).map_err(|fault| Fault { limit: how.to_owned(), ..fault })
    };
    if when.is_empty() {
        return Err(Fault::new(Code::WrongType, how));
    }
    if let Some(age) = when.strip_suffix(['y', 'Y']) {
        fracture.age_years = Some(read(age)?);
    } else if when.len() >= 8 && when.bytes().any(|byte| matches!(byte, b'-' | b'/')) {
        fracture.date = Some(date(when)?);
    } else {
        let months =
            when.strip_suffix("months ago").or_else(|| when.strip_suffix(['m', 'M'])).unwrap_or(when);
        fracture.months_ago = Some(read(months)?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;

    fn parse(text: &str) -> (Vec<Fracture>, Vec<(String, Fault)>) {
        let (mut fractures, mut faults) = (Vec::new(), Vec::new());
        read(text, true, &mut fractures, |entry, fault| faults.push((entry.to_owned(), fault)));
        (fractures, faults)
    }

    #[test]
    fn every_form_of_an_entry() {
        let (read, faults) = parse(
            "proximal_femur@24!low; vertebra@66y | distal_forearm@2024-05-01!high|pelvis;rib_single@7,5",
        );
        assert_eq!(faults, []);
        assert_eq!(read.len(), 5);
        assert_eq!(
            (read[0].site, read[0].months_ago, read[0].trauma),
            (Some(FractureSite::ProximalFemur), Some(24.0), Some(Trauma::Low))
        );
        assert_eq!((read[1].age_years, read[1].trauma), (Some(66.0), None));
        assert_eq!((read[2].date, read[2].trauma), (Some(Date::constant(2024, 5, 1)), Some(Trauma::High)));
        assert_eq!(read[3], Fracture { site: Some(FractureSite::Pelvis), ..Fracture::default() });
        assert_eq!(read[4].months_ago, Some(7.5));
        assert_eq!(parse("ankle@24 months ago").0[0].months_ago, Some(24.0));
    }

    #[test]
    fn none_is_an_empty_list() {
        assert_eq!(parse("None"), (Vec::new(), Vec::new()));
    }

    #[test]
    fn what_cannot_be_read_is_refused_alone() {
        let (read, faults) = parse("pelvys@12;vertebra@01/02/2024;ankle@;heel!lo;none");
        let sites: Vec<_> = read.iter().filter_map(|fracture| fracture.site).collect();
        assert_eq!(sites, [FractureSite::Vertebra, FractureSite::Ankle, FractureSite::Heel]);
        let codes: Vec<_> = faults.iter().map(|(_, fault)| fault.code).collect();
        let expected =
            [Code::Contradiction, Code::NotAChoice, Code::NotADate, Code::WrongType, Code::NotAChoice];
        assert_eq!(codes, expected);
        assert!(faults[1].1.limit.contains("did you mean pelvis?"));
    }
}
