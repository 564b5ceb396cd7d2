//! Rows of one day or one encounter are one fracture.

use std::collections::BTreeMap;

use crate::fls::event::CountedBecause;
use crate::fls::stated_date::StatedDate;

use super::row::Row;
use super::spot::Spot;

/// The rows of one day or one encounter.
#[derive(Clone, Debug)]
pub(super) struct Group<'r> {
    pub(super) rows: Vec<Row<'r>>,
}

/// Puts rows together that share a day or an encounter; the groups are in the order of their days, those without a
/// whole day last.
pub(super) fn groups(rows: Vec<Row<'_>>) -> Vec<Group<'_>> {
    let mut sets = Sets::default();
    let (mut by_day, mut by_encounter) = (BTreeMap::new(), BTreeMap::new());
    for (at, row) in rows.iter().enumerate() {
        sets.add();
        sets.join(at, *by_day.entry(row.on).or_insert(at));
        if !row.encounter_id.is_empty() {
            sets.join(at, *by_encounter.entry(row.encounter_id).or_insert(at));
        }
    }
    let mut groups: BTreeMap<usize, Group<'_>> = BTreeMap::new();
    for (at, row) in rows.into_iter().enumerate() {
        groups.entry(sets.first_of(at)).or_insert_with(|| Group { rows: Vec::new() }).rows.push(row);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|group| (group.on().day().is_none(), group.on().earliest(), group.on()));
    groups
}

/// Which rows belong together: each knows an earlier one of its set, the first knows itself.
#[derive(Default)]
struct Sets(Vec<usize>);

impl Sets {
    fn add(&mut self) {
        self.0.push(self.0.len());
    }

    fn first_of(&mut self, at: usize) -> usize {
        let (mut first, mut here) = (at, at);
        while let Some(&earlier) = self.0.get(first).filter(|&&earlier| earlier != first) {
            first = earlier;
        }
        // The way is kept short.
        while let Some(earlier) = self.0.get_mut(here).filter(|earlier| **earlier != first) {
            here = core::mem::replace(earlier, first);
        }
        first
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first_of(a), self.first_of(b));
        if let Some(known) = self.0.get_mut(a.max(b)) {
            *known = a.min(b);
        }
    }
}

impl Group<'_> {
    /// The first day of those that speak of a new fracture, or of all where none does.
    pub(super) fn on(&self) -> StatedDate {
        let first = |rows: &mut dyn Iterator<Item = &Row<'_>>| {
            rows.map(|row| row.on).min_by_key(|on| (on.day().is_none(), on.earliest()))
        };
        first(&mut self.usable()).or_else(|| first(&mut self.rows.iter())).unwrap_or(StatedDate::Year(1))
    }

    /// Rows that speak of a new fracture.
    pub(super) fn usable(&self) -> impl Iterator<Item = &Row<'_>> {
        self.rows.iter().filter(|row| row.apart.is_none())
    }

    /// Why no row of it speaks of a new fracture.
    pub(super) fn apart(&self) -> Option<CountedBecause> {
        use CountedBecause as B;
        if self.usable().next().is_some() {
            return None;
        }
        let says = |because: B| self.rows.iter().any(|row| row.apart == Some(because));
        [B::LaterEncounter, B::NotMainDiagnosis, B::Refuted].into_iter().find(|&because| says(because))
    }

    /// Whether there is nothing but acts.
    pub(super) fn only_acts(&self) -> bool {
        self.usable().all(|row| row.is_act)
    }

    /// Where, and of what, as far as it is said; of a diagnosis, where there is one. Beside a site, a code without one
    /// says nothing of its own, unless it is another cause.
    pub(super) fn spots(&self) -> Vec<Spot> {
        let (none_usable, only_acts) = (self.usable().next().is_none(), self.only_acts());
        let speaks = |row: &&Row<'_>| match row.apart {
            None => only_acts || !row.is_act,
            Some(because) => none_usable && because != CountedBecause::Refuted,
        };
        let mut spots: Vec<_> =
            self.rows.iter().filter(speaks).flat_map(|row| row.said.iter().map(Spot::of)).collect();
        spots.sort_unstable();
        spots.dedup();
        if spots.iter().any(|spot| spot.has_site()) {
            spots.retain(|spot| spot.stands_beside_sites());
        }
        spots
    }

    /// Whether it is of osteoporosis with fracture, and says nothing more.
    pub(super) fn is_siteless_osteoporotic(&self) -> bool {
        !self.only_acts() && self.spots().iter().all(|spot| spot.is_siteless_osteoporotic())
    }
}
