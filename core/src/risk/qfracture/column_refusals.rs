//! Which rows of columns are refused, many at a time.

use crate::document::{QfractureEthnicity, Sex, Smoking};

use super::columns::Columns;
use super::equations::{BMI_KG_M2, age_is_within, bmi_inside};
use super::inputs::{Alcohol, Factor};
use super::refused::Refused;

/// Why each row is refused, but for body mass index. Later lines go before earlier ones.
#[inline(always)]
pub(super) fn refuse(rows: &Columns<'_>, refused: &mut [u8]) {
    for (whys, factors) in refused.chunks_mut(16).zip(rows.factors.chunks(16)) {
        whys.fill(0);
        // Some at a time, since nearly all are fine.
        if factors.iter().fold(0, |all, factors| all | factors) >> Factor::ALL.len() != 0 {
            for (why, factors) in whys.iter_mut().zip(factors) {
                *why = if factors >> Factor::ALL.len() == 0 { 0 } else { Refused::Factors.number() };
            }
        }
    }
    let levels = rows.alcohol.iter().zip(rows.ethnicity).zip(rows.smoking);
    for (why, ((sex, age), ((alcohol, ethnicity), smoking))) in
        refused.iter_mut().zip(rows.sex.iter().zip(rows.age_years).zip(levels))
    {
        let unless = |fine: bool, reason: Refused, before: u8| if fine { before } else { reason.number() };
        let age = unless(age_is_within(*age), Refused::Age, 0);
        let mut said = if *why == 0 { age } else { *why };
        said = unless(usize::from(*smoking) < Smoking::ALL.len(), Refused::Smoking, said);
        said = unless(usize::from(*ethnicity) < QfractureEthnicity::ALL.len(), Refused::Ethnicity, said);
        said = unless(usize::from(*alcohol) < Alcohol::ALL.len(), Refused::Alcohol, said);
        *why = unless(usize::from(*sex) < Sex::ALL.len(), Refused::Sex, said);
    }
    let Some(validity) = rows.validity else { return };
    for (eight, bits) in refused.chunks_mut(8).zip(validity).filter(|(_, bits)| **bits != 0xff) {
        for (lane, why) in eight.iter_mut().enumerate() {
            *why = if bits >> lane & 1 == 0 { Refused::Null.number() } else { *why };
        }
    }
}

/// Refuses what body mass index has to be refused for, where nothing else was. Eight rows are looked at together, since
/// nearly all are fine.
#[inline(always)]
pub(super) fn refuse_bmi(bmi: &[f64], refused: &mut [u8]) {
    let one = |why: &mut u8, bmi: f64| {
        let outside = if bmi.is_finite() { Refused::Bmi } else { Refused::BmiNotFinite };
        let said = if bmi_inside(bmi).1 { 0 } else { outside.number() };
        *why = if *why == 0 { said } else { *why };
    };
    let ((eights, rest), (whys, other_whys)) = (bmi.as_chunks::<8>(), refused.as_chunks_mut::<8>());
    for (eight, whys) in eights.iter().zip(whys) {
        // What rounding left beside a limit is looked at one by one.
        if !eight.iter().fold(true, |fine, bmi| fine & BMI_KG_M2.contains(bmi)) {
            whys.iter_mut().zip(eight).for_each(|(why, bmi)| one(why, *bmi));
        }
    }
    other_whys.iter_mut().zip(rest).for_each(|(why, bmi)| one(why, *bmi));
}

/// Packs which rows were not refused, and takes the risks from those that were.
#[inline(always)]
pub(super) fn answered(refused: &[u8], validity: &mut [u8], any: &mut [f64], hip: &mut [f64]) {
    let risks = any.chunks_mut(8).zip(hip.chunks_mut(8));
    for ((whys, bits), (any, hip)) in refused.chunks(8).zip(validity).zip(risks) {
        *bits = match <[u8; 8]>::try_from(whys) {
            Ok(eight) => noughts(u64::from_le_bytes(eight)),
            Err(_) => whys.iter().enumerate().fold(0, |bits, (lane, why)| bits | u8::from(*why == 0) << lane),
        };
        if *bits == u8::MAX {
            continue;
        }
        for (why, (any, hip)) in whys.iter().zip(any.iter_mut().zip(hip)) {
            *any = if *why == 0 { *any } else { f64::NAN };
            *hip = if *why == 0 { *hip } else { f64::NAN };
        }
    }
}

/// Which of eight bytes below 128 are nought, a bit each.
#[inline(always)]
fn noughts(bytes: u64) -> u8 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let at_high = !bytes.wrapping_add(!HIGH) & HIGH;
    // Each product of two bits comes to lie alone; those of one byte make the highest byte.
    ((at_high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
}

#[cfg(test)]
mod tests {
    use super::noughts;

    #[test]
    fn a_bit_for_each_byte_that_is_nought() {
        for set in 0..=u8::MAX {
            for other in [1, 9, 127] {
                let bytes: [u8; 8] =
                    core::array::from_fn(|lane| if set >> lane & 1 == 1 { 0 } else { other });
                assert_eq!(noughts(u64::from_le_bytes(bytes)), set);
            }
        }
    }
}
