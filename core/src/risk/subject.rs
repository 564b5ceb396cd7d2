//! What models ask of a person: the age, the T-scores in force, and what the document says.

use core::cell::OnceCell;

use crate::densitometry::{Score, Setup, line};
use crate::document::assessment::ReportRole;
use crate::document::options::{OutOfRange, TCompare};
use crate::document::{Region, Sex};
use crate::error::{Code, Refusal};
use crate::facts::{Person, ScoreDue};

use super::supplied_frax::Supplied;
use super::{Model, ModelAnswer, NoAnswer};

/// A person with scores, as models see them.
#[derive(Clone, Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) person: &'a Person<'a>,
    pub(crate) scores: &'a [Score<'a>],
    pub(crate) setup: &'a Setup,
    /// Which T-score is compared: that of the setup, or the other one, to see whether it decides.
    pub(crate) t_compare: TCompare,
    /// Whether models answer in full, and not with their numbers only.
    pub(crate) in_full: bool,
    /// The T-scores in force of [`REGIONS`], looked up once.
    t_in_force: [Option<f64>; REGIONS.len()],
    /// The same, as compared.
    t_compared: [Option<f64>; REGIONS.len()],
    /// What both releases of QFracture are told, read by the first that is asked.
    #[cfg(feature = "qfracture")]
    pub(super) qfracture: OnceCell<super::qfracture::Read>,
    /// The supplied probabilities, read by the first model that is asked.
    supplied: OnceCell<Supplied>,
}

/// The regions whose T-scores models read.
const REGIONS: [Region; 3] = [Region::FemoralNeck, Region::TotalHip, Region::LumbarSpine];

impl<'a> Subject<'a> {
    /// A person with scores, for the numbers of models.
    pub(crate) fn of(person: &'a Person<'a>, scores: &'a [Score<'a>], setup: &'a Setup) -> Self {
        let t_in_force = REGIONS.map(|region| t_in_force(scores, region));
        let t_compare = setup.t_compare();
        Self {
            person,
            scores,
            setup,
            t_compare,
            in_full: false,
            t_in_force,
            t_compared: compared(t_compare, t_in_force),
            #[cfg(feature = "qfracture")]
            qfracture: OnceCell::new(),
            supplied: OnceCell::new(),
        }
    }

    /// The same for answers in full.
    pub(crate) fn in_full(self) -> Self {
        Self { in_full: true, ..self }
    }
}

fn compared<const N: usize>(t_compare: TCompare, t_in_force: [Option<f64>; N]) -> [Option<f64>; N] {
    t_in_force.map(|t| t.map(|t| t_compare.of(t).to_f64()))
}

fn t_in_force(scores: &[Score<'_>], region: Region) -> Option<f64> {
    line(scores, region).filter(|score| score.withheld.is_none())?.t_in_force()
}

impl Subject<'_> {
    /// An answer of a model without outcomes yet.
    pub(crate) fn begin(&self, model: &'static Model) -> ModelAnswer {
        ModelAnswer { in_full: self.in_full, ..ModelAnswer::new(model) }
    }

    /// Completed years: models count so.
    pub(crate) fn age(&self) -> f64 {
        f64::from(self.person.age.completed_years())
    }

    pub(crate) fn sex(&self) -> Sex {
        self.person.sex
    }

    pub(crate) fn is_female(&self) -> bool {
        self.person.sex == Sex::Female
    }

    /// Whether the caller asked for inputs outside a model's range to be moved to its limit.
    pub(crate) fn clamps(&self) -> bool {
        self.setup.options.out_of_range == Some(OutOfRange::Clamp)
    }

    /// The current T-score of a region, as classes compare it: the reported one, or the exact one
    /// with `t_compare=exact`; the printed one where it drives.
    #[inline]
    pub(crate) fn t(&self, region: Region) -> Option<f64> {
        let [femoral_neck, total_hip, lumbar_spine] = self.t_compared;
        match region {
            Region::FemoralNeck => femoral_neck,
            Region::TotalHip => total_hip,
            Region::LumbarSpine => lumbar_spine,
            _ => t_in_force(self.scores, region).map(|t| self.t_compare.of(t).to_f64()),
        }
    }

    /// The same person with the other T-score compared, for numbers only; `None` where it is the same.
    pub(crate) fn by_the_other_t(&self) -> Option<Self> {
        let other = match self.t_compare {
            TCompare::Reported => TCompare::Exact,
            TCompare::Exact => TCompare::Reported,
        };
        let differs = |t: f64| other.of(t) != self.t_compare.of(t);
        let any = self.t_in_force.into_iter().flatten().any(differs);
        any.then(|| Self {
            t_compare: other,
            t_compared: compared(other, self.t_in_force),
            in_full: false,
            ..self.clone()
        })
    }

    /// The refusal where there is no T-score of a region: none was measured, or why it is withheld.
    pub(crate) fn no_t<E: NoAnswer>(&self, region: Region) -> E {
        let (field, what) = match region {
            Region::FemoralNeck => ("t_femoral_neck", "the model needs a T-score of the femoral neck"),
            Region::TotalHip => ("t_total_hip", "the model needs a T-score of the total hip"),
            Region::LumbarSpine => ("t_lumbar_spine", "the model needs a T-score of the lumbar spine"),
            _ => ("scans", "the model needs a T-score"),
        };
        let current =
            self.scores.iter().filter(|score| score.region == region && score.role == ReportRole::Current);
        match current.filter_map(|score| score.withheld).next() {
            None => missing(field, what).into(),
            Some(why) => {
                let limit = || format!("{what}, which is withheld: {}", why.text()).into();
                E::because(Code::NotUsable, field, "withheld", limit)
            }
        }
    }

    /// The supplied probabilities, as far as they may be used.
    #[inline]
    pub(crate) fn supplied(&self) -> &Supplied {
        self.supplied.get_or_init(|| Supplied::read(self.person))
    }

    /// Whether the person is a woman past the menopause, as read for scores.
    pub(crate) fn is_postmenopausal(&self) -> Option<bool> {
        if !self.is_female() {
            return Some(false);
        }
        match (self.person.document.postmenopausal, self.person.score_due) {
            (Some(said), _) => Some(said),
            (None, ScoreDue::T) => Some(true),
            (None, ScoreDue::Unknown) => None,
            (None, ScoreDue::Z(_)) => Some(false),
        }
    }

    /// Refuses an age outside the model's range, in completed years.
    pub(crate) fn age_within<E: NoAnswer>(&self, low: u8, high: u8) -> Result<f64, E> {
        let age = self.age();
        if (f64::from(low)..=f64::from(high)).contains(&age) {
            return Ok(age);
        }
        let limit = || format!("{low}-{high} years in this model").into();
        Err(E::because(Code::OutOfRange, "age_years", age, limit))
    }

    /// Refuses a man where the model speaks of women.
    #[inline]
    pub(crate) fn women_only(&self) -> Result<(), Refusal> {
        self.only(Sex::Female, "the model speaks of women")
    }

    /// Refuses a woman where the model speaks of men.
    #[inline]
    pub(crate) fn men_only(&self) -> Result<(), Refusal> {
        self.only(Sex::Male, "the model speaks of men")
    }

    #[inline]
    fn only(&self, sex: Sex, limit: &'static str) -> Result<(), Refusal> {
        if self.sex() == sex {
            return Ok(());
        }
        Err(Refusal::new(Code::OutsidePopulation, "sex", self.sex().as_str(), limit))
    }

    /// Refuses everyone but women past the menopause.
    #[inline]
    pub(crate) fn postmenopausal_only(&self) -> Result<(), Refusal> {
        self.women_only()?;
        match self.is_postmenopausal() {
            Some(true) => Ok(()),
            Some(false) => Err(Refusal::new(
                Code::OutsidePopulation,
                "postmenopausal",
                false,
                "the model speaks of women past the menopause",
            )),
            None => Err(missing(
                "postmenopausal",
                "the model needs to know whether the woman is past the menopause",
            )),
        }
    }
}

/// The refusal for an input that the model cannot do without: "the model needs the weight", or "to know
/// whether".
pub(crate) fn missing(field: &'static str, what: &'static str) -> Refusal {
    Refusal::new(Code::Missing, field, "", what)
}
