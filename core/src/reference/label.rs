//! The words by which reports name models and reference databases: `data/labels.csv`.
//!
//! A label is recognised by the words that it must have; a database may have no word beyond a stated
//! vocabulary, so that `USA ... v113` is known and `France ... v113` is not taken for it.

use crate::document::{Manufacturer, Sex};

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// One row of `data/labels.csv`.
struct Label {
    id: &'static str,
    manufacturer: Manufacturer,
    /// Alternatives; every word of one of them must be there. A word that ends in `*` is a prefix.
    required: &'static [&'static [&'static str]],
    /// Further words allowed; empty allows any.
    vocabulary: &'static [&'static str],
    /// Versions known; `None` where reports print none.
    versions: Option<(u16, u16)>,
}

/// A model, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model(u8);

impl Model {
    fn label(self) -> Option<&'static Label> {
        MODELS.get(usize::from(self.0))
    }

    /// Our id for the model.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.label().map_or("", |label| label.id)
    }

    /// Its maker.
    #[must_use]
    pub fn manufacturer(self) -> Option<Manufacturer> {
        self.label().map(|label| label.manufacturer)
    }

    /// The bit that stands for it in the sets of models of a reference.
    pub(crate) const fn bit(self) -> u16 {
        1 << self.0
    }
}

/// A reference database that a report names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Database {
    /// Our id for it.
    pub id: &'static str,
    /// Its maker.
    pub manufacturer: Manufacturer,
    /// The version that the report prints.
    pub version: Option<u16>,
    /// The sex that the report prints.
    pub sex: Option<Sex>,
}

/// Words that a label may have; a longer one is no label.
const MOST_WORDS: usize = 40;

/// The words of a label: letters and digits between anything else. Split once, since tables have the
/// same labels in every row.
struct Words<'t> {
    list: [&'t str; MOST_WORDS],
    len: usize,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let mut words = Self { list: [""; MOST_WORDS], len: 0 };
        let mut start = None;
        // What is not ASCII is a letter here: no label that is known has one.
        for (at, byte) in text.bytes().enumerate().chain([(text.len(), b' ')]) {
            let inside = byte.is_ascii_alphanumeric() || !byte.is_ascii();
            match (start, inside) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    *words.list.get_mut(words.len)? = text.get(from..at)?;
                    words.len += 1;
                    start = None;
                }
                _ => {}
            }
        }
        Some(words)
    }

    fn iter(&self) -> impl Iterator<Item = &'t str> + Clone {
        self.list.iter().take(self.len).copied()
    }
}

fn is(word: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(prefix) => word.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)),
        None => word.eq_ignore_ascii_case(wanted),
    }
}

fn version(word: &str) -> Option<u16> {
    word.strip_prefix(['v', 'V']).and_then(|digits| digits.parse().ok())
}

fn sex(word: &str) -> Option<Sex> {
    let any = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    if any(&["female", "women", "woman"]) {
        Some(Sex::Female)
    } else if any(&["male", "men", "man"]) {
        Some(Sex::Male)
    } else {
        None
    }
}

impl Label {
    fn has_required(&self, words: &Words<'_>) -> bool {
        self.required.iter().any(|all| all.iter().all(|wanted| words.iter().any(|word| is(word, wanted))))
    }

    fn allows(&self, word: &str) -> bool {
        self.vocabulary.iter().any(|allowed| is(word, allowed))
            || sex(word).is_some()
            || word.eq_ignore_ascii_case("white")
            || (self.versions.is_some() && version(word).is_some())
    }
}

/// The model that a report prints, or our own id.
///
/// ```
/// use osteon::reference::label::{Model, recognise_model};
/// assert_eq!(recognise_model("Lunar Prodigy DF+500475").map(Model::id), Some("prodigy"));
/// assert_eq!(recognise_model("Prodigal 3000"), None);
/// ```
#[must_use]
pub fn recognise_model(text: &str) -> Option<Model> {
    let words = Words::of(text)?;
    let mut named = MODELS.iter().zip(0..).filter(|(label, _)| label.has_required(&words));
    let (_, index) = named.next()?;
    // A text that names two models names none.
    named.next().is_none().then_some(Model(index))
}

/// The database that a report prints, or our own id; `None` too for a version that is not known and
/// for a database of another maker than the scanner's.
///
/// ```
/// use osteon::reference::label::recognise_database;
/// let usa = recognise_database("USA (Combined NHANES (20-30)/Lunar (20-40)) v113", None).unwrap();
/// assert_eq!((usa.id, usa.version), ("ge_usa", Some(113)));
/// assert!(recognise_database("France (Combined NHANES (20-30)/Lunar (20-40)) v113", None).is_none());
/// ```
#[must_use]
pub fn recognise_database(text: &str, manufacturer: Option<Manufacturer>) -> Option<Database> {
    let words = Words::of(text)?;
    let label = DATABASES.iter().find(|label| {
        manufacturer.is_none_or(|maker| maker == label.manufacturer)
            && label.has_required(&words)
            && words.iter().all(|word| label.allows(word))
    })?;
    let mut versions = words.iter().filter_map(version);
    // An id of ours may name the first and the last of a range, `..._v102_v113`: then none is picked.
    let version = match (versions.next(), versions.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    if let (Some(version), Some((low, high))) = (version, label.versions)
        && !(low..=high).contains(&version)
    {
        return None;
    }
    let said = |wanted: Sex| words.iter().any(|word| sex(word) == Some(wanted));
    let sex = match (said(Sex::Female), said(Sex::Male)) {
        (true, false) => Some(Sex::Female),
        (false, true) => Some(Sex::Male),
        _ => None,
    };
    Some(Database { id: label.id, manufacturer: label.manufacturer, version, sex })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_as_reports_print_them() {
        for (text, id) in [
            ("Lunar iDXA ME+212290", "idxa"),
            ("Prodigy 10046", "prodigy"),
            ("GE Lunar Prodigy Advance", "prodigy"),
            ("Horizon A S/N 302081M", "horizon"),
            ("Discovery W (S/N 81234)", "discovery"),
            ("QDR-4500A", "qdr"),
            ("QDR4500", "qdr"),
            ("Elite / XR-800", "xr800"),
        ] {
            assert_eq!(recognise_model(text).map(Model::id), Some(id), "{text}");
        }
        for text in ["DPX-IQ", "Prodigy to Horizon", "unknown", ""] {
            assert_eq!(recognise_model(text), None, "{text}");
        }
    }

    #[test]
    fn databases_as_reports_print_them() {
        for (text, id, version, sex) in [
            (
                "USA (Combined NHANES (20-30)/Lunar (20-40)) Female White v113",
                "ge_usa",
                Some(113),
                Some(Sex::Female),
            ),
            ("USA (Combined NHANES ages 20-30 / Lunar ages 20-40)", "ge_usa", None, None),
            ("USA Combined NHANES(20-30)/Lunar(20-40) v102", "ge_usa", Some(102), None),
            (
                "USA (Combined NHANES (20-30)/Lunar (20-40)) v102; Z matched for age, weight (females 25-100 kg), ethnic",
                "ge_usa",
                Some(102),
                None,
            ),
            ("2012 BMDCS/NHANES White Female", "hologic", None, Some(Sex::Female)),
            (
                "hip and whole body: 2012 BMDCS/NHANES White Female; forearm: Hologic",
                "hologic",
                None,
                Some(Sex::Female),
            ),
            ("Hologic White Male", "hologic", None, Some(Sex::Male)),
            ("NHANES III", "hologic", None, None),
            ("nhanes3_1998", "hologic", None, None),
            ("Norland 4/00, C", "norland_2000", None, None),
            ("norland_2000", "norland_2000", None, None),
            ("ge_usa_v102_v113", "ge_usa", None, None),
            ("ge_prodigy_usa_v113", "ge_usa", Some(113), None),
        ] {
            let found = recognise_database(text, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.id, found.version, found.sex), (id, version, sex), "{text}");
        }
        for text in [
            "USA (Combined NHANES (20-30)/Lunar (20-40)) v114",
            "France (Combined NHANES (20-30)/Lunar (20-40)) v113",
            "USA (Combined NHANES (20-30)/Lunar (20-40)) Black Female v113",
            "Norland 7/98",
            "Japan",
        ] {
            assert_eq!(recognise_database(text, None), None, "{text}");
        }
        assert_eq!(recognise_database("Hologic White Female", Some(Manufacturer::GeLunar)), None);
    }
}
