import { expect, test } from "vitest";
import { read, write } from "../src/form/numbers.js";

test("numbers are read as people type them", () => {
  expect(read("0,598")).toBe(0.598);
  expect(read(" -2.5 ")).toBe(-2.5);
  expect(read("\u22122,5")).toBe(-2.5);
  expect(read("1\u202F000")).toBe(1000);
  expect(read(".5")).toBe(0.5);
});

test("what is no number is none", () => {
  for (const text of ["", "abc", "1,2,3", "1e3", "--1", "5 mg", "NaN", "Infinity"]) expect(read(text)).toBeUndefined();
});

test("numbers are written with the decimal sign of the language", () => {
  expect(write(-2.5, "fr")).toBe("-2,5");
  expect(write(0.598, "en")).toBe("0.598");
});
