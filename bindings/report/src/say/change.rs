//! Change between scans, with the least significant change.

use osteon::document::assessment::Change;

use super::Speaker;
use crate::catalogue::args;
use crate::page::Line;

impl Speaker<'_> {
    pub(crate) fn changes(&self) -> Vec<Line> {
        self.assessment.changes().iter().map(|change| self.change(change)).collect()
    }

    fn change(&self, change: &Change) -> Line {
        let name = self.region(change.region, change.side, change.vertebrae.as_deref());
        let (from, to) = (self.day(change.from), self.day(change.to));
        let mut text = self.words.say(
            "change-between",
            &args! { "name" => name, "from" => from, "to" => to, "against" => change.against.as_str() },
        );
        if let Some((change, percent)) = change.change_g_cm2.zip(change.change_percent) {
            let sign = if change > 0.0 { "+" } else { "" };
            let (change, percent) = (self.fixed(change, 3), self.fixed(percent, 1));
            let said =
                args! { "change" => format!("{sign}{change}"), "percent" => format!("{sign}{percent}") };
            text.push_str(&format!(" {}", self.words.say("change-by", &said)));
        }
        if let Some(lsc) = change.least_significant_change_g_cm2 {
            text.push_str(&format!(
                " {}",
                self.words.say("change-lsc", &args! { "lsc" => self.fixed(lsc, 3) })
            ));
        }
        let verdict = match (change.significant, change.significant_by_iscd_minimum) {
            (Some(true), _) => "change-significant",
            (Some(false), _) => "change-not-significant",
            (None, Some(true)) => "change-open-iscd-yes",
            (None, Some(false)) => "change-open-iscd-no",
            (None, None) => "change-open",
        };
        text.push_str(&format!(" {}", self.word(verdict)));
        let below = self.sentences("change", &change.because);
        Line::new(text).from(self.listed(&["iscd2019_monitoring"])).below(below)
    }
}
