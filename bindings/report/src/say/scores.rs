//! The scores: what each region measures, and which regions do not count, and why.

use osteon::densitometry::Flag;
use osteon::document::assessment::{Reason, ReportRole, Score};
use osteon::reference::{age_matched, young_adult};

use super::{Speaker, sentence, within};
use crate::catalogue::args;
use crate::page::{Block, Line};

/// The printed T-score, where it drives.
pub(crate) fn printed(score: &Score) -> Option<f64> {
    score.printed_t_score.filter(|_| score.t_source.as_deref() == Some("printed"))
}

/// Whether a line is of one vertebra, which serves comparison only.
fn is_single_vertebra(score: &Score) -> bool {
    score.vertebrae.as_deref().is_some_and(|set| !set.contains(['-', ',']))
}

/// Whether a line is what the spine would be, and no score that stands.
fn is_proposal(score: &Score) -> bool {
    score.flags.iter().any(|flag| flag == "proposed_subset")
}

impl<'a> Speaker<'a> {
    /// The scores of the latest examinations.
    pub(crate) fn current(&self) -> impl Iterator<Item = &'a Score> + use<'a> {
        let scores = self.assessment.scores().iter();
        scores.filter(|score| {
            score.report_role == ReportRole::Current && !is_proposal(score) && !is_single_vertebra(score)
        })
    }

    pub(crate) fn score_name(&self, score: &Score) -> String {
        self.region(score.region, score.side, score.vertebrae.as_deref())
    }

    /// The sources of a score's references.
    pub(crate) fn score_sources(&self, score: &Score) -> Vec<&'static str> {
        let young = young_adult::all().iter().find(|row| Some(row.id) == score.reference.as_deref());
        let matched = age_matched::all().iter().find(|row| Some(row.id) == score.z_reference.as_deref());
        let young = young.filter(|_| score.t_score.is_some()).map(|row| row.citation.id());
        let matched = matched.filter(|_| score.z_score.is_some()).map(|row| row.citation.id());
        self.listed(&young.into_iter().chain(matched).collect::<Vec<_>>())
    }

    pub(crate) fn score_table(&self) -> Option<Block> {
        let rows: Vec<Vec<String>> = self
            .current()
            .filter(|score| score.bmd_g_cm2.is_some() || score.t_score.is_some() || score.z_score.is_some())
            .map(|score| {
                let one = |value: Option<f64>| value.map_or_else(String::new, |value| self.fixed(value, 1));
                let drives = printed(score);
                let t = match (score.t_score_reported, score.t_score_low.zip(score.t_score_high)) {
                    _ if drives.is_some() => {
                        let t = drives.map_or_else(String::new, |t| self.fixed(t, 1));
                        self.words.say("t-printed", &args! { "t" => t })
                    }
                    (Some(t), Some((low, high))) => {
                        let (low, high) = (self.fixed(low, 1), self.fixed(high, 1));
                        self.words.say(
                            "t-interval",
                            &args! { "t" => self.fixed(t, 1), "low" => low, "high" => high },
                        )
                    }
                    (t, _) => one(t),
                };
                let z = match (score.z_score, score.percentile) {
                    (Some(z), Some(percentile)) => {
                        let percentile = self.fixed(percentile, 0);
                        let args = args! { "z" => self.fixed(z, 1), "percentile" => percentile };
                        self.words.say("z-percentile", &args)
                    }
                    (z, _) => one(z.or(score.printed_z_score)),
                };
                vec![
                    self.score_name(score),
                    score.bmd_g_cm2.map_or_else(String::new, |bmd| self.fixed(bmd, 3)),
                    t,
                    z,
                ]
            })
            .collect();
        let shows =
            |column: usize| rows.iter().any(|row| row.get(column).is_some_and(|cell| cell.contains('(')));
        let with_interval =
            self.current().any(|score| printed(score).is_none() && score.t_score_low.is_some());
        let t = if with_interval { "column-t" } else { "column-t-alone" };
        let z = if shows(3) { "column-z" } else { "column-z-alone" };
        let head = ["column-region", "column-bmd", t, z];
        // A column without a value says nothing.
        let filled: Vec<bool> = (0..head.len())
            .map(|column| rows.iter().any(|row| row.get(column).is_some_and(|c| !c.is_empty())))
            .collect();
        let keep = |row: Vec<String>| -> Vec<String> {
            row.into_iter().zip(&filled).filter(|(_, filled)| **filled).map(|(cell, _)| cell).collect()
        };
        let head = keep(head.iter().map(|id| self.word(id)).collect());
        (!rows.is_empty()).then(|| Block::Table { head, rows: rows.into_iter().map(keep).collect() })
    }

    /// Each score in a sentence, with what to know about it.
    pub(crate) fn score_lines(&self) -> Vec<Line> {
        let scores = self.assessment.scores().iter();
        scores.map(|score| self.score_line(score)).collect()
    }

    fn score_line(&self, score: &Score) -> Line {
        let mut parts = Vec::new();
        if let Some(bmd) = score.bmd_g_cm2 {
            parts.push(self.words.say("score-bmd", &args! { "bmd" => self.fixed(bmd, 3) }));
        }
        if let Some(t) = printed(score) {
            parts.push(self.words.say("score-t", &args! { "t" => self.fixed(t, 1), "source" => "printed" }));
        }
        if let Some(t) = score.t_score_reported {
            let t = self.fixed(t, 1);
            // Without a BMD nothing is computed: the score is the printed one again.
            let computed = self.words.say("score-computed", &args! { "t" => t.as_str() });
            parts.extend(match printed(score) {
                Some(_) => score.bmd_g_cm2.map(|_| computed),
                None => Some(self.words.say("score-t", &args! { "t" => t, "source" => "computed" })),
            });
            if let Some((low, high)) = score.t_score_low.zip(score.t_score_high) {
                let (low, high) = (self.fixed(low, 1), self.fixed(high, 1));
                parts.push(self.words.say("score-interval", &args! { "low" => low, "high" => high }));
            }
        }
        if let Some(z) = score.z_score {
            parts.push(self.words.say("score-z", &args! { "z" => self.fixed(z, 1) }));
        }
        if let Some(percentile) = score.percentile {
            parts.push(self.words.say("percentile", &args! { "value" => percentile.round() }));
        }
        if let Some(printed) = score.printed_t_score.filter(|_| printed(score).is_none()) {
            parts.push(self.words.say("score-printed", &args! { "t" => self.fixed(printed, 1) }));
        }
        if let Some(sbmd) = score.sbmd_mg_cm2 {
            parts.push(self.words.say("score-sbmd", &args! { "value" => self.fixed(sbmd, 0) }));
        }
        if parts.is_empty() {
            parts.push(self.word("no-score"));
        }
        let name = match (is_proposal(score), score.report_role) {
            (true, _) => self.words.say("score-proposal", &args! { "name" => self.score_name(score) }),
            (false, ReportRole::Current) => self.score_name(score),
            (false, ReportRole::Prior) => {
                let date = self.day(score.scan_date);
                self.words.say("score-prior", &args! { "name" => self.score_name(score), "date" => date })
            }
        };
        let mut below = Vec::new();
        if let Some(reference) = score.reference.as_deref().filter(|_| score.t_score.is_some()) {
            below.push(Line::new(self.words.say("score-reference", &args! { "id" => reference })));
        }
        if let Some(reference) = score.z_reference.as_deref().filter(|_| score.z_score.is_some()) {
            below.push(Line::new(self.words.say("score-z-reference", &args! { "id" => reference })));
        }
        below.extend(
            score
                .withheld
                .as_ref()
                .map(|why| Line::new(self.words.say("no-t-because", &args! { "why" => self.withheld(why) }))),
        );
        below.extend(
            score
                .z_withheld
                .as_ref()
                .map(|why| Line::new(self.words.say("no-z-because", &args! { "why" => self.withheld(why) }))),
        );
        below.extend(self.flags(&score.flags));
        Line::new(self.with(&name, &parts.join(", "))).from(self.score_sources(score)).below(below)
    }

    fn withheld(&self, why: &Reason) -> String {
        self.words.coded("withheld", &why.code, &why.text, &args! {})
    }

    pub(crate) fn flag(&self, code: &str) -> String {
        let flag = Flag::ALL.iter().find(|flag| flag.as_str() == code);
        let text = flag.map_or_else(|| code.replace('_', " "), |flag| flag.text().to_owned());
        self.words.coded("flag", code, &text, &args! {})
    }

    pub(crate) fn flags(&self, codes: &[String]) -> Vec<Line> {
        codes.iter().map(|code| Line::new(sentence(&self.flag(code)))).collect()
    }

    /// The regions without a T-score, each reason once, and what the reader excluded.
    pub(crate) fn not_counted(&self) -> Vec<Line> {
        let mut lines = self.withheld_lines("no-t", |score| score.withheld.as_ref());
        // Where a T-score stands a missing Z-score is no loss.
        lines.extend(self.withheld_lines("no-z", |score| {
            score.z_withheld.as_ref().filter(|_| score.t_score.is_none() && printed(score).is_none())
        }));
        for region in self
            .patient
            .scans
            .as_deref()
            .unwrap_or_default()
            .iter()
            .flat_map(|scan| scan.regions.as_deref().unwrap_or_default().iter())
        {
            let reason = region.exclusion_reason.as_deref().filter(|_| region.excluded == Some(true));
            if let (Some(name), Some(reason)) = (region.region, reason) {
                let vertebrae = region.vertebrae.map(|set| set.to_string());
                let name = self.region(name, region.side, vertebrae.as_deref());
                lines.push(Line::new(
                    self.words.say("excluded-by-reader", &args! { "name" => name, "reason" => reason }),
                ));
            }
        }
        lines
    }

    /// Each reason once, with the regions that it holds for.
    fn withheld_lines<'s>(
        &'s self,
        message: &str,
        why: impl Fn(&'s Score) -> Option<&'s Reason>,
    ) -> Vec<Line> {
        let mut said: Vec<(String, Vec<String>)> = Vec::new();
        for score in self.current() {
            let Some(why) = why(score).map(|why| self.withheld(why)) else { continue };
            let name = within(&self.score_name(score));
            match said.iter_mut().find(|(known, _)| *known == why) {
                Some((_, names)) if names.contains(&name) => {}
                Some((_, names)) => names.push(name),
                None => said.push((why, vec![name])),
            }
        }
        let all = said.len() == 1 && said.iter().all(|(_, names)| names.len() == self.current().count());
        said.into_iter()
            .map(|(why, names)| {
                if all {
                    return Line::new(self.words.say(&format!("{message}-because"), &args! { "why" => why }));
                }
                let names = self.list(&names);
                Line::new(self.words.say(message, &args! { "names" => names, "why" => why }))
            })
            .collect()
    }

    /// What to know about the current scores, each once: whatever may change how they are read.
    pub(crate) fn remarks_on_scores(&self) -> Vec<Line> {
        const ROUTINE: [&str; 4] = [
            "z_reference_all_groups",
            "database_not_stated",
            "vertebrae_read_as_l1_l4",
            "precision_iscd_minimum",
        ];
        let mut codes: Vec<String> = Vec::new();
        for code in self.current().flat_map(|score| &score.flags) {
            if !codes.contains(code) && !ROUTINE.contains(&code.as_str()) {
                codes.push(code.clone());
            }
        }
        self.flags(&codes)
    }

    pub(crate) fn tbs(&self) -> Option<Line> {
        let tbs = self.assessment.tbs.as_ref()?;
        let category = self.name("tbs", &tbs.category);
        let args = args! { "value" => self.fixed(tbs.value, 3), "category" => category, "scheme" => self.name("tbs-scheme", &tbs.scheme) };
        Some(Line::new(self.words.say("tbs", &args)))
    }
}
