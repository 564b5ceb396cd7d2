//! Medical history of the patient document.

use super::slot::section;

section! {
    /// Events and conditions that rule a drug or a measurement in or out. A key left out is unknown.
    pub struct History {
        /// Myocardial infarction or stroke, ever.
        myocardial_infarction_or_stroke: bool,
        /// Months since the last of them.
        months_since_myocardial_infarction_or_stroke: f64,
        /// Coronary artery disease.
        coronary_artery_disease: bool,
        /// Venous thromboembolism.
        venous_thromboembolism: bool,
        /// Skeletal malignancy.
        skeletal_malignancy: bool,
        /// Radiotherapy of the skeleton.
        skeletal_radiotherapy: bool,
        /// Paget's disease of bone.
        paget_disease: bool,
        /// Oesophageal disorder.
        oesophageal_disorder: bool,
        /// Cannot sit or stand upright for half an hour.
        cannot_sit_upright: bool,
        /// A dental extraction is planned.
        dental_extraction_planned: bool,
        /// Atypical femoral fracture, ever.
        atypical_femoral_fracture: bool,
        /// Osteonecrosis of the jaw, ever.
        osteonecrosis_of_jaw: bool,
        /// Pregnant.
        pregnant: bool,
        /// Pregnancy is possible.
        pregnancy_possible: bool,
        /// Breastfeeding.
        breastfeeding: bool,
        /// Hypophosphatasia.
        hypophosphatasia: bool,
        /// Osteomalacia.
        osteomalacia: bool,
        /// Hypercalcaemia.
        hypercalcaemia: bool,
        /// Unexplained high alkaline phosphatase.
        unexplained_high_alp: bool,
        /// Kidney stones.
        urolithiasis: bool,
        /// Dialysis.
        dialysis: bool,
        /// Kidney transplant.
        kidney_transplant: bool,
        /// Breast cancer.
        breast_cancer: bool,
        /// Vasomotor symptoms.
        vasomotor_symptoms: bool,
        /// A prosthesis in the left hip: that hip has no BMD.
        hip_prosthesis_left: bool,
        /// A prosthesis in the right hip: that hip has no BMD.
        hip_prosthesis_right: bool,
        /// Hardware in the lumbar spine.
        spinal_hardware: bool,
        /// An amputation: weight no longer means what weight-based scores take it for.
        amputation: bool,
        /// BMD cannot be measured in this person.
        bmd_not_possible: bool,
        /// An oral bisphosphonate is unsuitable.
        oral_bisphosphonate_unsuitable: bool,
        /// In palliative care.
        palliative_care: bool,
    }
}
