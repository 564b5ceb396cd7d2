import type { Fracture, Patient } from "osteon/embedded";
import { isDay, monthBefore, monthsBetween, today } from "./months.js";

/** What a patient document holds somewhere; `undefined` is unknown. */
export type Value = string | number | boolean | object | null | undefined;

/** Which units the person at the form writes. Documents are always in the engine's own. */
export interface Units {
  length: "cm" | "in";
  mass: "kg" | "lb";
  /** Calcium, creatinine, vitamin D and their like. */
  labs: "si" | "conventional";
}

/** An entry that cannot be read, or that the engine refuses. */
export interface Problem {
  /** The path of the field in the patient document, such as `scans[0].regions[2].bmd_g_cm2`; empty: the document. */
  path: string;
  /** What is wrong, in the language of the page. */
  says: string;
}

/** `scans[0].date` as its keys. */
function keysOf(path: string): (string | number)[] {
  return path.split(/[.[\]]+/u).filter((key) => key !== "").map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
}

type Container = Record<string | number, unknown>;

/** What is in the form at one time, to come back to. */
export interface Snapshot {
  readonly patient: Patient;
  readonly texts: ReadonlyMap<string, string>;
  readonly months: ReadonlyMap<string, string>;
}

/**
 * What is in the form: the patient document itself, and texts that are not yet values of it.
 *
 * Paths are those of the document, so that a refusal of the engine finds its field. A change is told by an event `change`;
 * another document by `load` before it.
 */
export class Model extends EventTarget {
  #patient: Patient;
  /** What was typed where it is no value. */
  #texts = new Map<string, string>();
  /** Months that `months_ago` was counted from: they stay what they are when the day of the assessment changes. */
  #months = new Map<string, string>();
  #units: Units = { length: "cm", mass: "kg", labs: "si" };

  constructor(patient: Patient = {}) {
    super();
    this.#patient = patient;
    this.#months = monthsOf(patient);
  }

  /** The document as it stands. Not to be changed but by `set`. */
  get patient(): Patient {
    return this.#patient;
  }

  get units(): Units {
    return this.#units;
  }

  setUnits(units: Partial<Units>): void {
    this.#units = { ...this.#units, ...units };
    this.#changed();
  }

  /** The value at a path. */
  get(path: string): Value {
    let at: unknown = this.#patient;
    for (const key of keysOf(path)) {
      if (at === null || typeof at !== "object") return undefined;
      at = (at as Container)[key];
    }
    return at as Value;
  }

  /** Puts a value at a path, making what lies on the way; `undefined` takes it out, and objects that it leaves empty. */
  set(path: string, value: Value): void {
    this.#forget(path);
    this.#patient = put(this.#patient, keysOf(path), value) as Patient;
    if (path === "assessed_on") this.#recount();
    this.#changed();
  }

  /** Puts a month, as 05/2024, where months before the assessment are kept; one that cannot be counted is no value yet. */
  setMonth(path: string, month: string): void {
    this.#forget(path);
    if (monthsBetween(month, this.#day) === undefined) return this.setText(path, month);
    this.#months.set(path, month);
    this.#count(path, month);
    this.#changed();
  }

  /** The month that months before the assessment are counted from; none where they were entered as months. */
  month(path: string): string | undefined {
    return this.#months.get(path);
  }

  /** Says that a number of months is what was meant, not the month that they led to. */
  forgetMonth(path: string): void {
    this.#months.delete(path);
    this.#changed();
  }

  /** Keeps what was typed at a path where it is no value: the value is unknown, and the page says why. */
  setText(path: string, text: string): void {
    this.#forget(path);
    this.#patient = put(this.#patient, keysOf(path), undefined) as Patient;
    this.#texts.set(path, text);
    this.#changed();
  }

  /** What was typed at a path where it is no value. */
  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** The paths at which something was typed that is no value. */
  get unread(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** Adds to a list, and gives the path of what was added. */
  add(list: string, entry: object): string {
    const entries = (this.get(list) as object[] | undefined) ?? [];
    this.set(list, [...entries, entry]);
    return `${list}[${entries.length}]`;
  }

  /** Takes an entry out of a list; an emptied list is unknown again. */
  remove(list: string, index: number): void {
    const entries = (this.get(list) as object[] | undefined) ?? [];
    const left = entries.filter((_, at) => at !== index);
    const moved = (typed: Map<string, string>) =>
      new Map([...typed].flatMap(([path, text]) => movedUp(path, text, list, index)));
    this.#texts = moved(this.#texts);
    this.#months = moved(this.#months);
    this.#patient = put(this.#patient, keysOf(list), left.length === 0 ? undefined : left) as Patient;
    this.#changed();
  }

  /** A document with nothing in it but the day and the country. */
  static blank(country?: string): Patient {
    return { schema: "osteon/patient/1", assessed_on: today(), ...(country ? { country } : {}) };
  }

  /** Begins anew with another document. */
  load(patient: Patient): void {
    this.restore({ patient, texts: new Map(), months: monthsOf(patient) });
  }

  /** All that is in the form, what cannot be read too. */
  snapshot(): Snapshot {
    return { patient: this.#patient, texts: new Map(this.#texts), months: new Map(this.#months) };
  }

  /** Brings back what was in the form. */
  restore({ patient, texts, months }: Snapshot): void {
    this.#texts = new Map(texts);
    this.#months = new Map(months);
    this.#patient = patient;
    this.dispatchEvent(new Event("load"));
    this.#changed();
  }

  /** The day that months are counted back from. */
  get #day(): string {
    const { assessed_on: assessed } = this.#patient;
    return isDay(assessed) ? assessed : today();
  }

  /** Counts every month anew, since the day of the assessment is another; without one nothing can be counted. */
  #recount(): void {
    if (!isDay(this.#patient.assessed_on)) return;
    for (const [path, month] of this.#months) this.#count(path, month);
  }

  #count(path: string, month: string): void {
    const months = monthsBetween(month, this.#day);
    const isPast = months !== undefined && months >= 0;
    this.#patient = put(this.#patient, keysOf(path), isPast ? months : undefined) as Patient;
    if (isPast) this.#texts.delete(path);
    else this.#texts.set(path, month);
  }

  /** Forgets what was typed at a path and below it. */
  #forget(path: string): void {
    for (const kept of [this.#texts, this.#months]) {
      for (const typed of [...kept.keys()]) {
        if (typed === path || typed.startsWith(`${path}.`) || typed.startsWith(`${path}[`)) kept.delete(typed);
      }
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** The months that fractures of a document are counted from: what happened in a month does not move with the next visit. */
function monthsOf({ assessed_on: day, fractures }: Patient): Map<string, string> {
  if (!isDay(day) || !Array.isArray(fractures)) return new Map();
  return new Map(
    fractures.flatMap((fracture: Fracture | null, index): [string, string][] => {
      const ago = fracture?.months_ago;
      return Number.isInteger(ago) && ago! >= 0 ? [[`fractures[${index}].months_ago`, monthBefore(ago!, day)]] : [];
    }),
  );
}

/** Where what was typed belongs once an entry of a list is gone. */
function movedUp(path: string, text: string, list: string, gone: number): [string, string][] {
  if (!path.startsWith(`${list}[`)) return [[path, text]];
  const [index = ""] = path.slice(list.length + 1).split("]");
  const at = Number(index);
  if (at === gone) return [];
  return [[at < gone ? path : `${list}[${at - 1}]${path.slice(list.length + index.length + 2)}`, text]];
}

/** A copy with a value at a place; what holds nothing any more is left out, but for list entries. */
function put(at: unknown, keys: (string | number)[], value: Value): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list = Array.isArray(at) ? [...(at as unknown[])] : [];
    list[key] = put(list[key], rest, value) ?? {};
    return list;
  }
  // A field of the form that stands for all entries, such as their common day, is nothing of the list itself.
  if (Array.isArray(at)) return at;
  const record: Container = at !== null && typeof at === "object" ? { ...(at as Container) } : {};
  const inner = put(record[key], rest, value);
  const empty = inner !== null && typeof inner === "object" && !Array.isArray(inner) && Object.keys(inner).length === 0;
  if (inner === undefined || (empty && rest.length > 0)) delete record[key];
  else record[key] = inner;
  return record;
}
