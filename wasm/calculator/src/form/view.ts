import {
  ANALYTE_WORDS,
  DRUG_WORDS,
  FRACTURE_SITE_WORDS,
  names,
  REGION_NAME_WORDS,
  type NameKind,
} from "osteon/embedded";
import type { Model, Problem } from "../model.js";
import type { Language, Words } from "../words/index.js";
import { HISTORY_GROUPS, RISK_GROUPS } from "./risk_keys.js";

export type FormWords = Words["form"];

/** What the sections of the form draw from, and tell their changes to. */
export interface View {
  readonly model: Model;
  readonly words: FormWords;
  readonly lang: Language;
  readonly typing: Typing;
  /** What is to be shown as wrong at a path. */
  problemAt(path: string): string | undefined;
  /** Draws again. */
  redraw(): void;
  /** Focuses the field of a path once it is drawn. */
  focusSoon(path: string): void;
  /** Choices that are the form's own and no part of the document, such as the unit that alcohol is counted in. */
  readonly choices: Map<string, string>;
}

const NAMES = new Map<string, string>();

/** What the form names: every id of a kind is asked for at once, since a question costs as much as all of them. */
const ASKED_TOGETHER: Partial<Record<NameKind, readonly string[]>> = {
  site: FRACTURE_SITE_WORDS,
  drug: DRUG_WORDS,
  region: REGION_NAME_WORDS,
  test: ANALYTE_WORDS,
  field: [
    ...Object.values(RISK_GROUPS).flatMap((keys) => keys.map((key) => `risk_factors.${key}`)),
    ...Object.values(HISTORY_GROUPS).flatMap((keys) => keys.map((key) => `history.${key}`)),
  ],
};

/** The engine's name of an id, as a label: a capital first, and typographic apostrophes. */
export function nameOf({ lang }: View, kind: NameKind, id: string): string {
  const key = (one: string) => `${lang} ${kind} ${one}`;
  const known = NAMES.get(key(id));
  if (known !== undefined) return known;
  const together = ASKED_TOGETHER[kind] ?? [];
  const ids = together.includes(id) ? together : [id];
  names(lang, kind, ids).forEach((name, at) => NAMES.set(key(ids[at] ?? ""), asLabel(name)));
  return NAMES.get(key(id)) ?? id;
}

/** The label of a field: the form's own where the engine's would not do on a form. */
export function labelOf(view: View, path: string): string {
  const own: Record<string, string> = view.words.labels;
  return own[path] ?? nameOf(view, "field", path);
}

function asLabel(name: string): string {
  // Words such as eGFR keep their small letter.
  const first = /^\p{Ll}\p{Lu}/u.test(name) ? name.charAt(0) : name.charAt(0).toLocaleUpperCase();
  return first + name.slice(1).replaceAll("'", "\u2019");
}

/** What is being typed: it stays as it is until the field is left, and is not held against anybody before. */
export class Typing {
  #key = "";
  #text = "";
  #commit: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #told: (isPending: boolean) => void;

  /** @param told hears when something is typed that does not count yet, and when it does. */
  constructor(told: (isPending: boolean) => void = () => undefined) {
    this.#told = told;
  }

  /** How long a pause makes what is typed count, ms; and how long it may wait for one. */
  static readonly PAUSE = 400;
  static readonly LONGEST = 1200;
  #since = 0;

  at(key: string): string | undefined {
    return key === this.#key ? this.#text : undefined;
  }

  goOn(key: string, text: string, commit: () => void): void {
    this.hold(key, text, commit);
    const left = this.#since + Typing.LONGEST - Date.now();
    this.#timer = setTimeout(() => this.#settle(), Math.max(0, Math.min(Typing.PAUSE, left)));
  }

  /** As `goOn`, but counts only once the field is left: what cannot be read before it is complete. */
  hold(key: string, text: string, commit: () => void): void {
    if (key !== this.#key) this.end();
    if (!this.#commit) this.#since = Date.now();
    this.#key = key;
    this.#text = text;
    this.#commit = commit;
    clearTimeout(this.#timer);
    this.#told(true);
  }

  /** Counts what is typed, and lets go of the field. */
  end(): void {
    this.#settle();
    this.#key = "";
  }

  /** Lets go of the field without counting what is typed. */
  drop(): void {
    this.#commit = undefined;
    this.#key = "";
    this.#settle();
  }

  #settle(): void {
    clearTimeout(this.#timer);
    const commit = this.#commit;
    this.#commit = undefined;
    commit?.();
    this.#told(false);
  }
}

/** The path of a problem, without what the engine adds to it in brackets. */
export function placeOf(problem: Problem): string {
  return problem.path.replace(/ \(.*$/u, "");
}

/** What a problem says, without the path that it begins with: it stands at its field. */
export function saysOf({ path, says }: Problem): string {
  return path !== "" && says.startsWith(path) ? says.slice(path.length).replace(/^[\s:]+/u, "") : says;
}
