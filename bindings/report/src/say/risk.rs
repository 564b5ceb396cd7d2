//! What the risk models say.

use osteon::document::assessment::Risk;

use super::{Speaker, sentence};
use crate::catalogue::args;
use crate::page::Line;

impl Speaker<'_> {
    /// Each answer in a sentence; the models that have none together at the end.
    pub(crate) fn risks(&self) -> Vec<Line> {
        let answered = self.assessment.risks().iter().filter(|risk| risk.refused.is_none());
        answered.map(|risk| self.risk(risk)).collect()
    }

    pub(crate) fn refused_risks(&self) -> Vec<Line> {
        let mut lines: Vec<(String, Vec<String>)> = Vec::new();
        for risk in self.assessment.risks() {
            let Some(refused) = &risk.refused else { continue };
            let why = self.refusal(refused);
            let name = self.model(risk);
            match lines.iter_mut().find(|(known, _)| *known == why) {
                Some((_, names)) if names.contains(&name) => {}
                Some((_, names)) => names.push(name),
                None => lines.push((why, vec![name])),
            }
        }
        lines.into_iter().map(|(why, names)| Line::new(self.with(&names.join(", "), &why))).collect()
    }

    fn model(&self, risk: &Risk) -> String {
        self.words.coded("model", &risk.model, &risk.name, &args! {})
    }

    fn risk(&self, risk: &Risk) -> Line {
        let outcome = self.name("outcome", risk.outcome.as_str());
        let horizon = match (risk.horizon_years, risk.horizon_days) {
            (Some(years), _) => self.words.say("over-years", &args! { "years" => i64::from(years) }),
            (None, Some(days)) => self.words.say("over-days", &args! { "days" => i64::from(days) }),
            (None, None) => String::new(),
        };
        let subject = format!("{}, {outcome}{horizon}", self.model(risk));
        let mut parts = Vec::new();
        if let Some(percent) = risk.percent {
            parts.push(format!("{} %", self.fixed(percent, 1)));
        }
        if let Some([low, high]) = risk.range_percent.filter(|[low, high]| (high - low).abs() >= 0.05) {
            let (low, high) = (self.fixed(low, 1), self.fixed(high, 1));
            parts.push(self.words.say("range-percent", &args! { "low" => low, "high" => high }));
        }
        if let Some(points) = risk.points {
            parts.push(
                self.words.say("points", &args! { "points" => self.number(points), "count" => points }),
            );
        }
        if let Some([low, high]) = risk.range_points.filter(|[low, high]| (high - low).abs() > 1e-9) {
            let (low, high) = (self.number(low), self.number(high));
            parts.push(self.words.say("range-points", &args! { "low" => low, "high" => high }));
        }
        let says_cut_off = |category: &&String| matches!(category.as_str(), "at_cut_off" | "below_cut_off");
        if let Some(category) = risk.category.as_ref().filter(|category| !says_cut_off(category)) {
            parts.push(self.name("risk-category", category));
        }
        match risk.at_cut_off {
            Some(true) => parts.push(self.word("at-cut-off")),
            Some(false) => parts.push(self.word("below-cut-off")),
            None => {}
        }
        if risk.verified == Some(false) {
            parts.push(self.word("risk-unverified"));
        }
        let assumed: Vec<String> =
            risk.inputs_assumed.iter().map(|assumed| self.field(&assumed.field)).collect();
        let mut below = Vec::new();
        if !assumed.is_empty() {
            below.push(Line::new(self.words.say("risk-assumed", &args! { "list" => self.list(&assumed) })));
        }
        below.extend(risk.flags.iter().map(|flag| {
            let range = flag.text.rsplit("interval ").next().unwrap_or_default();
            let args = args! { "range" => range };
            Line::new(sentence(&self.words.coded("reason", &flag.code, &flag.text, &args)))
        }));
        Line::new(self.with(&subject, &parts.join(", "))).from(&risk.sources).below(below)
    }
}
