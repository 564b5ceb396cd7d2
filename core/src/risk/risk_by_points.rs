//! What was published for a sum of points or for a leaf of a tree: `data/risk/risk_by_points.csv`.

/// A published risk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The risk, %, where the source gives one number.
    pub percent: Option<f64>,
    /// The source's category.
    pub category: Option<&'static str>,
    /// The lower end, %: of the 95 % confidence interval of the risk, or of the category.
    pub low: Option<f64>,
    /// The upper end, %, of the same.
    pub high: Option<f64>,
}

/// What was published for these points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// From so many points.
    pub from: f64,
    /// To so many, these included; infinite where the last step is open.
    pub to: f64,
    /// What is said of them.
    pub published: Published,
}

/// What was published for a sum of points; `None` below, above or between the steps, and for NaN.
#[must_use]
pub fn published(steps: &[Step], points: f64) -> Option<Published> {
    steps.iter().find(|step| step.from <= points && points <= step.to).map(|step| step.published)
}

/// The tables of each model.
pub(crate) mod tables {
    include!(concat!(env!("OUT_DIR"), "/risk_by_points.rs"));
    use super::{Published, Step};
}

#[cfg(test)]
mod tests {
    use super::{published, tables};

    #[test]
    fn nothing_is_said_outside_the_steps() {
        let of = |points| published(tables::sof_hip_1y_2017::HIP, points).and_then(|p| p.category);
        assert_eq!((of(0.0), of(5.0), of(34.0)), (Some("lt0.5"), Some("0.5_to_1.5"), Some("ge5")));
        for points in [-1.0, 1.0, 4.0, 4.5, 35.0, f64::NAN, f64::INFINITY] {
            assert_eq!(of(points), None, "{points}");
        }
    }
}
