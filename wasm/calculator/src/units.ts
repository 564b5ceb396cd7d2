import type { Analyte } from "osteon/embedded";
import type { Units } from "./model.js";

/** A unit that a number is shown and typed in, by its factor: what is shown times the factor is what is kept. */
export interface Scale {
  unit: string;
  factor: number;
}

/** Centimetres or inches, over centimetres. */
export function lengthScale(units: Units): Scale {
  return units.length === "cm" ? { unit: "cm", factor: 1 } : { unit: "in", factor: 2.54 };
}

/** Kilograms or pounds, over kilograms. */
export function massScale(units: Units): Scale {
  return units.mass === "kg" ? { unit: "kg", factor: 1 } : { unit: "lb", factor: 0.453_592_37 };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** What to keep of a number as typed: all of it, since rules turn on thresholds; the last digits are no more than noise. */
export function kept(typed: number, { factor }: Scale): number {
  return factor === 1 ? typed : rounded(typed * factor, 6);
}

/** What to show of a number as kept: as few decimals as would be kept as the same number, and two where none would. */
export function shown(value: number, scale: Scale): number {
  if (scale.factor === 1) return rounded(value, 3);
  for (let decimals = 0; decimals < 5; decimals += 1) {
    const typed = rounded(value / scale.factor, decimals);
    if (kept(typed, scale) === value) return typed;
  }
  return rounded(value / scale.factor, 2);
}

/** The two units of an analyte, with how many of the conventional make one SI. */
interface LabUnits {
  si: string;
  conventional: string;
  perSi: number;
}

function both(unit: string): LabUnits {
  return { si: unit, conventional: unit, perSi: 1 };
}

const CALCIUM: LabUnits = { si: "mmol/L", conventional: "mg/dL", perSi: 4.008 };
const PROTEIN: LabUnits = { si: "g/L", conventional: "g/dL", perSi: 0.1 };

const LAB_UNITS: Partial<Record<Analyte, LabUnits>> = {
  calcium: CALCIUM,
  calcium_corrected: CALCIUM,
  albumin: PROTEIN,
  haemoglobin: PROTEIN,
  phosphate: { si: "mmol/L", conventional: "mg/dL", perSi: 3.097 },
  creatinine: { si: "umol/L", conventional: "mg/dL", perSi: 1 / 88.42 },
  vitamin_d_25oh: { si: "nmol/L", conventional: "ng/mL", perSi: 1 / 2.496 },
  pth: { si: "pmol/L", conventional: "pg/mL", perSi: 9.43 },
  alp: both("U/L"),
  ast: both("U/L"),
  alt: both("U/L"),
  ggt: both("U/L"),
  egfr: both("mL/min/1.73m2"),
  crcl: both("mL/min"),
  tsh: both("mIU/L"),
  crp: both("mg/L"),
  esr: both("mm/h"),
  sodium: both("mmol/L"),
  potassium: both("mmol/L"),
  platelets: both("G/L"),
  leucocytes: both("G/L"),
  ferritin: { si: "ug/L", conventional: "ng/mL", perSi: 1 },
  magnesium: { si: "mmol/L", conventional: "mg/dL", perSi: 2.4305 },
  transferrin_saturation: both("%"),
  testosterone: { si: "nmol/L", conventional: "ng/mL", perSi: 0.2884 },
  bioavailable_testosterone: { si: "nmol/L", conventional: "ng/mL", perSi: 0.2884 },
  free_testosterone: { si: "pmol/L", conventional: "pg/mL", perSi: 0.2884 },
  cortisol_after_dexamethasone: { si: "nmol/L", conventional: "ug/dL", perSi: 1 / 27.59 },
  calcium_urine_24h: { si: "mmol/24h", conventional: "mg/24h", perSi: 40.08 },
  tryptase: both("ug/L"),
  ctx: { si: "ng/L", conventional: "pg/mL", perSi: 1 },
  p1np: { si: "ug/L", conventional: "ng/mL", perSi: 1 },
  ttg_iga: both("U/mL"),
};

/** The unit in which an analyte is typed; none where results are words, or there is no usual one. */
export function labUnit(analyte: Analyte, units: Units): string | undefined {
  return LAB_UNITS[analyte]?.[units.labs];
}

/** The units in which an analyte can be typed. */
export function labUnits(analyte: Analyte): string[] {
  const pair = LAB_UNITS[analyte];
  return pair ? [...new Set([pair.si, pair.conventional])] : [];
}

/** A unit as documents write it: laboratories write a small litre and a micro sign too. */
function plain(unit: string): string {
  return unit.replace(/[\u00B5\u03BC]/gu, "u").replace(/(?<=\/[dm]?)l$/u, "L");
}

/** A result in another of the two units; `undefined` where it cannot be turned. */
export function labIn(analyte: Analyte, value: number, from: string, to: string): number | undefined {
  const [a, b] = [plain(from), plain(to)];
  if (a === b) return value;
  const pair = LAB_UNITS[analyte];
  const factor =
    pair?.si === a && pair.conventional === b
      ? pair.perSi
      : pair?.conventional === a && pair.si === b
        ? 1 / pair.perSi
        : undefined;
  if (factor === undefined) return undefined;
  return factor === 1 ? value : Number((value * factor).toPrecision(4));
}

/** A unit as print has it; documents keep to ASCII. */
export function typeset(unit: string, lang: string): string {
  // A line may break before the area, nowhere else.
  const square = `\u200B${lang === "fr" ? "1,73" : "1.73"}\u00A0m²`;
  return unit.replace(/^u(?=[a-z])/u, "µ").replace("1.73m2", square).replace("cm2", "cm²");
}
