//! Treatments of the patient document.

use jiff::civil::Date;

use super::choice::choice;
use super::slot::section;

choice! {
    /// A drug for osteoporosis.
    pub enum Drug {
        Alendronate = "alendronate",
        Risedronate = "risedronate",
        Ibandronate = "ibandronate",
        Zoledronate = "zoledronate",
        Denosumab = "denosumab",
        Teriparatide = "teriparatide",
        Abaloparatide = "abaloparatide",
        Romosozumab = "romosozumab",
        Raloxifene = "raloxifene",
        MenopausalHormoneTherapy = "menopausal_hormone_therapy",
        Calcium = "calcium",
        VitaminD = "vitamin_d",
        Other = "other",
        Unspecified = "unspecified",
    }
}

choice! {
    /// How it is given.
    pub enum Route { Oral = "oral", Iv = "iv", Sc = "sc", }
}

choice! {
    /// Why it was stopped.
    pub enum StopReason {
        Intolerance = "intolerance",
        Failure = "failure",
        Completed = "completed",
        Choice = "choice",
        Contraindication = "contraindication",
        Unknown = "unknown",
    }
}

section! {
    /// One course of a drug.
    pub struct Treatment {
        /// Which drug. Required.
        drug: Drug,
        /// How it is given.
        route: Route,
        /// Dose, in the words of the prescription.
        dose: String,
        /// First day.
        start: Date,
        /// Last day.
        stop: Date,
        /// Day it is meant to stop.
        planned_stop: Date,
        /// Why it was stopped.
        stop_reason: StopReason,
        /// Day of the last dose.
        last_dose: Date,
        /// Doses given so far.
        doses: u32,
        /// Taken as prescribed.
        adherent: bool,
    }
}
