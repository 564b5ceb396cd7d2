import { html, nothing, type TemplateResult } from "lit";
import type { Patient } from "osteon/embedded";
import type { Words } from "./words/index.js";

type ToolWords = Words["tools"];

/** A way on from a notice. */
export interface Act {
  label: (words: ToolWords) => string;
  run: () => void;
}

/** What just happened to the inputs, and the way back. */
export interface Notice {
  kind: "info" | "warn";
  says: (words: ToolWords) => string;
  list?: string[];
  /** The document that it speaks of; once that is edited, it is over. */
  of?: Patient;
  acts?: readonly Act[];
}

/** The notice, until it is closed. */
export function drawNotice(
  { kind, says, list = [], acts = [] }: Notice,
  words: ToolWords,
  close: () => void,
): TemplateResult {
  const items = list.map((text) => html`<li>${text}</li>`);
  return html`<div class="note notice ${kind}">
    <div>
      <p>${says(words)}</p>
      ${items.length > 0 ? html`<ul>${items}</ul>` : nothing}
    </div>
    ${acts.map(({ label, run }) => html`<button type="button" @click=${run}>${label(words)}</button>`)}
    <button type="button" class="quiet" @click=${close}>${words.close}</button>
  </div>`;
}
