//! What must be said of risks in words: why a model refused, what was read into unknowns, what to know
//! of a number, and how another reading of the source would answer.

use osteon::Answer;
use osteon::risk::{ModelAnswer, OutcomeAnswer, Variant};

use crate::written::number;

/// Writes the items that `say` gives for each model, separated by `;`, each once.
fn items(cell: &mut String, models: &[ModelAnswer], mut say: impl FnMut(&ModelAnswer, &mut Vec<String>)) {
    let mut said = Vec::new();
    for model in models {
        say(model, &mut said);
    }
    for (index, item) in said.iter().enumerate() {
        if index > 0 {
            cell.push(';');
        }
        cell.push_str(item);
    }
}

fn push(said: &mut Vec<String>, item: String) {
    if !said.contains(&item) {
        said.push(item);
    }
}

/// `model:code:field` of each model that refused; with the outcome where the others answered.
pub(crate) fn refused(cell: &mut String, answer: &Answer<'_>) {
    items(cell, &answer.risks, |model, said| {
        let all = model.outcomes.iter().all(|outcome| outcome.refused.is_some());
        for outcome in &model.outcomes {
            let Some(refusal) = &outcome.refused else { continue };
            let of = outcome.outcome.filter(|_| !all).map_or(String::new(), |outcome| format!("{outcome}:"));
            push(said, format!("{}:{of}{}:{}", model.model.id, refusal.code, refusal.field));
        }
    });
}

/// What the models read into unknowns, each reading once, by the names of columns.
pub(crate) fn assumed(cell: &mut String, answer: &Answer<'_>) {
    let of_model = |said: &ModelAnswer| -> Vec<(&str, &str)> {
        said.assumed.iter().map(|read| (read.field, read.read_as)).collect()
    };
    let mut read: Vec<(&str, &str)> = answer.risks_in_full().iter().flat_map(of_model).collect();
    read.sort_unstable();
    read.dedup();
    for (index, (field, read_as)) in read.into_iter().enumerate() {
        let key =
            field.strip_prefix("risk_factors.").or_else(|| field.strip_prefix("history.")).unwrap_or(field);
        if index > 0 {
            cell.push(';');
        }
        cell.extend(key.chars().map(|letter| if letter == '.' { '_' } else { letter }));
        cell.push('=');
        cell.push_str(read_as);
    }
}

/// `model:code` of what to know of a number, `model:clamped:field` of an input that was moved to a limit,
/// and `model:outcome:not_verified` of one whose numbers were not seen in print or twice.
pub(crate) fn flags(cell: &mut String, answer: &Answer<'_>) {
    let sex = answer.person.sex;
    items(cell, answer.risks_in_full(), |model, said| {
        let id = model.model.id;
        let answered: Vec<&OutcomeAnswer> =
            model.outcomes.iter().filter(|outcome| outcome.says_something()).collect();
        if answered.is_empty() {
            return;
        }
        for moved in &model.clamped {
            push(said, format!("{id}:clamped:{}", moved.code));
        }
        for outcome in &answered {
            if model.verification(outcome, sex).verified() == Some(false) {
                let of = outcome.outcome.map_or(String::new(), |outcome| format!("{outcome}:"));
                push(said, format!("{id}:{of}not_verified"));
            }
        }
        for flag in answered.iter().flat_map(|outcome| &outcome.flags) {
            push(said, format!("{id}:{}", flag.code));
        }
    });
}

/// `model:reading=answer` of each other reading of the source that would answer otherwise.
pub(crate) fn variants(cell: &mut String, answer: &Answer<'_>) {
    items(cell, &answer.risks, |model, said| {
        for variant in model.outcomes.iter().flat_map(|outcome| &outcome.variants) {
            push(said, format!("{}:{}:{}", model.model.id, variant.reading, value(variant)));
        }
    });
}

fn value(variant: &Variant) -> String {
    let mut cell = String::new();
    for value in [variant.percent, variant.points].into_iter().flatten() {
        number(&mut cell, value, 0);
        cell.push(' ');
    }
    cell.push_str(variant.category.unwrap_or_default());
    cell.truncate(cell.trim_ascii_end().len());
    cell
}

/// The notices of the models that gave a number, in few words.
pub(crate) fn notices(cell: &mut String, answer: &Answer<'_>) {
    for (index, notice) in answer.notices().enumerate() {
        if index > 0 {
            cell.push_str("; ");
        }
        cell.push_str(notice.short);
    }
}
