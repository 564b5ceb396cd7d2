import { beforeAll, describe, expect, test } from "vitest";
import {
  assess,
  assessJson,
  explain,
  init,
  names,
  qfracture,
  refusalInWords,
  tScores,
  type Patient,
} from "osteon";
import { refused } from "./refused.js";
import { WOMAN } from "./places.js";

beforeAll(() => init());

const withAge = (age_years: unknown) => ({ ...WOMAN, age_years }) as Patient;

describe("what is refused has its field, value and limit", () => {
  test.each([
    ["NaN", NaN, "NaN"],
    ["infinity", Infinity, "Infinity"],
    ["minus infinity", -Infinity, "-Infinity"],
    ["a number as text", "67", "67"],
    ["a yes for a number", true, "true"],
    ["a list for a number", [67], "sequence"],
  ])("%s", (_, age, value) => {
    const error = refused(() => assess(withAge(age)));
    expect(error.field).toBe("age_years");
    expect(error.value).toContain(value);
    expect(error.limit).not.toBe("");
    expect(error.message).toContain(error.limit);
  });

  test("an age that nobody has", () => {
    const error = refused(() => assess(withAge(670)));
    expect([error.code, error.field, error.value]).toEqual(["out_of_range", "age_years", "670"]);
  });

  test("an unknown key, with the nearest", () => {
    const error = refused(() => assess({ ...WOMAN, heigth_cm: 160 } as Patient));
    expect(error.code).toBe("unknown_key");
    expect(error.field).toContain("heigth_cm");
    expect(error.message).toContain("height_cm");
  });

  test("a date before birth", () => {
    const scans = WOMAN.scans.map((scan) => ({ ...scan, date: "1950-01-01" }));
    const error = refused(() => assess({ ...WOMAN, birth_date: "1957-03-01", scans }));
    expect(error.field).toContain("date");
    expect(error.value).toContain("1950-01-01");
  });

  test("a slip of units is named", () => {
    const error = refused(() => assess({ ...WOMAN, height_cm: 1.6 }));
    expect(error.field).toBe("height_cm");
    expect(error.slip).toMatch(/metre/);
  });

  test("every refusal of a document, not the first alone", () => {
    const error = refused(() => assess({ ...WOMAN, age_years: 670, height_cm: 1.6 }));
    expect(error.refusals.map((refusal) => refusal.field).toSorted()).toEqual(["age_years", "height_cm"]);
  });

  test("what is no patient, and what is no JSON", () => {
    for (const nobody of [undefined, null, 67, "woman", [], true]) {
      expect(refused(() => assess(nobody as unknown as Patient)).limit).not.toBe("");
    }
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    expect(refused(() => assess(circle as Patient)).code).toBe("syntax");
    expect(refused(() => assess({ age_years: 67n } as unknown as Patient)).code).toBe("syntax");
    for (const text of ["", "{", "nonsense"]) expect(refused(() => assessJson(text)).code).toBe("syntax");
    expect(refused(() => assessJson('{"age_years": NaN}')).code).toBe("not_finite");
  });

  test("settings", () => {
    expect(refused(() => assess(WOMAN, { outputs: ["nothing" as never] })).field).toBe("outputs");
    expect(refused(() => assess(WOMAN, { options: { guideline_country: "XX" } as never })).field).toBe(
      "guideline_country",
    );
    expect(refused(() => assess(WOMAN, { references: [{} as never] })).limit).not.toBe("");
  });

  test("a language that is none", () => {
    const error = refused(() => explain(WOMAN, "de" as "en"));
    expect([error.code, error.field, error.value]).toEqual(["not_a_choice", "lang", "de"]);
    expect(refused(() => names("de" as "en", "drug", ["alendronate"])).field).toBe("lang");
  });

  test("in words of both languages", () => {
    const error = refused(() => assess(withAge(670)));
    const [english, french] = (["en", "fr"] as const).map((lang) => refusalInWords(error.refusals[0]!, lang));
    expect(english).toContain("670");
    expect(french).toContain("670");
    expect(french).not.toBe(english);
  });
});

describe("what is unknown", () => {
  test("left out, undefined and null are the same", () => {
    const without = assess(WOMAN);
    const nothing = {
      id: undefined,
      birth_date: null,
      risk_factors: undefined,
      fractures: null,
    } as unknown as Patient;
    expect(assess({ ...WOMAN, ...nothing })).toEqual(without);
  });

  test("NaN never becomes an answer", () => {
    for (const path of ["age_years", "height_cm", "weight_kg"] as const) {
      expect(refused(() => assess({ ...WOMAN, [path]: NaN })).field).toBe(path);
    }
    const scans = [
      { manufacturer: "hologic" as const, regions: [{ region: "femoral_neck" as const, bmd_g_cm2: NaN }] },
    ];
    expect(refused(() => assess({ ...WOMAN, scans })).field).toBe("scans[0].regions[0].bmd_g_cm2");
  });

  test("columns: what cannot be answered is NaN and says why", () => {
    const people = {
      sex: "female" as const,
      alcohol: "none" as const,
      ethnicity: "indian" as const,
      smoking: "never" as const,
    };
    const risks = qfracture({
      ...people,
      age_years: [67, NaN, 67, 20, 67.5, 67],
      bmi_kg_m2: [25, 25, NaN, 25, 25, null as unknown as number],
      factors: { falls: [true, false, false, false, false, false] },
    });
    expect([...risks.any_percent].map(Number.isNaN)).toEqual([false, true, true, true, true, true]);
    expect([...risks.refused].map((why) => risks.refusedFor[why - 1])).toEqual([
      undefined,
      "age_years",
      "bmi_kg_m2",
      "age_years",
      "age_years",
      "bmi_kg_m2",
    ]);
    const flags = qfracture({
      ...people,
      age_years: [67, 67],
      bmi_kg_m2: [25, 25],
      factors: { falls: [null, false] as never },
    });
    expect(risks.refusedFor[(flags.refused[0] ?? 0) - 1]).toBe("factors");
    expect(flags.refused[1]).toBe(0);
  });
});

describe("columns that are refused whole", () => {
  const people = {
    sex: "female" as const,
    alcohol: "none" as const,
    ethnicity: "indian" as const,
    smoking: "never" as const,
    age_years: [67],
    bmi_kg_m2: [25],
    factors: {},
  };
  test.each([
    ["another length", { bmi_kg_m2: [25, 26] }, "contradiction", "bmi_kg_m2"],
    ["another length of a factor", { factors: { falls: [true, false] } }, "contradiction", "factors.falls"],
    ["another length of sets", { factors: new Uint32Array(2) }, "contradiction", "factors"],
    ["a factor that is none", { factors: { fals: [true] } }, "unknown_key", "factors.fals"],
    ["a word that is none", { alcohol: "some" }, "not_a_choice", "alcohol"],
  ])("%s", (_, changed, code, field) => {
    const error = refused(() => qfracture({ ...people, ...changed } as never));
    expect([error.code, error.field]).toEqual([code, field]);
  });

  test("release and years", () => {
    expect(refused(() => qfracture(people, "2014" as "2012")).field).toBe("version");
    expect(refused(() => qfracture(people, "2012", 19)).field).toBe("qfracture_years");
    expect(refused(() => qfracture(people, "2016", 11)).code).toBe("not_published");
    expect(refused(() => qfracture({ ...people, age_years: [], bmi_kg_m2: [] }, "2012", 0)).code).toBe("out_of_range");
    for (const years of [266, 10.5, NaN, -246])
      expect(refused(() => qfracture(people, "2012", years)).field).toBe("qfracture_years");
  });

  test("a reference that is none", () => {
    const error = refused(() => tScores([0.7], "nobody"));
    expect([error.code, error.field, error.value]).toEqual(["not_a_choice", "reference", "nobody"]);
  });
});
