import { init, names, OsteonError, refusalInWords, tell, type Code, type Patient, type Refusal, type Said } from "osteon/embedded";
import type { Problem } from "./model.js";
import type { Language } from "./words/index.js";

/** Loads the engine, which is part of this script: nothing is fetched. */
export function load(): Promise<void> {
  return init();
}

/** What the engine says of a document: an answer, or what has to be put right first. */
export type Outcome = { said: Said } | { problems: Problem[] };

/** A problem with the engine's code for it. */
export interface Refused extends Problem {
  code: Code;
}

/** Answers a document in a language. */
export function answer(patient: Patient, lang: Language): Outcome {
  try {
    return { said: tell(patient, lang) };
  } catch (error) {
    return { problems: refused(error, lang) };
  }
}

/** What the engine refuses of a document. */
export function refusals(patient: Patient, lang: Language): Refused[] {
  try {
    tell(patient, lang);
    return [];
  } catch (error) {
    return refused(error, lang);
  }
}

/** Whether enough is known for the engine to answer at all. */
export function answerable({ sex, age_years: age, birth_date: born, assessed_on: on }: Patient): boolean {
  return sex != null && (age != null || (born != null && on != null));
}

/** A field in the engine's words; the places in lists do not matter to it. */
export function fieldName(path: string, lang: Language): string {
  const plain = path.replace(/\[\d+\]/gu, "");
  return names(lang, "field", [plain])[0] ?? plain;
}

function refused(error: unknown, lang: Language): Refused[] {
  if (!(error instanceof OsteonError)) throw error;
  const says = (refusal: Refusal) => (error.code === "internal" ? refusal.limit : refusalInWords(refusal, lang));
  return error.refusals.map((refusal) => ({ path: refusal.field, code: refusal.code, says: says(refusal) }));
}
