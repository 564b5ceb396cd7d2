import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Model } from "../model.js";
import type { Words } from "../words/index.js";

@customElement("osteon-form")
export class OsteonForm extends LitElement {
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) words!: Words;
  override render(): unknown {
    return html`<h2>${this.words.form.title}</h2>`;
  }
}
