import { beforeAll, describe, expect, test } from "vitest";
import {
  assess,
  Engine,
  init,
  OsteonError,
  OUTPUT_WORDS,
  refusalInWords,
  type CallerReference,
  type Settings,
} from "osteon";
import { assessAll } from "osteon/worker";
import { refused } from "./refused.js";
import { WOMAN } from "./places.js";

beforeAll(() => init());

const REFERENCE: Required<CallerReference> = {
  id: "ours",
  version: "1",
  manufacturer: "hologic",
  sex: "female",
  region: "lumbar_spine",
  vertebrae: ["L1", "L2"],
  mean: 1.05,
  sd: 0.11,
};

const circle: Record<string, unknown> = {};
circle.circle = circle;

describe("settings that are no answer to anybody", () => {
  test.each([
    ["NaN in options", { options: { qfracture_years: NaN } }, "wrong_type", "qfracture_years", "NaN"],
    [
      "an infinity in options",
      { options: { lab_valid_months: Infinity } },
      "wrong_type",
      "lab_valid_months",
      "Infinity",
    ],
    ["NaN in a reference", { references: [{ ...REFERENCE, mean: NaN }] }, "wrong_type", "[0].mean", "NaN"],
    ["a circle", { options: circle }, "syntax", "options", ""],
    ["a big integer", { references: [{ ...REFERENCE, sd: 1n }] }, "syntax", "references", ""],
    ["sections that are no list", { outputs: "scores" }, "wrong_type", "outputs", "scores"],
  ] as [string, Settings, string, string, string][])("%s", async (_, settings, code, field, value) => {
    // What another call left behind must not answer either: null and NaN were one text once.
    assess(WOMAN, { options: { qfracture_years: null, lab_valid_months: null } });
    const theirs = await assessAll([WOMAN], { settings }).catch((error: unknown) => error as OsteonError);
    for (const error of [
      refused(() => assess(WOMAN, settings)),
      refused(() => new Engine(settings)),
      theirs as OsteonError,
    ]) {
      expect(error).toBeInstanceOf(OsteonError);
      expect([error.code, error.field]).toEqual([code, field]);
      expect(error.value).toContain(value);
    }
  });

  test("null settings are none", () => {
    expect(assess(WOMAN, null as never)).toEqual(assess(WOMAN));
  });
});

describe("the words of settings are the engine's", () => {
  test("sections", () => {
    const { limit } = refused(() => new Engine({ outputs: ["nothing" as never] }));
    expect(limit).toBe(`allowed: ${OUTPUT_WORDS.join(", ")}`);
    for (const output of OUTPUT_WORDS) expect(() => new Engine({ outputs: [output] })).not.toThrow();
    expect(assess(WOMAN, { outputs: [] })).toEqual(assess(WOMAN));
  });

  test("references", () => {
    expect(() => new Engine({ references: [REFERENCE] })).not.toThrow();
    const { limit } = refused(() => new Engine({ references: [{ ...REFERENCE, nobody: 1 } as never] }));
    expect(/\(allowed: (.*)\)/.exec(limit)?.[1]?.split(", ")).toEqual(Object.keys(REFERENCE));
    for (const key of Object.keys(REFERENCE) as (keyof CallerReference)[]) {
      const { [key]: _, ...without } = { ...REFERENCE, region: "femoral_neck" as const, vertebrae: null };
      const make = () => new Engine({ references: [without as CallerReference] });
      if (key === "manufacturer" || key === "vertebrae") expect(make).not.toThrow();
      else expect(refused(make).code).toBe("missing");
    }
  });
});

test("a fault has one code, wherever it is read", async () => {
  const error = (await assessAll([WOMAN], { signal: AbortSignal.abort() }).catch(
    (reason: unknown) => reason,
  )) as OsteonError;
  expect([error.code, error.refusals.map(({ code }) => code)]).toEqual(["aborted", ["aborted"]]);
  expect(refusalInWords(error.refusals[0]!, "fr")).toBe(error.limit);
});
