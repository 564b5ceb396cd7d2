import { init, OsteonError, refusalInWords, tell, type Code, type Patient, type Said } from "osteon/embedded";
import { fieldName } from "./fields.js";
import type { Problem } from "./model.js";
import { capital } from "./text.js";
import { WORDS, type Language } from "./words/index.js";

/** Loads the engine, which is part of this script: nothing is fetched. */
export function load(): Promise<void> {
  return init();
}

/** What the engine says of a document: an answer, or what has to be put right first. */
export type Outcome = { said: Said } | { problems: Refused[] };

/** A problem with the engine's code for it. */
export interface Refused extends Problem {
  code: Code;
  /** What is wrong, with the field by its name and not by its path. */
  named: string;
}

/** What stands for a fault of the engine itself. */
const NO_REFUSAL: Code = "not_usable";

let last: { asked: readonly unknown[]; outcome: Outcome } | undefined;

/**
 * Answers a document in a language; the last answer is kept, as documents are never changed in place.
 *
 * @param rulesOf the guidelines whose rules are told one by one.
 */
export function answer(patient: Patient, lang: Language, rulesOf: readonly string[] = []): Outcome {
  const asked = [patient, lang, ...rulesOf];
  const same = last?.asked.length === asked.length && asked.every((one, at) => one === last?.asked[at]);
  if (last && same) return last.outcome;
  const outcome = fresh(patient, lang, rulesOf);
  // After a fault of its own the engine is another, and is asked again.
  const isFault = "problems" in outcome && outcome.problems.some(({ code }) => code === NO_REFUSAL);
  last = isFault ? undefined : { asked, outcome };
  return outcome;
}

/** What the engine refuses of a document. */
export function refusals(patient: Patient, lang: Language): Refused[] {
  const outcome = answer(patient, lang);
  return "problems" in outcome ? outcome.problems : [];
}

function fresh(patient: Patient, lang: Language, rulesOf: readonly string[]): Outcome {
  try {
    return { said: tell(patient, lang, undefined, rulesOf) };
  } catch (error) {
    return { problems: refused(error, patient, lang) };
  }
}

/** How often an example is answered before anybody waits for an answer. */
const WARM_UPS = 12;

/**
 * Answers an example while nothing else is to be done: a browser compiles for speed what has run a while, and the first
 * edits would be slow otherwise.
 */
export function warmUp(patient: Patient, lang: Language): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
  const again = (left: number): void => {
    if (left === 0) return;
    idle(() => {
      fresh(patient, lang, []);
      again(left - 1);
    });
  };
  again(WARM_UPS);
}

/** Whether enough is known for the engine to answer at all. */
export function answerable({ sex, age_years: age, birth_date: born, assessed_on: on }: Patient): boolean {
  return sex != null && (age != null || (born != null && on != null));
}

function faulty(lang: Language): Refused {
  const { fault } = WORDS[lang].answer;
  return { path: "", code: NO_REFUSAL, says: fault, named: fault };
}

function refused(error: unknown, patient: Patient, lang: Language): Refused[] {
  if (!(error instanceof OsteonError)) throw error;
  return error.refusals.map((refusal) => {
    // A laboratory result is named with its unit behind the path.
    const path = refusal.field.replace(/ .*$/u, "");
    if (error.code === "internal") return faulty(lang);
    const sentence = refusalInWords(refusal, lang);
    const name = refusal.code === "unknown_key" ? path : capital(fieldName(path, patient, lang));
    const about = (what: string) => sentence.replace(refusal.field, () => what);
    return { path, code: refusal.code, says: about(path), named: about(name) };
  });
}
