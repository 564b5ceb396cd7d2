//! From DXA measurements to scores.

mod column;
mod flags;
mod held;
mod line;
mod machine;
mod measured;
mod printed;
mod score;
mod setup;
mod spine;
mod standardised;
mod t_score;
mod tbs;
mod z_score;

pub use column::{ColumnError, t_score_column};
pub(crate) use flags::{ENTRIES_LEFT_OUT, bits_of, words_of_bits};
pub use flags::{Flag, Flags, Withheld};
pub use line::line;
pub use machine::{Machine, Machines};
pub use printed::print_fits;
pub use score::{Interval, Reference, Score};
pub use setup::Setup;
pub use standardised::{Standardised, on_hologic_scale, standardise};
pub use t_score::t_score;
pub use tbs::{TbsAnswer, TbsCategory, tbs};
pub use z_score::{ZAnswer, lms_z_score};

use crate::document::assessment::ReportRole;
use crate::document::options::TSource;
use crate::document::{Region, Scan, Sex, Side, Vertebrae};
use crate::facts::{NoT, Person, ScoreDue};
use crate::quantity::{Age, Bmd, StandardisedBmd};
use crate::reference::young_adult::Unit;
use held::{AgeTables, Held};
use measured::Measured;
use spine::Spine;

/// The scores of a person, scan by scan in the order of the document.
#[must_use]
pub fn scores<'e>(person: &Person<'e>, setup: &'e Setup, machines: &mut Machines) -> Vec<Score<'e>> {
    let mut scores = Vec::new();
    scores_into(&mut scores, person, setup, machines);
    scores
}

/// The same, into a vector that is empty.
pub(crate) fn scores_into<'e>(
    scores: &mut Vec<Score<'e>>,
    person: &Person<'e>,
    setup: &'e Setup,
    machines: &mut Machines,
) {
    let scans = person.document.scans.as_deref().unwrap_or_default();
    // The lines of the reports, and the two that the spine of a scan may add.
    let lines = scans.iter().map(|scan| scan.regions.as_deref().unwrap_or_default().len() + 2).sum();
    scores.reserve(lines);
    for (index, scan) in scans.iter().enumerate().filter(|(_, scan)| person.counts(scan.date)) {
        let Some((machine, held, ages)) = machines.with_references(scan) else { continue };
        let amputee = person.history(|h| h.amputation) == Some(true);
        let age = person.age_on(scan.date);
        let due = due(person, scan, age);
        Scorer { person, setup, scan, index, machine, held, ages, age, due, amputee }.score_all(scores);
    }
    set_roles(scores);
}

/// Why no T-score speaks of the person on the day of a scan, at the age on that day.
fn due(person: &Person<'_>, scan: &Scan, age: Age) -> Option<Withheld> {
    match person.due_at(age, scan.date) {
        ScoreDue::T => None,
        ScoreDue::Unknown => Some(Withheld::MenopauseUnknown),
        ScoreDue::Z(NoT::ManUnder50) => Some(Withheld::ManUnder50),
        ScoreDue::Z(NoT::Premenopausal) => Some(Withheld::Premenopausal),
        ScoreDue::Z(NoT::TransgenderUnder50) => Some(Withheld::TransgenderUnder50),
        ScoreDue::Z(NoT::Under20) => Some(Withheld::Under20),
    }
}

/// The latest scan of a region is current, with every undated one.
fn set_roles(scores: &mut [Score<'_>]) {
    if scores.iter().all(|score| scores.first().is_some_and(|first| first.scan == score.scan)) {
        return;
    }
    for &region in Region::ALL {
        let of_region = |score: &&mut Score<'_>| score.region == region;
        let Some(latest) =
            scores.iter().filter(|score| score.region == region).filter_map(|score| score.date).max()
        else {
            continue;
        };
        for score in scores.iter_mut().filter(of_region) {
            if score.date.is_some_and(|date| date < latest) {
                score.role = ReportRole::Prior;
            }
        }
    }
}

struct Scorer<'a, 'e> {
    person: &'a Person<'e>,
    setup: &'e Setup,
    scan: &'e Scan,
    index: usize,
    machine: &'a Machine,
    held: &'a Held,
    ages: &'a mut AgeTables,
    /// Age on the day of the scan.
    age: Age,
    due: Option<Withheld>,
    amputee: bool,
}

impl<'e> Scorer<'_, 'e> {
    fn score_all(&mut self, scores: &mut Vec<Score<'e>>) {
        let regions = self.scan.regions.as_deref().unwrap_or_default();
        let spine = Spine::read(regions);
        let first = scores.len();
        for entry in regions {
            if let Some(measured) = Measured::read(entry, &spine, self.person) {
                self.score(&measured, scores);
            }
        }
        let printed = |set: Vertebrae| {
            regions.iter().any(|entry| {
                entry.region == Some(Region::LumbarSpine)
                    && entry.excluded != Some(true)
                    && entry.vertebrae.unwrap_or(Vertebrae::L1_L4) == set
            })
        };
        if let Some(combined) = spine.combined(printed) {
            self.score(&combined, scores);
        }
        let proposal = spine.proposal(scores.get(first..).unwrap_or_default(), self.setup);
        if let Some((proposed, rest)) = proposal {
            let own = scores.get_mut(first..).unwrap_or_default();
            let mut line = None;
            for score in own.iter_mut().filter(|score| score.region == Region::LumbarSpine) {
                if score.vertebrae.len() > 1 && score.vertebrae.intersects(proposed) {
                    score.flags.set(Flag::ExclusionProposed);
                } else if score.vertebrae == rest.vertebrae {
                    line = Some(score);
                }
            }
            if let Some(printed_line) = line {
                printed_line.flags.set(Flag::ProposedSubset);
            } else {
                // Shown beside the line that counts, and never classed: the reader decides.
                self.score(&rest, scores);
                if let Some(score) = scores.last_mut() {
                    score.usable = false;
                }
            }
        }
        let own = scores.get_mut(first..).unwrap_or_default();
        if !spine.present().is_empty() {
            let single = |score: &&Score<'_>| score.flags.has(Flag::SingleVertebra) && score.bmd.is_some();
            let unchecked = own.iter().filter(single).count() > 1
                && own.iter().filter(single).all(|score| score.t_in_force().is_none());
            for score in own.iter_mut().filter(|score| score.vertebrae.len() > 1) {
                score.flags.set_if(unchecked, Flag::VertebraeNotCompared);
            }
        }
        mark_duplicates(own);
    }

    /// Scores one measurement; built where it stays, since a table has many.
    fn score(&mut self, m: &Measured<'e>, scores: &mut Vec<Score<'e>>) {
        let (setup, machine, amputee) = (self.setup, self.machine, self.amputee);
        let on = (machine, self.held);
        let mut flags = m.flags.union(machine.flags);
        let bmd = m.bmd.filter(|&bmd| Bmd::new(bmd).is_some());
        let (printed_t, printed_z, given_sbmd) = m.entry.map_or((None, None, None), |entry| {
            (entry.t_score, entry.z_score, entry.sbmd_mg_cm2.and_then(StandardisedBmd::new))
        });
        let (value, unit) = match (bmd, given_sbmd) {
            (Some(bmd), _) => (Some(bmd), Unit::GPerCm2),
            (None, Some(sbmd)) => (Some(sbmd.mg_per_cm2()), Unit::SbmdMgPerCm2),
            (None, None) => (None, Unit::GPerCm2),
        };
        flags.set_if(unit == Unit::SbmdMgPerCm2, Flag::ReferenceStandardised);
        let held = t_score::reference(setup, on, Sex::Female, m.region, m.vertebrae, unit);

        let mut printed_reference = None;
        if let (Some(t), Some(value)) = (printed_t, value) {
            let print = printed::Print {
                t,
                value,
                unit,
                region: m.region,
                vertebrae: m.vertebrae,
                applies: held.ok(),
            };
            let (found, said) = printed::check(&print, setup, machine);
            printed_reference = found;
            flags = flags.union(said);
        }
        let withheld = if amputee && m.region == Region::TotalBody {
            Some(Withheld::Amputation)
        } else {
            self.due.or(m.not_classed.filter(|&reason| reason != Withheld::SingleVertebra))
        };
        flags.set_if(m.not_classed == Some(Withheld::SingleVertebra), Flag::SingleVertebra);
        // A single vertebra has a score of its own, to compare with its neighbours, and no class.
        let shown = withheld.is_none();
        flags.set_if(printed_t.is_some() && !shown, Flag::PremenopausalPrintedT);

        let (mut computed_t, mut reference, mut interval, mut male_t) = (None, None, None, None);
        if let (true, Ok(applies), Some(x)) = (shown, held, value) {
            let t = t_score::standard_score(x, applies.mean(), applies.sd());
            (computed_t, reference) = (Some(t), Some(applies));
            flags.set_if(matches!(applies, Reference::Caller(_)), Flag::CallerReference);
            let unverified = applies.confidence().is_some_and(|confidence| !confidence.is_verified());
            flags.set_if(unverified, Flag::UnverifiedReference);
            if let Some(bmd) = bmd {
                let own = setup.precision(self.scan.precision_g_cm2.as_ref(), m.region);
                interval = t_score::interval(t, bmd, applies.sd(), m.region, own);
                flags.set_if(interval.is_some() && own.is_none(), Flag::PrecisionAssumed);
            }
        }
        if shown
            && setup.male_reference()
            && self.person.sex == Sex::Male
            && let (Ok(men), Some(x)) =
                (t_score::reference(setup, on, Sex::Male, m.region, m.vertebrae, unit), value)
        {
            male_t = Some((t_score::standard_score(x, men.mean(), men.sd()), men));
        }
        let printed_shown = printed_t.is_some() && shown;
        let t_source = if printed_shown && (computed_t.is_none() || setup.t_source() == TSource::Printed) {
            Some(TSource::Printed)
        } else {
            computed_t.map(|_| TSource::Computed)
        };
        let why_none = if value.is_none() { Some(Withheld::NoBmd) } else { held.err() };
        let withheld = withheld.or(if t_source.is_none() { why_none } else { None });
        let t_in_force = if t_source == Some(TSource::Printed) { printed_t } else { computed_t };
        let rounds = t_in_force.is_some_and(crate::diagnosis::depends_on_rounding);
        flags.set_if(rounds, Flag::ClassDependsOnRounding);

        let z = self.z(m, bmd);
        if let Ok(answer) = &z {
            flags = flags.union(answer.flags);
            let differs = printed_z.is_some_and(|printed| (printed - answer.z).abs() > 0.05 + 1e-9);
            flags.set_if(differs, Flag::PrintedZDiffers);
        }
        flags.set_if(amputee && printed_z.is_some(), Flag::WeightMatchedPrintAmputation);
        scores.push(Score {
            scan: self.index,
            region: m.region,
            side: m.side,
            vertebrae: m.vertebrae,
            date: self.scan.date,
            role: ReportRole::Current,
            bmd,
            computed_t,
            printed_t,
            t_source,
            reference,
            printed_reference,
            male_t,
            interval,
            z,
            printed_z,
            manufacturer: machine.manufacturer,
            given_sbmd,
            usable: m.not_classed.is_none() && m.side != Some(Side::Mean),
            withheld,
            flags,
        });
    }

    fn z(&mut self, m: &Measured<'e>, bmd: Option<f64>) -> Result<ZAnswer, Withheld> {
        match m.not_classed {
            Some(reason) if reason != Withheld::SingleVertebra => return Err(reason),
            _ => {}
        }
        if self.amputee && m.region == Region::TotalBody {
            return Err(Withheld::Amputation);
        }
        let asked = z_score::Asked {
            bmd,
            manufacturer: self.machine.manufacturer,
            region: m.region,
            vertebrae: m.vertebrae,
            lms: m.lms(),
            age: self.age,
            to_hologic: self.held.to_hologic(m.region),
        };
        let (set, person) = (self.setup.z_reference(), self.person);
        z_score::z_score(&asked, || self.ages.of(set, person.z_sex(), person.document.ethnicity, m.region))
    }
}

/// Flags the lines of one scan that say the same region again.
fn mark_duplicates(scores: &mut [Score<'_>]) {
    let mut seen = 0_u64;
    for i in 0..scores.len() {
        let (before, rest) = scores.split_at_mut(i);
        let Some(score) = rest.first_mut() else { continue };
        // A bit for each region and each set of vertebrae: where it is new nothing need be compared.
        let bit = 1_u64
            << match score.region {
                Region::LumbarSpine => 32 + u32::from(score.vertebrae.bits()),
                region => region as u32 % 32,
            };
        if seen & bit == 0 {
            seen |= bit;
            continue;
        }
        let twin = before.iter_mut().find(|other| {
            other.region == score.region && other.side == score.side && other.vertebrae == score.vertebrae
        });
        if let Some(twin) = twin {
            twin.flags.set(Flag::DuplicateRegion);
            score.flags.set(Flag::DuplicateRegion);
        }
    }
}

/// The T-score of the line that stands for a region.
#[must_use]
pub fn t_of(scores: &[Score<'_>], region: Region) -> Option<f64> {
    line(scores, region).filter(|score| score.withheld.is_none())?.t_shown()
}

/// The Z-score of the same line.
#[must_use]
pub fn z_of(scores: &[Score<'_>], region: Region) -> Option<f64> {
    line(scores, region)?.z_shown()
}

/// The flags of the current lines together.
#[must_use]
pub fn flags_of(scores: &[Score<'_>]) -> Flags {
    let current = scores.iter().filter(|score| score.role == ReportRole::Current);
    current.fold(Flags::default(), |all, score| all.union(score.flags))
}
