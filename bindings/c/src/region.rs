//! A scan and its regions, as a scanner has measured them.

use std::collections::BTreeMap;

use osteon::document::{CrossCalibration, Lms, Region, Scan, ScanRegion, Vertebrae};
use osteon::error::{Code, Refusal};

use crate::abi::{
    Failure, FromCaller, Outcome, Sized_, osteon_date, osteon_number, osteon_status, osteon_text,
    osteon_truth, up_to,
};
use crate::codes::{osteon_manufacturer, osteon_region, osteon_side};

/// Bit of the first lumbar vertebra in a set of vertebrae.
pub const OSTEON_VERTEBRA_L1: u32 = 1;
/// Bit of the second.
pub const OSTEON_VERTEBRA_L2: u32 = 2;
/// Bit of the third.
pub const OSTEON_VERTEBRA_L3: u32 = 4;
/// Bit of the fourth.
pub const OSTEON_VERTEBRA_L4: u32 = 8;

/// A scan: the machine, the day, and what the report prints of them. Its regions are given beside it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_scan {
    /// sizeof(osteon_scan).
    pub size: u32,
    /// An osteon_manufacturer.
    pub manufacturer: i32,
    /// Day of the scan.
    pub date: osteon_date,
    /// Model, as the report prints it.
    pub model: osteon_text,
    /// Reference database, as the report prints it.
    pub database: osteon_text,
    /// Facility.
    pub facility: osteon_text,
    /// Serial number of the scanner: changes are only judged on one scanner, or across a cross-calibration.
    pub scanner_serial: osteon_text,
    /// Software version.
    pub software_version: osteon_text,
    /// Scan mode.
    pub scan_mode: osteon_text,
    /// Trabecular bone score.
    pub tbs: osteon_number,
    /// Its Z-score, as printed.
    pub tbs_z_score: osteon_number,
    /// Serial number of the scanner that a cross-calibration leads to.
    pub cross_calibration_to: osteon_text,
    /// Day of the cross-calibration.
    pub cross_calibration_date: osteon_date,
    /// Its generalised least significant change, g/cm2.
    pub cross_calibration_lsc_g_cm2: osteon_number,
}

/// A region of a scan.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_scan_region {
    /// sizeof(osteon_scan_region).
    pub size: u32,
    /// An osteon_region.
    pub region: i32,
    /// An osteon_side.
    pub side: i32,
    /// Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine; 0 is not stated.
    pub vertebrae: u32,
    /// An osteon_truth: whether the reader left it out.
    pub excluded: i32,
    /// Zero.
    pub reserved: u32,
    /// Bone mineral density, g/cm2; 0.1 to 3.0.
    pub bmd_g_cm2: osteon_number,
    /// The same in mg/cm2, where the machine has it so; 100 to 3000. Not both.
    pub bmd_mg_cm2: osteon_number,
    /// Standardised bone mineral density, mg/cm2; never the raw one.
    pub sbmd_mg_cm2: osteon_number,
    /// Bone area, cm2.
    pub area_cm2: osteon_number,
    /// Bone mineral content, g.
    pub bmc_g: osteon_number,
    /// T-score, as the machine printed it.
    pub printed_t_score: osteon_number,
    /// Z-score, as the machine printed it.
    pub printed_z_score: osteon_number,
    /// Percent of the young adult mean, as the machine printed it (JSBMR rules read it); 1 to 400.
    pub percent_young_adult: osteon_number,
    /// Percent of the mean at the age, as the machine printed it; 1 to 400.
    pub percent_age_matched: osteon_number,
    /// Why the reader left it out, in words.
    pub exclusion_reason: osteon_text,
    /// The centre's own precision error of this region, g/cm2. It is of the region, whatever the side and the vertebrae: a
    /// scan with two different ones of one region is refused.
    pub precision_g_cm2: osteon_number,
    /// L of the caller's age reference (Box-Cox); all three or none.
    pub lms_l: osteon_number,
    /// M of the same.
    pub lms_m: osteon_number,
    /// S of the same.
    pub lms_s: osteon_number,
}

// SAFETY: integers, numbers and pointers; both begin with `size`.
unsafe impl Sized_ for osteon_scan {
    const FIRST: usize = up_to!(osteon_scan, cross_calibration_lsc_g_cm2);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_scan {
    fn reserved(&self) -> u32 {
        0
    }
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_scan_region {
    const FIRST: usize = up_to!(osteon_scan_region, lms_s);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_scan_region {
    fn reserved(&self) -> u32 {
        self.reserved
    }
}

/// A set of vertebrae from its bits; nothing for 0.
pub(crate) fn vertebrae(bits: u32) -> Outcome<Option<Vertebrae>> {
    const ALL: u32 = OSTEON_VERTEBRA_L1 | OSTEON_VERTEBRA_L2 | OSTEON_VERTEBRA_L3 | OSTEON_VERTEBRA_L4;
    match u8::try_from(bits) {
        Ok(0) => Ok(None),
        Ok(set) if bits & !ALL == 0 => Ok(Some(Vertebrae::from_bits(set))),
        _ => Err(Failure::of(osteon_status::UnknownCode, format!("{bits} is no set of L1 to L4"))),
    }
}

impl osteon_scan {
    /// As the engine has it, the scan at `index` of its person.
    ///
    /// # Safety
    /// Pointers in it and in the regions are what they say.
    pub(crate) unsafe fn read(&self, regions: &[osteon_scan_region], index: usize) -> Outcome<Scan> {
        // SAFETY: the caller's promise.
        let text =
            |text: osteon_text, what: &str| unsafe { text.get(what) }.map(|text| text.map(str::to_owned));
        let stated = CrossCalibration {
            to_scanner_serial: text(self.cross_calibration_to, "cross_calibration_to")?,
            date: self.cross_calibration_date.get("cross_calibration.date")?,
            generalised_lsc_g_cm2: self.cross_calibration_lsc_g_cm2.get()?,
        };
        // What is stated in part goes to the engine, which says what it lacks.
        let cross_calibration = (stated != CrossCalibration::default()).then_some(stated);
        let mut precision: BTreeMap<Region, f64> = BTreeMap::new();
        let mut read = Vec::with_capacity(regions.len());
        for region in regions {
            // SAFETY: the caller's promise.
            let line = unsafe { region.read(|| format!("scans[{index}].regions[{}]", read.len())) }?;
            if let (Some(region), Some(error)) = (line.region, region.precision_g_cm2.get()?) {
                // The last must not win: the order of lines would decide whether a change counts.
                if let Some(other) = precision.insert(region, error)
                    && other.to_bits() != error.to_bits()
                {
                    let field = format!("scans[{index}].precision_g_cm2.{region}");
                    let shown = format!("{other} and {error}");
                    let limit = "one for each region, whatever the side and the vertebrae";
                    return Err(Refusal::new(Code::Contradiction, field, shown, limit).into());
                }
            }
            read.push(line);
        }
        Ok(Scan {
            date: self.date.get("scan date")?,
            manufacturer: osteon_manufacturer::read(self.manufacturer)?,
            model: text(self.model, "model")?,
            database: text(self.database, "database")?,
            facility: text(self.facility, "facility")?,
            scanner_serial: text(self.scanner_serial, "scanner_serial")?,
            software_version: text(self.software_version, "software_version")?,
            scan_mode: text(self.scan_mode, "scan_mode")?,
            precision_g_cm2: if precision.is_empty() { None } else { Some(precision) },
            cross_calibration,
            regions: Some(read),
            tbs: self.tbs.get()?,
            tbs_z_score: self.tbs_z_score.get()?,
        })
    }
}

impl osteon_scan_region {
    /// As the engine has it; `at` is where it stands in the document.
    ///
    /// # Safety
    /// Text in it is what it says.
    unsafe fn read(&self, at: impl Fn() -> String) -> Outcome<ScanRegion> {
        let lms = match (self.lms_l.get()?, self.lms_m.get()?, self.lms_s.get()?) {
            (Some(l), Some(m), Some(s)) => Some(Lms { l, m, s }),
            (None, None, None) => None,
            _ => {
                let limit = "L, M and S come together or not at all";
                return Err(Refusal::new(Code::Missing, format!("{}.lms", at()), "", limit).into());
            }
        };
        Ok(ScanRegion {
            region: osteon_region::read(self.region)?,
            vertebrae: vertebrae(self.vertebrae)?,
            side: osteon_side::read(self.side)?,
            bmd_g_cm2: self.bmd_g_cm2.get()?,
            bmd_mg_cm2: self.bmd_mg_cm2.get()?,
            sbmd_mg_cm2: self.sbmd_mg_cm2.get()?,
            area_cm2: self.area_cm2.get()?,
            bmc_g: self.bmc_g.get()?,
            t_score: self.printed_t_score.get()?,
            z_score: self.printed_z_score.get()?,
            percent_young_adult: self.percent_young_adult.get()?,
            percent_age_matched: self.percent_age_matched.get()?,
            excluded: osteon_truth::read(self.excluded)?,
            // SAFETY: the caller's promise.
            exclusion_reason: unsafe { self.exclusion_reason.get("exclusion_reason") }?.map(str::to_owned),
            lms,
        })
    }
}
