import { html, nothing, type TemplateResult } from "lit";
import type { GuidelineTold } from "osteon/embedded";
import { icon } from "./icons.js";
import { blocks, list } from "./pieces.js";
import { guidelineTone } from "./tones.js";
import { firstLine, sections, type View } from "./view.js";

/** What one guideline says, with its reasons; the rest is folded. */
function card(view: View, told: GuidelineTold): TemplateResult {
  const { words, said } = view;
  const tone = guidelineTone(said.assessment, told.guideline);
  const cited = told.sources.map((id) => said.assessment.citations[id]).filter((text) => text !== undefined);
  const inner = () => html`<p class="name">${told.title}</p>
    ${told.details.length > 0 ? list(view, told.details, { key: told.guideline, open: true }) : nothing}
    ${view.fold(`rules ${told.guideline}`, words.rules, () => {
      // They are told once they are looked at: for every guideline they would be most of the answer.
      if (told.rules.length === 0) view.askRules(told.guideline);
      return list(view, told.rules, { key: `rules ${told.guideline}`, open: true });
    })}
    <ul class="sources">
      ${cited.map((text) => html`<li>${text}</li>`)}
    </ul>`;
  return html`<article class="guideline tone-${tone}" aria-label=${told.short_name}>
    <h4>${told.short_name}</h4>
    <p class="verdict">${icon(tone)}<span>${told.recommendation}</span></p>
    ${
      told.category || told.tier
        ? html`<p class="kind">${[told.category, told.tier].filter(Boolean).join("; ")}</p>`
        : nothing
    }
    ${told.because ? html`<p class="because">${told.because}</p>` : nothing}
    ${told.cannot_be_said ? html`<p class="unsaid">${told.cannot_be_said}</p>` : nothing}
    ${view.fold(`guideline ${told.guideline}`, words.details, inner)}
  </article>`;
}

function grid(view: View, some: readonly GuidelineTold[]): TemplateResult {
  return html`<div class="cards">${some.map((told) => card(view, told))}</div>`;
}

/** Guidelines that do not speak of the person. */
function silent(view: View): unknown {
  return sections(view.said, "rest", "outside").map((section) =>
    view.fold("silent", section.title, () => blocks(view, section.blocks, { key: "silent", marks: "lead", open: true })),
  );
}

/** The guidelines side by side, those of the person's country first, and where they disagree. */
export function guidelines(view: View): TemplateResult {
  const all = view.said.told.guidelines;
  const national = all.filter((told) => told.national);
  const others = all.filter((told) => !told.national);
  const disagree = sections(view.said, "first", "disagreements");
  // Where none is national, the report says why in its first sentence.
  const why = national.length === 0 ? firstLine(view.said, "guidelines") : "";
  return html`${why ? html`<p class="preface">${why}</p>` : nothing} ${grid(view, national.length > 0 ? national : others)}
  ${disagree.map(
    (section) => html`<div class="banner tone-info">
      ${icon("info")}
      <div>
        <h4>${section.title}</h4>
        ${blocks(view, section.blocks, { key: "disagree", open: true })}
      </div>
    </div>`,
  )}
  ${
    national.length > 0 && others.length > 0
      ? view.fold("others", view.words.others(others.length), () => grid(view, others))
      : nothing
  }
  ${silent(view)}`;
}
