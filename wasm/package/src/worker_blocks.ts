/** Long lists, block by block. */

import type { QfractureColumns } from "./columns.js";
import { fault, OsteonError } from "./errors.js";

/** Blocks on their way: while one is answered the next lies ready. */
const IN_FLIGHT = 2;

/** What is awaited, or `aborted` as soon as a signal says so, or why the worker has ended. */
export function heeded<T>(awaited: Promise<T>, signals: readonly AbortSignal[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      const reason: unknown = signals.find((signal) => signal.aborted)?.reason;
      reject(reason instanceof OsteonError ? reason : fault("aborted", "the call was aborted"));
    };
    if (signals.some((signal) => signal.aborted)) {
      awaited.catch(() => undefined);
      stop();
      return;
    }
    for (const signal of signals) signal.addEventListener("abort", stop, { once: true });
    awaited.then(resolve, reject).finally(() => {
      for (const signal of signals) signal.removeEventListener("abort", stop);
    });
  });
}

/** Begins each block of a list, some at a time, and takes what comes of them in their order. */
export async function inTurn<T>(
  list: Iterable<T> | AsyncIterable<T>,
  size: number,
  begin: (block: T[]) => Promise<() => void>,
  signals: readonly AbortSignal[],
): Promise<void> {
  const begun: Promise<() => void>[] = [];
  const take = async () => {
    const first = begun.shift();
    if (first) (await heeded(first, signals))();
  };
  const items = iterated(list, signals);
  try {
    for (let block = await blockOf(items, size); block.length > 0; block = await blockOf(items, size)) {
      const answer = begin(block);
      // Each is awaited in its turn, unless one before it fails.
      answer.catch(() => undefined);
      begun.push(answer);
      if (begun.length >= IN_FLIGHT) await take();
    }
    while (begun.length > 0) await take();
  } finally {
    items.close();
  }
}

interface Items<T> {
  next(): IteratorResult<T> | Promise<IteratorResult<T>>;
  /** Lets what the list holds open go, where it has not ended by itself. */
  close(): void;
}

/** The entries of a list. An iterator that hangs does not hold up an abort. */
function iterated<T>(list: Iterable<T> | AsyncIterable<T>, signals: readonly AbortSignal[]): Items<T> {
  let ended = false;
  const seen = <R extends IteratorResult<T>>(result: R): R => {
    ended ||= result.done === true;
    return result;
  };
  if (Symbol.asyncIterator in list) {
    const items = list[Symbol.asyncIterator]();
    return {
      next: () => heeded(items.next(), signals).then(seen),
      close: () => {
        if (!ended) void items.return?.()?.then(undefined, () => undefined);
      },
    };
  }
  const items = list[Symbol.iterator]();
  return {
    next: () => seen(items.next()),
    close: () => {
      if (!ended) items.return?.();
    },
  };
}

/** The next block of a list; empty after the last. */
async function blockOf<T>(items: Items<T>, size: number): Promise<T[]> {
  const block: T[] = [];
  while (block.length < size) {
    const found = items.next();
    const { done, value } = found instanceof Promise ? await found : found;
    if (done) break;
    block.push(value as T);
  }
  return block;
}

/**
 * Rows at a time, of so many.
 *
 * @throws {OsteonError} what is no number.
 */
export function chunkOf(chunk: number, rows = Infinity): number {
  if (typeof chunk !== "number" || Number.isNaN(chunk)) {
    throw new OsteonError([{ code: "out_of_range", field: "chunk", value: String(chunk), limit: "rows, 1 or more" }]);
  }
  return Math.max(1, Math.min(Math.floor(chunk), rows));
}

/** Copies of some rows of columns; a word for everybody stays one. */
export function part(people: QfractureColumns, from: number, to: number): QfractureColumns {
  const rows = <T>(column: T): T => copied(column, from, to) as T;
  const { factors, ...others } = people;
  const parts = (columns: object) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, rows(column)]));
  return {
    ...(parts(others) as typeof others),
    factors: factors instanceof Uint32Array ? rows(factors) : (parts(factors) as typeof factors),
  };
}

/** `slice` of what derives from a typed array, as Node's Buffer, need be no copy. */
function copied(column: unknown, from: number, to: number): unknown {
  if (column instanceof Float64Array) return new Float64Array(column.subarray(from, to));
  if (column instanceof Uint32Array) return new Uint32Array(column.subarray(from, to));
  if (column instanceof Uint8Array) return new Uint8Array(column.subarray(from, to));
  if (ArrayBuffer.isView(column) && !(column instanceof DataView)) return (column as Float32Array).slice(from, to);
  return Array.isArray(column) ? column.slice(from, to) : column;
}
