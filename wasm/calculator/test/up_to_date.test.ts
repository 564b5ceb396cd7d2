import { expect, test } from "vitest";
import { broughtTo } from "../src/up_to_date.js";

test("what is counted back from the assessment is counted on", () => {
  const before = {
    assessed_on: "2025-04-10",
    age_years: 70,
    weight_kg: 58,
    fractures: [{ site: "ankle", months_ago: 6 }, { site: "hand", date: "2024-01-01" }],
    risk_factors: { glucocorticoid: { current: false, months_since_stopped: 2 }, falls_past_year: 1 },
    history: { months_since_myocardial_infarction_or_stroke: 8 },
  } as const;
  expect(broughtTo({ ...before, fractures: [...before.fractures] }, "2026-11-02")).toEqual({
    ...before,
    assessed_on: "2026-11-02",
    age_years: 71,
    fractures: [{ site: "ankle", months_ago: 25 }, { site: "hand", date: "2024-01-01" }],
    risk_factors: { glucocorticoid: { current: false, months_since_stopped: 21 }, falls_past_year: 1 },
    history: { months_since_myocardial_infarction_or_stroke: 27 },
  });
});

test("the age is that of the birth date where there is one", () => {
  const before = { assessed_on: "2025-04-10", birth_date: "1955-05-01", age_years: 69 };
  expect(broughtTo(before, "2026-04-30").age_years).toBe(70);
  expect(broughtTo(before, "2026-05-01").age_years).toBe(71);
});

test("a document without a day gets it, and nothing else", () => {
  expect(broughtTo({ age_years: 70, fractures: [{ months_ago: 3 }] }, "2026-05-01")).toEqual({
    assessed_on: "2026-05-01",
    age_years: 70,
    fractures: [{ months_ago: 3 }],
  });
});
