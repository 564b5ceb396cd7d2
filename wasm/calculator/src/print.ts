import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { ReportBlock, ReportLine, ReportSection } from "osteon/embedded";
import type { Outcome } from "./engine.js";
import { sheetStyle } from "./style/sheet.js";

/** Type of the sheet, pt: from what reads well down to what still can be read. */
const LARGEST = 9.2;
const SMALLEST = 5.8;
const STEP = 0.2;
/** What an A4 page holds between its margins, mm, with a little to spare. */
const HEIGHT_MM = 281;
const PX_PER_MM = 96 / 25.4;

/** Page margins count only in a style sheet of the document itself. */
const pageRule = css`
  @page {
    size: A4;
    margin: 7.5mm 10mm;
  }
`;

/** The printed page: the first page of the engine's report, in type as large as lets it fit. */
@customElement("osteon-sheet")
export class OsteonSheet extends LitElement {
  @property({ attribute: false }) outcome: Outcome | undefined;
  /** What the sheet says where there is no answer to print. */
  @property() empty = "";
  @state() private printing = false;

  static override styles = [sheetStyle];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.#begin);
    addEventListener("afterprint", this.#end);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#begin);
    removeEventListener("afterprint", this.#end);
  }

  /** Draws the sheet at once: the print preview does not wait. */
  readonly #begin = (): void => {
    const { styleSheet } = pageRule;
    if (styleSheet && !document.adoptedStyleSheets.includes(styleSheet)) document.adoptedStyleSheets.push(styleSheet);
    this.printing = true;
    this.performUpdate();
    this.#fit();
  };

  readonly #end = (): void => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== pageRule.styleSheet);
    this.printing = false;
  };

  #fit(): void {
    this.classList.add("measured");
    for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
      this.style.setProperty("--sheet-size", `${size.toFixed(1)}pt`);
      if (this.scrollHeight <= HEIGHT_MM * PX_PER_MM) break;
    }
    this.classList.remove("measured");
  }

  override render(): unknown {
    if (!this.printing) return nothing;
    if (!this.outcome || !("said" in this.outcome)) return html`<p>${this.empty}</p>`;
    const { title, first, foot } = this.outcome.said.told.report;
    return html`<h1>${title}</h1>
      <main>${first.map(drawSection)}</main>
      <footer>${foot.map((text) => html`<p>${text}</p>`)}</footer>`;
  }
}

function drawSection({ class: name, title, blocks }: ReportSection): unknown {
  return html`<section class=${name}>
    <h2>${title}</h2>
    <div>${blocks.map(drawBlock)}</div>
  </section>`;
}

function drawLine({ text, sources, below }: ReportLine): unknown {
  return html`${text}${sources.length > 0 ? html` <cite>[${sources.join(", ")}]</cite>` : nothing}${
    below.length > 0
      ? html`<ul>
        ${below.map((one) => html`<li>${drawLine(one)}</li>`)}
      </ul>`
      : nothing
  }`;
}

function drawBlock(block: ReportBlock): unknown {
  switch (block.kind) {
    case "lines":
      return block.holds.map((line) => html`<div class="p">${drawLine(line)}</div>`);
    case "list":
      return html`<ul>
        ${block.holds.map((line) => html`<li>${drawLine(line)}</li>`)}
      </ul>`;
    case "table":
      return html`<table>
        <thead>
          <tr>
            ${block.holds.head.map((cell) => html`<th>${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.holds.rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;
    case "drawing":
      return html`<figure>
        ${unsafeHTML(block.holds.svg)}
        <figcaption>${block.holds.caption}</figcaption>
      </figure>`;
    case "sources":
      return block.holds.map(([id, text]) => html`<div class="p"><cite>[${id}]</cite> ${text}</div>`);
  }
}
