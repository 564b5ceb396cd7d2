//! The terms of the equations. Whatever is reckoned for a person and for a column is reckoned here.

use crate::math::{ln, sqrt};

use super::inputs::{Factor, Factors};

/// A number of each of the two equations of a sex: they share their inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Both {
    pub(super) any: f64,
    pub(super) hip: f64,
}

pub(super) const fn both(any: f64, hip: f64) -> Both {
    Both { any, hip }
}

impl Both {
    #[inline(always)]
    pub(super) const fn plus(self, other: Self) -> Self {
        both(self.any + other.any, self.hip + other.hip)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        both(self.any - other.any, self.hip - other.hip)
    }

    pub(super) fn min(self, other: Self) -> Self {
        both(self.any.min(other.any), self.hip.min(other.hip))
    }

    pub(super) fn max(self, other: Self) -> Self {
        both(self.any.max(other.any), self.hip.max(other.hip))
    }
}

/// A function of age or body mass index in an equation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub(super) beta: f64,
    pub(super) centre: f64,
}

impl Term {
    /// Adds nought.
    const NONE: Self = Self { beta: 0.0, centre: 0.0 };

    #[inline(always)]
    fn of(self, f: f64) -> f64 {
        self.beta * (f - self.centre)
    }
}

/// The functions of age and body mass index, named as the equations have them, both over ten.
#[derive(Clone, Copy, Debug)]
pub(super) enum Continuous {
    Women {
        any_age_2: Term,
        any_age_3: Term,
        any_inverse_bmi: Term,
        hip_age_2: Term,
        hip_age_3: Term,
        hip_inverse_bmi_2: Term,
    },
    Men {
        any_root_age: Term,
        any_age: Term,
        any_inverse_bmi: Term,
        any_inverse_root_bmi: Term,
        hip_age_3: Term,
        hip_age_3_ln_age: Term,
        hip_inverse_bmi_2: Term,
    },
}

impl Continuous {
    pub(super) fn age(&self, age_years: u8) -> Both {
        let age = f64::from(age_years) / 10.0;
        match self {
            Self::Women { any_age_2, any_age_3, hip_age_2, hip_age_3, .. } => {
                let (age_2, age_3) = (age * age, age * age * age);
                both(any_age_2.of(age_2) + any_age_3.of(age_3), hip_age_2.of(age_2) + hip_age_3.of(age_3))
            }
            Self::Men { any_root_age, any_age, hip_age_3, hip_age_3_ln_age, .. } => {
                let age_3 = age * age * age;
                both(
                    any_root_age.of(sqrt(age)) + any_age.of(age),
                    hip_age_3.of(age_3) + hip_age_3_ln_age.of(age_3 * ln(age)),
                )
            }
        }
    }

    pub(super) const fn body_mass(&self) -> BodyMass {
        match *self {
            Self::Women { any_inverse_bmi, hip_inverse_bmi_2, .. } => BodyMass {
                any_inverse: any_inverse_bmi,
                any_inverse_root: Term::NONE,
                hip_inverse_2: hip_inverse_bmi_2,
            },
            Self::Men { any_inverse_bmi, any_inverse_root_bmi, hip_inverse_bmi_2, .. } => BodyMass {
                any_inverse: any_inverse_bmi,
                any_inverse_root: any_inverse_root_bmi,
                hip_inverse_2: hip_inverse_bmi_2,
            },
        }
    }
}

/// The functions of body mass index, the same for both sexes: women's have no term with a root.
#[derive(Clone, Copy, Debug)]
pub(super) struct BodyMass {
    any_inverse: Term,
    any_inverse_root: Term,
    hip_inverse_2: Term,
}

impl BodyMass {
    #[inline(always)]
    pub(super) fn of(self, bmi_kg_m2: f64) -> Both {
        let inverse = 10.0 / bmi_kg_m2;
        both(
            self.any_inverse.of(inverse) + self.any_inverse_root.of(sqrt(inverse)),
            self.hip_inverse_2.of(inverse * inverse),
        )
    }

    /// Where the curve of any fracture is lowest, as (bmi/10)^-0.5, in which it is a parabola.
    pub(super) fn lowest(self) -> Option<f64> {
        let root = self.any_inverse_root.beta;
        (root != 0.0).then_some(-root / (2.0 * self.any_inverse.beta))
    }

    /// One or the other, number by number, for rows of either sex side by side in a vector.
    #[inline(always)]
    pub(super) fn either(which: bool, this: Self, other: Self) -> Self {
        let term = |this: Term, other: Term| Term {
            beta: if which { this.beta } else { other.beta },
            centre: if which { this.centre } else { other.centre },
        };
        Self {
            any_inverse: term(this.any_inverse, other.any_inverse),
            any_inverse_root: term(this.any_inverse_root, other.any_inverse_root),
            hip_inverse_2: term(this.hip_inverse_2, other.hip_inverse_2),
        }
    }
}

const FACTORS: usize = Factor::ALL.len();
/// How many factors are looked up at once, and how many sets of them there are.
const FEW: usize = 5;
const SETS: usize = 1 << FEW;
const GROUPS: usize = FACTORS.div_ceil(FEW);

/// What the factors add: each, and every set of each five in a row.
#[derive(Debug)]
pub(super) struct FactorTerms {
    each: [Both; FACTORS],
    sets: [[Both; SETS]; GROUPS],
    /// The factors of which either equation has a term.
    asked: u32,
}

impl FactorTerms {
    #[allow(clippy::indexing_slicing, reason = "evaluated when compiled, where it cannot pass unseen")]
    pub(super) const fn of_each(each: [Both; FACTORS]) -> Self {
        let mut sets = [[both(0.0, 0.0); SETS]; GROUPS];
        let (mut factor, mut asked) = (0, 0);
        while factor < FACTORS {
            if each[factor].any != 0.0 || each[factor].hip != 0.0 {
                asked |= 1 << factor;
            }
            // The sets whose last factor this is: those without it are done.
            let last = 1 << (factor % FEW);
            let mut set = last;
            while set < 2 * last {
                sets[factor / FEW][set] = sets[factor / FEW][set - last].plus(each[factor]);
                set += 1;
            }
            factor += 1;
        }
        Self { each, sets, asked }
    }

    pub(super) fn of(&self, factor: Factor) -> Both {
        self.each.get(factor as usize).copied().unwrap_or_default()
    }

    /// The factors of which either equation has a term.
    pub(super) fn asked(&self) -> Factors {
        Factors::from_bits(self.asked).unwrap_or_default()
    }

    /// What a set of factors adds, bit by place in [`Factor::ALL`]; higher bits add nought.
    #[inline(always)]
    pub(super) fn sum(&self, bits: u32) -> Both {
        let [a, b, c, d] = &self.sets;
        let set = |sets: &[Both; SETS], group: usize| {
            let place = bits as usize >> (group * FEW) & (SETS - 1);
            sets.get(place).copied().unwrap_or_default()
        };
        set(a, 0).plus(set(b, 1)).plus(set(c, 2)).plus(set(d, 3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_adds_what_its_factors_add() {
        // Powers of two: every sum is exact, and tells which factors are in it.
        let mut each = [Both::default(); FACTORS];
        for (place, term) in each.iter_mut().enumerate() {
            *term = both(f64::from(1_u32 << place), -f64::from(1_u32 << place));
        }
        let terms = FactorTerms::of_each(each);
        for bits in 0..1_u32 << FACTORS {
            assert_eq!(terms.sum(bits), both(f64::from(bits), -f64::from(bits)));
        }
        assert_eq!(terms.sum(!0 << FACTORS), Both::default());
        let falls = f64::from(1_u32 << Factor::Falls as u32);
        assert_eq!(terms.of(Factor::Falls), both(falls, -falls));
    }
}
