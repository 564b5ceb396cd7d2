//! The guidelines that an engine is asked for.

use crate::document::Options;
use crate::error::{Code, Refusal, nearest};
use crate::rule::Guideline;

/// The guidelines that an engine is asked for; all of them by default.
///
/// ```
/// use osteon::guideline::{Guidelines, from_id};
/// let asked = Guidelines::parse("bhof2022")?;
/// assert!(asked.has(from_id("bhof2022").unwrap()));
/// assert!(Guidelines::parse("bhof2023").unwrap_err().to_string().contains("bhof2022"));
/// assert!(Guidelines::of_country("US")?.has(from_id("bhof2022").unwrap()));
/// assert!(Guidelines::of_country("XX").is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guidelines(u64);

impl Default for Guidelines {
    fn default() -> Self {
        Self(u64::MAX)
    }
}

impl Guidelines {
    /// Those of the options: by id, by country, or both together.
    ///
    /// # Errors
    /// An id or a country that is not known.
    pub fn of_options(options: &Options) -> Result<Self, Refusal> {
        let by_id = options.guidelines.as_deref().map(Self::parse).transpose()?;
        let by_country = options.guideline_country.as_deref().map(Self::of_country).transpose()?;
        Ok(match (by_id, by_country) {
            (None, None) => Self::default(),
            (Some(one), None) | (None, Some(one)) => one,
            (Some(a), Some(b)) => Self(a.0 | b.0),
        })
    }

    /// Reads ids separated by commas; `all` is every guideline.
    ///
    /// # Errors
    /// An id that is no guideline of this build, with the nearest that is.
    pub fn parse(list: &str) -> Result<Self, Refusal> {
        let ids: Vec<&str> = super::all().iter().map(|guideline| guideline.id).collect();
        let mut asked = 0;
        for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            if id == "all" {
                return Ok(Self::default());
            }
            let Some(place) = ids.iter().position(|known| *known == id) else {
                let near = nearest(id, &ids).map_or(String::new(), |near| format!("did you mean {near}? "));
                let limit = format!("{near}guidelines: {}", ids.join(", "));
                return Err(Refusal::new(Code::UnknownId, "guidelines", id.to_owned(), limit));
            };
            asked |= 1 << place;
        }
        if asked == 0 {
            let limit = format!("name some of {}, or all", ids.join(", "));
            return Err(Refusal::new(Code::Missing, "guidelines", "", limit));
        }
        Ok(Self(asked))
    }

    /// The national set of a country (ISO code).
    ///
    /// # Errors
    /// A country without a guideline in this build.
    pub fn of_country(country: &str) -> Result<Self, Refusal> {
        let own =
            |guideline: &&Guideline| guideline.countries.iter().any(|c| c.eq_ignore_ascii_case(country));
        let asked = super::all().iter().enumerate().filter(|(_, guideline)| own(guideline));
        let asked = asked.fold(0, |asked, (place, _)| asked | 1 << place);
        if asked == 0 {
            let mut countries: Vec<&str> =
                super::all().iter().flat_map(|guideline| guideline.countries).copied().collect();
            countries.sort_unstable();
            countries.dedup();
            let limit = format!("countries with guidelines: {}", countries.join(", "));
            return Err(Refusal::new(Code::UnknownId, "guideline_country", country.to_owned(), limit));
        }
        Ok(Self(asked))
    }

    /// Whether a guideline is asked for.
    #[must_use]
    pub fn has(self, guideline: &Guideline) -> bool {
        let place = super::all().iter().position(|known| core::ptr::eq(*known, guideline));
        place.is_some_and(|place| self.0 & (1 << place) != 0)
    }
}
