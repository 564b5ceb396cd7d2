import { ages, coded, isSets, numbers, rowsOf, yesOrNo } from "./column.js";
import { OsteonError } from "./errors.js";
import { call } from "./load.js";
import type { qfractureFactorSets } from "./engine/osteon.js";
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

/** Rows that go into the engine at a time: its memory never shrinks, and so much of it stays near the processor. */
const BLOCK = 1 << 15;

/** The blocks of so many rows; no rows are one empty block, so that what is asked of them is judged. */
function* blocks(rows: number): Generator<[from: number, to: number]> {
  for (let from = 0; from === 0 || from < rows; from += BLOCK) yield [from, Math.min(rows, from + BLOCK)];
}

/**
 * T-scores of densities (g/cm2) against one reference, by its id.
 *
 * A density outside 0.1-3.0 g/cm2, or NaN, has the T-score NaN.
 *
 * @throws {OsteonError} a reference that is none.
 */
export function tScores(bmdGCm2: Float64Array | readonly number[], reference: string): Float64Array {
  return call((engine) => {
    const densities = numbers(bmdGCm2, "bmd_g_cm2");
    const scores = new Float64Array(densities.length);
    for (const [from, to] of blocks(densities.length)) {
      scores.set(engine.tScores(densities.subarray(from, to), reference), from);
    }
    return scores;
  });
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
  /**
   * Of each factor whether it is present: 1 or 0 a row; a factor that is left out is present in nobody. Or the set of
   * each row in bits, by the places of {@link qfractureFactors}.
   */
  factors: Partial<Record<QfractureFactor, Uint8Array | readonly boolean[]>> | Uint32Array;
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
 * @throws {OsteonError} columns that are left out or of different lengths, words and years that are none.
 */
export function qfracture(people: QfractureColumns, version: "2012" | "2016" = "2012", years = 10): Qfracture {
  return call((engine) => {
    const rows = rowsOf(people);
    // A byte in the engine, where 266 would be 10.
    if (!Number.isInteger(years) || years < 0 || years > 255) {
      throw new OsteonError([
        { code: "out_of_range", field: "qfracture_years", value: String(years), limit: "whole years from 1" },
      ]);
    }
    const words = (set: string) => engine.qfractureWords(set);
    const codes = (set: "sex" | "alcohol" | "ethnicity" | "smoking") => coded(set, people[set], words(set), rows);
    const [sex, alcohol, ethnicity, smoking] = [codes("sex"), codes("alcohol"), codes("ethnicity"), codes("smoking")];
    const [age, bmi] = [ages(people.age_years), numbers(people.bmi_kg_m2, "bmi_kg_m2")];
    const factors = isSets(people.factors) ? people.factors : bits(engine, people.factors, words("factors"), rows);
    const answer: Qfracture = {
      any_percent: new Float64Array(rows),
      hip_percent: new Float64Array(rows),
      refused: new Uint8Array(rows),
      refusedFor: words("refused"),
      notice: "",
    };
    for (const [from, to] of blocks(rows)) {
      const part = <T extends Uint8Array | Uint32Array | Float64Array>(column: T) => column.subarray(from, to) as T;
      const risks = engine.qfractureRisks(
        version,
        years,
        part(sex),
        part(age),
        part(bmi),
        part(alcohol),
        part(ethnicity),
        part(smoking),
        part(factors),
      );
      try {
        answer.any_percent.set(risks.any_percent(), from);
        answer.hip_percent.set(risks.hip_percent(), from);
        answer.refused.set(risks.refused(), from);
        answer.notice = risks.notice();
      } finally {
        risks.free();
      }
    }
    return answer;
  });
}

/** The factors by the places of their bits. */
export function qfractureFactors(): QfractureFactor[] {
  return call((engine) => engine.qfractureWords("factors")) as QfractureFactor[];
}

function bits(
  engine: { qfractureFactorSets: typeof qfractureFactorSets },
  factors: Exclude<QfractureColumns["factors"], Uint32Array>,
  words: readonly string[],
  rows: number,
): Uint32Array {
  const columns = Object.entries(factors).map(([factor, column]) => {
    const bit = words.indexOf(factor);
    if (bit >= 0) return { bit, column: yesOrNo(column) };
    const limit = `allowed: ${words.join(", ")}`;
    throw new OsteonError([{ code: "unknown_key", field: `factors.${factor}`, value: factor, limit }]);
  });
  const places = Uint8Array.from(columns, ({ bit }) => bit);
  const together = new Uint8Array(columns.length * Math.min(rows, BLOCK));
  const sets = new Uint32Array(rows);
  for (const [from, to] of blocks(rows)) {
    const many = to - from;
    columns.forEach(({ column }, place) => together.set(column.subarray(from, to), place * many));
    sets.set(engine.qfractureFactorSets(places, together.subarray(0, columns.length * many), many), from);
  }
  return sets;
}
