//! Lists of an assessment, and what keeps them.

use osteon::document::assessment::{Assumed, InputValue, Reason, RiskVariant};
use osteon::document::guidance::SafetyRule;

use crate::abi::{osteon_number, osteon_text, osteon_truth};
use crate::codes::osteon_safety_status;

/// Texts: `items[0]` to `items[count - 1]`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_texts {
    /// The first; it is not to be looked at where `count` is 0.
    pub items: *const osteon_text,
    /// How many.
    pub count: usize,
}

/// A reason: a code for programs, a sentence in English for people. Without data there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct osteon_reason {
    /// The code.
    pub code: osteon_text,
    /// The sentence.
    pub text: osteon_text,
}

/// Reasons: `items[0]` to `items[count - 1]`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_reasons {
    /// The first; it is not to be looked at where `count` is 0.
    pub items: *const osteon_reason,
    /// How many.
    pub count: usize,
}

/// Something unknown that was read as something.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_assumed {
    /// The field.
    pub field: osteon_text,
    /// What it was read as.
    pub read_as: osteon_text,
    /// What the other reading would do.
    pub effect: osteon_text,
}

/// What was assumed: `items[0]` to `items[count - 1]`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_assumptions {
    /// The first; it is not to be looked at where `count` is 0.
    pub items: *const osteon_assumed,
    /// How many.
    pub count: usize,
}

/// A value that an answer rests on: a number, a text or a truth, whichever is known.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_input {
    /// Its name, which ends in its unit; no text where the value has none.
    pub name: osteon_text,
    /// The number.
    pub number: osteon_number,
    /// The word.
    pub text: osteon_text,
    /// Yes or no.
    pub truth: osteon_truth,
    /// Zero.
    pub reserved: u32,
}

/// Values: `items[0]` to `items[count - 1]`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_inputs {
    /// The first; it is not to be looked at where `count` is 0.
    pub items: *const osteon_input,
    /// How many.
    pub count: usize,
}

/// A rule of drug safety that holds, or may hold, beside the one that decides.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_safety_rule {
    /// Id of the rule.
    pub rule: osteon_text,
    /// Why.
    pub reason: osteon_text,
    /// What the rule saw and its limit.
    pub values: osteon_inputs,
    /// What it says.
    pub status: osteon_safety_status,
    /// Zero.
    pub reserved: u32,
}

/// Rules of drug safety: `items[0]` to `items[count - 1]`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_safety_rules {
    /// The first; it is not to be looked at where `count` is 0.
    pub items: *const osteon_safety_rule,
    /// How many.
    pub count: usize,
}

/// The answer of a risk model by another reading of its source.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_risk_variant {
    /// The reading, such as `dvo_age_row=nearest`.
    pub reading: osteon_text,
    /// Risk, %.
    pub percent: osteon_number,
    /// Points.
    pub points: osteon_number,
    /// Category.
    pub category: osteon_text,
}

/// Variants: `items[0]` to `items[count - 1]`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_risk_variants {
    /// The first; it is not to be looked at where `count` is 0.
    pub items: *const osteon_risk_variant,
    /// How many.
    pub count: usize,
}

/// The lists behind the views of an assessment. A list that is kept is never touched again, so that pointers into it
/// stay good for as long as the keeper lives, wherever the keeper itself is moved.
#[derive(Debug, Default)]
pub(super) struct Kept {
    texts: Vec<Vec<osteon_text>>,
    reasons: Vec<Vec<osteon_reason>>,
    assumed: Vec<Vec<osteon_assumed>>,
    inputs: Vec<Vec<osteon_input>>,
    safety_rules: Vec<Vec<osteon_safety_rule>>,
    variants: Vec<Vec<osteon_risk_variant>>,
    /// Words that do not stand in the document.
    words: Vec<String>,
}

/// Keeps a list, and says where it is.
fn keep<T>(kept: &mut Vec<Vec<T>>, list: Vec<T>) -> (*const T, usize) {
    if list.is_empty() {
        return (core::ptr::null(), 0);
    }
    let place = (list.as_ptr(), list.len());
    kept.push(list);
    place
}

pub(super) fn reason(one: &Reason) -> osteon_reason {
    osteon_reason { code: (&*one.code).into(), text: (&*one.text).into() }
}

pub(super) fn assumed(one: &Assumed) -> osteon_assumed {
    osteon_assumed {
        field: (&*one.field).into(),
        read_as: (&*one.read_as).into(),
        effect: (&*one.effect).into(),
    }
}

fn input(name: Option<&str>, value: &InputValue) -> osteon_input {
    let (number, text, truth) = match value {
        InputValue::Flag(yes) => (None, None, Some(*yes)),
        InputValue::Number(number) => (Some(*number), None, None),
        InputValue::Text(text) => (None, Some(&**text), None),
    };
    osteon_input {
        name: name.into(),
        number: number.into(),
        text: text.into(),
        truth: truth.into(),
        reserved: 0,
    }
}

impl Kept {
    pub(super) fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) -> osteon_texts {
        let (items, count) = keep(&mut self.texts, texts.into_iter().map(osteon_text::from).collect());
        osteon_texts { items, count }
    }

    pub(super) fn strings(&mut self, texts: &[String]) -> osteon_texts {
        self.texts(texts.iter().map(String::as_str))
    }

    /// A word that does not stand in the document; its bytes stay where they are though the string is moved.
    pub(super) fn word(&mut self, word: String) -> osteon_text {
        let text = osteon_text::from(&*word);
        self.words.push(word);
        text
    }

    pub(super) fn list(&mut self, texts: Vec<osteon_text>) -> osteon_texts {
        let (items, count) = keep(&mut self.texts, texts);
        osteon_texts { items, count }
    }

    pub(super) fn reasons(&mut self, reasons: &[Reason]) -> osteon_reasons {
        let (items, count) = keep(&mut self.reasons, reasons.iter().map(reason).collect());
        osteon_reasons { items, count }
    }

    pub(super) fn assumptions(&mut self, all: &[Assumed]) -> osteon_assumptions {
        let (items, count) = keep(&mut self.assumed, all.iter().map(assumed).collect());
        osteon_assumptions { items, count }
    }

    pub(super) fn values(&mut self, values: &[InputValue]) -> osteon_inputs {
        let (items, count) = keep(&mut self.inputs, values.iter().map(|value| input(None, value)).collect());
        osteon_inputs { items, count }
    }

    pub(super) fn inputs<'t>(
        &mut self,
        inputs: impl IntoIterator<Item = (&'t String, &'t InputValue)>,
    ) -> osteon_inputs {
        let inputs = inputs.into_iter().map(|(name, value)| input(Some(name), value));
        let (items, count) = keep(&mut self.inputs, inputs.collect());
        osteon_inputs { items, count }
    }

    pub(super) fn safety_rules(&mut self, rules: &[SafetyRule]) -> osteon_safety_rules {
        let rule = |rule: &SafetyRule| osteon_safety_rule {
            rule: (&*rule.rule).into(),
            reason: (&*rule.reason).into(),
            values: self.values(&rule.values),
            status: rule.status.into(),
            reserved: 0,
        };
        let rules: Vec<_> = rules.iter().map(rule).collect();
        let (items, count) = keep(&mut self.safety_rules, rules);
        osteon_safety_rules { items, count }
    }

    pub(super) fn variants(&mut self, variants: &[RiskVariant]) -> osteon_risk_variants {
        let variant = |one: &RiskVariant| osteon_risk_variant {
            reading: (&*one.reading).into(),
            percent: one.percent.into(),
            points: one.points.into(),
            category: one.category.as_deref().into(),
        };
        let (items, count) = keep(&mut self.variants, variants.iter().map(variant).collect());
        osteon_risk_variants { items, count }
    }
}
