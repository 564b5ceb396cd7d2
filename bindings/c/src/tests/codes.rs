//! Codes are named as the documents name their words, and are numbered for good.

use crate::codes::{
    osteon_access_status, osteon_against, osteon_category, osteon_cause, osteon_comparator,
    osteon_course_status, osteon_date_is, osteon_drug, osteon_ethnicity, osteon_fracture_site,
    osteon_gender_identity, osteon_lab_status, osteon_manufacturer, osteon_priority, osteon_recommendation,
    osteon_region, osteon_report_role, osteon_route, osteon_safety_status, osteon_sex, osteon_side,
    osteon_stop_reason, osteon_t_source, osteon_test_kind, osteon_test_status, osteon_tier, osteon_trauma,
};
use crate::rounding::osteon_half_rule;

macro_rules! all {
    ($($Code:ident),+) => { vec![$((stringify!($Code), $Code::words())),+] };
}

#[test]
fn a_code_has_the_name_of_its_word_in_the_header() {
    let header = concat!(env!("CARGO_MANIFEST_DIR"), "/include/osteon.h");
    let header = std::fs::read_to_string(header).unwrap();
    let all = all!(
        osteon_access_status,
        osteon_test_status,
        osteon_test_kind,
        osteon_half_rule,
        osteon_lab_status,
        osteon_comparator,
        osteon_stop_reason,
        osteon_date_is,
        osteon_against,
        osteon_category,
        osteon_cause,
        osteon_course_status,
        osteon_drug,
        osteon_ethnicity,
        osteon_fracture_site,
        osteon_gender_identity,
        osteon_manufacturer,
        osteon_priority,
        osteon_recommendation,
        osteon_region,
        osteon_report_role,
        osteon_route,
        osteon_safety_status,
        osteon_sex,
        osteon_side,
        osteon_t_source,
        osteon_tier,
        osteon_trauma
    );
    for (code, words) in all {
        let prefix = code.to_uppercase();
        assert!(header.contains(&format!("{prefix}_UNKNOWN = 0,")), "{code}");
        for (number, word) in words {
            let own = match (code, word) {
                ("osteon_safety_status" | "osteon_access_status", "unknown") => "CANNOT_BE_SAID".to_owned(),
                ("osteon_comparator", "<") => "BELOW".to_owned(),
                ("osteon_comparator", ">") => "ABOVE".to_owned(),
                (_, "unknown") => "NOT_KNOWN".to_owned(),
                _ => word.to_uppercase(),
            };
            // cbindgen writes a number as part of the word before it.
            let names = [own.clone(), own.replace("_33", "33")];
            assert!(
                names.iter().any(|name| header.contains(&format!("{prefix}_{name} = {number},"))),
                "{code}: {word} = {number}"
            );
        }
    }
}
