//! The `treatments` cell: `drug[@start..stop]`, separated by `;` or `|`. `none`: asked, none.

use crate::document::{Drug, Treatment};

use super::cell::{Fault, date, trimmed};
use super::lists::{entries, fault_of_list, is_none, key};

/// Appends the treatments of a trimmed, non-empty cell. An entry with an unreadable drug is refused; one
/// with an unreadable date stays, without it.
pub fn read(text: &str, treatments: &mut Vec<Treatment>, mut refuse: impl FnMut(&str, Fault)) {
    if let Some(fault) = fault_of_list(text) {
        refuse(text, fault);
    }
    for entry in entries(text).filter(|entry| !is_none(entry)) {
        let (drug, span) = entry.split_once('@').unwrap_or((entry, ""));
        let drug = match key(trimmed(drug), Drug::KEYS, Drug::from_key) {
            Ok(drug) => drug,
            Err(fault) => {
                refuse(entry, fault);
                continue;
            }
        };
        let mut treatment = Treatment { drug: Some(drug), ..Treatment::default() };
        let (start, stop) = span.split_once("..").unwrap_or((span, ""));
        for (text, field) in [(start, &mut treatment.start), (stop, &mut treatment.stop)] {
            let text = trimmed(text);
            match (!text.is_empty()).then(|| date(text)) {
                Some(Ok(date)) => *field = Some(date),
                Some(Err(fault)) => refuse(entry, fault),
                None => {}
            }
        }
        treatments.push(treatment);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use jiff::civil::Date;

    fn parse(text: &str) -> (Vec<Treatment>, Vec<Fault>) {
        let (mut treatments, mut faults) = (Vec::new(), Vec::new());
        read(text, &mut treatments, |_, fault| faults.push(fault));
        (treatments, faults)
    }

    #[test]
    fn every_form_of_an_entry() {
        let (read, faults) = parse(
            "alendronate@2019-01-01..2023-12-31; denosumab@2024-01-15..|calcium;zoledronate@..2020-02-02",
        );
        assert_eq!(faults, []);
        let day = Date::constant;
        let read: Vec<_> = read.iter().map(|t| (t.drug, t.start, t.stop)).collect();
        assert_eq!(
            read,
            [
                (Some(Drug::Alendronate), Some(day(2019, 1, 1)), Some(day(2023, 12, 31))),
                (Some(Drug::Denosumab), Some(day(2024, 1, 15)), None),
                (Some(Drug::Calcium), None, None),
                (Some(Drug::Zoledronate), None, Some(day(2020, 2, 2))),
            ]
        );
        assert_eq!(parse("none"), (Vec::new(), Vec::new()));
    }

    #[test]
    fn what_cannot_be_read_is_refused_alone() {
        let (read, faults) = parse("alendronat;denosumab@2024");
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].drug, read[0].start), (Some(Drug::Denosumab), None));
        let codes: Vec<_> = faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [Code::NotAChoice, Code::NotADate]);
        assert!(faults[0].limit.contains("did you mean alendronate?"));
    }
}
