//! A refusal in one language: the field by its path, as it has to be mended in the document.

use osteon::error::{Code, Refusal};

use crate::catalogue::{Catalogue, args};
use crate::language::Language;

/// What was refused and why, in one sentence.
#[must_use]
pub fn refusal(refused: &Refusal, language: Language) -> String {
    if language == Language::English {
        return refused.to_string();
    }
    let words = Catalogue::new(language);
    let mut why = vec![words.coded("refusal", refused.code.as_str(), &refused.limit, &args! {})];
    if matches!(refused.code, Code::OutOfRange | Code::UnitSlip) {
        why = vec![words.say("refusal-range", &args! { "limit" => &*refused.limit })];
    }
    // What to write instead is a value: the words around it are the engine's.
    let instead = refused.slip.as_deref().and_then(|slip| slip.rsplit_once("write "));
    if let Some((_, value)) = instead {
        why.push(words.word("refusal-unit_slip"));
        why.push(words.say("refusal-write", &args! { "value" => value }));
    }
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
