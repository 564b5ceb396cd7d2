import type { Assessment, Category, Course, Priority, Recommendation } from "osteon/embedded";

/** How a finding is coloured and marked; the words beside it say what it is. */
export type Tone = "good" | "info" | "warn" | "bad" | "open";

const OF_PRIORITY: Record<Priority, Tone> = {
  very_high: "bad",
  high: "warn",
  intermediate: "info",
  low: "good",
  undetermined: "open",
};

const OF_RECOMMENDATION: Record<Recommendation, Tone> = {
  no_drug: "good",
  measure_bmd: "info",
  calculate_frax: "info",
  consider: "info",
  specialist_advice: "info",
  treat: "warn",
  treat_anabolic_first: "bad",
  undetermined: "open",
  not_applicable: "open",
};

const OF_CATEGORY: Record<Category, Tone> = {
  normal: "good",
  within_expected_for_age: "good",
  low_bone_mass: "info",
  below_expected_for_age: "warn",
  osteoporosis: "warn",
  severe_osteoporosis: "bad",
  undetermined: "open",
};

const OF_COURSE: Record<Course["status"], Tone> = {
  continue: "good",
  not_failure: "good",
  extend: "info",
  pause: "info",
  due: "warn",
  switch: "warn",
  stop: "bad",
  overdue: "bad",
  failure: "bad",
  cannot_be_said: "open",
};

/** From mild to grave; what is open weighs least. */
const WEIGHT: Tone[] = ["open", "good", "info", "warn", "bad"];

function gravest(tones: Tone[]): Tone {
  return tones.reduce((worst, tone) => (WEIGHT.indexOf(tone) > WEIGHT.indexOf(worst) ? tone : worst), "open" as Tone);
}

export function priorityTone({ triage }: Assessment): Tone {
  return triage ? OF_PRIORITY[triage.priority] : "open";
}

/** A fracture can make the diagnosis where the density does not. */
export function diagnosisTone({ diagnosis }: Assessment): Tone {
  if (!diagnosis) return "open";
  const byDensity = OF_CATEGORY[diagnosis.category];
  return diagnosis.clinical_osteoporosis ? gravest([byDensity, "warn"]) : byDensity;
}

export function courseTone({ course }: Assessment): Tone {
  return gravest((course ?? []).map(({ status }) => OF_COURSE[status]));
}

export function guidelineTone({ guidelines }: Assessment, id: string): Tone {
  const guideline = guidelines?.find((one) => one.guideline === id);
  return guideline ? OF_RECOMMENDATION[guideline.recommendation] : "open";
}
