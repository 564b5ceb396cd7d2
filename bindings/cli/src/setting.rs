//! `--set KEY=VALUE`, for every document of options.

use std::collections::BTreeSet;

use jiff::civil::Date;
use osteon::document::slot::Slot;
use osteon::error::{Code, Refusal, nearest};

use crate::stop::Stop;

/// The way to a field of an options document.
pub(crate) type SlotOf<T> = for<'a> fn(&'a mut T) -> Slot<'a>;

/// Sets each of the settings; a key may be given once. The keys that were given.
pub(crate) fn set_all<'s, T>(
    options: &mut T,
    keys: &[&str],
    slot_of: impl Fn(&str) -> Option<SlotOf<T>>,
    settings: &'s [String],
) -> Result<BTreeSet<&'s str>, Stop> {
    let mut given = BTreeSet::new();
    for setting in settings {
        let key = setting.split('=').next().unwrap_or_default().trim();
        if !given.insert(key) {
            return Err(Stop::new(format_args!("--set {setting}: {key} is given twice")));
        }
        set(options, keys, &slot_of, setting)
            .map_err(|refusal| Stop::new(format_args!("--set {setting}: {refusal}")))?;
    }
    Ok(given)
}

/// Sets one option, `KEY=VALUE`.
fn set<T>(
    options: &mut T,
    keys: &[&str],
    slot_of: impl Fn(&str) -> Option<SlotOf<T>>,
    setting: &str,
) -> Result<(), Refusal> {
    let Some((key, value)) = setting.split_once('=').map(|(key, value)| (key.trim(), value.trim())) else {
        return Err(Refusal::new(Code::Syntax, setting.to_owned(), setting.to_owned(), "write KEY=VALUE"));
    };
    let keys: Vec<&str> = keys.iter().copied().filter(|&key| key != "schema").collect();
    let slot_of = slot_of(key).filter(|_| key != "schema").ok_or_else(|| {
        let limit = nearest(key, &keys).map_or_else(
            || format!("options are {}", keys.join(", ")),
            |near| format!("did you mean {near}?"),
        );
        Refusal::new(Code::UnknownKey, key.to_owned(), key.to_owned(), limit)
    })?;
    match slot_of(options) {
        Slot::Choice(choice) => {
            if !choice.set_key(value) {
                let limit = format!("allowed: {}", choice.keys().join(", "));
                return Err(Refusal::new(Code::NotAChoice, key.to_owned(), value.to_owned(), limit));
            }
        }
        Slot::Date(date) => {
            let day: Date = value.parse().map_err(|_| {
                Refusal::new(Code::NotADate, key.to_owned(), value.to_owned(), "write it as 2026-01-31")
            })?;
            *date = Some(day);
        }
        Slot::Count(count) => {
            let number: u32 = value.parse().map_err(|_| {
                Refusal::new(Code::WrongType, key.to_owned(), value.to_owned(), "write a whole number")
            })?;
            *count = Some(number);
        }
        Slot::Flag(flag) => {
            let yes: bool = value.parse().map_err(|_| {
                Refusal::new(Code::WrongType, key.to_owned(), value.to_owned(), "write true or false")
            })?;
            *flag = Some(yes);
        }
        Slot::Text(text) => *text = Some(value.to_owned()),
        _ => {
            let limit = "give it as a file, with --precision";
            return Err(Refusal::new(Code::WrongType, key.to_owned(), value.to_owned(), limit));
        }
    }
    Ok(())
}
