//! Counting: what becomes of each journey under an indicator, and how many of each.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::fls::journey::Journey;
use crate::fls::output::ExcludedCount;
use crate::fls::rate::Rate;

use super::answer::{Answer, Clock, LeftOut};
use super::definition::Indicator;
use super::predicate::{Exclusion, is_not_invited, other_person};

/// What becomes of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In the denominator; and in the numerator?
    Counted(bool),
    /// In neither, since the denominator does not hold or is not known.
    NotOfThem(LeftOut),
    /// In neither, since the numerator is not known.
    NotKnown(LeftOut),
}

impl Indicator {
    /// The clock of this indicator on a day.
    #[must_use]
    pub fn clock(&self, as_of: Date) -> Clock {
        let ends_compete = self.exclusions.contains(&Exclusion::EndedBeforeWindowEnd);
        Clock { window_days: self.window_days, ends_compete, as_of }
    }

    /// Whether the indicator speaks of a journey at all.
    #[must_use]
    pub fn speaks_of(&self, journey: &Journey) -> Answer {
        let out = other_person(journey, self)
            .or_else(|| self.exclusions.iter().find_map(|exclusion| exclusion.counts_out(journey, self)));
        match (out, self.denominator) {
            (Some(why), _) => Answer::Unknown(why),
            (None, Some(denominator)) => denominator.holds(journey),
            (None, None) => Answer::No,
        }
    }

    /// Whether somebody who was rightly not invited is no failure of what is asked.
    #[must_use]
    pub fn leaves_out(&self, journey: &Journey) -> bool {
        self.exclusions.contains(&Exclusion::NotInvited) && is_not_invited(journey)
    }

    /// What becomes of a journey.
    #[must_use]
    pub fn verdict(&self, journey: &Journey, as_of: Date) -> Verdict {
        match self.speaks_of(journey) {
            Answer::Yes => {}
            Answer::No => return Verdict::NotOfThem(LeftOut::OutsideDenominator),
            Answer::Unknown(why) => return Verdict::NotOfThem(why),
        }
        let clock = self.clock(as_of);
        let holds = self.numerator.map(|numerator| numerator.holds(journey, clock));
        match holds.unwrap_or(Answer::Unknown(LeftOut::NotSaid)) {
            Answer::No | Answer::Unknown(_) if self.leaves_out(journey) => {
                Verdict::NotKnown(LeftOut::NotInvited)
            }
            // Of early answers most are yes, since the others wait: none counts before the window is over.
            Answer::Yes | Answer::No if clock.is_open(journey) => Verdict::NotKnown(LeftOut::WindowNotOver),
            // An end that counts out counts out those too who were reached before it.
            Answer::Yes | Answer::No if clock.counts_out(journey).is_some() => {
                Verdict::NotKnown(clock.counts_out(journey).unwrap_or(LeftOut::NotSaid))
            }
            Answer::Yes => Verdict::Counted(true),
            Answer::No => Verdict::Counted(false),
            Answer::Unknown(why) => Verdict::NotKnown(why),
        }
    }
}

/// How many journeys went which way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In the numerator.
    pub yes: u64,
    /// In the denominator and not in the numerator.
    pub no: u64,
    /// Not of the numerator: those who died or moved before the window's last day.
    pub no_and_ended: u64,
    /// In neither, by reason.
    pub left_out: BTreeMap<LeftOut, u64>,
    /// Of those: whom no record lets be put in or out of the denominator.
    pub denominator_not_said: u64,
    /// Of those: of whom no record says the numerator.
    pub numerator_not_said: u64,
}

impl Tally {
    /// Counts journeys.
    #[must_use]
    pub fn of(indicator: &Indicator, journeys: &[&Journey], as_of: Date) -> Self {
        let mut tally = Self::default();
        let mut days: BTreeSet<(&str, Date)> = BTreeSet::new();
        let once = indicator.exclusions.contains(&Exclusion::SameDay);
        for journey in journeys {
            let mut verdict = indicator.verdict(journey, as_of);
            let is_of_them = !matches!(verdict, Verdict::NotOfThem(_));
            if once && is_of_them && !days.insert((journey.patient_id.as_str(), journey.day)) {
                verdict = Verdict::NotOfThem(LeftOut::SameDay);
            }
            let clock = indicator.clock(as_of);
            tally.add(verdict);
            let ended = clock.end_before_the_last_day(journey).is_some();
            tally.no_and_ended += u64::from(ended && verdict == Verdict::Counted(false));
        }
        tally
    }

    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Counted(true) => self.yes += 1,
            Verdict::Counted(false) => self.no += 1,
            Verdict::NotOfThem(why) => {
                *self.left_out.entry(why).or_default() += 1;
                self.denominator_not_said += u64::from(why == LeftOut::NotSaid);
            }
            Verdict::NotKnown(why) => {
                *self.left_out.entry(why).or_default() += 1;
                self.numerator_not_said += u64::from(why == LeftOut::NotSaid);
            }
        }
    }

    /// The rate of those who are counted.
    #[must_use]
    pub const fn rate(&self) -> Rate {
        Rate { numerator: self.yes, denominator: self.yes + self.no }
    }

    /// How many were left out since the records are silent.
    #[must_use]
    pub fn silent(&self) -> u64 {
        self.left_out.iter().filter(|(why, _)| why.is_silence()).map(|(_, count)| count).sum()
    }

    /// The lowest and the highest that the rate could be, were the records not silent.
    #[must_use]
    pub fn bounds(&self) -> (Rate, Rate) {
        let denominator = self.yes + self.no + self.silent();
        let rate = |numerator| Rate { numerator, denominator };
        (rate(self.yes), rate(self.yes + self.silent()))
    }

    /// How many are left out until their window is over.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        self.left_out.get(&LeftOut::WindowNotOver).copied().unwrap_or_default()
    }

    /// Whether no journey says anything of what is asked, though some should.
    #[must_use]
    pub fn nothing_is_said(&self) -> bool {
        use LeftOut::{
            DayNotStated, DiedBeforeWindowEnd, DiedWithoutDay, MovedBeforeWindowEnd, NotInvited,
            RefracturedBeforeWindowEnd, WindowNotOver,
        };
        let says = |why: &LeftOut| {
            matches!(
                why,
                DayNotStated
                    | DiedBeforeWindowEnd
                    | DiedWithoutDay
                    | MovedBeforeWindowEnd
                    | NotInvited
                    | RefracturedBeforeWindowEnd
                    | WindowNotOver
            )
        };
        self.yes + self.no == 0
            && self.denominator_not_said + self.numerator_not_said > 0
            && !self.left_out.keys().any(says)
    }

    /// Whether the records say only of whom it was so, and are silent on others: that is no rate.
    #[must_use]
    pub fn only_yes_is_said(&self) -> bool {
        self.yes > 0 && self.no + self.waiting() == 0 && self.numerator_not_said > 0
    }

    /// Whom the documents say to be left out.
    #[must_use]
    pub fn excluded(&self) -> Vec<ExcludedCount> {
        let count =
            |(why, &count): (&LeftOut, &u64)| ExcludedCount { reason: why.as_str().to_owned(), count };
        self.left_out.iter().map(count).collect()
    }
}
