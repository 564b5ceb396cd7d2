//! What the ufuncs compute: the engine's own arithmetic, one name each.

use osteon::densitometry::{lms_z_score, on_hologic_scale, standardise, t_score, t_score_column};
use osteon::document::Lms;
use osteon::precision::Significance;
use osteon::quantity::{Age, Bmd};
use osteon::rounding::{HalfRule, round};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

use super::looks_up::{AgeReference, Equation};
use super::refused::{L_RANGE, S_RANGE};
use super::ufunc::{Block, Kernel, LONG, each, new};

/// BMD, mean and SD of young adults: the T-score.
pub(super) struct TScores;

impl Kernel for TScores {
    const NAME: &'static str = "t_score";
    const INPUTS: usize = 3;
    const MEASURED: usize = 1;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        let (bmd, mean, sd) = (block.of(0), block.of(1), block.of(2));
        let one_reference = block.one[1] && block.one[2];
        let mut valid = [0_u8; LONG / 8];
        if !one_reference || t_score_column(bmd, None, mean[0], sd[0], answers, &mut valid).is_err() {
            return each(block, answers, |[bmd, mean, sd]| Some(t_score(Bmd::new(bmd)?, mean, sd).0));
        }
        let mut refused = false;
        for (&bmd, t) in bmd.iter().zip(answers) {
            let inside = (Bmd::MIN..=Bmd::MAX).contains(&bmd);
            *t = if inside { *t } else { f64::NAN };
            refused |= !inside & !bmd.is_nan();
        }
        // A reference that is not known is an unknown score, and refuses nothing.
        refused && !(mean[0].is_nan() || sd[0].is_nan())
    }
}

/// BMD, age and the number of an [`AgeReference`]: the Z-score.
pub(super) struct ZScores;

impl Kernel for ZScores {
    const NAME: &'static str = "z_score";
    const INPUTS: usize = 3;
    const MEASURED: usize = 2;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        each(block, answers, |[bmd, age, reference]| z_score(bmd, age, AgeReference::of(reference)?))
    }
}

fn z_score(bmd: f64, age: f64, reference: AgeReference) -> Option<f64> {
    let age = Age::new(age).filter(|age| reference.reaches(*age))?;
    let (bmd, _) =
        on_hologic_scale(Bmd::new(bmd)?.g_per_cm2(), reference.manufacturer, reference.table.region)?;
    let at = reference.table.at(age.years())?;
    Some((bmd - at.mean) / at.sd)
}

/// BMD, L, M and S: the Z-score.
pub(super) struct LmsZScores;

impl Kernel for LmsZScores {
    const NAME: &'static str = "z_score_lms";
    const INPUTS: usize = 4;
    const MEASURED: usize = 4;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        each(block, answers, |[bmd, l, m, s]| {
            let (bmd, m) = (Bmd::new(bmd)?.g_per_cm2(), Bmd::new(m)?.g_per_cm2());
            let inside = L_RANGE.contains(&l) && S_RANGE.contains(&s);
            inside.then(|| lms_z_score(bmd, Lms { l, m, s }))
        })
    }
}

/// BMD and the number of an [`Equation`]: standardised BMD.
pub(super) struct StandardisedBmds;

impl Kernel for StandardisedBmds {
    const NAME: &'static str = "sbmd_mg_cm2";
    const INPUTS: usize = 2;
    const MEASURED: usize = 1;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        each(block, answers, |[bmd, equation]| {
            let Equation { manufacturer, region, vertebrae, spine } = Equation::of(equation)?;
            let found = standardise(Bmd::new(bmd)?, manufacturer, region, vertebrae, spine)?;
            Some(found.sbmd.mg_per_cm2())
        })
    }
}

/// A score: to one decimal.
pub(super) struct Reported;

impl Kernel for Reported {
    const NAME: &'static str = "t_score_reported";
    const INPUTS: usize = 1;
    const MEASURED: usize = 1;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        // What `TScore::reported` gives, but that no size is too large for it.
        each(block, answers, |[score]| round(score, 1, HalfRule::AwayFromZero).ok())
    }
}

/// A precision error and the factor of a design: the least significant change.
pub(super) struct LeastSignificantChange;

impl Kernel for LeastSignificantChange {
    const NAME: &'static str = "least_significant_change";
    const INPUTS: usize = 2;
    const MEASURED: usize = 1;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        each(block, answers, |[error, factor]| {
            let lsc = factor * error;
            (error >= 0.0 && lsc.is_finite()).then_some(lsc)
        })
    }
}

/// A change and the least significant one: 1 where it is significant, 0 where not.
pub(super) struct Significant;

impl Kernel for Significant {
    const NAME: &'static str = "is_significant";
    const INPUTS: usize = 2;
    const MEASURED: usize = 2;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        each(block, answers, |[change, lsc]| {
            Some(f64::from(u8::from(Significance::of(change, lsc).ok()?.is_significant())))
        })
    }
}

/// A number as the decimal that it stands for; only of a float32 is that another.
pub(super) struct Decimal;

impl Kernel for Decimal {
    const NAME: &'static str = "decimal";
    const INPUTS: usize = 1;
    const MEASURED: usize = 1;

    fn answer(block: &Block, answers: &mut [f64]) -> bool {
        answers.copy_from_slice(block.of(0));
        false
    }
}

type Made = (&'static str, fn(Python<'_>) -> PyResult<Py<PyAny>>, PyOnceLock<Py<PyAny>>);

static MADE: [Made; 8] = [
    (TScores::NAME, new::<TScores>, PyOnceLock::new()),
    (ZScores::NAME, new::<ZScores>, PyOnceLock::new()),
    (LmsZScores::NAME, new::<LmsZScores>, PyOnceLock::new()),
    (StandardisedBmds::NAME, new::<StandardisedBmds>, PyOnceLock::new()),
    (Reported::NAME, new::<Reported>, PyOnceLock::new()),
    (LeastSignificantChange::NAME, new::<LeastSignificantChange>, PyOnceLock::new()),
    (Significant::NAME, new::<Significant>, PyOnceLock::new()),
    (Decimal::NAME, new::<Decimal>, PyOnceLock::new()),
];

/// The ufunc with a name, made when it is asked for first.
#[pyfunction]
pub(super) fn ufunc(py: Python<'_>, name: &str) -> PyResult<Py<PyAny>> {
    let (_, make, made) =
        MADE.iter().find(|(known, ..)| *known == name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
    Ok(made.get_or_try_init(py, || make(py))?.clone_ref(py))
}
