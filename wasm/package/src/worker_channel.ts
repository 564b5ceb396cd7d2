/** A worker of the browser, or a thread of Node, as one thing. */

import { fault, type OsteonError } from "./errors.js";
import type { EngineModule } from "./load.js";
import { script } from "./worker_script.js";
import { buffers, THREAD, type Message, type Reply } from "./worker_messages.js";

/** The way to a worker. */
export interface Channel {
  post(message: Message): void;
  /** Whether the process must stay for an answer; an idle thread keeps no process. */
  hold(asked: boolean): void;
  close(): void;
}

/** Starts a worker, hands it the compiled engine, and says what comes back. */
export async function open(
  module: EngineModule,
  heard: (reply: Reply) => void,
  failed: (reason: OsteonError) => void,
): Promise<Channel> {
  const fail = (message: string) => failed(fault("internal", `the worker failed: ${message}`));
  try {
    const channel = node() ? await thread(heard, fail) : worker(heard, fail);
    channel.post({ module });
    return channel;
  } catch (error) {
    throw fault("internal", `no worker can be had: ${String(error)}`);
  }
}

function node(): boolean {
  return typeof process !== "undefined" && Boolean(process.versions?.node) && typeof Worker === "undefined";
}

function worker(heard: (reply: Reply) => void, fail: (message: string) => void): Channel {
  const begun = begin();
  begun.onmessage = (event: MessageEvent<Reply>) => heard(event.data);
  begun.onmessageerror = () => fail("an answer cannot be read");
  begun.onerror = (event) => fail(event.message ?? "its script cannot be loaded");
  return {
    post: (message) => begun.postMessage(message, handedOver(message)),
    hold: () => undefined,
    close: () => begun.terminate(),
  };
}

function begin(): Worker {
  const text = script();
  // One expression, so that bundlers see it.
  if (text === undefined) return new Worker(new URL("./worker_entry.js", import.meta.url), { type: "module" });
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } finally {
    // It is read by then in no browser, but its address is resolved in all of them.
    URL.revokeObjectURL(address);
  }
}

async function thread(heard: (reply: Reply) => void, fail: (message: string) => void): Promise<Channel> {
  const [threads, entry] = ["node:worker_threads", "./worker_entry.js"];
  const { Worker: Thread } = (await import(
    /* @vite-ignore */ /* webpackIgnore: true */ threads
  )) as typeof import("node:worker_threads");
  const text = script();
  const argv = [THREAD];
  const begun =
    text === undefined ? new Thread(new URL(entry, import.meta.url), { argv }) : new Thread(text, { argv, eval: true });
  begun.on("message", heard);
  begun.on("messageerror", (error) => fail(error.message));
  begun.on("error", (error) => fail(error instanceof Error ? error.message : String(error)));
  begun.on("exit", () => fail("it ended"));
  begun.unref();
  return {
    post: (message) => begun.postMessage(message, handedOver(message)),
    hold: (asked) => (asked ? begun.ref() : begun.unref()),
    close: () => void begun.terminate(),
  };
}

/** Parts of columns are copies that nobody else has. */
function handedOver(message: Message): ArrayBuffer[] {
  if (!("task" in message) || message.task.kind === "assess") return [];
  if (message.task.kind === "tScores") return buffers(message.task);
  const { people } = message.task;
  return [...new Set([...buffers(people), ...buffers(people.factors)])];
}
