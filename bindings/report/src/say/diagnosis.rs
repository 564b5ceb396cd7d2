//! The diagnosis, and why.

use osteon::densitometry::Withheld;
use osteon::document::assessment::Category;

use super::{Speaker, within};
use crate::catalogue::args;
use crate::page::Line;

impl Speaker<'_> {
    fn category(&self, category: Category) -> String {
        self.name("diagnosis", category.as_str())
    }

    /// The diagnosis in one line, then its reasons.
    pub(crate) fn diagnosis(&self) -> Vec<Line> {
        let Some(diagnosis) = &self.assessment.diagnosis else { return Vec::new() };
        let category = self.category(diagnosis.category);
        let place = diagnosis
            .region
            .map(|region| self.region(region, diagnosis.side, diagnosis.vertebrae.as_deref()));
        let (message, score) = match (diagnosis.t_score, diagnosis.z_score) {
            (Some(t), _) => ("diagnosis-by-t", self.fixed(t, 1)),
            (None, Some(z)) => ("diagnosis-by-z", self.fixed(z, 1)),
            (None, None) => ("diagnosis-alone", String::new()),
        };
        let place = place.map_or_else(|| self.word("unknown"), |place| within(&place));
        let sources = match message {
            "diagnosis-by-t" => self.listed(&["who1994", "iscd2023_adult"]),
            "diagnosis-by-z" => self.listed(&["iscd2023_adult", "iscd2019_paediatric"]),
            _ => Vec::new(),
        };
        let said = args! { "category" => category, "score" => score, "place" => place };
        let mut lines = vec![Line::new(self.words.say(message, &said)).from(sources)];
        let clinical = match diagnosis.clinical_osteoporosis {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        };
        let clinical = self.words.say("clinical-osteoporosis", &args! { "is" => clinical });
        let clinical = Line::new(clinical).from(self.listed(&["bhof2022"]));
        if diagnosis.category == Category::Undetermined && diagnosis.clinical_osteoporosis == Some(true) {
            // There is a diagnosis, and it is not that of bone density.
            lines = vec![clinical, Line::new(self.word("density-undetermined"))];
        } else {
            lines.push(clinical);
        }
        let for_age =
            matches!(diagnosis.category, Category::WithinExpectedForAge | Category::BelowExpectedForAge);
        if for_age && diagnosis.clinical_osteoporosis == Some(true) {
            lines.push(Line::new(self.word("density-and-fracture")));
        }
        if diagnosis.ever != diagnosis.category && diagnosis.ever != Category::Undetermined {
            let ever = within(&self.category(diagnosis.ever));
            lines.push(Line::new(self.words.say("diagnosis-ever", &args! { "category" => ever })));
        }
        if let Some(then) = diagnosis.if_proposed_exclusion.filter(|then| *then != diagnosis.category) {
            let then = within(&self.category(then));
            lines.push(Line::new(self.words.say("diagnosis-if-excluded", &args! { "category" => then })));
        }
        if diagnosis.could_be.len() > 1 {
            let could_be: Vec<String> =
                diagnosis.could_be.iter().map(|one| within(&self.category(*one))).collect();
            let could_be = self.list(&could_be);
            lines.push(Line::new(self.words.say("could-be", &args! { "list" => could_be })));
        }
        lines
    }

    /// The reasons that no other line says.
    pub(crate) fn diagnosis_reasons(&self) -> Vec<Line> {
        const SAID: [&str; 3] = ["lowest_t", "lowest_z", "hip_or_vertebra_fracture"];
        let reasons = self.assessment.diagnosis.iter().flat_map(|diagnosis| &diagnosis.reasons);
        let withheld = |code: &str| Withheld::ALL.iter().any(|why| why.as_str() == code);
        let reasons =
            reasons.filter(|reason| !withheld(&reason.code) && !SAID.contains(&reason.code.as_str()));
        self.sentences("reason", reasons)
    }
}
