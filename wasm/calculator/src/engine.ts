import { init, OsteonError, refusalInWords, tell, type Patient, type Refusal, type Said } from "osteon/embedded";
import type { Problem } from "./model.js";
import type { Language } from "./words/index.js";

/** Loads the engine, which is part of this script: nothing is fetched. */
export function load(): Promise<void> {
  return init();
}

/** What the engine says of a document: an answer, or what has to be put right first. */
export type Outcome = { said: Said } | { problems: Problem[] };

/** Answers a document in a language. */
export function answer(patient: Patient, lang: Language): Outcome {
  try {
    return { said: tell(patient, lang) };
  } catch (error) {
    if (!(error instanceof OsteonError)) throw error;
    const says = (refusal: Refusal) => (error.code === "internal" ? refusal.limit : refusalInWords(refusal, lang));
    return { problems: error.refusals.map((refusal) => ({ path: refusal.field, says: says(refusal) })) };
  }
}
