//! Laboratory results of the patient document.

use jiff::civil::Date;

use super::choice::choice;
use super::slot::section;

choice! {
    /// What was measured.
    pub enum Analyte {
        Calcium = "calcium",
        CalciumCorrected = "calcium_corrected",
        Albumin = "albumin",
        Phosphate = "phosphate",
        Alp = "alp",
        Creatinine = "creatinine",
        Egfr = "egfr",
        Crcl = "crcl",
        VitaminD25oh = "vitamin_d_25oh",
        Pth = "pth",
        Tsh = "tsh",
        Haemoglobin = "haemoglobin",
        Platelets = "platelets",
        Leucocytes = "leucocytes",
        Crp = "crp",
        Esr = "esr",
        Testosterone = "testosterone",
        FreeTestosterone = "free_testosterone",
        BioavailableTestosterone = "bioavailable_testosterone",
        Ctx = "ctx",
        P1np = "p1np",
        SerumProteinElectrophoresis = "serum_protein_electrophoresis",
        FreeLightChains = "free_light_chains",
        Sodium = "sodium",
        Potassium = "potassium",
        Magnesium = "magnesium",
        Ast = "ast",
        Alt = "alt",
        Ggt = "ggt",
        Ferritin = "ferritin",
        TransferrinSaturation = "transferrin_saturation",
        TtgIga = "ttg_iga",
        CortisolAfterDexamethasone = "cortisol_after_dexamethasone",
        CalciumUrine24h = "calcium_urine_24h",
        Tryptase = "tryptase",
    }
}

choice! {
    /// A result beyond the range of the method.
    pub enum Comparator { Below = "<", Above = ">", }
}

choice! {
    /// Whether the result is there.
    pub enum LabStatus { Final = "final", Pending = "pending", NotDone = "not_done", }
}

section! {
    /// One laboratory result.
    pub struct Lab {
        /// What was measured. Required.
        analyte: Analyte,
        /// Below or above the stated value.
        comparator: Comparator,
        /// The value, in `unit`.
        value: f64,
        /// A result in words.
        coded: String,
        /// The unit, as the laboratory writes it.
        unit: String,
        /// Day of the sample.
        date: Date,
        /// Whether the result is there.
        status: LabStatus,
        /// The laboratory's own lower limit, in `unit`.
        reference_low: f64,
        /// The laboratory's own upper limit, in `unit`.
        reference_high: f64,
    }
}
