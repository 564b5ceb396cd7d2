//! How many have reached an end where another may come first: Aalen and Johansen 1978, variance by the delta
//! method (Marubini and Valsecchi 1995), interval on log(-log F).

use super::{Estimate, FollowUp, days_of_ends, interval};

/// Cumulative incidence of both ends; with those who reached none they are everybody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cumulative {
    /// The event of interest.
    pub event: Vec<Estimate>,
    /// The competing end.
    pub competing: Vec<Estimate>,
}

/// Both curves: a first estimate on day 0, then one for each day with that end.
#[must_use]
pub fn aalen_johansen(people: &[FollowUp]) -> Cumulative {
    let days = days_of_ends(people);
    let n = people.len() as u64;
    let mut both = Cumulative {
        event: of_one(&days, n, |day| day.events),
        competing: of_one(&days, n, |day| day.competing),
    };
    both.event.shrink_to_fit();
    both.competing.shrink_to_fit();
    both
}

/// One curve. The variance is a sum over the days so far of squares of (F - what F was on the day); it is kept
/// as sums of their parts.
fn of_one(days: &[super::Day], n: u64, of: fn(&super::Day) -> u64) -> Vec<Estimate> {
    let (low, high) = interval(0.0, 0.0, n);
    let mut curve = vec![Estimate { days: 0, at_risk: n, proportion: 0.0, low, high }];
    let (mut survival, mut incidence) = (1.0_f64, 0.0_f64);
    // Sums of w, wF and wF2; of v and vF; of the binomial part.
    let (mut w0, mut w1, mut w2, mut v0, mut v1, mut own) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for day in days {
        let (at_risk, these) = (day.at_risk as f64, of(day) as f64);
        let all = day.events + day.competing;
        incidence += survival * these / at_risk;
        own += survival * survival * these * (at_risk - these) / (at_risk * at_risk * at_risk);
        let v = survival * these / (at_risk * at_risk);
        v0 += v;
        v1 += v * incidence;
        if all < day.at_risk {
            let w = all as f64 / (at_risk * (at_risk - all as f64));
            w0 += w;
            w1 += w * incidence;
            w2 += w * incidence * incidence;
            survival *= 1.0 - all as f64 / at_risk;
        } else {
            survival = 0.0;
        }
        if of(day) > 0 {
            let variance =
                incidence * incidence * w0 - 2.0 * incidence * w1 + w2 + own - 2.0 * (incidence * v0 - v1);
            // The sum of the last bits may fall short of 1.
            let proportion = if survival == 0.0 && incidence > 1.0 - 1e-12 { 1.0 } else { incidence };
            let (low, high) = interval(proportion, variance.max(0.0), day.at_risk);
            curve.push(Estimate { days: day.days, at_risk: day.at_risk, proportion, low, high });
        }
    }
    curve
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fls::survival::{Ended, kaplan_meier};
    use approx::assert_abs_diff_eq;

    /// Twelve people with ties: day and end.
    const PEOPLE: [(u32, Ended); 12] = [
        (30, Ended::Event),
        (60, Ended::Competing),
        (60, Ended::Event),
        (60, Ended::Censored),
        (90, Ended::Event),
        (90, Ended::Event),
        (120, Ended::Censored),
        (150, Ended::Competing),
        (180, Ended::Event),
        (200, Ended::Competing),
        (365, Ended::Censored),
        (400, Ended::Censored),
    ];

    fn people() -> Vec<FollowUp> {
        PEOPLE.map(|(days, ended)| FollowUp { days, ended }).to_vec()
    }

    #[test]
    fn both_curves_as_by_hand() {
        let both = aalen_johansen(&people());
        // Exact fractions and the sum of squares term by term, in Python.
        for (curve, expected) in [(&both.event, EVENT.as_slice()), (&both.competing, COMPETING.as_slice())] {
            assert_eq!(curve.len(), expected.len() + 1);
            for (estimate, &(days, at_risk, proportion, low, high)) in curve.iter().skip(1).zip(expected) {
                assert_eq!((estimate.days, estimate.at_risk), (days, at_risk));
                assert_abs_diff_eq!(estimate.proportion, proportion, epsilon = 1e-9);
                assert_abs_diff_eq!(estimate.low, low, epsilon = 1e-9);
                assert_abs_diff_eq!(estimate.high, high, epsilon = 1e-9);
            }
        }
    }

    const EVENT: [(u32, u64, f64, f64, f64); 4] = [
        (30, 12, 0.083_333_333_333, 0.005_052_835_479, 0.311_070_409_990),
        (60, 11, 0.166_666_666_667, 0.026_510_426_591, 0.412_980_312_724),
        (90, 8, 0.354_166_666_667, 0.107_740_315_291, 0.616_575_717_819),
        (180, 4, 0.466_666_666_667, 0.165_394_617_891, 0.724_116_913_818),
    ];
    const COMPETING: [(u32, u64, f64, f64, f64); 3] = [
        (60, 11, 0.083_333_333_333, 0.005_052_835_479, 0.311_070_409_990),
        (150, 5, 0.195_833_333_333, 0.029_375_190_863, 0.470_655_886_134),
        (200, 3, 0.308_333_333_333, 0.072_849_640_625, 0.589_489_564_936),
    ];

    #[test]
    fn without_another_end_it_is_what_kaplan_meier_leaves() {
        let mut people = people();
        for person in &mut people {
            if person.ended == Ended::Competing {
                person.ended = Ended::Censored;
            }
        }
        let (left, both) = (kaplan_meier(&people), aalen_johansen(&people));
        assert_eq!(both.competing.len(), 1);
        for (left, reached) in left.iter().zip(&both.event) {
            assert_abs_diff_eq!(left.proportion, 1.0 - reached.proportion, epsilon = 1e-12);
        }
    }

    #[test]
    fn all_ends_together_are_everybody() {
        let everybody: Vec<_> =
            people().into_iter().filter(|person| person.ended != Ended::Censored).collect();
        let both = aalen_johansen(&everybody);
        let last = |curve: &[Estimate]| curve.last().unwrap().proportion;
        assert_abs_diff_eq!(last(&both.event) + last(&both.competing), 1.0, epsilon = 1e-12);
    }
}
