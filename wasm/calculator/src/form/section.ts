import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./view.js";

export type SectionName = keyof View["words"]["sections"];

/** A card that is always open. */
export function section(view: View, name: SectionName, content: unknown): TemplateResult {
  return html`<section class="card" id=${name} tabindex="-1" aria-labelledby=${`${name}--title`}>
    <h2 id=${`${name}--title`}>${view.words.sections[name]}</h2>
    ${content}
  </section>`;
}

/** A card that opens, and says how much is in it. */
export function folded(view: View, name: SectionName, count: number, content: unknown): TemplateResult {
  return html`<section class="card" aria-labelledby=${`${name}--title`}>
    <details id=${name}>
      <summary class="heading">
        <h2 id=${`${name}--title`}>${view.words.sections[name]}</h2>
        ${badge(view, count)}
      </summary>
      <div class="content">${content}</div>
    </details>
  </section>`;
}

/** A part of a card that opens. */
export function group(view: View, id: string, title: string, count: number, content: unknown): TemplateResult {
  return html`<details class="group" id=${id}>
    <summary><span>${title}</span> ${badge(view, count)}</summary>
    <div class="content">${content}</div>
  </details>`;
}

function badge(view: View, count: number): TemplateResult | typeof nothing {
  return count === 0 ? nothing : html`<span class="badge">${view.words.entered(count)}</span>`;
}

/** How many of these paths hold something. */
export function countOf(view: View, paths: readonly string[]): number {
  return paths.filter((path) => view.model.get(path) != null || view.model.text(path) !== undefined).length;
}

