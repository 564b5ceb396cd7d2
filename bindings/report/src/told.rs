//! An assessment in words for a page that draws itself: the sections of the report, and each guideline by itself.

use osteon::document::guidance::Guideline;
use osteon::document::{Assessment, Patient};
use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::language::Language;
use crate::page::{Block, Document, Line, Section};
use crate::report::without_guidelines;
use crate::say::{Speaker, facts, field_name};

/// An assessment in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Told {
    /// The report, without the guidelines that stand by themselves below.
    pub report: Document,
    /// Every guideline that speaks of the person or may, those of the person's country first.
    pub guidelines: Vec<GuidelineTold>,
}

/// What one guideline says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GuidelineTold {
    /// Its id.
    pub guideline: String,
    /// Its title.
    pub title: String,
    /// Its name in few words.
    pub short_name: String,
    /// Whether it is one of the person's country.
    pub national: bool,
    /// What it recommends.
    pub recommendation: String,
    /// Its own word for the risk or the group, where it holds.
    pub category: Option<String>,
    /// Which drugs it puts first.
    pub tier: Option<String>,
    /// What held of the rules behind it.
    pub because: Option<String>,
    /// What is missing, and what it could be.
    pub cannot_be_said: Option<String>,
    /// Remarks, what was read into unknowns, and what would change it.
    pub details: Vec<Line>,
    /// Every rule with what it saw and by what margin it held; nothing where that was not asked for.
    pub rules: Vec<Line>,
    /// Ids of its citations.
    pub sources: Vec<String>,
}

/// Tells an assessment in a language.
///
/// ```
/// use osteon::document::{Patient, Sex};
/// use osteon_report::{Language, told};
/// let patient = Patient { sex: Some(Sex::Male), age_years: Some(71.0), ..Default::default() };
/// let assessment = osteon::Engine::default().assess(&patient)?;
/// let told = told(&patient, &assessment, Language::French);
/// assert!(told.guidelines.iter().any(|one| one.guideline == "grio2021_men"));
/// # Ok::<(), Vec<osteon::error::Refusal>>(())
/// ```
#[must_use]
pub fn told(patient: &Patient, assessment: &Assessment, language: Language) -> Told {
    Catalogue::new(language).told(patient, assessment, |_| true)
}

impl Catalogue {
    /// As [`told`], with the rules of those guidelines alone whose ids are asked for: they are most of the text.
    #[must_use]
    pub fn told(&self, patient: &Patient, assessment: &Assessment, rules_of: impl Fn(&str) -> bool) -> Told {
        let speaker = Speaker::new(patient, assessment, self);
        let report = set(without_guidelines(&speaker), self.language());
        let mut told = Told { report, guidelines: Vec::new() };
        for (national, guidelines) in [(true, speaker.national()), (false, speaker.others())] {
            told.guidelines.extend(guidelines.into_iter().map(|one| {
                let rules = if rules_of(&one.guideline) { speaker.rules(one) } else { Vec::new() };
                guideline(&speaker, one, national, rules)
            }));
        }
        told
    }
}

/// With the spaces that must not break.
fn set(document: Document, language: Language) -> Document {
    let texts = |texts: Vec<String>| texts.iter().map(|text| language.typeset(text)).collect::<Vec<_>>();
    let block = |block| match block {
        Block::Lines(lines) => Block::Lines(set_lines(lines, language)),
        Block::List(lines) => Block::List(set_lines(lines, language)),
        Block::Table { head, rows } => {
            Block::Table { head: texts(head), rows: rows.into_iter().map(texts).collect() }
        }
        Block::Drawing { svg, caption } => Block::Drawing { svg, caption: language.typeset(&caption) },
        sources @ Block::Sources(_) => sources,
    };
    let sections = |sections: Vec<Section>| {
        let set = |one: Section| Section { blocks: one.blocks.into_iter().map(block).collect(), ..one };
        sections.into_iter().map(set).collect()
    };
    Document {
        title: language.typeset(&document.title),
        first: sections(document.first),
        rest: sections(document.rest),
        foot: texts(document.foot),
    }
}

fn set_lines(lines: Vec<Line>, language: Language) -> Vec<Line> {
    let set = |line: Line| Line {
        text: language.typeset(&line.text),
        below: set_lines(line.below, language),
        sources: line.sources,
    };
    lines.into_iter().map(set).collect()
}

fn guideline(speaker: &Speaker<'_>, one: &Guideline, national: bool, rules: Vec<Line>) -> GuidelineTold {
    let language = speaker.words.language();
    let set = |text: String| language.typeset(&text);
    let because = speaker.because(one);
    let cannot_be_said = speaker.cannot_be_said(one).map(|line| line.text);
    // What cannot be said stands by itself.
    let details = speaker.guideline_details(one).into_iter();
    let details = details.filter(|line| Some(&line.text) != cannot_be_said.as_ref()).collect();
    GuidelineTold {
        guideline: one.guideline.clone(),
        title: set(speaker.title(one)),
        short_name: speaker.short_name(&one.guideline),
        national,
        recommendation: set(speaker.recommended(one.recommendation, &one.also)),
        category: speaker.category_said(one).map(set),
        tier: one.tier.map(|tier| set(speaker.name("tier", tier.as_str()))),
        because: (!because.is_empty()).then(|| set(because)),
        cannot_be_said: cannot_be_said.map(set),
        details: set_lines(details, language),
        rules: set_lines(rules, language),
        sources: one.sources.iter().map(ToString::to_string).collect(),
    }
}

/// The names of fields of the patient document, as the report writes them: `risk_factors.current_smoker`.
#[must_use]
pub fn field_names<'f>(fields: impl IntoIterator<Item = &'f str>, language: Language) -> Vec<String> {
    let (words, facts) = (Catalogue::new(language), facts());
    fields.into_iter().map(|field| field_name(&words, &facts, field)).collect()
}
