//! Maker, model and reference database from the words of a record.

use crate::document::{Manufacturer, Scan};
use crate::reference::label::{recognise_database, recognise_model};

use super::tables::Says;
use super::words::{said, words};

/// A scan with nothing but its machine, as far as the words name one. What names a reference database that is
/// not known here is kept as written, so that no other reference takes its place.
pub(super) fn scan_of(device: &str) -> Scan {
    let mut scan = Scan::default();
    for part in device.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let makers = makers(part);
        if let Some(model) = recognise_model(part) {
            scan.manufacturer = scan.manufacturer.or(model.manufacturer());
            scan.model = scan.model.or_else(|| Some(part.to_owned()));
            // Not told apart from the model, so that it is a reference which is not known.
            scan.database = scan.database.or_else(|| names_a_reference(part).then(|| part.to_owned()));
        } else if let [first, rest @ ..] = makers.as_slice()
            && !names_a_reference(part)
        {
            let is_one = rest.iter().all(|other| other == first);
            scan.manufacturer = scan.manufacturer.or(is_one.then_some(*first));
        } else if recognise_database(part, scan.manufacturer).is_some() || names_a_reference(part) {
            scan.database = scan.database.or_else(|| Some(part.to_owned()));
        }
    }
    scan
}

fn makers(part: &str) -> Vec<Manufacturer> {
    let maker = |says| if let Says::Manufacturer(maker) = says { Some(maker) } else { None };
    said(part).into_iter().filter_map(maker).collect()
}

fn names_a_reference(part: &str) -> bool {
    let words = words(part);
    ["reference", "database", "nhanes", "combined"].iter().any(|name| words.iter().any(|word| word == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_in_words() {
        let of = |text: &str| {
            let scan = scan_of(text);
            (scan.manufacturer, scan.model.is_some(), scan.database)
        };
        let usa = "USA (Combined NHANES (20-30)/Lunar (20-40)) v113";
        assert_eq!(of("GE Lunar Prodigy DF+500475"), (Some(Manufacturer::GeLunar), true, None));
        assert_eq!(of("Hologic"), (Some(Manufacturer::Hologic), false, None));
        assert_eq!(of("Horizon A; S/N 302081M"), (Some(Manufacturer::Hologic), true, None));
        let with_database = of(&format!("Lunar iDXA; {usa}"));
        assert_eq!(with_database, (Some(Manufacturer::GeLunar), true, Some(usa.to_owned())));
        let france = "France (Combined NHANES (20-30)/Lunar (20-40)) v113";
        assert_eq!(of(&format!("Lunar iDXA; {france}")).2.as_deref(), Some(france));
        let in_one = "Lunar iDXA, France (Combined NHANES (20-30)/Lunar (20-40)) v113";
        assert_eq!(of(in_one).2.as_deref(), Some(in_one));
        assert_eq!(of("Hologic or GE Lunar"), (None, false, None));
        assert_eq!(of(""), (None, false, None));
    }
}
