import type { Language } from "../words/index.js";

/**
 * Reads a number as people type it: comma or point, any minus sign, blanks between thousands.
 *
 * In English 1,200 may be twelve hundred as well as 1.2: it is neither.
 */
export function read(text: string, lang: Language): number | undefined {
  const plain = text.trim().replace(/^([+-]|\u2212|\u2013)\s*/u, (sign) => (sign.startsWith("+") ? "" : "-"));
  if (lang === "en" && /^-?[1-9]\d{0,2}(,\d{3})+(\.|$)/u.test(plain)) return undefined;
  const joined = /^-?\d{1,3}(\s\d{3})+([.,]\d*)?$/u.test(plain) ? plain.replace(/\s/gu, "") : plain;
  const value = /^-?(\d+[.,]?\d*|[.,]\d+)$/u.test(joined) ? Number(joined.replace(",", ".")) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A number with the decimal sign of the language. */
export function write(value: number, lang: Language): string {
  return lang === "fr" ? String(value).replace(".", ",") : String(value);
}
