//! Which line stands for a region.

use core::cmp::Ordering;

use crate::document::Region;
use crate::document::assessment::ReportRole;

use super::score::Score;

/// The current line that stands for a region: the one that counts, the lower of both sides.
#[must_use]
pub fn line<'a, 'e>(scores: &'a [Score<'e>], region: Region) -> Option<&'a Score<'e>> {
    let mut best: Option<(&Score<'_>, Rank)> = None;
    for score in scores {
        if score.region != region || !score.usable || score.role != ReportRole::Current {
            continue;
        }
        let rank = Rank::of(score);
        // Of equals the first.
        if best.as_ref().is_none_or(|(_, best)| rank.compare(best) == Ordering::Less) {
            best = Some((score, rank));
        }
    }
    best.map(|(score, _)| score)
}

/// How a line stands among those of its region: one with a T-score before one without, of most vertebrae, the lowest.
struct Rank {
    without_t: bool,
    vertebrae: u32,
    value: f64,
}

impl Rank {
    fn of(score: &Score<'_>) -> Self {
        let t = score.t_in_force().filter(|_| score.withheld.is_none());
        let value = t.unwrap_or_else(|| score.z_shown().unwrap_or(f64::INFINITY));
        Self { without_t: t.is_none(), vertebrae: score.vertebrae.len(), value }
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.without_t
            .cmp(&other.without_t)
            .then(other.vertebrae.cmp(&self.vertebrae))
            .then(self.value.total_cmp(&other.value))
    }
}
