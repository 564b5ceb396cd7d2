//! The densitometric classes of WHO (1994) and ISCD.

use crate::document::assessment::Category;
use crate::quantity::{Compared, Tenths};
use crate::reference::thresholds;

/// The class of a T-score: normal at -1.0 and above, osteoporosis at -2.5 and below.
///
/// ```
/// use osteon::diagnosis::who_class;
/// use osteon::document::assessment::Category;
/// use osteon::quantity::{Compared, Tenths};
/// let class = |tenths| who_class(Compared::reported(Tenths::new(tenths)));
/// assert_eq!(class(-10), Category::Normal);
/// assert_eq!(class(-11), Category::LowBoneMass);
/// assert_eq!(class(-24), Category::LowBoneMass);
/// assert_eq!(class(-25), Category::Osteoporosis);
/// ```
#[must_use]
pub fn who_class(t: Compared) -> Category {
    if t >= Compared::reported(thresholds::NORMAL_T) {
        Category::Normal
    } else if t <= Compared::reported(thresholds::OSTEOPOROSIS_T) {
        Category::Osteoporosis
    } else {
        Category::LowBoneMass
    }
}

/// The class of a Z-score: below the expected range for age at -2.0 and below (ISCD).
#[must_use]
pub fn z_class(z: Compared) -> Category {
    if z <= Compared::reported(thresholds::LOW_Z) {
        Category::BelowExpectedForAge
    } else {
        Category::WithinExpectedForAge
    }
}

/// Whether the reported and the exact T-score give different classes.
#[must_use]
pub fn depends_on_rounding(t: f64) -> bool {
    who_class(Compared::reported(Tenths::rounded(t))) != who_class(Compared::exact(t))
}

/// How bad a category is, for the worst one ever.
pub(crate) const fn rank(category: Category) -> u8 {
    match category {
        Category::Undetermined => 0,
        Category::Normal | Category::WithinExpectedForAge => 1,
        Category::LowBoneMass | Category::BelowExpectedForAge => 2,
        Category::Osteoporosis => 3,
        Category::SevereOsteoporosis => 4,
    }
}
