import type { Patient } from "osteon/embedded";
import { isDay } from "./months.js";

/** Whole years and months from one day to another. */
function between(from: string, to: string): { years: number; months: number } {
  const [y1, m1, d1] = from.split("-").map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split("-").map(Number) as [number, number, number];
  const calendar = (y2 - y1) * 12 + m2 - m1;
  const whole = calendar - (d2 < d1 ? 1 : 0);
  return { years: Math.floor(whole / 12), months: calendar };
}

/**
 * The same person on a later day: what is counted back from the assessment is counted on, and the age is that of the
 * birth date, or older by the whole years that have passed.
 */
export function broughtTo(patient: Patient, day: string): Patient {
  const { assessed_on: before, birth_date: born, age_years: age } = patient;
  const moved: Patient = { ...patient, assessed_on: day };
  if (age != null && isDay(born)) moved.age_years = between(born, day).years;
  if (!isDay(before)) return moved;
  const { years, months } = between(before, day);
  if (age != null && !isDay(born)) moved.age_years = age + years;
  const on = <Section extends object>(section: Section, key: keyof Section): Section => {
    const ago = section[key];
    return typeof ago === "number" ? { ...section, [key]: Math.max(0, ago + months) } : section;
  };
  if (patient.fractures) moved.fractures = patient.fractures.map((fracture) => on(fracture, "months_ago"));
  const { glucocorticoid } = patient.risk_factors ?? {};
  if (glucocorticoid) {
    const begun = on(glucocorticoid, "started_or_raised_months_ago");
    moved.risk_factors = { ...patient.risk_factors, glucocorticoid: on(begun, "months_since_stopped") };
  }
  if (patient.history) moved.history = on(patient.history, "months_since_myocardial_infarction_or_stroke");
  return moved;
}
