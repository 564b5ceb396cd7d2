/**
 * Osteon, the open fracture-risk engine, as WebAssembly.
 *
 * ```js
 * import { init, assess } from "osteon";
 * await init();
 * const { diagnosis, triage } = assess({ sex: "female", age_years: 67, scans: [{ manufacturer: "hologic",
 *   regions: [{ region: "femoral_neck", bmd_g_cm2: 0.558 }] }] });
 * ```
 *
 * @module
 */

import { load, type EngineSource } from "./load.js";

export * from "./api.js";

/**
 * Loads the engine, once; every further call awaits the same.
 *
 * Without a source it is the file `osteon_bg.wasm` that lies beside this module: in Node it is read, elsewhere fetched.
 *
 * @throws {TypeError} what fetching or compiling throws; the next call tries again.
 */
export function init(source?: EngineSource | Promise<EngineSource>): Promise<void> {
  return load(source ?? beside);
}

/** The file beside this module. The address stands in one expression, so that bundlers see it. */
async function beside(): Promise<EngineSource> {
  const address = new URL("./engine/osteon_bg.wasm", import.meta.url);
  if (address.protocol !== "file:" || typeof process === "undefined" || !process.versions?.node) return address;
  const name = "node:fs/promises";
  const { readFile } = (await import(
    /* @vite-ignore */ /* webpackIgnore: true */ name
  )) as typeof import("node:fs/promises");
  return readFile(address);
}
