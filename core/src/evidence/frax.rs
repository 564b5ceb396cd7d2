//! A supplied FRAX probability, as rules of one country see it.

use crate::document::Frax;
use crate::facts::Person;
use crate::risk::supplied_frax;

use super::Seen;

/// A FRAX probability that may be used by rules of its own country; taken in, never computed.
#[derive(Clone, Copy, Debug, Default)]
pub struct SuppliedFrax<'p> {
    frax: Option<&'p Frax>,
    /// The country of its model; none where that is not stated.
    of_country: Option<&'p str>,
    bmd_measured: Option<bool>,
}

impl<'p> SuppliedFrax<'p> {
    pub(super) fn read(person: &Person<'p>) -> Self {
        let given = person.document.frax.as_ref();
        let frax = given.filter(|_| supplied_frax::is_usable(person, None));
        let of_country = frax.and_then(|frax| supplied_frax::country_code(frax.model.as_deref()?));
        let bmd_measured = person.document.scans.as_ref().map(|scans| !scans.is_empty());
        Self { frax, of_country, bmd_measured }
    }

    /// Ten-year probability of a major osteoporotic fracture, %, by the model of one of these countries.
    #[must_use]
    pub fn mof(&self, countries: &[&str]) -> Seen {
        percent(self.of(countries).and_then(|frax| frax.mof_percent))
    }

    /// Ten-year probability of a hip fracture, %, by the model of one of these countries. It is never above that
    /// of a major osteoporotic fracture, which includes the hip.
    #[must_use]
    pub fn hip(&self, countries: &[&str]) -> Seen {
        percent(self.of(countries).and_then(|frax| frax.hip_percent))
    }

    /// Whether bone density was among its inputs; where none was measured it was not.
    #[must_use]
    pub fn with_bmd(&self, countries: &[&str]) -> Option<bool> {
        let frax = self.of(countries)?;
        frax.with_bmd.or_else(|| self.bmd_measured.filter(|&measured| !measured))
    }

    /// Whether there is one to use.
    #[must_use]
    pub fn is_usable(&self, countries: &[&str]) -> bool {
        self.of(countries).is_some()
    }

    fn of(&self, countries: &[&str]) -> Option<&'p Frax> {
        let own = match self.of_country {
            // An absent model is read as the guideline's own country.
            None => true,
            Some(code) => countries.iter().any(|country| country.eq_ignore_ascii_case(code)),
        };
        self.frax.filter(|_| own)
    }
}

fn percent(value: Option<f64>) -> Seen {
    value.map_or(Seen::Between(0.0, 100.0), Seen::Known)
}
