//! When a resource was last changed.

use serde::Deserialize;

use super::resource::coding::Text;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Meta<'a> {
    #[serde(borrow, rename = "lastUpdated")]
    last_updated: Option<Text<'a>>,
}

/// Seconds since 1970 of the last change in a `meta`; 0 where it says nothing.
pub(super) fn seconds(meta: &str) -> u64 {
    let meta: Meta<'_> = serde_json::from_str(meta).unwrap_or_default();
    let stamp = meta.last_updated.and_then(|text| text.as_str().parse::<jiff::Timestamp>().ok());
    stamp.and_then(|stamp| u64::try_from(stamp.as_second()).ok()).unwrap_or(0)
}
