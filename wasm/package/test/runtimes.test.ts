import { Worker as Thread } from "node:worker_threads";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { assess, init } from "osteon";
import { OsteonWorker } from "osteon/worker";
import { WOMAN } from "./places.js";

beforeAll(() => init());
afterEach(() => vi.unstubAllGlobals());

/** A Web Worker as Deno, Bun and Electron have it: `process.versions.node` is there, and `parentPort` is not its own. */
class WebWorker {
  readonly #thread: Thread;
  onmessage: ((event: { data: unknown }) => void) | undefined;

  constructor(address: URL) {
    const inside = `
      const { parentPort } = require("node:worker_threads");
      globalThis.postMessage = (message, over) => parentPort.postMessage(message, over);
      const ready = import(${JSON.stringify(address.href)});
      parentPort.once("message", (first) => ready.then(() => {
        globalThis.onmessage({ data: first });
        parentPort.on("message", (data) => globalThis.onmessage({ data }));
      }));`;
    this.#thread = new Thread(inside, { eval: true });
    this.#thread.on("message", (data) => this.onmessage?.({ data }));
  }

  postMessage(message: unknown, over: ArrayBuffer[]) {
    this.#thread.postMessage(message, over);
  }

  terminate() {
    void this.#thread.terminate();
  }
}

test("a Web Worker beside Node's own things answers", async () => {
  vi.stubGlobal("Worker", WebWorker);
  const worker = new OsteonWorker();
  const answers = await worker.assessAll([WOMAN], { signal: AbortSignal.timeout(20_000) });
  expect(answers).toEqual([assess(WOMAN)]);
  worker.close();
});

test("where none can be had, the call says so", async () => {
  vi.stubGlobal(
    "Worker",
    class {
      constructor() {
        throw new Error("forbidden by the policy");
      }
    },
  );
  const error = (await new OsteonWorker().assessAll([WOMAN]).catch((reason: unknown) => reason)) as Error;
  expect(error).toMatchObject({ name: "OsteonError", code: "internal" });
  expect(error.message).toContain("forbidden by the policy");
});

test("a worker that failed is ended, and its reason stays", async () => {
  const terminate = vi.fn();
  vi.stubGlobal(
    "Worker",
    class {
      onerror: ((event: { message: string }) => void) | undefined;
      terminate = terminate;
      postMessage(message: object) {
        if ("task" in message) this.onerror?.({ message: "out of memory" });
      }
    },
  );
  const worker = new OsteonWorker();
  for (let call = 0; call < 2; call += 1) {
    const error = (await worker.assessAll([WOMAN]).catch((reason: unknown) => reason)) as Error;
    expect(error).toMatchObject({ name: "OsteonError", code: "internal" });
    expect(error.message).toContain("out of memory");
  }
  worker.close();
  await Promise.resolve();
  expect(terminate).toHaveBeenCalledTimes(1);
});
