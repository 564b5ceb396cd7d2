import type { Patient } from "osteon/embedded";
import { refusals, type Refused } from "./engine.js";
import type { Language } from "./words/index.js";

/** What a document carries to say what it is. */
const SCHEMA = "osteon/patient/1";
const MARK = "#osteon=";
/** Far more than any person needs. */
const MOST_BYTES = 256 * 1024;
/** The same of the scans, the fractures, the results, the treatments, and of any other list: each is drawn. */
const MOST_ENTRIES = 100;
/** And of all entries together. */
const MOST_IN_ALL = 1000;
/** More than any part of a document lies deep. */
const MOST_DEPTH = 32;

/** Why something was not restored: a sentence of `words.tools`, and what the engine said. */
export interface NotRestored {
  why: "tooLarge" | "notJson" | "notOurs" | "tooMany" | "badLink" | "notTaken";
  says: string[];
}

/** A document to restore, or why there is none. */
export type Restored = { patient: Patient } | NotRestored;

/** Refusals that mean another kind of document; a wrong value is for the form to show. */
const FOREIGN: readonly Refused["code"][] = ["syntax", "unknown_key", "wrong_type", "unknown_id"];

/** The document as it is saved: it says what it is. */
export function written(patient: Patient): string {
  return `${JSON.stringify({ ...patient, schema: SCHEMA }, null, 2)}\n`;
}

/** Densities in mg/cm2 in the unit of the form, which could neither show nor change them otherwise. */
function inGrams({ scans }: Patient): void {
  for (const scan of Array.isArray(scans) ? scans : []) {
    for (const region of Array.isArray(scan?.regions) ? scan.regions : []) {
      const mg = region?.bmd_mg_cm2;
      if (typeof mg !== "number" || region.bmd_g_cm2 != null) continue;
      region.bmd_g_cm2 = Number((mg / 1000).toFixed(6));
      delete region.bmd_mg_cm2;
    }
  }
}

/** Reads a saved document. */
export function read(text: string, lang: Language): Restored {
  if (text.length > MOST_BYTES) return { why: "tooLarge", says: [] };
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return { why: "notJson", says: [] };
  }
  if (deeper(found, MOST_DEPTH)) return { why: "notJson", says: [] };
  if (found === null || typeof found !== "object" || Array.isArray(found)) return { why: "notOurs", says: [] };
  const { schema = SCHEMA, ...patient } = found as Patient;
  if (schema !== null && schema !== SCHEMA) return { why: "notOurs", says: [] };
  if (tooMany(patient)) return { why: "tooMany", says: [] };
  inGrams(patient);
  const foreign = refusals(patient, lang).filter(({ code, path }) => FOREIGN.includes(code) || path.includes(".precision_g_cm2"));
  if (foreign.length > 0) return { why: "notTaken", says: foreign.map(({ named }) => named) };
  return { patient };
}

/** Whether a value lies deeper than so many levels: the engine's reader would give up in its own words. */
function deeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== "object") return false;
  return levels === 0 || Object.values(value).some((inner) => deeper(inner, levels - 1));
}

function tooMany(patient: Patient): boolean {
  let entries = 0;
  const longList = (value: unknown): boolean => {
    if (value === null || typeof value !== "object") return false;
    if (Array.isArray(value)) {
      entries += value.length;
      if (value.length > MOST_ENTRIES || entries > MOST_IN_ALL) return true;
    }
    return Object.values(value).some(longList);
  };
  return longList(patient);
}

/** Reads a file that was picked. */
export async function readFile(file: File, lang: Language): Promise<Restored> {
  if (file.size > MOST_BYTES) return { why: "tooLarge", says: [] };
  return read(await file.text(), lang);
}

/** The address of this page with the document in its fragment, which no browser sends anywhere. */
export function linkTo(patient: Patient): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...patient, schema: SCHEMA }));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const base64url = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
  return `${location.href.replace(/#.*$/su, "")}${MARK}${base64url}`;
}

/** What the address of the page holds; nothing where it holds no document. */
export function fromAddress(lang: Language): Restored | undefined {
  if (!location.hash.startsWith(MARK)) return undefined;
  try {
    const base64 = location.hash.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const restored = read(new TextDecoder("utf-8", { fatal: true }).decode(bytes), lang);
    return "why" in restored && restored.why === "notJson" ? { why: "badLink", says: [] } : restored;
  } catch {
    return { why: "badLink", says: [] };
  }
}

/** Takes the document out of the address. */
export function clearAddress(): void {
  if (location.hash.startsWith(MARK)) history.replaceState(history.state, "", location.pathname + location.search);
}
