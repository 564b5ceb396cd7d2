//! The steps of a funnel: who reached each, who could be known, and what became of the others.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::document::choice::choice;
use crate::fls::indicator::Recorded;
use crate::fls::journey::{EndCause, Journey, OnTreatment, Step};
use crate::fls::output::{ExcludedCount, FunnelStep, RateDocument};
use crate::fls::pathway::clock::{ON_TREATMENT_FIRST_MONTHS, ON_TREATMENT_SECOND_MONTHS, months_after};
use crate::fls::rate::Rate;

use super::count;

choice! {
    /// A step of the funnel.
    pub enum Stage {
        Identified = "identified",
        Invited = "invited",
        Attended = "attended",
        Dxa = "dxa",
        TreatmentRecommended = "treatment_recommended",
        TreatmentStarted = "treatment_started",
        OnTreatment12Months = "on_treatment_12_months",
        OnTreatment24Months = "on_treatment_24_months",
    }
}

/// What the records of all people together can say at all.
pub(super) struct Service {
    as_of: Date,
    /// Counted fractures of all doors.
    pub(super) identified: u64,
    recorded: Recorded,
    has_pathway: bool,
}

impl Service {
    pub(super) fn of(journeys: &[Journey], as_of: Date) -> Self {
        Self {
            as_of,
            identified: count(journeys),
            recorded: Recorded::of(journeys),
            has_pathway: journeys.iter().any(|one| one.has_pathway),
        }
    }
}

/// How one journey stands at a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Reached,
    /// Known not to have reached it, and how it ended.
    Ended(&'static str),
    /// It cannot be known, or not yet.
    Unknown(&'static str),
}

const DEAD: &str = "dead";
const NOT_OVER: &str = "not_over";
const STOPPED: &str = "stopped";
/// On a drug when the bone broke, and none was begun after it.
const ON_TREATMENT: &str = "on_treatment_at_event";

impl Stage {
    /// Months after the beginning of treatment that the step is about.
    const fn months(self) -> Option<u32> {
        match self {
            Self::OnTreatment12Months => Some(ON_TREATMENT_FIRST_MONTHS),
            Self::OnTreatment24Months => Some(ON_TREATMENT_SECOND_MONTHS),
            _ => None,
        }
    }

    fn standing(self, journey: &Journey, service: &Service) -> Standing {
        match self {
            Self::Identified => Standing::Reached,
            Self::Invited => of_step(journey.invited),
            Self::Attended => of_step(journey.attended),
            Self::Dxa if !service.recorded.scans => Standing::Unknown("not_said"),
            Self::Dxa => of_step(journey.dxa),
            Self::TreatmentRecommended => of_step(journey.treatment_recommended),
            Self::TreatmentStarted if !service.recorded.drugs => Standing::Unknown("not_said"),
            Self::TreatmentStarted if goes_on(journey) => Standing::Ended(ON_TREATMENT),
            Self::TreatmentStarted => of_step(journey.treatment_started),
            Self::OnTreatment12Months | Self::OnTreatment24Months if !service.recorded.drugs => {
                Standing::Unknown("not_said")
            }
            Self::OnTreatment12Months => self.of_treatment(journey, journey.on_treatment_12_months, service),
            Self::OnTreatment24Months => self.of_treatment(journey, journey.on_treatment_24_months, service),
        }
    }

    fn of_treatment(self, journey: &Journey, stands: OnTreatment, service: &Service) -> Standing {
        let ended = match journey.end {
            Some((EndCause::Died, _)) => Some(Standing::Ended(DEAD)),
            Some((EndCause::Moved, _)) => Some(Standing::Unknown("moved")),
            _ => None,
        };
        match stands {
            OnTreatment::Yes(_) => Standing::Reached,
            OnTreatment::No { .. } => Standing::Ended(STOPPED),
            OnTreatment::NotSaid => Standing::Unknown("not_said"),
            OnTreatment::NotReached => ended.unwrap_or(Standing::Unknown(NOT_OVER)),
            OnTreatment::NeverBegun => {
                // Until as much time has passed since the fracture, treatment may still begin.
                let over = self.months().map(|months| months_after(journey.day, months) <= service.as_of);
                let may_begin = over == Some(false) && journey.end.is_none();
                match may_begin {
                    true => Standing::Unknown(NOT_OVER),
                    false if goes_on(journey) => Standing::Ended(ON_TREATMENT),
                    false => Standing::Ended("never_begun"),
                }
            }
        }
    }

    /// Whether anything can be said of a group: of later treatment about somebody who began one. That the others
    /// never began says nothing of those.
    fn is_known(self, members: &[&Journey], standing: &[Standing]) -> bool {
        let unknown = |stands: &Standing| matches!(stands, Standing::Unknown(_));
        let somebody = standing.iter().any(|stands| !unknown(stands));
        if self.months().is_none() {
            return somebody;
        }
        let told = |stands: &Standing| matches!(stands, Standing::Reached | Standing::Ended(STOPPED));
        let left_open = members
            .iter()
            .zip(standing)
            .any(|(journey, stands)| journey.treatment_started.is_done() && unknown(stands));
        standing.iter().any(told) || somebody && !left_open
    }

    /// Why nothing can be said of anybody.
    fn silent(self, service: &Service, not_over: bool) -> String {
        let months = self.months().unwrap_or(0);
        match self {
            Self::Identified => "No fracture is counted.".to_owned(),
            Self::Dxa => "No record of a DXA of anybody is here: it cannot be said who had none.".to_owned(),
            Self::TreatmentStarted => {
                "No record of a drug of anybody is here: it cannot be said who began none.".to_owned()
            }
            Self::OnTreatment12Months | Self::OnTreatment24Months if not_over && service.recorded.drugs => {
                format!("{months} months are not over for anybody who could be known.")
            }
            Self::OnTreatment12Months | Self::OnTreatment24Months => {
                "No record says who was on treatment then.".to_owned()
            }
            _ if service.has_pathway => "No row of the pathway file says it of this group.".to_owned(),
            _ => "No pathway file is here, and codes cannot say it.".to_owned(),
        }
    }
}

/// Whether the person had a drug when the bone broke, and nothing says that another was to be begun.
const fn goes_on(journey: &Journey) -> bool {
    let silent = matches!(journey.treatment_started, Step::NotFound | Step::NotSaid);
    silent && journey.on_treatment_at_event.is_some()
}

fn of_step(step: Step) -> Standing {
    match step {
        Step::Done(_) => Standing::Reached,
        Step::Not { outcome, .. } => Standing::Ended(outcome.as_str()),
        Step::NotFound => Standing::Ended("not_found"),
        Step::NotSaid => Standing::Unknown("not_said"),
    }
}

/// The steps of a group.
pub(super) fn steps(members: &[&Journey], service: &Service) -> Vec<FunnelStep> {
    let mut steps = Vec::new();
    // The step before, of which something can be said, and who reached it.
    let mut before: Option<(Stage, Vec<bool>)> = None;
    for &stage in Stage::ALL {
        let standing: Vec<Standing> = members.iter().map(|one| stage.standing(one, service)).collect();
        let mut others: BTreeMap<&'static str, u64> = BTreeMap::new();
        for stands in &standing {
            if let Standing::Ended(how) | Standing::Unknown(how) = stands {
                let of = others.entry(how).or_default();
                *of = of.saturating_add(1);
            }
        }
        let number = |how: &str| others.get(how).copied().unwrap_or(0);
        let known = stage.is_known(members, &standing);
        let ends: Vec<ExcludedCount> =
            others.iter().map(|(how, &count)| ExcludedCount { reason: (*how).to_owned(), count }).collect();
        let step = stage.to_string();
        if !known {
            let because = Some(stage.silent(service, number(NOT_OVER) > 0));
            steps.push(FunnelStep { step, because, ends, ..FunnelStep::default() });
            continue;
        }
        let reached: Vec<bool> = standing.iter().map(|stands| *stands == Standing::Reached).collect();
        let treatment = stage.months().is_some();
        let of_identified =
            rate(&standing, None, |stands| !treatment || !matches!(stands, Standing::Unknown(_)));
        let of_previous = before.as_ref().map(|(_, reached)| {
            rate(&standing, Some(reached), |stands| {
                !treatment || !matches!(stands, Standing::Unknown(_) | Standing::Ended(DEAD))
            })
        });
        steps.push(FunnelStep {
            step,
            count: Some(reached.iter().map(|&one| u64::from(one)).sum()),
            of_previous,
            previous: before.as_ref().map(|(stage, _)| stage.to_string()),
            of_identified: (stage != Stage::Identified).then_some(of_identified),
            because: remark(stage, service, &number),
            ends,
        });
        before = Some((stage, reached));
    }
    steps
}

/// Those who reached a step, of those who reached the one before and may be counted here.
fn rate(
    standing: &[Standing],
    before: Option<&Vec<bool>>,
    counts: impl Fn(Standing) -> bool,
) -> RateDocument {
    let mut rate = Rate { numerator: 0, denominator: 0 };
    for (at, &stands) in standing.iter().enumerate() {
        let came = before.is_none_or(|before| before.get(at) == Some(&true));
        if came && counts(stands) {
            rate.denominator = rate.denominator.saturating_add(1);
            rate.numerator = rate.numerator.saturating_add(u64::from(stands == Standing::Reached));
        }
    }
    rate.into()
}

/// What to know of a count.
fn remark(stage: Stage, service: &Service, number: &dyn Fn(&str) -> u64) -> Option<String> {
    let mut remarks = Vec::new();
    if let Some(months) = stage.months() {
        let left_out = [
            (NOT_OVER, format!("{months} months are not over")),
            ("moved", "moved away".to_owned()),
            ("not_said", "nothing says".to_owned()),
        ];
        for (how, why) in left_out {
            if number(how) > 0 {
                remarks.push(format!("{} left out of both rates: {why}.", number(how)));
            }
        }
        if number(DEAD) > 0 {
            remarks.push(format!(
                "{} died before: counted of all who were identified, left out of those who reached the step \
                 before.",
                number(DEAD)
            ));
        }
    } else if number("not_said") > 0 {
        remarks.push(format!("Nothing says it of {}: they are in the denominators.", number("not_said")));
    }
    if stage == Stage::TreatmentRecommended && !service.has_pathway {
        remarks.push("Rests on prescriptions alone: no pathway file is here.".to_owned());
    }
    (!remarks.is_empty()).then(|| remarks.join(" "))
}
