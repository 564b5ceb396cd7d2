//! How soon, what next, the next DXA, and the work-up.

use osteon::document::assessment::Reason;
use osteon::document::guidance::{TestKind, TestStatus, Triage, WorkUp};
use osteon::triage::{Cause, NextStep};

use super::{Speaker, sentence};
use crate::catalogue::args;
use crate::language::{Language, decimal};
use crate::page::Line;

/// How the engine begins where a result was judged by another, and the message for it.
const JUDGED_BY: [(&str, &str); 4] = [
    ("corrected for albumin ", "judged-by-albumin"),
    ("creatinine clearance ", "judged-by-clearance"),
    ("renal function at least ", "judged-at-least"),
    ("renal function at most ", "judged-at-most"),
];

impl<'a> Speaker<'a> {
    fn of_triage(&self) -> Option<&'a Triage> {
        self.assessment.triage.as_ref()
    }

    /// How soon, with what makes it so; every reason below.
    pub(crate) fn priority(&self) -> Vec<Line> {
        let Some(triage) = self.of_triage() else { return Vec::new() };
        let priority = self.name("priority", triage.priority.as_str());
        let mut line = match triage.within_weeks {
            Some(weeks) => self
                .words
                .say("priority-within", &args! { "priority" => priority, "weeks" => i64::from(weeks) }),
            None => self.words.say("priority-alone", &args! { "priority" => priority }),
        };
        let decides = |reason: &&Reason| {
            Cause::from_key(&reason.code).is_some_and(|cause| cause.priority() == triage.priority)
        };
        let why: Vec<String> = triage.reasons.iter().filter(decides).map(|why| self.cause(why)).collect();
        if !why.is_empty() {
            let why = self.words.say("because", &args! { "why" => why.join(self.separator()) });
            line = format!("{line} {why}");
        }
        let below = triage.reasons.iter().map(|reason| Line::new(sentence(&self.cause(reason))));
        vec![Line::new(line).below(below)]
    }

    /// A reason, with the names of the guidelines that it comes from.
    fn cause(&self, reason: &Reason) -> String {
        let (text, guidelines) = split(reason);
        let text = self.words.coded("triage", &reason.code, text, &args! {});
        if guidelines.is_empty() { text } else { format!("{text} ({})", self.by_guidelines(&guidelines)) }
    }

    /// The names of guidelines; those of other countries than the person's marked so.
    fn by_guidelines(&self, ids: &[&str]) -> String {
        let names = |national: bool| -> Vec<String> {
            let of = ids.iter().filter(|id| self.country().is_none() || self.is_national(id) == national);
            let mut names: Vec<String> = Vec::new();
            for name in of.map(|id| self.short_name(id)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        };
        let national = names(true).join(", ");
        if self.country().is_none() {
            return national;
        }
        let others = names(false).join(", ");
        let said = match (national.is_empty(), others.is_empty()) {
            (_, true) => return national,
            (true, false) => "by-others",
            (false, false) => "by-national-and-others",
        };
        self.words.say(said, &args! { "national" => national, "others" => others })
    }

    /// The steps, with the guidelines that they come from.
    pub(crate) fn next_steps(&self) -> Vec<Line> {
        let Some(triage) = self.of_triage() else { return Vec::new() };
        let now = triage.next_steps.iter().any(|step| step.code == NextStep::StartTreatmentNow.as_str());
        // To decide now is to decide: one step.
        let said_twice = |step: &Reason| now && step.code == NextStep::DecideTreatment.as_str();
        let steps = triage.next_steps.iter().filter(|step| !said_twice(step));
        steps
            .map(|step| {
                let as_step = NextStep::from_key(&step.code);
                let comes_from = |cause: Cause| {
                    as_step.is_some_and(|as_step| as_step.follows_from(cause))
                        || (as_step == Some(NextStep::StartTreatmentNow)
                            && NextStep::DecideTreatment.follows_from(cause))
                };
                let always = as_step.is_none_or(NextStep::always);
                let behind = triage
                    .reasons
                    .iter()
                    .filter(|reason| !always && Cause::from_key(&reason.code).is_some_and(comes_from));
                let mut guidelines: Vec<&str> = behind.flat_map(|reason| split(reason).1).collect();
                // Each once, as the assessment lists them.
                let order = |id: &&str| osteon::guideline::all().iter().position(|known| known.id == *id);
                guidelines.sort_by_key(order);
                let text = self.words.coded("step", &step.code, &step.text, &args! {});
                let text = if guidelines.is_empty() {
                    text
                } else {
                    format!("{text} ({})", self.by_guidelines(&guidelines))
                };
                Line::new(sentence(&text))
            })
            .collect()
    }

    pub(crate) fn next_dxa(&self) -> Vec<Line> {
        let Some(next) = self.of_triage().and_then(|triage| triage.next_dxa_due.as_ref()) else {
            return vec![Line::new(self.word("next-dxa-unsaid"))];
        };
        let rule = self.words.coded("next-dxa", &next.rule, &next.text, &args! {});
        let line = match (next.date, next.months) {
            (Some(date), _) => {
                self.words.say("next-dxa-on", &args! { "date" => self.words.date(date), "rule" => rule })
            }
            (None, Some(months)) => {
                self.words.say("next-dxa-after", &args! { "months" => i64::from(months), "rule" => rule })
            }
            (None, None) => sentence(&rule),
        };
        vec![Line::new(line).from([&next.source].into_iter().filter(|id| !id.is_empty()))]
    }

    fn one_test(&self, test: &WorkUp) -> Line {
        let status = self.name("test-status", test.status.as_str());
        let mut text = self.with(&self.name("test", &test.test), &status);
        if let Some(value) = test.value {
            let value = self.number(value);
            let unit = test.unit.as_deref().unwrap_or_default();
            text.push_str(&format!(", {value} {unit}"));
        }
        let reason = self.test_reason(test);
        if !reason.is_empty() {
            text.push_str(&format!("{}{reason}", self.separator()));
        }
        Line::new(text).from(&test.sources)
    }

    /// Why a test is asked for, or what it suggests and by what it was judged.
    fn test_reason(&self, test: &WorkUp) -> String {
        if self.words.language() == Language::English {
            return self.words.coded("work-up", &test.rule, &test.reason, &args! {});
        }
        let mut said = Vec::new();
        for (begins, message) in JUDGED_BY {
            let value = test.reason.strip_prefix(begins).and_then(|rest| rest.split_once([':', ' ']));
            if let Some(value) = value.and_then(|(value, _)| decimal(value)) {
                said.push(self.words.say(message, &args! { "value" => self.number(value) }));
            }
        }
        if test.reason.contains("the result is too old") {
            said.push(self.word("state-too-old"));
        }
        if test.reason.contains("reduced: below what is surely enough") {
            said.push(self.word("judged-reduced"));
        }
        let seen = matches!(test.status, TestStatus::Unremarkable | TestStatus::NotJudged);
        // An image that is there is no longer asked for.
        let imaged = test.kind == TestKind::Imaging && (seen || test.status == TestStatus::Flagged);
        if self.words.has("work-up", &test.rule) && !imaged {
            said.push(self.words.coded("work-up", &test.rule, &test.reason, &args! {}));
        }
        said.join(self.separator())
    }

    pub(crate) fn work_up(&self) -> Vec<Line> {
        self.assessment
            .work_up
            .as_deref()
            .unwrap_or_default()
            .iter()
            .map(|test| self.one_test(test))
            .collect()
    }

    /// The tests to order, in one line.
    pub(crate) fn tests_due(&self) -> Option<Line> {
        let tests = self.assessment.work_up.as_deref().unwrap_or_default().iter();
        let due = tests.filter(|test| test.status == TestStatus::Due);
        let mut due: Vec<String> = due.map(|test| self.name("test", &test.test)).collect();
        due.dedup();
        (!due.is_empty())
            .then(|| Line::new(self.words.say("tests-due", &args! { "list" => self.list(&due) })))
    }
}

/// A reason of triage without the ids of its guidelines, and those.
fn split(reason: &Reason) -> (&str, Vec<&str>) {
    let parts = reason.text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let Some((text, list)) = parts else { return (&reason.text, Vec::new()) };
    let ids: Vec<&str> = list.split(", ").collect();
    let known = ids.iter().all(|id| osteon::guideline::from_id(id).is_some());
    if known { (text, ids) } else { (&reason.text, Vec::new()) }
}
