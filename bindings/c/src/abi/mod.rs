//! The boundary: pointers into values and back, statuses, and no panic across it.

mod buffer;
mod error;
mod guard;
mod sized;
mod status;
mod text;
mod value;

pub(crate) use buffer::osteon_buffer;
pub(crate) use error::osteon_error;
pub(crate) use guard::{Failure, Outcome, guard};
pub(crate) use sized::{
    FromCaller, Sized_, can_take, in_array, in_struct, out_struct, out_value, reference, reference_mut,
    size_of_member, up_to,
};
pub(crate) use status::osteon_status;
pub(crate) use text::{bytes, osteon_text};
pub(crate) use value::{osteon_date, osteon_number, osteon_truth};

/// Compiles where the header may promise that threads share a handle, and that one may free what another made.
pub(crate) const fn shared_between_threads<T: Send + Sync>() {}
