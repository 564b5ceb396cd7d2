//! The funnel: a bar for each step beside its numbers, and the same by door and by group.

use osteon::fls::StepName;
use osteon::fls::output::{FunnelGroup, FunnelStep};

use super::markup::{Html, paragraph, table, table_headed};
use super::teller::Teller;
use crate::catalogue::args;

const BAR_WIDTH: f64 = 150.0;
const BAR_HEIGHT: f64 = 12.0;

/// The picture of everybody.
pub(super) fn picture(teller: &Teller<'_>) -> Html {
    let Some(everybody) = teller.answer.funnel.groups.first() else {
        return paragraph(&teller.put("fls-not-computed"));
    };
    let rows: Vec<Vec<Html>> = everybody.steps.iter().map(|step| row(teller, step)).collect();
    let head = [
        "fls-column-step",
        "fls-column-picture",
        "fls-column-count",
        "fls-column-of-previous",
        "fls-column-of-identified",
        "fls-column-ends",
    ];
    let unit = &teller.answer.funnel.unit;
    let unit = if unit.is_empty() {
        Html::default()
    } else {
        let around = teller.words.say("fls-unit", &args! { "unit" => "\u{fffc}" });
        let said = Html::text(&around, teller.words);
        Html::drawn(said.as_str().replace('\u{fffc}', teller.said(unit).as_str()))
    };
    paragraph(&teller.put("fls-funnel-note").and(&unit)).then(&table("funnel", &head, &rows, teller.words))
}

fn row(teller: &Teller<'_>, step: &FunnelStep) -> Vec<Html> {
    let name = teller.html(&teller.name("fls-step", &step.step)).within("b", "");
    let Some(count) = step.count else {
        let unknown = Html::drawn(bar(None));
        let dash = teller.html("–");
        return vec![
            name,
            unknown,
            dash,
            teller.unsaid(step.because.as_deref()),
            Html::default(),
            ends(teller, step),
        ];
    };
    let share = match (&step.of_identified, step.step.as_str()) {
        (Some(rate), _) => rate.percent,
        (None, "identified") => Some(100.0),
        (None, _) => None,
    };
    let previous = step.of_previous.as_ref().map_or_else(Html::default, |rate| {
        let said = teller.rate(rate);
        match &step.previous {
            Some(previous) => {
                let args =
                    args! { "rate" => said, "step" => teller.name("fls-step", previous).to_lowercase() };
                teller.say("fls-of-step", &args)
            }
            None => teller.html(&said),
        }
    });
    let identified = step.of_identified.as_ref().map_or_else(Html::default, |rate| {
        let interval = teller.interval(rate.ci_low, rate.ci_high);
        teller.html(&teller.rate(rate)).and(&teller.html(&interval).within("small", ""))
    });
    let open = ends(teller, step).and(&teller.remark(step.because.as_deref()));
    let number = teller.html(&teller.count(count)).within("b", "");
    vec![name, Html::drawn(bar(share)), number, previous, identified, open]
}

fn ends(teller: &Teller<'_>, step: &FunnelStep) -> Html {
    teller.counted_list(&step.ends)
}

/// A bar of a share; an outline with stripes where the share is not known.
fn bar(percent: Option<f64>) -> String {
    let known = percent.filter(|percent| percent.is_finite());
    let inner = match known {
        Some(percent) => {
            let width = percent.clamp(0.0, 100.0) / 100.0 * BAR_WIDTH;
            format!("<rect width=\"{width:.1}\" height=\"{BAR_HEIGHT}\" fill=\"#0b3c5d\"/>")
        }
        None => {
            let stripes: String = (0..25)
                .map(|at| format!("M{} {BAR_HEIGHT}l{BAR_HEIGHT} -{BAR_HEIGHT}", f64::from(at) * 6.0 - 6.0))
                .collect();
            format!("<path d=\"{stripes}\" stroke=\"#8d99a5\" stroke-width=\"0.8\"/>")
        }
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {BAR_WIDTH} {BAR_HEIGHT}\" class=\"bar\" \
         aria-hidden=\"true\"><rect width=\"{BAR_WIDTH}\" height=\"{BAR_HEIGHT}\" fill=\"#eef2f5\"/>{inner}</svg>"
    )
}

/// Steps by door, a column a door.
pub(super) fn by_door(teller: &Teller<'_>) -> Html {
    let groups: Vec<&FunnelGroup> =
        teller.answer.funnel.groups.iter().filter(|group| group.by == "door").collect();
    let Some(everybody) = teller.answer.funnel.groups.first().filter(|_| !groups.is_empty()) else {
        return Html::default();
    };
    let mut head = vec![teller.put("fls-column-step")];
    head.extend(groups.iter().map(|group| teller.html(&teller.group("door", &group.group))));
    let rows: Vec<Vec<Html>> = everybody
        .steps
        .iter()
        .map(|step| {
            let mut row = vec![teller.html(&teller.name("fls-step", &step.step)).within("b", "")];
            row.extend(groups.iter().map(|group| of_door(teller, group, &step.step)));
            row
        })
        .collect();
    table_headed("doors", &head, &rows)
}

fn of_door(teller: &Teller<'_>, group: &FunnelGroup, step: &str) -> Html {
    let found = group.steps.iter().find(|one| one.step == step);
    match found.map(|step| (step.count, &step.of_identified)) {
        Some((Some(_), Some(rate))) => teller.html(&teller.rate(rate)),
        Some((Some(count), None)) => teller.html(&teller.count(count)),
        Some((None, _)) | None => teller.put("fls-cannot-be-said-alone").within("span", "unsaid"),
    }
}

/// Attendance by group, each rate with its own denominator.
pub(super) fn attendance(teller: &Teller<'_>) -> Html {
    let groups: Vec<&FunnelGroup> =
        teller.answer.funnel.groups.iter().filter(|group| !group.attendance.is_empty()).collect();
    if groups.is_empty() {
        let steps = teller.answer.funnel.groups.first().map(|group| &group.steps);
        let attended = steps.and_then(|steps| steps.iter().find(|s| s.step == StepName::Attended.as_str()));
        return attended
            .map_or_else(Html::default, |step| paragraph(&teller.unsaid(step.because.as_deref())));
    }
    let mut head = vec![teller.put("fls-column-by"), teller.put("fls-column-group")];
    let mut ids: Vec<&str> = Vec::new();
    for named in groups.iter().flat_map(|group| &group.attendance) {
        if !ids.contains(&named.id.as_str()) {
            ids.push(&named.id);
        }
    }
    head.extend(ids.iter().map(|id| teller.html(&teller.name("fls-attendance", id))));
    let mut last_by = "";
    let mut rows = Vec::new();
    for group in groups {
        let by = if group.by == last_by {
            Html::default()
        } else {
            teller.html(&teller.name("fls-by", &group.by))
        };
        last_by = &group.by;
        let mut row = vec![by.within("b", ""), teller.html(&teller.group(&group.by, &group.group))];
        row.extend(ids.iter().map(|id| {
            let found = group.attendance.iter().find(|rate| rate.id == *id);
            found.map_or_else(Html::default, |named| {
                let interval = teller.interval(named.rate.ci_low, named.rate.ci_high);
                teller.html(&teller.rate(&named.rate)).and(&teller.html(&interval).within("small", ""))
            })
        }));
        rows.push(row);
    }
    paragraph(&teller.put("fls-attendance-note")).then(&table_headed("attendance", &head, &rows))
}
