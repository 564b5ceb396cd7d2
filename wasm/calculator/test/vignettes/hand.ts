import type { Locator, Page } from "playwright-core";
import { names, type NameKind } from "osteon/embedded";
import { expect } from "vitest";
import { write } from "../../src/form/numbers.js";
import { labelOf, nameOf, type View } from "../../src/form/view.js";
import { WORDS, type Language } from "../../src/words/index.js";
import { settled } from "../visit.js";

/** A text at the beginning of a label, before its unit. */
function begins(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}\\s*(\\(.*\\))?\\s*$`, "u");
}

/** Someone at the form, who knows its fields by their labels and has a keyboard. */
export class Hand {
  readonly words: (typeof WORDS)["en"]["form"];
  readonly #view: View;
  readonly #at: Locator;

  constructor(
    readonly page: Page,
    readonly lang: Language,
    at?: Locator,
  ) {
    this.words = WORDS[lang].form;
    this.#view = { lang, words: this.words } as View;
    this.#at = at ?? page.locator("osteon-form");
  }

  /** The same person, with eyes for one part of the form. */
  #within(at: Locator): Hand {
    return new Hand(this.page, this.lang, at);
  }

  /** A section, opened if it is folded. */
  async section(name: keyof Hand["words"]["sections"]): Promise<Hand> {
    const title = this.words.sections[name];
    const section = this.#at.getByRole("region", { name: title, exact: true });
    const fold = section.locator("summary.heading");
    if ((await fold.count()) > 0) await this.#unfold(fold);
    return this.#within(section);
  }

  /** A part of a section that is folded. */
  async open(title: string): Promise<void> {
    await this.#unfold(this.#at.locator("summary").filter({ hasText: title }));
  }

  async #unfold(summary: Locator): Promise<void> {
    if (await summary.locator("..").evaluate((fold) => (fold as HTMLDetailsElement).open)) return;
    await summary.focus();
    await this.page.keyboard.press("Enter");
  }

  /** An entry of a list, by what stands in it. */
  entry(text: string): Hand {
    return this.#within(this.#at.getByRole("listitem").filter({ hasText: text }));
  }

  /** The name of a field of the document, as its label has it. */
  label(path: string): string {
    return labelOf(this.#view, path);
  }

  /** The engine's name of an id, as a label. */
  nameOf(kind: NameKind, id: string): string {
    return nameOf(this.#view, kind, id);
  }

  /** The field in sight that has a label. */
  field(label: string): Locator {
    return this.#at.getByLabel(begins(label)).and(this.page.locator("input, select")).filter({ visible: true });
  }

  /** Types into a field, and leaves it. */
  async type(label: string, text: string): Promise<void> {
    await this.field(label).focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Tab");
  }

  /** Types a number as the language writes it. */
  async number(label: string, value: number): Promise<void> {
    await this.type(label, write(value, this.lang));
  }

  /** Types a day, part by part. */
  async day(label: string, day: string): Promise<void> {
    const [year = "", month = "", date = ""] = day.split("-");
    const field = this.field(label);
    // As by the browser's own key for it.
    if ((await field.inputValue()) !== "") await field.fill("");
    await settled(this.page);
    await field.focus();
    await this.page.keyboard.type(`${month}${date}${year}`);
    expect(await field.inputValue(), label).toBe(day);
    await field.blur();
  }

  /** One of a list. */
  async pick(label: string, choice: string): Promise<void> {
    await this.field(label).selectOption({ label: choice });
  }

  /** One of what is all in sight. */
  async choose(label: string, choice: string): Promise<void> {
    const group = this.#at.getByRole("radiogroup", { name: label, exact: true });
    await group.getByRole("radio", { name: choice, exact: true }).check();
  }

  /** Ticks a box with the space bar. */
  async tick(label: string): Promise<void> {
    const box = this.#at.getByRole("checkbox", { name: label, exact: true });
    await box.focus();
    await this.page.keyboard.press("Space");
  }

  /** Presses a button with the enter key. */
  async press(name: string): Promise<void> {
    await this.#at.getByRole("button", { name, exact: true }).focus();
    await this.page.keyboard.press("Enter");
  }

  /** A line of the table of an examination. */
  async density(region: string, column: "bmd" | "t", value: number): Promise<void> {
    const { dxa } = this.words;
    const head = column === "bmd" ? `${dxa.bmd} (g/cm²)` : dxa.t;
    await this.number(dxa.ofRegion(head, this.nameOf("region", region)), value);
  }

  /** Names as the engine writes them. */
  names(kind: NameKind, ids: string[]): string[] {
    return names(this.lang, kind, ids);
  }
}
