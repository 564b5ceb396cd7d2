//! The reason in one plain sentence.

use crate::fls::output::Why;

use super::limits::WEEKS_FROM_DAYS;
use super::reason::WhyCode;

/// The sentence of these codes.
pub(super) fn sentence(all: &[Why]) -> String {
    let text = all.iter().map(part).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
    let mut letters = text.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect::<String>() + ".")
}

fn part(why: &Why) -> String {
    let number = why.number.unwrap_or(0);
    let word = why.word.unwrap_or("");
    let Some(code) = WhyCode::from_key(why.code) else { return String::new() };
    match code {
        WhyCode::FractureDaysAgo => match number {
            0 => format!("{} fracture today", site(word)),
            _ => format!("{} fracture {} ago", site(word), time(number)),
        },
        WhyCode::FractureWeeksAgo => format!("{} fracture {} ago", site(word), weeks(number)),
        WhyCode::FractureInYear => format!("{} fracture in {number}, day not stated", site(word)),
        WhyCode::Priority => format!("priority {}", spaced(word)),
        WhyCode::PriorityUnknown => "priority not known".to_owned(),
        WhyCode::NotInvited => "not yet invited".to_owned(),
        WhyCode::InvitationNotRecorded => "no record says whether the person was invited".to_owned(),
        WhyCode::InvitedNoAnswer => "invited, no answer yet".to_owned(),
        WhyCode::Absent => "agreed and did not come".to_owned(),
        WhyCode::WaitingForPlace => "waiting for a place".to_owned(),
        WhyCode::Tries => format!("contact tried {}", times(number)),
        WhyCode::LastTryDaysAgo => match number {
            0 => "last try today".to_owned(),
            _ => format!("last try {} ago", time(number)),
        },
        WhyCode::NoDxa => "no DXA yet".to_owned(),
        WhyCode::NoBloods => "no bloods yet".to_owned(),
        WhyCode::NoFallsAssessment => "falls not assessed yet".to_owned(),
        WhyCode::NoDecision => "no decision on treatment yet".to_owned(),
        WhyCode::RecommendedNotBegun => "treatment recommended and not begun".to_owned(),
        WhyCode::OnDrugAtFracture => format!("on {} when the bone broke", spaced(word)),
        WhyCode::DenosumabDueInDays => match number {
            0 => "next dose of denosumab due today".to_owned(),
            _ => format!("next dose of denosumab due in {}", time(number)),
        },
        WhyCode::DenosumabOverdueDays => format!("dose of denosumab overdue by {}", time(number)),
        WhyCode::DenosumabEndedDaysAgo => {
            format!("cover of denosumab ended {} ago and no drug followed", time(number))
        }
        WhyCode::DrugStoppedDaysAgo => format!("no cover of {} for {}", spaced(word), time(number)),
        WhyCode::StoppedBecause => format!("reason for stopping: {}", spaced(word)),
        WhyCode::Not16Weeks => "not seen at 16 weeks yet".to_owned(),
        WhyCode::Not52Weeks => "not seen at 52 weeks yet".to_owned(),
        WhyCode::DaysLeftDxa => left(number, "a DXA within 12 weeks"),
        WhyCode::DaysLeftAssessment => left(number, "an assessment within 12 weeks"),
        WhyCode::DaysLeftTreatment => left(number, "treatment within 16 weeks"),
        WhyCode::DaysLeftRecall16Weeks => left(number, "the recall at 16 weeks"),
        WhyCode::DaysLeftRecall52Weeks => left(number, "the recall at 52 weeks"),
        WhyCode::DaysLateDxa => late(number, "a DXA within 12 weeks"),
        WhyCode::DaysLateAssessment => late(number, "an assessment within 12 weeks"),
        WhyCode::DaysLateTreatment => late(number, "treatment within 16 weeks"),
        WhyCode::DaysLateRecall16Weeks => late(number, "the recall at 16 weeks"),
        WhyCode::DaysLateRecall52Weeks => late(number, "the recall at 52 weeks"),
        WhyCode::Review => format!("somebody must look at the fracture ({})", spaced(word)),
    }
}

fn left(days: i64, what: &str) -> String {
    match days {
        0 => format!("today is the last day for {what}"),
        _ => format!("{} left for {what}", time(days)),
    }
}

fn late(days: i64, what: &str) -> String {
    format!("{} late for {what}", time(days))
}

fn site(key: &str) -> String {
    match key {
        "proximal_femur" => "hip".to_owned(),
        "vertebra" => "vertebral".to_owned(),
        "pelvis" => "pelvic".to_owned(),
        "tibia_fibula_shaft" => "tibial or fibular shaft".to_owned(),
        "ribs_multiple" | "ribs_unspecified" | "rib_single" => "rib".to_owned(),
        "unspecified" => "unspecified".to_owned(),
        _ => spaced(key.trim_end_matches("_unspecified")),
    }
}

fn spaced(key: &str) -> String {
    key.replace('_', " ")
}

/// Days, or whole weeks where there are many: whoever has 20 days left has 2 weeks.
fn time(days: i64) -> String {
    match days {
        1 => "1 day".to_owned(),
        _ if days < i64::from(WEEKS_FROM_DAYS) => format!("{days} days"),
        _ => weeks(days / 7),
    }
}

fn weeks(number: i64) -> String {
    if number == 1 { "1 week".to_owned() } else { format!("{number} weeks") }
}

fn times(number: i64) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{number} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_and_no_key_shows() {
        for code in WhyCode::ALL {
            let word = match code {
                WhyCode::FractureDaysAgo | WhyCode::FractureWeeksAgo | WhyCode::FractureInYear => {
                    "distal_forearm"
                }
                _ => "very_high",
            };
            let text = sentence(&[Why { code: code.as_str(), number: Some(3), word: Some(word) }]);
            assert!(text.len() > 10 && text.ends_with('.'), "{code}: {text}");
            assert!(!text.contains('_'), "{text}");
        }
    }

    #[test]
    fn time_is_said_in_weeks_from_two_weeks_on() {
        assert_eq!([1, 13, 14, 20, 21].map(time), ["1 day", "13 days", "2 weeks", "2 weeks", "3 weeks"]);
    }
}
