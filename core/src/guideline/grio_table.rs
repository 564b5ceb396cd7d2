//! The table of the French guidelines: columns by fracture, rows by the lowest T-score of spine and hip. Each
//! guideline fills in its own decisions.

use crate::citation::{CitationId, Confidence};
use crate::document::guidance::Recommendation as R;
use crate::rule::{ALWAYS, Comparison, Limit, Outcome, Remark, Rule, When, above, at_least, at_most, below};

use super::age_limits::FRANCE2012_MOF_INTERVENTION;
use super::fact::bone_density::{BMD_MEASURED, LOWEST_T};
use super::fact::frax::fr;
use super::fact::grio::{
    ALCOHOL, BODY_MASS_INDEX, EVER_TREATED, MENOPAUSE_AGE, NEVER_OSTEOPOROTIC_FRACTURE, NON_SEVERE_FRACTURE,
    RISK_FACTOR, SEVERE_FRACTURE,
};
use super::fact::person::{AGE, BMD_NOT_POSSIBLE, BODY_MASS_INDEX_NOT_STATED, BODY_MASS_INDEX_READ, FALLS};

/// Column of severe fractures.
pub(super) static SEVERE: When = When::Yes(&SEVERE_FRACTURE);
/// Column of other fractures that count; it stands after that of the severe.
pub(super) static NON_SEVERE: When = When::Yes(&NON_SEVERE_FRACTURE);
/// The last column: everyone else.
pub(super) static NO_FRACTURE: When = ALWAYS;

/// T <= -3
pub(super) const T_TO_3: When = at_most(&LOWEST_T, -3.0);
/// T <= -2
pub(super) const T_TO_2: When = at_most(&LOWEST_T, -2.0);
/// T <= -1
pub(super) const T_TO_1: When = at_most(&LOWEST_T, -1.0);
/// -2 < T <= -1
pub(super) const T_2_TO_1: When = When::All(&[above(&LOWEST_T, -2.0), at_most(&LOWEST_T, -1.0)]);
/// -3 < T <= -2
pub(super) const T_3_TO_2: When = When::All(&[above(&LOWEST_T, -3.0), at_most(&LOWEST_T, -2.0)]);
/// T > -1
pub(super) const T_ABOVE_1: When = above(&LOWEST_T, -1.0);
/// T > -2
pub(super) const T_ABOVE_2: When = above(&LOWEST_T, -2.0);
/// T > -3
pub(super) const T_ABOVE_3: When = above(&LOWEST_T, -3.0);
/// The first row of each column: no T-score of spine or hip.
pub(super) const NO_T: When = When::No(&BMD_MEASURED);

/// Women of whom the column without fracture speaks. Two falls in a year are repeated falls: our reading.
pub(super) const AT_RISK: When = When::Any(&[
    When::Yes(&RISK_FACTOR),
    below(&BODY_MASS_INDEX, 19.0),
    below(&MENOPAUSE_AGE, 40.0),
    at_least(&ALCOHOL, 3.0),
    at_least(&FALLS, 2.0),
]);

/// A woman without a fracture of whom the table speaks. Above -2 its column says that no drug is needed, whoever
/// she is; from there down it is for women at risk.
pub(super) const FRACTURE_OR_AT_RISK: When =
    When::Any(&[When::Yes(&SEVERE_FRACTURE), When::Yes(&NON_SEVERE_FRACTURE), AT_RISK, T_ABOVE_2]);

/// Why the table does not speak of a woman.
pub(super) const NOT_AT_RISK: &str = "without a fracture the table speaks of women with a risk factor of osteoporosis or repeated falls, two \
     or more in a year";

/// Whom FRAX speaks of: never after a severe fracture, nor on or after treatment. Its thresholds are published
/// from 50 to 90.
pub(super) const FRAX_SPEAKS: When = When::All(&[
    When::No(&SEVERE_FRACTURE),
    When::No(&EVER_TREATED),
    at_least(&AGE, 50.0),
    at_most(&AGE, 90.0),
]);

/// FRAX at or above the threshold of the age.
pub(super) const FRAX_AT_OR_ABOVE: When =
    When::Is(&fr::MOF, Comparison::AtLeast, Limit::ByAge(&FRANCE2012_MOF_INTERVENTION));

/// FRAX below it.
pub(super) const FRAX_BELOW: When =
    When::Is(&fr::MOF, Comparison::Below, Limit::ByAge(&FRANCE2012_MOF_INTERVENTION));

/// A column of the table, with the guideline's word for it.
pub(super) struct Column(&'static When, &'static str);

/// Of severe fractures.
pub(super) const SEVERE_COLUMN: Column = Column(&SEVERE, "severe_fracture");
/// Of other fractures.
pub(super) const NON_SEVERE_COLUMN: Column = Column(&NON_SEVERE, "non_severe_fracture");
/// Without a fracture.
pub(super) const NO_FRACTURE_COLUMN: Column = Column(&NO_FRACTURE, "no_fracture");

impl Column {
    /// A cell of the column.
    pub(super) const fn cell(
        self,
        id: &'static str,
        row: &'static When,
        says: R,
        citation: CitationId,
        confidence: Confidence,
    ) -> Rule {
        let Self(gate, category) = self;
        Rule {
            id,
            when: When::Cell(gate, row),
            then: Outcome::in_category(category, says),
            citation,
            confidence,
        }
    }
}

/// A severe fracture with bone of normal density.
pub(super) const ANOTHER_CAUSE: Remark = Remark {
    code: "look_for_another_cause",
    when: When::All(&[When::Yes(&SEVERE_FRACTURE), T_ABOVE_1]),
    text: "a severe fracture with every T-score above -1: look for another cause of fragile bone",
};

/// The table cannot be read, and no scan will change that.
pub(super) const BMD_IS_NOT_POSSIBLE: Remark = Remark {
    code: "bmd_not_possible",
    when: When::All(&[When::Yes(&BMD_NOT_POSSIBLE), When::No(&BMD_MEASURED)]),
    text: "bone density cannot be measured, and the table cannot be read without it: a specialist decides",
};

/// A fracture that the table does not know.
pub(super) const NEVER_OSTEOPOROTIC: Remark = Remark {
    code: "site_never_osteoporotic",
    when: When::Yes(&NEVER_OSTEOPOROTIC_FRACTURE),
    text: "a fracture of the skull, the face, the spine above T4, the hand or the foot is not read as osteoporotic: \
           look for its cause",
};

/// Without a fracture a low body mass index would open the last column, which asks for one from -2 down.
pub(super) const BODY_MASS_INDEX_WAS_READ: Remark = Remark {
    when: When::All(&[
        When::Yes(&BODY_MASS_INDEX_NOT_STATED),
        T_TO_2,
        When::No(&SEVERE_FRACTURE),
        When::No(&NON_SEVERE_FRACTURE),
    ]),
    ..BODY_MASS_INDEX_READ
};
