//! Words that many facts share, each kept once.

use std::collections::HashMap;
use std::sync::Arc;

/// Words by number.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<Arc<str>, u32>,
    all: Vec<Arc<str>>,
    bytes: usize,
}

impl Words {
    /// The number of these words.
    pub(super) fn number(&mut self, words: &str) -> u32 {
        if let Some(number) = self.numbers.get(words) {
            return *number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let words: Arc<str> = words.into();
        self.bytes += words.len() + 56;
        self.all.push(Arc::clone(&words));
        self.numbers.insert(words, number);
        number
    }

    /// The words of a number.
    pub(super) fn words(&self, number: u32) -> &str {
        self.all.get(number as usize).map_or("", |words| words)
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }
}
