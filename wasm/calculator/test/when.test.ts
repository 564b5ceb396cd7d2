import { expect, test } from "vitest";
import { monthBefore, monthsBetween } from "../src/months.js";

test("a month is counted to that of the assessment", () => {
  expect(monthsBetween("05/2024", "2026-11-20")).toBe(30);
  expect(monthsBetween("5.2024", "2026-11-20")).toBe(30);
  expect(monthsBetween("2026-11", "2026-11-20")).toBe(0);
});

test("a later month is told by its sign", () => {
  expect(monthsBetween("12/2026", "2026-11-20")).toBe(-1);
});

test("what is no month is none", () => {
  for (const typed of ["", "13/2024", "0/2024", "2024", "May 2024"]) {
    expect(monthsBetween(typed, "2026-11-20")).toBeUndefined();
  }
});

test("the month comes back", () => {
  for (let months = 0; months < 40; months += 1) {
    expect(monthsBetween(monthBefore(months, "2026-11-20"), "2026-11-20")).toBe(months);
  }
  expect(monthBefore(11, "2026-11-20")).toBe("12/2025");
});
