//! The proportion without the event: Kaplan and Meier 1958, variance of Greenwood, interval on log(-log S).

use super::{Estimate, FollowUp, days_of_ends, interval};

/// The curve: a first estimate on day 0, then one for each day with an event. A competing end is taken as
/// censored: it reads as what would be if nobody met it.
///
/// ```
/// use osteon::fls::survival::{Ended, FollowUp, kaplan_meier};
/// let person = |days, ended| FollowUp { days, ended };
/// let people = [person(10, Ended::Event), person(10, Ended::Censored), person(20, Ended::Censored)];
/// let curve = kaplan_meier(&people);
/// assert_eq!((curve[1].days, curve[1].at_risk), (10, 3));
/// assert!((curve[1].proportion - 2.0 / 3.0).abs() < 1e-15);
/// ```
#[must_use]
pub fn kaplan_meier(people: &[FollowUp]) -> Vec<Estimate> {
    let n = people.len() as u64;
    let (low, high) = interval(1.0, 0.0, n);
    let mut curve = vec![Estimate { days: 0, at_risk: n, proportion: 1.0, low, high }];
    let (mut survival, mut greenwood) = (1.0, 0.0);
    for day in days_of_ends(people).iter().filter(|day| day.events > 0) {
        let (at_risk, events) = (day.at_risk as f64, day.events as f64);
        if day.events == day.at_risk {
            survival = 0.0;
        } else {
            survival *= 1.0 - events / at_risk;
            greenwood += events / (at_risk * (at_risk - events));
        }
        let (low, high) = interval(survival, survival * survival * greenwood, day.at_risk);
        curve.push(Estimate { days: day.days, at_risk: day.at_risk, proportion: survival, low, high });
    }
    curve
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fls::survival::{Ended, at_day};
    use approx::assert_abs_diff_eq;

    /// Remission under 6-mercaptopurine, weeks: Freireich 1963, as in Gehan 1965; `false` is censored.
    fn freireich() -> Vec<FollowUp> {
        let ended = |event| if event { Ended::Event } else { Ended::Censored };
        [6, 6, 6, 7, 10, 13, 16, 22, 23]
            .map(|days| (days, true))
            .into_iter()
            .chain([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|days| (days, false)))
            .map(|(days, event)| FollowUp { days, ended: ended(event) })
            .collect()
    }

    #[test]
    fn freireich_as_printed_and_as_lifelines_gives() {
        let curve = kaplan_meier(&freireich());
        // Proportions as in every textbook; limits by lifelines 0.30.3.
        let expected = FREIREICH;
        assert_eq!(curve.len(), expected.len() + 1);
        for (estimate, (days, at_risk, proportion, low, high)) in curve.iter().skip(1).zip(expected) {
            assert_eq!((estimate.days, estimate.at_risk), (days, at_risk));
            assert_abs_diff_eq!(estimate.proportion, proportion, epsilon = 1e-9);
            assert_abs_diff_eq!(estimate.low, low, epsilon = 1e-9);
            assert_abs_diff_eq!(estimate.high, high, epsilon = 1e-9);
        }
    }

    const FREIREICH: [(u32, u64, f64, f64, f64); 7] = [
        (6, 21, 0.857_142_857_143, 0.619_717_955_266, 0.951_551_747_647),
        (7, 17, 0.806_722_689_076, 0.563_146_564_622, 0.922_809_019_203),
        (10, 15, 0.752_941_176_471, 0.503_199_510_800, 0.889_361_835_169),
        (13, 12, 0.690_196_078_431, 0.431_610_222_486, 0.849_065_963_349),
        (16, 11, 0.627_450_980_392, 0.367_510_855_988, 0.804_912_189_472),
        (22, 7, 0.537_815_126_050, 0.267_778_936_767, 0.746_790_717_635),
        (23, 6, 0.448_179_271_709, 0.188_052_005_959, 0.680_142_628_495),
    ];

    #[test]
    fn a_day_between_two_steps_takes_the_earlier() {
        let people = freireich();
        let curve = kaplan_meier(&people);
        let at = at_day(&curve, &people, 12).unwrap();
        assert_eq!((at.days, at.at_risk), (12, 12));
        assert_abs_diff_eq!(at.proportion, 0.752_941_176, epsilon = 1e-9);
        assert_eq!(at_day(&curve, &people, 35).map(|at| at.at_risk), Some(1));
        assert_eq!(at_day(&curve, &people, 36), None);
    }

    #[test]
    fn nobody_has_no_curve_and_few_have_wide_ones() {
        assert_eq!(at_day(&kaplan_meier(&[]), &[], 365), None);
        let two = [FollowUp { days: 400, ended: Ended::Censored }; 2];
        let at = at_day(&kaplan_meier(&two), &two, 365).unwrap();
        // Two of two: the exact lower limit is the square root of 0.025.
        assert_abs_diff_eq!(at.low, 0.158_113_883, epsilon = 1e-9);
        assert_abs_diff_eq!(at.high, 1.0);
        let gone = [FollowUp { days: 100, ended: Ended::Event }; 2];
        let at = at_day(&kaplan_meier(&gone), &gone, 365).unwrap();
        assert_abs_diff_eq!(at.proportion, 0.0);
        assert_abs_diff_eq!(at.high, 0.841_886_117, epsilon = 1e-9);
    }
}
