import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { ReportBlock, ReportLine } from "osteon/embedded";
import { parted, type View } from "./view.js";

/** How the lines of a block are drawn. */
export interface Manner {
  /** Names the block, so that what is unfolded stays so. */
  key: string;
  /** What stands out: what is before the first colon, the value after it, or all but a remark in brackets. */
  marks?: "lead" | "value" | "head";
  /** Paths of the fields that the beginnings of sentences name. */
  fields?: ReadonlyMap<string, string>;
  /** What belongs below a line is always seen, and not folded. */
  open?: boolean;
  /** Only so many lines are seen; the others are folded. */
  first?: number;
}

/** References to sources, by their number in the list. */
export function cites(view: View, ids: readonly string[]): TemplateResult | typeof nothing {
  const known = ids.filter((id) => view.numbers.has(id));
  if (known.length === 0) return nothing;
  const link = (id: string) => {
    const number = view.numbers.get(id) ?? 0;
    const go = (event: Event) => {
      event.preventDefault();
      view.toSource(id);
    };
    return html`<a href="#source-${id}" aria-label=${view.words.source(number)} @click=${go}>${number}</a>`;
  };
  return html`<span class="cites">${known.map(link)}</span>`;
}

/** A sentence, part of which stands out. */
function marked(view: View, text: string, { marks, fields }: Manner): unknown {
  if (marks === "head") {
    const { head, aside } = parted(text);
    return aside ? html`${head} <small>${aside}</small>` : text;
  }
  const colon = /[\s\u00a0\u202f]?:\s/u.exec(text);
  if (!marks || !colon || colon.index > 130) return text;
  if (marks === "lead") {
    const lead = text.slice(0, colon.index);
    const path = fields?.get(lead);
    const named = path
      ? html`<button type="button" class="field" @click=${() => view.toField(path)}>${lead}</button>`
      : html`<strong>${lead}</strong>`;
    return html`${named}${text.slice(colon.index)}`;
  }
  const begin = colon.index + colon[0].length;
  const comma = text.indexOf(", ", begin);
  const end = comma < 0 ? text.length : comma;
  return html`${text.slice(0, begin)}<strong>${text.slice(begin, end)}</strong>${text.slice(end)}`;
}

/** A sentence with its sources, and what belongs below it. */
export function line(view: View, { text, sources, below }: ReportLine, manner: Manner): unknown {
  const shown = marked(view, text, manner);
  const cited = cites(view, sources);
  if (below.length === 0) return html`${shown} ${cited}`;
  const under = () => list(view, below, { key: `${manner.key}/`, open: true });
  if (manner.open) return html`${shown} ${cited}${under()}`;
  // A link has no place in what folds and unfolds: it goes inside.
  return view.fold(`${manner.key}:${text.slice(0, 60)}`, shown, () => html`${under()}${cited}`, "line");
}

/** Sentences as a list. */
export function list(view: View, lines: readonly ReportLine[], manner: Manner): unknown {
  const items = (some: readonly ReportLine[]) =>
    html`<ul>
      ${some.map((one) => html`<li>${line(view, one, manner)}</li>`)}
    </ul>`;
  const seen = manner.first ?? Infinity;
  if (lines.length <= seen + 1) return items(lines);
  return html`${items(lines.slice(0, seen))}
  ${view.fold(`${manner.key}+`, view.words.more(lines.length), () => items(lines.slice(seen)))}`;
}

/** A drawing of the engine, on paper of its own: its colours are made for a light ground. */
export function drawing(svg: string, caption: string): TemplateResult {
  return html`<figure class="drawing">
    ${unsafeHTML(svg)}
    <figcaption>${caption}</figcaption>
  </figure>`;
}

/** A table, whose first column names its rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], label: string): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) => html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A block of the report. */
export function block(view: View, of: ReportBlock, manner: Manner): unknown {
  switch (of.kind) {
    case "lines":
      return of.holds.map((one) => html`<div class="p">${line(view, one, manner)}</div>`);
    case "list":
      return list(view, of.holds, manner);
    case "table":
      return table(of.holds.head, of.holds.rows, view.words.scores);
    case "drawing":
      return drawing(of.holds.svg, of.holds.caption);
    case "sources":
      return sourceList(of.holds);
  }
}

/** Blocks, one after another. */
export function blocks(view: View, of: readonly ReportBlock[], manner: Manner): unknown {
  return of.map((one, at) => block(view, one, { ...manner, key: `${manner.key}.${at}` }));
}

/** The sources in full, numbered as they are referred to. */
export function sourceList(of: readonly (readonly [string, string])[]): TemplateResult {
  return html`<ol class="sources">
    ${of.map(([id, text]) => html`<li id="source-${id}" tabindex="-1">${text}</li>`)}
  </ol>`;
}
