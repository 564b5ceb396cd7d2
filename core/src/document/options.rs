//! The options document, `osteon/options/1`: one name for an option in every face.

use super::choice::choice;
use super::slot::{nested, section};
use std::collections::BTreeMap;

use super::choice::Region;
use jiff::civil::Date;

/// The value of `schema` in an options document.
pub const OPTIONS_SCHEMA: &str = "osteon/options/1";

choice! {
    /// Which T-score classes, guidelines and models compare.
    pub enum TCompare { Reported = "reported", Exact = "exact", }
}

choice! {
    /// Which T-score drives diagnosis and guidelines where both are there.
    pub enum TSource { Printed = "printed", Computed = "computed", }
}

choice! {
    /// On or off.
    pub enum Switch { Off = "off", On = "on", }
}

choice! {
    /// The age-matched reference of Z-scores.
    pub enum ZReference { Nhanes2005 = "nhanes_2005_2010", Nhanes3 = "nhanes3_1998", }
}

choice! {
    /// The equation that standardises the spine.
    pub enum SbmdSpine { Hui1997 = "hui1997", Genant1994 = "genant1994", }
}

choice! {
    /// What a risk model does with an input outside its range.
    pub enum OutOfRange {
        Refuse = "refuse",
        /// Moves it to the limit, and says so in the answer.
        Clamp = "clamp",
    }
}

choice! {
    /// The row of the DVO tables for an age between two rows.
    pub enum DvoAgeRow { Floor = "floor", Nearest = "nearest", }
}

choice! {
    /// What becomes of the decimals of OST and OSTA.
    pub enum OstRounding {
        /// Dropped, toward zero.
        Truncate = "truncate",
        Floor = "floor",
        /// To the nearest whole number, half away from zero.
        Round = "round",
        /// Kept.
        TwoDecimals = "two_decimals",
    }
}

choice! {
    /// The arithmetic of SCORE.
    pub enum ScoreArithmetic {
        /// Age and weight over ten, each truncated (Lydick 1998).
        Truncated = "truncated",
        /// Both kept with their decimals, as public calculators do.
        Continuous = "continuous",
    }
}

choice! {
    /// What the published UK table of 2008 says between its cells.
    pub enum Uk2008Interpolation { Off = "off", Linear = "linear", }
}

choice! {
    /// A NOGG threshold at an age between two published ones.
    pub enum NoggBetweenAges {
        /// A straight line, flagged as approximate.
        Interpolate = "interpolate",
        /// That of the lower age.
        Step = "step",
    }
}

section! {
    /// Options of an assessment. What is left out takes its default.
    pub struct Options {
        /// `osteon/options/1`.
        schema: String,
        /// Day of the assessment where the patient document has none; overrides it where it has.
        as_of: Date,
        /// Classes compare the reported T (one decimal, default) or the exact one.
        t_compare: TCompare,
        /// The printed T (default) or the computed one drives.
        t_source: TSource,
        /// Adds the score against the male reference for men; off by default.
        male_reference: Switch,
        /// The reference of Z-scores; `nhanes_2005_2010` by default.
        z_reference: ZReference,
        /// The equation that standardises the spine; `hui1997` by default.
        sbmd_spine: SbmdSpine,
        /// The centre's precision error by region, RMS-SD in g/cm2, for scans that state none.
        precision_g_cm2: BTreeMap<Region, f64>,
        /// Ids of the risk models to run, separated by commas; `all` by default.
        models: String,
        /// Horizon of the QFracture models, 1-18 years; 10 by default.
        qfracture_years: u32,
        /// Refuses an input outside a risk model's range (default), or moves it to the limit.
        out_of_range: OutOfRange,
        /// Row of the DVO tables for an age between two rows; `floor` by default.
        dvo_age_row: DvoAgeRow,
        /// What becomes of the decimals of OST and OSTA; `truncate` by default.
        ost_rounding: OstRounding,
        /// The arithmetic of SCORE; `truncated` by default.
        score_arithmetic: ScoreArithmetic,
        /// What the published UK table of 2008 says between its cells; `off` by default: nothing.
        uk2008_interpolation: Uk2008Interpolation,
        /// Ids of the guidelines to answer, separated by commas; `all` by default.
        guidelines: String,
        /// Answers the national set of this country (ISO code) instead; none by default.
        guideline_country: String,
        /// NOGG thresholds between two published ages; `interpolate` by default.
        nogg_between_ages: NoggBetweenAges,
        /// Writes every rule with what it saw into each guideline's answer; `on` by default.
        trace: Switch,
        /// Age, months, from which a calcium or creatinine is too old for drug safety; 3 by default.
        lab_valid_months: u32,
    }
}

nested!(BTreeMap<Region, f64>);

/// The horizon at which the QFracture models are asked, unless the caller says otherwise.
pub const QFRACTURE_YEARS: u32 = 10;

/// Months for which a calcium or creatinine serves drug safety, unless the caller says otherwise.
pub const LAB_VALID_MONTHS: u32 = 3;

impl Options {
    /// With every default written out, as an assessment echoes it.
    #[must_use]
    pub fn effective(mut self) -> Self {
        self.schema = Some(OPTIONS_SCHEMA.to_owned());
        self.t_compare.get_or_insert(TCompare::Reported);
        self.t_source.get_or_insert(TSource::Printed);
        self.male_reference.get_or_insert(Switch::Off);
        self.z_reference.get_or_insert(ZReference::Nhanes2005);
        self.sbmd_spine.get_or_insert(SbmdSpine::Hui1997);
        self.models.get_or_insert_with(|| "all".to_owned());
        self.qfracture_years.get_or_insert(QFRACTURE_YEARS);
        self.out_of_range.get_or_insert(OutOfRange::Refuse);
        self.dvo_age_row.get_or_insert(DvoAgeRow::Floor);
        self.ost_rounding.get_or_insert(OstRounding::Truncate);
        self.score_arithmetic.get_or_insert(ScoreArithmetic::Truncated);
        self.uk2008_interpolation.get_or_insert(Uk2008Interpolation::Off);
        if self.guideline_country.is_none() {
            self.guidelines.get_or_insert_with(|| "all".to_owned());
        }
        self.nogg_between_ages.get_or_insert(NoggBetweenAges::Interpolate);
        self.trace.get_or_insert(Switch::On);
        self.lab_valid_months.get_or_insert(LAB_VALID_MONTHS);
        self
    }
}

/// An option as `osteon list options` shows it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct OptionInfo {
    /// Name in every face.
    pub key: &'static str,
    /// Values allowed.
    pub values: &'static [&'static str],
    /// Default.
    pub default: &'static str,
    /// What it does.
    pub summary: &'static str,
}

/// The options, for faces to list.
pub const OPTIONS: &[OptionInfo] = &[
    OptionInfo {
        key: "as_of",
        values: &["YYYY-MM-DD"],
        default: "the document's assessed_on",
        summary: "day of the assessment; later entries are left out",
    },
    OptionInfo {
        key: "t_compare",
        values: TCompare::KEYS,
        default: "reported",
        summary: "compare the reported T-score (one decimal, half away from zero) or the exact one",
    },
    OptionInfo {
        key: "t_source",
        values: TSource::KEYS,
        default: "printed",
        summary: "let the printed T-score drive where there is one, or the computed one",
    },
    OptionInfo {
        key: "male_reference",
        values: Switch::KEYS,
        default: "off",
        summary: "for men, add the T-score against the male reference; it never drives",
    },
    OptionInfo {
        key: "z_reference",
        values: ZReference::KEYS,
        default: "nhanes_2005_2010",
        summary: "age-matched reference of Z-scores",
    },
    OptionInfo {
        key: "sbmd_spine",
        values: SbmdSpine::KEYS,
        default: "hui1997",
        summary: "equation that standardises spine BMD",
    },
    OptionInfo {
        key: "precision_g_cm2",
        values: &["a number per region"],
        default: "ISCD's minimum for intervals; none for change",
        summary: "the centre's precision error (RMS-SD) for scans that state none; given as a file on the command line",
    },
    OptionInfo {
        key: "models",
        values: &["ids separated by commas"],
        default: "all",
        summary: "the risk models to run",
    },
    OptionInfo {
        key: "qfracture_years",
        values: &["1-18"],
        default: "10",
        summary: "horizon of the QFracture models, years; the 2016 equations have 1-10",
    },
    OptionInfo {
        key: "out_of_range",
        values: OutOfRange::KEYS,
        default: "refuse",
        summary: "refuse an input outside a risk model's range, or move it to the limit and say so",
    },
    OptionInfo {
        key: "dvo_age_row",
        values: DvoAgeRow::KEYS,
        default: "floor",
        summary: "row of the DVO tables for an age between two rows; the guideline does not say; both answers are shown",
    },
    OptionInfo {
        key: "ost_rounding",
        values: OstRounding::KEYS,
        default: "truncate",
        summary: "what becomes of the decimals of OST and OSTA",
    },
    OptionInfo {
        key: "score_arithmetic",
        values: ScoreArithmetic::KEYS,
        default: "truncated",
        summary: "arithmetic of SCORE: age and weight over ten truncated (Lydick 1998), or kept",
    },
    OptionInfo {
        key: "uk2008_interpolation",
        values: Uk2008Interpolation::KEYS,
        default: "off",
        summary: "between the cells of the published UK table of 2008 say nothing, or interpolate",
    },
    OptionInfo {
        key: "guidelines",
        values: &["ids separated by commas"],
        default: "all",
        summary: "the guidelines to answer",
    },
    OptionInfo {
        key: "guideline_country",
        values: &["ISO code"],
        default: "none",
        summary: "answer the national set of this country only; with guidelines, both",
    },
    OptionInfo {
        key: "nogg_between_ages",
        values: NoggBetweenAges::KEYS,
        default: "interpolate",
        summary: "NOGG thresholds between two published ages: a straight line (approximate), or those of the lower age",
    },
    OptionInfo {
        key: "trace",
        values: Switch::KEYS,
        default: "on",
        summary: "write every rule with what it saw into each guideline's answer",
    },
    OptionInfo {
        key: "lab_valid_months",
        values: &["1-120"],
        default: "3",
        summary: "months for which a calcium or creatinine serves drug safety",
    },
];
