import { html, nothing, svg, type TemplateResult } from "lit";
import type { Fracture } from "osteon/embedded";
import { AREAS, type Area } from "./skeleton_areas.js";
import { nameOf, type View } from "./view.js";

/** The skeleton: one stop of the tab key, within which the arrow keys go from bone to bone. */
export function skeleton(view: View, choose: (site: Area["site"]) => void): TemplateResult {
  const { words: w } = view;
  const fractures = (view.model.get("fractures") as Fracture[] | null | undefined) ?? [];
  const current = view.choices.get("skeleton") ?? "proximal_femur";
  const moved = (event: KeyboardEvent, area: Area) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(area.site);
    } else if (step !== undefined) {
      event.preventDefault();
      const next = AREAS[(AREAS.indexOf(area) + step + AREAS.length) % AREAS.length] ?? area;
      view.choices.set("skeleton", next.site);
      view.focusSoon(`skeleton.${next.site}`);
    }
  };
  const pointed = view.choices.get("skeleton.pointed") ?? "";
  const point = (site: string) => {
    view.choices.set("skeleton.pointed", site);
    view.redraw();
  };
  const drawn = AREAS.map((area) => {
    const count = fractures.filter(({ site }) => site && (site === area.site || area.also?.includes(site))).length;
    const name = w.fractures.marked(nameOf(view, "site", area.site), count);
    return svg`<g
      role="button"
      id=${`skeleton.${area.site}`}
      class=${count > 0 ? "area broken" : "area"}
      tabindex=${area.site === current ? "0" : "-1"}
      @click=${() => choose(area.site)}
      @keydown=${(event: KeyboardEvent) => moved(event, area)}
      @focus=${() => {
        view.choices.set("skeleton", area.site);
        point(area.site);
      }}
      @blur=${() => point("")}
      @mouseenter=${() => point(area.site)}
      @mouseleave=${() => point("")}
    ><title>${name}</title>${shape(area)}${area.paired ? svg`<g transform="translate(260 0) scale(-1 1)">${shape(area)}</g>` : nothing}${
      count > 0 ? mark(area, count) : nothing
    }</g>`;
  });
  // The name of the bone that is pointed at, for the eye; screen readers have it from the button.
  return html`<svg class="skeleton" viewBox="22 0 216 560" role="toolbar" aria-orientation="vertical" aria-label=${w.fractures.skeleton}>
      ${drawn}
    </svg>
    <p class="pointed" aria-hidden="true">${pointed === "" ? "\u00A0" : nameOf(view, "site", pointed)}</p>`;
}

function shape(area: Area): TemplateResult {
  return svg`${area.reach ? svg`<path class="reach" d=${area.reach}></path>` : nothing}${(area.lines ?? []).map(
    (line) => svg`<path class="line-edge" d=${line}></path><path class="line-bone" d=${line}></path>`,
  )}${area.bones.map((bone) => svg`<path class="bone" fill-rule="evenodd" d=${bone}></path>`)}`;
}

/** A disc with the number of fractures; on both sides of a pair, since the side is not recorded. */
function mark(area: Area, count: number): TemplateResult {
  const [x, y] = area.mark;
  const disc = (at: number) =>
    svg`<circle class="mark" cx=${at} cy=${y} r="8"></circle><text class="mark-text" aria-hidden="true" x=${at} y=${y}>${count}</text>`;
  return svg`${disc(x)}${area.paired ? disc(260 - x) : nothing}`;
}
