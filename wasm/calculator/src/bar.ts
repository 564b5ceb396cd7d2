import { html, type TemplateResult } from "lit";
import { inShort } from "./answer/headline.js";
import type { Outcome } from "./engine.js";
import type { Words } from "./words/index.js";

/** On a phone: what the answer is, while it is out of sight. */
export function bar(words: Words["answer"], outcome: Outcome | undefined, problems: number, pending: boolean, jump: () => void): TemplateResult {
  const { diagnosis, priority } =
    outcome && "said" in outcome
      ? inShort(outcome)
      : { diagnosis: words.problems, priority: words.summaryProblems(problems) };
  return html`<button type="button" class="bar" aria-busy=${pending ? "true" : "false"} @click=${jump}>
    ${pending ? html`<span>${words.updating}</span>` : html`<span><b>${diagnosis}</b><small>${priority}</small></span>`}
    <span class="visually-hidden">${words.jump}</span>
    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 8 5 5 5-5" /></svg>
  </button>`;
}
