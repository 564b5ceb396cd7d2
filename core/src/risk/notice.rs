//! Notices that a used model obliges us to show, in our own words.

use super::model::Model;

/// A notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The model that obliges.
    pub model: &'static str,
    /// The words.
    pub text: &'static str,
    /// The same in few words, for a cell of a table.
    pub short: &'static str,
}

/// Shown wherever a number of these models is shown.
static NOTICES: &[Notice] = &[
    Notice {
        model: "qfracture2012",
        text: "QFracture-2012 algorithm (BMJ 2012;344:e3427): an independent implementation of the published \
               equations. It is not endorsed, checked or supported by their publisher, ClinRisk Ltd, whose trade \
               mark QFracture is. It is not the current version of QFracture and may differ from what qfracture.org \
               shows. The number is an estimate for health professionals to weigh with everything else they know; \
               it must not decide alone, and no warranty is given.",
        short: "QFracture-2012 algorithm (BMJ 2012;344:e3427): independent implementation, not endorsed by its \
                publisher, not the current QFracture, for professionals",
    },
    Notice {
        model: "qfracture2016",
        text: "QFracture-2016 algorithm: an independent implementation of equations as transcribed in public copies. \
               It is not endorsed, checked or supported by their publisher, ClinRisk Ltd, whose trade mark QFracture \
               is, and may differ from what qfracture.org shows. The hip equations rest on one transcription. The \
               number is an estimate for health professionals to weigh with everything else they know; it must not \
               decide alone, and no warranty is given.",
        short: "QFracture-2016 algorithm: independent implementation, not endorsed by its publisher, for \
                professionals",
    },
];

/// The notice of a model, if it obliges us to one.
#[must_use]
pub fn of(model: &Model) -> Option<Notice> {
    NOTICES.iter().copied().find(|notice| notice.model == model.id)
}
