//! What a service may set, and the days between which it is measured.

use jiff::civil::Date;

use crate::document::choice::choice;
use crate::document::slot::section;
use crate::error::{Code, Refusal};

/// The value of `schema` in an options document of a service.
pub const FLS_OPTIONS_SCHEMA: &str = "osteon/fls_options/1";

/// Rows that get letters where nobody said how many calls the week holds: a service has a list of thousands when
/// it begins, and nobody posts it in a week.
const LETTERS_UNSTATED: u32 = 200;

choice! {
    /// Which fractures a service counts.
    pub enum InclusionSet {
        /// Ours: fragility sites from 50 years.
        Own = "own",
        /// The French recommendations (GRIO).
        Grio = "grio",
        /// The audit of the United Kingdom.
        FlsDb = "fls_db",
        /// Women of 67-85, as the measure of the United States counts.
        OmwStyle = "omw_style",
    }
}

section! {
    /// Options of a service. What is left out takes its default, which is printed with the answer.
    pub struct FlsOptions {
        /// `osteon/fls_options/1`.
        schema: String,
        /// Which fractures are counted; `own` by default.
        inclusion_set: InclusionSet,
        /// Least age at the fracture, years; 50 by default.
        age_min_years: u32,
        /// A fracture of the same site within so many days is the same fracture; 180 by default.
        washout_days: u32,
        /// Counts only fractures with evidence of low trauma; `false` by default, since silence is no evidence.
        low_trauma_required: bool,
        /// Allowed gap in an oral drug, days; 60 by default.
        gap_days_oral: u32,
        /// Allowed gap after the cover of denosumab ends, days; 30 by default.
        gap_days_denosumab: u32,
        /// Allowed gap after the cover of zoledronate ends, days; 90 by default.
        gap_days_zoledronate: u32,
        /// Allowed gap in any other injected drug, days; 60 by default.
        gap_days_other: u32,
        /// Whether `pathway.csv` lists every step that was done, so that a step in no row was not done; `false` by
        /// default. Where it is read so, every number that rests on it says so.
        pathway_complete: bool,
        /// Places for new patients in a week; no limit is assumed where it is not stated.
        slots_per_week: u32,
        /// Calls that can be made in a week; the worklist ends there. No limit where it is not stated.
        calls_per_week: u32,
        /// Rows of the worklist, from the first, for which letters are written; by default as many as
        /// `calls_per_week`, and 200 where that is not stated.
        letters_max: u32,
        /// Tries of making contact after which nobody is called again; 3 by default.
        contact_tries_max: u32,
        /// Fractures other than of the spine expected in the period.
        expected_non_spine: u32,
        /// Fractures of the spine expected in the period.
        expected_spine: u32,
        /// Hip fractures known to the hospital in the period.
        known_hip: u32,
        /// Country whose guidelines decide (ISO code); `FR` by default.
        country: String,
        /// Name of the service, for letters.
        service_name: String,
        /// Telephone of the service, for letters.
        service_phone: String,
        /// Seed of the simulation; 1 by default.
        simulation_seed: u32,
    }
}

/// The days between which a service is measured, and the day of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day of the fractures.
    pub from: Date,
    /// Last day of the fractures, included.
    pub to: Date,
    /// Day of the report: nothing after it is read.
    pub as_of: Date,
}

impl Period {
    /// A period.
    ///
    /// # Errors
    /// A first day after the last, or a report before the first day.
    pub fn new(from: Date, to: Date, as_of: Date) -> Result<Self, Refusal> {
        if from > to {
            return Err(Refusal::new(Code::DateOrder, "from", from, format!("on or before `to` ({to})")));
        }
        if as_of < from {
            return Err(Refusal::new(
                Code::DateOrder,
                "as_of",
                as_of,
                format!("on or after `from` ({from})"),
            ));
        }
        Ok(Self { from, to, as_of })
    }

    /// Whether a fracture of this day is one of the period, as far as the day of the report.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        (self.from..=self.to.min(self.as_of)).contains(&day)
    }
}

/// Options with every default in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The period.
    pub period: Period,
    /// Which fractures are counted.
    pub inclusion_set: InclusionSet,
    /// Least age at the fracture, years.
    pub age_min_years: u32,
    /// Same site within so many days is the same fracture.
    pub washout_days: u32,
    /// Counts only fractures with evidence of low trauma.
    pub low_trauma_required: bool,
    /// A step in no row of the pathway file was not done.
    pub pathway_complete: bool,
    /// Allowed gaps.
    pub gaps: AllowedGaps,
    /// Places for new patients in a week.
    pub slots_per_week: Option<u32>,
    /// Calls in a week.
    pub calls_per_week: Option<u32>,
    /// Rows of the worklist for which letters are written at most.
    pub letters_max: u32,
    /// Tries after which nobody is called again.
    pub contact_tries_max: u32,
    /// Fractures other than of the spine expected in the period.
    pub expected_non_spine: Option<u32>,
    /// Fractures of the spine expected in the period.
    pub expected_spine: Option<u32>,
    /// Hip fractures known to the hospital in the period.
    pub known_hip: Option<u32>,
    /// Country whose guidelines decide.
    pub country: String,
    /// Name of the service.
    pub service_name: Option<String>,
    /// Telephone of the service.
    pub service_phone: Option<String>,
    /// Seed of the simulation.
    pub simulation_seed: u32,
}

/// For how long a course may be without cover before it counts as stopped, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllowedGaps {
    /// Oral drugs.
    pub oral: u32,
    /// Denosumab, after its six months.
    pub denosumab: u32,
    /// Zoledronate, after its twelve months.
    pub zoledronate: u32,
    /// Other injected drugs.
    pub other: u32,
}

impl Settings {
    /// What these settings read into silence, in sentences.
    #[must_use]
    pub fn assumed(&self) -> Vec<String> {
        let complete = "A step in no row of the pathway file is read as not done (`pathway_complete`).";
        self.pathway_complete.then(|| complete.to_owned()).into_iter().collect()
    }

    /// Options over their defaults.
    ///
    /// # Errors
    /// Every option that cannot be.
    pub fn new(period: Period, options: FlsOptions) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let mut within = |field: &'static str, value: Option<u32>, default: u32, low: u32, high: u32| {
            let value = value.unwrap_or(default);
            if !(low..=high).contains(&value) {
                refusals.push(Refusal::new(Code::OutOfRange, field, value, format!("{low}-{high}")));
            }
            value
        };
        let age_min_years = within("age_min_years", options.age_min_years, 50, 18, 120);
        let washout_days = within("washout_days", options.washout_days, 180, 1, 3650);
        let gaps = AllowedGaps {
            oral: within("gap_days_oral", options.gap_days_oral, 60, 0, 730),
            denosumab: within("gap_days_denosumab", options.gap_days_denosumab, 30, 0, 730),
            zoledronate: within("gap_days_zoledronate", options.gap_days_zoledronate, 90, 0, 730),
            other: within("gap_days_other", options.gap_days_other, 60, 0, 730),
        };
        let contact_tries_max = within("contact_tries_max", options.contact_tries_max, 3, 1, 100);
        let simulation_seed = options.simulation_seed.unwrap_or(1);
        let country = options.country.unwrap_or_else(|| "FR".to_owned());
        if let Some(schema) = options.schema.as_deref()
            && schema != FLS_OPTIONS_SCHEMA
        {
            let limit = format!("must be {FLS_OPTIONS_SCHEMA}");
            refusals.push(Refusal::new(Code::UnknownId, "schema", schema.to_owned(), limit));
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        Ok(Self {
            period,
            inclusion_set: options.inclusion_set.unwrap_or(InclusionSet::Own),
            age_min_years,
            washout_days,
            low_trauma_required: options.low_trauma_required.unwrap_or(false),
            pathway_complete: options.pathway_complete.unwrap_or(false),
            gaps,
            slots_per_week: options.slots_per_week,
            calls_per_week: options.calls_per_week,
            letters_max: options.letters_max.or(options.calls_per_week).unwrap_or(LETTERS_UNSTATED),
            contact_tries_max,
            expected_non_spine: options.expected_non_spine,
            expected_spine: options.expected_spine,
            known_hip: options.known_hip,
            country,
            service_name: options.service_name,
            service_phone: options.service_phone,
            simulation_seed,
        })
    }
}
