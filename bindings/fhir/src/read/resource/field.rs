//! One field after another: what is of a wrong type is named, and the rest is read.

use osteon::fls::StatedDate;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::coding::{Between, Text};

/// A field that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct BadField {
    pub(in crate::read) field: &'static str,
    pub(in crate::read) value: String,
    pub(in crate::read) because: &'static str,
}

/// The fields of one resource that could not be read.
#[derive(Debug, Default)]
pub(in crate::read) struct BadFields(pub(in crate::read) Vec<BadField>);

impl BadFields {
    /// Looks into a field. Nothing, and `null`, is none.
    pub(in crate::read) fn read<'a, T: Deserialize<'a>>(
        &mut self,
        field: &'static str,
        raw: Option<&'a RawValue>,
    ) -> Option<T> {
        let raw = raw?;
        match serde_json::from_str(raw.get()) {
            Ok(value) => value,
            Err(_) => {
                self.add(
                    field,
                    raw.get(),
                    "The field is not of the type that FHIR gives it; the rest of the record is read.",
                );
                None
            }
        }
    }

    /// Words.
    pub(in crate::read) fn text<'a>(
        &mut self,
        field: &'static str,
        raw: Option<&'a RawValue>,
    ) -> Option<Text<'a>> {
        self.read(field, raw).filter(|text: &Text<'_>| !text.as_str().is_empty())
    }

    /// A day, a month or a year.
    pub(in crate::read) fn date(
        &mut self,
        field: &'static str,
        raw: Option<&RawValue>,
    ) -> Option<StatedDate> {
        let text = self.text(field, raw)?;
        self.stated(field, &text)
    }

    /// The first day of a period.
    pub(in crate::read) fn start(
        &mut self,
        field: &'static str,
        raw: Option<&RawValue>,
    ) -> Option<StatedDate> {
        let between: Between<'_> = self.read(field, raw)?;
        self.stated(field, between.start.as_ref()?)
    }

    /// The last day of a period.
    pub(in crate::read) fn end(&mut self, field: &'static str, raw: Option<&RawValue>) -> Option<StatedDate> {
        let between: Between<'_> = self.read(field, raw)?;
        self.stated(field, between.end.as_ref()?)
    }

    /// A date in words.
    pub(in crate::read) fn stated(&mut self, field: &'static str, text: &Text<'_>) -> Option<StatedDate> {
        let date = StatedDate::parse(text.as_str());
        if date.is_none() && !text.as_str().is_empty() {
            self.add(field, text.as_str(), "This is no date; the record is read without it.");
        }
        date
    }

    /// Remembers a field that could not be read.
    pub(in crate::read) fn add(&mut self, field: &'static str, value: &str, because: &'static str) {
        self.0.push(BadField { field, value: value.chars().take(80).collect(), because });
    }
}
