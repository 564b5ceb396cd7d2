import { expect, test } from "vitest";
import { kept, labIn, lengthScale, massScale, shown, typeset } from "../src/units.js";

const imperial = { length: "in", mass: "lb", labs: "conventional" } as const;
const metric = { length: "cm", mass: "kg", labs: "si" } as const;

test("a metric entry is kept as it is", () => {
  expect(kept(160.25, lengthScale(metric))).toBe(160.25);
  expect(shown(58.123, massScale(metric))).toBe(58.123);
});

test("an imperial entry is kept in full", () => {
  expect(kept(63, lengthScale(imperial))).toBe(160.02);
  expect(kept(0.8, lengthScale(imperial))).toBe(2.032);
  expect(kept(128, massScale(imperial))).toBe(58.059823);
});

test("a loss of height just under 4 cm is not carried over it", () => {
  expect(kept(1.57, lengthScale(imperial))).toBe(3.9878);
  expect(shown(3.9878, lengthScale(imperial))).toBe(1.57);
});

test("a metric number is shown rounded in the other unit", () => {
  expect(shown(160, lengthScale(imperial))).toBe(62.99);
  expect(shown(58.1, massScale(imperial))).toBe(128.09);
});

test("what was typed is shown again", () => {
  for (const [scale, from, to] of [
    [lengthScale(imperial), 40, 90],
    [massScale(imperial), 50, 600],
  ] as const) {
    for (let typed = from; typed <= to; typed += 1) {
      expect(shown(kept(typed, scale), scale)).toBe(typed);
      for (const part of [0.5, 0.25, 0.123]) expect(shown(kept(typed + part, scale), scale)).toBe(typed + part);
    }
  }
});

test("results turn from one unit to the other, and to no third", () => {
  expect(labIn("calcium", 2.35, "mmol/L", "mg/dL")).toBe(9.419);
  expect(labIn("creatinine", 1, "mg/dL", "umol/L")).toBe(88.42);
  expect(labIn("creatinine", 1045, "umol/L", "mg/dL")).toBe(11.82);
  expect(labIn("vitamin_d_25oh", 50, "nmol/L", "ng/mL")).toBe(20.03);
  expect(labIn("pth", 1234, "pg/mL", "pmol/L")).toBe(130.9);
  expect(labIn("calcium", 4.7, "mEq/L", "mmol/L")).toBeUndefined();
});

test("a result whose two units are one is not rounded", () => {
  expect(labIn("ferritin", 12_345, "ug/L", "ng/mL")).toBe(12_345);
  expect(labIn("ctx", 1234.5, "pg/mL", "ng/L")).toBe(1234.5);
  expect(labIn("creatinine", 88.42, "\u00B5mol/l", "mg/dL")).toBe(1);
});

test("units are typeset, and documents keep to ASCII", () => {
  expect(typeset("umol/L", "en")).toBe("µmol/L");
  expect(typeset("mL/min/1.73m2", "fr")).toBe("mL/min/\u200B1,73\u00A0m²");
  expect(typeset("U/L", "en")).toBe("U/L");
});
