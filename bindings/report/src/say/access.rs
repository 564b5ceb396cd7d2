//! Which drugs are licensed and paid for.

use osteon::document::guidance::{Access, AccessStatus};

use super::Speaker;
use crate::catalogue::args;
use crate::page::Line;

/// Where, the verdict, and why.
type Verdict<'a> = (&'a str, AccessStatus, String);

impl Speaker<'_> {
    /// Drugs of one verdict and reason together.
    pub(crate) fn access(&self) -> Vec<Line> {
        let mut groups: Vec<(Verdict<'_>, Vec<&Access>)> = Vec::new();
        for access in self.assessment.access.as_deref().unwrap_or_default().iter() {
            let key = (access.jurisdiction.as_str(), access.status, self.access_because(access));
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, drugs)) => drugs.push(access),
                None => groups.push((key, vec![access])),
            }
        }
        let line = |((jurisdiction, status, text), drugs): (Verdict<'_>, Vec<&Access>)| {
            let sources = drugs.iter().flat_map(|access| access.sources.iter());
            let names: Vec<String> = drugs.iter().map(|access| self.drug(access.drug)).collect();
            let args = args! {
                "drug" => self.list(&names), "status" => self.name("access-status", status.as_str()),
                "jurisdiction" => self.words.coded("jurisdiction", jurisdiction, jurisdiction, &args! {}),
                "text" => text
            };
            Line::new(self.words.say("access-line", &args)).from(sources)
        };
        groups.into_iter().map(line).collect()
    }

    fn access_because(&self, access: &Access) -> String {
        if access.needs.is_empty() {
            return self.words.coded("access", &access.rule, &access.text, &args! {});
        }
        let mut needs: Vec<String> = Vec::new();
        for need in access.needs.iter().map(|need| self.test(need)) {
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        self.words.say("access-open", &args! { "list" => self.list(&needs) })
    }
}
