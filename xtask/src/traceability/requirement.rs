//! What is required, as the engine's own registries have it: each with its source.

use std::collections::BTreeSet;

use osteon::citation::CitationId;
use osteon::densitometry::{Flag, Withheld};
use osteon::error::Code;
use osteon::guideline;
use osteon::reference::{age_matched, sbmd_equation, young_adult};
use osteon::risk::Model;
use osteon::rule::Seen;
use osteon::{access, course, fls, safety, triage, work_up};

use crate::kept::{read, root};

/// Requirements that no registry has.
const DECISIONS: &str = "docs/traceability-decisions.csv";

/// A requirement.
pub(crate) struct Requirement {
    /// Its id in answers, in data or in the registry.
    pub(crate) id: String,
    /// What sort of thing it is.
    pub(crate) kind: &'static str,
    /// In a few words.
    pub(crate) what: String,
    /// Citations.
    pub(crate) sources: BTreeSet<&'static str>,
    /// How far its source was seen.
    pub(crate) seen: String,
    /// Where its code is, where no file is named as the id and no code names it.
    pub(crate) home: &'static str,
    /// Its data, where that is known beforehand.
    pub(crate) data: Option<&'static str>,
    /// The requirement that it is a part of, by whose tests it is tested too.
    pub(crate) part_of: Option<&'static str>,
    /// The variant by which code names it, such as `Code::DateOrder`.
    pub(crate) variant: Option<String>,
    /// Whether tests name it by its variant alone: something else has its id too.
    pub(crate) id_is_shared: bool,
    /// A word that tests of it must name as well, in either case: something else has its id too.
    pub(crate) beside: Option<&'static str>,
    /// Code and tests that a reader found.
    pub(crate) by_reader: Option<(Vec<String>, Vec<String>)>,
}

impl Requirement {
    pub(super) fn new(id: impl Into<String>, kind: &'static str, what: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            kind,
            what: what.into(),
            sources: BTreeSet::new(),
            seen: String::new(),
            home: "",
            data: None,
            part_of: None,
            variant: None,
            id_is_shared: false,
            beside: None,
            by_reader: None,
        }
    }

    fn of(mut self, sources: impl IntoIterator<Item = CitationId>) -> Self {
        self.sources.extend(sources.into_iter().map(CitationId::id));
        self
    }

    fn seen(self, seen: impl Into<String>) -> Self {
        Self { seen: seen.into(), ..self }
    }

    fn at(self, home: &'static str, data: Option<&'static str>) -> Self {
        Self { home, data, ..self }
    }
}

/// Every requirement, in the order in which an answer has them.
pub(crate) fn all() -> Result<Vec<Requirement>, String> {
    let mut all = decisions()?;
    all.extend(withheld_and_flagged());
    all.extend(references());
    for (file, home) in [
        ("core/data/thresholds.csv", "core/src/reference/thresholds.rs"),
        ("core/data/course/limits.csv", "core/src/course/limits.rs"),
        ("core/data/work_up/imaging.csv", "core/src/work_up/imaging.rs"),
    ] {
        all.extend(limits(file, home)?);
    }
    all.extend(models());
    all.extend(guidelines());
    all.extend(drugs());
    all.extend(what_comes_next());
    for indicator in fls::indicator::INDICATORS {
        let row = Requirement::new(indicator.id, "indicator of a service", indicator.title)
            .of([indicator.citation]);
        let home = ("core/src/fls/indicator/measure.rs", Some("core/data/fls/indicators.csv"));
        all.push(row.seen(indicator.confidence.as_str()).at(home.0, home.1));
    }
    all.extend(Code::ALL.iter().map(|code| {
        let what = format!("refusal {}", code.number());
        let row = Requirement::new(code.as_str(), "refusal", what).at("core/src/error.rs", None);
        Requirement { variant: Some(format!("Code::{code:?}")), id_is_shared: true, ..row }
    }));
    Ok(all)
}

/// What is in no registry, as a reader wrote it down.
fn decisions() -> Result<Vec<Requirement>, String> {
    let text = read(DECISIONS)?;
    let mut all = Vec::new();
    for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let row: (String, String, String, String, String, String) =
            row.map_err(|error| format!("{DECISIONS}: {error}"))?;
        let (id, kind, what, sources, code, tests) = row;
        let list = |text: &str| text.split("; ").map(str::to_owned).collect::<Vec<_>>();
        let mut sourced = Vec::new();
        for source in list(&sources) {
            let none = || format!("{DECISIONS}: {id}: {source} is no source");
            sourced.push(CitationId::from_id(&source).ok_or_else(none)?);
        }
        let code = list(&code);
        if let Some(gone) = code.iter().find(|path| !root().join(path).exists()) {
            return Err(format!("{DECISIONS}: {id}: there is no {gone}"));
        }
        let row = Requirement::new(id, kind.leak(), what).of(sourced);
        all.push(Requirement { by_reader: Some((code, list(&tests))), ..row });
    }
    Ok(all)
}

/// What is said of scores, and why one is not given.
fn withheld_and_flagged() -> Vec<Requirement> {
    let iscd = |reason: Withheld| {
        Some(match reason {
            Withheld::TransgenderUnder50 => "iscd2019_transgender",
            Withheld::Under20 | Withheld::Under20NeedsLms => "iscd2019_paediatric",
            Withheld::ManUnder50 | Withheld::Premenopausal | Withheld::MenopauseUnknown => "iscd2023_adult",
            Withheld::ContainsExcluded | Withheld::SingleVertebra | Withheld::TooFewVertebrae => {
                "iscd2019_vertebrae"
            }
            _ => return None,
        })
    };
    let of = |id: &str, kind, what: &str, variant: String, source: Option<&str>| {
        let row = Requirement::new(id, kind, what).of(CitationId::from_id(source.unwrap_or("own_choice")));
        let row = row.at("core/src/densitometry/flags.rs", None);
        Requirement { variant: Some(variant), ..row }
    };
    let reasons = Withheld::ALL.iter().map(|&why| {
        let row = of(why.as_str(), "score withheld", why.text(), format!("Withheld::{why:?}"), iscd(why));
        Requirement { beside: Some("withheld"), ..row }
    });
    let flags = Flag::ALL.iter();
    let flags =
        flags.map(|flag| of(flag.as_str(), "flag of a score", flag.text(), format!("Flag::{flag:?}"), None));
    reasons.chain(flags).collect()
}

fn references() -> Vec<Requirement> {
    let mut all: Vec<Requirement> = Vec::new();
    let mut add = |id: &str, kind, what: &str, source: CitationId, home, data| {
        if let Some(known) = all.iter_mut().find(|row| row.id == id && row.kind == kind) {
            known.sources.insert(source.id());
        } else {
            all.push(Requirement::new(id, kind, what).of([source]).at(home, Some(data)));
        }
    };
    for row in young_adult::all() {
        let set = row.id.split('.').next().unwrap_or_default();
        let (home, data) = ("core/src/reference/young_adult.rs", "core/data/young_adult.csv");
        add(set, "young adult reference", "mean and SD for T-scores", row.citation, home, data);
    }
    for row in age_matched::all() {
        let (home, data) = ("core/src/reference/age_matched.rs", "core/data/age_matched.csv");
        add(row.set, "age-matched reference", "means and SDs for Z-scores", row.citation, home, data);
    }
    for row in sbmd_equation::all() {
        let (home, data) = ("core/src/reference/sbmd_equation.rs", "core/data/sbmd.csv");
        add(row.method, "standardised BMD", "equations between makers", row.citation, home, data);
    }
    all
}

/// Limits that are rows with an id and a meaning.
fn limits(file: &'static str, home: &'static str) -> Result<Vec<Requirement>, String> {
    let text = read(file)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| format!("{file}: {error}"))?.clone();
    let place = |name: &str| {
        header.iter().position(|known| known == name).ok_or_else(|| format!("{file}: no column {name}"))
    };
    let (id, value, unit) = (place("id")?, place("value")?, place("unit")?);
    let (citation, confidence, meaning) = (place("citation")?, place("confidence")?, place("meaning")?);
    reader
        .records()
        .map(|row| {
            let row = row.map_err(|error| format!("{file}: {error}"))?;
            let what = format!("{}: {} {}", &row[meaning], &row[value], &row[unit]);
            let source = CitationId::from_id(&row[citation]);
            let limit = Requirement::new(&row[id], "limit", what).of(source);
            Ok(limit.seen(&row[confidence]).at(home, Some(file)))
        })
        .collect()
}

fn models() -> impl Iterator<Item = Requirement> {
    Model::all().iter().map(|model| {
        let mut seen: Vec<&str> =
            model.outcomes.iter().map(|outcome| outcome.verification.as_str()).collect();
        seen.dedup();
        let sources = model.outcomes.iter().map(|outcome| outcome.citation);
        Requirement::new(model.id, "risk model", model.name)
            .of(sources)
            .seen(seen.join("; "))
            .at("core/src/risk", None)
    })
}

fn guidelines() -> Vec<Requirement> {
    let mut all = Vec::new();
    for guideline in guideline::all() {
        let sources = guideline.rules.iter().map(|rule| rule.citation).chain([guideline.citation]);
        let seen = match guideline.seen {
            Seen::Checked => format!("checked {}", guideline.checked_on.unwrap_or_default()),
            Seen::NotYetVerified => "not yet verified".to_owned(),
        };
        all.push(Requirement::new(guideline.id, "guideline", guideline.name).of(sources).seen(seen));
        let mut part = |id, what: &str, citation, confidence: &str| {
            let row = Requirement::new(id, "rule of a guideline", what).of([citation]).seen(confidence);
            let path = format!("core/src/guideline/{}.rs", guideline.id);
            let home = if root().join(&path).exists() { &*path.leak() } else { "core/src/guideline" };
            all.push(Requirement { home, part_of: Some(guideline.id), ..row });
        };
        for whom in guideline.population {
            part(whom.id, &format!("a person outside it {}", whom.outside), guideline.citation, "");
        }
        for rule in guideline.rules {
            let category = rule.then.category.map_or(String::new(), |category| format!("{category}: "));
            let what = format!("{category}{}", rule.then.recommendation.as_str());
            part(rule.id, &what, rule.citation, rule.confidence.as_str());
        }
        for addition in guideline.additions {
            let what = format!("adds {}", addition.also.as_str());
            part(addition.id, &what, addition.citation, addition.confidence.as_str());
        }
    }
    all
}

fn drugs() -> Vec<Requirement> {
    let mut all = Vec::new();
    for rule in &safety::RULES {
        let row = Requirement::new(
            rule.id,
            "safety of a drug",
            format!("{}: {}", rule.status.as_str(), rule.reason),
        );
        let home = ("core/src/safety/condition.rs", Some("core/data/safety.csv"));
        all.push(row.of(rule.citation).seen(rule.confidence.as_str()).at(home.0, home.1));
    }
    for rule in &access::RULES {
        let row = Requirement::new(
            rule.id,
            "licence and payment",
            format!("{}: {}", rule.status.as_str(), rule.reason),
        );
        let home = ("core/src/access/mod.rs", Some("core/data/access.csv"));
        all.push(row.of(rule.citation).seen(rule.confidence.as_str()).at(home.0, home.1));
    }
    for row in all.iter_mut().filter(|row| row.sources.is_empty()) {
        row.sources.insert("label");
    }
    all
}

fn what_comes_next() -> Vec<Requirement> {
    let mut all = Vec::new();
    for rule in course::CourseRule::ALL {
        let seen = if rule.is_verified() { "checked" } else { "not yet verified" };
        let row =
            Requirement::new(rule.as_str(), "course of treatment", "").of(rule.citations().iter().copied());
        all.push(row.seen(seen).at("core/src/course/answer.rs", None));
    }
    for cause in triage::Cause::ALL {
        let row =
            Requirement::new(cause.as_str(), "triage", format!("priority {}", cause.priority().as_str()));
        let own = CitationId::from_id("own_choice");
        all.push(row.of(own).at("core/src/triage/cause.rs", None));
    }
    for rule in triage::NextDxaRule::ALL {
        let row = Requirement::new(rule.as_str(), "next DXA", rule.text()).of([rule.citation()]);
        all.push(row.at("core/src/triage/next_dxa.rs", None));
    }
    let mut panels: Vec<Requirement> = Vec::new();
    for test in work_up::tables::TESTS {
        let id = test.panel.as_str();
        match panels.iter_mut().find(|row| row.id == id) {
            Some(known) => drop(known.sources.insert(test.citation.id())),
            None => {
                let row = Requirement::new(id, "work-up", "a panel of tests").of([test.citation]);
                panels.push(row.at("core/src/work_up/mod.rs", Some("core/data/work_up/panels.csv")));
            }
        }
    }
    all.extend(panels);
    all
}
