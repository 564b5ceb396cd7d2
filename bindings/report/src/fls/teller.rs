//! How the numbers of a service are said in one language: never a percentage without what it is of.

use osteon::fls::output::{ExcludedCount, RateDocument, WorklistRow};
use osteon::fls::{ServiceAnswer, StatedDate};

use super::markup::Html;
use crate::catalogue::{Args, Catalogue, args, key};
use crate::language::Language;
use crate::say::{sentence, within};

/// How the engine begins what a page says in its own words.
const CANNOT_BE_COMPUTED: &str = "cannot be computed, because ";

/// Decimals of a percentage.
const PERCENT_DECIMALS: usize = 1;

/// An answer, and the words to speak of it.
pub(super) struct Teller<'a> {
    pub(super) answer: &'a ServiceAnswer,
    pub(super) words: &'a Catalogue,
}

impl<'a> Teller<'a> {
    /// The rows of the worklist that letters are of: within what the week holds, and no more than are asked for.
    pub(super) fn letter_rows(&self) -> impl Iterator<Item = &'a WorklistRow> + use<'a> {
        let most = self.answer.settings.letters_max;
        self.answer.worklist.iter().filter(move |row| row.within_capacity && row.rank <= most)
    }
}

impl Teller<'_> {
    pub(super) fn language(&self) -> Language {
        self.words.language()
    }

    pub(super) fn word(&self, id: &str) -> String {
        self.words.word(id)
    }

    pub(super) fn html(&self, text: &str) -> Html {
        Html::text(text, self.words)
    }

    /// A message that needs nothing, as markup.
    pub(super) fn put(&self, id: &str) -> Html {
        self.html(&self.word(id))
    }

    /// A message with what it needs, as markup.
    pub(super) fn say(&self, id: &str, args: &Args<'_>) -> Html {
        self.html(&self.words.say(id, args))
    }

    /// A count, its thousands apart.
    pub(super) fn count(&self, count: u64) -> String {
        let digits = count.to_string();
        let mark = match self.language() {
            Language::English => ',',
            Language::French => '\u{202f}',
        };
        let mut written = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                written.push(mark);
            }
            written.push(digit);
        }
        written
    }

    pub(super) fn percent(&self, percent: f64) -> String {
        self.language().fixed(percent, PERCENT_DECIMALS)
    }

    /// `380/1,224 (31.0 %)`; of nobody no percentage is said.
    pub(super) fn rate(&self, rate: &RateDocument) -> String {
        let (n, d) = (self.count(rate.numerator), self.count(rate.denominator));
        match rate.percent {
            Some(percent) => {
                let args = args! { "n" => n, "d" => d, "percent" => self.percent(percent) };
                self.words.say("fls-rate", &args)
            }
            None => self.words.say("fls-rate-of-nobody", &args! { "n" => n, "d" => d }),
        }
    }

    /// `28.5 to 33.7 %`; empty where there is none.
    pub(super) fn interval(&self, low: Option<f64>, high: Option<f64>) -> String {
        let Some((low, high)) = low.zip(high) else { return String::new() };
        let args = args! { "low" => self.percent(low), "high" => self.percent(high) };
        self.words.say("fls-interval", &args)
    }

    /// A day as far as it is stated.
    pub(super) fn stated(&self, date: StatedDate) -> String {
        match date {
            StatedDate::Day(day) => self.words.date(day),
            StatedDate::Month(year, month) => {
                format!("{} {year}", self.word(&format!("month-{month}")))
            }
            StatedDate::Year(year) => year.to_string(),
        }
    }

    pub(super) fn name(&self, kind: &str, id: &str) -> String {
        self.words.name(kind, id)
    }

    /// A reason that may be a key of any closed set of a service, or a sentence of the engine.
    pub(super) fn reason(&self, reason: &str) -> Html {
        const KINDS: [&str; 5] = ["fls-counted", "fls-outcome", "fls-excluded", "fls-step-reason", "fls-end"];
        match KINDS.into_iter().find(|kind| self.words.has(kind, reason)) {
            Some(kind) => self.html(&self.name(kind, reason)),
            None => self.said(reason),
        }
    }

    /// What the engine says in sentences: each in the catalogue's words where it holds them, else in the
    /// engine's own. The first stands within a sentence of the page.
    pub(super) fn said(&self, text: &str) -> Html {
        let text = text.trim().trim_start_matches(CANNOT_BE_COMPUTED).trim_end_matches('.');
        let mut said = Html::default();
        for (at, one) in sentences(text).into_iter().enumerate() {
            let stop = if at == 0 { Html::default() } else { self.html(". ") };
            said = said.then(&stop).then(&self.said_alone(one, at == 0));
        }
        said
    }

    fn said_alone(&self, text: &str, first: bool) -> Html {
        let (template, numbers) = template(text);
        if !self.words.has("fls-said", &template) {
            let text = if first { within(text) } else { text.to_owned() };
            return Html::english(&text, self.words);
        }
        let mut args = Args::default();
        for (at, number) in numbers.iter().enumerate() {
            let written = match number.parse::<u64>() {
                Ok(count) => self.count(count),
                Err(_) => number.parse().map_or_else(|_| number.clone(), |x| self.language().number(x)),
            };
            args.set(format!("n{}", at + 1), written.into());
            // As it was written: for the parts of a date.
            args.set(format!("r{}", at + 1), number.as_str().into());
        }
        let said = self.words.coded("fls-said", &template, text, &args);
        self.html(&if first { within(&said) } else { said })
    }

    /// What the engine says of itself, not within a sentence of the page.
    pub(super) fn said_sentence(&self, text: &str) -> Html {
        let text = text.trim().trim_end_matches('.');
        if !sentences(text).iter().all(|one| self.words.has("fls-said", &template(one).0)) {
            return Html::english(&sentence(text), self.words);
        }
        self.said(text).then(&self.html("."))
    }

    /// A key of whichever closed set holds it: a site, a drug, an action, a door.
    pub(super) fn any_name(&self, word: &str) -> String {
        const KINDS: [&str; 10] = [
            "site",
            "drug",
            "fls-door",
            "fls-step",
            "fls-outcome",
            "fls-step-reason",
            "fls-counted",
            "priority",
            "fls-action",
            "fls-stop",
        ];
        let kind = KINDS.into_iter().find(|kind| self.words.has(kind, word));
        kind.map_or_else(|| word.replace('_', " "), |kind| self.name(kind, word))
    }

    /// That something cannot be said, and why.
    pub(super) fn unsaid(&self, because: Option<&str>) -> Html {
        match because.filter(|text| !text.trim().is_empty()) {
            Some(text) => self.around("fls-cannot-be-said", &self.said(text)),
            None => self.put("fls-cannot-be-said-alone"),
        }
    }

    /// What to know of a figure that is said.
    pub(super) fn remark(&self, because: Option<&str>) -> Html {
        match because.filter(|text| !text.trim().is_empty()) {
            Some(text) => self.around("fls-remark", &self.said(text)).within("span", "remark"),
            None => Html::default(),
        }
    }

    /// A message around markup that is there already: the message has one place, `because`.
    pub(super) fn around(&self, id: &str, because: &Html) -> Html {
        const PLACE: &str = "\u{fffc}";
        let said = self.say(id, &args! { "because" => PLACE });
        Html::drawn(said.as_str().replace(PLACE, because.as_str()))
    }

    /// `refused 12, still waiting 3`.
    pub(super) fn counted_list(&self, counts: &[ExcludedCount]) -> Html {
        let items = counts.iter().filter(|one| one.count > 0);
        let mut all = Html::default();
        for one in items {
            let item = self.reason(&one.reason).and(&self.html(&self.count(one.count)).within("b", ""));
            let comma = if all.is_empty() { Html::default() } else { self.html(", ") };
            all = all.then(&comma).then(&item);
        }
        all
    }

    /// A group of people by what it is by.
    pub(super) fn group(&self, by: &str, group: &str) -> String {
        let told = |id: &str| self.name("fls-group", id);
        match (by, group) {
            (_, "unknown" | "not_stated" | "not_said" | "none" | "") => told("unknown"),
            ("all", _) => told("all"),
            ("door", door) => self.name("fls-door", door),
            ("drug", drug) => self.name("drug", drug),
            ("site", site) if self.words.has("site", site) => self.name("site", site),
            ("living_alone", "true" | "yes" | "alone") => told("yes"),
            ("living_alone", "false" | "no" | "not_alone") => told("no"),
            ("age_band", band) => self.banded("fls-group-age", band),
            ("schooling", band) => self.banded("fls-group-schooling", band),
            (_, other) => told(other),
        }
    }

    /// `under_50`, `50-64`, `85+`: bands as the engine names them.
    fn banded(&self, id: &str, band: &str) -> String {
        if self.words.has("fls-band", band) {
            return self.name("fls-band", band);
        }
        self.words.say(id, &args! { "band" => band.replace(['_', '-'], "–") })
    }

    /// The gaps that were allowed, as a sentence.
    pub(super) fn gaps(&self) -> String {
        let gaps = self.answer.settings.gaps;
        self.words.say(
            "fls-gaps",
            &args! { "oral" => gaps.oral.to_string(), "denosumab" => gaps.denosumab.to_string(),
            "zoledronate" => gaps.zoledronate.to_string(), "other" => gaps.other.to_string() },
        )
    }

    /// With a capital at its head and a stop at its end, as markup.
    pub(super) fn sentence(&self, text: &str) -> Html {
        self.html(&sentence(text))
    }
}

/// Sentences that follow one another.
fn sentences(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some(at) = rest.match_indices(". ").map(|(at, _)| at).find(|at| {
        rest.get(at + 2..)
            .is_some_and(|after| after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
    }) {
        let (one, after) = rest.split_at(at);
        found.push(one);
        rest = after.trim_start_matches(['.', ' ']);
    }
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// A sentence with its numbers taken out, so that one entry says it of any number; and the numbers.
fn template(text: &str) -> (String, Vec<String>) {
    let mut words: Vec<String> = Vec::new();
    let mut numbers = Vec::new();
    let between = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
    for word in text.split(between).map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()) {
        if word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            numbers.push(word.to_owned());
            words.push("N".to_owned());
        } else {
            words.push(word.to_ascii_lowercase());
        }
    }
    (key("", &words.join("-")).trim_start_matches('-').to_owned(), numbers)
}

#[cfg(test)]
mod tests {
    use super::template;

    #[test]
    fn a_sentence_is_found_by_its_words_whatever_its_numbers() {
        let (words, numbers) = template("12 of 40 windows of 84 days are not over (at 2.5 %).");
        assert_eq!(words, "N-of-N-windows-of-N-days-are-not-over-at-N");
        assert_eq!(numbers, ["12", "40", "84", "2.5"]);
        assert_eq!(super::sentences("One of 3. Two. e.g. three"), ["One of 3", "Two. e.g. three"]);
    }
}
