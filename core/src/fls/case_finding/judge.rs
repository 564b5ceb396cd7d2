//! Whether an event is counted, and why.

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::document::{Drug, FractureSite as S};
use crate::fls::code::Code;
use crate::fls::code_set::{FractureMeaning, Nature, Role};
use crate::fls::drug;
use crate::fls::event::{Counted, CountedBecause as B, TraumaEvidence};
use crate::fls::options::Settings;
use crate::fls::record::PatientRecord;
use crate::fls::stated_date::StatedDate;

use super::group::Group;
use super::place::{importance, is_spine, may_be_same};
use super::population::{Asked, Population};
use super::row::{Facts, Row};
use super::spot::Spot;
use super::washout::Case;

/// What one code of an event comes to.
#[derive(Clone, Debug)]
pub(super) struct Verdict<'r> {
    pub(super) code: &'r Code,
    pub(super) site: S,
    pub(super) counted: Counted,
    pub(super) because: B,
    pub(super) trauma: TraumaEvidence,
}

#[derive(Clone, Copy)]
struct Candidate<'c, 'r> {
    row: &'c Row<'r>,
    code: &'r Code,
    meaning: FractureMeaning,
}

/// Judges the events of one person.
pub(super) struct Judge<'j, 'r> {
    pub(super) record: &'r PatientRecord,
    pub(super) facts: &'j Facts<'r>,
    pub(super) settings: &'j Settings,
    pub(super) population: Option<&'static Population>,
    /// First day of each bisphosphonate or denosumab; asked only where a femur broke.
    pub(super) antiresorptive: OnceCell<Vec<Option<Date>>>,
}

impl<'r> Judge<'_, 'r> {
    /// Why a group is none of a new fracture, before any washout.
    pub(super) fn out(&self, group: &Group<'r>) -> Option<B> {
        if self.is_out_of_order(group.on()) {
            return Some(B::DateOrder);
        }
        let removal = self.facts.beside(Role::HardwareRemoval, &group.rows);
        group.apart().or_else(|| removal.then_some(B::HardwareRemoval))
    }

    /// Whether a day is before birth or after death.
    pub(super) fn is_out_of_order(&self, on: StatedDate) -> bool {
        use crate::fls::record::Death;
        let unborn = self.record.birth_date.is_some_and(|born| on.latest() < born.earliest());
        let dead = matches!(self.record.death, Death::On(died) if on.earliest() > died.latest());
        unborn || dead
    }

    /// What a case comes to: of its codes the one that says most. `spine_before` says whether the records speak of a
    /// fracture of the spine on an earlier day.
    pub(super) fn verdict(&self, case: &Case<'r>, spine_before: bool) -> Option<Verdict<'r>> {
        let candidates = candidates(case);
        let exact = candidates.iter().filter(|one| {
            let vaguer = |other: &&Candidate<'_, 'r>| {
                let less = importance(other.meaning.site) < importance(one.meaning.site);
                less && (one.meaning.site == S::Unspecified
                    || may_be_same(one.meaning.site, other.meaning.site))
            };
            candidates.iter().find(vaguer).is_none()
        });
        exact
            .map(|candidate| {
                let (counted, because, trauma) = self.judge(case, *candidate, &candidates, spine_before);
                let by = (
                    counted,
                    importance(candidate.meaning.site),
                    candidate.meaning.tier,
                    candidate.meaning.nature,
                    candidate.code,
                );
                let verdict =
                    Verdict { code: candidate.code, site: candidate.meaning.site, counted, because, trauma };
                (order(by.0), by.1, by.2, by.3, by.4, verdict)
            })
            .min_by(|a, b| (a.0, a.1, a.2, a.3, a.4).cmp(&(b.0, b.1, b.2, b.3, b.4)))
            .map(|(.., verdict)| verdict)
    }

    fn judge(
        &self,
        case: &Case<'r>,
        of: Candidate<'_, 'r>,
        candidates: &[Candidate<'_, 'r>],
        spine_before: bool,
    ) -> (Counted, B, TraumaEvidence) {
        let same = |other: &Candidate<'_, 'r>| {
            let (a, b) = (of.meaning.site, other.meaning.site);
            a == S::Unspecified || b == S::Unspecified || may_be_same(a, b)
        };
        let natures: Vec<Nature> =
            candidates.iter().filter(|other| same(other)).map(|other| other.meaning.nature).collect();
        let (trauma, conflict) = self.trauma(case, &natures);
        let decide = || {
            if let Some(out) = case.out {
                return (Counted::No, out);
            }
            let excluded = self.excluded(&natures, trauma, of, case.group.on());
            let review = || {
                let Some(day) = case.group.on().day() else {
                    return Some(B::DateIncomplete);
                };
                let open = excluded.map(|(_, because)| because);
                let doubt = open.or_else(|| self.doubt(case, &natures, of, day, spine_before));
                doubt.or_else(|| conflict.then_some(B::TraumaUnclear))
            };
            match excluded {
                Some((Counted::No, because)) => (Counted::No, because),
                _ => match review() {
                    Some(because) => (Counted::Review, because),
                    None if self.settings.low_trauma_required && trauma == TraumaEvidence::NotStated => {
                        (Counted::No, B::TraumaNotStated)
                    }
                    None => (Counted::Yes, B::FragilitySite),
                },
            }
        };
        let (counted, because) = decide();
        let (from, to) = (self.settings.period.from, self.settings.period.to);
        let outside = case.group.on().latest() < from || case.group.on().earliest() > to;
        match counted {
            Counted::Yes | Counted::Review if outside => (Counted::No, B::OutsidePeriod, trauma),
            _ => (counted, because, trauma),
        }
    }

    /// What counts it out, or leaves age, sex or site open.
    fn excluded(
        &self,
        natures: &[Nature],
        trauma: TraumaEvidence,
        of: Candidate<'_, 'r>,
        on: StatedDate,
    ) -> Option<(Counted, B)> {
        let day = on.latest();
        let says = |nature: Nature| natures.contains(&nature);
        // A tumour that is found while the fracture is worked up explains it as well as one that was known.
        let explained = matches!(of.meaning.nature, Nature::Pathological | Nature::CollapsedVertebra)
            || (says(Nature::Pathological) && !says(Nature::Osteoporotic));
        if says(Nature::Neoplastic) || (explained && self.has(Role::BoneTumour, day)) {
            return Some((Counted::No, B::Tumour));
        }
        if says(Nature::OtherDisease) || (explained && self.has(Role::BoneDisease, day)) {
            return Some((Counted::No, B::OtherBoneDisease));
        }
        if says(Nature::Stress) {
            return Some((Counted::No, B::StressFracture));
        }
        let asked = Asked {
            site: of.meaning.site,
            part: of.meaning.part,
            on,
            born: self.record.birth_date,
            sex: self.record.sex,
        };
        let who = self.population.and_then(|whom| whom.objects(asked, self.settings.age_min_years));
        match who {
            Some((Counted::No, because)) => Some((Counted::No, because)),
            _ if trauma == TraumaEvidence::High => Some((Counted::No, B::HighTrauma)),
            other => other,
        }
    }

    /// Why somebody must look.
    fn doubt(
        &self,
        case: &Case<'r>,
        natures: &[Nature],
        of: Candidate<'_, 'r>,
        day: Date,
        spine_before: bool,
    ) -> Option<B> {
        let says = |nature: Nature| natures.contains(&nature);
        let osteoporotic = says(Nature::Osteoporotic);
        let shaft = matches!(of.meaning.site, S::FemoralShaft | S::Subtrochanteric)
            || (of.meaning.site == S::FemurUnspecified && of.meaning.nature == Nature::Traumatic);
        let atypical = shaft || says(Nature::Atypical) || says(Nature::NonTraumatic);
        // A collapsed vertebra is new where no record of the spine is older, and where more than a list speaks of it.
        let first = of.meaning.nature != Nature::CollapsedVertebra || (!spine_before && !of.row.listed_only);
        if of.row.unconfirmed {
            Some(B::Unconfirmed)
        } else if says(Nature::Periprosthetic) {
            Some(B::Periprosthetic)
        } else if atypical && self.antiresorptive_before(day) {
            Some(B::PossibleAtypicalFemoral)
        } else if says(Nature::Atypical)
            || (says(Nature::NonTraumatic) && !osteoporotic)
            || (says(Nature::Pathological) && !osteoporotic)
            || case.of_diseased_bone
            || self.has(Role::BoneTumour, day)
            || self.has(Role::BoneDisease, day)
        {
            Some(B::PathologicalCauseUnclear)
        } else if !first {
            Some(B::VertebraWithoutFirstAppearance)
        } else {
            of.meaning.review
        }
    }

    /// Whether a disease was on record when the bone broke, or came on record while records still speak of the same
    /// fracture.
    fn has(&self, role: Role, day: Date) -> bool {
        let days = jiff::Span::new().try_days(i64::from(self.settings.washout_days));
        let until = days.and_then(|days| day.checked_add(days)).unwrap_or(day);
        self.facts.by(role, until)
    }

    /// The force, and whether the records of its day or encounter contradict each other. A fracture that is coded as osteoporotic came of a
    /// force that breaks no healthy bone (ICD-10-CM guideline I.C.13.d).
    fn trauma(&self, case: &Case<'r>, natures: &[Nature]) -> (TraumaEvidence, bool) {
        let rows = &case.group.rows;
        let osteoporotic = case.called_osteoporotic || natures.contains(&Nature::Osteoporotic);
        let low = osteoporotic || self.facts.beside(Role::LowTrauma, rows);
        match (low, self.facts.beside(Role::HighTrauma, rows)) {
            (true, true) => (TraumaEvidence::NotStated, true),
            (true, false) => (TraumaEvidence::Low, false),
            (false, true) => (TraumaEvidence::High, false),
            (false, false) => (TraumaEvidence::NotStated, false),
        }
    }

    /// Whether a bisphosphonate or denosumab was begun before the day; one without a first day may have been.
    fn antiresorptive_before(&self, day: Date) -> bool {
        let begun = self.antiresorptive.get_or_init(|| {
            let is = |drug: Drug| {
                matches!(
                    drug,
                    Drug::Alendronate
                        | Drug::Risedronate
                        | Drug::Ibandronate
                        | Drug::Zoledronate
                        | Drug::Denosumab
                )
            };
            let (gaps, as_of) = (self.settings.gaps, self.settings.period.as_of);
            // Doubts about drugs are said where drugs are taken in.
            let courses = drug::courses(self.record, gaps, as_of, &mut Vec::new());
            let courses = courses.iter().filter(|course| is(course.drug)).map(|course| Some(course.start));
            let named = self.record.drugs.iter().filter(|record| record.drug.is_some_and(is));
            courses.chain(named.map(|record| record.start.map(StatedDate::earliest))).collect()
        });
        begun.iter().any(|start| start.is_none_or(|start| start < day))
            || self.facts.by(Role::OnBisphosphonate, day)
    }
}

/// The codes that may name an event: not those of records of an earlier fracture, and, where a diagnosis is confirmed,
/// no act and nothing unconfirmed.
fn candidates<'c, 'r>(case: &'c Case<'r>) -> Vec<Candidate<'c, 'r>> {
    let any_usable = case.group.usable().next().is_some();
    let rows = || case.group.rows.iter().filter(|row| row.apart.is_none() || !any_usable);
    let all = |wanted: &dyn Fn(&Row<'r>) -> bool| -> Vec<Candidate<'c, 'r>> {
        rows()
            .filter(|row| wanted(row))
            .flat_map(|row| row.said.iter().map(move |said| (row, said)))
            .filter(|(_, said)| !case.washed.contains(&Spot::of(said)))
            .map(|(row, said)| Candidate { row, code: said.code, meaning: said.meaning })
            .collect()
    };
    let mut found = all(&|row| !row.is_act && !row.unconfirmed);
    if found.is_empty() {
        found = all(&|row| !row.is_act);
    }
    if found.is_empty() {
        found = all(&|_| true);
    }
    // A code that is said a thousand times is one code.
    found.sort_by_key(|one| (one.code, one.row.listed_only));
    found.dedup_by_key(|one| one.code);
    found
}

/// Counted before in doubt before counted out.
const fn order(counted: Counted) -> u8 {
    match counted {
        Counted::Yes => 0,
        Counted::Review => 1,
        Counted::No => 2,
    }
}

/// Whether a case speaks of the spine.
pub(super) fn speaks_of_spine(case: &Case<'_>) -> bool {
    case.group.spots().into_iter().any(|spot| is_spine(spot.site))
}
