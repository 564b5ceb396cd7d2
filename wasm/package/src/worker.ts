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

import { json, settingsText, type Settings } from "./assess.js";
import { numbers, rowsOf, type Qfracture, type QfractureColumns } from "./columns.js";
import type { Assessment, Patient } from "./documents.js";
import { fault, OsteonError } from "./errors.js";
import { engineModule } from "./load.js";
import { chunkOf, heeded, inTurn, part } from "./worker_blocks.js";
import { open, type Channel } from "./worker_channel.js";
import type { Answers, Reply, Task } from "./worker_messages.js";

/** How a long call is watched and stopped. */
export interface Watched {
  /** Is told how many rows are done, and of how many where that is known. */
  onProgress?: (done: number, total: number | undefined) => void;
  /** Stops the call at once, with the error `aborted`. The worker stays usable. */
  signal?: AbortSignal;
  /** Rows that are sent at a time. */
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
  #last = 0;
  /** Aborted with the reason once the worker is closed, or has failed. */
  readonly #ended = new AbortController();

  /**
   * @param module the compiled engine; that of this thread where it is left out, so that nothing is fetched twice.
   * @throws {OsteonError} `not_loaded` where neither is there.
   */
  constructor(module: WebAssembly.Module = engineModule()) {
    this.#channel = open(
      module,
      (reply) => this.#heard(reply),
      (reason) => this.#fail(reason),
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
    const { settings = {}, onProgress, signal, chunk = PATIENTS_AT_A_TIME } = how;
    const total = Array.isArray(patients) ? patients.length : undefined;
    const [text, size] = [settingsText(settings), chunkOf(chunk)];
    const answers: (Assessment | OsteonError)[] = [];
    const begin = async (block: Patient[]) => {
      const texts = block.map(written);
      const sent = texts.map((text) => (typeof text === "string" ? text : null));
      const said = (await this.#ask({ kind: "assess", settings: text, patients: sent })) as Answers;
      return () => {
        said.forEach((answer, row) => answers.push(received(answer, texts[row])));
        onProgress?.(answers.length, total);
      };
    };
    // The settings are judged though there is nobody.
    await heeded(this.#ask({ kind: "assess", settings: text, patients: [] }), this.#signals(signal));
    await inTurn(patients, size, begin, this.#signals(signal));
    return answers;
  }

  /** {@link qfracture}, block by block. What is given stays the caller's: copies of its parts are sent. */
  async qfracture(people: QfractureColumns, how: QfractureAll = {}): Promise<Qfracture> {
    const { version = "2012", years = 10, ...watched } = how;
    const rows = rowsOf(people);
    const whole = {
      // What was not answered is no risk of nought.
      any_percent: new Float64Array(rows).fill(NaN),
      hip_percent: new Float64Array(rows).fill(NaN),
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
    });
    return whole;
  }

  /** {@link tScores}, block by block. */
  async tScores(
    bmdGCm2: Float64Array | readonly number[],
    reference: string,
    how: Watched = {},
  ): Promise<Float64Array> {
    const whole = new Float64Array(bmdGCm2.length).fill(NaN);
    const task = (from: number, to: number): Task => ({
      kind: "tScores",
      bmd: Float64Array.from(numbers(bmdGCm2.slice(from, to))),
      reference,
    });
    await this.#columns<Float64Array>(whole.length, how, task, (scores, from) => whole.set(scores, from));
    return whole;
  }

  /** Ends the worker; what is still asked of it is aborted. */
  close(): void {
    this.#fail(fault("aborted", "the worker is closed"));
  }

  async #columns<T>(
    rows: number,
    { onProgress, signal, chunk = ROWS_AT_A_TIME }: Watched,
    task: (from: number, to: number) => Task,
    take: (done: T, from: number) => void,
  ): Promise<void> {
    const step = chunkOf(chunk, rows);
    // No rows are one empty block: what is asked of them is judged nevertheless.
    const starts = Array.from({ length: Math.max(1, Math.ceil(rows / step)) }, (_, block) => block * step);
    const begin = async ([from = 0]: number[]) => {
      const to = Math.min(rows, from + step);
      const done = (await this.#ask(task(from, to))) as T;
      return () => {
        take(done, from);
        onProgress?.(to, rows);
      };
    };
    await inTurn(starts, 1, begin, this.#signals(signal));
  }

  async #ask(task: Task): Promise<unknown> {
    const channel = await this.#channel;
    if (this.#ended.signal.aborted) throw this.#ended.signal.reason as OsteonError;
    this.#last += 1;
    const id = this.#last;
    try {
      channel.post({ id, task });
    } catch (error) {
      const limit = `what can be sent to a worker; ${error instanceof Error ? error.message : String(error)}`;
      throw new OsteonError([{ code: "syntax", field: "", value: "", limit }]);
    }
    channel.hold(true);
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }

  #signals(signal: AbortSignal | undefined): AbortSignal[] {
    return signal ? [signal, this.#ended.signal] : [this.#ended.signal];
  }

  #heard({ id, done, refused }: Reply): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (this.#asked.size === 0) void this.#channel.then((channel) => channel.hold(false));
    if (refused) asked?.reject(new OsteonError(refused.refusals, refused.code));
    else asked?.resolve(done);
  }

  #fail(reason: OsteonError): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort(reason);
    void this.#channel.then(
      (channel) => channel.close(),
      () => undefined,
    );
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const { reject } of asked) reject(reason);
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

/** As text, or why it cannot be: that is an answer to this patient alone. */
function written(patient: Patient): string | OsteonError {
  try {
    return json(patient);
  } catch (error) {
    if (error instanceof OsteonError) return error;
    throw error;
  }
}

function received(answer: Answers[number], text: string | OsteonError | undefined): Assessment | OsteonError {
  if (text instanceof OsteonError) return text;
  if (typeof answer === "string") return JSON.parse(answer) as Assessment;
  return new OsteonError(answer?.refusals ?? [], answer?.code);
}
