import { OsteonError } from "./errors.js";
import { call } from "./load.js";
import type { Manufacturer, QfractureEthnicity, RegionName, Sex, Smoking } from "./documents.js";

/** A young adult reference that gives T-scores. */
export interface Reference {
  /** `set.sex.region[.vertebrae]`. */
  id: string;
  /** Whose scanners it is for; null: standardised or any. */
  manufacturer: Manufacturer | null;
  sex: Sex;
  region: RegionName;
  vertebrae: string;
  /** g/cm2. */
  mean: number;
  /** g/cm2. */
  sd: number;
  /** Id of its citation. */
  citation: string;
  /** How its numbers were seen. */
  confidence: string;
}

/** The young adult references that give T-scores. */
export function references(): Reference[] {
  return JSON.parse(call((engine) => engine.references())) as Reference[];
}

/**
 * T-scores of densities (g/cm2) against one reference, by its id.
 *
 * A density outside 0.1-3.0 g/cm2, or NaN, has the T-score NaN.
 *
 * @throws {OsteonError} a reference that is none.
 */
export function tScores(bmdGCm2: Float64Array | readonly number[], reference: string): Float64Array {
  return call((engine) => engine.tScores(Float64Array.from(bmdGCm2), reference));
}

/** A factor of QFracture that is present or not. */
export type QfractureFactor =
  | "antidepressant"
  | "any_cancer"
  | "asthma_or_copd"
  | "cardiovascular_disease"
  | "corticosteroids"
  | "dementia"
  | "endocrine_disorder"
  | "epilepsy_or_anticonvulsant"
  | "falls"
  | "prior_fracture"
  | "oestrogen_hrt"
  | "chronic_liver_disease"
  | "malabsorption"
  | "parkinson"
  | "rheumatoid_arthritis_or_lupus"
  | "chronic_kidney_disease"
  | "type_1_diabetes"
  | "type_2_diabetes"
  | "parental_history";

/** A closed set as a column: one word for everybody, a word a row, or a row's place in the list of words. */
export type Words<T extends string> = T | readonly T[] | Uint8Array;

/** What QFracture's equations ask of people, a row each. Nothing is filled in: who does not know says what it reads. */
export interface QfractureColumns {
  /** `female` (0) or `male` (1). */
  sex: Words<Sex>;
  /** Completed years, 30-100. */
  age_years: Uint8Array | readonly number[];
  /** kg/m2, 20-40. */
  bmi_kg_m2: Float64Array | readonly number[];
  /** Units of alcohol a day: none, less than 1, 1-2, 3-6, 7-9, more. */
  alcohol: Words<"none" | "trivial" | "light" | "moderate" | "heavy" | "very_heavy">;
  ethnicity: Words<QfractureEthnicity>;
  smoking: Words<Smoking>;
  /** Of each factor whether it is present: 1 or 0 a row; a factor that is left out is present in nobody. */
  factors: Partial<Record<QfractureFactor, Uint8Array | readonly boolean[]>>;
}

/** The risks of each row, in %; NaN in a row that is refused. */
export interface Qfracture {
  any_percent: Float64Array;
  hip_percent: Float64Array;
  /** Of each row 0, or why it has no answer: a place in `refusedFor`, from 1. */
  refused: Uint8Array;
  /** The columns that a row may be refused for. */
  refusedFor: string[];
  /** The notice that must be shown where these numbers are. */
  notice: string;
}

/**
 * QFracture of columns: any osteoporotic fracture and hip fracture, by the equations alone.
 *
 * @param version the release of the equations; 2016 is published for 1-10 years.
 * @param years the horizon, 1-18 years.
 * @throws {OsteonError} columns of different lengths, words and years that are none.
 */
export function qfracture(people: QfractureColumns, version: "2012" | "2016" = "2012", years = 10): Qfracture {
  return call((engine) => {
    const rows = people.age_years.length;
    const words = (set: string) => engine.qfractureWords(set);
    const codes = (set: "sex" | "alcohol" | "ethnicity" | "smoking") => coded(set, people[set], words(set), rows);
    const risks = engine.qfractureRisks(
      version,
      years,
      codes("sex"),
      ages(people.age_years),
      people.bmi_kg_m2 instanceof Float64Array ? people.bmi_kg_m2 : Float64Array.from(people.bmi_kg_m2),
      codes("alcohol"),
      codes("ethnicity"),
      codes("smoking"),
      bits(people.factors, words("factors"), rows),
    );
    try {
      return {
        any_percent: risks.any_percent(),
        hip_percent: risks.hip_percent(),
        refused: risks.refused(),
        refusedFor: words("refused"),
        notice: risks.notice(),
      };
    } finally {
      risks.free();
    }
  });
}

/** Codes that are none are refused row by row. */
const NO_CODE = 255;

function coded(field: string, given: Words<string>, words: readonly string[], rows: number): Uint8Array {
  if (given instanceof Uint8Array) return given;
  const code = new Map(words.map((word, place) => [word, place]));
  if (typeof given === "string") {
    const one = code.get(given);
    if (one === undefined) {
      const limit = `allowed: ${words.join(", ")}`;
      throw new OsteonError([{ code: "not_a_choice", field, value: given, limit }]);
    }
    return new Uint8Array(rows).fill(one);
  }
  return Uint8Array.from(given, (word) => code.get(word) ?? NO_CODE);
}

/** What is no whole number of years from 0 to 255 is no age. */
function ages(given: Uint8Array | readonly number[]): Uint8Array {
  if (given instanceof Uint8Array) return given;
  return Uint8Array.from(given, (age) => (Number.isInteger(age) && age >= 0 && age < NO_CODE ? age : NO_CODE));
}

function bits(factors: QfractureColumns["factors"], words: readonly string[], rows: number): Uint32Array {
  const sets = new Uint32Array(rows);
  for (const [factor, column] of Object.entries(factors)) {
    const bit = words.indexOf(factor);
    if (bit < 0) {
      const limit = `allowed: ${words.join(", ")}`;
      throw new OsteonError([{ code: "unknown_key", field: `factors.${factor}`, value: factor, limit }]);
    }
    if (column.length !== rows) {
      const limit = `${rows} rows, as the others have`;
      throw new OsteonError([{ code: "contradiction", field: `factors.${factor}`, value: String(column.length), limit }]);
    }
    for (let row = 0; row < rows; row += 1) {
      const value = column[row];
      // What is neither yes nor no is no factor's: the row is refused.
      if (value === true || value === 1) sets[row] = (sets[row] ?? 0) | (1 << bit);
      else if (value !== false && value !== 0) sets[row] = 0xffffffff;
    }
  }
  return sets;
}
