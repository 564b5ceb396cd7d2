import { html, nothing, type TemplateResult } from "lit";
import type { Patient } from "osteon/embedded";
import type { Words } from "./words/index.js";

type ToolWords = Words["tools"];

/** What just happened to the inputs, and the way back. */
export interface Notice {
  kind: "info" | "warn";
  says: (words: ToolWords) => string;
  list?: string[];
  /** The document that it speaks of; once that is edited, it is over. */
  of?: Patient;
  act?: { label: (words: ToolWords) => string; run: () => void };
}

/** The notice, until it is closed. */
export function drawNotice(
  { kind, says, list = [], act }: Notice,
  words: ToolWords,
  close: () => void,
): TemplateResult {
  const items = list.map((text) => html`<li>${text}</li>`);
  return html`<div class="note notice ${kind}">
    <div>
      <p>${says(words)}</p>
      ${items.length > 0 ? html`<ul>${items}</ul>` : nothing}
    </div>
    ${act ? html`<button type="button" @click=${act.run}>${act.label(words)}</button>` : nothing}
    <button type="button" class="quiet" @click=${close}>${words.close}</button>
  </div>`;
}
