/** Columns as they are given: what is one, how many rows it has, and what the engine reads of it. */

import type { QfractureColumns, Words } from "./columns.js";
import { OsteonError } from "./errors.js";

/** What of a row is none, where the engine reads bytes: it is refused row by row. */
const NONE = 255;

const WORD_COLUMNS = ["sex", "alcohol", "ethnicity", "smoking"] as const;

/** `Array`, the name of a typed array, or the type of what is neither; an array of another window is one too. */
function kindOf(column: unknown): string {
  if (Array.isArray(column)) return "Array";
  return ArrayBuffer.isView(column)
    ? String((column as unknown as { [Symbol.toStringTag]: string })[Symbol.toStringTag])
    : typeof column;
}

const isBytes = (column: unknown): column is Uint8Array => kindOf(column) === "Uint8Array";
const isDoubles = (column: unknown): column is Float64Array => kindOf(column) === "Float64Array";

/** Whether factors are given as the set of each row. */
export const isSets = (factors: QfractureColumns["factors"]): factors is Uint32Array =>
  kindOf(factors) === "Uint32Array";

/** Numbers may be given in any array of them. */
const isNumbers = (column: unknown): boolean =>
  /^(Array|Uint8ClampedArray|(Float|Int|Uint)\d+Array)$/.test(kindOf(column));
const isFlags = (column: unknown): boolean => Array.isArray(column) || isBytes(column);

/** One that is read wrong, or is not there, must not be an answer for everybody. */
function needs(right: boolean, field: string, given: unknown, limit: string): void {
  if (right) return;
  const absent = given === undefined || given === null;
  const value = absent
    ? ""
    : typeof given === "object"
      ? Object.prototype.toString.call(given).slice(8, -1)
      : String(given);
  throw new OsteonError([{ code: absent ? "missing" : "wrong_type", field, value, limit }]);
}

/**
 * How many rows columns have.
 *
 * @throws {OsteonError} what is no column, and columns of different lengths.
 */
export function rowsOf(people: QfractureColumns): number {
  needs(typeof people === "object" && people !== null, "", people, "columns of QFracture");
  const { age_years, bmi_kg_m2, factors } = people;
  needs(isNumbers(age_years), "age_years", age_years, "a list of numbers, or a Uint8Array");
  needs(isNumbers(bmi_kg_m2), "bmi_kg_m2", bmi_kg_m2, "a list of numbers, or a Float64Array");
  const columns: [field: string, column: { length: number }][] = [["bmi_kg_m2", bmi_kg_m2]];
  for (const field of WORD_COLUMNS) {
    const column = people[field];
    needs(
      typeof column === "string" || isFlags(column),
      field,
      column,
      "a word, a list of words, or a Uint8Array of codes",
    );
    if (typeof column !== "string") columns.push([field, column]);
  }
  if (isSets(factors)) columns.push(["factors", factors]);
  else {
    needs(
      kindOf(factors) === "object" && factors !== null,
      "factors",
      factors,
      "a column a factor, or a Uint32Array of sets",
    );
    for (const [factor, column] of Object.entries(factors)) {
      needs(isFlags(column), `factors.${factor}`, column, "a list of true and false, or a Uint8Array of 1 and 0");
      columns.push([`factors.${factor}`, column]);
    }
  }
  const rows = age_years.length;
  for (const [field, { length }] of columns) {
    if (length === rows) continue;
    const limit = `age_years has ${rows} rows`;
    throw new OsteonError([{ code: "contradiction", field, value: String(length), limit }]);
  }
  return rows;
}

/** What is no number is NaN, never nought: `Float64Array.from([null])` would be 0. */
export function numbers(given: Float64Array | readonly number[], field: string): Float64Array {
  needs(isNumbers(given), field, given, "a list of numbers, or a Float64Array");
  return isDoubles(given) ? given : Float64Array.from(given, (value) => (typeof value === "number" ? value : NaN));
}

/** Words as their codes. */
export function coded(field: string, given: Words<string>, words: readonly string[], rows: number): Uint8Array {
  if (typeof given !== "string" && isBytes(given)) return given;
  const code = new Map(words.map((word, place) => [word, place]));
  if (typeof given === "string") {
    const one = code.get(given);
    if (one === undefined) {
      const limit = `allowed: ${words.join(", ")}`;
      throw new OsteonError([{ code: "not_a_choice", field, value: given, limit }]);
    }
    return new Uint8Array(rows).fill(one);
  }
  return Uint8Array.from(given, (word) => code.get(word) ?? NONE);
}

/** What is no whole number of years from 0 to 255 is no age. */
export function ages(given: Uint8Array | readonly number[]): Uint8Array {
  if (isBytes(given)) return given;
  return Uint8Array.from(given, (age) => (Number.isInteger(age) && age >= 0 && age < NONE ? age : NONE));
}

/** What is neither yes nor no is refused. */
export function yesOrNo(column: Uint8Array | readonly boolean[]): Uint8Array {
  if (isBytes(column)) return column;
  const code = (value: unknown) => (value === true || value === 1 ? 1 : value === false || value === 0 ? 0 : NONE);
  return Uint8Array.from(column as readonly unknown[], code);
}

/** Copies of some rows of columns that are ones; a word for everybody stays one. */
export function part(people: QfractureColumns, from: number, to: number): QfractureColumns {
  const { sex, alcohol, ethnicity, smoking, age_years, bmi_kg_m2, factors } = people;
  const rows = <T>(column: T): T => copied(column, from, to) as T;
  return {
    sex: rows(sex),
    alcohol: rows(alcohol),
    ethnicity: rows(ethnicity),
    smoking: rows(smoking),
    age_years: rows(age_years),
    bmi_kg_m2: rows(bmi_kg_m2),
    factors: isSets(factors)
      ? rows(factors)
      : (Object.fromEntries(
          Object.entries(factors).map(([factor, column]) => [factor, rows(column)]),
        ) as typeof factors),
  };
}

/** `slice` of what derives from a typed array, as Node's Buffer, need be no copy. */
export function copied(column: unknown, from: number, to: number): unknown {
  if (typeof column === "string") return column;
  const rows = Array.isArray(column) ? column.slice(from, to) : (column as Uint8Array).subarray(from, to);
  if (isDoubles(column)) return new Float64Array(rows);
  if (kindOf(column) === "Uint32Array") return new Uint32Array(rows);
  return isBytes(column) ? new Uint8Array(rows) : Array.from(rows as ArrayLike<unknown>);
}
