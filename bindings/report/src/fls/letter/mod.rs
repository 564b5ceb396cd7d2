//! The letters of the worklist: to those who are invited, to those who were missed, to those who
//! wait for a place, to clinicians, and the
//! list of the week.

mod clinician;
mod invitation;
mod paper;
mod recall_list;

use osteon::fls::output::{WorkAction, WorklistRow};

use super::Letter;
use super::teller::Teller;

/// What kind of letter an action asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Invitation,
    Missed,
    Place,
    Clinician,
}

impl Kind {
    /// None where the service does the work itself.
    const fn of(action: WorkAction) -> Option<Self> {
        match action {
            WorkAction::Invite => Some(Self::Invitation),
            WorkAction::CallAgain | WorkAction::Rebook => Some(Self::Missed),
            WorkAction::OfferPlace => Some(Self::Place),
            WorkAction::InformClinician
            | WorkAction::StartTreatment
            | WorkAction::ReviewTreatment
            | WorkAction::DenosumabDue
            | WorkAction::CheckTreatment
            | WorkAction::Recall16Weeks
            | WorkAction::Recall52Weeks => Some(Self::Clinician),
            WorkAction::BookDxa
            | WorkAction::OrderBloods
            | WorkAction::AssessFalls
            | WorkAction::Decide
            | WorkAction::ReviewEvent => None,
        }
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Missed => "missed",
            Self::Place => "place",
            Self::Clinician => "clinician",
        }
    }
}

/// The letters of those who get one this week, in the order of the list; the list itself is last.
pub(super) fn letters(teller: &Teller<'_>) -> Vec<Letter> {
    let mut letters: Vec<Letter> = teller.letter_rows().filter_map(|row| one(teller, row)).collect();
    letters.push(Letter {
        file: format!("recall_list.{}.html", teller.language().code()),
        html: recall_list::list(teller),
    });
    letters
}

fn one(teller: &Teller<'_>, row: &WorklistRow) -> Option<Letter> {
    let kind = Kind::of(row.action)?;
    let html = match kind {
        Kind::Invitation => invitation::invitation(teller, row),
        Kind::Missed => invitation::missed(teller, row),
        Kind::Place => invitation::place(teller, row),
        Kind::Clinician => clinician::letter(teller, row),
    };
    let (rank, id) = (row.rank, safe(&row.patient_id));
    Some(Letter { file: format!("{}_{rank:04}_{id}.{}.html", kind.file(), teller.language().code()), html })
}

/// An identifier as part of a file name on any system; the rank before it keeps names apart.
fn safe(id: &str) -> String {
    const LONGEST: usize = 60;
    let safe: String = id
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' })
        .take(LONGEST)
        .collect();
    if safe.is_empty() { "person".to_owned() } else { safe }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_identifier_leaves_its_folder() {
        assert_eq!(safe("../../etc/passwd"), "------etc-passwd");
        assert_eq!(safe("é"), "-");
        assert_eq!(safe(""), "person");
    }
}
