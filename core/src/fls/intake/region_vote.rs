//! Where a number was measured: code, display and body site vote, and who disagrees is a doubt.
//!
//! A region is named only where all who speak agree on one. Nothing is made a femoral neck by a code: LOINC
//! has none for it.

use crate::document::{Region, Side, Vertebrae};
use crate::fls::code::{Code, CodeSystem};
use crate::fls::finding::FindingKind;
use crate::fls::record::ScanValue;

use super::doubt::{Doubt, cut};
use super::loinc::is_valid_loinc;
use super::part::{Part, Places};
use super::tables::{BODY_SITES, DXA_CODES, DxaCode, Quantity, Says};
use super::words::{NamedVertebrae, said, vertebrae};

/// What the vote came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vote {
    /// The region, where all who speak agree on one.
    pub(super) region: Option<Region>,
    /// The side.
    pub(super) side: Option<Side>,
    /// Vertebrae of a lumbar spine.
    pub(super) vertebrae: Option<Vertebrae>,
    /// What code and display say that the number is.
    pub(super) quantity: Option<Quantity>,
    /// Whether they disagree on that.
    pub(super) is_disputed: bool,
}

/// One who speaks.
#[derive(Clone, Debug)]
struct Voice {
    who: String,
    parts: Vec<Part>,
    side: Option<Side>,
}

impl Voice {
    fn places(&self) -> Places {
        self.parts.iter().fold(Places::ANYWHERE, |places, &part| places.both(Places::of(part)))
    }

    fn names_a_place(&self) -> bool {
        self.places() != Places::ANYWHERE
    }
}

/// The rows of the codes of a value that are known and hold their check digit.
pub(super) fn known_codes(codes: &[Code]) -> impl Iterator<Item = &'static DxaCode> + '_ {
    let loinc = codes.iter().filter(|code| code.system == CodeSystem::Loinc);
    loinc.filter_map(|code| DXA_CODES.iter().find(|row| row.code == &*code.code))
}

/// Counts the votes.
pub(super) fn vote(value: &ScanValue, doubts: &mut Vec<Doubt>) -> Vote {
    for code in value.codes.iter().filter(|code| code.system == CodeSystem::Loinc) {
        if !is_valid_loinc(&code.code) {
            let because = format!("{} fails the check digit of LOINC: the code has no vote", cut(&code.code));
            doubts.push(Doubt::new(FindingKind::CheckDigit, "code", &code.code, because));
        }
    }
    let quantity = quantity(value);
    if quantity.is_err() {
        let because = "code and display do not agree on what the number is: not read".to_owned();
        doubts.push(Doubt::new(FindingKind::UnitSlip, "display", &value.display, because).lost());
    }
    let is_disputed = quantity.is_err();
    let mut vote = Vote { quantity: quantity.unwrap_or_default(), is_disputed, ..Vote::default() };
    let voices = voices(value);
    let spine = match vertebrae(&value.display) {
        NamedVertebrae::Unclear => {
            let because = "the vertebrae cannot be told from its words: not read".to_owned();
            doubts.push(Doubt::new(FindingKind::RegionUnknown, "display", &value.display, because));
            return vote;
        }
        NamedVertebrae::These(set) => Some(set),
        NamedVertebrae::None => None,
    };
    match settle(value, &voices) {
        Ok(region) => vote.region = region,
        Err(doubt) => doubts.push(doubt),
    }
    let mut sides = voices.iter().filter_map(|voice| voice.side);
    vote.side = sides.next();
    if sides.any(|side| Some(side) != vote.side) {
        let because = format!("{} do not name one side: {}", list(&voices), became());
        doubts.push(Doubt::new(FindingKind::RegionConflict, "side", &value.display, because));
        (vote.region, vote.side) = (None, None);
    }
    if vote.region == Some(Region::LumbarSpine) {
        (vote.side, vote.vertebrae) = (None, spine);
    }
    vote
}

/// The region that all agree on; no region and no doubt for a heel or an upper arm, which are no part of an
/// assessment.
fn settle(value: &ScanValue, voices: &[Voice]) -> Result<Option<Region>, Doubt> {
    let field = if value.codes.is_empty() { "display" } else { "code" };
    let shown = value.codes.first().map_or(value.display.as_str(), |code| &code.code);
    let conflict =
        |because: String| Err(Doubt::new(FindingKind::RegionConflict, field, shown, because + &became()));
    let unknown = |because: &str| {
        Err(Doubt::new(FindingKind::RegionUnknown, field, shown, because.to_owned() + &became()))
    };
    for voice in voices {
        if voice.places().is_none() {
            return conflict(format!("{} names two regions: ", voice.who));
        }
    }
    let all = voices.iter().fold(Places::ANYWHERE, |places, voice| places.both(voice.places()));
    if all.is_none() {
        return conflict(format!("{} do not agree on the region: ", list(voices)));
    }
    let speaking: Vec<&Voice> = voices.iter().filter(|voice| voice.names_a_place()).collect();
    let by_code = known_codes(&value.codes).next();
    let only_the_code = speaking.len() == 1 && by_code.is_some_and(|row| row.part != Part::Any);
    if let (true, Some(row)) = (only_the_code, by_code) {
        if !value.display.trim().is_empty() && !value.display.contains(row.code) {
            return conflict(format!(
                "the code {} says {}, and the display {:?} names no region: ",
                row.code,
                row.part,
                cut(&value.display)
            ));
        }
        if !row.speaks_alone && !Places::of(row.part).is_elsewhere() {
            return match row.part {
                Part::Femur => unknown(
                    "LOINC has no code of the femoral neck, and that of the femur names neither neck nor total: ",
                ),
                Part::Forearm => unknown(
                    "this code of the forearm is widely used for any DXA, and nothing else names a region: ",
                ),
                _ => unknown("the code alone does not name one region: "),
            };
        }
    }
    match all.region() {
        Some(region) => Ok(Some(region)),
        None if all.is_elsewhere() => Ok(None),
        None if speaking.iter().any(|voice| voice.parts.contains(&Part::Femur)) => unknown(
            "only the femur is named, neither neck nor total (LOINC has no code of the femoral neck): ",
        ),
        None if speaking.is_empty() => unknown("nothing names a region: "),
        None => unknown("what is named is no one region of a scan: "),
    }
}

fn became() -> String {
    "it counts as a DXA of that day, is given no region, and no diagnosis rests on it".to_owned()
}

fn voices(value: &ScanValue) -> Vec<Voice> {
    let mut voices: Vec<Voice> = known_codes(&value.codes)
        .map(|row| Voice {
            who: format!("the code {} ({})", row.code, row.part),
            parts: vec![row.part],
            side: row.side,
        })
        .collect();
    let display = in_words(format!("the display {:?}", cut(&value.display)), &value.display);
    let by_vertebrae = vertebrae(&value.display) != NamedVertebrae::None;
    voices.extend(display.map(|mut voice| {
        voice.parts.extend(by_vertebrae.then_some(Part::LumbarSpine));
        voice
    }));
    if !value.body_site.trim().is_empty() {
        let who = format!("the body site {:?}", cut(&value.body_site));
        voices.extend(by_body_site(&who, &value.body_site).or_else(|| in_words(who, &value.body_site)));
    }
    voices
}

fn in_words(who: String, text: &str) -> Option<Voice> {
    let mut voice = Voice { who, parts: Vec::new(), side: None };
    for says in said(text) {
        match says {
            Says::Part(part) => voice.parts.push(part),
            // Both sides named is none named.
            Says::Side(side) => {
                voice.side = if voice.side.is_none_or(|before| before == side) { Some(side) } else { None };
            }
            Says::Quantity(_) | Says::Manufacturer(_) => {}
        }
    }
    (!text.trim().is_empty()).then_some(voice)
}

/// A body site as a code of SNOMED CT, or as an expression of several: `71341001:272741003=7771000`.
fn by_body_site(who: &str, text: &str) -> Option<Voice> {
    let mut voice = Voice { who: who.to_owned(), parts: Vec::new(), side: None };
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() >= 6);
    let mut any = false;
    for row in numbers.filter_map(|number| BODY_SITES.iter().find(|row| row.code == number)) {
        any = true;
        voice.parts.extend(row.part);
        voice.side = row.side.or(voice.side);
    }
    any.then(|| {
        // Words beside the code speak too.
        let words = in_words(String::new(), text);
        voice.parts.extend(words.iter().flat_map(|words| words.parts.iter().copied()));
        voice.side = voice.side.or(words.and_then(|words| words.side));
        voice
    })
}

/// What code and display say the number is. A word such as BMD beside "T-score" names what the score is of.
fn quantity(value: &ScanValue) -> Result<Option<Quantity>, ()> {
    let mut by_code = known_codes(&value.codes).map(|row| row.quantity);
    let code = by_code.next();
    let words: Vec<Quantity> = said(&value.display)
        .into_iter()
        .filter_map(|says| if let Says::Quantity(quantity) = says { Some(quantity) } else { None })
        .collect();
    let mut scores = words.iter().copied().filter(|&quantity| quantity != Quantity::Bmd);
    let display = scores.next().or(words.first().copied());
    let is_same = |a: Quantity, b: Quantity| a == b || (a, b) == (Quantity::Bmd, Quantity::StandardisedBmd);
    let is_one = by_code.all(|other| Some(other) == code)
        && scores.all(|other| Some(other) == display)
        && code.is_none_or(|code| display.is_none_or(|display| is_same(code, display)));
    if is_one { Ok(display.or(code)) } else { Err(()) }
}

fn list(voices: &[Voice]) -> String {
    let speaking = voices.iter().filter(|voice| voice.names_a_place() || voice.side.is_some());
    speaking.map(|voice| voice.who.as_str()).collect::<Vec<_>>().join(" and ")
}

#[cfg(test)]
mod tests;
