//! Supplied FRAX probabilities, by the country whose thresholds they are held against.

use crate::rule::{Flag, Quantity};

/// One module a country: `MOF`, `HIP`, `WITH_BMD`.
macro_rules! of_countries {
    ($($(#[$meta:meta])* $name:ident: $codes:expr;)+) => {
        $($(#[$meta])*
        pub mod $name {
            use super::{Flag, Quantity};

            /// ISO codes of the countries whose model it may be.
            pub const COUNTRIES: &[&str] = $codes;

            /// Ten-year probability of a major osteoporotic fracture.
            pub static MOF: Quantity = Quantity {
                id: "frax_mof",
                field: "frax.mof_percent",
                label: "FRAX major osteoporotic fracture",
                unit: "%",
                read: |e| e.frax.mof(COUNTRIES),
            };

            /// Ten-year probability of a hip fracture.
            pub static HIP: Quantity = Quantity {
                id: "frax_hip",
                field: "frax.hip_percent",
                label: "FRAX hip fracture",
                unit: "%",
                read: |e| e.frax.hip(COUNTRIES),
            };

            /// Whether bone density was among its inputs.
            pub static WITH_BMD: Flag = Flag {
                id: "frax_with_bmd",
                field: "frax.with_bmd",
                label: "FRAX with bone density",
                read: |e| e.frax.with_bmd(COUNTRIES),
            };
        })+
    };
}

of_countries! {
    /// France.
    fr: &["FR"];
    /// United Kingdom.
    gb: &["GB"];
    /// United States.
    us: &["US"];
    /// Canada.
    ca: &["CA"];
    /// Japan.
    jp: &["JP"];
    /// The five countries of the European guidance of 2013.
    eu5: &["FR", "DE", "IT", "ES", "GB"];
}
