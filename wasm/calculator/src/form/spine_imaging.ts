import { html, nothing, type TemplateResult } from "lit";
import type { SpineImaging } from "osteon/embedded";
import { tick } from "./choices.js";
import { choicesOf, day, select } from "./fields.js";
import { group } from "./section.js";
import type { View } from "./view.js";

function numbered(letter: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => `${letter}${from + at}`);
}

/** The levels that a site has; without one, all that imaging of the spine reads. */
function levelsOf(site: string | undefined): string[] {
  if (site === "cervical_vertebra") return numbered("C", 1, 7);
  if (site === "upper_thoracic_vertebra") return numbered("T", 1, 3);
  return [...numbered("T", 4, 12), ...numbered("L", 1, 5)];
}

/** Levels to tick. */
export function levels(view: View, path: string, site?: string): TemplateResult {
  const { model, words: w } = view;
  const chosen = (model.get(path) as string[] | null | undefined) ?? [];
  const offered = [...new Set([...levelsOf(site), ...chosen])];
  const toggle = (level: string, on: boolean) => {
    const left = offered.filter((one) => (one === level ? on : chosen.includes(one)));
    model.set(path, left.length === 0 ? undefined : left);
  };
  return html`<div class="choice">
    <span class="choice-label" id=${`${path}--label`}>${w.fractures.levels}</span>
    <div class="toggles" role="group" id=${path} aria-labelledby=${`${path}--label`}>
      ${offered.map((level) => tick(`${path}.${level}`, level, chosen.includes(level), (on) => toggle(level, on)))}
    </div>
  </div>`;
}

/** What imaging of the spine showed. */
export function spineImaging(view: View): TemplateResult {
  const { model, words: w } = view;
  const list = model.get("spine_imaging") as SpineImaging[] | null | undefined;
  const none = Array.isArray(list) && list.length === 0;
  const add = () => view.focusSoon(`${model.add("spine_imaging", {})}.date`);
  const content = html`${
      !list || none
        ? tick("spine_imaging.none", w.fractures.imagingNone, none, (on) => model.set("spine_imaging", on ? [] : undefined))
        : nothing
    }
    <ol class="entries">
      ${(list ?? []).map((one, index) => row(view, one, index))}
    </ol>
    <div><button type="button" id="spine_imaging.add" @click=${add}>${w.fractures.addImaging}</button></div>`;
  return group(view, "spine_imaging", w.fractures.imaging, list?.length ?? 0, content);
}

function row(view: View, one: SpineImaging, index: number): TemplateResult {
  const { model, words: w } = view;
  const at = (key: string) => `spine_imaging[${index}].${key}`;
  const title = w.fractures.imagingOne(index + 1);
  return html`<li class="boxed" id=${`spine_imaging[${index}]`} tabindex="-1">
    <div class="entry-head">
      <h4>${title}</h4>
      <button
        type="button"
        class="quiet"
        aria-label=${w.removeWhat(title)}
        @click=${() => {
          model.remove("spine_imaging", index);
          view.focusSoon("spine_imaging.add");
        }}
      >
        ${w.remove}
      </button>
    </div>
    <div class="columns">
      ${day(view, at("date"), { label: w.labels.date })}
      ${select(view, at("method"), choicesOf(w.fractures.methods, w.notKnown), { label: w.fractures.method })}
      ${select(view, at("result"), choicesOf(w.fractures.results, w.notKnown), { label: w.fractures.result })}
    </div>
    ${one.result === "fracture" || one.levels ? levels(view, at("levels")) : nothing}
  </li>`;
}
