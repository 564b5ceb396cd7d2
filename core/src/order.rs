//! Order of a few.

use std::cmp::Ordering;

/// Sorts, and keeps equal items in their order. By insertion: the sort of the standard library is 8 kB of code for
/// every type and order, and is worth it where there are many.
pub(crate) fn order_few<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..=items.len() {
        let Some(sorted) = items.get_mut(..end) else { return };
        for at in (1..end).rev() {
            match sorted.get(at - 1).zip(sorted.get(at)) {
                Some((before, item)) if compare(before, item).is_gt() => sorted.swap(at - 1, at),
                _ => break,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut draw = 7_u32;
        for length in 0..40 {
            let mut items: Vec<(u32, usize)> = (0..length)
                .map(|place| {
                    draw = draw.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (draw >> 29, place)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            order_few(&mut items, |a, b| a.0.cmp(&b.0));
            assert_eq!(items, expected);
        }
    }
}
