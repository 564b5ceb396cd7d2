import type { Code, Refusal } from "./documents.js";

/** Why a call has no answer. */
export type ErrorCode =
  | Code
  /** The engine is not loaded: `await init()` first. */
  | "not_loaded"
  /** A fault of the engine itself. It was loaded anew; the next call is not touched by it. */
  | "internal"
  /** The call was aborted by its signal. */
  | "aborted";

/** What the engine refuses, with the field, the value and the limit, as every face of Osteon has them. */
export class OsteonError extends Error {
  override readonly name = "OsteonError";
  /** Why. */
  readonly code: ErrorCode;
  /** The path of the field, such as `scans[0].regions[2].bmd_g_cm2`. */
  readonly field: string;
  /** The value, as given. */
  readonly value: string;
  /** What it should have been. */
  readonly limit: string;
  /** The slip that it looks like, with the way out. */
  readonly slip: string | null;
  /** Everything that was refused, this first; of a fault the one entry, with the code of the error. */
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[], code?: ErrorCode) {
    const first = refusals[0] ?? { code: "syntax", field: "", value: "", limit: "" };
    super(refusals.map(sentence).join("; "));
    this.code = code ?? first.code;
    this.field = first.field;
    this.value = first.value;
    this.limit = first.limit;
    this.slip = first.slip ?? null;
    this.refusals = refusals;
  }
}

/** The errors that are none of a document: the engine has no words for them. */
const FAULTS = ["not_loaded", "internal", "aborted"] as const;

/** @internal */
export function fault(code: (typeof FAULTS)[number], limit: string): OsteonError {
  // Who logs the list is to see the code that the error has, though it is none of the engine's.
  return new OsteonError([{ code: code as Code, field: "", value: "", limit }], code);
}

/** @internal */
export function isFault({ code }: { code: string }): boolean {
  return (FAULTS as readonly string[]).includes(code);
}

function sentence({ field, value, limit, slip }: Refusal): string {
  const what = [field, value].filter((part) => part !== "").join(" ");
  return [what === "" ? limit : `${what}: ${limit}`, slip].filter(Boolean).join("; ");
}
