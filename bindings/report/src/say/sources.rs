//! What was assumed, what is missing, notices, sources.

use super::{Speaker, sentence};
use crate::catalogue::args;
use crate::page::Line;

impl Speaker<'_> {
    pub(crate) fn all_assumed(&self) -> Vec<Line> {
        self.assessment.assumed.iter().map(|assumed| self.assumed(assumed)).collect()
    }

    /// What holds of the whole answer.
    pub(crate) fn whole(&self) -> Vec<Line> {
        let flags = self.assessment.flags.iter();
        let kind = |code: &str| if self.words.has("flag", code) { "flag" } else { "reason" };
        let say = |code: &str, text: &str| sentence(&self.words.coded(kind(code), code, text, &args! {}));
        flags.map(|flag| Line::new(say(&flag.code, &flag.text))).collect()
    }

    /// Every field whose answer could change a guideline's or a course's, each once.
    pub(crate) fn missing(&self) -> Vec<Line> {
        let mut fields: Vec<(String, Vec<String>)> = Vec::new();
        let guidelines = self.assessment.guidelines.as_deref().unwrap_or_default().iter();
        let asked = guidelines.map(|one| (self.short_name(&one.guideline), &one.missing));
        let courses = self.courses().iter().map(|course| (self.course_rule(course), &course.missing));
        for (who, missing) in asked.chain(courses) {
            for field in missing {
                let name = self.field(field);
                match fields.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, whose)) if whose.contains(&who) => {}
                    Some((_, whose)) => whose.push(who.clone()),
                    None => fields.push((name, vec![who.clone()])),
                }
            }
        }
        fields.into_iter().map(|(name, whose)| Line::new(self.with(&name, &whose.join(", ")))).collect()
    }

    pub(crate) fn notices(&self) -> Vec<Line> {
        let notices = self.assessment.notices.iter();
        let text = |model: &str, text: &str| self.words.coded("notice", model, text, &args! {});
        notices.map(|notice| Line::new(text(&notice.model, &notice.text))).collect()
    }

    pub(crate) fn citations(&self) -> Vec<(String, String)> {
        let citations = self.assessment.citations.iter();
        citations.map(|(id, text)| (id.clone(), text.clone())).collect()
    }
}
