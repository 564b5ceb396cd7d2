//! Time to an end: Kaplan-Meier, and Aalen-Johansen where another end competes.

/// How one follow-up ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The event of interest.
    Event,
    /// Another end that rules it out.
    Competing,
    /// Still followed.
    Censored,
}

/// One follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Days from the start.
    pub days: u32,
    /// How it ended.
    pub ended: Ended,
}
