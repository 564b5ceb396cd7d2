import { html, nothing, type TemplateResult } from "lit";
import type { RiskFactors } from "osteon/embedded";
import { lengthScale } from "../units.js";
import { allAsked, threeState } from "./choices.js";
import { isReadAsNo, spellOut } from "./complete.js";
import { choicesOf, entry, number, select } from "./fields.js";
import { read, write } from "./numbers.js";
import { OF_MEN, OF_WOMEN, RISK_GROUPS, RISK_NUMBERS } from "./risk_keys.js";
import { countOf, group, section } from "./section.js";
import type { View } from "./view.js";

const at = (key: string) => `risk_factors.${key}`;

/** What raises the risk of a fracture: the usual questions first, the rest in groups. */
export function riskFactors(view: View): TemplateResult {
  const { words: w } = view;
  const names = Object.keys(RISK_GROUPS) as (keyof typeof RISK_GROUPS)[];
  return section(
    view,
    "risk_factors",
    html`<p class="hint">${w.risks.intro}</p>
      <div class="questions">
        ${threeState(view, at("parental_hip_fracture"))} ${threeState(view, at("rheumatoid_arthritis"))}
        ${glucocorticoid(view)}
      </div>
      <div class="row">
        ${number(view, at("falls_past_year"), { size: "short" })} ${smoking(view)}
        ${smokes(view) ? number(view, at("cigarettes_per_day"), { size: "short" }) : nothing}
      </div>
      ${alcohol(view)} ${allAsked(view, "risk_factors", w.risks.all)}
      <div class="groups">${names.map((name) => riskGroup(view, name))}</div>`,
  );
}

/** Whether a question suits the person, or is answered already; a no goes without saying. */
export function suits(view: View, path: string, key: string): boolean {
  const sex = view.model.get("sex");
  const other = (sex === "male" && OF_WOMEN.has(key)) || (sex === "female" && OF_MEN.has(key));
  return !other || (countOf(view, [path]) > 0 && view.model.get(path) !== false);
}

function riskGroup(view: View, name: keyof typeof RISK_GROUPS): TemplateResult {
  const keys = RISK_GROUPS[name].filter((key) => suits(view, at(key), key));
  const content = html`<div class="questions">${keys.map((key) => question(view, key))}</div>`;
  return group(view, `risks.${name}`, view.words.risks.groups[name], countOf(view, keys.map(at)), content);
}

function question(view: View, key: keyof RiskFactors): TemplateResult {
  const unit = RISK_NUMBERS[key];
  if (unit === undefined) return threeState(view, at(key));
  if (key === "height_loss_cm") return number(view, at(key), { scale: lengthScale(view.model.units) });
  return number(view, at(key), { unit: unit === "years" ? view.words.person.years : unit || undefined });
}

function glucocorticoid(view: View): TemplateResult {
  const { model, words: w } = view;
  const path = (key: string) => at(`glucocorticoid.${key}`);
  const now = ["mg_per_day", "days", "planned_days", "started_or_raised_months_ago"].map(path);
  const past = ["months_since_stopped"].map(path);
  const current = model.get(path("current")) === true;
  const ever = model.get(path("ever")) === true;
  // Who takes it now cannot never have taken it; that question is not asked then.
  const begun = (now: boolean | undefined) => {
    if (now && model.get(path("ever")) === false) model.set(path("ever"), undefined);
  };
  const asksNow = current || countOf(view, now) > 0;
  const asksPast = (ever && !current) || countOf(view, past) > 0;
  const total = path("cumulative_g_per_year");
  return html`${threeState(view, path("current"), { also: [at("glucocorticoid")], taken: begun })}
  ${current ? nothing : threeState(view, path("ever"))}
  ${
    asksNow || asksPast || countOf(view, [total]) > 0
      ? html`<div class="inset">
          <p class="hint">${w.risks.doses}</p>
          <div class="columns">
            ${
              asksNow
                ? html`${number(view, path("mg_per_day"), { unit: w.risks.aDay })} ${number(view, path("days"))}
                  ${number(view, path("planned_days"))} ${number(view, path("started_or_raised_months_ago"))}`
                : nothing
            }
            ${asksPast ? past.map((one) => number(view, one)) : nothing} ${number(view, total, { unit: "g" })}
          </div>
        </div>`
      : nothing
  }`;
}

/** One question for what the document says by two keys: whether, and how much. */
function smoking(view: View): TemplateResult {
  const { model, words: w } = view;
  const current = model.get(at("current_smoker"));
  const level = model.get(at("smoking"));
  const isAsked = level == null && isReadAsNo(model, at("current_smoker"));
  const plain = current === true ? "yes" : current === false || isAsked ? "no" : "";
  const take = (value: string) => {
    if (value === "") spellOut(model, at("current_smoker"));
    const isPlain = value === "yes" || value === "no";
    model.set(at("current_smoker"), isPlain ? value === "yes" : undefined);
    model.set(at("smoking"), isPlain || value === "" ? undefined : value);
  };
  return select(view, at("smoking"), choicesOf(w.risks.smokings, w.notKnown), {
    value: typeof level === "string" ? level : plain,
    take,
    also: [at("current_smoker")],
    size: "wide",
  });
}

function smokes(view: View): boolean {
  const level = view.model.get(at("smoking"));
  const smokesNow = view.model.get(at("current_smoker")) === true || (typeof level === "string" && !/never|former/u.test(level));
  return smokesNow || countOf(view, [at("cigarettes_per_day")]) > 0;
}

type Measure = keyof View["words"]["risks"]["alcohols"];

/** Grams of alcohol in one of each measure. */
const GRAMS: Record<Measure, number> = { units: 8, glasses: 10, grams: 1 };

function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** Alcohol in whichever measure is counted in: units are kept as units, everything else as grams. */
function alcohol(view: View): TemplateResult {
  const { model, words: w } = view;
  const [units, grams] = [at("alcohol_units_per_day"), at("alcohol_g_per_day")];
  const inUnits = countOf(view, [units]) > 0;
  const usual = view.lang === "fr" || countOf(view, [grams]) > 0 ? "glasses" : "units";
  const measure = inUnits ? "units" : ((view.choices.get("alcohol") ?? usual) as Measure);
  const path = measure === "units" ? units : grams;
  const keep = (weight: number, kind: Measure) => {
    const [to, not] = kind === "units" ? [units, grams] : [grams, units];
    model.set(not, undefined);
    model.set(to, rounded(kind === "units" ? weight / GRAMS.units : weight));
  };
  const put = (typed: string, kind: Measure) => {
    const parsed = read(typed, view.lang);
    if (parsed !== undefined) return keep(parsed * GRAMS[kind], kind);
    const [to, not] = kind === "units" ? [units, grams] : [grams, units];
    model.set(not, undefined);
    if (typed.trim() === "") model.set(to, undefined);
    else model.setText(to, typed);
  };
  const shown = () => {
    const value = model.get(path);
    return typeof value === "number" ? write(measure === "glasses" ? rounded(value / GRAMS.glasses) : value, view.lang) : "";
  };
  const remeasure = (kind: string) => {
    const [text, value] = [model.text(path), model.get(path)];
    view.choices.set("alcohol", kind);
    if (text !== undefined) put(text, kind as Measure);
    // As much alcohol as before, in the other measure.
    else if (typeof value === "number") keep(value * (measure === "units" ? GRAMS.units : 1), kind as Measure);
    view.redraw();
  };
  return html`<div class="row">
    ${entry(view, path, {
      key: "alcohol",
      label: w.risks.alcohol,
      text: shown(),
      take: (typed) => put(typed, measure),
      numeric: true,
      size: "number",
      also: [measure === "units" ? grams : units],
    })}
    ${select(view, "alcohol.measure", choicesOf(w.risks.alcohols), {
      label: w.risks.alcoholIn,
      value: measure,
      take: remeasure,
      size: "medium",
    })}
  </div>`;
}
