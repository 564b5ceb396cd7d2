//! Where a course of treatment stands.

use osteon::document::guidance::Course;

use super::{Speaker, sentence};
use crate::catalogue::args;
use crate::page::Line;

/// What calcium asks for before a dose: said before the dose.
const CALCIUM_FIRST: [&str; 2] = ["calcium_low", "calcium_unknown"];

impl<'a> Speaker<'a> {
    pub(crate) fn courses(&self) -> &'a [Course] {
        self.assessment.course.as_deref().unwrap_or_default()
    }

    pub(crate) fn course(&self) -> Vec<Line> {
        self.courses().iter().map(|course| self.one_course(course)).collect()
    }

    /// Which question about the course a rule answers.
    pub(crate) fn course_rule(&self, course: &Course) -> String {
        self.name("course-rule", &course.rule)
    }

    /// What is missing, as the question about the course asks for it.
    fn missing_of(&self, course: &Course) -> String {
        let earlier = course.reasons.iter().any(|why| why.code == "earlier_scan_missing");
        let name = |field: &String| {
            let field = if earlier && field == "scans" { "scans.earlier" } else { field.as_str() };
            if self.words.has("course-field", field) {
                self.name("course-field", field)
            } else {
                self.field(field)
            }
        };
        let mut names: Vec<String> = Vec::new();
        for name in course.missing.iter().map(name) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.list(&names)
    }

    fn one_course(&self, course: &Course) -> Line {
        let status = self.name("course", course.status.as_str());
        let (mut action, n) = numbered(&course.action);
        let words = course.text.strip_prefix(course.drug.as_str()).and_then(|rest| rest.strip_prefix(": "));
        // The status says already that it is late.
        let words = words.unwrap_or(&course.text).replace("late: ", "");
        if action == "specialist_at_once" && course.rule == "atypical_femur" {
            action.push_str("_femurs");
        }
        let missing = self.missing_of(course);
        let open = action == "fill_in_missing" && !missing.is_empty();
        let said = args! { "n" => n, "missing" => missing.as_str() };
        let action = if open { "fill_in" } else { &action };
        let mut text = self.words.coded("course-action", action, &words, &said);
        // In the engine's own words it stands at the head already.
        if self.words.has("course-action", action) && !open {
            let first = course.reasons.iter().find(|why| CALCIUM_FIRST.contains(&why.code.as_str()));
            if let Some(first) = first.filter(|_| !action.starts_with("specialist_at_once")) {
                let first = self.words.coded("course-why", &first.code, &first.text, &args! {});
                text = format!("{first}{}{text}", self.separator());
            }
        }
        let text = sentence(&text);
        let rule = self.course_rule(course);
        let args =
            args! { "drug" => self.drug(course.drug), "rule" => rule, "status" => status, "text" => text };
        let mut text = self.words.say("course-line", &args);
        if let Some(due) = course.due {
            let due = self.words.date(due);
            text.push_str(&format!(" {}", self.words.say("course-due-on", &args! { "date" => due })));
        }
        let mut below: Vec<Line> = course
            .reasons
            .iter()
            .map(|why| Line::new(sentence(&self.words.coded("course-why", &why.code, &why.text, &args! {}))))
            .collect();
        if !course.missing.is_empty() && !open {
            below.push(Line::new(self.words.say("missing", &args! { "missing" => missing })));
        }
        if !course.verified {
            below.push(Line::new(self.word("rule-unverified")));
        }
        Line::new(text).from(&course.sources).below(below)
    }
}

/// The code of an action with its numbers as `N`, and the first of them: `extend_to_10_years` is `extend_to_N_years`, 10.
fn numbered(action: &str) -> (String, String) {
    let mut code = String::new();
    let mut first = String::new();
    for part in action.split('_') {
        if !code.is_empty() {
            code.push('_');
        }
        let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        code.push_str(if is_number { "N" } else { part });
        if is_number && first.is_empty() {
            part.clone_into(&mut first);
        }
    }
    (code, first)
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_of_an_action() {
        let split = |action| super::numbered(action);
        assert_eq!(split("extend_to_10_years"), ("extend_to_N_years".to_owned(), "10".to_owned()));
        assert_eq!(split("ctx_at_3_and_6_months"), ("ctx_at_N_and_N_months".to_owned(), "3".to_owned()));
        assert_eq!(split("give_now"), ("give_now".to_owned(), String::new()));
    }
}
