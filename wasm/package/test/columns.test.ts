import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import {
  init,
  qfracture,
  qfractureFactors,
  references,
  tScores,
  type QfractureColumns,
  type QfractureFactor,
} from "osteon";
import { REPOSITORY } from "./places.js";

beforeAll(() => init());

/** The columns of the published program, by the names that they have here. */
const PRINTED: Record<QfractureFactor, string> = {
  antidepressant: "b_antidepressant",
  any_cancer: "b_anycancer",
  asthma_or_copd: "b_asthmacopd",
  cardiovascular_disease: "b_cvd",
  corticosteroids: "b_corticosteroids",
  dementia: "b_dementia",
  endocrine_disorder: "b_endocrine",
  epilepsy_or_anticonvulsant: "b_epilepsy2",
  falls: "b_falls",
  prior_fracture: "b_fracture4",
  oestrogen_hrt: "b_hrt_oest",
  chronic_liver_disease: "b_liver",
  malabsorption: "b_malabsorption",
  parkinson: "b_parkinsons",
  rheumatoid_arthritis_or_lupus: "b_ra_sle",
  chronic_kidney_disease: "b_renal",
  type_1_diabetes: "b_type1",
  type_2_diabetes: "b_type2",
  parental_history: "fh_osteoporosis",
  care_home: "b_carehome",
} as Record<QfractureFactor, string>;

type Row = Record<string, string>;

function published(): Row[] {
  const [head = "", ...lines] = readFileSync(`${REPOSITORY}tests/data/qfracture_vectors.csv`, "utf8")
    .trim()
    .split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, place) => [names[place] ?? "", value])));
}

function columns(rows: Row[]): QfractureColumns {
  const codes = (name: string, from = 0) => Uint8Array.from(rows, (row) => Number(row[name]) - from);
  return {
    sex: rows.map((row) => row.sex as "female" | "male"),
    age_years: codes("age"),
    bmi_kg_m2: rows.map((row) => Number(row.bmi)),
    alcohol: codes("alcohol_cat6"),
    ethnicity: codes("ethrisk", 1),
    smoking: codes("smoke_cat"),
    factors: Object.fromEntries(qfractureFactors().map((factor) => [factor, codes(PRINTED[factor])])),
  };
}

test("the published vectors of QFracture", () => {
  const rows = published();
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = `${row.version} ${row.surv}`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  let seen = 0;
  for (const [group, rows] of groups) {
    const [version, years] = group.split(" ") as ["2012" | "2016", string];
    const risks = qfracture(columns(rows), version, Number(years));
    rows.forEach((row, place) => {
      expect(risks.refused[place]).toBe(0);
      expect(risks.any_percent[place]).toBeCloseTo(Number(row.any_percent), 9);
      expect(risks.hip_percent[place]).toBeCloseTo(Number(row.hip_percent), 9);
      seen += 1;
    });
  }
  expect(seen).toBe(180);
});

test("factors as bits and as columns, in blocks and one by one, are the same to the bit", () => {
  const rows = 70_001;
  let last = 843;
  const below = (limit: number) => {
    last = (Math.imul(last, 1_103_515_245) + 12_345) >>> 0;
    return (last >>> 8) % limit;
  };
  const codes = (limit: number, from = 0) => Uint8Array.from({ length: rows }, () => from + below(limit));
  const bits = {
    sex: codes(2),
    age_years: codes(75, 28),
    bmi_kg_m2: Float64Array.from({ length: rows }, () => 19 + below(22_000) / 1000),
    alcohol: codes(6),
    ethnicity: codes(9),
    smoking: codes(5),
    factors: Uint32Array.from({ length: rows }, () => below(1 << 19)),
  };
  const named = qfractureFactors().map((factor, bit) => [
    factor,
    Uint8Array.from(bits.factors, (set) => (set >>> bit) & 1),
  ]);
  const [one, other] = [qfracture(bits), qfracture({ ...bits, factors: Object.fromEntries(named) })];
  expect(other).toEqual(one);
  for (const row of [0, 1, 32_767, 32_768, 65_535, 70_000]) {
    const at = <T extends Uint8Array | Uint32Array | Float64Array>(column: T) => column.slice(row, row + 1) as T;
    const alone = qfracture({
      sex: at(bits.sex),
      age_years: at(bits.age_years),
      bmi_kg_m2: at(bits.bmi_kg_m2),
      alcohol: at(bits.alcohol),
      ethnicity: at(bits.ethnicity),
      smoking: at(bits.smoking),
      factors: at(bits.factors),
    });
    expect(Object.is(alone.any_percent[0], one.any_percent[row])).toBe(true);
    expect(Object.is(alone.hip_percent[0], one.hip_percent[row])).toBe(true);
  }
  expect(one.notice).toContain("QFracture");
});

test("no rows have no risks", () => {
  const none = {
    sex: "female",
    age_years: [],
    bmi_kg_m2: [],
    alcohol: "none",
    ethnicity: "indian",
    smoking: "never",
    factors: {},
  } as const;
  const risks = qfracture(none);
  expect([risks.any_percent.length, risks.refused.length, risks.notice.length > 0]).toEqual([0, 0, true]);
});

test("T-scores against every reference", () => {
  const list = references();
  expect(list.length).toBeGreaterThan(10);
  for (const { id, mean, sd } of list) {
    const scores = tScores([0.7, mean, NaN, 0.05, 3.5, Infinity], id);
    expect(scores[0]).toBeCloseTo((0.7 - mean) / sd, 12);
    expect(scores[1]).toBeCloseTo(0, 12);
    expect([...scores.subarray(2)].every(Number.isNaN)).toBe(true);
  }
  const [first] = list;
  const long = tScores(new Float64Array(70_000).fill(0.7), first!.id);
  expect(new Set(long).size).toBe(1);
  expect(tScores([], first!.id).length).toBe(0);
});
