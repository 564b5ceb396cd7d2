import { html, nothing, type TemplateResult } from "lit";
import { allAsked, threeState } from "./choices.js";
import { number } from "./fields.js";
import { HISTORY_GROUPS } from "./risk_keys.js";
import { suits } from "./risk_factors.js";
import { countOf, folded } from "./section.js";
import type { View } from "./view.js";

const at = (key: string) => `history.${key}`;
const SINCE = "months_since_myocardial_infarction_or_stroke";

/** What rules a drug or a measurement in or out. */
export function history(view: View): TemplateResult {
  const { words: w } = view;
  const names = Object.keys(HISTORY_GROUPS) as (keyof typeof HISTORY_GROUPS)[];
  const all = names.flatMap((name) => HISTORY_GROUPS[name].map(at));
  const groups = names.map((name) => {
    const keys = HISTORY_GROUPS[name].filter((key) => suits(view, at(key), key) && asks(view, key));
    if (keys.length === 0) return nothing;
    return html`<h3>${w.history.groups[name]}</h3>
      <div class="questions">
        ${keys.map((key) => (key === SINCE ? number(view, at(key)) : threeState(view, at(key))))}
      </div>`;
  });
  return folded(view, "history", countOf(view, all), html`${allAsked(view, "history", w.history.all)} ${groups}`);
}

function asks(view: View, key: string): boolean {
  return key !== SINCE || view.model.get(at("myocardial_infarction_or_stroke")) === true || countOf(view, [at(SINCE)]) > 0;
}
