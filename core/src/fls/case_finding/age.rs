//! Age in whole years, between bounds where a day is not stated.

use jiff::civil::Date;

use crate::fls::stated_date::StatedDate;
use crate::quantity::Age;

/// The least and the most that an age may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeBounds {
    /// Whole years, at least.
    pub least: u32,
    /// Whole years, at most.
    pub most: u32,
}

impl AgeBounds {
    /// Age on a day. None where there is no birth date, where the day is certainly before birth, or where nobody
    /// lives so long: that birth date is none.
    #[must_use]
    pub fn new(born: Option<StatedDate>, on: StatedDate) -> Option<Self> {
        let born = born?;
        let most = u32::try_from(whole_years(born.earliest(), on.latest())).ok()?;
        let least = u32::try_from(whole_years(born.latest(), on.earliest())).unwrap_or(0);
        Age::new(f64::from(least)).map(|_| Self { least, most })
    }
}

/// Birthdays passed; of someone born on 29 February, 1 March of common years.
fn whole_years(born: Date, on: Date) -> i32 {
    let not_yet = (on.month(), on.day()) < (born.month(), born.day());
    i32::from(on.year()) - i32::from(born.year()) - i32::from(not_yet)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn age(born: &str, on: &str) -> Option<(u32, u32)> {
        let on = StatedDate::parse(on).unwrap();
        AgeBounds::new(StatedDate::parse(born), on).map(|age| (age.least, age.most))
    }

    #[test]
    fn birthdays_are_exact() {
        assert_eq!(age("1970-05-02", "2020-05-01"), Some((49, 49)));
        assert_eq!(age("1970-05-02", "2020-05-02"), Some((50, 50)));
        assert_eq!(age("1972-02-29", "2022-02-28"), Some((49, 49)));
        assert_eq!(age("1972-02-29", "2022-03-01"), Some((50, 50)));
    }

    #[test]
    fn what_is_not_stated_widens() {
        assert_eq!(age("1970", "2020-05-02"), Some((49, 50)));
        assert_eq!(age("1970-05", "2020-05-10"), Some((49, 50)));
        assert_eq!(age("1970-05-10", "2020"), Some((49, 50)));
        assert_eq!(age("2000", "2000-03-01"), Some((0, 0)));
        assert_eq!(age("2001", "2000-03-01"), None);
        assert_eq!(age("", "2000-03-01"), None);
        assert_eq!(age("1880-03-01", "2001-02-28"), Some((120, 120)));
        assert_eq!(age("1880-03-01", "2001-03-01"), None, "121");
    }
}
