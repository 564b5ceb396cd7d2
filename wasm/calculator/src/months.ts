/** Months from a month, typed as 5/2024 or 2024-05, to that of a day: below zero where it is a later one; none where it is no month. */
export function monthsBetween(typed: string, day: string): number | undefined {
  const text = typed.trim();
  const [, year, month] = /^(\d{4})[-/. ](\d{1,2})$/u.exec(text) ?? [];
  const [, monthFirst, yearLast] = /^(\d{1,2})[-/. ](\d{4})$/u.exec(text) ?? [];
  const [y, m] = [Number(year ?? yearLast), Number(month ?? monthFirst)];
  if (!(m >= 1 && m <= 12)) return undefined;
  const months = (Number(day.slice(0, 4)) - y) * 12 + Number(day.slice(5, 7)) - m;
  return months <= 1440 ? months : undefined;
}

/** The month so many months before that of a day, as 05/2024. */
export function monthBefore(months: number, day: string): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - Math.round(months);
  return `${String((count % 12) + 1).padStart(2, "0")}/${Math.floor(count / 12)}`;
}

/** Whether a value is a day as documents write it. */
export function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}

/** The day of here, not of Greenwich. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day in words. */
export function dayInWords(day: string, lang: string): string {
  const written = new Date(`${day}T12:00:00`).toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
  return lang === "fr" ? written.replace(/^1 /u, "1er ") : written;
}
