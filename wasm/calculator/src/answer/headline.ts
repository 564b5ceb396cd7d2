import { html, nothing, type TemplateResult } from "lit";
import { capital } from "../text.js";
import { icon } from "./icons.js";
import { list } from "./pieces.js";
import { courseTone, diagnosisTone, priorityTone, type Tone } from "./tones.js";
import { blocksOf, firstLine, parted, partedDiagnosis, sections, type View } from "./view.js";

interface Verdict {
  tone: Tone;
  title: string;
  head: string;
  aside: string;
  below?: unknown;
}

function banner({ tone, title, head, aside, below = nothing }: Verdict): TemplateResult {
  return html`<div class="banner tone-${tone}">
    ${icon(tone)}
    <div>
      <h3>${title}</h3>
      ${head ? html`<p class="large">${head}</p>` : nothing} ${aside ? html`<p class="aside">${aside}</p>` : nothing}
      ${below}
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
      ${list(view, lines, { key: "course", marks: "lead" })}
    </div>
  </div>`;
}

/** What the person has, and the reasons. */
function diagnosis(view: View): unknown {
  const [section] = sections(view.said, "first", "diagnosis");
  if (!section) return nothing;
  const tone = diagnosisTone(view.said.assessment);
  return banner({ tone, title: section.title, ...partedDiagnosis(view.said), below: others(view, "diagnosis") });
}

/** How soon the person should be seen: the verdict large, whose order it is and why small. */
function priority(view: View): unknown {
  const { head, aside } = parted(firstLine(view.said, "next"));
  if (!head) return nothing;
  const [title = "", ...within] = head.split(/[\s\u00a0\u202f]?:\s/u);
  return banner({ tone: priorityTone(view.said.assessment), title, head: capital(within.join(": ")), aside });
}

/** What the person has, how soon they should be seen, and first of all where their treatment stands. */
export function headline(view: View): TemplateResult {
  return html`${course(view)}
    <div class="pair">${diagnosis(view)}${priority(view)}</div>`;
}

/** Diagnosis and priority in few words each, for the slim bar and for the live region. */
export function inShort({ said }: Pick<View, "said">): { diagnosis: string; priority: string } {
  return { diagnosis: partedDiagnosis(said).head, priority: parted(firstLine(said, "next")).head };
}
