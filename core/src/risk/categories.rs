//! The categories of each model, from the first to the last that it knows: codes of tables count along them.

use super::dvo2023::Tier;
use super::model::Model;
use super::risk_by_points::tables;

const BY_WEIGHT_AND_AGE: [&str; 3] = ["low", "moderate", "high"];
const BY_CUT_OFF: [&str; 2] = ["below_cut_off", "at_cut_off"];

impl Model {
    /// The categories that it may give; none for a model that gives numbers only.
    ///
    /// ```
    /// let tiers = osteon::risk::Model::from_id("dvo2023").unwrap().categories();
    /// assert_eq!(tiers, ["lt3", "3_to_5", "5_to_10", "ge10"]);
    /// ```
    #[must_use]
    pub fn categories(&self) -> Vec<&'static str> {
        let of_steps = |steps: &[super::risk_by_points::Step]| {
            steps.iter().filter_map(|step| step.published.category).collect()
        };
        match self.id {
            "dvo2023" => Tier::KEYS.to_vec(),
            "sof_fracture_index" => of_steps(tables::sof_fracture_index::HIP),
            "sof_hip_1y_2017" => of_steps(tables::sof_hip_1y_2017::HIP),
            "van_geel2006" => {
                use tables::van_geel2006::{EARLIER_FRACTURE, LOW_BMD, NORMAL_BMD, RECENT_FRACTURE};
                let leaves = [NORMAL_BMD, LOW_BMD, EARLIER_FRACTURE, RECENT_FRACTURE];
                leaves.iter().filter_map(|leaf| leaf.category).collect()
            }
            "ost" | "osta" => BY_WEIGHT_AND_AGE.to_vec(),
            "osiris" => vec!["low", "intermediate", "high"],
            // By whole points it has bands, by the published program a cut-off alone.
            "score" => [&BY_WEIGHT_AND_AGE[..], &BY_CUT_OFF].concat(),
            "orai" | "abone" | "body_weight" | "sofsurf" | "mores" => BY_CUT_OFF.to_vec(),
            "uk2008_published_table" => vec![super::uk2008_published_table::BELOW_LOWEST],
            _ => Vec::new(),
        }
    }
}
