/**
 * The same with the engine inside, for pages that may load nothing beside their scripts, and for one file to hand over.
 *
 * ```js
 * import { init, assess } from "osteon/embedded";
 * await init();
 * ```
 *
 * @module
 */

import gzipped from "./engine/gzipped.js";
import workerText from "./engine/worker_text.js";
import { load } from "./load.js";
import { keepScript } from "./worker_script.js";

export * from "./api.js";

/** Unpacks and loads the engine, once; every further call awaits the same. */
export function init(): Promise<void> {
  keepScript(workerText);
  return load(unpacked);
}

async function unpacked(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(gzipped), (character) => character.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes).arrayBuffer();
}
