import { OsteonError } from "./errors.js";
import { call, life } from "./load.js";
import type { Engine as Glue } from "./engine/osteon.js";
import type { Assessment, Options, Patient, Told } from "./documents.js";
import type { Language } from "./words.js";

/** How an engine answers. */
export interface Settings {
  /** An `osteon/options/1` document. */
  options?: Options;
  /** The caller's own references. */
  references?: readonly object[];
  /** The sections that are asked for (`scores`, `diagnosis`, ...); left out, or none: all of them. */
  outputs?: readonly string[];
}

/** An assessment, and the same in words. */
export interface Said {
  assessment: Assessment;
  told: Told;
}

/**
 * An engine made ready once, for any number of people.
 *
 * What is no longer used is found by the collector in its time; who makes many gives their memory back by `free`.
 */
export class Engine {
  readonly #settings: [options: string, references: string, outputs: string];
  #made: Glue | undefined;
  #life = -1;

  /** @throws {OsteonError} what of the settings is refused. */
  constructor({ options = {}, references = [], outputs = [] }: Settings = {}) {
    this.#settings = [json(options), json(references), outputs.join(",")];
    this.#call(() => undefined);
  }

  /**
   * The assessment of a patient. A key that is left out, null or undefined is unknown, never "no".
   *
   * @throws {OsteonError} what of the document is refused.
   */
  assess(patient: Patient): Assessment {
    return JSON.parse(this.assessJson(json(patient))) as Assessment;
  }

  /** The same of JSON text, as JSON text: the bytes that every face of Osteon writes. */
  assessJson(patient: string): string {
    return this.#call((engine) => engine.assess(patient));
  }

  /**
   * The assessment, and the same in words, section by section, for a page that draws itself.
   *
   * @param rulesOf the guidelines whose rules are told one by one: they are most of the text. Left out: all.
   */
  tell(patient: Patient, lang: Language, rulesOf?: readonly string[]): Said {
    return JSON.parse(this.#call((engine) => engine.tell(json(patient), lang, rulesOf && [...rulesOf]))) as Said;
  }

  /** The assessment in plain sentences, every number with its source and every rule with its margin. */
  explain(patient: Patient, lang: Language = "en"): string {
    return this.#call((engine) => engine.explain(json(patient), lang));
  }

  /** The report as one HTML document that needs nothing else: no script, no network. */
  report(patient: Patient, lang: Language = "en"): string {
    return this.#call((engine) => engine.report(json(patient), lang));
  }

  /** The report as plain text, to paste into a letter. */
  reportText(patient: Patient, lang: Language = "en"): string {
    return this.#call((engine) => engine.text(json(patient), lang));
  }

  /** Gives the memory of the engine back. It is made anew should it be asked again. */
  free(): void {
    if (this.#made && this.#life === life()) this.#made.free();
    this.#made = undefined;
  }

  #call<T>(of: (engine: Glue) => T): T {
    return call((glue) => {
      if (!this.#made || this.#life !== life()) {
        this.#made = new glue.Engine(...this.#settings);
        this.#life = life();
      }
      return of(this.#made);
    });
  }
}

/**
 * A patient, or settings, as JSON text. NaN and infinities are no JSON: as text they are refused by name, where JSON would make them
 * unknown.
 *
 * @throws {OsteonError} what cannot be written as JSON: circles, what is nested too deeply, big integers.
 */
export function json(of: object): string {
  try {
    const written: string | undefined = JSON.stringify(of, (_, value: unknown) =>
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
    );
    return written ?? "null";
  } catch (error) {
    const limit = `a document that can be written as JSON; ${error instanceof Error ? error.message : String(error)}`;
    throw new OsteonError([{ code: "syntax", field: "", value: "", limit }]);
  }
}

/** Settings as text: what tells engines apart, and what a worker is sent. */
export function settingsText({ options = {}, references = [], outputs = [] }: Settings): string {
  return json({ options, references, outputs });
}

/** How many engines lie ready. */
const KEPT = 8;

/** The engines of the settings that were asked for last, the oldest first. */
const engines = new Map<string, Engine>();

/** The engine of these settings; made where none lies ready. */
export function engine(settings: Settings = {}): Engine {
  const text = settingsText(settings);
  const one = engines.get(text) ?? new Engine(settings);
  engines.delete(text);
  engines.set(text, one);
  const [oldest] = engines;
  if (engines.size > KEPT && oldest) {
    engines.delete(oldest[0]);
    // Nobody else has it.
    oldest[1].free();
  }
  return one;
}

/**
 * The assessment of a patient. A key that is left out, null or undefined is unknown, never "no".
 *
 * @throws {OsteonError} what of the document or the settings is refused.
 */
export function assess(patient: Patient, settings?: Settings): Assessment {
  return engine(settings).assess(patient);
}

/** The same of JSON text, as JSON text: the bytes that every face of Osteon writes. */
export function assessJson(patient: string, settings?: Settings): string {
  return engine(settings).assessJson(patient);
}

/** The assessment, and the same in words, section by section, for a page that draws itself. */
export function tell(patient: Patient, lang: Language, settings?: Settings, rulesOf?: readonly string[]): Said {
  return engine(settings).tell(patient, lang, rulesOf);
}

/** The assessment in plain sentences, every number with its source and every rule with its margin. */
export function explain(patient: Patient, lang: Language = "en", settings?: Settings): string {
  return engine(settings).explain(patient, lang);
}

/** The report as one HTML document that needs nothing else: no script, no network. */
export function report(patient: Patient, lang: Language = "en", settings?: Settings): string {
  return engine(settings).report(patient, lang);
}

/** The report as plain text, to paste into a letter. */
export function reportText(patient: Patient, lang: Language = "en", settings?: Settings): string {
  return engine(settings).reportText(patient, lang);
}
