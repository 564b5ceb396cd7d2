//! Where a course of treatment stands.

use osteon::document::guidance::Course;

use super::Speaker;
use crate::catalogue::args;
use crate::page::Line;

impl<'a> Speaker<'a> {
    pub(crate) fn courses(&self) -> &'a [Course] {
        self.assessment.course.as_deref().unwrap_or_default()
    }

    pub(crate) fn course(&self) -> Vec<Line> {
        self.courses().iter().map(|course| self.one_course(course)).collect()
    }

    fn one_course(&self, course: &Course) -> Line {
        let status = self.name("course", course.status.as_str());
        let text = self.words.coded("course-rule", &course.rule, &course.text, &args! {});
        let args = args! { "drug" => self.drug(course.drug), "status" => status, "text" => text };
        let mut text = self.words.say("course-line", &args);
        if let Some(due) = course.due {
            let due = self.words.date(due);
            text.push_str(&format!(" {}", self.words.say("course-due-on", &args! { "date" => due })));
        }
        let mut below: Vec<Line> = course.reasons.iter().map(|reason| Line::new(self.reason(reason))).collect();
        if !course.missing.is_empty() {
            let missing = self.fields(&course.missing);
            below.push(Line::new(self.words.say("missing", &args! { "missing" => missing })));
        }
        if !course.verified {
            below.push(Line::new(self.word("rule-unverified")));
        }
        Line::new(text).from(&course.sources).below(below)
    }
}
