//! What an assessment must say beside a score, and why it withholds one.

/// Declares flags as bits; code and sentence are stated once.
macro_rules! flags {
    ($($Variant:ident = $bit:literal, $key:literal, $text:literal;)+) => {
        /// Something to know about a score.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Flag {
            $(#[doc = $text] $Variant = $bit,)+
        }

        impl Flag {
            /// Every flag.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The code in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Variant => $key),+ }
            }

            /// One sentence.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$Variant => $text),+ }
            }
        }
    };
}

flags! {
    ClassDependsOnRounding = 0, "class_depends_on_rounding", "the reported and the exact T-score give different classes";
    PrintedTDiffers = 1, "printed_t_differs", "the printed T-score is not what its named reference gives from the printed BMD";
    PrintedTFitsMaleReference = 2, "printed_t_fits_male_reference", "the printed T-score fits a male reference; ISCD asks for the female one";
    PrintedTFitsOtherReference = 3, "printed_t_fits_other_reference", "the printed T-score fits another reference than the one that applies";
    PrintedTUnchecked = 4, "printed_t_unchecked", "the printed T-score cannot be checked: no reference is held for it";
    PrintedZDiffers = 5, "printed_z_differs", "the printed Z-score is not ours; scanners use another age reference";
    DatabaseNotStated = 6, "database_not_stated", "the report's reference database is not stated; the maker's own was taken";
    DatabaseNotRecognised = 7, "database_not_recognised", "the report's reference database is not known here";
    ModelNotRecognised = 8, "model_not_recognised", "the scanner model is not known here";
    MakerConflict = 9, "manufacturer_conflicts_with_model", "the model is another maker's";
    MaleReferenceNamed = 10, "database_names_male_reference", "the report names a male reference; ISCD asks for the female one";
    VertebraeNotStated = 11, "vertebrae_read_as_l1_l4", "the vertebrae are not stated; read as L1-L4";
    ExclusionProposed = 12, "vertebra_exclusion_proposed", "a vertebra is more than 1.0 T above its neighbours; the reader decides";
    ProposedSubset = 13, "proposed_subset", "what the spine would be without the vertebrae proposed for exclusion; not used";
    CombinedFromVertebrae = 14, "combined_from_vertebrae", "sum of BMC over sum of area of the vertebrae kept";
    PrecisionAssumed = 15, "precision_iscd_minimum", "interval from ISCD's minimum precision, not the centre's own";
    ZFromSbmd = 16, "z_from_standardised_bmd", "the Z-score compares through standardised BMD, with its error";
    ZReferenceWhiteOnly = 17, "z_reference_white_only", "the age reference is of white people; there is no other";
    ZReferenceAll = 18, "z_reference_all_groups", "ethnicity absent or without a table: the reference of all groups";
    SmallReferenceCell = 19, "z_reference_small_cell", "fewer than 100 people stand behind this age reference";
    DuplicateRegion = 20, "duplicate_region", "the scan gives this region more than once; the lower is classed";
    UnverifiedReference = 21, "reference_unverified", "a recalled value that is not verified stands behind this flag or score";
    CallerReference = 22, "caller_reference", "the reference was supplied by the caller";
    ReferenceStandardised = 23, "standardised_bmd_reference", "T-score of a standardised BMD";
    WeightMatchedPrintAmputation = 24, "printed_z_weight_matched_amputation", "after an amputation a weight-matched printed Z-score does not hold";
    MeanSideForChangeOnly = 25, "mean_of_hips_for_change_only", "the mean of both hips serves change only; it is not classed";
    BmcAreaMismatch = 26, "bmd_is_not_bmc_over_area", "BMD is not BMC divided by area";
    SingleVertebra = 28, "single_vertebra_not_classed", "a single vertebra serves comparison with its neighbours; no class rests on it";
    VertebraeNotCompared = 29, "vertebrae_not_compared", "no reference for single vertebrae: whether one stands out from its neighbours was not checked";
    PremenopausalPrintedT = 27, "printed_t_withheld", "the machine printed a T-score where none must be given";
}

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u32);

impl Flags {
    /// Adds a flag.
    pub fn set(&mut self, flag: Flag) {
        self.0 |= 1 << flag as u8;
    }

    /// Adds a flag if the condition holds.
    pub fn set_if(&mut self, condition: bool, flag: Flag) {
        if condition {
            self.set(flag);
        }
    }

    /// Whether the flag is there.
    #[must_use]
    pub const fn has(self, flag: Flag) -> bool {
        self.0 & (1 << flag as u8) != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The flags, in their order.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.iter().copied().filter(move |&flag| self.has(flag))
    }
}

/// What a whole answer says where entries are dated after the assessment.
pub(crate) const ENTRIES_LEFT_OUT: &str = "entries_after_assessment_left_out";
/// Its bit, beside those of the flags.
const ENTRIES_LEFT_OUT_BIT: u32 = 30;

/// The flags of an answer as a set of bits.
pub(crate) fn bits_of(flags: Flags, entries_left_out: bool) -> u64 {
    u64::from(flags.0) | u64::from(entries_left_out) << ENTRIES_LEFT_OUT_BIT
}

/// The word of each of those bits; empty where a bit has none.
pub(crate) fn words_of_bits() -> Vec<&'static str> {
    let flag = |bit: u32| Flag::ALL.iter().find(|&&flag| flag as u32 == bit).map(|flag| flag.as_str());
    let of = |bit| if bit == ENTRIES_LEFT_OUT_BIT { ENTRIES_LEFT_OUT } else { flag(bit).unwrap_or_default() };
    (0..=ENTRIES_LEFT_OUT_BIT).map(of).collect()
}

/// Declares the reasons for withholding a score.
macro_rules! withheld {
    ($($Variant:ident = $key:literal, $text:literal;)+) => {
        /// Why a score is not given.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Withheld {
            $(#[doc = $text] $Variant,)+
        }

        impl Withheld {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The code in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Variant => $key),+ }
            }

            /// One sentence.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$Variant => $text),+ }
            }
        }
    };
}

withheld! {
    ManUnder50 = "man_under_50", "under 50 a man is judged by the Z-score (ISCD)";
    Premenopausal = "premenopausal", "before the menopause a woman is judged by the Z-score (ISCD)";
    MenopauseUnknown = "menopausal_status_unknown", "under 50 a T-score needs to know that she is past the menopause";
    TransgenderUnder50 = "transgender_under_50", "under 50 transgender people are judged by the Z-score (ISCD 2019)";
    Under20 = "under_20", "T-scores must not appear under 20";
    Under20NeedsLms = "under_20_needs_lms", "under 20 a Z-score needs the caller's L, M and S";
    NoBmd = "no_bmd", "no BMD is given";
    NoManufacturer = "manufacturer_not_stated", "the maker of the scanner is not stated, and references are the maker's";
    NoReference = "no_reference", "no reference is held for this maker, database and region";
    ModelNotStated = "model_not_stated", "this maker's reference depends on the model or the database version: state it";
    NotRecognised = "not_recognised", "the model or the database is not known here, and no other is taken in its place";
    Excluded = "excluded_by_reader", "the reader excluded this region";
    ContainsExcluded = "contains_excluded_vertebra", "it contains a vertebra that the reader excluded";
    SingleVertebra = "single_vertebra", "no score of the spine rests on one vertebra";
    NoAreas = "no_areas", "a subset of vertebrae is sum of BMC over sum of area, and areas are missing";
    TooFewVertebrae = "fewer_than_two_vertebrae", "fewer than two vertebrae remain";
    Prosthesis = "hip_prosthesis", "this hip has a prosthesis";
    Amputation = "amputation", "after an amputation weight and whole-body scores do not hold";
    NoZReference = "no_age_reference", "no age reference is held for this sex, ethnicity, region and maker";
    AgeBeyondReference = "age_beyond_reference", "the age reference does not reach this age";
}
