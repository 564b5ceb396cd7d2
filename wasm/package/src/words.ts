import { isFault } from "./errors.js";
import { call } from "./load.js";
import type { Refusal } from "./documents.js";

/** The languages of the reports. */
export const LANGUAGES = ["en", "fr"] as const;

/** A language of the reports. */
export type Language = (typeof LANGUAGES)[number];

/** What has a name in the reports; `field` is a path of the patient document, as `risk_factors.current_smoker`. */
export type NameKind =
  "drug" | "field" | "guideline" | "guideline-short" | "model" | "region" | "side" | "site" | "test";

/** The names of ids, in the words of the reports; an id that has none is given in words. */
export function names(lang: Language, kind: NameKind | (string & {}), ids: readonly string[]): string[] {
  return call((engine) => engine.names(lang, kind, [...ids]));
}

/** A refusal in one sentence; a fault, which is none, in the words that it has. */
export function refusalInWords(refusal: Refusal, lang: Language): string {
  if (isFault(refusal)) return refusal.limit;
  return call((engine) => engine.refusalInWords(JSON.stringify(refusal), lang));
}

/** Which engine this is, and the version of its data. */
export function versions(): { engine: string; data: string } {
  const [engine = "", data = ""] = call((glue) => glue.versions());
  return { engine, data };
}
