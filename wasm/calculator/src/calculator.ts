import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { answer, load, type Outcome } from "./engine.js";
import { Model } from "./model.js";
import { scheme, tokens } from "./style/tokens.js";
import { WORDS, languageOf, type Language } from "./words/index.js";
import "./form/form.js";
import "./answer/answer.js";

/**
 * The calculator: `<osteon-calculator lang="fr" country="FR"></osteon-calculator>`.
 *
 * Nothing that is entered leaves the page: it has no network of its own, and keeps nothing.
 */
@customElement("osteon-calculator")
export class OsteonCalculator extends LitElement {
  /** ISO code of the country whose guidelines come first. */
  @property() country = "";
  /** `en` or `fr`. */
  @property({ reflect: true }) override lang = "en";

  readonly model = new Model();

  @state() private outcome: Outcome | undefined;
  @state() private loaded = false;

  static override styles = [
    tokens,
    scheme,
    css`
      :host {
        display: block;
      }
    `,
  ];

  private get language(): Language {
    return languageOf(this.lang);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (Object.keys(this.model.patient).length === 0) this.model.load(Model.blank(this.country));
    this.model.addEventListener("change", this.#changed);
    void load().then(() => {
      this.loaded = true;
      this.#changed();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.model.removeEventListener("change", this.#changed);
  }

  readonly #changed = (): void => {
    const { sex, age_years: age, birth_date: born } = this.model.patient;
    const ready = this.loaded && sex != null && (age ?? born) != null && this.model.unread.length === 0;
    this.outcome = ready ? answer(this.model.patient, this.language) : undefined;
    this.requestUpdate();
  };

  override render(): unknown {
    if (!this.loaded) return nothing;
    const words = WORDS[this.language];
    return html`<osteon-form
        .model=${this.model}
        .words=${words}
        .problems=${this.outcome && "problems" in this.outcome ? this.outcome.problems : []}
        lang=${this.language}
      ></osteon-form>
      <osteon-answer .outcome=${this.outcome} .words=${words} lang=${this.language}></osteon-answer>`;
  }
}
