import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icon } from "./answer/icons.js";
import { controls } from "./style/controls.js";
import type { Words } from "./words/index.js";

/** Shows the link that restores the inputs, and warns of it before it is copied. */
@customElement("osteon-link-dialog")
export class OsteonLinkDialog extends LitElement {
  @property({ attribute: false }) words!: Words["tools"];
  @state() private link = "";
  @state() private said = "";
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("textarea") private readonly field!: HTMLTextAreaElement;

  static override styles = [
    controls,
    css`
      dialog {
        inline-size: min(34rem, calc(100vw - 32px));
        padding: 20px;
        color: var(--osteon-ink);
        background: var(--osteon-card);
        border: 1px solid var(--osteon-line);
        border-radius: var(--osteon-radius);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      .stack {
        display: grid;
        gap: var(--osteon-gap);
      }
      .note {
        display: flex;
        gap: 10px;
        font-size: 14px;
      }
      .icon {
        flex: none;
        inline-size: 22px;
        block-size: 22px;
        fill: none;
        stroke: var(--osteon-warn);
        stroke-width: 1.8;
        stroke-linejoin: round;
      }
      label {
        display: block;
        margin-block-end: 4px;
        font-weight: 600;
      }
      textarea {
        resize: vertical;
        font-size: var(--osteon-size-small);
        overflow-wrap: anywhere;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--osteon-gap-small);
        align-items: center;
        justify-content: flex-end;
      }
      .row p {
        flex: 1;
      }
    `,
  ];

  /** Opens with a link. */
  async show(link: string): Promise<void> {
    this.link = link;
    this.said = "";
    await this.updateComplete;
    this.dialog.showModal();
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.link);
      this.said = this.words.copied;
    } catch {
      this.field.select();
      this.said = this.words.copyBySelf;
    }
  };

  readonly #closed = (): void => {
    this.link = "";
  };

  override render(): unknown {
    const words = this.words;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <div class="stack">
        <h2 id="title">${words.linkTitle}</h2>
        <div class="note warn">${icon("warn")}<span id="warning">${words.linkWarning}</span></div>
        <div>
          <label for="link">${words.linkField}</label>
          <textarea id="link" readonly rows="4" aria-describedby="warning" .value=${this.link}></textarea>
        </div>
        <div class="row">
          <p role="status">${this.said || nothing}</p>
          <button type="button" @click=${() => this.dialog.close()}>${words.close}</button>
          <button type="button" class="primary" @click=${this.#copy}>${words.copy}</button>
        </div>
      </div>
    </dialog>`;
  }
}
