//! The factors of the guideline and the product of the two that count.

use crate::citation::{CitationId, Confidence, ids};
use crate::risk::points::{Band, Bound};

include!(concat!(env!("OUT_DIR"), "/dvo2023_factors.rs"));

/// Factors of one group are alternatives: only the strongest of them counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// No alternatives.
    Single,
    /// Falls, and what makes people fall.
    Falls,
    /// Glucocorticoids and rheumatoid arthritis.
    GlucocorticoidOrRheumatoid,
    /// Number, grade and recency of vertebral fractures.
    Vertebral,
    /// Bands of the body mass index.
    Bmi,
    /// Bands of the duration of type 2 diabetes.
    Type2Diabetes,
    /// Bands of TSH.
    Tsh,
    /// Bands of the trabecular bone score.
    Tbs,
}

/// What another transcription of the guideline has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dissent {
    /// Its relative risk, in tenths.
    pub tenths: u16,
    /// The reading, such as `dvo_copd=1.5`.
    pub reading: &'static str,
}

/// By which values of a measurement a factor is there.
struct Values {
    band: Band,
    words: &'static str,
}

/// A row of `data/risk/dvo2023_factors.csv`.
struct Row {
    factor: Factor,
    id: &'static str,
    label: &'static str,
    tenths: u16,
    /// The relative risk, in writing.
    written: &'static str,
    group: Group,
    /// The set of its group, itself among them.
    excludes: u64,
    to_age_years: Option<f64>,
    values: Option<Values>,
    dissent: Option<Dissent>,
    doubt: &'static str,
    citation: CitationId,
    confidence: Confidence,
}

impl Factor {
    /// Every factor, the strongest first.
    pub fn all() -> impl Iterator<Item = Self> {
        FACTORS.iter().map(|row| row.factor)
    }

    /// The factor with this id.
    ///
    /// ```
    /// use osteon::risk::dvo2023::Factor;
    /// assert_eq!(Factor::from_id("rheumatoid_arthritis").unwrap().tenths(), 27);
    /// ```
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        FACTORS.iter().find(|row| row.id == id).map(|row| row.factor)
    }

    fn row(self) -> &'static Row {
        let [first, ..] = &FACTORS;
        // The build makes the table and the factors from one list.
        FACTORS.get(self as usize).unwrap_or(first)
    }

    /// Id, in snake_case.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// What it is, in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// Relative risk, in tenths: 27 is 2.7.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.row().tenths
    }

    /// Relative risk.
    #[must_use]
    pub fn relative_risk(self) -> f64 {
        f64::from(self.tenths()) / 10.0
    }

    /// Relative risk, in writing: `2.7`.
    pub(super) fn written(self) -> &'static str {
        self.row().written
    }

    /// The factors that it is an alternative to.
    #[must_use]
    pub fn group(self) -> Group {
        self.row().group
    }

    /// Whether it enters the product. The guideline prints a number for two that do not.
    #[must_use]
    pub fn is_multiplied(self) -> bool {
        Factors(MULTIPLIED).contains(self)
    }

    /// Whether it makes a fracture imminent.
    #[must_use]
    pub fn is_imminent(self) -> bool {
        Factors(IMMINENT).contains(self)
    }

    /// Up to which age of the person assessed, in completed years, it counts.
    #[must_use]
    pub fn to_age_years(self) -> Option<f64> {
        self.row().to_age_years
    }

    /// By which values of its measurement it is there, in the unit of its label, with the relative risk
    /// for points; `None` where nothing is measured.
    ///
    /// ```
    /// use osteon::risk::dvo2023::Factor;
    /// let band = Factor::BmiAbove15.band().unwrap();
    /// assert!(!band.holds(15.0) && band.holds(18.4) && !band.holds(18.5));
    /// ```
    #[must_use]
    pub fn band(self) -> Option<Band> {
        self.row().values.as_ref().map(|values| values.band)
    }

    /// Whether it is there by this value of its measurement.
    pub(super) fn holds(self, value: f64) -> bool {
        self.band().is_some_and(|band| band.holds(value))
    }

    /// Its values in words: `2.5 to 7.5`.
    pub(super) fn values(self) -> &'static str {
        self.row().values.as_ref().map_or("", |values| values.words)
    }

    /// The lower end of its values.
    pub(super) fn low(self) -> f64 {
        self.band().and_then(|band| band.low.value()).unwrap_or(f64::NEG_INFINITY)
    }

    /// The upper end of its values.
    pub(super) fn high(self) -> f64 {
        self.band().and_then(|band| band.high.value()).unwrap_or(f64::INFINITY)
    }

    /// Why its number is doubtful; `None` where it is not.
    #[must_use]
    pub fn doubt(self) -> Option<&'static str> {
        Factors(DOUBTFUL).contains(self).then(|| self.row().doubt)
    }

    /// What a transcription that differs has.
    #[must_use]
    pub fn dissent(self) -> Option<Dissent> {
        self.row().dissent
    }

    /// Source.
    #[must_use]
    pub fn citation(self) -> CitationId {
        self.row().citation
    }

    /// How far its number is trusted.
    #[must_use]
    pub fn confidence(self) -> Confidence {
        self.row().confidence
    }
}

impl core::fmt::Display for Factor {
    /// `rheumatoid_arthritis 2.7`.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} {}", self.id(), self.written())
    }
}

/// A set of factors.
///
/// Its bits lie in the order of strength, so that the lowest is the strongest.
///
/// ```
/// use osteon::risk::dvo2023::{Factor, Factors};
/// let set = Factors::from_iter([Factor::Copd, Factor::RheumatoidArthritis, Factor::GlucocorticoidBelow25Mg]);
/// // Rheumatoid arthritis and glucocorticoids are one group; 2.7 x 1.3 = 3.51.
/// assert_eq!(set.counted(), [Some(Factor::RheumatoidArthritis), Some(Factor::Copd)]);
/// assert_eq!(set.product_hundredths(), 351);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Factors(u64);

impl Factors {
    /// No factor.
    pub const NONE: Self = Self(0);

    /// The set of one factor.
    #[must_use]
    pub const fn one(factor: Factor) -> Self {
        Self(1 << factor as u64)
    }

    /// This set with a factor.
    #[must_use]
    pub const fn with(self, factor: Factor) -> Self {
        self.union(Self::one(factor))
    }

    /// This set without a factor.
    #[must_use]
    pub const fn without(self, factor: Factor) -> Self {
        Self(self.0 & !Self::one(factor).0)
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the factor is in the set.
    #[must_use]
    pub const fn contains(self, factor: Factor) -> bool {
        self.0 & Self::one(factor).0 != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The factors, the strongest first.
    pub fn iter(self) -> impl Iterator<Item = Factor> {
        let mut left = self.0;
        core::iter::from_fn(move || {
            let factor = Self(left).first()?;
            left &= !Self::one(factor).0;
            Some(factor)
        })
    }

    /// Those that count at this age of the person, in completed years.
    #[must_use]
    pub fn at_age(self, years: f64) -> Self {
        let over = |factor: &Factor| factor.to_age_years().is_some_and(|to| years > to);
        Self(self.0 & AGE_LIMITED).iter().filter(over).fold(self, Self::without)
    }

    fn first(self) -> Option<Factor> {
        FACTORS.get(self.0.trailing_zeros() as usize).map(|row| row.factor)
    }

    /// Of each group the strongest, and of what is left the two strongest.
    #[must_use]
    pub fn counted(self) -> [Option<Factor>; 2] {
        let multiplied = Self(self.0 & MULTIPLIED);
        let first = multiplied.first();
        let second = first.and_then(|first| Self(multiplied.0 & !first.row().excludes).first());
        [first, second]
    }

    /// The product of the two that count, in hundredths; 100 where none does.
    #[must_use]
    pub fn product_hundredths(self) -> u16 {
        let [first, second] = self.counted().map(|factor| factor.map_or(10, Factor::tenths));
        first * second
    }

    /// The product if a factor of the set had another relative risk.
    #[must_use]
    pub(super) fn product_if(self, factor: Factor, tenths: u16) -> u16 {
        // The two strongest of different groups are the pair with the greatest product.
        let beside = Self(self.0 & !factor.row().excludes).counted();
        let with_it = tenths * beside.first().copied().flatten().map_or(10, Factor::tenths);
        self.without(factor).product_hundredths().max(with_it)
    }
}

impl FromIterator<Factor> for Factors {
    fn from_iter<I: IntoIterator<Item = Factor>>(iter: I) -> Self {
        iter.into_iter().fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lies_in_the_order_of_the_factors_and_of_strength() {
        for (place, row) in FACTORS.iter().enumerate() {
            assert_eq!(row.factor as usize, place, "{}", row.id);
            assert_eq!(Factor::from_id(row.id), Some(row.factor));
        }
        assert!(FACTORS.is_sorted_by(|a, b| a.tenths >= b.tenths));
        assert_eq!(FACTORS.len(), 52);
    }

    #[test]
    fn one_of_a_group_and_two_of_all() {
        let product = |factors: &[Factor]| Factors::from_iter(factors.iter().copied()).product_hundredths();
        assert_eq!(product(&[]), 100);
        assert_eq!(product(&[Factor::Stroke]), 160);
        assert_eq!(product(&[Factor::Stroke, Factor::Falls2OrMore, Factor::Epilepsy]), 200);
        assert_eq!(product(&[Factor::SmokingMoreThan10, Factor::ProtonPumpInhibitor]), 210);
        assert_eq!(product(&[Factor::HipFractureWithin12Months, Factor::RheumatoidArthritis]), 1107);
        assert_eq!(product(&[Factor::VertebralFractureWithin12Months, Factor::Genant3, Factor::Copd]), 650);
        assert_eq!(product(&[Factor::Immobility, Factor::AromataseInhibitor]), 100);
        assert_eq!(product(&[Factor::Immobility, Factor::Epilepsy]), 120);
        assert_eq!(product(&[Factor::TshBelow01, Factor::Tsh01To045]), 120);
    }

    #[test]
    fn another_relative_risk() {
        let set = Factors::from_iter([Factor::Copd, Factor::Stroke, Factor::ProtonPumpInhibitor]);
        assert_eq!(set.product_hundredths(), 160 * 14 / 10);
        assert_eq!(set.product_if(Factor::Copd, 15), 240);
        assert_eq!(set.product_if(Factor::Stroke, 11), 14 * 13);
    }

    #[test]
    fn a_parent_counts_up_to_75() {
        let set = Factors::from_iter([Factor::ParentalHipFracture, Factor::Copd]);
        assert_eq!(set.at_age(75.0), set);
        assert_eq!(set.at_age(76.0), Factors::one(Factor::Copd));
    }

    #[test]
    fn doubts_are_marked() {
        let doubtful: Vec<&str> = Factor::all().filter(|f| f.doubt().is_some()).map(Factor::id).collect();
        assert_eq!(
            doubtful,
            [
                "immobility",
                "aromatase_inhibitor",
                "copd",
                "tsh_0_1_to_0_45",
                "tsh_below_0_1",
                "type_2_diabetes_5_to_10_years"
            ]
        );
        assert_eq!(Factor::Copd.dissent().unwrap().reading, "dvo_copd=1.5");
    }
}
