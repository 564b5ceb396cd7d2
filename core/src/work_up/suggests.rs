//! What a remarkable result suggests. A side without an entry suggests nothing of bone.

use crate::document::Analyte as A;

use super::tables::Side;

/// What a result beyond the limit suggests, in words; `None` where that side says nothing.
#[must_use]
pub const fn suggests(analyte: A, side: Side) -> Option<&'static str> {
    use Side::{High, Low};
    Some(match (analyte, side) {
        (A::Calcium | A::CalciumCorrected, Low) => {
            "vitamin D deficiency, hypoparathyroidism, malabsorption or kidney disease"
        }
        (A::Calcium | A::CalciumCorrected, High) => {
            "primary hyperparathyroidism, myeloma or another malignancy"
        }
        (A::Phosphate, Low) => "osteomalacia, excess of FGF23 or primary hyperparathyroidism",
        (A::Phosphate, High) => "chronic kidney disease",
        (A::Alp, Low) => "hypophosphatasia, in which antiresorptive drugs are avoided",
        (A::Alp, High) => "osteomalacia, Paget's disease, metastasis or a healing fracture",
        (A::Egfr | A::Crcl, Low) => "mineral and bone disorder of chronic kidney disease",
        (A::Creatinine, High) => "chronic kidney disease",
        (A::VitaminD25oh, Low) => "vitamin D deficiency: osteomalacia or secondary hyperparathyroidism",
        (A::VitaminD25oh, High) => "too much vitamin D",
        (A::Pth, High) => "hyperparathyroidism: primary with high calcium, else secondary",
        (A::Tsh, Low) => "hyperthyroidism, or too high a dose of thyroxine",
        (A::Tsh, High) => "hypothyroidism",
        (A::Haemoglobin, Low) => "myeloma, coeliac disease or chronic kidney disease",
        (A::Leucocytes | A::Platelets, Low) => "a disease of the bone marrow",
        (A::Leucocytes, High) => "infection, inflammation or a disease of the bone marrow",
        (A::Crp | A::Esr, High) => "inflammation, infection or malignancy as cause of a fracture",
        (A::SerumProteinElectrophoresis | A::FreeLightChains, High) => {
            "monoclonal gammopathy: myeloma or one of undetermined significance"
        }
        (A::Albumin, Low) => "malnutrition; total calcium reads low with it",
        (A::Ast | A::Alt | A::Ggt, High) => "liver disease, or alcohol",
        (A::Ferritin | A::TransferrinSaturation, High) => "haemochromatosis",
        (A::Testosterone | A::FreeTestosterone | A::BioavailableTestosterone, Low) => "hypogonadism",
        (A::TtgIga, High) => "coeliac disease; a bisphosphonate by mouth may not be absorbed",
        (A::CortisolAfterDexamethasone, High) => "Cushing's syndrome",
        (A::CalciumUrine24h, Low) => "malabsorption or vitamin D deficiency",
        (A::CalciumUrine24h, High) => "hypercalciuria",
        (A::Tryptase, High) => "systemic mastocytosis",
        (A::Sodium, Low) => "hyponatraemia, a risk factor for fractures",
        (A::Ctx, High) => "high bone turnover; on treatment, that it does not act or is not taken",
        _ => return None,
    })
}
