import type { Patient } from "osteon/embedded";

/** An invented person, for trying the calculator out. */
export function example(today: string, country: string): Patient {
  const before = (days: number) => isoDay(new Date(Date.parse(today) - days * 86_400_000));
  return {
    sex: "female",
    age_years: 71,
    postmenopausal: true,
    ...(country ? { country } : {}),
    height_cm: 160,
    weight_kg: 58,
    assessed_on: today,
    scans: [
      {
        date: before(10),
        manufacturer: "hologic",
        model: "Horizon",
        regions: [
          { region: "lumbar_spine", vertebrae: ["L1", "L2", "L3", "L4"], bmd_g_cm2: 0.771 },
          { region: "femoral_neck", side: "left", bmd_g_cm2: 0.598 },
          { region: "total_hip", side: "left", bmd_g_cm2: 0.72 },
        ],
      },
    ],
    fractures: [{ site: "distal_forearm", date: before(110), trauma: "low" }],
    risk_factors: { parental_hip_fracture: true, current_smoker: false, alcohol_units_per_day: 1, falls_past_year: 2 },
    labs: [
      { analyte: "calcium", value: 2.35, unit: "mmol/L", date: before(12) },
      { analyte: "vitamin_d_25oh", value: 42, unit: "nmol/L", date: before(12) },
    ],
    treatments: [],
  };
}

/** Today, as this computer's clock has it. */
export function todayHere(): string {
  const now = new Date();
  return isoDay(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
