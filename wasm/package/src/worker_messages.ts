/** What passes between a page and its worker. */

import type { QfractureColumns } from "./columns.js";
import type { Refusal } from "./documents.js";
import type { ErrorCode } from "./errors.js";
import type { EngineModule } from "./load.js";

/** What a worker is asked; settings as JSON text. */
export type Task =
  | { kind: "assess"; settings: string; patients: (string | null)[] }
  | { kind: "qfracture"; people: QfractureColumns; version: "2012" | "2016"; years: number }
  | { kind: "tScores"; bmd: Float64Array; reference: string };

/** An `OsteonError` on its way. */
export interface Refused {
  refusals: readonly Refusal[];
  code: ErrorCode;
}

/** Of each patient the assessment as JSON text, which is read faster than it is cloned, or why there is none. */
export type Answers = (string | Refused | null)[];

/** By this argument a thread of Node knows that it is one. Who opens it says so: other runtimes have Web Workers too. */
export const THREAD = "osteon-thread";

/** The first message, and each after it. */
export type Message = { module: EngineModule } | { id: number; task: Task };

/** What comes back. */
export interface Reply {
  id: number;
  done?: unknown;
  refused?: Refused;
}

/** The buffers of what is an array, to be handed over and not copied. */
export function buffers(of: object): ArrayBuffer[] {
  const arrays = ArrayBuffer.isView(of) ? [of] : Object.values(of).filter((value) => ArrayBuffer.isView(value));
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
