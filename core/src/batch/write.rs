//! Answers into buffers.

use ndarray::ArrayViewMut1;

use crate::assumption::Assumptions;
use crate::densitometry::{self, Score, TbsAnswer, TbsCategory, tbs};
use crate::diagnosis::Diagnosis;
use crate::error::Code;
use crate::evidence::Evidence;
use crate::facts::Person;
use crate::risk::{InNumbers, Numbers, Subject, assumed_in_bits};
use crate::rule::{BlockDecision, Lanes, Seen};
use crate::safety::{self, SafetyAnswer};

use super::answers::Buffer;
use super::bits::set_bit;
use super::plan::{AskedModel, Plan};
use super::what::{GuidelineShows, RiskShows, What};

/// Writes a number, or that there is none.
#[inline]
pub(super) fn number(to: &mut Buffer<'_>, row: usize, value: Option<f64>) {
    if let Buffer::Numbers { values, validity } = to {
        if let Some(to) = values.get_mut(row) {
            *to = value.unwrap_or(f64::NAN);
        }
        set_bit(validity, row, value.is_some());
    }
}

/// Writes a code; 0 is nothing.
#[inline]
pub(super) fn code(to: &mut Buffer<'_>, row: usize, code: u8) {
    if let Buffer::Codes(codes) = to
        && let Some(to) = codes.get_mut(row)
    {
        *to = code;
    }
}

#[inline]
fn set(to: &mut Buffer<'_>, row: usize, bits: u64) {
    if let Buffer::Sets(sets) = to
        && let Some(to) = sets.get_mut(row)
    {
        *to = bits;
    }
}

/// Writes a byte for each row of a block that has one, and nothing for the others.
pub(super) fn bytes<T: From<u8>>(to: &mut ArrayViewMut1<'_, T>, bytes: &[u8], whose: Lanes) {
    for (row, (to, &byte)) in to.iter_mut().zip(bytes).enumerate() {
        *to = T::from(if whose.has(row) { byte } else { 0 });
    }
}

pub(super) fn truth(value: Option<bool>) -> u8 {
    value.map_or(0, |value| 1 + u8::from(value))
}

/// A row that is refused: nothing everywhere, and why.
pub(super) fn nothing(row: usize, why: Code, refused: Option<usize>, out: &mut [Buffer<'_>]) {
    for to in out.iter_mut() {
        match to {
            Buffer::Numbers { .. } => number(to, row, None),
            Buffer::Codes(_) => code(to, row, 0),
            Buffer::Sets(_) => set(to, row, 0),
        }
    }
    if let Some(to) = refused.and_then(|place| out.get_mut(place)) {
        code(to, row, code_of(why));
    }
}

/// The code of a refusal: its place in the list of codes, from 1.
const fn code_of(why: Code) -> u8 {
    why.place() + 1
}

/// What a row shows of scores and diagnosis.
pub(super) fn of_row(
    plan: &Plan<'_>,
    row: usize,
    person: &Person<'_>,
    scores: &[Score<'_>],
    diagnosis: &Diagnosis,
    out: &mut [Buffer<'_>],
) {
    for &(what, place) in &plan.of_row {
        let Some(to) = out.get_mut(place) else { continue };
        match what {
            What::Sex => code(to, row, person.sex as u8 + 1),
            What::Age => number(to, row, Some(person.age.years())),
            What::T(region) => number(to, row, densitometry::t_of(scores, region)),
            What::Z(region) => number(to, row, densitometry::z_of(scores, region)),
            What::LowestT => number(to, row, diagnosis.lowest_t_reported()),
            What::Diagnosis => code(to, row, diagnosis.category as u8 + 1),
            What::ClinicalOsteoporosis => code(to, row, truth(diagnosis.clinical_osteoporosis)),
            What::Tbs => number(to, row, tbs(person).map(|tbs| tbs.value)),
            What::TbsCategory => {
                let place = |tbs: TbsAnswer| TbsCategory::ALL.iter().position(|&one| one == tbs.category);
                code(to, row, tbs(person).and_then(place).map_or(0, |place| place as u8 + 1));
            }
            What::Assumed => set(to, row, Assumptions::of(person, scores, diagnosis).bits()),
            What::Flags => {
                set(to, row, densitometry::bits_of(densitometry::flags_of(scores), person.left_out > 0))
            }
            What::Verified(guideline) => code(to, row, truth(Some(guideline.seen == Seen::Checked))),
            What::Refused => code(to, row, 0),
            What::Risk(..)
            | What::RiskAssumed(_)
            | What::Guideline(..)
            | What::Missing(_)
            | What::Safety(_)
            | What::CourseComesFirst
            | What::TriagePriority
            | What::TriageWithinWeeks => {}
        }
    }
}

/// What a row shows of what is missing, and of drug safety.
pub(super) fn of_evidence(plan: &Plan<'_>, row: usize, evidence: &Evidence<'_>, out: &mut [Buffer<'_>]) {
    for asked in &plan.missing {
        if let Some(to) = out.get_mut(asked.column) {
            set(to, row, asked.of(evidence));
        }
    }
    if !plan.asks_safety(evidence.person) {
        return;
    }
    let said = safety::of_products(evidence);
    for &(product, place) in &plan.safety {
        let of_product = said.iter().find(|said| said.product == product);
        if let (Some(to), Some(said)) = (out.get_mut(place), of_product) {
            code(to, row, said.status as u8 + 1);
        }
    }
    if let Some(Buffer::Sets(sets)) = plan.labs_assumed.and_then(|place| out.get_mut(place))
        && let Some(to) = sets.get_mut(row)
    {
        *to |= Assumptions::of_labs(said.iter().any(SafetyAnswer::reads_undated)).bits();
    }
}

/// What a row shows of a model.
pub(super) fn of_model(model: &AskedModel, row: usize, said: &InNumbers, out: &mut [Buffer<'_>]) {
    for &(outcome, shows, place) in &model.shown {
        let (Some(to), Some(said)) = (out.get_mut(place), said.get(usize::from(outcome))) else { continue };
        match shows {
            RiskShows::Percent => number(to, row, said.percent),
            RiskShows::ReconciledPercent => number(to, row, said.reconciled_percent),
            RiskShows::Points => number(to, row, said.points),
            RiskShows::Category => code(to, row, category(model, said)),
            RiskShows::AtCutOff => code(to, row, truth(said.at_cut_off)),
            RiskShows::Refused => code(to, row, said.refused.map_or(0, code_of)),
        }
    }
}

/// What a row shows of what a model read into unknowns: nothing where it is refused.
pub(super) fn of_unknowns(
    model: &AskedModel,
    row: usize,
    subject: &Subject<'_>,
    said: &InNumbers,
    out: &mut [Buffer<'_>],
) {
    if let Some(to) = model.assumed.and_then(|place| out.get_mut(place)) {
        let is_refused = model.is_refused(said);
        set(to, row, if is_refused { 0 } else { assumed_in_bits(model.model, subject) });
    }
}

fn category(model: &AskedModel, said: &Numbers) -> u8 {
    let Some(category) = said.category else { return 0 };
    // Mostly it is the very string of the list.
    let is_it = |known: &&str| core::ptr::eq(*known, category);
    let place = model.categories.iter().position(is_it);
    let place = place.or_else(|| model.categories.iter().position(|known| *known == category));
    place.map_or(0, |place| place as u8 + 1)
}

/// What a block shows of a guideline: codes, or the bits of sets.
pub(super) fn of_guideline(said: &BlockDecision, shows: GuidelineShows, codes: &mut [u8]) {
    match shows {
        GuidelineShows::Category => said.category(codes),
        GuidelineShows::Recommendation => {
            said.recommendation(codes);
            codes.iter_mut().for_each(|code| *code += 1);
        }
        GuidelineShows::Status => {
            said.status(codes);
            codes.iter_mut().for_each(|code| *code += 1);
        }
        GuidelineShows::Tier => said.tier(codes),
        GuidelineShows::Also => said.also(codes),
    }
}
