//! A refusal in one language: the field by its path, as it has to be mended in the document.

use osteon::error::{Code, Refusal};

use crate::catalogue::{Catalogue, args};
use crate::language::{Language, decimal};

/// What was refused and why, in one sentence.
#[must_use]
pub fn refusal(refused: &Refusal, language: Language) -> String {
    if language == Language::English {
        return refused.to_string();
    }
    let words = Catalogue::new(language);
    let mut why = vec![match refused.code {
        Code::OutOfRange | Code::UnitSlip => {
            words.say("refusal-range", &args! { "limit" => limit(&refused.limit, &words) })
        }
        Code::Contradiction => contradiction(&refused.limit, &words),
        Code::BeforeBirth if refused.field == "birth_date" => words.word("refusal-after_assessment"),
        code => words.coded("refusal", code.as_str(), &refused.limit, &args! {}),
    }];
    why.extend(refused.slip.as_deref().and_then(|slip| looks_like(slip, &words)));
    let meant = refused.limit.split_once("did you mean ").and_then(|(_, meant)| meant.split_once('?'));
    if let Some((value, _)) = meant {
        why.push(words.say("refusal-did-you-mean", &args! { "value" => value }));
    }
    let allowed = refused.limit.split_once("allowed: ").map(|(_, allowed)| allowed);
    if let Some(allowed) = allowed {
        why.push(words.say("refusal-allowed", &args! { "list" => allowed }));
    }
    let why = why.join(language.separator());
    let args = args! { "field" => &*refused.field, "value" => &*refused.value, "why" => why };
    let bare = refused.value.is_empty() || refused.code == Code::UnknownKey;
    words.say(if bare { "refused-bare" } else { "refused" }, &args)
}

/// What becomes of it: the person is not answered, or the value is read as unknown.
#[must_use]
pub fn effect(person: bool, language: Language) -> String {
    Catalogue::new(language).word(if person { "person-refused" } else { "value-unknown" })
}

/// A range with its unit: `0-120 years`.
fn limit(limit: &str, words: &Catalogue) -> String {
    let unit = |text: &str| words.coded("limit", &text.replace(' ', "_"), text, &args! {});
    match (limit.split_once(" to "), limit.split_once(' ')) {
        (Some((low, high)), _) => words.say("limit-to", &args! { "low" => low, "high" => high }),
        (None, Some((range, of))) if range.contains('-') => format!("{range} {}", unit(of)),
        _ => unit(limit),
    }
}

/// What speaks against a value: `but height and weight make 21.2`, `but ever is false`.
fn contradiction(limit: &str, words: &Catalogue) -> String {
    let but = limit.strip_prefix("but ").and_then(|but| {
        let (what, value) = but.rsplit_once(" is ").or_else(|| but.rsplit_once(" make "))?;
        let id = what.replace(' ', "_");
        let value = words.coded("value", value, value, &args! {});
        let told = if words.has("refusal-but", &id) {
            words.coded("refusal-but", &id, what, &args! { "value" => value })
        } else {
            words.say("refusal-but-field", &args! { "field" => words.name("field", what), "value" => value })
        };
        Some(told)
    });
    but.unwrap_or_else(|| words.word("refusal-contradiction"))
}

/// The slip that a value looks like, and what to write instead.
fn looks_like(slip: &str, words: &Catalogue) -> Option<String> {
    let slip = slip.strip_prefix("it looks like ")?;
    let (what, instead) = match slip.split_once(" (") {
        Some((what, instead)) => (what, instead.strip_suffix(" in the unit of this field)")),
        None => (slip, None),
    };
    let what = what.split(':').next().unwrap_or(what);
    let what = words.coded("slip", &what.replace(' ', "_"), what, &args! {});
    let told = words.say("refusal-looks-like", &args! { "what" => what });
    Some(match instead.and_then(decimal) {
        Some(value) => {
            let value = words.language().at_most(value, 4);
            format!("{told} ({})", words.say("refusal-instead", &args! { "value" => value }))
        }
        None => told,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french(document: &str) -> String {
        let refused = osteon::json::patient(document.as_bytes())
            .map_err(|refusal| vec![refusal])
            .and_then(|patient| osteon::Engine::default().assess(&patient))
            .expect_err(document);
        refused.iter().map(|one| refusal(one, Language::French)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn french_says_what_mends_it() {
        for (document, said) in [
            (r#"{"sex":"female","age_years":710}"#, "age_years : 710 : hors des limites 0-120 ans"),
            (
                r#"{"sex":"female","age_years":71,"height_cm":1.65}"#,
                "height_cm : 1.65 : hors des limites 100-230 cm ; cela ressemble à des mètres (soit 165 dans l'unité de ce champ)",
            ),
            (
                r#"{"sex":"female","birth_date":"2030-01-01","assessed_on":"2026-11-26"}"#,
                "birth_date : 2030-01-01 : date postérieure au jour de l'évaluation",
            ),
            (
                r#"{"sex":"female","age_years":71,"birth_date":"1990-01-01","assessed_on":"2026-11-26"}"#,
                "age_years : 71 : mais les dates de naissance et d'évaluation donnent 36 ans",
            ),
            (
                r#"{"sex":"female","age_years":71,"risk_factors":{"alcohol_units_per_day":500}}"#,
                "risk_factors.alcohol_units_per_day : 500 : hors des limites 0-100 unités par jour",
            ),
            (
                r#"{"sex":"female","age_years":71,"assessed_on":"2026-11-26","fractures":[{"site":"proximal_femur","date":"1930-01-01"}]}"#,
                "fractures[0].date : 1930-01-01 : date antérieure à la naissance",
            ),
        ] {
            assert_eq!(french(document), said);
        }
    }
}
