import type { Fault } from "./faults.js";
import { fieldName } from "./fields.js";
import type { Model, Problem } from "./model.js";
import { capital } from "./text.js";
import { WORDS, type Language } from "./words/index.js";

/** What has to be put right, with the name of its field. */
export function inWords(faults: readonly Fault[], { patient }: Model, lang: Language): Problem[] {
  const { unread, unreadDay, later } = WORDS[lang].answer;
  return faults.map(({ path, why, text }) => {
    const field = capital(fieldName(path, patient, lang));
    return { path, says: why === "unread" ? unread(field, text) : why === "day" ? unreadDay(field) : later(field) };
  });
}
