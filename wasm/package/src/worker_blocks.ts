/** Long lists, block by block. */

import { fault, OsteonError } from "./errors.js";
import type { Signal } from "./worker.js";

/** Blocks on their way: while one is answered the next lies ready. */
const IN_FLIGHT = 2;

/** The end of a worker, of which everybody who waits is told, whatever it is that they wait for. */
export class End {
  readonly #waiting = new Set<(reason: OsteonError) => void>();
  #reason: OsteonError | undefined;

  /** Why it came; the first reason stays. */
  get reason(): OsteonError | undefined {
    return this.#reason;
  }

  come(reason: OsteonError): void {
    this.#reason ??= reason;
    for (const tell of this.#waiting) tell(this.#reason);
    this.#waiting.clear();
  }

  /** What is awaited, unless the end comes first. */
  heeded<T>(awaited: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#reason) reject(this.#reason);
      else this.#waiting.add(reject);
      awaited.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }
}

/** What is awaited, or `aborted` as soon as the signal says so. */
export function heeded<T>(awaited: Promise<T>, signal: Signal | undefined): Promise<T> {
  if (!signal) return awaited;
  return new Promise((resolve, reject) => {
    const stop = () => reject(fault("aborted", "the call was aborted"));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/**
 * How many of a list go at a time: all at once where it is infinite.
 *
 * @throws {OsteonError} what is no number: a list cut by it would have no blocks, and so no answers.
 */
export function atATime(chunk: unknown, otherwise: number): number {
  if (chunk === undefined) return otherwise;
  if (typeof chunk === "number" && !Number.isNaN(chunk)) return Math.max(1, Math.floor(chunk));
  const code = typeof chunk === "number" ? "not_finite" : "wrong_type";
  throw new OsteonError([{ code, field: "chunk", value: String(chunk), limit: "a number from 1, or Infinity" }]);
}

/** Begins each block of a list, some at a time, and takes what comes of them in their order. */
export async function inTurn<T>(
  list: Iterable<T> | AsyncIterable<T>,
  size: number,
  begin: (block: T[]) => Promise<() => void>,
  wait: <R>(awaited: Promise<R>) => Promise<R>,
): Promise<void> {
  const begun: Promise<() => void>[] = [];
  const take = async () => {
    const first = begun.shift();
    if (first) (await wait(first))();
  };
  const source = new Source(list);
  try {
    for (let block = await source.block(size, wait); block.length > 0; block = await source.block(size, wait)) {
      const answer = begin(block);
      // Each is awaited in its turn, unless one before it fails.
      answer.catch(() => undefined);
      begun.push(answer);
      if (begun.length >= IN_FLIGHT) await take();
    }
    while (begun.length > 0) await take();
  } finally {
    source.close();
  }
}

/** What a list gives, and what must be told where no more of it is wanted: it may hold a file open. */
class Source<T> {
  readonly #items: Iterator<T> | AsyncIterator<T>;
  #over = false;

  constructor(list: Iterable<T> | AsyncIterable<T>) {
    const { [Symbol.asyncIterator]: later, [Symbol.iterator]: now } = (list ?? {}) as AsyncIterable<T> & Iterable<T>;
    const items = (later ?? now)?.call(list);
    if (!items) {
      const limit = "a list, or what gives one over time";
      throw new OsteonError([{ code: "wrong_type", field: "", value: String(list), limit }]);
    }
    this.#items = items;
  }

  /** The next block; empty after the last. An iterator that hangs does not hold up an abort. */
  async block(size: number, wait: <R>(awaited: Promise<R>) => Promise<R>): Promise<T[]> {
    const block: T[] = [];
    while (block.length < size && !this.#over) {
      const step = this.#next();
      const { done, value } = step instanceof Promise ? await wait(step) : step;
      if (done) this.#over = true;
      else block.push(value as T);
    }
    return block;
  }

  /** One that failed of itself is over, and is not told. */
  #next(): IteratorResult<T> | Promise<IteratorResult<T>> {
    const failed = (error: unknown): never => {
      this.#over = true;
      throw error;
    };
    try {
      const step = this.#items.next();
      return "then" in step ? Promise.resolve(step).catch(failed) : step;
    } catch (error) {
      return failed(error);
    }
  }

  /** Not awaited: one that hangs would never be. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    void (async () => this.#items.return?.())().catch(() => undefined);
  }
}
