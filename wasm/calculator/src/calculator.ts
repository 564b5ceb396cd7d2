import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Patient } from "osteon/embedded";
import { bar } from "./bar.js";
import { answer, answerable, load, warmUp, type Outcome } from "./engine.js";
import { example } from "./example.js";
import { faults } from "./faults.js";
import { inWords } from "./faults_in_words.js";
import { Model, type Problem, type Snapshot } from "./model.js";
import { dayInWords, isDay, today } from "./months.js";
import { drawNotice, type Act, type Notice } from "./notice.js";
import { clearAddress, fromAddress, linkTo, readFile, written, type Restored } from "./restore.js";
import { controls } from "./style/controls.js";
import { frame } from "./style/frame.js";
import { scheme, tokens } from "./style/tokens.js";
import { toolbar, type Actions } from "./toolbar.js";
import { broughtTo } from "./up_to_date.js";
import { WORDS, languageOf, type Language, type Words } from "./words/index.js";
import type { OsteonAnswer } from "./answer/answer.js";
import type { OsteonForm } from "./form/form.js";
import type { OsteonLinkDialog } from "./link_dialog.js";
import "./form/form.js";
import "./answer/answer.js";
import "./link_dialog.js";
import "./print.js";

/** What a blank document holds. */
const BLANK: readonly string[] = ["schema", "assessed_on", "country"];

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
  /** Something is typed that the answer does not count yet. */
  @state() private pending = false;
  @query("osteon-form") private readonly form!: OsteonForm;
  @query("osteon-answer") private readonly answerPane!: OsteonAnswer;
  @query("osteon-link-dialog") private readonly linkDialog!: OsteonLinkDialog;
  #watching: IntersectionObserver | undefined;
  #stale = true;
  /** The document as it was opened or saved last: what differs from it would be lost. */
  #kept: Patient | undefined;
  /** The document that the address of the page holds. */
  #linked: Patient | undefined;
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
    if (Object.keys(this.model.patient).length === 0) this.model.load(this.#blank());
    this.model.addEventListener("change", this.#changed);
    this.model.addEventListener("load", this.#loaded);
    addEventListener("hashchange", this.#restore);
    addEventListener("beforeprint", this.#settle);
    addEventListener("beforeunload", this.#leave);
    document.addEventListener("visibilitychange", this.#seen);
    // Where it was moved in the page it watches again, and begins nothing anew.
    if (this.engine === "loading") void this.#begin();
    else this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.model.removeEventListener("change", this.#changed);
    this.model.removeEventListener("load", this.#loaded);
    removeEventListener("hashchange", this.#restore);
    removeEventListener("beforeprint", this.#settle);
    removeEventListener("beforeunload", this.#leave);
    document.removeEventListener("visibilitychange", this.#seen);
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
    this.#restore();
    warmUp(example(this.#blank()), this.language);
  }

  readonly #changed = (): void => {
    this.#stale = true;
    if (this.#linked && this.#linked !== this.model.patient) {
      // The address would bring back what is no longer entered.
      this.#linked = undefined;
      clearAddress();
      this.notice = { kind: "info", says: (words) => words.takenOut };
    }
    this.requestUpdate();
  };

  readonly #loaded = (): void => {
    this.#kept = this.model.patient;
  };

  /** The day may be another by the time that the page is looked at again. */
  readonly #seen = (): void => this.requestUpdate();

  readonly #typing = ({ detail: isPending }: CustomEvent<boolean>): void => {
    this.pending = isPending;
    // From the first key on the answer is marked, before anybody can read it as that of the field.
    if (isPending) this.performUpdate();
  };

  /** Counts what is typed, and answers at once: nothing is to be printed or saved that is not what the form shows. */
  readonly #settle = (): void => {
    this.form?.endTyping();
    this.performUpdate();
  };

  #blank(): Patient {
    return Model.blank(this.country.toUpperCase());
  }

  get #isBlank(): boolean {
    return this.model.unread.length === 0 && Object.keys(this.model.patient).every((key) => BLANK.includes(key));
  }

  get #isDirty(): boolean {
    return this.model.patient !== this.#kept && !this.#isBlank;
  }

  readonly #leave = (event: Event): void => {
    this.form?.endTyping();
    if (this.#isDirty) event.preventDefault();
  };

  /** Changes within one frame are answered once; a hidden page has no frames. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && !document.hidden) await new Promise((frame) => requestAnimationFrame(frame));
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("country") && this.#isBlank) this.model.load(this.#blank());
    if (this.engine !== "ready" || !(this.#stale || changed.has("lang"))) return;
    this.#stale = false;
    if (this.notice?.of && this.notice.of !== this.model.patient) this.notice = undefined;
    // Should the engine fail, no old answer stays.
    this.outcome = undefined;
    const { patient } = this.model;
    this.unread = inWords(faults(this.model), this.model, this.language);
    if (this.unread.length === 0 && answerable(patient)) this.outcome = answer(patient, this.language, [...this.#rulesOf]);
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
    this.form?.endTyping();
    const acts = [this.#undo(this.model.snapshot())];
    this.#linked = undefined;
    clearAddress();
    this.model.load(patient);
    this.notice = { kind: "info", says, acts };
  }

  /** The way back to what was in the form. */
  #undo(before: Snapshot): Act {
    const kept = this.#kept;
    return {
      label: (words) => words.undo,
      run: () => {
        this.#settle();
        const again = this.#undo(this.model.snapshot());
        this.#linked = undefined;
        clearAddress();
        this.model.restore(before);
        this.#kept = kept;
        this.notice = { kind: "info", says: (words) => words.undone, acts: [again] };
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
    this.form?.endTyping();
    const undo = this.#isDirty ? [this.#undo(this.model.snapshot())] : [];
    this.#linked = restored.patient;
    this.model.load(restored.patient);
    const takeOut = () => {
      this.#linked = undefined;
      clearAddress();
      this.notice = { kind: "info", says: (words) => words.takenOut };
    };
    this.notice = {
      kind: "warn",
      says: (words) => `${words.restored} ${words.restoredMore}`,
      acts: [{ label: (words) => words.takeOut, run: takeOut }, ...undo],
    };
  };

  async #open(file: File): Promise<void> {
    const restored = await readFile(file, this.language);
    if ("why" in restored) this.#refuse(restored);
    else this.#replace(restored.patient, (words) => words.opened(file.name));
  }

  /** Whether all that the form shows can be kept; says what cannot. */
  #keepable(): boolean {
    this.#settle();
    const { model } = this;
    const lost = faults(model).filter(({ path }) => model.text(path) !== undefined);
    if (lost.length === 0) return true;
    const list = inWords(lost, model, this.language).map(({ says }) => says);
    this.notice = { kind: "warn", says: (words) => words.notKept, list, of: model.patient };
    return false;
  }

  #save(): void {
    if (!this.#keepable()) return;
    this.#kept = this.model.patient;
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
    fresh: () => this.#replace(this.#blank(), (words) => words.cleared),
    example: () => this.#replace(example(this.#blank()), (words) => words.exampleShown),
    open: (file) => void this.#open(file),
    save: () => this.#save(),
    link: () => {
      if (this.#keepable()) void this.linkDialog.show(linkTo(this.model.patient));
    },
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

  /** Who works by keyboard stays where the notice was. */
  readonly #closeNotice = (): void => {
    this.notice = undefined;
    this.renderRoot.querySelector<HTMLElement>(".tools button")?.focus();
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
    const problems = this.outcome && "problems" in this.outcome ? this.outcome.problems.length : this.unread.length;
    return html`<div class="frame" lang=${this.language}>
        <div class="top">
          <p class="private">
            <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2 3.5 4.5V9c0 4.2 2.7 7.4 6.5 9 3.8-1.6 6.5-4.8 6.5-9V4.5z" /><path d="m7 10 2.2 2.2L13.2 8" /></svg>
            <span>${words.tools.private} <span class="more">${words.tools.privateMore}</span></span>
          </p>
          ${toolbar(words.tools, this.language, Boolean(said), this.#actions)}
        </div>
        <div role="status">${this.notice && drawNotice(this.notice, words.tools, this.#closeNotice)}</div>
        <div class="panes">
          <osteon-form
            .model=${this.model}
            .words=${words}
            .problems=${this.outcome && "problems" in this.outcome ? this.outcome.problems : NONE}
            lang=${this.language}
            @osteon-typing=${this.#typing}
          ></osteon-form>
          <div
            class="answer ${this.pending ? "pending" : ""}"
            role="region"
            tabindex="0"
            aria-label=${words.answer.title}
            aria-busy=${this.pending ? "true" : "false"}
          >
            ${said ? this.#asOf() : nothing}
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
      ${this.astray && (this.outcome || problems > 0) ? bar(words.answer, this.outcome, problems, this.pending, this.#jump) : nothing}
      <osteon-sheet .outcome=${this.outcome} .empty=${problems > 0 ? words.answer.problemsMore : words.answer.waiting} lang=${this.language}></osteon-sheet>`;
  }

  /** Says of which day the answer is, where that is not today. */
  #asOf(): unknown {
    const { assessed_on: day } = this.model.patient;
    const now = today();
    if (day === now) return nothing;
    const words = this.words.answer;
    const written = (of: string) => dayInWords(of, this.language);
    const bring = () => this.#replace(broughtTo(this.model.patient, now), (of) => of.broughtUp);
    return html`<div class="note warn as-of">
      <p>${isDay(day) ? words.asOf(written(day), written(now)) : words.noDay}</p>
      <button type="button" @click=${bring}>${isDay(day) ? words.bringUp : words.setToday}</button>
    </div>`;
  }
}
