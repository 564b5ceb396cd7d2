/** What runs in the worker: answers tasks, one after another, with the engine that it is handed. */

import { engineOf, type Engine } from "./assess.js";
import { qfracture, tScores } from "./columns.js";
import { fault, OsteonError } from "./errors.js";
import { initSync } from "./load.js";
import type { Settings } from "./settings.js";
import { buffers, THREAD, type Answers, type Message, type Refused, type Reply, type Task } from "./worker_messages.js";

type Post = (reply: Reply, handedOver: ArrayBuffer[]) => void;

function refused({ refusals, code }: OsteonError): Refused {
  return { refusals, code };
}

function assessed(engine: Engine, patients: (string | null)[]): Answers {
  return patients.map((patient) => {
    if (patient === null) return null;
    try {
      return engine.assessJson(patient);
    } catch (error) {
      if (error instanceof OsteonError) return refused(error);
      throw error;
    }
  });
}

function done(task: Task): object {
  if (task.kind === "assess") return assessed(engineOf(JSON.parse(task.settings) as Settings), task.patients);
  if (task.kind === "tScores") return tScores(task.bmd, task.reference);
  return qfracture(task.people, task.version, task.years);
}

function heard(message: Message, post: Post): void {
  if ("module" in message) {
    initSync(message.module);
    return;
  }
  const { id, task } = message;
  try {
    const answer = done(task);
    post({ id, done: answer }, task.kind === "assess" ? [] : buffers(answer));
  } catch (error) {
    // Thrown on, it would end the worker, and every other call with it.
    const said = error instanceof OsteonError ? error : fault("internal", `the worker failed: ${String(error)}`);
    post({ id, refused: refused(said) }, []);
  }
}

/** The half of a worker's global that is used here. */
interface Inside {
  onmessage: (event: { data: Message }) => void;
  postMessage: Post;
}

if (typeof process !== "undefined" && process.argv?.includes(THREAD)) {
  const threads = "node:worker_threads";
  void import(/* @vite-ignore */ /* webpackIgnore: true */ threads).then(
    ({ parentPort: port }: typeof import("node:worker_threads")) =>
      port?.on("message", (message: Message) => heard(message, (reply, over) => port.postMessage(reply, over))),
  );
} else {
  const inside = globalThis as unknown as Inside;
  inside.onmessage = ({ data }) => heard(data, (reply, over) => inside.postMessage(reply, over));
}
