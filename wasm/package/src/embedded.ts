/**
 * The engine inside a module, for pages that may load nothing beside their scripts: `await init(embedded())`.
 *
 * @module
 */

import gzipped from "./engine/gzipped.js";

/** The bytes of the engine. Unpacked anew by each call. */
export async function embedded(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(gzipped), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}
