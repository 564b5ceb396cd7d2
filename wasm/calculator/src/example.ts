import type { Patient } from "osteon/embedded";

/** An invented person, for trying the calculator out, seen on the day and in the country of a blank document. */
export function example(blank: Patient): Patient {
  const today = Date.parse(blank.assessed_on ?? "");
  const before = (days: number) => new Date(today - days * 86_400_000).toISOString().slice(0, 10);
  return {
    ...blank,
    sex: "female",
    age_years: 71,
    postmenopausal: true,
    height_cm: 160,
    weight_kg: 58,
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
