import { html, nothing, type TemplateResult } from "lit";
import type { Fracture } from "osteon/embedded";
import { choicesOf, day, entry, number, select } from "./fields.js";
import type { View } from "./view.js";

const KEYS = ["date", "months_ago", "age_years"] as const;

/** When a fracture happened: what it is told by, and the day, the month, the months since or the age. */
export function when(view: View, fracture: Fracture, index: number): TemplateResult {
  const { model, words: w } = view;
  const base = `fractures[${index}]`;
  const told = KEYS.find((key) => fracture[key] != null || model.text(`${base}.${key}`) !== undefined);
  const chosen = view.choices.get(`${base}.when`);
  const kind = chosen === "month" && (told === undefined || told === "months_ago") ? chosen : (told ?? chosen ?? "date");
  const choose = (value: string) => {
    view.choices.set(`${base}.when`, value);
    const kept = value === "month" ? "months_ago" : value;
    for (const key of KEYS) {
      if (key !== kept && (fracture[key] != null || model.text(`${base}.${key}`) !== undefined)) model.set(`${base}.${key}`, undefined);
    }
    view.redraw();
  };
  const assessed = model.get("assessed_on");
  const { date, month, ...others } = w.fractures.whens;
  // A month is counted from the assessment: without its day there is nothing to count from.
  const offered = typeof assessed === "string" ? { date, month, ...others } : { date, ...others };
  return html`${select(view, `${base}.when`, choicesOf(offered), {
    label: w.fractures.when,
    value: kind,
    take: choose,
    size: "medium",
  })}
  ${kind === "date" ? day(view, `${base}.date`, { label: w.labels.date }) : nothing}
  ${kind === "month" && typeof assessed === "string" ? monthField(view, `${base}.months_ago`, assessed) : nothing}
  ${kind === "months_ago" ? number(view, `${base}.months_ago`, { label: w.fractures.whens.months_ago }) : nothing}
  ${kind === "age_years" ? number(view, `${base}.age_years`, { label: w.labels.age_years, unit: w.person.years }) : nothing}`;
}

/** A month, kept as the months between it and that of the assessment. */
function monthField(view: View, path: string, assessed: string): TemplateResult {
  const { model, words: w } = view;
  const ago = model.get(path);
  const take = (typed: string) => {
    const months = monthsBetween(typed, assessed);
    if (typed.trim() === "") model.set(path, undefined);
    else if (months === undefined) model.setText(path, typed);
    else model.set(path, months);
  };
  return entry(view, path, {
    label: w.fractures.monthField,
    text: typeof ago === "number" ? monthBefore(ago, assessed) : "",
    take,
    numeric: false,
    size: "medium",
    ...(typeof ago === "number" ? { hint: w.fractures.monthHint(ago) } : {}),
  });
}

/** Months from a month, typed as 5/2024 or 2024-05, to that of a day; none where it is no month, or a later one. */
export function monthsBetween(typed: string, day: string): number | undefined {
  const text = typed.trim();
  const [, year, month] = /^(\d{4})[-/. ](\d{1,2})$/u.exec(text) ?? [];
  const [, monthFirst, yearLast] = /^(\d{1,2})[-/. ](\d{4})$/u.exec(text) ?? [];
  const [y, m] = [Number(year ?? yearLast), Number(month ?? monthFirst)];
  if (!(m >= 1 && m <= 12)) return undefined;
  const months = (Number(day.slice(0, 4)) - y) * 12 + Number(day.slice(5, 7)) - m;
  return months >= 0 && months <= 1440 ? months : undefined;
}

/** The month so many months before that of a day, as 05/2024. */
export function monthBefore(months: number, day: string): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - Math.round(months);
  return `${String((count % 12) + 1).padStart(2, "0")}/${Math.floor(count / 12)}`;
}
