import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.js";
import { list } from "./pieces.js";
import { courseTone, diagnosisTone, priorityTone, type Tone } from "./tones.js";
import { blocksOf, firstLine, parted, sections, type View } from "./view.js";

function banner(tone: Tone, title: string, text: string, below: unknown): TemplateResult {
  const { head, aside } = parted(text);
  return html`<div class="banner tone-${tone}">
    ${icon(tone)}
    <div>
      <h3>${title}</h3>
      <p class="large">${head}</p>
      ${aside ? html`<p class="aside">${aside}</p>` : nothing} ${below}
    </div>
  </div>`;
}

/** The sentences of a section but its first. */
function others(view: View, name: string): unknown {
  const lines = blocksOf(sections(view.said, "first", name)).flatMap((block) =>
    block.kind === "lines" || block.kind === "list" ? block.holds : [],
  );
  return lines.length > 1 ? list(view, lines.slice(1), { key: name }) : nothing;
}

/** Where a course of treatment stands, which is read first in a person on treatment. */
function course(view: View): unknown {
  const [section] = sections(view.said, "first", "course");
  if (!section) return nothing;
  const tone = courseTone(view.said.assessment);
  const lines = section.blocks.flatMap((block) => (block.kind === "lines" || block.kind === "list" ? block.holds : []));
  return html`<div class="banner tone-${tone}">
    ${icon(tone)}
    <div>
      <h3>${section.title}</h3>
      ${list(view, lines, { key: "course", lead: true })}
    </div>
  </div>`;
}

/** What the person has, how soon they should be seen, and first of all where their treatment stands. */
export function headline(view: View): TemplateResult {
  const { said } = view;
  const diagnosis = sections(said, "first", "diagnosis")[0];
  const next = sections(said, "first", "next")[0];
  return html`${course(view)}
    <div class="pair">
      ${diagnosis
        ? banner(diagnosisTone(said.assessment), diagnosis.title, firstLine(said, "diagnosis"), others(view, "diagnosis"))
        : nothing}
      ${next ? priority(view) : nothing}
    </div>`;
}

/** The sentence of the priority: its verdict large, whose order it is and why small. */
function priority(view: View): TemplateResult {
  const tone = priorityTone(view.said.assessment);
  const { head, aside } = parted(firstLine(view.said, "next"));
  const [title, ...within] = head.split(/[\s\u00a0\u202f]?:\s/u);
  return html`<div class="banner tone-${tone}">
    ${icon(tone)}
    <div>
      <h3>${title}</h3>
      ${within.length > 0 ? html`<p class="large">${capital(within.join(": "))}</p>` : nothing}
      ${aside ? html`<p class="aside">${aside}</p>` : nothing}
    </div>
  </div>`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Diagnosis and priority in few words each, for the slim bar and for the live region. */
export function inShort(view: Pick<View, "said">): { diagnosis: string; priority: string } {
  const short = (name: string) => parted(firstLine(view.said, name)).head;
  return { diagnosis: short("diagnosis"), priority: short("next") };
}
