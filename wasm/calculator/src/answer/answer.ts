import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Outcome } from "../engine.js";
import type { Words } from "../words/index.js";

@customElement("osteon-answer")
export class OsteonAnswer extends LitElement {
  @property({ attribute: false }) outcome: Outcome | undefined;
  @property({ attribute: false }) words!: Words;
  override render(): unknown {
    if (!this.outcome) return html`<p>${this.words.answer.waiting}</p>`;
    return html`<pre>${JSON.stringify(this.outcome).slice(0, 500)}</pre>`;
  }
}
