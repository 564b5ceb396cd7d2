import { expect, test } from "vitest";
import { read, write } from "../src/form/numbers.js";

test("numbers are read as people type them", () => {
  for (const lang of ["en", "fr"] as const) {
    expect(read("0,598", lang)).toBe(0.598);
    expect(read(" -2.5 ", lang)).toBe(-2.5);
    expect(read("\u2212 2,5", lang)).toBe(-2.5);
    expect(read("1\u202F000", lang)).toBe(1000);
    expect(read("1 200,5", lang)).toBe(1200.5);
    expect(read(".5", lang)).toBe(0.5);
    expect(read("58,25", lang)).toBe(58.25);
  }
});

test("a comma before three digits is a decimal sign where it can be nothing else", () => {
  expect(read("1,200", "fr")).toBe(1.2);
  for (const text of ["1,200", "1,040.5", "-1,200", "1,200,000"]) expect(read(text, "en")).toBeUndefined();
});

test("what is no number is none", () => {
  for (const text of ["", "abc", "1,2,3", "1e3", "--1", "5 mg", "NaN", "Infinity", "5 4", "6 7", "9".repeat(400)]) {
    expect(read(text, "en")).toBeUndefined();
    expect(read(text, "fr")).toBeUndefined();
  }
});

test("numbers are written with the decimal sign of the language", () => {
  expect(write(-2.5, "fr")).toBe("-2,5");
  expect(write(0.598, "en")).toBe("0.598");
});
