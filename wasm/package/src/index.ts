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

export * from "./documents.js";
export { OsteonError, type ErrorCode } from "./errors.js";
export { init, initSync, isLoaded, engineModule, type EngineSource } from "./load.js";
export { assess, assessJson, explain, report, reportText, tell, Engine, type Settings, type Said } from "./assess.js";
export { names, refusalInWords, versions, LANGUAGES, type Language, type NameKind } from "./words.js";
export {
  qfracture,
  references,
  tScores,
  type Qfracture,
  type QfractureFactor,
  type QfractureColumns,
  type Reference,
} from "./columns.js";
