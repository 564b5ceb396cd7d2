import { names, type Patient } from "osteon/embedded";
import { WORDS, type Language } from "./words/index.js";

/** Which key of a list entry says what it is, and the kind of its name. */
const ENTRIES: Record<string, [key: string, kind: string]> = {
  regions: ["region", "region"],
  fractures: ["site", "site"],
  labs: ["analyte", "test"],
  treatments: ["drug", "drug"],
};

/** A field as people call it, with the entry that it belongs to: `BMD, femoral neck`. */
export function fieldName(path: string, patient: Patient, lang: Language): string {
  const plain = path.replace(/\[\d+\]/gu, "");
  const own: Record<string, string> = WORDS[lang].answer.fields;
  const name = own[plain] ?? names(lang, "field", [plain])[0] ?? plain;
  const entry = entryName(path, patient, lang);
  return entry ? `${name}, ${entry}` : name;
}

/** What the innermost list entry on the way to a field is. */
function entryName(path: string, patient: Patient, lang: Language): string | undefined {
  let at: unknown = patient;
  let list = "";
  let found: string | undefined;
  for (const key of path.split(/[.[\]]+/u).filter(Boolean)) {
    if (at === null || typeof at !== "object") return found;
    at = (at as Record<string, unknown>)[key];
    const known = ENTRIES[list];
    if (/^\d+$/u.test(key) && known) {
      const id = (at as Record<string, unknown> | null | undefined)?.[known[0]];
      found = typeof id === "string" ? names(lang, known[1], [id])[0] : undefined;
    }
    list = key;
  }
  return found;
}
