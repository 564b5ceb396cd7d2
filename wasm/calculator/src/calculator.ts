import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Patient } from "osteon/embedded";
import { inShort } from "./answer/headline.js";
import { answer, answerable, load, warmUp, type Outcome } from "./engine.js";
import { example } from "./example.js";
import { fieldName } from "./fields.js";
import { UNREAD_DAY } from "./form/view.js";
import { Model, type Problem } from "./model.js";
import { drawNotice, type Notice } from "./notice.js";
import { clearAddress, fromAddress, linkTo, readFile, written, type Restored } from "./restore.js";
import { controls } from "./style/controls.js";
import { frame } from "./style/frame.js";
import { scheme, tokens } from "./style/tokens.js";
import { capital } from "./text.js";
import { toolbar, type Actions } from "./toolbar.js";
import { WORDS, languageOf, type Language, type Words } from "./words/index.js";
import type { OsteonAnswer } from "./answer/answer.js";
import type { OsteonForm } from "./form/form.js";
import type { OsteonLinkDialog } from "./link_dialog.js";
import "./form/form.js";
import "./answer/answer.js";
import "./link_dialog.js";
import "./print.js";

/** One empty list, so that the form sees no change where there is none. */
const NONE: readonly Problem[] = [];

/**
 * The calculator: `<osteon-calculator lang="fr" country="FR"></osteon-calculator>`.
 *
 * Nothing that is entered leaves the page: it has no network of its own, and keeps nothing. A change of language is
 * told by an event `osteon-language`.
 */
@customElement("osteon-calculator")
export class OsteonCalculator extends LitElement {
  /** ISO code of the country whose guidelines come first. */
  @property() country = "";
  /** `en` or `fr`. */
  @property({ reflect: true }) override lang = "en";

  readonly model = new Model();

  @state() private outcome: Outcome | undefined;
  @state() private unread: readonly Problem[] = [];
  @state() private engine: "loading" | "ready" | "failed" = "loading";
  @state() private notice: Notice | undefined;
  /** The calculator is in sight and its answer is not: a bar leads there. */
  @state() private astray = false;
  @query("osteon-form") private readonly form!: OsteonForm;
  @query("osteon-answer") private readonly answerPane!: OsteonAnswer;
  @query("osteon-link-dialog") private readonly linkDialog!: OsteonLinkDialog;
  #watching: IntersectionObserver | undefined;
  #stale = true;
  /** The guidelines whose rules were looked at. */
  readonly #rulesOf = new Set<string>();

  static override styles = [tokens, scheme, controls, frame];

  private get language(): Language {
    return languageOf(this.lang);
  }

  private get words(): Words {
    return WORDS[this.language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (Object.keys(this.model.patient).length === 0) this.model.load(Model.blank(this.country));
    this.model.addEventListener("change", this.#changed);
    addEventListener("hashchange", this.#restore);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.model.removeEventListener("change", this.#changed);
    removeEventListener("hashchange", this.#restore);
    this.#watching?.disconnect();
    this.#watching = undefined;
  }

  async #begin(): Promise<void> {
    try {
      await load();
    } catch {
      this.engine = "failed";
      return;
    }
    this.engine = "ready";
    if (Object.keys(this.model.patient).length === 0) this.model.load(Model.blank(this.country));
    this.#restore();
    warmUp(example(Model.blank(this.country)), this.language);
  }

  readonly #changed = (): void => {
    this.#stale = true;
    this.requestUpdate();
  };

  /** Changes within one frame are answered once; a hidden page has no frames. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && !document.hidden) await new Promise((frame) => requestAnimationFrame(frame));
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.engine !== "ready" || !(this.#stale || changed.has("lang"))) return;
    this.#stale = false;
    if (this.notice?.of && this.notice.of !== this.model.patient) this.notice = undefined;
    // Should the engine fail, no old answer stays.
    this.outcome = undefined;
    const { patient } = this.model;
    this.unread = this.model.unread.map((path) => ({ path, says: this.#unreadable(path) }));
    if (this.unread.length === 0 && answerable(patient)) this.outcome = answer(patient, this.language, [...this.#rulesOf]);
  }

  #unreadable(path: string): string {
    const field = capital(fieldName(path, this.model.patient, this.language));
    const text = this.model.text(path) ?? "";
    return text === UNREAD_DAY ? this.words.answer.unreadDay(field) : this.words.answer.unread(field, text);
  }

  protected override updated(): void {
    if (this.#watching || !this.answerPane) return;
    const seen = new Map<Element, boolean>();
    const told = (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) seen.set(target, isIntersecting);
      this.astray = seen.get(this) === true && seen.get(this.answerPane) === false;
    };
    this.#watching = new IntersectionObserver(told, { rootMargin: "0px 0px -25% 0px" });
    for (const element of [this, this.answerPane]) this.#watching.observe(element);
  }

  /** Puts another document into the form, and offers the way back. */
  #replace(patient: Patient, says: Notice["says"]): void {
    const before = this.model.patient;
    clearAddress();
    this.model.load(patient);
    this.notice = {
      kind: "info",
      says,
      of: patient,
      act: {
        label: (words) => words.undo,
        run: () => {
          this.model.load(before);
          this.notice = undefined;
        },
      },
    };
  }

  #refuse(restored: Exclude<Restored, { patient: Patient }>): void {
    this.notice = { kind: "warn", says: (words) => words[restored.why], list: restored.says };
  }

  readonly #restore = (): void => {
    if (this.engine !== "ready") return;
    const restored = fromAddress(this.language);
    if (!restored) return;
    if ("why" in restored) {
      clearAddress();
      this.#refuse(restored);
      return;
    }
    this.model.load(restored.patient);
    this.notice = {
      kind: "warn",
      says: (words) => `${words.restored} ${words.restoredMore}`,
      act: {
        label: (words) => words.takeOut,
        run: () => {
          clearAddress();
          this.notice = { kind: "info", says: (words) => words.takenOut };
        },
      },
    };
  };

  async #open(file: File): Promise<void> {
    const restored = await readFile(file, this.language);
    if ("why" in restored) this.#refuse(restored);
    else this.#replace(restored.patient, (words) => words.opened(file.name));
  }

  #save(): void {
    const url = URL.createObjectURL(new Blob([written(this.model.patient)], { type: "application/json" }));
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = `${this.words.tools.fileName}.json`;
    anchor.click();
    // The download has begun by the next turn.
    setTimeout(() => URL.revokeObjectURL(url));
  }

  readonly #actions: Actions = {
    setLanguage: (language) => {
      this.lang = language;
      this.dispatchEvent(new CustomEvent("osteon-language", { detail: language, bubbles: true, composed: true }));
    },
    fresh: () => this.#replace(Model.blank(this.country), (words) => words.cleared),
    example: () => this.#replace(example(Model.blank(this.country)), (words) => words.exampleShown),
    open: (file) => void this.#open(file),
    save: () => this.#save(),
    link: () => void this.linkDialog.show(linkTo(this.model.patient)),
    print: () => print(),
  };

  readonly #rules = (event: CustomEvent<string>): void => {
    if (this.#rulesOf.has(event.detail)) return;
    this.#rulesOf.add(event.detail);
    // While the answer is drawn, it is not made anew.
    queueMicrotask(this.#changed);
  };

  readonly #focus = (event: CustomEvent<string>): void => {
    this.form.focusField(event.detail);
  };

  readonly #jump = (): void => {
    this.renderRoot.querySelector(".answer")?.scrollIntoView();
    this.answerPane.renderRoot.querySelector("h2")?.focus({ preventScroll: true });
  };

  override render(): unknown {
    const words = this.words;
    if (this.engine === "failed") return html`<p class="note bad" role="alert">${words.tools.failed}</p>`;
    if (this.engine === "loading") return nothing;
    const said = this.outcome && "said" in this.outcome;
    return html`<div class="frame" lang=${this.language}>
        <div class="top">
          <p class="private">
            <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2 3.5 4.5V9c0 4.2 2.7 7.4 6.5 9 3.8-1.6 6.5-4.8 6.5-9V4.5z" /><path d="m7 10 2.2 2.2L13.2 8" /></svg>
            <span>${words.tools.private} <span class="more">${words.tools.privateMore}</span></span>
          </p>
          ${toolbar(words.tools, this.language, Boolean(said), this.#actions)}
        </div>
        <div role="status">${this.notice && drawNotice(this.notice, words.tools, () => (this.notice = undefined))}</div>
        <div class="panes">
          <osteon-form
            .model=${this.model}
            .words=${words}
            .problems=${this.outcome && "problems" in this.outcome ? this.outcome.problems : NONE}
            lang=${this.language}
          ></osteon-form>
          <div class="answer" role="region" tabindex="0" aria-label=${words.answer.title}>
            <osteon-answer
              .outcome=${this.outcome}
              .unread=${this.unread}
              .words=${words}
              lang=${this.language}
              @osteon-focus=${this.#focus}
              @osteon-rules=${this.#rules}
            ></osteon-answer>
          </div>
        </div>
        <osteon-link-dialog .words=${words.tools}></osteon-link-dialog>
      </div>
      ${this.#bar()}
      <osteon-sheet .outcome=${this.outcome} .empty=${this.#problems().length > 0 ? words.answer.problemsMore : words.answer.waiting} lang=${this.language}></osteon-sheet>`;
  }

  #problems(): readonly Problem[] {
    return this.outcome && "problems" in this.outcome ? this.outcome.problems : this.unread;
  }

  /** On a phone: what the answer is, while it is out of sight. */
  #bar(): unknown {
    if (!this.astray || (!this.outcome && this.unread.length === 0)) return nothing;
    const words = this.words.answer;
    const { diagnosis, priority } =
      this.outcome && "said" in this.outcome
        ? inShort(this.outcome)
        : { diagnosis: words.problems, priority: words.summaryProblems(this.#problems().length) };
    return html`<button type="button" class="bar" lang=${this.language} @click=${this.#jump}>
      <span><b>${diagnosis}</b><small>${priority}</small></span>
      <span class="visually-hidden">${words.jump}</span>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 8 5 5 5-5" /></svg>
    </button>`;
  }
}
