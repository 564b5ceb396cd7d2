import { OsteonError } from "./errors.js";
import type { Manufacturer, Options, RegionName, Sex, Vertebra } from "./documents.js";

/** A section of the assessment. */
export type Output = (typeof OUTPUT_WORDS)[number];

/** Every `Output`. */
export const OUTPUT_WORDS = [
  "scores",
  "tbs",
  "diagnosis",
  "changes",
  "risks",
  "benefits",
  "course",
  "guidelines",
  "triage",
  "safety",
  "access",
  "work_up",
] as const;

/** A row of young adults of the caller's own, to measure scans against. */
export interface CallerReference {
  /** Name of the set. */
  id: string;
  /** Version of the set. */
  version: string;
  /** The maker whose scans it is of; left out: every maker's, which is right only where all scans are one maker's. */
  manufacturer?: Manufacturer | null;
  /** Men too are measured against the female row; a male one serves for the option `male_reference`. */
  sex: Sex;
  region: RegionName;
  /** Of a lumbar spine; left out: L1 to L4. */
  vertebrae?: readonly Vertebra[] | null;
  /** g/cm2. */
  mean: number;
  /** g/cm2. */
  sd: number;
}

/** How an engine answers. */
export interface Settings {
  /** An `osteon/options/1` document. */
  options?: Options;
  /** The caller's own references. */
  references?: readonly CallerReference[];
  /** The sections that are asked for. Left out, or an empty list: all but `benefits`, never none. */
  outputs?: readonly Output[];
}

/**
 * A document as JSON text. NaN and infinities are no JSON: as text they are refused by name, where JSON would make them
 * unknown.
 *
 * @throws {OsteonError} what cannot be written as JSON: circles, what is nested too deeply, big integers.
 * @internal
 */
export function json(document: unknown, field = ""): string {
  try {
    const written: string | undefined = JSON.stringify(document, (_, value: unknown) =>
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
    );
    return written ?? "null";
  } catch (error) {
    const limit = `a document that can be written as JSON; ${error instanceof Error ? error.message : String(error)}`;
    throw new OsteonError([{ code: "syntax", field, value: "", limit }]);
  }
}

/**
 * What an engine is made of: options and references as JSON text, and the names of the sections.
 *
 * @throws {OsteonError} what cannot be written as JSON, and sections that are no list.
 * @internal
 */
export function settled(settings: Settings | null | undefined): [options: string, references: string, outputs: string] {
  const { options = {}, references = [], outputs = [] } = settings ?? {};
  if (!Array.isArray(outputs)) {
    const limit = `a list of ${OUTPUT_WORDS.join(", ")}`;
    throw new OsteonError([{ code: "wrong_type", field: "outputs", value: String(outputs), limit }]);
  }
  return [json(options, "options"), json(references, "references"), outputs.join(",")];
}
