import { html, svg, type TemplateResult } from "lit";
import type { Tone } from "./tones.js";

const SHAPES: Record<Tone, TemplateResult> = {
  good: svg`<circle cx="10" cy="10" r="8"/><path d="m6.2 10.3 2.6 2.6 5-5.4"/>`,
  info: svg`<circle cx="10" cy="10" r="8"/><path d="M10 9.2v4.6M10 6.2v.3"/>`,
  warn: svg`<path d="M10 2.6 18.4 17H1.6z"/><path d="M10 7.8v4.2M10 14.4v.3"/>`,
  bad: svg`<path d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7z"/><path d="M10 5.8v5.4M10 13.8v.3"/>`,
  open: svg`<circle cx="10" cy="10" r="8"/><path d="M7.6 7.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8M10 14.1v.3"/>`,
};

/** The mark of a tone, each of its own shape, so that colour is not needed. */
export function icon(tone: Tone): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${SHAPES[tone]}</svg>`;
}
