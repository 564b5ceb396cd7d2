//! Arithmetic on a measurement: no reference is chosen, and nobody is asked whether a score may be given.

use osteon::document::options::SbmdSpine;
use osteon::document::{Lms, Vertebrae};
use osteon::error::{Code, Refusal};
use osteon::quantity::Bmd;
use osteon::reference::caller::CallerReference;

use crate::abi::{Failure, Outcome, can_take, guard, osteon_error, osteon_number, osteon_status, out_value};
use crate::codes::{osteon_manufacturer, osteon_region};
use crate::region::vertebrae;

/// The T-score of a BMD against a young adult mean and standard deviation: (BMD - mean) / SD. Arithmetic only: whether a
/// T-score must be given, and against which reference, osteon_score_region says.
///
/// Units: g/cm2. Refused: a BMD outside 0.1 to 3.0, a mean outside it, an SD that is not 0.005 to 0.5.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_t_score(
    bmd_g_cm2: f64,
    young_adult_mean_g_cm2: f64,
    young_adult_sd_g_cm2: f64,
    t_score: *mut f64,
    error: *mut osteon_error,
) -> osteon_status {
    // Nothing here can panic or fail but for what is looked at first: an arithmetic call costs little more than its
    // arithmetic.
    if let (Some(bmd), Some(mean)) = (Bmd::new(bmd_g_cm2), Bmd::new(young_adult_mean_g_cm2))
        && CallerReference::SD_G_CM2.contains(&young_adult_sd_g_cm2)
        && !t_score.is_null()
        && t_score.is_aligned()
    {
        let t = osteon::densitometry::t_score(bmd, mean.g_per_cm2(), young_adult_sd_g_cm2);
        // SAFETY: aligned, not NULL, and the caller's, of whom the header asks that it may be written.
        unsafe { t_score.write(t.0) };
        return osteon_status::Ok;
    }
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            bmd_of("bmd_g_cm2", bmd_g_cm2)?;
            bmd_of("mean_g_cm2", young_adult_mean_g_cm2)?;
            if !CallerReference::SD_G_CM2.contains(&young_adult_sd_g_cm2) {
                return Err(no_sd(young_adult_sd_g_cm2));
            }
            // All is as it should be, but for where it goes.
            out_value(t_score, 0.0, "t_score")
        })
    }
}

/// The Z-score of a BMD against the caller's own L, M and S (Box-Cox): ((BMD / M)^L - 1) / (L S), and ln(BMD / M) / S where
/// L is 0. Children are scored so. For the references compiled in, see osteon_score_region.
///
/// Units: g/cm2. Refused: a BMD or an M outside 0.1 to 3.0, an L that is not -20 to 20, an S that is not 0.001 to 1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_z_score_lms(
    bmd_g_cm2: f64,
    l: f64,
    m_g_cm2: f64,
    s: f64,
    z_score: *mut f64,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let (bmd, m) = (bmd_of("bmd_g_cm2", bmd_g_cm2)?, bmd_of("m_g_cm2", m_g_cm2)?);
            let within = |field: &'static str, value: f64, low: f64, high: f64| {
                if (low..=high).contains(&value) {
                    return Ok(value);
                }
                let code = if value.is_finite() { Code::OutOfRange } else { Code::NotFinite };
                Err(Failure::from(Refusal::new(code, field, value, format!("{low} to {high}"))))
            };
            let lms =
                Lms { l: within("l", l, -20.0, 20.0)?, m: m.g_per_cm2(), s: within("s", s, 0.001, 1.0)? };
            out_value(z_score, osteon::densitometry::lms_z_score(bmd.g_per_cm2(), lms), "z_score")
        })
    }
}

/// The standardised BMD, mg/cm2, by the published equation of a maker and a region, with the error that it leaves in one
/// person, % (NULL where it is not asked for). `manufacturer` is an osteon_manufacturer, `region` an osteon_region,
/// `vertebrae` bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine (0: L1-L4, by Hui 1997). A converted value never serves
/// to judge a change. OSTEON_STATUS_NOT_FOUND where no equation is published.
///
/// Refused: a BMD outside 0.1 to 3.0 g/cm2, vertebrae of a region that has none. Then neither is written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_standardised_bmd(
    bmd_g_cm2: f64,
    manufacturer: i32,
    region: i32,
    vertebrae_bits: u32,
    sbmd_mg_cm2: *mut f64,
    error_percent: *mut osteon_number,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let bmd = bmd_of("bmd_g_cm2", bmd_g_cm2)?;
            let stated = |what: &'static str| Refusal::new(Code::Missing, what, "", "it must be stated");
            let manufacturer =
                osteon_manufacturer::read(manufacturer)?.ok_or_else(|| stated("manufacturer"))?;
            let region = osteon_region::read(region)?.ok_or_else(|| stated("region"))?;
            let spine = region == osteon::document::Region::LumbarSpine;
            let stated = vertebrae(vertebrae_bits)?;
            let set = match (spine, stated) {
                (true, stated) => stated.unwrap_or(Vertebrae::L1_L4),
                (false, None) => Vertebrae::NONE,
                (false, Some(set)) => {
                    let limit = "only a lumbar spine has vertebrae";
                    return Err(Refusal::new(Code::Contradiction, "vertebrae", set, limit).into());
                }
            };
            let found = osteon::densitometry::standardise(bmd, manufacturer, region, set, SbmdSpine::Hui1997)
                .ok_or_else(|| Failure::not_found("no equation is published for this maker and region"))?;
            can_take(sbmd_mg_cm2, "sbmd_mg_cm2")?;
            if !error_percent.is_null() {
                can_take(error_percent, "error_percent")?;
            }
            out_value(sbmd_mg_cm2, found.sbmd.mg_per_cm2(), "sbmd_mg_cm2")?;
            if !error_percent.is_null() {
                out_value(error_percent, found.error_percent.into(), "error_percent")?;
            }
            Ok(())
        })
    }
}

fn bmd_of(field: &'static str, value: f64) -> Outcome<Bmd> {
    match Bmd::new(value) {
        Some(bmd) => Ok(bmd),
        None => Err(no_bmd(field, value)),
    }
}

#[cold]
fn no_bmd(field: &'static str, value: f64) -> Failure {
    osteon::precision::repeat_bmd(field, value).err().map_or_else(|| Failure::not_found(field), Failure::from)
}

#[cold]
fn no_sd(value: f64) -> Failure {
    let code = if value.is_finite() { Code::OutOfRange } else { Code::NotFinite };
    Refusal::new(code, "sd_g_cm2", value, "0.005-0.5 g/cm2").into()
}
