//! Means and SDs by age, sex and ethnicity, for Z-scores: `data/age_matched.csv`.

use super::tables::{AGE_MATCHED, AGE_MATCHED_OF_REGION};
use crate::citation::{CitationId, Confidence};
use crate::document::{Ethnicity, Region, Sex, Vertebrae};

/// A decade of an age-matched reference, at its mid-point.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Age at which the values sit, years.
    pub age: f64,
    /// Mean, g/cm2.
    pub mean: f64,
    /// Standard deviation, g/cm2.
    pub sd: f64,
    /// People behind them, where known.
    pub n: Option<u32>,
}

/// An age-matched reference of one region, on the Hologic scale.
#[derive(Clone, Copy, Debug)]
pub struct AgeMatched {
    /// Id, `set.sex.ethnicity.region`.
    pub id: &'static str,
    /// Survey.
    pub set: &'static str,
    /// Sex.
    pub sex: Sex,
    /// Ethnicity; `None` is everybody.
    pub ethnicity: Option<Ethnicity>,
    /// Region.
    pub region: Region,
    /// Vertebrae; empty but for a lumbar spine.
    pub vertebrae: Vertebrae,
    /// Decades, from the youngest.
    pub nodes: &'static [Node],
    /// First age that the table does not reach; `None` if its last decade is open.
    pub ends_at_years: Option<u32>,
    /// Source.
    pub citation: CitationId,
    /// Confidence in the numbers.
    pub confidence: Confidence,
}

/// Mean and SD at one age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// Mean, g/cm2.
    pub mean: f64,
    /// Standard deviation, g/cm2.
    pub sd: f64,
    /// People behind the smaller of the decades used, where known.
    pub n: Option<u32>,
}

impl AgeMatched {
    /// Mean and SD at an age: linear between the mid-points of decades, constant outside them; `None`
    /// beyond the last decade of a table that has no open one.
    ///
    /// ```
    /// use osteon::document::{Ethnicity, Region, Sex};
    /// use osteon::reference::age_matched::find;
    /// let table = find("nhanes_2005_2010", Sex::Female, Some(Ethnicity::White), Region::FemoralNeck).unwrap();
    /// let at = table.at(70.0).unwrap();
    /// assert!((at.mean - (0.7220 + 0.6834) / 2.0).abs() < 1e-3);
    /// ```
    #[must_use]
    pub fn at(&self, age_years: f64) -> Option<At> {
        if self.ends_at_years.is_some_and(|end| age_years >= f64::from(end)) {
            return None;
        }
        let one = |node: &Node| At { mean: node.mean, sd: node.sd, n: node.n };
        let above = self.nodes.iter().position(|node| node.age > age_years);
        let (low, high) = match above {
            Some(0) => return self.nodes.first().map(one),
            None => return self.nodes.last().map(one),
            Some(above) => (self.nodes.get(above - 1)?, self.nodes.get(above)?),
        };
        let part = (age_years - low.age) / (high.age - low.age);
        Some(At {
            mean: low.mean + part * (high.mean - low.mean),
            sd: low.sd + part * (high.sd - low.sd),
            n: if part == 0.0 { low.n } else { low.n.zip(high.n).map(|(a, b)| a.min(b)) },
        })
    }
}

/// The table of a survey for a sex, an ethnicity (`None`: everybody) and a region.
#[must_use]
pub fn find(
    set: &str,
    sex: Sex,
    ethnicity: Option<Ethnicity>,
    region: Region,
) -> Option<&'static AgeMatched> {
    let (from, to) = AGE_MATCHED_OF_REGION.get(region as usize).copied().unwrap_or_default();
    let of_region = AGE_MATCHED.get(from..to).unwrap_or_default();
    of_region.iter().find(|row| row.sex == sex && row.ethnicity == ethnicity && row.set == set)
}

/// Every table.
#[must_use]
pub fn all() -> &'static [AgeMatched] {
    &AGE_MATCHED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constant_outside_and_linear_between() {
        let table = find("nhanes3_1998", Sex::Female, Some(Ethnicity::White), Region::FemoralNeck).unwrap();
        for (age, mean) in
            [(20.0, 0.858), (25.0, 0.858), (30.0, 0.8415), (35.0, 0.825), (85.0, 0.573), (101.0, 0.573)]
        {
            assert!((table.at(age).unwrap().mean - mean).abs() < 1e-12, "{age}");
        }
        let ends = find("nhanes3_1998", Sex::Female, Some(Ethnicity::White), Region::TotalHip).unwrap();
        assert!(ends.at(69.99).is_some());
        assert_eq!(ends.at(70.0), None);
    }
}
