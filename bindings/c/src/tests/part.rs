//! Holds the parts of an answer over the ABI to those of the document, key by key, until none is left.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

use crate::abi::{osteon_date, osteon_number, osteon_text, osteon_truth};
use crate::assessment::{
    osteon_assumed, osteon_assumptions, osteon_input, osteon_inputs, osteon_reason, osteon_reasons,
    osteon_texts,
};

thread_local! {
    /// The keys that had a value in some document.
    pub(super) static SEEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// An object of the document, and the keys that nothing was held to so far.
pub(super) struct Part<'v> {
    of: &'v Value,
    left: BTreeSet<&'v str>,
}

/// The elements of a list over the ABI.
pub(super) fn items<'l, T>(items: *const T, count: usize) -> &'l [T] {
    if count == 0 {
        return &[];
    }
    // SAFETY: the library says that so many are there.
    unsafe { core::slice::from_raw_parts(items, count) }
}

fn elements(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// The text, owned.
pub(super) fn owned(text: osteon_text) -> Option<String> {
    // SAFETY: text of the library, of a handle that is not freed yet.
    unsafe { text.get("text") }.unwrap().map(str::to_owned)
}

pub(super) fn same_text(text: osteon_text, expected: &Value, key: &str) {
    assert_eq!(owned(text).as_deref(), expected.as_str(), "{key}");
}

pub(super) fn same_number(number: osteon_number, expected: &Value, key: &str) {
    let said = (number.known == 1).then_some(number.value.to_bits());
    assert_eq!(said, expected.as_f64().map(f64::to_bits), "{key}: {number:?}, {expected}");
    assert!(number.known <= 1 && number.reserved == 0, "{key}");
}

pub(super) fn same_truth(truth: osteon_truth, expected: &Value, key: &str) {
    assert_eq!(truth, expected.as_bool().into(), "{key}");
}

pub(super) fn same_assumed(said: &osteon_assumed, expected: &Value) {
    let mut part = Part::of(expected);
    part.text("field", said.field).text("read_as", said.read_as).text("effect", said.effect);
    part.done(&[]);
}

fn same_value(said: &osteon_input, expected: &Value, key: &str) {
    same_number(said.number, expected, key);
    same_text(said.text, expected, key);
    same_truth(said.truth, expected, key);
}

impl<'v> Part<'v> {
    pub(super) fn of(of: &'v Value) -> Self {
        let left = of.as_object().unwrap().keys().map(String::as_str).collect();
        Self { of, left }
    }

    pub(super) fn take(&mut self, key: &str) -> &'v Value {
        self.left.remove(key);
        let value = &self.of[key];
        if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
            SEEN.with_borrow_mut(|seen| seen.insert(key.to_owned()));
        }
        value
    }

    /// Nothing is left but what the structures leave to the JSON.
    pub(super) fn done(&self, to_the_json: &[&str]) {
        let left: Vec<_> = self.left.iter().filter(|key| !to_the_json.contains(key)).collect();
        assert!(left.is_empty(), "not in the header: {left:?}");
    }

    pub(super) fn number(&mut self, key: &str, said: osteon_number) -> &mut Self {
        same_number(said, self.take(key), key);
        self
    }

    /// Both ends of a range.
    pub(super) fn range(&mut self, key: &str, low: osteon_number, high: osteon_number) -> &mut Self {
        let range = self.take(key);
        same_number(low, &range[0], key);
        same_number(high, &range[1], key);
        self
    }

    pub(super) fn text(&mut self, key: &str, said: osteon_text) -> &mut Self {
        same_text(said, self.take(key), key);
        self
    }

    pub(super) fn truth(&mut self, key: &str, said: osteon_truth) -> &mut Self {
        same_truth(said, self.take(key), key);
        self
    }

    pub(super) fn date(&mut self, key: &str, said: osteon_date) -> &mut Self {
        let expected = self.take(key);
        let day = format!("{:04}-{:02}-{:02}", said.year, said.month, said.day);
        assert_eq!((said.known == 1).then_some(day).as_deref(), expected.as_str(), "{key}");
        self
    }

    /// A code, with the words of all.
    pub(super) fn code(&mut self, key: &str, said: i32, words: &[(i32, &'static str)]) -> &mut Self {
        let word = words.iter().find(|(code, _)| *code == said).map(|(_, word)| *word);
        assert_eq!(word, self.take(key).as_str(), "{key}");
        assert!(said == 0 || word.is_some(), "{key}");
        self
    }

    pub(super) fn texts(&mut self, key: &str, said: osteon_texts) -> &mut Self {
        let (said, expected) = (items(said.items, said.count), elements(self.take(key)));
        assert_eq!(said.len(), expected.len(), "{key}");
        for (said, expected) in said.iter().zip(expected) {
            same_text(*said, expected, key);
        }
        self
    }

    pub(super) fn reason(&mut self, key: &str, said: osteon_reason) -> &mut Self {
        let expected = self.take(key);
        same_text(said.code, &expected["code"], key);
        same_text(said.text, &expected["text"], key);
        self
    }

    pub(super) fn reasons(&mut self, key: &str, said: osteon_reasons) -> &mut Self {
        let (said, expected) = (items(said.items, said.count), elements(self.take(key)));
        assert_eq!(said.len(), expected.len(), "{key}");
        for (said, expected) in said.iter().zip(expected) {
            Part::of(expected).text("code", said.code).text("text", said.text).done(&[]);
        }
        self
    }

    pub(super) fn assumptions(&mut self, key: &str, said: osteon_assumptions) -> &mut Self {
        let (said, expected) = (items(said.items, said.count), elements(self.take(key)));
        assert_eq!(said.len(), expected.len(), "{key}");
        for (said, expected) in said.iter().zip(expected) {
            same_assumed(said, expected);
        }
        self
    }

    /// Values without names.
    pub(super) fn values(&mut self, key: &str, said: osteon_inputs) -> &mut Self {
        let (said, expected) = (items(said.items, said.count), elements(self.take(key)));
        assert_eq!(said.len(), expected.len(), "{key}");
        for (said, expected) in said.iter().zip(expected) {
            assert_eq!(owned(said.name), None, "{key}");
            same_value(said, expected, key);
        }
        self
    }

    /// Values with names.
    pub(super) fn inputs(&mut self, key: &str, said: osteon_inputs) -> &mut Self {
        let (said, expected) = (items(said.items, said.count), self.take(key));
        assert_eq!(said.len(), expected.as_object().map_or(0, serde_json::Map::len), "{key}");
        for said in said {
            let name = owned(said.name).unwrap();
            same_value(said, &expected[&name], &name);
        }
        self
    }
}
