//! How complete the records are: of what the other indicators ask, how much is answered.

use jiff::civil::Date;

use crate::document::FractureSite;
use crate::fls::journey::Journey;
use crate::fls::output::KpiRow;
use crate::fls::rate::Rate;

use super::answer::{Answer, LeftOut};
use super::because;
use super::definition::{INDICATORS, Indicator, Kind};
use super::level::level_of;
use super::measure::write;

/// The row of completeness, over the shares of the same set, and over which bone it was.
pub(super) fn fill(row: &mut KpiRow, indicator: &Indicator, journeys: &[&Journey], as_of: Date) {
    let sites = Rate {
        numerator: journeys.iter().filter(|journey| journey.event.site != FractureSite::Unspecified).count()
            as u64,
        denominator: journeys.len() as u64,
    };
    let (mut answered, mut due) = (sites.numerator, sites.denominator);
    let mut unanswered = Vec::new();
    for asked in INDICATORS.iter().filter(|asked| asked.set == indicator.set && asked.kind == Kind::Share) {
        let rate = answers(asked, journeys, as_of);
        answered += rate.numerator;
        due += rate.denominator;
        if rate.denominator > 0 && rate.numerator == 0 {
            unanswered.push(asked.id);
        }
    }
    let rate = Rate { numerator: answered, denominator: due };
    write(row, rate);
    row.level = level_of(indicator.levels, rate);
    let mut said = Vec::new();
    if due == 0 {
        said.push(because::NOBODY.to_owned());
    }
    if !unanswered.is_empty() {
        said.push(format!("Nothing is said of what {} ask.", unanswered.join(", ")));
    }
    said.push(indicator.note.to_owned());
    row.because = because::joined(&said);
}

/// How many journeys answer what an indicator asks, of those that should. Who is known to be none of its
/// denominator, ended, rightly not invited, or whose window is not over, owes no answer; who may be of the denominator does.
fn answers(asked: &Indicator, journeys: &[&Journey], as_of: Date) -> Rate {
    let (mut numerator, mut denominator) = (0, 0);
    for journey in journeys {
        let is_asked = match asked.speaks_of(journey) {
            Answer::Yes => true,
            Answer::No => false,
            Answer::Unknown(why) => why == LeftOut::NotSaid,
        };
        let is_asked = is_asked && !asked.leaves_out(journey);
        let holds = asked.numerator.filter(|_| is_asked).map(|it| it.holds(journey, asked.clock(as_of)));
        match holds {
            Some(Answer::Yes | Answer::No) => {
                numerator += 1;
                denominator += 1;
            }
            Some(Answer::Unknown(why)) if why.is_silence() => denominator += 1,
            _ => {}
        }
    }
    Rate { numerator, denominator }
}
