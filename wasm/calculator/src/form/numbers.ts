import type { Language } from "../words/index.js";

/** Reads a number as people type it: comma or point, any minus sign, blanks between digits. */
export function read(text: string): number | undefined {
  const plain = text.replace(/[\s\u00A0\u202F]/gu, "").replace(/[\u2212\u2013]/u, "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/u.test(plain) ? Number(plain) : undefined;
}

/** A number with the decimal sign of the language. */
export function write(value: number, lang: Language): string {
  return lang === "fr" ? String(value).replace(".", ",") : String(value);
}
