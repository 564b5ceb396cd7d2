//! The person: who, why, what is taken.

use osteon::document::slot::Slot;
use osteon::document::{Fracture, History, RiskFactors, Sex, Treatment};

use super::Speaker;
use crate::catalogue::args;
use crate::page::Line;

impl Speaker<'_> {
    pub(crate) fn person(&self) -> Line {
        let sex = self.patient.sex.map_or("unknown", Sex::as_str);
        let age = self.age().map_or_else(|| self.word("unknown"), |age| self.fixed(age.floor(), 0));
        let menopause = match (self.patient.sex, self.patient.postmenopausal) {
            (Some(Sex::Female), Some(true)) => "yes",
            (Some(Sex::Female), Some(false)) => "no",
            _ => "unsaid",
        };
        let mut text =
            self.words.say("person", &args! { "sex" => sex, "age" => age, "menopause" => menopause });
        let body = [
            (self.patient.height_cm, "body-height"),
            (self.patient.weight_kg, "body-weight"),
            (self.patient.bmi_kg_m2, "body-bmi"),
        ];
        for (value, message) in body {
            if let Some(value) = value {
                let value = self.number(value);
                text.push_str(&format!(" {}", self.words.say(message, &args! { "value" => value })));
            }
        }
        Line::new(text)
    }

    /// Who and when, for the head of the page; nothing but what the document holds.
    pub(crate) fn identity(&self) -> Line {
        let id = self.assessment.patient_id.as_deref();
        let id = id.map_or_else(|| self.word("no-id"), |id| self.words.say("id", &args! { "id" => id }));
        let day = self.words.say("assessed-on", &args! { "date" => self.day(self.assessed_on()) });
        Line::new(format!("{id} {day}"))
    }

    /// Why the person is here, as far as the document says.
    pub(crate) fn indication(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        match self.patient.fractures.as_deref() {
            Some([]) => lines.push(Line::new(self.word("no-fractures"))),
            Some(fractures) => {
                let known = fractures.iter().filter(|fracture| self.is_known(fracture.date));
                let all: Vec<String> = known.map(|fracture| self.fracture(fracture)).collect();
                lines.push(Line::new(self.with(&self.word("fractures"), &all.join(self.separator()))));
            }
            None => {
                let complete = self.patient.complete.as_deref().unwrap_or_default().iter();
                let asked = complete.copied().any(|section| section == osteon::document::Section::Fractures);
                lines.push(Line::new(self.word(if asked { "no-fractures" } else { "fractures-unknown" })));
            }
        }
        let present = self.present();
        if !present.is_empty() {
            lines.push(Line::new(self.with(&self.word("risk-factors"), &present.join(", "))));
        }
        if let Some(treatments) = self.patient.treatments.as_deref().filter(|listed| !listed.is_empty()) {
            let all: Vec<String> = treatments.iter().map(|treatment| self.treatment(treatment)).collect();
            lines.push(Line::new(self.with(&self.word("treatments"), &all.join(self.separator()))));
        }
        if let Some(frax) = &self.patient.frax {
            lines.extend(frax.mof_percent.or(frax.hip_percent).map(|_| {
                let percent = |value: Option<f64>| {
                    value.map_or_else(|| self.word("unknown"), |value| format!("{} %", self.number(value)))
                };
                let bmd = match frax.with_bmd {
                    Some(true) => "yes",
                    Some(false) => "no",
                    None => "unsaid",
                };
                Line::new(self.words.say(
                    "frax",
                    &args! {
                        "model" => frax.model.clone().unwrap_or_else(|| self.word("frax-country-unknown")),
                        "mof" => percent(frax.mof_percent), "hip" => percent(frax.hip_percent), "bmd" => bmd,
                    },
                ))
            }));
        }
        lines
    }

    /// Whether an entry is not dated after the assessment; those are left out of it.
    fn is_known(&self, date: Option<jiff::civil::Date>) -> bool {
        date.zip(self.assessed_on()).is_none_or(|(date, now)| date <= now)
    }

    fn fracture(&self, fracture: &Fracture) -> String {
        let mut text = fracture.site.map_or_else(|| self.word("unknown"), |s| self.name("site", s.as_str()));
        if let Some(levels) = fracture.levels.as_deref().filter(|levels| !levels.is_empty()) {
            text.push_str(&format!(" {}", levels.join(", ")));
        }
        let mut more = Vec::new();
        if let Some(date) = fracture.date {
            more.push(self.words.date(date));
        } else if let Some(months) = fracture.months_ago {
            more.push(self.words.say("months-ago", &args! { "months" => self.number(months) }));
        } else if let Some(age) = fracture.age_years {
            more.push(self.words.say("at-age", &args! { "age" => self.number(age) }));
        }
        more.extend(fracture.trauma.map(|trauma| self.name("trauma", trauma.as_str())));
        more.extend(fracture.genant_grade.map(|grade| format!("Genant {grade}")));
        if fracture.on_treatment == Some(true) {
            more.push(self.word("on-treatment"));
        }
        if more.is_empty() { text } else { format!("{text} ({})", more.join(", ")) }
    }

    fn treatment(&self, treatment: &Treatment) -> String {
        let mut text = treatment.drug.map_or_else(|| self.word("unknown"), |drug| self.drug(drug));
        if let Some(dose) = &treatment.dose {
            text.push_str(&format!(" {dose}"));
        }
        let days = [
            (treatment.start, "since"),
            (treatment.last_dose, "last-dose"),
            (treatment.stop, "stopped"),
            (treatment.planned_stop, "planned-stop"),
        ];
        for (date, message) in days {
            if let Some(date) = date {
                let date = self.words.date(date);
                text.push_str(&format!(", {}", self.words.say(message, &args! { "date" => date })));
            }
        }
        text
    }

    /// Every risk factor and event that the document says is there.
    fn present(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut factors = self.patient.risk_factors.clone().unwrap_or_default();
        for key in RiskFactors::KEYS {
            match RiskFactors::slot_of(key).map(|slot_of| slot_of(&mut factors)) {
                Some(Slot::Flag(Some(true))) => names.push(self.field(&format!("risk_factors.{key}"))),
                Some(Slot::Number(Some(value))) if *value != 0.0 || is_score(key) => {
                    names.push(format!(
                        "{} {}",
                        self.field(&format!("risk_factors.{key}")),
                        self.number(*value)
                    ));
                }
                Some(Slot::Count(Some(value))) if *value != 0 || is_score(key) => {
                    names.push(format!("{} {value}", self.field(&format!("risk_factors.{key}"))));
                }
                _ => {}
            }
        }
        if let Some(glucocorticoid) = factors.glucocorticoid.filter(|taken| taken.current == Some(true)) {
            let name = self.field("risk_factors.glucocorticoid");
            names.push(match glucocorticoid.mg_per_day {
                Some(dose) => {
                    self.words.say("glucocorticoid", &args! { "name" => name, "dose" => self.number(dose) })
                }
                None => name,
            });
        }
        let mut history = self.patient.history.clone().unwrap_or_default();
        for key in History::KEYS {
            if let Some(Slot::Flag(Some(true))) = History::slot_of(key).map(|slot_of| slot_of(&mut history)) {
                names.push(self.field(&format!("history.{key}")));
            }
        }
        names
    }

    /// The scanners, as the reports name them.
    pub(crate) fn scanners(&self) -> Vec<Line> {
        let scans = self.patient.scans.as_deref();
        match scans {
            None => vec![Line::new(self.word("scans-unknown"))],
            Some([]) => vec![Line::new(self.word("no-scans"))],
            Some(scans) => {
                let mut lines: Vec<(Option<jiff::civil::Date>, Line)> = scans
                    .iter()
                    .filter(|scan| self.is_known(scan.date))
                    .map(|scan| {
                        let model = scan.model.clone().or_else(|| {
                            scan.manufacturer.map(|maker| self.name("manufacturer", maker.as_str()))
                        });
                        let mut more: Vec<String> =
                            vec![model.unwrap_or_else(|| self.word("scanner-unknown"))];
                        let said = [
                            (&scan.database, "scanner-database"),
                            (&scan.scanner_serial, "scanner-serial"),
                            (&scan.software_version, "scanner-software"),
                            (&scan.facility, "scanner-facility"),
                        ];
                        more.extend(said.into_iter().filter_map(|(value, message)| {
                            let value = value.as_deref()?;
                            Some(self.words.say(message, &args! { "value" => value }))
                        }));
                        (scan.date, Line::new(self.with(&self.day(scan.date), &more.join(", "))))
                    })
                    .collect();
                lines.sort_by_key(|(date, _)| core::cmp::Reverse(*date));
                lines.into_iter().map(|(_, line)| line).collect()
            }
        }
    }
}

/// A score of zero says something; a count of zero, as of falls, is no risk factor.
fn is_score(key: &str) -> bool {
    key.ends_with("_score")
}
