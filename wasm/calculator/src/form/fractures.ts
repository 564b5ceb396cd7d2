import { html, nothing, type TemplateResult } from "lit";
import { FRACTURE_SITE_WORDS, type Fracture, type FractureSite } from "osteon/embedded";
import { isNone, setNone } from "./complete.js";
import { initials, segments, threeState, tick } from "./choices.js";
import { choicesOf, error, number, select, words } from "./fields.js";
import { countOf, group, section } from "./section.js";
import { skeleton } from "./skeleton.js";
import { spineImaging, levels } from "./spine_imaging.js";
import { nameOf, type View } from "./view.js";
import { when } from "./when.js";

const VERTEBRAL: readonly string[] = ["vertebra", "upper_thoracic_vertebra", "cervical_vertebra"];
const DETAILS = ["cause", "date_is", "height_loss_percent", "event_id", "on_treatment"];

/** Fractures, chosen on the skeleton or from a list. */
export function fractures(view: View): TemplateResult {
  const { model, words: w } = view;
  const list = model.get("fractures") as Fracture[] | null | undefined;
  const none = isNone(model, "fractures");
  const add = (site: FractureSite) => view.focusSoon(`${model.add("fractures", { site })}.when`);
  const site = (view.choices.get("fracture.site") ?? "proximal_femur") as FractureSite;
  const sites = FRACTURE_SITE_WORDS.map((one) => ({ value: one, label: nameOf(view, "site", one) }));
  return section(
    view,
    "fractures",
    html`${!list || none ? tick("fractures.none", w.fractures.none, none, (on) => setNone(model, "fractures", on)) : nothing}
      <div class="fractures">
        <div class="figure">${skeleton(view, add)}</div>
        <div class="stack">
          <p class="hint">${w.fractures.intro} ${w.fractures.skeletonHint}</p>
          <div class="row adder">
            ${select(view, "fracture.site", sites, {
              label: w.fractures.site,
              value: site,
              take: (value) => {
                view.choices.set("fracture.site", value);
                view.redraw();
              },
              size: "medium",
            })}
            <button type="button" @click=${() => add(site)}>${w.fractures.add}</button>
          </div>
          ${error(view, "fractures")}
          <h3>${w.fractures.list}</h3>
          ${
            list && list.length > 0
              ? html`<ol class="entries">
                  ${list.map((fracture, index) => row(view, fracture, index, sites))}
                </ol>`
              : html`<p class="hint">${w.fractures.empty}</p>`
          }
        </div>
      </div>
      ${spineImaging(view)}`,
  );
}

function row(view: View, fracture: Fracture, index: number, sites: { value: string; label: string }[]): TemplateResult {
  const { model, words: w } = view;
  const base = `fractures[${index}]`;
  const at = (key: string) => `${base}.${key}`;
  const title = w.fractures.one(index + 1, nameOf(view, "site", fracture.site ?? "unspecified"));
  const isVertebral = VERTEBRAL.includes(fracture.site ?? "") || countOf(view, [at("levels"), at("genant_grade")]) > 0;
  const isVague = /_unspecified$/u.test(fracture.site ?? "");
  const site = select(view, at("site"), sites, { label: w.fractures.site, size: "wide" });
  const details = group(
    view,
    at("details"),
    w.fractures.details,
    countOf(view, DETAILS.map(at)),
    html`<div class="columns">
      ${isVague ? nothing : site} ${select(view, at("cause"), choicesOf(w.fractures.causes, w.choose), { label: w.labels.cause })}
      ${select(view, at("date_is"), choicesOf(w.fractures.datesAre, w.choose), { label: w.labels.date_is })}
      ${number(view, at("height_loss_percent"), { label: w.labels.height_loss_percent, unit: "%" })}
      ${words(view, at("event_id"), { label: w.labels.event_id })}
      ${threeState(view, at("on_treatment"), { label: w.labels.on_treatment })}
    </div>`,
  );
  return html`<li class="boxed" id=${base} tabindex="-1">
    <div class="entry-head">
      <h4>${title}</h4>
      <button
        type="button"
        class="quiet"
        aria-label=${w.removeWhat(title)}
        @click=${() => {
          // What was chosen for a row would be another's once the rows move up.
          for (const key of view.choices.keys()) if (key.startsWith("fractures[")) view.choices.delete(key);
          model.remove("fractures", index);
          view.focusSoon("fracture.site");
        }}
      >
        ${w.remove}
      </button>
    </div>
    <div class="row">${when(view, fracture, index)}</div>
    ${segments(view, at("trauma"), choicesOf(w.fractures.traumas), {
      label: w.labels.trauma,
      value: fracture.trauma ?? "unknown",
      take: (value) => model.set(at("trauma"), value === "unknown" ? undefined : value),
      keys: initials(w.fractures.traumas),
    })}
    <p class="hint">${w.fractures.traumaHint}</p>
    ${
      isVertebral
        ? html`${levels(view, at("levels"), fracture.site ?? undefined)}
          ${select(view, at("genant_grade"), choicesOf(w.fractures.grades, w.notKnown), {
            label: w.labels.genant_grade,
            value: fracture.genant_grade == null ? "" : String(fracture.genant_grade),
            take: (value) => model.set(at("genant_grade"), value === "" ? undefined : Number(value)),
            size: "medium",
          })}`
        : nothing
    }
    ${isVague ? site : nothing} ${details}
  </li>`;
}
