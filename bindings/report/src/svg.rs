//! The BMD-for-age chart as SVG: no script, no font, no file beside it.
//!
//! Colours are told apart with any colour vision, and every band is named beside it.

use core::fmt::Write as _;

use crate::catalogue::{Catalogue, args};
use crate::chart::{AGES, AtAge, BarIs, Chart, Limits};
use crate::page::html::escape;

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 205.0;
const LEFT: f64 = 42.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 36.0;

const NORMAL: &str = "#d3e5f3";
const LOW: &str = "#fdeab8";
const POROTIC: &str = "#f2bfa3";
const INK: &str = "#1b1f24";
const MEAN: &str = "#0b3c5d";

struct Frame {
    low: f64,
    high: f64,
}

impl Frame {
    fn of(chart: &Chart) -> Self {
        let two_sd = chart.curve.iter().flat_map(|at| [at.mean - 2.0 * at.sd, at.mean + 2.0 * at.sd]);
        let scans = chart.points.iter().flat_map(|point| {
            let (low, high) = point.bar().unwrap_or((point.bmd, point.bmd));
            [low, high, point.bmd]
        });
        let limits = chart.limits.iter().flat_map(|limits| [limits.t_minus_1, limits.t_minus_2_5 - 0.05]);
        let all: Vec<f64> = two_sd.chain(scans).chain(limits).filter(|value| value.is_finite()).collect();
        let low = all.iter().copied().fold(f64::INFINITY, f64::min);
        let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let tenth = |value: f64| (value * 10.0).round() / 10.0;
        Self { low: tenth(low - 0.07).max(0.0), high: tenth(high + 0.05) }
    }

    fn x(&self, age: f64) -> f64 {
        LEFT + (age.clamp(AGES.0, AGES.1) - AGES.0) / (AGES.1 - AGES.0) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, bmd: f64) -> f64 {
        let share = (bmd - self.low) / (self.high - self.low).max(0.1);
        HEIGHT - BOTTOM - share.clamp(0.0, 1.0) * (HEIGHT - TOP - BOTTOM)
    }
}

/// Draws a chart. `title` says in words what it shows.
pub(crate) fn draw(chart: &Chart, title: &str, words: &Catalogue) -> String {
    let frame = Frame::of(chart);
    let mut svg = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"Arial, sans-serif\" font-size=\"11\" fill=\"{INK}\">\n<title>{}</title>\n",
        escape(title)
    );
    classes(&mut svg, chart, &frame);
    reference(&mut svg, chart, &frame);
    axes(&mut svg, &frame, words);
    class_names(&mut svg, chart, &frame, words);
    scans(&mut svg, chart, &frame);
    svg.push_str("</svg>");
    svg
}

fn classes(svg: &mut String, chart: &Chart, frame: &Frame) {
    let Some(Limits { t_minus_1, t_minus_2_5 }) = chart.limits else { return };
    let (left, right) = (LEFT, WIDTH - RIGHT);
    let (top, bottom) = (TOP, HEIGHT - BOTTOM);
    let (one, two) = (frame.y(t_minus_1), frame.y(t_minus_2_5));
    for (from, to, colour) in [(top, one, NORMAL), (one, two, LOW), (two, bottom, POROTIC)] {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{from:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{colour}\"/>",
            right - left,
            (to - from).max(0.0)
        );
    }
}

/// Names stand beside the colours, so that nobody has to tell them apart.
fn class_names(svg: &mut String, chart: &Chart, frame: &Frame, words: &Catalogue) {
    let Some(Limits { t_minus_1, t_minus_2_5 }) = chart.limits else { return };
    let (left, one, two) = (LEFT, frame.y(t_minus_1), frame.y(t_minus_2_5));
    let label = |y: f64, id: &str| {
        let text = words.language().typeset(&words.word(id));
        format!(
            "<text x=\"{:.1}\" y=\"{y:.1}\" font-size=\"9.5\" stroke=\"#ffffff\" stroke-opacity=\"0.75\" stroke-width=\"2.5\" paint-order=\"stroke\">{}</text>\n",
            left + 5.0,
            escape(&text)
        )
    };
    svg.push_str(&label(one - 4.0, "chart-normal"));
    svg.push_str(&label(two - 3.0, "chart-low"));
    svg.push_str(&label(two + 10.5, "chart-osteoporosis"));
}

fn axes(svg: &mut String, frame: &Frame, words: &Catalogue) {
    let language = words.language();
    let bottom = HEIGHT - BOTTOM;
    for age in (20_u32..=90).step_by(10) {
        let x = frame.x(f64::from(age));
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {bottom}v4\" stroke=\"{INK}\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{age}</text>",
            bottom + 15.0
        );
    }
    let step = if frame.high - frame.low > 0.65 { 0.2 } else { 0.1 };
    let mut bmd = (frame.low / step).ceil() * step;
    while bmd <= frame.high + 1e-9 {
        let y = frame.y(bmd);
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {y:.1}h-4\" stroke=\"{INK}\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LEFT - 6.0,
            y + 3.5,
            language.fixed(bmd, 1)
        );
        bmd += step;
    }
    let (age, density) = (words.word("chart-age"), words.word("chart-bmd"));
    let _ = writeln!(
        svg,
        "<path d=\"M{LEFT} {TOP}V{bottom}H{:.1}\" fill=\"none\" stroke=\"{INK}\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\
         <text transform=\"translate(11 {:.1}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
        WIDTH - RIGHT,
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 5.0,
        escape(&age),
        (TOP + bottom) / 2.0,
        escape(&density)
    );
}

fn reference(svg: &mut String, chart: &Chart, frame: &Frame) {
    let line = |value: &dyn Fn(&AtAge) -> f64| -> String {
        let points = chart.curve.iter().map(|at| format!("{:.1},{:.1}", frame.x(at.age), frame.y(value(at))));
        points.collect::<Vec<_>>().join(" ")
    };
    // Over the colours of the classes the bands are fainter.
    let opacities = if chart.limits.is_some() { ["0.06", "0.09"] } else { ["0.12", "0.16"] };
    for (sds, opacity) in [2.0, 1.0].into_iter().zip(opacities) {
        let above = line(&|at| at.mean + sds * at.sd);
        let mut below: Vec<String> =
            line(&|at| at.mean - sds * at.sd).split(' ').map(str::to_owned).collect();
        below.reverse();
        let _ = writeln!(
            svg,
            "<polygon points=\"{above} {}\" fill=\"{MEAN}\" fill-opacity=\"{opacity}\"/>",
            below.join(" ")
        );
    }
    for sds in [-2.0, 2.0] {
        let at = line(&|at| at.mean + sds * at.sd);
        let _ = writeln!(
            svg,
            "<polyline points=\"{at}\" fill=\"none\" stroke=\"{MEAN}\" stroke-width=\"0.8\" stroke-dasharray=\"4 3\"/>"
        );
    }
    let mean = line(&|at| at.mean);
    let _ =
        writeln!(svg, "<polyline points=\"{mean}\" fill=\"none\" stroke=\"{MEAN}\" stroke-width=\"1.8\"/>");
}

fn scans(svg: &mut String, chart: &Chart, frame: &Frame) {
    for point in &chart.points {
        // No line leads from a scan to one that it cannot be compared with.
        if let Some(from) = point.joined_to.and_then(|at| chart.points.get(at)) {
            let [start, end] = [from, point].map(|p| format!("{:.1},{:.1}", frame.x(p.age), frame.y(p.bmd)));
            let _ = writeln!(
                svg,
                "<polyline points=\"{start} {end}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.2\"/>"
            );
        }
    }
    for (index, point) in chart.points.iter().enumerate() {
        let (x, y) = (frame.x(point.age), frame.y(point.bmd));
        if let Some((low, high)) = point.bar() {
            let (low, high) = (frame.y(low), frame.y(high));
            let dashes =
                if point.bar_is == Some(BarIs::IscdMinimum) { " stroke-dasharray=\"2 1.6\"" } else { "" };
            let _ = writeln!(
                svg,
                "<path d=\"M{x:.1} {low:.1}V{high:.1}\" stroke=\"{INK}\" stroke-width=\"1.3\"{dashes}/>\
                 <path d=\"M{:.1} {low:.1}h7M{:.1} {high:.1}h7\" stroke=\"{INK}\" stroke-width=\"1.3\"/>",
                x - 3.5,
                x - 3.5
            );
        }
        let last = index + 1 == chart.points.len();
        let (radius, fill) = if last { (4.6, INK) } else { (3.8, "#ffffff") };
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{INK}\" stroke-width=\"1.4\"/>"
        );
    }
}

/// What the lines and colours of a chart mean.
pub(crate) fn caption(chart: &Chart, region: &str, words: &Catalogue) -> String {
    let bars = |minimum: bool| {
        let mut kinds = chart.points.iter().filter_map(|point| point.bar_is);
        kinds.any(|kind| (kind == BarIs::IscdMinimum) == minimum)
    };
    let bars = match (bars(false), bars(true)) {
        (true, true) => "both",
        (true, false) => "own",
        (false, true) => "minimum",
        (false, false) => "no",
    };
    let apart = chart.points.iter().skip(1).any(|point| point.joined_to.is_none());
    words.say(
        "chart-caption",
        &args! {
            "region" => region,
            "reference" => chart.reference,
            "source" => chart.source,
            "classes" => if chart.limits.is_some() { "yes" } else { "no" },
            "bars" => bars,
            "apart" => if apart { "yes" } else { "no" },
            "converted" => if chart.converted { "yes" } else { "no" },
        },
    )
}
