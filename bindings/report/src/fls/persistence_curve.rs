//! Persistence: the curve of everybody, and the figures of every group with the gaps that were allowed.

use core::fmt::Write as _;

use osteon::fls::output::{CurvePoint, Persistence};

use super::markup::{Html, paragraph, table};
use super::teller::Teller;
use crate::catalogue::args;

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 230.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 96.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 38.0;
const DAYS_A_MONTH: f64 = 365.25 / 12.0;
/// Months between two marks of the axis, and the longest axis.
const MARK_MONTHS: f64 = 6.0;
const LONGEST_MONTHS: f64 = 60.0;
const INK: &str = "#1b1f24";
const ON: &str = "#0b3c5d";
const STOPPED: &str = "#9a4a00";
const DIED: &str = "#4d4d4d";

/// The curve and the table.
pub(super) fn persistence(teller: &Teller<'_>) -> Html {
    let groups = &teller.answer.funnel.persistence;
    let Some(everybody) = groups.first().filter(|group| group.began > 0) else {
        return paragraph(&teller.put("fls-persistence-unsaid").and(&teller.html(&teller.gaps())));
    };
    let group =
        format!("{}, n = {}", teller.group(&everybody.by, &everybody.group), teller.count(everybody.began));
    let args = args! { "group" => group, "gaps" => teller.gaps() };
    let caption = teller.say("fls-persistence-caption", &args);
    let figure =
        Html::drawn(curve(teller, everybody)).then(&caption.within("figcaption", "")).within("figure", "");
    let head = [
        "fls-column-by",
        "fls-column-group",
        "fls-column-began",
        "fls-column-stopped",
        "fls-column-died",
        "fls-column-followed",
        "fls-column-at-12",
        "fls-column-at-24",
        "fls-column-gaps",
    ];
    let mut last_by = "";
    let mut rows = Vec::new();
    for group in groups {
        let by = if group.by == last_by {
            Html::default()
        } else {
            teller.html(&teller.name("fls-by", &group.by))
        };
        last_by = &group.by;
        rows.push(row(teller, by, group));
    }
    figure.then(&table("persistence", &head, &rows, teller.words))
}

fn row(teller: &Teller<'_>, by: Html, group: &Persistence) -> Vec<Html> {
    let count = |count: u64| teller.html(&teller.count(count));
    let at = |point: Option<&CurvePoint>| match point {
        None => teller.put("fls-not-followed-so-long").within("span", "unsaid"),
        Some(point) => {
            let args = args! {
                "percent" => teller.percent(point.percent),
                "low" => teller.percent(point.ci_low),
                "high" => teller.percent(point.ci_high),
                "at_risk" => teller.count(point.at_risk),
                "began" => teller.count(group.began),
            };
            teller.say("fls-at-months", &args)
        }
    };
    let gaps = &group.allowed_gap_days;
    let args = args! {
        "oral" => gaps.oral.to_string(),
        "denosumab" => gaps.denosumab.to_string(),
        "zoledronate" => gaps.zoledronate.to_string(),
        "other" => gaps.other.to_string(),
    };
    vec![
        by.within("b", ""),
        teller.html(&teller.group(&group.by, &group.group)),
        count(group.began),
        count(group.stopped),
        count(group.died),
        count(group.censored),
        at(group.at_12_months.as_ref()),
        at(group.at_24_months.as_ref()),
        teller.say("fls-gaps-short", &args).within("small", ""),
    ]
}

/// The axes of a curve.
struct Frame {
    months: f64,
    /// Last day on which anything happened to anybody: until then every curve is known.
    last_day: u32,
}

impl Frame {
    fn of(group: &Persistence) -> Self {
        let curves = [&group.kaplan_meier, &group.stopped_cumulative, &group.died_cumulative];
        let last = curves.into_iter().flatten().map(|point| point.day).max().unwrap_or(0);
        let months = (f64::from(last) / DAYS_A_MONTH / MARK_MONTHS).ceil() * MARK_MONTHS;
        Self { months: months.clamp(2.0 * MARK_MONTHS, LONGEST_MONTHS), last_day: last }
    }

    fn x(&self, day: u32) -> f64 {
        self.x_of_months(f64::from(day) / DAYS_A_MONTH)
    }

    fn x_of_months(&self, months: f64) -> f64 {
        LEFT + months.clamp(0.0, self.months) / self.months * (WIDTH - LEFT - RIGHT)
    }

    fn y(percent: f64) -> f64 {
        HEIGHT - BOTTOM - percent.clamp(0.0, 100.0) / 100.0 * (HEIGHT - TOP - BOTTOM)
    }

    /// The corners of a curve that goes in steps, from its value on the first day.
    fn steps(
        &self,
        points: &[CurvePoint],
        start: f64,
        value: impl Fn(&CurvePoint) -> f64,
    ) -> Vec<(f64, f64)> {
        let mut corners = vec![(self.x(0), Self::y(start))];
        let mut level = start;
        for point in points.iter().filter(|point| value(point).is_finite()) {
            let x = self.x(point.day);
            corners.push((x, Self::y(level)));
            level = value(point);
            corners.push((x, Self::y(level)));
        }
        corners.push((self.x(self.last_day), Self::y(level)));
        corners
    }
}

fn written(corners: &[(f64, f64)]) -> String {
    let pairs: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    pairs.join(" ")
}

fn curve(teller: &Teller<'_>, group: &Persistence) -> String {
    let frame = Frame::of(group);
    let mut svg = String::new();
    let title = teller.put("fls-section-persistence");
    // Writing to a string does not fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         class=\"curve\" font-family=\"Arial, sans-serif\" font-size=\"11\" fill=\"{INK}\">\n<title>{}</title>\n",
        title.as_str()
    );
    axes(&mut svg, &frame, teller);
    let above = frame.steps(&group.kaplan_meier, 100.0, |point| point.ci_high);
    let mut below = frame.steps(&group.kaplan_meier, 100.0, |point| point.ci_low);
    below.reverse();
    let _ = writeln!(
        svg,
        "<polygon points=\"{} {}\" fill=\"{ON}\" fill-opacity=\"0.15\"/>",
        written(&above),
        written(&below)
    );
    let lines = [
        (frame.steps(&group.kaplan_meier, 100.0, |point| point.percent), ON, "", "fls-curve-on"),
        (frame.steps(&group.stopped_cumulative, 0.0, |p| p.percent), STOPPED, "6 3", "fls-curve-stopped"),
        (frame.steps(&group.died_cumulative, 0.0, |p| p.percent), DIED, "1.5 2.5", "fls-curve-died"),
    ];
    for (corners, colour, dashes, _) in &lines {
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.8\" \
             stroke-dasharray=\"{}\"/>",
            written(corners),
            if dashes.is_empty() { "none" } else { dashes }
        );
    }
    let ends: Vec<(f64, f64)> = lines.iter().filter_map(|(corners, ..)| corners.last().copied()).collect();
    for ((y, (x, _)), (_, colour, _, name)) in apart(&ends).into_iter().zip(ends).zip(&lines) {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{y:.1}\" fill=\"{colour}\">{}</text>",
            x + 5.0,
            teller.put(name).as_str()
        );
    }
    svg.push_str("</svg>");
    svg
}

/// Where the names of the lines stand, so that none covers another: as the lines end, a line's height apart.
fn apart(ends: &[(f64, f64)]) -> Vec<f64> {
    const LINE: f64 = 12.0;
    let mut order: Vec<(usize, f64)> = ends.iter().map(|(_, y)| y + 3.5).enumerate().collect();
    // From the bottom up, since the lowest lines lie on the axis.
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut lowest = f64::INFINITY;
    for (_, y) in &mut order {
        *y = y.min(lowest - LINE);
        lowest = *y;
    }
    order.sort_by_key(|(at, _)| *at);
    order.into_iter().map(|(_, y)| y).collect()
}

fn axes(svg: &mut String, frame: &Frame, teller: &Teller<'_>) {
    let (bottom, right) = (HEIGHT - BOTTOM, WIDTH - RIGHT);
    let mut months = 0.0;
    while months <= frame.months {
        let x = frame.x_of_months(months);
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {bottom}v4\" stroke=\"{INK}\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{months:.0}</text>",
            bottom + 15.0
        );
        months += MARK_MONTHS;
    }
    for percent in (0_u32..=100).step_by(20) {
        let y = Frame::y(f64::from(percent));
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"#dde3e8\" stroke-width=\"0.6\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{percent}</text>",
            LEFT - 6.0,
            y + 3.5
        );
    }
    let _ = writeln!(
        svg,
        "<path d=\"M{LEFT} {TOP}V{bottom}H{right}\" fill=\"none\" stroke=\"{INK}\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\
         <text transform=\"translate(12 {:.1}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
        (LEFT + right) / 2.0,
        HEIGHT - 6.0,
        teller.put("fls-axis-months").as_str(),
        (TOP + bottom) / 2.0,
        teller.put("fls-axis-percent").as_str()
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_goes_in_steps_from_its_first_day() {
        let group = Persistence {
            kaplan_meier: vec![CurvePoint { day: 365, percent: 80.0, ..Default::default() }],
            ..Default::default()
        };
        let frame = Frame::of(&group);
        assert!((frame.months - 12.0).abs() < 1e-9);
        let corners = frame.steps(&group.kaplan_meier, 100.0, |point| point.percent);
        assert_eq!(corners.len(), 4);
        assert!(corners[0].0 < corners[1].0 && corners[0].1 < corners[2].1);
    }

    #[test]
    fn names_of_lines_do_not_cover_each_other() {
        let places = apart(&[(0.0, 50.0), (0.0, 190.0), (0.0, 191.0)]);
        assert!(places[2] - places[1] >= 12.0 && places[0] < 60.0);
    }
}
