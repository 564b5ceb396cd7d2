import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Outcome } from "../engine.js";
import type { Problem } from "../model.js";
import { controls } from "../style/controls.js";
import { languageOf, type Words } from "../words/index.js";
import { guidelines } from "./guidelines.js";
import { headline, inShort } from "./headline.js";
import { icon } from "./icons.js";
import { drugs, missing, next, risks, scores } from "./parts.js";
import { sourceList } from "./pieces.js";
import { piecesStyle } from "./pieces_style.js";
import { answerStyle } from "./style.js";
import { blocksOf, sections, type Said, type View } from "./view.js";

/** How long typing must rest before the answer is said aloud. */
const QUIET_MS = 800;

/** The answer beside the form. All that is clinical in it is the engine's own words. */
@customElement("osteon-answer")
export class OsteonAnswer extends LitElement {
  /** What the engine said; nothing while too little is known, or something cannot be read. */
  @property({ attribute: false }) outcome: Outcome | undefined;
  /** What was typed where it is no value. */
  @property({ attribute: false }) unread: readonly Problem[] = [];
  @property({ attribute: false }) words!: Words;

  /** The parts that are unfolded. */
  @state() private unfolded: ReadonlySet<string> = new Set();
  /** What is said aloud. */
  @state() private aloud = "";
  #waits: ReturnType<typeof setTimeout> | undefined;

  static override styles = [controls, answerStyle, piecesStyle];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#waits);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("outcome") && !changed.has("unread") && !changed.has("words")) return;
    clearTimeout(this.#waits);
    this.#waits = setTimeout(() => (this.aloud = this.#summary()), QUIET_MS);
  }

  #summary(): string {
    const words = this.words.answer;
    const problems = this.#problems();
    if (problems.length > 0) return words.summaryProblems(problems.length);
    if (!this.outcome || !("said" in this.outcome)) return "";
    const { diagnosis, priority } = inShort(this.outcome);
    return words.summary(diagnosis, priority);
  }

  #problems(): readonly Problem[] {
    if (this.unread.length > 0 || !this.outcome || !("problems" in this.outcome)) return this.unread;
    return this.outcome.problems.map(({ path, named }) => ({ path, says: named }));
  }

  readonly #fold = (key: string, summary: unknown, content: () => unknown, kind = ""): TemplateResult => {
    const open = this.unfolded.has(key);
    const toggled = (event: Event) => {
      const now = (event.currentTarget as HTMLDetailsElement).open;
      if (now === this.unfolded.has(key)) return;
      const unfolded = new Set(this.unfolded);
      if (now) unfolded.add(key);
      else unfolded.delete(key);
      this.unfolded = unfolded;
    };
    return html`<details class=${kind || nothing} .open=${open} @toggle=${toggled}>
      <summary><span>${summary}</span></summary>
      <div class="inside">${open ? content() : nothing}</div>
    </details>`;
  };

  readonly #askRules = (guideline: string): void => {
    this.dispatchEvent(new CustomEvent("osteon-rules", { detail: guideline, bubbles: true, composed: true }));
  };

  readonly #toField = (path: string): void => {
    this.dispatchEvent(new CustomEvent("osteon-focus", { detail: path, bubbles: true, composed: true }));
  };

  readonly #toSource = async (id: string): Promise<void> => {
    this.unfolded = new Set([...this.unfolded, "citations"]);
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(`#source-${CSS.escape(id)}`);
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  };

  override render(): unknown {
    const words = this.words.answer;
    return html`<h2 tabindex="-1">${words.title}</h2>
      <p class="visually-hidden" aria-live="polite">${this.aloud}</p>
      ${this.#body()}`;
  }

  #body(): unknown {
    const words = this.words.answer;
    const problems = this.#problems();
    if (problems.length > 0) return this.#toMend(problems);
    if (!this.outcome || !("said" in this.outcome)) {
      return html`<div class="card waiting">
        <p class="large">${words.waiting}</p>
        <p class="hint">${words.waitingMore}</p>
      </div>`;
    }
    return this.#answer(this.outcome.said);
  }

  #toMend(problems: readonly Problem[]): TemplateResult {
    const words = this.words.answer;
    return html`<div class="banner tone-warn">
      ${icon("warn")}
      <div>
        <h3>${words.problems}</h3>
        <ul class="problems">
          ${problems.map(
            ({ path, says }) =>
              html`<li>${path ? html`<button class="quiet" @click=${() => this.#toField(path)}>${says}</button>` : says}</li>`,
          )}
        </ul>
        <p class="aside">${words.problemsMore}</p>
      </div>
    </div>`;
  }

  #answer(said: Said): TemplateResult {
    const words = this.words.answer;
    const sources = blocksOf(sections(said, "rest", "sources")).flatMap((block) =>
      block.kind === "sources" ? block.holds : [],
    );
    const view: View = {
      said,
      words,
      lang: languageOf(this.lang),
      numbers: new Map(sources.map(([id], at) => [id, at + 1])),
      fold: this.#fold,
      askRules: this.#askRules,
      toField: this.#toField,
      toSource: (id) => void this.#toSource(id),
    };
    const part = (title: string, body: unknown) => html`<section class="card"><h3>${title}</h3>${body}</section>`;
    return html`${headline(view)} ${part(words.scores, scores(view))} ${part(words.guidelines, guidelines(view))}
    ${part(words.risk, risks(view))} ${part(words.missing, missing(view))} ${part(words.drugs, drugs(view))}
    ${part(words.next, next(view))}
    ${part(
      words.citations,
      html`${view.fold("citations", words.sources(sources.length), () => sourceList(sources))}
        ${said.told.report.foot.map((text) => html`<p class="hint">${text}</p>`)}`,
    )}`;
  }
}
