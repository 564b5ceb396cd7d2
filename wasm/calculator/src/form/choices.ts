import { html, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { isReadAsNo, spellOut } from "./complete.js";
import { error, type Choice, type FieldOptions } from "./fields.js";
import { labelOf, type View } from "./view.js";

interface SegmentOptions extends FieldOptions {
  value: string;
  take(value: string): void;
  /** The keys that choose, by the value that they choose. */
  keys?: Record<string, string>;
}

/** A choice whose possibilities are all in sight: radio buttons drawn as one bar. */
export function segments(view: View, path: string, choices: Choice[], options: SegmentOptions): TemplateResult {
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = options.keys?.[event.key.toLowerCase()];
    if (chosen === undefined) return;
    event.preventDefault();
    options.take(chosen);
    view.focusSoon(path);
  };
  return html`<div class="choice ${options.size ?? ""}">
    <span class="choice-label ${options.labelHidden ? "visually-hidden" : ""}" id=${`${path}--label`}
      >${options.label ?? labelOf(view, path)}</span
    >
    <div
      class="segments"
      role="radiogroup"
      id=${path}
      data-also=${ifDefined(options.also?.join(" "))}
      aria-labelledby=${`${path}--label`}
      aria-describedby=${ifDefined(view.problemAt(path) === undefined ? undefined : `${path}--error`)}
      @keydown=${pressed}
    >
      ${choices.map(
        ({ value, label }) => html`<label class=${value === "" || value === "unknown" ? "unknown" : ""}
          ><input
            type="radio"
            name=${path}
            value=${value}
            .checked=${live(value === options.value)}
            @change=${() => options.take(value)}
          /><span>${label}</span></label
        >`,
      )}
    </div>
    ${error(view, path, options.also)}
  </div>`;
}

/** The keys that choose: the first letter of each word. */
export function initials(words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([value, word]) => [word.charAt(0).toLowerCase(), value]));
}

/** Yes, no, or not known. The first letters of the words choose too. */
export function threeState(
  view: View,
  path: string,
  options: FieldOptions & { taken?: (value: boolean | undefined) => void } = {},
): TemplateResult {
  const { yes, no, unknown } = view.words.three;
  // Where everything else was asked, what is left out is read as no, and shown so.
  const value = view.model.get(path) ?? (isReadAsNo(view.model, path) ? false : undefined);
  const take = (chosen: string) => {
    if (chosen === "") spellOut(view.model, path);
    const answer = chosen === "" ? undefined : chosen === "yes";
    view.model.set(path, answer);
    options.taken?.(answer);
  };
  const choices = [
    { value: "yes", label: yes },
    { value: "no", label: no },
    { value: "", label: unknown },
  ];
  const keys = { [yes.charAt(0).toLowerCase()]: "yes", [no.charAt(0).toLowerCase()]: "no", "?": "" };
  return segments(view, path, choices, {
    ...options,
    value: value === true ? "yes" : value === false ? "no" : "",
    take,
    keys,
  });
}

/** A tick. */
export function tick(
  id: string,
  label: string,
  ticked: boolean,
  take: (ticked: boolean) => void,
  hint?: string,
): TemplateResult {
  return html`<div class="tick">
    <input
      type="checkbox"
      id=${id}
      .checked=${live(ticked)}
      @change=${(event: Event) => take((event.target as HTMLInputElement).checked)}
    />
    <label for=${id}>${label}${hint ? html` <span class="hint">${hint}</span>` : ""}</label>
  </div>`;
}

/** A tick that says that everything else in a section was asked. */
export function allAsked(view: View, section: string, label: string): TemplateResult {
  const complete = (view.model.get("complete") as string[] | undefined) ?? [];
  const take = (ticked: boolean) => {
    const others = complete.filter((name) => name !== section);
    const left = ticked ? [...others, section] : others;
    view.model.set("complete", left.length === 0 ? undefined : left);
  };
  return tick(`complete.${section}`, label, complete.includes(section), take);
}
