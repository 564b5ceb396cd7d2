import { expect, test } from "vitest";
import { Model } from "../src/model.js";

test("what lies on the way is made, and goes when it is empty", () => {
  const model = new Model();
  model.set("scans[0].regions[0].bmd_g_cm2", 0.7);
  expect(model.patient).toEqual({ scans: [{ regions: [{ bmd_g_cm2: 0.7 }] }] });
  model.set("risk_factors.glucocorticoid.current", true);
  model.set("risk_factors.glucocorticoid.current", undefined);
  expect(model.patient.risk_factors).toBeUndefined();
});

test("an emptied list is unknown, not none", () => {
  const model = new Model();
  model.add("fractures", { site: "ankle" });
  model.remove("fractures", 0);
  expect(model.patient).toEqual({});
});

test("what was typed stays with its entry as others go", () => {
  const model = new Model({ fractures: [{ site: "ankle" }, { site: "hand" }, { site: "foot" }] });
  model.setText("fractures[0].age_years", "a");
  model.setText("fractures[1].age_years", "b");
  model.setText("fractures[2].age_years", "c");
  model.remove("fractures", 1);
  expect(model.unread.map((path) => [path, model.text(path)])).toEqual([
    ["fractures[0].age_years", "a"],
    ["fractures[1].age_years", "c"],
  ]);
});

test("a value of a whole forgets what was typed in its parts", () => {
  const model = new Model();
  model.setText("risk_factors.glucocorticoid.days", "x");
  model.set("risk_factors.glucocorticoid", undefined);
  expect(model.unread).toEqual([]);
});

test("a blank document has the day of here, not of Greenwich", () => {
  const { assessed_on: day, ...rest } = Model.blank("FR");
  expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  expect(rest).toEqual({ schema: "osteon/patient/1", country: "FR" });
});
