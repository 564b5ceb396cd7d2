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

/** Compiled while it is unpacked. */
async function unpacked(): Promise<Response> {
  const bytes = new Blob([decoded(gzipped)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}

/** The bytes of a base64 text; browsers have a function for it since 2025. */
function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
