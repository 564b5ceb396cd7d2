import type { Model } from "../model.js";
import { HISTORY_GROUPS, RISK_FIRST, RISK_GROUPS, RISK_NUMBERS } from "./risk_keys.js";

const SINCE = "months_since_myocardial_infarction_or_stroke";

/** What tells of smoking too. */
const SMOKES = ["risk_factors.smoking", "risk_factors.cigarettes_per_day"];

/** The yes/no questions of each section that can be complete, by the sections. */
const QUESTIONS: Record<string, readonly string[]> = {
  risk_factors: [...RISK_FIRST, ...Object.values(RISK_GROUPS).flat().filter((key) => !(key in RISK_NUMBERS))],
  history: Object.values(HISTORY_GROUPS).flat().filter((key) => key !== SINCE),
};

function asked(model: Model): readonly string[] {
  const complete = model.get("complete");
  return Array.isArray(complete) ? (complete as string[]) : [];
}

/** Whether a question is one of a section in which everything was asked. */
export function isReadAsNo(model: Model, path: string): boolean {
  const [section = "", ...key] = path.split(".");
  return asked(model).includes(section) && (QUESTIONS[section]?.includes(key.join(".")) ?? false);
}

/**
 * Says no to every question of a section but one, instead of saying that everything was asked: so that the one can be not
 * known.
 */
export function spellOut(model: Model, but: string): void {
  if (!isReadAsNo(model, but)) return;
  const [section = ""] = but.split(".");
  for (const key of QUESTIONS[section] ?? []) {
    const path = `${section}.${key}`;
    const isTold = model.get(path) != null || (key === "current_smoker" && SMOKES.some((other) => model.get(other) != null));
    if (path !== but && !isTold) model.set(path, false);
  }
  if (section === "risk_factors") {
    nought(model, "risk_factors.alcohol_units_per_day", "risk_factors.alcohol_g_per_day");
    if (model.get("risk_factors.injurious_falls") === false) nought(model, "risk_factors.falls_past_year");
  }
  leave(model, section);
}

/** Puts nought where a count is told in none of its measures. */
function nought(model: Model, path: string, ...others: string[]): void {
  if ([path, ...others].every((one) => model.get(one) == null && model.text(one) === undefined)) model.set(path, 0);
}

/** Whether a list is known to hold nothing: an empty one, or none in a section in which everything was asked. */
export function isNone(model: Model, list: string): boolean {
  const held = model.get(list);
  return Array.isArray(held) ? held.length === 0 : asked(model).includes(list);
}

/** Says that a list holds nothing, or that this is not known. */
export function setNone(model: Model, list: string, isKnown: boolean): void {
  if (!isKnown) leave(model, list);
  model.set(list, isKnown ? [] : undefined);
}

/** Says no longer that everything was asked in a section. */
function leave(model: Model, section: string): void {
  const left = asked(model).filter((name) => name !== section);
  model.set("complete", left.length === 0 ? undefined : left);
}
