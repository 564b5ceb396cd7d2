import { expect, test } from "vitest";
import { faults } from "../src/faults.js";
import { Model } from "../src/model.js";

const told = (model: Model) => faults(model).map(({ path, why }) => `${path}: ${why}`);

test("a date after the assessment has to be put right: the engine would leave out what it belongs to", () => {
  const model = new Model({
    assessed_on: "2026-11-26",
    birth_date: "2030-01-01",
    fractures: [{ site: "distal_forearm", date: "2027-08-01" }, { site: "ankle", date: "2026-11-26" }],
    scans: [{ date: "2027-01-01", regions: [], cross_calibration: { date: "2020-01-01" } }],
    labs: [{ analyte: "calcium", date: "2027-01-01" }],
    treatments: [{ drug: "denosumab", start: "2024-01-01", last_dose: "2027-02-01", planned_stop: "2029-01-01" }],
  });
  expect(told(model)).toEqual([
    "birth_date: later",
    "fractures[0].date: later",
    "scans[0].date: later",
    "labs[0].date: later",
    "treatments[0].last_dose: later",
  ]);
  model.set("assessed_on", "2030-01-01");
  expect(told(model)).toEqual([]);
});

test("without a day of the assessment it is that of today", () => {
  expect(told(new Model({ fractures: [{ date: "2999-01-01" }, { date: "2001-01-01" }] }))).toEqual([
    "fractures[0].date: later",
  ]);
});

test("what cannot be read is told apart from a day that is not complete", () => {
  const model = new Model();
  model.setText("weight_kg", "58kg");
  model.setText("birth_date", "?");
  expect(told(model)).toEqual(["weight_kg: unread", "birth_date: day"]);
});
