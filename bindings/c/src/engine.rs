//! The engine: its settings once, then any number of people on any number of threads.

use osteon::Engine;
use osteon::document::Options;
use osteon::outputs::Outputs;
use osteon::reference::caller::CallerReference;

use crate::abi::{
    FromCaller, Outcome, Sized_, guard, in_array, in_struct, osteon_error, osteon_number, osteon_status,
    osteon_text, out_value, shared_between_threads, up_to,
};
use crate::codes::{osteon_manufacturer, osteon_region, osteon_sex};
use crate::columns::{Described, Fields};
use crate::region::vertebrae;

/// An engine with its settings. It never changes: any number of threads may use one at once.
pub struct osteon_engine {
    pub(crate) engine: Engine,
    /// The columns that it can answer.
    pub(crate) columns: Vec<Described>,
    /// The fields of the patient document, as columns and setters name them.
    pub(crate) fields: Fields,
}

const _: () = shared_between_threads::<osteon_engine>();

/// Settings of an engine; what is left zero is as it is by default.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_settings {
    /// sizeof(osteon_settings).
    pub size: u32,
    /// Zero.
    pub reserved: u32,
    /// An options document, osteon/options/1, in JSON; see the kind OSTEON_REGISTRY_OPTION of the registry.
    pub options_json: osteon_text,
    /// The sections that are answered, separated by commas: scores, tbs, diagnosis, changes, risks, benefits, course,
    /// guidelines, triage, safety, access, work_up. All but benefits by default. Triage brings guidelines, and
    /// guidelines bring safety and course: no recommendation is handed out without the status of its drugs.
    pub outputs: osteon_text,
    /// Reference sets of the caller, which come before those compiled in.
    pub references: *const osteon_reference,
    /// How many.
    pub reference_count: usize,
}

/// A young adult reference of the caller, for T-scores. One for each maker, sex, region and set of vertebrae.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_reference {
    /// sizeof(osteon_reference).
    pub size: u32,
    /// An osteon_sex: the sex of the young adults. Men too are measured against the female row (ISCD 2023). A male one
    /// gives no T-score that drives: it serves to recognise a printed T-score, and, where the option `male_reference` is
    /// `on`, for the score beside it that osteon_score has as t_score_male_reference.
    pub sex: i32,
    /// An osteon_region.
    pub region: i32,
    /// Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine; 0 is L1-L4.
    pub vertebrae: u32,
    /// An osteon_manufacturer: the row is for the scans of this maker alone, and comes before one without a maker. One that
    /// is not stated is for the scans of every maker, though BMD differs between makers: state it wherever a scan of
    /// another maker can come, as earlier scans do.
    pub manufacturer: i32,
    /// Zero.
    pub reserved: u32,
    /// Its id, which answers name.
    pub id: osteon_text,
    /// Its version, which answers name.
    pub version: osteon_text,
    /// Mean BMD of young adults, g/cm2; 0.1 to 3.0.
    pub mean_g_cm2: osteon_number,
    /// Its standard deviation, g/cm2; 0.005 to 0.5.
    pub sd_g_cm2: osteon_number,
}

// SAFETY: integers, numbers and pointers; both begin with `size`.
unsafe impl Sized_ for osteon_settings {
    const FIRST: usize = up_to!(osteon_settings, reference_count);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_settings {
    fn reserved(&self) -> u32 {
        self.reserved
    }
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_reference {
    const FIRST: usize = up_to!(osteon_reference, sd_g_cm2);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_reference {
    fn reserved(&self) -> u32 {
        0
    }
}

/// Makes an engine. `settings` may be NULL: then everything is as it is by default.
///
/// Refused: an option, a section or a row of a reference that cannot be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_engine_new(
    settings: *const osteon_settings,
    engine: *mut *mut osteon_engine,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            out_value(engine, core::ptr::null_mut(), "engine")?;
            let made =
                if settings.is_null() { Engine::default() } else { of(&in_struct(settings, "settings")?)? };
            let made =
                osteon_engine { columns: Described::all(&made), engine: made, fields: Fields::default() };
            out_value(engine, Box::into_raw(Box::new(made)), "engine")
        })
    }
}

/// Frees an engine; NULL is nothing. Nobody may be using it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_engine_free(engine: *mut osteon_engine) {
    if !engine.is_null() {
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(engine) });
    }
}

/// # Safety
/// Pointers in the settings are what they say.
unsafe fn of(settings: &osteon_settings) -> Outcome<Engine> {
    // SAFETY: the caller's promise.
    let (json, outputs, rows) = unsafe {
        (
            settings.options_json.get("options_json")?,
            settings.outputs.get("outputs")?,
            in_array(settings.references, settings.reference_count, "references")?,
        )
    };
    let options = json.map_or(Ok(Options::default()), |json| osteon::json::options(json.as_bytes()))?;
    let mut references = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        // SAFETY: the caller's promise.
        references.push(unsafe { reference(index, row) }?);
    }
    let engine = Engine::new(options, references)?;
    Ok(match outputs {
        Some(list) => engine.with_outputs(Outputs::parse(list)?.with_what_belongs()),
        None => engine,
    })
}

/// # Safety
/// Pointers in the row are what they say.
unsafe fn reference(index: usize, row: &osteon_reference) -> Outcome<CallerReference> {
    use osteon::error::{Code, Refusal};
    let missing = |field: &str| {
        Refusal::new(Code::Missing, format!("references[{index}].{field}"), "", "a reference needs it")
    };
    // SAFETY: the caller's promise.
    let (id, version) =
        unsafe { (row.id.get("id of a reference")?, row.version.get("version of a reference")?) };
    Ok(CallerReference {
        id: id.unwrap_or_default().to_owned(),
        version: version.unwrap_or_default().to_owned(),
        manufacturer: osteon_manufacturer::read(row.manufacturer)?,
        sex: osteon_sex::read(row.sex)?.ok_or_else(|| missing("sex"))?,
        region: osteon_region::read(row.region)?.ok_or_else(|| missing("region"))?,
        vertebrae: vertebrae(row.vertebrae)?,
        mean: row.mean_g_cm2.get()?.ok_or_else(|| missing("mean"))?,
        sd: row.sd_g_cm2.get()?.ok_or_else(|| missing("sd"))?,
    })
}
