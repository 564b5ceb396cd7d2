import { beforeAll, describe, expect, it } from "vitest";
import { assess, type Assessment, type Patient } from "osteon/embedded";
import { load } from "../src/engine.js";
import { isReadAsNo, spellOut } from "../src/form/complete.js";
import { Model } from "../src/model.js";

const PERSON: Patient = {
  sex: "female",
  age_years: 71,
  assessed_on: "2026-11-20",
  country: "FR",
  height_cm: 160,
  weight_kg: 58,
  postmenopausal: true,
  fractures: [],
  treatments: [],
  scans: [{ regions: [{ region: "femoral_neck", t_score: -2.6 }] }],
};

beforeAll(() => load());

describe("a section in which everything was asked", () => {
  it.each([
    ["risk_factors", "risk_factors.parental_hip_fracture", "female"],
    ["risk_factors", "risk_factors.parental_hip_fracture", "male"],
    ["history", "history.urolithiasis", "female"],
  ] as const)("says the same with every no of it written out: %s but %s (%s)", (section, but, sex) => {
    const model = new Model({ ...PERSON, sex, complete: [section] });
    const before = assess(model.patient);
    spellOut(model, but);
    model.set(but, false);
    expect(model.patient.complete).toBeUndefined();
    const advice = ({ guidelines, triage, safety }: Assessment) => ({
      guidelines: guidelines?.map(({ guideline, recommendation, applicable }) => [guideline, recommendation, applicable]),
      triage,
      safety,
    });
    expect(advice(assess(model.patient))).toEqual(advice(before));
  });

  it("leaves open what is chosen as not known, and takes nothing back that was entered", () => {
    const model = new Model({ ...PERSON, complete: ["risk_factors", "fractures"], risk_factors: { opioid: true, smoking: "former" } });
    expect(isReadAsNo(model, "risk_factors.hiv")).toBe(true);
    spellOut(model, "risk_factors.parental_hip_fracture");
    const { risk_factors: told } = model.patient;
    expect(told).toMatchObject({ opioid: true, smoking: "former", hiv: false, falls_past_year: 0, glucocorticoid: { current: false } });
    expect(told).not.toHaveProperty("parental_hip_fracture");
    expect(told).not.toHaveProperty("current_smoker");
    expect(model.patient.complete).toEqual(["fractures"]);
  });

  it("counts no falls where it is not known whether one did harm", () => {
    const model = new Model({ complete: ["risk_factors"] });
    spellOut(model, "risk_factors.injurious_falls");
    expect(model.patient.risk_factors).not.toHaveProperty("falls_past_year");
  });
});
