//! What is known of a person's factors, what is not, and what the answer could be.

use crate::diagnosis::FractureAssumptions;
use crate::risk::reading::either;

use super::product::{Factor, Factors};
use super::thresholds::{Cell, Tier};

/// What an unknown may be beside the weakest.
const OTHERS: usize = 7;

/// What a question hangs on that was only read into the document, so that it may be weaker than read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ReadInto {
    pub(super) fractures: FractureAssumptions,
    /// A dose is taken now.
    pub(super) dose: bool,
}

impl ReadInto {
    pub(super) fn is_any(self) -> bool {
        self != Self::default()
    }

    pub(super) const fn union(self, other: Self) -> Self {
        Self { fractures: either(self.fractures, other.fractures), dose: self.dose || other.dose }
    }
}

impl From<FractureAssumptions> for ReadInto {
    fn from(fractures: FractureAssumptions) -> Self {
        Self { fractures, dose: false }
    }
}

/// An unknown of the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Question {
    /// The field.
    pub(super) field: &'static str,
    /// What it is read as.
    pub(super) read_as: &'static str,
    /// The factors by that reading.
    read: Factors,
    /// The factors by the weakest of what it may be.
    base: Factors,
    /// The factors by everything else that it may be; none of them is weaker than the base.
    others: [Factors; OTHERS],
    /// Which of these the field may make of it, one bit each.
    of_field: u8,
    /// What the reading hangs on beside the field.
    read_into: ReadInto,
}

impl Question {
    /// Whether it is of hip fractures of which there is one at least.
    fn is_of_hips(&self) -> bool {
        [Factor::HipFractureBefore, Factor::HipFractureWithin12Months]
            .into_iter()
            .any(|hip| self.base.contains(hip))
    }

    fn others(&self) -> impl Iterator<Item = Factors> {
        self.others.into_iter().filter(|factors| !factors.is_empty())
    }

    /// What another value of the field would make of it.
    pub(super) fn others_of_field(&self) -> impl Iterator<Item = Factors> {
        let of_field = self.of_field;
        self.others
            .into_iter()
            .enumerate()
            .filter(move |(place, _)| of_field & (1 << place) != 0)
            .map(|(_, o)| o)
    }

    /// Whether every answer is there anyway.
    fn is_idle(&self, known: Factors) -> bool {
        self.others().fold(self.base, Factors::union).union(known) == known
    }
}

/// The factors of a person.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// Those that are known to be there.
    pub(super) known: Factors,
    /// What is not known.
    pub(super) questions: Vec<Question>,
    /// A sacrum was read as a pelvis.
    pub(super) sacrum: bool,
    /// The vertebral factors without fractures of Genant grade 1, where there are any.
    pub(super) without_genant_1: Option<Factors>,
    /// The hip fracture of a parent that no longer counts.
    pub(super) parent_too_late: bool,
    /// Where a kidney disease is stated, the eGFR that is of none of the stages that count.
    pub(super) egfr_of_no_stage: Option<String>,
}

/// What takes in the factors of a person while the document is read.
///
/// There are two: one keeps what is not known as questions, the other only what each is read as.
pub(super) trait Takes {
    /// Whether questions are kept; where they are not, what is read as nothing need not be asked.
    const ASKS: bool;

    /// Factors that are there.
    fn hold(&mut self, factors: Factors);

    /// One of several sets of factors, where something was read into the document: what it may be as read,
    /// and in all. Each from the weakest, as which it is read; all holds what is as read.
    fn ask_read_into(
        &mut self,
        field: &'static str,
        read_as: &'static str,
        as_read: &[Factors],
        all: &[Factors],
        read_into: ReadInto,
    );

    /// What there is to say beside factors.
    fn note(&mut self, note: impl FnOnce(&mut Reading));

    /// A factor that is there.
    #[inline]
    fn has(&mut self, factor: Factor) {
        self.hold(Factors::one(factor));
    }

    /// A factor that is there, is not, or may be: a yes or no of the document.
    #[inline]
    fn flag(&mut self, field: &'static str, said: Option<bool>, factor: Factor) {
        self.flag_as(field, "false", said, factor);
    }

    /// A factor that is there, is not, or may be, and what its field is read as where that is unknown.
    #[inline]
    fn flag_as(&mut self, field: &'static str, read_as: &'static str, said: Option<bool>, factor: Factor) {
        match said {
            Some(true) => self.has(factor),
            Some(false) => {}
            None => self.ask(field, read_as, &[Factors::NONE, Factors::one(factor)]),
        }
    }

    /// One of several sets of factors, read as the first and weakest; known where there is one only.
    #[inline]
    fn ask(&mut self, field: &'static str, read_as: &'static str, possible: &[Factors]) {
        self.ask_read_into(field, read_as, possible, possible, ReadInto::default());
    }
}

/// The factors of a person as everything is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AsRead(pub(super) Factors);

impl Takes for AsRead {
    const ASKS: bool = false;

    #[inline]
    fn hold(&mut self, factors: Factors) {
        self.0 = self.0.union(factors);
    }

    #[inline]
    fn ask_read_into(
        &mut self,
        _: &'static str,
        _: &'static str,
        as_read: &[Factors],
        _: &[Factors],
        _: ReadInto,
    ) {
        if let Some(&read) = as_read.first() {
            self.hold(read);
        }
    }

    #[inline]
    fn note(&mut self, _: impl FnOnce(&mut Reading)) {}
}

impl Takes for Reading {
    const ASKS: bool = true;

    fn hold(&mut self, factors: Factors) {
        self.known = self.known.union(factors);
    }

    fn ask_read_into(
        &mut self,
        field: &'static str,
        read_as: &'static str,
        as_read: &[Factors],
        all: &[Factors],
        read_into: ReadInto,
    ) {
        let (Some((&base, rest)), Some((&read, of_field))) = (all.split_first(), as_read.split_first())
        else {
            return;
        };
        if rest.is_empty() {
            self.known = self.known.union(base);
            return;
        }
        let mut others = [Factors::NONE; OTHERS];
        let mut bits = 0;
        for (place, (slot, &other)) in others.iter_mut().zip(rest).enumerate() {
            *slot = other;
            bits |= u8::from(of_field.contains(&other)) << place;
        }
        let question = Question { field, read_as, read, base, others, of_field: bits, read_into };
        // Two factors make the product: of equal questions a third changes nothing.
        if self.questions.iter().filter(|&asked| *asked == question).count() < 2 {
            self.questions.push(question);
        }
    }

    fn note(&mut self, note: impl FnOnce(&mut Reading)) {
        note(self);
    }
}

impl Reading {
    /// Leaves out the questions that change nothing, whatever their answer.
    pub(super) fn settle(&mut self) {
        let known = self.known;
        self.questions.retain(|question| !question.is_idle(known));
    }

    /// Every unknown as it is read.
    pub(super) fn read(&self) -> Factors {
        self.questions.iter().fold(self.known, |all, question| all.union(question.read))
    }

    /// The factors if one question had another answer.
    pub(super) fn with_answer(&self, question: usize, answer: Factors) -> Factors {
        let rest = self.questions.iter().enumerate().filter(|&(index, _)| index != question);
        rest.fold(self.known.union(answer), |all, (_, question)| all.union(question.read))
    }

    /// The factors if what was read into the document were otherwise; `None` where nothing hangs on it.
    pub(super) fn without(&self, of: impl Fn(ReadInto) -> bool) -> Option<Factors> {
        let hangs = |question: &Question| of(question.read_into);
        let factors = |question: &Question| if hangs(question) { question.base } else { question.read };
        let any = self.questions.iter().any(hangs);
        any.then(|| self.questions.iter().map(factors).fold(self.known, Factors::union))
    }

    /// The same with what was read into the document taken as read: open stays what its fields leave open.
    /// The question of a field that the caller answers as it is read is left out.
    pub(super) fn taken_as_read(mut self, answered: Option<&str>) -> Self {
        let mut known = self.known;
        self.questions.retain_mut(|question| {
            let mut of_field = question.of_field;
            if answered == Some(question.field) {
                of_field = 0;
            } else if !question.read_into.is_any() {
                return true;
            }
            for (place, other) in question.others.iter_mut().enumerate() {
                if of_field & (1 << place) == 0 {
                    *other = Factors::NONE;
                }
            }
            question.base = question.read;
            let stays_open = question.others().next().is_some();
            if !stays_open {
                known = known.union(question.read);
            }
            stays_open
        });
        self.known = known;
        self.settle();
        self
    }

    fn bases(&self, of: impl Fn(usize) -> bool) -> Factors {
        let bases = self.questions.iter().enumerate().filter(|&(index, _)| of(index));
        bases.fold(Factors::NONE, |all, (_, question)| all.union(question.base))
    }

    /// Every tier that some completion of the unknowns reaches in one of the cells; none where nothing is
    /// unknown.
    pub(super) fn could_be(&self, cells: &[Cell]) -> Vec<Tier> {
        let mut found = Found::default();
        if self.questions.is_empty() && cells.len() < 2 {
            return Vec::new();
        }
        for cell in cells {
            if !found.has_all(Tier::Below3, Tier::From10) {
                self.find(cell, &mut found);
            }
        }
        found.tiers()
    }

    /// Finds the tiers of a cell.
    ///
    /// Two factors make the product, and no answer is weaker than the base: whatever is reached at all is
    /// reached with all questions but two answered by it.
    fn find(&self, cell: &Cell, found: &mut Found) {
        let tier = |factors: Factors| cell.tier(factors.product_hundredths());
        let weakest = self.known.union(self.bases(|_| true));
        let lowest = tier(weakest);
        found.add(lowest);
        // What no completion exceeds: everything at once.
        let all = self.questions.iter().flat_map(Question::others).fold(weakest, Factors::union);
        let highest = tier(all);
        let whole = |found: &Found| found.has_all(lowest, highest);
        for (index, question) in self.questions.iter().enumerate() {
            let rest = self.known.union(self.bases(|other| other != index));
            for answer in question.others() {
                found.add(tier(rest.union(answer)));
            }
        }
        // A recent hip fracture is beside an old one, not instead of it, where there are two: its answers
        // are gone through one by one.
        let hip = self.questions.iter().position(Question::is_of_hips);
        let hips = hip.and_then(|index| self.questions.get(index));
        let answers = hips.into_iter().flat_map(|q| core::iter::once(q.base).chain(q.others()));
        let answers = answers.chain(hips.is_none().then_some(Factors::NONE));
        for fixed in answers {
            let read = self.known.union(fixed).union(self.bases(|index| Some(index) != hip));
            for (first, question) in self.questions.iter().enumerate() {
                for (second, other) in self.questions.iter().enumerate().skip(first) {
                    if whole(found) {
                        return;
                    }
                    if Some(first) == hip || Some(second) == hip {
                        continue;
                    }
                    let rest = if question.base.is_empty() && other.base.is_empty() {
                        read
                    } else {
                        let others = |index| Some(index) != hip && index != first && index != second;
                        self.known.union(fixed).union(self.bases(others))
                    };
                    for answer in question.others() {
                        if first == second {
                            found.add(tier(rest.union(answer)));
                            continue;
                        }
                        for other_answer in other.others() {
                            found.add(tier(rest.union(answer).union(other_answer)));
                        }
                    }
                }
            }
        }
    }
}

/// The tiers found so far.
#[derive(Clone, Copy, Default)]
struct Found(u8);

impl Found {
    fn add(&mut self, tier: Tier) {
        self.0 |= 1 << tier as u8;
    }

    fn has(self, tier: Tier) -> bool {
        self.0 & (1 << tier as u8) != 0
    }

    fn has_all(self, lowest: Tier, highest: Tier) -> bool {
        Tier::ALL.iter().filter(|&&tier| lowest <= tier && tier <= highest).all(|&tier| self.has(tier))
    }

    fn tiers(self) -> Vec<Tier> {
        Tier::ALL.iter().copied().filter(|&tier| self.has(tier)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Sex;
    use crate::document::options::DvoAgeRow;
    use crate::risk::dvo2023::thresholds::cell;

    /// Every completion, one by one.
    fn brute(reading: &Reading, cell: &Cell) -> Vec<Tier> {
        let mut sets = vec![reading.known];
        for question in &reading.questions {
            let answers: Vec<Factors> = core::iter::once(question.base).chain(question.others()).collect();
            sets = sets.iter().flat_map(|&set| answers.iter().map(move |&a| set.union(a))).collect();
        }
        let mut found = Found::default();
        sets.iter().for_each(|set| found.add(cell.tier(set.product_hundredths())));
        found.tiers()
    }

    /// A plain generator: the engine's tests have no other.
    fn next(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    #[test]
    fn what_it_could_be_is_what_every_completion_gives() {
        let factors: Vec<Factor> = Factor::all().filter(|factor| factor.is_multiplied()).collect();
        let mut state = 88_172_645_463_325_252;
        let mut pick = |n: usize| (next(&mut state) % n as u64) as usize;
        let hip = [Factor::HipFractureBefore, Factor::HipFractureWithin12Months].map(Factors::one);
        let hip = [hip[0], hip[1], hip[0].union(hip[1])];
        let falls = [Factor::Falls1, Factor::Falls2OrMore].map(Factors::one);
        let dose = [
            Factor::GlucocorticoidBelow25Mg,
            Factor::Glucocorticoid25To75Mg,
            Factor::GlucocorticoidAbove75Mg,
        ]
        .map(Factors::one);
        for _ in 0..3000 {
            let mut reading = Reading::default();
            for _ in 0..pick(3) {
                reading.has(factors[pick(factors.len())]);
            }
            for _ in 0..pick(7) {
                let has_hip = reading.questions.iter().any(Question::is_of_hips);
                match pick(8) {
                    0 if !has_hip => reading.ask("", "", &hip),
                    1 => reading.ask("", "", &[Factors::NONE, hip[0], hip[1]]),
                    2 => reading.ask("", "", &falls),
                    3 => reading.ask("", "", &dose),
                    _ => reading.flag("", None, factors[pick(factors.len())]),
                }
            }
            let sex = if pick(2) == 0 { Sex::Female } else { Sex::Male };
            let t = (pick(3) > 0).then(|| -(pick(45) as f64) / 10.0);
            let cell = cell(sex, 50.0 + pick(45) as f64, t, DvoAgeRow::Floor).unwrap();
            let expected = if reading.questions.is_empty() { Vec::new() } else { brute(&reading, &cell) };
            assert_eq!(reading.could_be(core::slice::from_ref(&cell)), expected, "{reading:?} {cell:?}");
        }
    }
}
