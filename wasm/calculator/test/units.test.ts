import { expect, test } from "vitest";
import { kept, labIn, lengthScale, massScale, shown, typeset } from "../src/units.js";

const imperial = { length: "in", mass: "lb", labs: "conventional" } as const;
const metric = { length: "cm", mass: "kg", labs: "si" } as const;

test("a metric entry is kept as it is", () => {
  expect(kept(160.25, lengthScale(metric))).toBe(160.25);
  expect(shown(58.123, massScale(metric))).toBe(58.123);
});

test("an imperial entry is kept exactly: limits are near", () => {
  expect(kept(63, lengthScale(imperial))).toBe(160.02);
  expect(kept(1.57, lengthScale(imperial))).toBe(3.9878);
  expect(kept(128, massScale(imperial))).toBe(58.059823);
  expect(shown(58.059823, massScale(metric))).toBe(58.06);
});

test("what was typed is shown again", () => {
  for (const [scale, from, to] of [
    [lengthScale(imperial), 40, 90],
    [massScale(imperial), 50, 600],
  ] as const) {
    for (let typed = from; typed <= to; typed += 1) {
      expect(shown(kept(typed, scale), scale)).toBe(typed);
      expect(shown(kept(typed + 0.5, scale), scale)).toBe(typed + 0.5);
    }
  }
});

test("results turn from one unit to the other, and to no third", () => {
  expect(labIn("calcium", 2.35, "mmol/L", "mg/dL")).toBe(9.419);
  expect(labIn("creatinine", 1, "mg/dL", "umol/L")).toBe(88.42);
  expect(labIn("vitamin_d_25oh", 50, "nmol/L", "ng/mL")).toBe(20.03);
  expect(labIn("calcium", 4.7, "mEq/L", "mmol/L")).toBeUndefined();
});

test("a result stays whole where the units are one and the same", () => {
  expect(labIn("ferritin", 1234.5, "ug/L", "ng/mL")).toBe(1234.5);
  expect(labIn("creatinine", 88.42, "\u00B5mol/l", "mg/dL")).toBe(1);
  expect(labIn("haemoglobin", 120, "g/L", "g/dL")).toBe(12);
});

test("units are typeset, and documents keep to ASCII", () => {
  expect(typeset("umol/L", "en")).toBe("µmol/L");
  expect(typeset("mL/min/1.73m2", "fr")).toBe("mL/min/\u200B1,73\u00A0m²");
  expect(typeset("U/L", "en")).toBe("U/L");
});
