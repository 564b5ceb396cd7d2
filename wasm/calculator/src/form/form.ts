import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { faults } from "../faults.js";
import type { Model, Problem } from "../model.js";
import { controls } from "../style/controls.js";
import { tokens } from "../style/tokens.js";
import { languageOf, type Words } from "../words/index.js";
import { bloods } from "./bloods.js";
import { dxa } from "./dxa.js";
import { formStyle } from "./form_style.js";
import { fractures } from "./fractures.js";
import { frax } from "./frax.js";
import { history } from "./history.js";
import { lineStyle } from "./line_style.js";
import { person } from "./person.js";
import { questionStyle } from "./question_style.js";
import { riskFactors } from "./risk_factors.js";
import { skeletonStyle } from "./skeleton_style.js";
import { treatments } from "./treatments.js";
import { Typing, placeOf, saysOf, type View } from "./view.js";

/** The form: it draws the model, and writes what is entered into it. */
@customElement("osteon-form")
export class OsteonForm extends LitElement {
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) words!: Words;
  /** What the engine refuses, to be shown at its fields. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  @property() override lang = "en";

  static override styles = [tokens, controls, formStyle, questionStyle, lineStyle, skeletonStyle];

  readonly #typing = new Typing((isPending) => this.#told(isPending));
  #wrong: ReadonlyMap<string, string> = new Map();
  readonly #choices = new Map<string, string>();
  #focusSoon: string | undefined;
  #listening: Model | undefined;

  /** Opens what hides the field of a path of the document, and focuses it; the nearest that there is. */
  focusField(path: string): boolean {
    const field = this.#find(path);
    if (!field) return false;
    for (let at: Element | null = field; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    const target =
      field.getAttribute("role") === "radiogroup"
        ? (field.querySelector<HTMLElement>("input:checked") ?? field.querySelector<HTMLElement>("input"))
        : field instanceof HTMLDetailsElement
          ? field.querySelector<HTMLElement>("summary")
          : field;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "center" });
    return true;
  }

  /** Counts what is being typed: nobody waits until the field is left. */
  endTyping(): void {
    this.#typing.end();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Where it was moved in the page it listens again.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  override willUpdate(): void {
    this.#listen(this.model);
    const { unread, unreadDay, later } = this.words.form;
    const says = { unread, day: unreadDay, later };
    this.#wrong = new Map(faults(this.model).map(({ path, why }) => [path, says[why]]));
  }

  override updated(): void {
    const path = this.#focusSoon;
    this.#focusSoon = undefined;
    // What is wrong must be in sight.
    for (const wrong of this.renderRoot.querySelectorAll("details:not([open]) .error")) {
      for (let at = wrong.closest("details"); at; at = at.parentElement?.closest("details") ?? null) at.open = true;
    }
    if (path !== undefined) void this.updateComplete.then(() => this.focusField(path));
  }

  override render(): unknown {
    const view = this.#view();
    return html`${this.#unplaced(view)} ${person(view)} ${dxa(view)} ${fractures(view)} ${riskFactors(view)} ${frax(view)}
    ${bloods(view)} ${treatments(view)} ${history(view)}`;
  }

  readonly #redraw = (): void => this.requestUpdate();

  /** Tells that something is typed which does not count yet, or counts now: an event `osteon-typing`. */
  #told(isPending: boolean): void {
    this.dispatchEvent(new CustomEvent("osteon-typing", { detail: isPending, bubbles: true, composed: true }));
  }

  /** Forgets what was chosen for, or typed into, the document before. */
  readonly #beginAnew = (): void => {
    this.#choices.clear();
    this.#typing.drop();
  };

  #listen(model: Model | undefined): void {
    if (model === this.#listening) return;
    this.#listening?.removeEventListener("change", this.#redraw);
    this.#listening?.removeEventListener("load", this.#beginAnew);
    this.#listening = model;
    model?.addEventListener("change", this.#redraw);
    model?.addEventListener("load", this.#beginAnew);
  }

  #view(): View {
    const { model, words } = this;
    return {
      model,
      words: words.form,
      lang: languageOf(this.lang),
      typing: this.#typing,
      choices: this.#choices,
      problemAt: (path) => this.#problemAt(path),
      redraw: this.#redraw,
      focusSoon: (path) => {
        this.#focusSoon = path;
        this.requestUpdate();
      },
    };
  }

  #problemAt(path: string): string | undefined {
    const wrong = this.#wrong.get(path);
    if (wrong !== undefined) return wrong;
    const problem = this.problems.find((one) => placeOf(one) === path);
    return problem && saysOf(problem);
  }

  /** The element of a path, of a path that a field answers for too, or of what the path is in. */
  #find(path: string): HTMLElement | undefined {
    const root = this.renderRoot;
    for (let at = this.#ofLab(path); at !== ""; at = at.replace(/(^|[.[])[^.[]*$/u, "")) {
      const quoted = CSS.escape(at);
      const found = root.querySelector<HTMLElement>(`#${quoted}, [data-also~="${quoted}"]`);
      if (found) return found;
    }
    return undefined;
  }

  /** The field of an analyte, which rules name `labs.tsh`, wherever its result is in the list. */
  #ofLab(path: string): string {
    const analyte = /^labs\.(\w+)$/u.exec(path)?.[1];
    if (analyte === undefined) return path;
    const index = (this.model.patient.labs ?? []).findIndex((lab) => lab.analyte === analyte);
    return index < 0 ? `${path}.value` : `labs[${index}].value`;
  }

  /** Problems without a field of their own. */
  #unplaced(view: View): unknown {
    const lost = this.problems.filter((problem) => placeOf(problem) === "");
    if (lost.length === 0) return nothing;
    return html`<div class="note bad" role="alert">
      <p>${view.words.problems}</p>
      <ul>
        ${lost.map((problem) => html`<li>${problem.says}</li>`)}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "osteon-form": OsteonForm;
  }
}
