import { call, life } from "./load.js";
import { json, settled, type Settings } from "./settings.js";
import type { Engine as Glue } from "./engine/osteon.js";
import type { Assessment, Patient, Told } from "./documents.js";
import type { Language } from "./words.js";

declare global {
  // Older libraries of TypeScript, and browsers, do not have it yet.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

/** An assessment, and the same in words. */
export interface Said {
  assessment: Assessment;
  told: Told;
}

/**
 * An engine made ready once, for any number of people.
 *
 * One that is no longer used is found by the collector, in its own time; who makes many gives each back with `free`,
 * or has it given back at the end of its block: `using engine = new Engine()`.
 */
export class Engine {
  readonly #settings: ReturnType<typeof settled>;
  #made: Glue | undefined;
  #life = -1;

  /** @throws {OsteonError} what of the settings is refused. */
  constructor(settings: Settings = {}) {
    this.#settings = settled(settings);
    this.#call(() => undefined);
  }

  /** Gives its memory back at once. It may be asked again, and is made anew then. */
  free(): void {
    const made = this.#made;
    this.#made = undefined;
    // What was made in a former life went with it: its place is another's now.
    if (made && this.#life === life()) call(() => made.free());
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
    const [text, rules] = [json(patient), rulesOf && [...rulesOf]];
    return JSON.parse(this.#call((engine) => engine.tell(text, lang, rules))) as Said;
  }

  /** The assessment in plain sentences, every number with its source and every rule with its margin. */
  explain(patient: Patient, lang: Language = "en"): string {
    const text = json(patient);
    return this.#call((engine) => engine.explain(text, lang));
  }

  /** The report as one HTML document that needs nothing else: no script, no network. */
  report(patient: Patient, lang: Language = "en"): string {
    const text = json(patient);
    return this.#call((engine) => engine.report(text, lang));
  }

  /** The report as plain text, to paste into a letter. */
  reportText(patient: Patient, lang: Language = "en"): string {
    const text = json(patient);
    return this.#call((engine) => engine.text(text, lang));
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

export interface Engine {
  /** {@link Engine.free}, at the end of a block with `using`. */
  [Symbol.dispose](): void;
}
// Written into the class, it would be a method called `undefined` where the language has no such symbol.
if (Symbol.dispose) {
  Object.defineProperty(Engine.prototype, Symbol.dispose, {
    value: Engine.prototype.free,
    configurable: true,
    writable: true,
  });
}

/** Engines of settings that come again, the one that was asked last at the end. */
const kept = new Map<string, Engine>();
const KEPT = 8;

/**
 * The engine of these settings, kept for the next who has the same.
 *
 * @internal
 */
export function engineOf(settings: Settings | undefined): Engine {
  const key = JSON.stringify(settled(settings));
  const engine = kept.get(key) ?? new Engine(settings);
  kept.delete(key);
  kept.set(key, engine);
  for (const [oldest, dropped] of kept) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
    // Nobody else has it, and the collector does not see how much it holds.
    dropped.free();
  }
  return engine;
}

/**
 * The assessment of a patient. A key that is left out, null or undefined is unknown, never "no".
 *
 * @throws {OsteonError} what of the document or the settings is refused.
 */
export function assess(patient: Patient, settings?: Settings): Assessment {
  return engineOf(settings).assess(patient);
}

/** The same of JSON text, as JSON text: the bytes that every face of Osteon writes. */
export function assessJson(patient: string, settings?: Settings): string {
  return engineOf(settings).assessJson(patient);
}

/** The assessment, and the same in words, section by section, for a page that draws itself. */
export function tell(patient: Patient, lang: Language, settings?: Settings, rulesOf?: readonly string[]): Said {
  return engineOf(settings).tell(patient, lang, rulesOf);
}

/** The assessment in plain sentences, every number with its source and every rule with its margin. */
export function explain(patient: Patient, lang: Language = "en", settings?: Settings): string {
  return engineOf(settings).explain(patient, lang);
}

/** The report as one HTML document that needs nothing else: no script, no network. */
export function report(patient: Patient, lang: Language = "en", settings?: Settings): string {
  return engineOf(settings).report(patient, lang);
}

/** The report as plain text, to paste into a letter. */
export function reportText(patient: Patient, lang: Language = "en", settings?: Settings): string {
  return engineOf(settings).reportText(patient, lang);
}
