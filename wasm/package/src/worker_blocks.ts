/** Long lists, block by block. */

import type { QfractureColumns } from "./columns.js";
import { fault } from "./errors.js";

/** Blocks on their way: while one is answered the next lies ready. */
const IN_FLIGHT = 2;

/** What is awaited, or `aborted` as soon as the signal says so. */
export function heeded<T>(awaited: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return awaited;
  return new Promise((resolve, reject) => {
    const stop = () => reject(fault("aborted", "the call was aborted"));
    if (signal.aborted) {
      awaited.catch(() => undefined);
      stop();
      return;
    }
    signal.addEventListener("abort", stop, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Begins each block of a list, some at a time, and takes what comes of them in their order. */
export async function inTurn<T>(
  list: Iterable<T> | AsyncIterable<T>,
  size: number,
  begin: (block: T[]) => Promise<() => void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const begun: Promise<() => void>[] = [];
  const take = async () => {
    const first = begun.shift();
    if (first) (await heeded(first, signal))();
  };
  const blocks = blocksOf(list, size, signal);
  for (let block = await blocks(); block.length > 0; block = await blocks()) {
    const answer = begin(block);
    // Each is awaited in its turn, unless one before it fails.
    answer.catch(() => undefined);
    begun.push(answer);
    if (begun.length >= IN_FLIGHT) await take();
  }
  while (begun.length > 0) await take();
}

/** The next block of a list; empty after the last. An iterator that hangs does not hold up an abort. */
function blocksOf<T>(
  list: Iterable<T> | AsyncIterable<T>,
  size: number,
  signal: AbortSignal | undefined,
): () => Promise<T[]> {
  if (Symbol.asyncIterator in list) {
    const items = list[Symbol.asyncIterator]();
    return async () => {
      const block: T[] = [];
      while (block.length < size) {
        const next = items.next();
        const { done, value } = await heeded(next, signal).catch((error: unknown) => {
          void items.return?.()?.then(undefined, () => undefined);
          throw error;
        });
        if (done) break;
        block.push(value as T);
      }
      return block;
    };
  }
  const items = list[Symbol.iterator]();
  return async () => {
    const block: T[] = [];
    while (block.length < size) {
      const { done, value } = items.next();
      if (done) break;
      block.push(value as T);
    }
    return block;
  };
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
  return Array.isArray(column) ? column.slice(from, to) : column;
}
