import { expect, test } from "vitest";
import { faults } from "../src/faults.js";
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

test("a month stays what it is when the day of the assessment changes", () => {
  const model = new Model({ assessed_on: "2026-11-26", fractures: [{ site: "proximal_femur" }] });
  const ago = "fractures[0].months_ago";
  model.setMonth(ago, "05/2024");
  expect(model.get(ago)).toBe(30);
  model.set("assessed_on", "2024-06-15");
  expect([model.get(ago), model.month(ago)]).toEqual([1, "05/2024"]);
  model.set("assessed_on", "2024-04-15");
  expect([model.get(ago), model.text(ago)]).toEqual([undefined, "05/2024"]);
  expect(faults(model)).toEqual([{ path: ago, why: "later", text: "05/2024" }]);
  model.set("assessed_on", undefined);
  model.set("assessed_on", "2024-07-15");
  expect([model.get(ago), model.text(ago)]).toEqual([2, undefined]);
});

test("months of a document that is opened were counted from a month", () => {
  const model = new Model();
  model.load({ assessed_on: "2026-11-26", fractures: [{ site: "ankle" }, { site: "hand", months_ago: 30 }] });
  model.remove("fractures", 0);
  model.set("assessed_on", "2027-11-26");
  expect(model.get("fractures[0].months_ago")).toBe(42);
});

test("a number of months that was meant as one stays", () => {
  const model = new Model({ assessed_on: "2026-11-26", fractures: [{ site: "ankle", months_ago: 30 }] });
  model.forgetMonth("fractures[0].months_ago");
  model.set("assessed_on", "2027-11-26");
  expect(model.get("fractures[0].months_ago")).toBe(30);
});

test("what was in the form comes back with what cannot be read", () => {
  const model = new Model({ sex: "female" });
  model.setText("weight_kg", "58kg");
  const before = model.snapshot();
  model.load({ sex: "male" });
  model.restore(before);
  expect([model.patient, model.text("weight_kg")]).toEqual([{ sex: "female" }, "58kg"]);
});

test("a field that stands for every entry of a list leaves the list alone", () => {
  const model = new Model({ labs: [{ analyte: "egfr", value: 28 }] });
  model.setText("labs.date", "?");
  expect(model.patient).toEqual({ labs: [{ analyte: "egfr", value: 28 }] });
  model.set("labs.date", undefined);
  expect([model.patient, model.unread]).toEqual([{ labs: [{ analyte: "egfr", value: 28 }] }, []]);
});
