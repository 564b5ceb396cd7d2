//! A block of rows: what is found row by row, then what rules say of all of them at once.

use core::ops::Range;

use crate::course;
use crate::densitometry::{Machines, Score};
use crate::diagnosis::Diagnosis;
use crate::document::Patient;
use crate::engine::{self, Scratch};
use crate::error::{Code, Refusal};
use crate::evidence::Evidence;
use crate::facts::Person;
use crate::risk::{self, InNumbers, Subject};
use crate::rule::{BLOCK, BlockDecision, FactBlock};
use crate::triage::{Causes, causes_beside_guidelines};

use super::answers::Buffer;
use super::assess::Reject;
use super::person::People;
use super::plan::Plan;
use super::recommended::Recommended;
use super::write;

/// One worker: everything that it uses again from row to row and from block to block.
pub(super) struct Worker<'p, 'e> {
    plan: &'p Plan<'e>,
    patient: Patient,
    machines: Machines,
    scratch: Scratch,
    refusals: Vec<Refusal>,
    facts: FactBlock,
    said: BlockDecision,
    causes: Vec<Causes>,
    recommended: Recommended,
    codes: Vec<u8>,
}

impl<'p, 'e> Worker<'p, 'e> {
    pub(super) fn new(plan: &'p Plan<'e>) -> Self {
        Self {
            plan,
            patient: Patient::default(),
            machines: Machines::default(),
            scratch: Scratch::default(),
            refusals: Vec::new(),
            facts: FactBlock::new(&plan.decided),
            said: BlockDecision::default(),
            causes: vec![Causes::default(); BLOCK],
            recommended: Recommended::default(),
            codes: vec![0; BLOCK],
        }
    }

    /// Answers a block of at most [`BLOCK`] rows into buffers of as many.
    pub(super) fn answer(
        &mut self,
        people: &mut dyn People,
        rows: Range<usize>,
        out: &mut [Buffer<'_>],
        rejects: &mut dyn FnMut(Reject),
    ) {
        people.begin(rows.clone());
        let (mut patient, mut refusals) =
            (core::mem::take(&mut self.patient), core::mem::take(&mut self.refusals));
        for (place, row) in rows.clone().enumerate() {
            people.read(row, &mut patient, &mut refusals);
            let strict = self.plan.strict;
            let refuses =
                |refusals: &[Refusal]| refusals.iter().find(|r| strict || r.refuses_row()).map(|r| r.code);
            let answered =
                refuses(&refusals).is_none() && self.person(place, &mut patient, strict, &mut refusals, out);
            if !answered {
                let why = refuses(&refusals).unwrap_or(Code::Missing);
                write::nothing(place, why, self.plan.refused, out);
            }
            for refusal in refusals.drain(..) {
                rejects(Reject { row, refusal, person: !answered });
            }
        }
        (self.patient, self.refusals) = (patient, refusals);
        self.end(rows.len(), out);
    }

    /// Says what rules say of the rows of a block, and makes room for the next.
    pub(super) fn end(&mut self, rows: usize, out: &mut [Buffer<'_>]) {
        if self.plan.asks_rules() {
            self.rules(rows, out);
            self.facts.clear();
        }
    }

    /// Answers one person but for what rules say; `false` where the person is refused.
    pub(super) fn person(
        &mut self,
        row: usize,
        patient: &mut Patient,
        strict: bool,
        refusals: &mut Vec<Refusal>,
        out: &mut [Buffer<'_>],
    ) -> bool {
        let Self { plan, machines, scratch, facts, causes, .. } = self;
        let setup = plan.engine.setup();
        let found = |person: &Person<'_>, scores: &[Score<'_>], diagnosis: &Diagnosis| {
            write::of_row(plan, row, person, scores, diagnosis, out);
            if !plan.models.is_empty() {
                let subject = Subject::of(person, scores, setup);
                let mut numbers = InNumbers::default();
                for model in &plan.models {
                    risk::in_numbers(model.model, &subject, &mut numbers);
                    write::of_model(model, row, &numbers, out);
                    write::of_unknowns(model, row, &subject, &numbers, out);
                }
            }
            if plan.asks_evidence(person) {
                let evidence = Evidence::read(person, scores, diagnosis, &[], setup);
                if plan.asks_rules() {
                    facts.set_row(&plan.decided, row, &evidence);
                }
                if plan.asks_triage() || plan.course.is_some() {
                    let courses = course::answers(&evidence);
                    if let Some(causes) = causes.get_mut(row) {
                        *causes = causes_beside_guidelines(&evidence, &courses);
                    }
                    if let Some(to) = plan.course.and_then(|place| out.get_mut(place)) {
                        write::code(to, row, write::truth(course::comes_first(&evidence, &courses)));
                    }
                }
                write::of_evidence(plan, row, &evidence, out);
            }
        };
        engine::read_one(setup, patient, strict, machines, scratch, refusals, found).is_some()
    }

    /// What the rules say of the block.
    fn rules(&mut self, rows: usize, out: &mut [Buffer<'_>]) {
        let plan = self.plan;
        let set = self.facts.rows();
        self.facts.ready(&plan.decided);
        self.recommended = Recommended::default();
        let mut asked = plan.guidelines.iter().peekable();
        for place in 0..plan.decided.guidelines().len() {
            plan.decided.decide(place, &self.facts, &mut self.said);
            if plan.asks_triage() {
                self.recommended.add(&self.said);
            }
            if let Some(guideline) = asked.next_if(|asked| asked.place == place) {
                for &(shows, column) in &guideline.shown {
                    let Some(codes) = self.codes.get_mut(..rows) else { continue };
                    write::of_guideline(&self.said, shows, codes);
                    match out.get_mut(column) {
                        Some(Buffer::Codes(to)) => write::bytes(to, codes, set),
                        Some(Buffer::Sets(to)) => write::bytes(to, codes, set),
                        _ => {}
                    }
                }
            }
        }
        if !plan.asks_triage() {
            return;
        }
        for (row, beside) in self.causes.iter().enumerate().take(rows).filter(|(row, _)| set.has(*row)) {
            let priority = beside.union(self.recommended.causes(row)).priority();
            if let Some(to) = plan.priority.and_then(|place| out.get_mut(place)) {
                write::code(to, row, priority as u8 + 1);
            }
            if let Some(to) = plan.within_weeks.and_then(|place| out.get_mut(place)) {
                write::number(to, row, priority.within_weeks().map(f64::from));
            }
        }
    }
}
