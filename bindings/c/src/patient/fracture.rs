//! A fracture, as a caller tells it.

use osteon::document::Fracture;
use osteon::error::{Code, Refusal};

use crate::abi::{FromCaller, Outcome, Sized_, osteon_date, osteon_number, osteon_text, osteon_truth, up_to};
use crate::codes::{osteon_cause, osteon_date_is, osteon_fracture_site, osteon_trauma};

/// A fracture. Say when it was in one way: a date, months ago, or an age.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_fracture {
    /// sizeof(osteon_fracture).
    pub size: u32,
    /// An osteon_fracture_site.
    pub site: i32,
    /// Day of the fracture, or of the imaging that showed it.
    pub date: osteon_date,
    /// Months before the assessment.
    pub months_ago: osteon_number,
    /// Age at the fracture, years.
    pub age_years: osteon_number,
    /// An osteon_date_is: what `date` is.
    pub date_is: i32,
    /// An osteon_trauma.
    pub trauma: i32,
    /// An osteon_cause.
    pub cause: i32,
    /// An osteon_truth: whether it happened on treatment for osteoporosis.
    pub on_treatment: i32,
    /// Genant's semiquantitative grade, 0 to 3.
    pub genant_grade: osteon_number,
    /// Loss of vertebral height, %.
    pub height_loss_percent: osteon_number,
    /// Fractures with one id are one event.
    pub event_id: osteon_text,
    /// Vertebral levels, such as `T12;L1`.
    pub levels: osteon_text,
}

// SAFETY: integers, numbers and pointers; it begins with `size`.
unsafe impl Sized_ for osteon_fracture {
    const FIRST: usize = up_to!(osteon_fracture, levels);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_fracture {
    fn reserved(&self) -> u32 {
        0
    }
}

/// A whole number, as a document has it.
pub(super) fn whole(number: osteon_number, field: &'static str) -> Outcome<Option<u32>> {
    let Some(number) = number.get()? else { return Ok(None) };
    let refused = || Refusal::new(Code::WrongType, field, number, "must be a whole number, 0 or more");
    Ok(Some(osteon::columns::whole_number(number).ok_or_else(refused)?))
}

impl osteon_fracture {
    /// As the engine has it.
    ///
    /// # Safety
    /// Pointers in it are what they say.
    pub(super) unsafe fn read(&self) -> Outcome<Fracture> {
        // SAFETY: the caller's promise.
        let (event_id, levels) = unsafe { (self.event_id.get("event_id")?, self.levels.get("levels")?) };
        let missing = || Refusal::new(Code::Missing, "site", "", "a fracture needs it");
        Ok(Fracture {
            site: Some(osteon_fracture_site::read(self.site)?.ok_or_else(missing)?),
            levels: levels.map(osteon::columns::levels),
            date: self.date.get("fracture date")?,
            months_ago: self.months_ago.get()?,
            age_years: self.age_years.get()?,
            date_is: osteon_date_is::read(self.date_is)?,
            event_id: event_id.map(str::to_owned),
            trauma: osteon_trauma::read(self.trauma)?,
            cause: osteon_cause::read(self.cause)?,
            genant_grade: whole(self.genant_grade, "genant_grade")?,
            height_loss_percent: self.height_loss_percent.get()?,
            on_treatment: osteon_truth::read(self.on_treatment)?,
        })
    }
}
