//! How soon, what next, the next DXA, and the work-up.

use osteon::document::guidance::{Triage, WorkUp};

use super::{Speaker, sentence};
use crate::catalogue::args;
use crate::language::Language;
use crate::page::Line;

impl<'a> Speaker<'a> {
    fn of_triage(&self) -> Option<&'a Triage> {
        self.assessment.triage.as_ref()
    }

    pub(crate) fn priority(&self) -> Vec<Line> {
        let Some(triage) = self.of_triage() else { return Vec::new() };
        let priority = self.name("priority", triage.priority.as_str());
        let line = match triage.within_weeks {
            Some(weeks) => self
                .words
                .say("priority-within", &args! { "priority" => priority, "weeks" => i64::from(weeks) }),
            None => self.words.say("priority-alone", &args! { "priority" => priority }),
        };
        let below = self.sentences("triage", &triage.reasons);
        vec![Line::new(line).below(below)]
    }

    pub(crate) fn next_steps(&self) -> Vec<Line> {
        let steps = self.of_triage().into_iter().flat_map(|triage| &triage.next_steps);
        self.sentences("step", steps)
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
        let translated = self.words.has("work-up", &test.rule);
        if translated || self.words.language() == Language::English {
            let reason = self.words.coded("work-up", &test.rule, &test.reason, &args! {});
            text.push_str(&format!("{}{reason}", self.separator()));
        }
        Line::new(text).from(&test.sources)
    }

    pub(crate) fn work_up(&self) -> Vec<Line> {
        self.assessment.work_up.iter().flatten().map(|test| self.one_test(test)).collect()
    }

    /// The tests to order, in one line.
    pub(crate) fn tests_due(&self) -> Option<Line> {
        let tests = self.assessment.work_up.iter().flatten();
        let due = tests.filter(|test| test.status == osteon::document::guidance::TestStatus::Due);
        let mut due: Vec<String> = due.map(|test| self.name("test", &test.test)).collect();
        due.dedup();
        (!due.is_empty())
            .then(|| Line::new(self.words.say("tests-due", &args! { "list" => self.list(&due) })))
    }
}
