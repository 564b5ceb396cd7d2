//! One field of a document that stays from row to row: written, or cleared.

use crate::columns::Value;
use crate::document::slot::Slot;

/// Writes a known value and clears an unknown one. Text goes into what an earlier row allocated.
#[inline]
pub(super) fn put(slot: Slot<'_>, value: Value<'_>, spare: &mut String) {
    match (slot, value) {
        (Slot::Flag(field), Value::Flag(value)) => *field = Some(value),
        (Slot::Number(field), Value::Number(value)) => *field = Some(value),
        (Slot::Count(field), Value::Count(value)) => *field = Some(value),
        (Slot::Date(field), Value::Date(value)) => *field = Some(value),
        (Slot::Choice(field), Value::Choice(key)) => {
            // Most rows say what the row before said.
            if !field.key().is_some_and(|now| core::ptr::eq(now, key)) {
                field.set_key(key);
            }
        }
        (Slot::Text(field), Value::Text(text)) => {
            let written = field.get_or_insert_with(|| core::mem::take(spare));
            if written != text {
                written.clear();
                written.push_str(text);
            }
        }
        (slot, _) => clear(slot, spare),
    }
}

/// Makes a field unknown.
pub(super) fn clear(slot: Slot<'_>, spare: &mut String) {
    match slot {
        Slot::Flag(field) => *field = None,
        Slot::Number(field) => *field = None,
        Slot::Count(field) => *field = None,
        Slot::Date(field) => *field = None,
        Slot::Choice(field) => field.clear(),
        Slot::Text(field) => {
            if let Some(text) = field.take() {
                *spare = text;
            }
        }
        Slot::Nested => {}
    }
}
