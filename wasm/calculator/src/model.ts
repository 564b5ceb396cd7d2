import type { Patient } from "osteon/embedded";

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

/**
 * What is in the form: the patient document itself, and texts that are not yet values of it.
 *
 * Paths are those of the document, so that a refusal of the engine finds its field. A change is told by an event `change`;
 * another document by `load` before it.
 */
export class Model extends EventTarget {
  #patient: Patient;
  /** What was typed where it is no value. */
  readonly #texts = new Map<string, string>();
  #units: Units = { length: "cm", mass: "kg", labs: "si" };

  constructor(patient: Patient = {}) {
    super();
    this.#patient = patient;
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
    this.#changed();
  }

  /** Keeps what was typed at a path where it is no value: the value is unknown, and the page says why. */
  setText(path: string, text: string): void {
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
    const texts = [...this.#texts].flatMap(([path, text]) => movedUp(path, text, list, index));
    this.#texts.clear();
    this.#patient = put(this.#patient, keysOf(list), left.length === 0 ? undefined : left) as Patient;
    for (const [path, text] of texts) this.#texts.set(path, text);
    this.#changed();
  }

  /** A document with nothing in it but the day and the country. */
  static blank(country?: string): Patient {
    const now = new Date();
    const two = (part: number) => String(part).padStart(2, "0");
    const assessed_on = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    return { schema: "osteon/patient/1", assessed_on, ...(country ? { country } : {}) };
  }

  /** Begins anew with another document. */
  load(patient: Patient): void {
    this.#texts.clear();
    this.#patient = patient;
    this.dispatchEvent(new Event("load"));
    this.#changed();
  }

  /** Forgets what was typed at a path and below it. */
  #forget(path: string): void {
    for (const typed of [...this.#texts.keys()]) {
      if (typed === path || typed.startsWith(`${path}.`) || typed.startsWith(`${path}[`)) this.#texts.delete(typed);
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
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
  const record: Container = at !== null && typeof at === "object" && !Array.isArray(at) ? { ...(at as Container) } : {};
  const inner = put(record[key], rest, value);
  const empty = inner !== null && typeof inner === "object" && !Array.isArray(inner) && Object.keys(inner).length === 0;
  if (inner === undefined || (empty && rest.length > 0)) delete record[key];
  else record[key] = inner;
  return record;
}
