/**
 * What every entry of the package has; they differ in where they take the engine from.
 *
 * @module
 */

export * from "./documents.js";
export { OsteonError, type ErrorCode } from "./errors.js";
export { initSync, isLoaded, engineModule, type EngineModule, type EngineSource } from "./load.js";
export { OUTPUT_WORDS, type CallerReference, type Output, type Settings } from "./settings.js";
export { assess, assessJson, explain, report, reportText, tell, Engine, type Said } from "./assess.js";
export { names, refusalInWords, versions, LANGUAGES, type Language, type NameKind } from "./words.js";
export {
  qfracture,
  qfractureFactors,
  references,
  tScores,
  type Qfracture,
  type QfractureFactor,
  type QfractureColumns,
  type Reference,
} from "./columns.js";
