import type { Model } from "./model.js";
import { isDay, monthsBetween, today } from "./months.js";

/** What is kept as the text of a day that is not complete: browsers do not tell what was typed. */
export const UNREAD_DAY = "?";

/** What stands in the way of an answer before the engine is asked. */
export interface Fault {
  path: string;
  /** It cannot be read; it is no complete date; it lies after the assessment. */
  why: "unread" | "day" | "later";
  /** What was typed. */
  text: string;
}

/** Days of what is over by the assessment. A stop may be planned. */
const PAST: ReadonlySet<string> = new Set(["date", "start", "stop", "last_dose", "birth_date"]);

/** What of a form has to be put right: entries that are no values, and dates after the assessment, which would be left out. */
export function faults(model: Model): Fault[] {
  const assessed = model.get("assessed_on");
  const day = isDay(assessed) ? assessed : today();
  const unread = model.unread.map((path): Fault => {
    const text = model.text(path) ?? "";
    const ago = path.endsWith(".months_ago") ? monthsBetween(text, day) : undefined;
    return { path, text, why: text === UNREAD_DAY ? "day" : ago !== undefined && ago < 0 ? "later" : "unread" };
  });
  return [...unread, ...later(model.patient, "", day)];
}

function later(at: unknown, path: string, day: string): Fault[] {
  if (at === null || typeof at !== "object") return [];
  return Object.entries(at).flatMap(([key, value]: [string, unknown]): Fault[] => {
    const inner = Array.isArray(at) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    if (!PAST.has(key) || !isDay(value)) return later(value, inner, day);
    return value > day ? [{ path: inner, why: "later", text: value }] : [];
  });
}
