import { html, noChange, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { UNREAD_DAY } from "../faults.js";
import { dayInWords, isDay } from "../months.js";
import { kept, shown, typeset, type Scale } from "../units.js";
import { read, write } from "./numbers.js";
import { labelOf, type View } from "./view.js";

export interface FieldOptions {
  label?: string | undefined;
  /** The label is for screen readers only, since a heading beside it says the same to the eye. */
  labelHidden?: boolean;
  hint?: string;
  unit?: string | undefined;
  /** How wide, by a class of the style sheet. */
  size?: "number" | "short" | "medium" | "wide";
  /** Other paths whose problems are shown here. */
  also?: string[];
}

interface EntryOptions extends FieldOptions {
  /** What is in the field. */
  text: string;
  /** Takes what was typed. */
  take(text: string): void;
  /** What tells the field from others, where its path changes once something is in it. */
  key?: string;
  numeric?: boolean;
  list?: string | undefined;
  placeholder?: string;
  /** The problem is put elsewhere, by `entryError`: the field is too narrow for it. */
  errorElsewhere?: boolean;
}

/** What is wrong at a path, or at others that the same field answers for. */
function problemOf(view: View, path: string, also: string[] = []): string | undefined {
  return [path, ...also].map((at) => view.problemAt(at)).find((says) => says !== undefined);
}

function below(path: string, says: string | undefined): TemplateResult | typeof nothing {
  return says === undefined ? nothing : html`<p class="error" id=${`${path}--error`}>${says}</p>`;
}

/** A problem of a path, to be put below its field. */
export function error(view: View, path: string, also: string[] = []): TemplateResult | typeof nothing {
  return below(path, problemOf(view, path, also));
}

function described(path: string, hint: string | undefined, wrong: string | undefined): string | undefined {
  const ids = [hint ? `${path}--hint` : "", wrong ? `${path}--error` : ""].filter((id) => id !== "");
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** The frame of a field: label, control, unit, hint, problem. */
function frame(
  view: View,
  path: string,
  options: FieldOptions & { errorElsewhere?: boolean },
  wrong: string | undefined,
  control: TemplateResult,
): TemplateResult {
  const label = options.label ?? labelOf(view, path);
  const unit = options.unit === undefined ? undefined : typeset(options.unit, view.lang);
  return html`<div class="field ${options.size ?? ""}">
    <label for=${path} class=${options.labelHidden ? "visually-hidden" : ""}
      >${label}${unit && options.labelHidden ? html` <span class="visually-hidden">(${unit})</span>` : nothing}${
        unit && !options.labelHidden ? html` <span class="unit">(${unit})</span>` : nothing
      }</label
    >
    ${control}
    ${options.hint ? html`<p class="hint" id=${`${path}--hint`}>${options.hint}</p>` : nothing}
    ${options.errorElsewhere ? nothing : below(path, wrong)}
  </div>`;
}

/** The problem of an entry that is too narrow for it. */
export function entryError(view: View, path: string, key: string, also: string[] = []): TemplateResult | typeof nothing {
  return view.typing.at(key) === undefined ? error(view, path, also) : nothing;
}

/** A line of text that something is made of once it is typed. */
export function entry(view: View, path: string, options: EntryOptions): TemplateResult {
  const key = options.key ?? path;
  const text = view.typing.at(key) ?? view.model.text(path) ?? options.text;
  // Nothing is held against what is still being typed.
  const wrong = view.typing.at(key) === undefined ? problemOf(view, path, options.also) : undefined;
  const typed = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    view.typing.goOn(key, value, () => options.take(value));
  };
  const left = () => {
    view.typing.end();
    view.redraw();
  };
  const control = html`<input
    id=${path}
    type="text"
    data-also=${ifDefined(options.also?.join(" "))}
    inputmode=${options.numeric ? "decimal" : "text"}
    autocomplete="off"
    spellcheck="false"
    list=${ifDefined(options.list)}
    placeholder=${ifDefined(options.placeholder)}
    aria-invalid=${wrong === undefined ? "false" : "true"}
    aria-describedby=${ifDefined(described(path, options.hint, wrong))}
    .value=${live(text)}
    @input=${typed}
    @change=${left}
    @blur=${left}
  />`;
  return frame(view, path, options, wrong, control);
}

/** A number at a path of the document. */
export function number(view: View, path: string, options: FieldOptions & { scale?: Scale } = {}): TemplateResult {
  const { scale } = options;
  const value = view.model.get(path);
  const text = typeof value === "number" ? write(scale ? shown(value, scale) : value, view.lang) : "";
  const take = (typed: string) => {
    const parsed = read(typed, view.lang);
    if (typed.trim() === "") view.model.set(path, undefined);
    else if (parsed === undefined) view.model.setText(path, typed);
    else view.model.set(path, scale ? kept(parsed, scale) : parsed);
  };
  return entry(view, path, { size: "number", unit: scale?.unit, ...options, text, take, numeric: true });
}

/** Words at a path of the document. */
export function words(view: View, path: string, options: FieldOptions & { list?: string | undefined } = {}): TemplateResult {
  const value = view.model.get(path);
  const take = (typed: string) => view.model.set(path, typed.trim() === "" ? undefined : typed.trim());
  return entry(view, path, { ...options, text: typeof value === "string" ? value : "", take });
}

/** A day. */
export function day(
  view: View,
  path: string,
  options: FieldOptions & { value?: string; take?: (day: string | undefined) => void } = {},
): TemplateResult {
  const value = options.value ?? view.model.get(path);
  const wrong = view.typing.at(path) === undefined ? problemOf(view, path, options.also) : undefined;
  const changed = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const typed = input.value === "" ? undefined : input.value;
    // While the year is being typed the browser tells years such as 0002.
    if (input.validity.badInput || (typed !== undefined && typed < "1880")) {
      view.typing.hold(path, UNREAD_DAY, () => view.model.setText(path, UNREAD_DAY));
      if (event.type === "blur") {
        view.typing.end();
        view.redraw();
      }
      return;
    }
    if (view.typing.at(path) === undefined) view.typing.end();
    else view.typing.drop();
    view.redraw();
    if (typed !== (value || undefined) || view.model.text(path) !== undefined) {
      if (options.take) options.take(typed);
      else view.model.set(path, typed);
    }
  };
  // A day that is broken off is not the day that was answered.
  const held = (event: Event) => {
    if ((event.target as HTMLInputElement).validity.badInput) changed(event);
  };
  const hint = [spelt(value, view.lang), options.hint].filter(Boolean).join(". ");
  const control = html`<input
    id=${path}
    type="date"
    max="9999-12-31"
    aria-invalid=${wrong === undefined ? "false" : "true"}
    aria-describedby=${ifDefined(described(path, hint, wrong))}
    .value=${isUnderHand(view, path) ? noChange : live(typeof value === "string" ? value : "")}
    @input=${held}
    @change=${changed}
    @blur=${changed}
  />`;
  return frame(view, path, { size: "medium", ...options, ...(hint ? { hint } : {}) }, wrong, control);
}

/** Whether a day is being typed: what is written into the field then would be mixed with what is typed next. */
function isUnderHand(view: View, path: string): boolean {
  if (view.typing.at(path) !== undefined) return true;
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.id === path && view.model.text(path) !== undefined;
}

/** A day in words where the browser writes it in the manner of another language than the page's: 11/10 is two days. */
function spelt(value: unknown, lang: string): string {
  return isDay(value) && !navigator.language.startsWith(lang) ? dayInWords(value, lang) : "";
}

export interface Choice {
  value: string;
  label: string;
}

interface SelectOptions extends FieldOptions {
  value?: string;
  take?: (value: string) => void;
}

/** One of a list; the first, empty choice is "not known". */
export function select(view: View, path: string, choices: Choice[], options: SelectOptions = {}): TemplateResult {
  const value = options.value ?? String(view.model.get(path) ?? "");
  const wrong = problemOf(view, path, options.also);
  const changed = (event: Event) => {
    view.typing.end();
    const chosen = (event.target as HTMLSelectElement).value;
    if (options.take) options.take(chosen);
    else view.model.set(path, chosen === "" ? undefined : chosen);
  };
  const listed = choices.some((choice) => choice.value === value);
  const control = html`<select
    id=${path}
    data-also=${ifDefined(options.also?.join(" "))}
    aria-invalid=${wrong === undefined ? "false" : "true"}
    aria-describedby=${ifDefined(described(path, options.hint, wrong))}
    @change=${changed}
  >
    ${(listed ? choices : [...choices, { value, label: value }]).map(
      (choice) => html`<option value=${choice.value} .selected=${live(choice.value === value)}>${choice.label}</option>`,
    )}
  </select>`;
  return frame(view, path, options, wrong, control);
}

/** The choices of a closed set, with an empty one first. */
export function choicesOf(words: Record<string, string>, empty?: string): Choice[] {
  const all = Object.entries(words).map(([value, label]) => ({ value, label }));
  return empty === undefined ? all : [{ value: "", label: empty }, ...all];
}
