import { html, nothing, type TemplateResult } from "lit";
import type { Fracture } from "osteon/embedded";
import { isDay, monthBefore } from "../months.js";
import { choicesOf, day, entry, number, select } from "./fields.js";
import type { View } from "./view.js";

const KEYS = ["date", "months_ago", "age_years"] as const;

/** When a fracture happened: what it is told by, and the day, the month, the months since or the age. */
export function when(view: View, fracture: Fracture, index: number): TemplateResult {
  const { model, words: w } = view;
  const base = `fractures[${index}]`;
  const told = KEYS.find((key) => fracture[key] != null || model.text(`${base}.${key}`) !== undefined);
  const assessed = model.get("assessed_on");
  const ago = `${base}.months_ago`;
  const chosen = view.choices.get(`${base}.when`);
  const isMonth = isDay(assessed) && (model.month(ago) !== undefined || (chosen === "month" && told === undefined));
  // Without the day of the assessment there is no month to count from.
  const kind = isMonth ? "month" : (told ?? (chosen === "month" ? "months_ago" : chosen) ?? "date");
  const choose = (value: string) => {
    view.choices.set(`${base}.when`, value);
    const count = model.get(ago);
    if (value === "month" && typeof count === "number" && isDay(assessed)) model.setMonth(ago, monthBefore(count, assessed));
    if (value === "months_ago") model.forgetMonth(ago);
    const kept = value === "month" ? "months_ago" : value;
    for (const key of KEYS) {
      if (key !== kept && (fracture[key] != null || model.text(`${base}.${key}`) !== undefined)) model.set(`${base}.${key}`, undefined);
    }
    view.redraw();
  };
  const { date, month, ...others } = w.fractures.whens;
  // A month is counted from the assessment: without its day there is nothing to count from.
  const offered = isDay(assessed) ? { date, month, ...others } : { date, ...others };
  return html`${select(view, `${base}.when`, choicesOf(offered), {
    label: w.fractures.when,
    value: kind,
    take: choose,
    size: "medium",
  })}
  ${kind === "date" ? day(view, `${base}.date`, { label: w.labels.date }) : nothing}
  ${kind === "month" ? monthField(view, base) : nothing}
  ${kind === "months_ago" ? number(view, ago, { label: w.fractures.whens.months_ago }) : nothing}
  ${kind === "age_years" ? number(view, `${base}.age_years`, { label: w.labels.age_years, unit: w.person.years }) : nothing}`;
}

/** A month, kept as the months between it and that of the assessment. */
function monthField(view: View, base: string): TemplateResult {
  const { model, words: w } = view;
  const path = `${base}.months_ago`;
  const ago = model.get(path);
  const take = (typed: string) => {
    // An emptied field is still one for a month.
    view.choices.set(`${base}.when`, "month");
    if (typed.trim() === "") model.set(path, undefined);
    else model.setMonth(path, typed.trim());
  };
  return entry(view, path, {
    label: w.fractures.monthField,
    text: model.month(path) ?? "",
    take,
    numeric: false,
    size: "medium",
    ...(typeof ago === "number" ? { hint: w.fractures.monthHint(ago) } : {}),
  });
}
