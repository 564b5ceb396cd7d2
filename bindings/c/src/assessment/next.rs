//! What comes next: triage and work-up.

use osteon::document::guidance::{Triage, WorkUp};

use crate::abi::{Sized_, osteon_date, osteon_number, osteon_text, up_to};
use crate::codes::{osteon_priority, osteon_test_kind, osteon_test_status};

use super::lists::{Kept, osteon_reasons, osteon_texts};

/// How soon the person should be seen, and what comes next. An order of Osteon, and no guideline's.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_triage {
    /// sizeof(osteon_triage).
    pub size: u32,
    /// The priority.
    pub priority: osteon_priority,
    /// Within how many weeks.
    pub within_weeks: osteon_number,
    /// What comes next.
    pub next_steps: osteon_reasons,
    /// Why.
    pub reasons: osteon_reasons,
    /// Whose order this is.
    pub scheme: osteon_text,
    /// When the next DXA is due; none where the day of the last scan or of the assessment is unknown.
    pub next_dxa_date: osteon_date,
    /// So many months after what the rule counts from.
    pub next_dxa_months: osteon_number,
    /// The rule of the next DXA; no text where none is due.
    pub next_dxa_rule: osteon_text,
    /// The rule in words.
    pub next_dxa_text: osteon_text,
    /// Id of its source.
    pub next_dxa_source: osteon_text,
}

/// A test of the work-up.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_work_up {
    /// sizeof(osteon_work_up).
    pub size: u32,
    /// What kind of test.
    pub kind: osteon_test_kind,
    /// Where it stands.
    pub status: osteon_test_status,
    /// Zero.
    pub reserved: u32,
    /// The analyte, or another test.
    pub test: osteon_text,
    /// The panels that ask for it.
    pub panels: osteon_texts,
    /// The value, in `unit`.
    pub value: osteon_number,
    /// The unit, as the laboratory wrote it.
    pub unit: osteon_text,
    /// The result in words, where it is no number.
    pub coded: osteon_text,
    /// Day of the sample.
    pub date: osteon_date,
    /// The limit that it was held against, and whose it is.
    pub reference: osteon_text,
    /// What it suggests, or why it is asked for.
    pub reason: osteon_text,
    /// Id of the rule.
    pub rule: osteon_text,
    /// Ids of the sources.
    pub sources: osteon_texts,
}

// SAFETY: they begin with `size`, and are only ever written to the caller, never read.
unsafe impl Sized_ for osteon_triage {
    const FIRST: usize = up_to!(osteon_triage, next_dxa_source);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_work_up {
    const FIRST: usize = up_to!(osteon_work_up, sources);
}

pub(super) fn triage(one: &Triage, kept: &mut Kept) -> osteon_triage {
    let next = one.next_dxa_due.as_ref();
    osteon_triage {
        size: 0,
        priority: one.priority.into(),
        within_weeks: one.within_weeks.into(),
        next_steps: kept.reasons(&one.next_steps),
        reasons: kept.reasons(&one.reasons),
        scheme: (&*one.scheme).into(),
        next_dxa_date: next.and_then(|next| next.date).into(),
        next_dxa_months: next.and_then(|next| next.months).into(),
        next_dxa_rule: next.map(|next| &*next.rule).into(),
        next_dxa_text: next.map(|next| &*next.text).into(),
        next_dxa_source: next.map(|next| &*next.source).into(),
    }
}

pub(super) fn work_up(one: &WorkUp, kept: &mut Kept) -> osteon_work_up {
    osteon_work_up {
        size: 0,
        kind: one.kind.into(),
        status: one.status.into(),
        reserved: 0,
        test: (&*one.test).into(),
        panels: kept.strings(&one.panels),
        value: one.value.into(),
        unit: one.unit.as_deref().into(),
        coded: one.coded.as_deref().into(),
        date: one.date.into(),
        reference: one.reference.as_deref().into(),
        reason: (&*one.reason).into(),
        rule: (&*one.rule).into(),
        sources: kept.strings(&one.sources),
    }
}
