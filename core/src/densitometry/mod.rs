//! From DXA measurements to scores.

mod column;
mod flags;
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
use crate::quantity::{Bmd, StandardisedBmd};
use crate::reference::young_adult::Unit;
use measured::Measured;
use spine::Spine;

/// The scores of a person, scan by scan in the order of the document.
#[must_use]
pub fn scores<'e>(person: &Person<'e>, setup: &'e Setup, machines: &mut Machines) -> Vec<Score<'e>> {
    let scans = person.document.scans.as_deref().unwrap_or_default();
    // The lines of the reports, and the two that the spine of a scan may add.
    let lines = scans.iter().flat_map(|scan| scan.regions.as_ref()).map(|regions| regions.len() + 2).sum();
    let mut scores = Vec::with_capacity(lines);
    for (index, scan) in scans.iter().enumerate().filter(|(_, scan)| person.counts(scan.date)) {
        Scorer { person, setup, scan, index, machine: machines.of(scan) }.score_all(&mut scores);
    }
    set_roles(&mut scores);
    scores
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
    machine: Machine,
}

impl<'e> Scorer<'_, 'e> {
    fn score_all(&self, scores: &mut Vec<Score<'e>>) {
        let regions = self.scan.regions.as_deref().unwrap_or_default();
        let spine = Spine::read(regions);
        let first = scores.len();
        for entry in regions {
            if let Some(measured) = Measured::read(entry, &spine, self.person) {
                scores.push(self.score(&measured));
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
            scores.push(self.score(&combined));
        }
        let proposal = spine.proposal(scores.get(first..).unwrap_or_default(), self.index, self.setup);
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
                let mut score = self.score(&rest);
                score.usable = false;
                scores.push(score);
            }
        }
        let single = |score: &&Score<'_>| score.flags.has(Flag::SingleVertebra) && score.bmd.is_some();
        let own = scores.get_mut(first..).unwrap_or_default();
        let unchecked = own.iter().filter(single).count() > 1
            && own.iter().filter(single).all(|score| score.t_in_force().is_none());
        for score in own.iter_mut().filter(|score| score.vertebrae.len() > 1) {
            score.flags.set_if(unchecked, Flag::VertebraeNotCompared);
        }
        self.mark_duplicates(scores.get_mut(first..).unwrap_or_default());
    }

    fn mark_duplicates(&self, scores: &mut [Score<'e>]) {
        for i in 1..scores.len() {
            let (before, rest) = scores.split_at_mut(i);
            let Some(score) = rest.first_mut() else { continue };
            let twin = before.iter_mut().find(|other| {
                other.region == score.region && other.side == score.side && other.vertebrae == score.vertebrae
            });
            if let Some(twin) = twin {
                twin.flags.set(Flag::DuplicateRegion);
                score.flags.set(Flag::DuplicateRegion);
            }
        }
    }

    fn due(&self) -> Option<Withheld> {
        match self.person.due_on(self.scan.date) {
            ScoreDue::T => None,
            ScoreDue::Unknown => Some(Withheld::MenopauseUnknown),
            ScoreDue::Z(NoT::ManUnder50) => Some(Withheld::ManUnder50),
            ScoreDue::Z(NoT::Premenopausal) => Some(Withheld::Premenopausal),
            ScoreDue::Z(NoT::TransgenderUnder50) => Some(Withheld::TransgenderUnder50),
            ScoreDue::Z(NoT::Under20) => Some(Withheld::Under20),
        }
    }

    fn score(&self, m: &Measured<'e>) -> Score<'e> {
        let (setup, machine) = (self.setup, &self.machine);
        let entry = m.entry;
        let mut flags = m.flags.union(machine.flags);
        let bmd = m.bmd.filter(|&bmd| Bmd::new(bmd).is_some());
        let given_sbmd = entry.and_then(|entry| entry.sbmd_mg_cm2).and_then(StandardisedBmd::new);
        let (value, unit) = match (bmd, given_sbmd) {
            (Some(bmd), _) => (Some(bmd), Unit::GPerCm2),
            (None, Some(sbmd)) => (Some(sbmd.mg_per_cm2()), Unit::SbmdMgPerCm2),
            (None, None) => (None, Unit::GPerCm2),
        };
        flags.set_if(unit == Unit::SbmdMgPerCm2, Flag::ReferenceStandardised);
        let held = t_score::reference(setup, machine, Sex::Female, m.region, m.vertebrae, unit);
        let reference = held.ok();
        let printed_t = entry.and_then(|entry| entry.t_score);
        let printed_z = entry.and_then(|entry| entry.z_score);

        let mut printed_reference = None;
        if let (Some(t), Some(value)) = (printed_t, value) {
            let print = printed::Print {
                t,
                value,
                unit,
                region: m.region,
                vertebrae: m.vertebrae,
                applies: reference,
            };
            let (found, said) = printed::check(&print, setup, machine);
            printed_reference = found;
            flags = flags.union(said);
        }
        let amputee = self.person.history(|h| h.amputation) == Some(true);
        let withheld = if amputee && m.region == Region::TotalBody {
            Some(Withheld::Amputation)
        } else {
            self.due().or(m.not_classed.filter(|&reason| reason != Withheld::SingleVertebra))
        };
        flags.set_if(m.not_classed == Some(Withheld::SingleVertebra), Flag::SingleVertebra);
        // A single vertebra has a score of its own, to compare with its neighbours, and no class.
        let shown = withheld.is_none();
        flags.set_if(printed_t.is_some() && !shown, Flag::PremenopausalPrintedT);
        let computed = reference.zip(value).map(|(r, x)| (t_score::standard_score(x, r.mean(), r.sd()), r));
        let computed = computed.filter(|_| shown);
        let t_source = match (printed_t.filter(|_| shown), computed, setup.t_source()) {
            (Some(_), _, TSource::Printed) | (Some(_), None, _) => Some(TSource::Printed),
            (_, Some(_), _) => Some(TSource::Computed),
            (None, None, _) => None,
        };
        let why_none = if value.is_none() { Some(Withheld::NoBmd) } else { held.err() };
        let withheld = withheld.or(if t_source.is_none() { why_none } else { None });
        if let Some((_, reference)) = computed {
            flags.set_if(matches!(reference, Reference::Caller(_)), Flag::CallerReference);
            let unverified = reference.confidence().is_some_and(|confidence| !confidence.is_verified());
            flags.set_if(unverified, Flag::UnverifiedReference);
        }
        let interval = computed.zip(bmd).and_then(|((t, reference), bmd)| {
            let own = setup.precision(self.scan.precision_g_cm2.as_ref(), m.region);
            t_score::interval(t, bmd, reference.sd(), m.region, own)
        });
        flags.set_if(interval.is_some_and(|interval| interval.assumed), Flag::PrecisionAssumed);
        let male_t = (shown && setup.male_reference() && self.person.sex == Sex::Male)
            .then(|| {
                t_score::reference(setup, machine, Sex::Male, m.region, m.vertebrae, unit).ok().zip(value)
            })
            .flatten()
            .map(|(reference, x)| (t_score::standard_score(x, reference.mean(), reference.sd()), reference));

        let z = self.z(m, bmd, amputee);
        if let Ok(answer) = &z {
            flags = flags.union(answer.flags);
            let differs = printed_z.is_some_and(|printed| (printed - answer.z).abs() > 0.05 + 1e-9);
            flags.set_if(differs, Flag::PrintedZDiffers);
        }
        flags.set_if(amputee && printed_z.is_some(), Flag::WeightMatchedPrintAmputation);
        if let Some(t) = t_source.and_then(|source| match source {
            TSource::Printed => printed_t,
            TSource::Computed => computed.map(|(t, _)| t),
        }) {
            flags.set_if(crate::diagnosis::depends_on_rounding(t), Flag::ClassDependsOnRounding);
        }
        Score {
            scan: self.index,
            region: m.region,
            side: m.side,
            vertebrae: m.vertebrae,
            date: self.scan.date,
            role: ReportRole::Current,
            bmd,
            computed_t: computed.map(|(t, _)| t),
            printed_t,
            t_source,
            reference: computed.map(|(_, reference)| reference),
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
        }
    }

    fn z(&self, m: &Measured<'e>, bmd: Option<f64>, amputee: bool) -> Result<ZAnswer, Withheld> {
        match m.not_classed {
            Some(reason) if reason != Withheld::SingleVertebra => return Err(reason),
            _ => {}
        }
        if amputee && m.region == Region::TotalBody {
            return Err(Withheld::Amputation);
        }
        let asked = z_score::Asked {
            bmd,
            manufacturer: self.machine.manufacturer,
            region: m.region,
            vertebrae: m.vertebrae,
            lms: m.lms(),
            age: self.person.age_on(self.scan.date),
        };
        z_score::z_score(&asked, self.person, self.setup.z_reference())
    }
}

/// The current line that stands for a region: the one that counts, the lower of both sides.
#[must_use]
pub fn line<'a, 'e>(scores: &'a [Score<'e>], region: Region) -> Option<&'a Score<'e>> {
    let current =
        || scores.iter().filter(move |score| score.region == region && score.role == ReportRole::Current);
    let spine_rank = |score: &&Score<'_>| core::cmp::Reverse(score.vertebrae.len());
    let with_t = current()
        .filter(|score| score.usable && score.withheld.is_none() && score.t_in_force().is_some())
        .min_by(|a, b| {
            let t = |score: &Score<'_>| score.t_in_force().unwrap_or(f64::INFINITY);
            spine_rank(a).cmp(&spine_rank(b)).then(t(a).total_cmp(&t(b)))
        });
    with_t.or_else(|| {
        current().filter(|score| score.usable).min_by(|a, b| {
            let z = |score: &Score<'_>| score.z_shown().unwrap_or(f64::INFINITY);
            spine_rank(a).cmp(&spine_rank(b)).then(z(a).total_cmp(&z(b)))
        })
    })
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
