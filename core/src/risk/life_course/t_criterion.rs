//! The T-score that a trial asked for.

use core::fmt;

use crate::diagnosis::{and, or};
use crate::document::Region;
use crate::quantity::{Compared, Tenths};

/// Up to which T-score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TLimit {
    /// This one and lower.
    AtMost(Tenths),
    /// Lower than this one.
    Below(Tenths),
    /// Any.
    Any,
}

impl TLimit {
    fn holds(self, t: f64) -> bool {
        match self {
            Self::AtMost(limit) => Compared::exact(t) <= Compared::reported(limit),
            Self::Below(limit) => Compared::exact(t) < Compared::reported(limit),
            Self::Any => true,
        }
    }
}

impl fmt::Display for TLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(limit) => write!(f, "at most {:.1}", limit.to_f64()),
            Self::Below(limit) => write!(f, "below {:.1}", limit.to_f64()),
            Self::Any => f.write_str("at any value"),
        }
    }
}

/// The T-score that a trial asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TCriterion {
    /// The sites, of which one must be within the limit.
    pub sites: &'static [Region],
    /// Up to here everyone was taken.
    pub limit: TLimit,
    /// Up to here those were taken of whom something more was true, which is not checked.
    pub limit_with_more: Option<TLimit>,
    /// No site may be below.
    pub not_below: Option<Tenths>,
}

impl TCriterion {
    /// Whether a person meets it; `None` where a T-score is not known, or where it hangs on the
    /// something more.
    ///
    /// ```
    /// use osteon::document::Region;
    /// use osteon::risk::life_course::benefit::effects;
    /// let hip = effects().iter().find(|row| row.trial == "HIP").unwrap();
    /// let asked = hip.population.t_score.unwrap();
    /// let met = |t: f64| asked.is_met(|region| (region == Region::FemoralNeck).then_some(t));
    /// assert_eq!([-4.1, -4.0, -3.1, -3.0].map(met), [Some(true), None, None, Some(false)]);
    /// ```
    pub fn is_met(&self, t: impl Fn(Region) -> Option<f64>) -> Option<bool> {
        let reaches = |limit: TLimit| {
            self.sites.iter().map(|&site| t(site).map(|t| limit.holds(t))).reduce(or).flatten()
        };
        let taken = reaches(self.limit).filter(|&taken| {
            let with_more = self.limit_with_more.map_or(Some(false), reaches);
            taken || with_more == Some(false)
        });
        let none_below = |floor: Tenths| {
            let holds = |t: f64| Compared::exact(t) >= Compared::reported(floor);
            self.sites.iter().map(|&site| t(site).map(holds)).reduce(and).flatten()
        };
        and(taken, self.not_below.map_or(Some(true), none_below))
    }
}

/// A site as people write it.
pub(super) fn in_words(site: Region) -> String {
    site.as_str().replace('_', " ")
}

impl fmt::Display for TCriterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sites: Vec<String> = self.sites.iter().copied().map(in_words).collect();
        write!(f, "T-score of {} {}", sites.join(" or "), self.limit)?;
        if let Some(limit) = self.limit_with_more {
            write!(f, " ({limit} with something more)")?;
        }
        self.not_below.map_or(Ok(()), |floor| write!(f, " and none below {:.1}", floor.to_f64()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(criterion: &TCriterion, spine: Option<f64>, hip: Option<f64>) -> Option<bool> {
        criterion.is_met(|region| match region {
            Region::LumbarSpine => spine,
            Region::TotalHip => hip,
            _ => None,
        })
    }

    #[test]
    fn limits_are_exact_and_the_unknown_is_no_answer() {
        let freedom = TCriterion {
            sites: &[Region::LumbarSpine, Region::TotalHip],
            limit: TLimit::Below(Tenths::new(-25)),
            limit_with_more: None,
            not_below: Some(Tenths::new(-40)),
        };
        assert_eq!(
            freedom.to_string(),
            "T-score of lumbar spine or total hip below -2.5 and none below -4.0"
        );
        assert_eq!(met(&freedom, Some(-2.5), Some(-2.6)), Some(true));
        assert_eq!(met(&freedom, Some(-2.5), Some(-2.5)), Some(false));
        assert_eq!(met(&freedom, Some(-4.0), Some(0.5)), Some(true));
        assert_eq!(met(&freedom, Some(-4.1), Some(0.5)), Some(false));
        // One site may be below what the other one says.
        assert_eq!(met(&freedom, None, Some(-3.0)), None);
        assert_eq!(met(&freedom, None, Some(-2.0)), None);
        assert_eq!(met(&freedom, None, Some(-4.1)), Some(false));
        assert_eq!(met(&freedom, None, None), None);
    }

    #[test]
    fn above_the_limit_it_may_hang_on_something_more() {
        let spine = |limit_with_more| TCriterion {
            sites: &[Region::LumbarSpine],
            limit: TLimit::AtMost(Tenths::new(-25)),
            limit_with_more,
            not_below: None,
        };
        let by = |criterion: TCriterion| [-2.5, -2.4, -1.5, -1.4].map(|t| met(&criterion, Some(t), None));
        assert_eq!(by(spine(None)), [Some(true), Some(false), Some(false), Some(false)]);
        let some = spine(Some(TLimit::AtMost(Tenths::new(-15))));
        assert_eq!(by(some), [Some(true), None, None, Some(false)]);
        assert_eq!(by(spine(Some(TLimit::Any))), [Some(true), None, None, None]);
    }
}
