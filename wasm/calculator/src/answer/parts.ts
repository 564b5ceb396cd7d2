import { html, nothing, type TemplateResult } from "lit";
import { names } from "osteon/embedded";
import { block, blocks } from "./pieces.js";
import { blocksOf, sections, type View } from "./view.js";

/** The scores and the chart of the first page; every other score and chart is folded. */
export function scores(view: View): unknown {
  const { said, words } = view;
  const first = (name: string) => blocksOf(sections(said, "first", name));
  const more = [
    ...sections(said, "rest", "scores"),
    ...sections(said, "rest", "chart"),
    ...sections(said, "rest", "changes"),
  ];
  const table = first("scores");
  if (table.length === 0) return blocks(view, first("scanner"), { key: "scanner" });
  return html`${blocks(view, table, { key: "scores" })} ${blocks(view, first("chart"), { key: "chart" })}
  ${sections(said, "first", "changes").map(
    (section) => html`<h4>${section.title}</h4>
      ${blocks(view, section.blocks, { key: "changes", marks: "lead" })}`,
  )}
  ${
    more.length > 0
      ? view.fold("more scores", words.moreScores, () =>
          more.map(
            (section) => html`<h4>${section.title}</h4>
            ${blocks(view, section.blocks, { key: `all ${section.class}`, marks: "lead", open: true })}`,
          ),
        )
      : nothing
  }`;
}

/** What each model says; a notice stands where its number does. */
export function risks(view: View): TemplateResult {
  const { said, words } = view;
  const [refused] = sections(said, "rest", "refused");
  const answered = sections(said, "rest", "risks").filter((section) => section !== refused);
  const models = new Set(said.assessment.risks?.filter((risk) => !risk.refused).map((risk) => risk.model));
  const notices = said.assessment.notices?.some((notice) => models.has(notice.model))
    ? sections(said, "rest", "notices")
    : [];
  return html`${answered.map((section) => blocks(view, section.blocks, { key: "risks", marks: "value", first: 8 }))}
  ${notices.map(
    (section) => html`<div class="notice">
      <h4>${section.title}</h4>
      ${blocks(view, section.blocks, { key: "notices", marks: "lead" })}
    </div>`,
  )}
  ${
    refused
      ? view.fold("refused", words.refused, () =>
          blocks(view, refused.blocks, { key: "refused", marks: "lead", open: true }),
        )
      : nothing
  }`;
}

/** The fields that are missing, by the names that the engine gives them. */
function missingFields({ said, lang }: View): ReadonlyMap<string, string> {
  const paths = [...new Set(said.assessment.guidelines?.flatMap((guideline) => guideline.missing))];
  return new Map(names(lang, "field", paths).map((name, at) => [name, paths[at] ?? ""]));
}

/** What is missing, with the answers that it can change, and what was supposed in its place. */
export function missing(view: View): TemplateResult {
  const fields = missingFields(view);
  return html`${sections(view.said, "rest", "missing").map((section) => {
    const assumed = section.class.includes("assumed");
    return html`<h4>${section.title}</h4>
      <div class=${assumed ? "supposed" : "lacking"}>
        ${blocks(view, section.blocks, { key: section.class, first: 8, ...(assumed ? {} : { marks: "lead", fields }) })}
      </div>`;
  })}`;
}

/** What may be given; each drug by itself, its licence and what pays for it are folded. */
export function drugs(view: View): TemplateResult {
  const { said, words } = view;
  const access = sections(said, "rest", "access");
  const safety = sections(said, "rest", "safety").find((section) => !access.includes(section));
  return html`${blocks(view, blocksOf(sections(said, "first", "safety")), { key: "safety", marks: "lead" })}
  ${
    safety
      ? view.fold("drugs", words.allDrugs, () =>
          blocks(view, safety.blocks, { key: "drugs", marks: "lead", open: true }),
        )
      : nothing
  }
  ${access.map((section, at) =>
    view.fold(`access${at}`, section.title, () =>
      blocks(view, section.blocks, { key: `access${at}`, marks: "lead", open: true }),
    ),
  )}`;
}

/** What comes next, the work-up and the next examination; the priority stands in the headline. */
export function next(view: View): TemplateResult {
  const { said, words } = view;
  const [verdict, ...steps] = blocksOf(sections(said, "first", "next"));
  const due = sections(said, "first", "next-dxa");
  const why = sections(said, "rest", "priority");
  const work = sections(said, "rest", "work-up");
  return html`${verdict && verdict.kind !== "lines" ? blocks(view, [verdict], { key: "next0" }) : nothing}
  ${steps.map((step, at) => block(view, step, { key: `next${at}`, marks: step.kind === "list" ? "head" : "lead" }))}
  ${due.map(
    (section) => html`<h4>${section.title}</h4>
      ${blocks(view, section.blocks, { key: "due" })}`,
  )}
  ${
    why.length > 0
      ? view.fold("why", words.priority, () => blocks(view, blocksOf(why), { key: "why", open: true }))
      : nothing
  }
  ${
    work.length > 0
      ? view.fold("work", words.workUp, () => blocks(view, blocksOf(work), { key: "work", marks: "lead", open: true }))
      : nothing
  }`;
}
