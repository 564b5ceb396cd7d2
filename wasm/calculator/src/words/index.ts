import { en } from "./en.js";
import { fr } from "./fr.js";

/** The words of the page itself; those of the answer, and the names of fields, are the engine's. */
export type Words = typeof en;

export type Language = "en" | "fr";

/** The words of a language; a test holds both to the same keys. */
export const WORDS: Record<Language, Words> = { en, fr };

/** The language of a code such as `fr-FR`; English where there is none. */
export function languageOf(code: string | null | undefined): Language {
  return code?.toLowerCase().startsWith("fr") ? "fr" : "en";
}
