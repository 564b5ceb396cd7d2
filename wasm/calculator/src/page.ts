import { LitElement, html, nothing, svg } from "lit";
import { customElement, state } from "lit/decorators.js";
import { offline, type Offline } from "./offline.js";
import { controls } from "./style/controls.js";
import { pageStyle } from "./style/page.js";
import { scheme, tokens } from "./style/tokens.js";
import { WORDS, languageOf, type Language } from "./words/index.js";
import "./calculator.js";

const asked = new URLSearchParams(location.search);

/** What stands around the calculator on a page of its own: `?lang=fr&country=FR`. */
@customElement("osteon-page")
export class OsteonPage extends LitElement {
  @state() private language: Language = languageOf(asked.get("lang") ?? navigator.language);
  @state() private kept: Offline = "no";
  readonly #country = /^[a-z]{2}$/iu.exec(asked.get("country") ?? "")?.[0].toUpperCase() ?? "";

  static override styles = [tokens, scheme, controls, pageStyle];

  override connectedCallback(): void {
    super.connectedCallback();
    offline((kept) => (this.kept = kept));
    this.addEventListener("osteon-language", (event) => (this.language = (event as CustomEvent<Language>).detail));
  }

  override willUpdate(): void {
    document.documentElement.lang = this.language;
    document.title = WORDS[this.language].page.title;
    const calculator = this.querySelector("osteon-calculator");
    calculator?.setAttribute("lang", this.language);
    if (this.#country !== "") calculator?.setAttribute("country", this.#country);
  }

  override render(): unknown {
    const words = WORDS[this.language].page;
    const part = (title: string, text: string) =>
      html`<div>
        <h3>${title}</h3>
        <p>${text}</p>
      </div>`;
    return html`<header>
        <div class="brand">
          ${MARK}
          <div>
            <h1>${words.name}</h1>
            <p>${words.purpose}</p>
          </div>
        </div>
        <aside class="intended" aria-label=${words.noticeLabel}>
          <p>${words.notice}</p>
          <details>
            <summary>${words.noticeMore}</summary>
            <div class="columns">
              ${part(words.forWhom, words.forWhomText)} ${part(words.forWhat, words.forWhatText)}
              ${part(words.isNot, words.isNotText)}
            </div>
          </details>
        </aside>
      </header>
      <main>
        <slot></slot>
      </main>
      <footer>
        <p>${words.footer}</p>
        <p role="status">${this.#offline()}</p>
      </footer>`;
  }

  #offline(): unknown {
    const words = WORDS[this.language].page;
    if (this.kept === "no") return nothing;
    if (this.kept === "ready") return words.offline;
    return html`${words.newVersion} <button type="button" @click=${() => location.reload()}>${words.reload}</button>`;
  }
}

/** The unit of compact bone, in which rings of it lie about a canal. */
const MARK = html`<svg class="mark" viewBox="0 0 64 64" aria-hidden="true">
  ${svg`<circle cx="32" cy="32" r="6"/><circle cx="32" cy="32" r="15" stroke-dasharray="17 6.5"/><circle cx="32" cy="32" r="25" stroke-dasharray="28 7"/>`}
</svg>`;
