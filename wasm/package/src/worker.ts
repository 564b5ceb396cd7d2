/**
 * Long lists and columns away from the page's own thread, in a Web Worker, or a thread of Node.
 *
 * ```js
 * import { init } from "osteon";
 * import { OsteonWorker } from "osteon/worker";
 * await init();
 * const worker = new OsteonWorker();
 * const answers = await worker.assessAll(patients, { onProgress: (done) => console.log(done) });
 * worker.close();
 * ```
 *
 * @module
 */

import { copied, numbers, part, rowsOf } from "./column.js";
import type { Qfracture, QfractureColumns } from "./columns.js";
import type { Assessment, Patient } from "./documents.js";
import { fault, OsteonError } from "./errors.js";
import { engineModule, type EngineModule } from "./load.js";
import { json, settled, type Settings } from "./settings.js";
import { atATime, End, heeded, inTurn } from "./worker_blocks.js";
import { open, type Channel } from "./worker_channel.js";
import type { Answers, Reply, Task } from "./worker_messages.js";

/** Tells that a call is to stop, as an `AbortSignal` does. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: "abort", heard: () => void, how?: { once?: boolean }): void;
  removeEventListener(type: "abort", heard: () => void): void;
}

/** How a long call is watched and stopped. */
export interface Watched {
  /** Is told how many rows are done, and of how many where that is known. */
  onProgress?: (done: number, total: number | undefined) => void;
  /** Stops the call at once, with the error `aborted`. The worker stays usable. */
  signal?: Signal;
  /** Rows that are sent at a time; `Infinity` sends all at once. */
  chunk?: number;
}

/** How a list of patients is assessed. */
export interface AssessAll extends Watched {
  settings?: Settings;
}

/** How columns are asked of QFracture. */
export interface QfractureAll extends Watched {
  /** The release of the equations; 2012 where it is left out. */
  version?: "2012" | "2016";
  /** The horizon; 10 where it is left out. */
  years?: number;
}

/** Patient documents, at hand or to come. */
export type Patients = Iterable<Patient> | AsyncIterable<Patient>;

const PATIENTS_AT_A_TIME = 64;
const ROWS_AT_A_TIME = 1 << 16;

/** A worker with an engine of its own. Several calls may run at a time; their blocks take turns. */
export class OsteonWorker {
  readonly #channel: Promise<Channel>;
  readonly #asked = new Map<number, { resolve: (done: unknown) => void; reject: (error: OsteonError) => void }>();
  readonly #end = new End();
  #last = 0;

  /**
   * @param module the compiled engine; that of this thread where it is left out, so that nothing is fetched twice.
   * @throws {OsteonError} `not_loaded` where neither is there.
   */
  constructor(module: EngineModule = engineModule()) {
    this.#channel = open(
      module,
      (reply) => this.#heard(reply),
      (reason) => this.#stop(reason),
    );
    // Each call hears of it; what nobody asks of is no unhandled rejection.
    this.#channel.catch(() => undefined);
  }

  /**
   * Assesses a list of patients. One that is refused does not stop the rest: it has an error in its place.
   *
   * @throws {OsteonError} settings that are refused; `aborted`.
   */
  async assessAll(patients: Patients, how: AssessAll = {}): Promise<(Assessment | OsteonError)[]> {
    const { settings = {}, onProgress, signal, chunk } = how;
    const size = atATime(chunk, PATIENTS_AT_A_TIME);
    settled(settings);
    const asked = json(settings);
    const total = Array.isArray(patients) ? patients.length : undefined;
    const answers: (Assessment | OsteonError)[] = [];
    const begin = async (block: Patient[]) => {
      const texts = block.map(written);
      const sent = texts.map((text) => (typeof text === "string" ? text : null));
      const said = (await this.#ask({ kind: "assess", settings: asked, patients: sent })) as Answers;
      return () => {
        said.forEach((answer, row) => answers.push(received(answer, texts[row])));
        onProgress?.(answers.length, total);
      };
    };
    // The settings are judged though there is nobody.
    await this.#heeded(this.#ask({ kind: "assess", settings: asked, patients: [] }), signal);
    await inTurn(patients, size, begin, (awaited) => this.#heeded(awaited, signal));
    return answers;
  }

  /** {@link qfracture}, block by block. What is given stays the caller's: copies of its parts are sent. */
  async qfracture(people: QfractureColumns, how: QfractureAll = {}): Promise<Qfracture> {
    const { version = "2012", years = 10, ...watched } = how;
    const rows = rowsOf(people);
    const whole = {
      any_percent: unanswered(rows),
      hip_percent: unanswered(rows),
      refused: new Uint8Array(rows),
      refusedFor: [] as string[],
      notice: "",
    };
    const task = (from: number, to: number): Task => ({
      kind: "qfracture",
      people: part(people, from, to),
      version,
      years,
    });
    await this.#columns<Qfracture>(rows, watched, task, (risks, from) => {
      whole.any_percent.set(risks.any_percent, from);
      whole.hip_percent.set(risks.hip_percent, from);
      whole.refused.set(risks.refused, from);
      whole.refusedFor = risks.refusedFor;
      whole.notice = risks.notice;
      return risks.any_percent.length;
    });
    return whole;
  }

  /** {@link tScores}, block by block. */
  async tScores(
    bmdGCm2: Float64Array | readonly number[],
    reference: string,
    how: Watched = {},
  ): Promise<Float64Array> {
    const densities = numbers(bmdGCm2, "bmd_g_cm2");
    const whole = unanswered(densities.length);
    const task = (from: number, to: number): Task => ({
      kind: "tScores",
      bmd: copied(densities, from, to) as Float64Array,
      reference,
    });
    await this.#columns<Float64Array>(whole.length, how, task, (scores, from) => {
      whole.set(scores, from);
      return scores.length;
    });
    return whole;
  }

  /** Ends the worker; what is still asked of it is aborted. */
  close(): void {
    this.#stop(fault("aborted", "the worker is closed"));
  }

  async #columns<T>(
    rows: number,
    { onProgress, signal, chunk }: Watched,
    task: (from: number, to: number) => Task,
    take: (done: T, from: number) => number,
  ): Promise<void> {
    const step = atATime(chunk, ROWS_AT_A_TIME);
    let taken = 0;
    const begin = async ([from = 0]: number[]) => {
      const to = Math.min(rows, from + step);
      const done = (await this.#ask(task(from, to))) as T;
      return () => {
        taken += take(done, from);
        onProgress?.(to, rows);
      };
    };
    await inTurn(starts(rows, step), 1, begin, (awaited) => this.#heeded(awaited, signal));
    // A row that nobody answered must not pass for one that was.
    if (taken !== rows) throw fault("internal", `${taken} rows of ${rows} were answered`);
  }

  #heeded<T>(awaited: Promise<T>, signal: Signal | undefined): Promise<T> {
    return heeded(this.#end.heeded(awaited), signal);
  }

  async #ask(task: Task): Promise<unknown> {
    const channel = await this.#channel;
    if (this.#end.reason) throw this.#end.reason;
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      // Posted first: what cannot be sent is not waited for, and keeps no process.
      try {
        channel.post({ id, task });
      } catch (error) {
        const limit = `what can be sent to a worker; ${error instanceof Error ? error.message : String(error)}`;
        reject(new OsteonError([{ code: "wrong_type", field: "", value: "", limit }]));
        return;
      }
      this.#asked.set(id, { resolve, reject });
      channel.hold(true);
    });
  }

  #heard({ id, done, refused }: Reply): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (this.#asked.size === 0) void this.#channel.then((channel) => channel.hold(false));
    if (refused) asked?.reject(new OsteonError(refused.refusals, refused.code));
    else asked?.resolve(done);
  }

  /** One that failed is ended as one that is closed: nothing of it stays. */
  #stop(reason: OsteonError): void {
    if (this.#end.reason) return;
    this.#end.come(reason);
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const { reject } of asked) reject(reason);
    void this.#channel.then(
      (channel) => channel.close(),
      () => undefined,
    );
  }
}

/** Assesses a list of patients in a worker of its own. */
export async function assessAll(patients: Patients, how: AssessAll = {}): Promise<(Assessment | OsteonError)[]> {
  const worker = new OsteonWorker();
  try {
    return await worker.assessAll(patients, how);
  } finally {
    worker.close();
  }
}

/** Rows as they are before they are answered: never nought, which would be an answer. */
function unanswered(rows: number): Float64Array {
  return new Float64Array(rows).fill(NaN);
}

/** Where blocks begin. No rows are one empty block: what is asked of them is judged nevertheless. */
function* starts(rows: number, step: number): Generator<number> {
  for (let from = 0; from === 0 || from < rows; from += step) yield from;
}

/** As text, or why it cannot be: that is an answer to this patient alone. */
function written(patient: Patient): string | OsteonError {
  try {
    return json(patient);
  } catch (error) {
    return error as OsteonError;
  }
}

function received(answer: Answers[number], text: string | OsteonError | undefined): Assessment | OsteonError {
  if (text instanceof OsteonError) return text;
  if (typeof answer === "string") return JSON.parse(answer) as Assessment;
  return new OsteonError(answer?.refusals ?? [], answer?.code);
}
