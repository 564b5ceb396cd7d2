import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HISTORY_GROUPS, RISK_GROUPS } from "../src/form/risk_keys.js";

/** The keys of a type of the documents, which is written from the engine's schema. */
function keysOf(type: string): string[] {
  const text = readFileSync(new URL("../../package/src/documents.ts", import.meta.url), "utf8");
  const body = new RegExp(`export interface ${type} \\{([\\s\\S]*?)\\n\\}`, "u").exec(text)?.[1] ?? "";
  return [...body.matchAll(/^ {2}(\w+)\?:/gmu)].map(([, key]) => key ?? "").toSorted();
}

/** Asked above the groups. */
const FIRST = [
  "parental_hip_fracture",
  "rheumatoid_arthritis",
  "glucocorticoid",
  "falls_past_year",
  "current_smoker",
  "smoking",
  "cigarettes_per_day",
  "alcohol_units_per_day",
  "alcohol_g_per_day",
];

test("every risk factor is asked once", () => {
  expect([...FIRST, ...Object.values(RISK_GROUPS).flat()].toSorted()).toEqual(keysOf("RiskFactors"));
});

test("every key of the history is asked once", () => {
  expect(Object.values(HISTORY_GROUPS).flat().toSorted()).toEqual(keysOf("History"));
});
