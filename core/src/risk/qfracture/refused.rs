//! Why a row of a column has no risk, as a number.

use crate::error::Code;

/// Declares the reasons; number, code and field are stated once.
macro_rules! reasons {
    ($($(#[$meta:meta])* $Reason:ident = $number:literal, $Code:ident, $field:literal;)+) => {
        /// Why a row of [`Columns`](super::Columns) was refused. The numbers are never reused; 0 is none of
        /// them and stands where there is an answer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum Refused {
            $($(#[$meta])* $Reason = $number,)+
        }

        impl Refused {
            /// Every reason. Where several hold for a row, the first is given.
            pub const ALL: &'static [Self] = &[$(Self::$Reason),+];

            /// The number of this reason in [`ColumnRisks::refused`](super::ColumnRisks::refused).
            #[must_use]
            pub const fn number(self) -> u8 {
                self as u8
            }

            /// The reason with this number; `None` of 0.
            #[must_use]
            pub const fn from_number(number: u8) -> Option<Self> {
                match number { $($number => Some(Self::$Reason),)+ _ => None }
            }

            /// The code with which one person is refused for it.
            #[must_use]
            pub const fn code(self) -> Code {
                match self { $(Self::$Reason => Code::$Code),+ }
            }

            /// The column that it is about; `validity` for a null row.
            #[must_use]
            pub const fn field(self) -> &'static str {
                match self { $(Self::$Reason => $field),+ }
            }
        }
    };
}

reasons! {
    /// The row is null.
    Null = 1, Missing, "validity";
    /// No place of `Sex::ALL`.
    Sex = 2, NotAChoice, "sex";
    /// No place of `Alcohol::ALL`.
    Alcohol = 3, NotAChoice, "alcohol";
    /// No place of `QfractureEthnicity::ALL`.
    Ethnicity = 4, NotAChoice, "ethnicity";
    /// No place of `Smoking::ALL`.
    Smoking = 5, NotAChoice, "smoking";
    /// A bit that is no factor's.
    Factors = 6, NotAChoice, "factors";
    /// Outside 30-100 years.
    Age = 7, OutOfRange, "age_years";
    /// NaN or infinite.
    BmiNotFinite = 8, NotFinite, "bmi_kg_m2";
    /// Outside 20-40 kg/m2, by more than 1e-9.
    Bmi = 9, OutOfRange, "bmi_kg_m2";
}
