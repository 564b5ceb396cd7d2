import { html, nothing, type TemplateResult } from "lit";
import { DRUG_WORDS, type Drug, type Treatment } from "osteon/embedded";
import { isNone, setNone } from "./complete.js";
import { threeState, tick } from "./choices.js";
import { choicesOf, day, error, number, select, words } from "./fields.js";
import { countOf, folded, group } from "./section.js";
import { nameOf, type View } from "./view.js";

const DETAILS = ["dose", "doses", "adherent", "planned_stop", "stop_reason"];

/** How a drug is given, where it is given one way only. */
const ROUTES: Partial<Record<Drug, Treatment["route"]>> = {
  alendronate: "oral",
  risedronate: "oral",
  raloxifene: "oral",
  zoledronate: "iv",
  denosumab: "sc",
  teriparatide: "sc",
  abaloparatide: "sc",
  romosozumab: "sc",
};

/** Treatments, now and before. */
export function treatments(view: View): TemplateResult {
  const { model, words: w } = view;
  const list = model.get("treatments") as Treatment[] | null | undefined;
  const none = isNone(model, "treatments");
  const drugs = DRUG_WORDS.map((drug) => ({ value: drug, label: nameOf(view, "drug", drug) }));
  const chosen = (view.choices.get("treatments.drug") ?? "alendronate") as Drug;
  const add = () => {
    const route = ROUTES[chosen];
    view.focusSoon(`${model.add("treatments", route ? { drug: chosen, route } : { drug: chosen })}.start`);
  };
  return folded(
    view,
    "treatments",
    list?.length ?? 0,
    html`${
        !list || none ? tick("treatments.none", w.treatments.none, none, (on) => setNone(model, "treatments", on)) : nothing
      }
      ${error(view, "treatments")}
      ${
        list && list.length > 0
          ? html`<ol class="entries">
              ${list.map((treatment, index) => row(view, treatment, index, drugs))}
            </ol>`
          : nothing
      }
      <div class="row adder">
        ${select(view, "treatments.drug", drugs, {
          label: w.treatments.drug,
          value: chosen,
          take: (value) => {
            view.choices.set("treatments.drug", value);
            view.redraw();
          },
          size: "medium",
        })}
        <button type="button" @click=${add}>${w.treatments.add}</button>
      </div>`,
  );
}

function row(view: View, treatment: Treatment, index: number, drugs: { value: string; label: string }[]): TemplateResult {
  const { model, words: w } = view;
  const base = `treatments[${index}]`;
  const at = (key: string) => `${base}.${key}`;
  const title = `${index + 1}. ${nameOf(view, "drug", treatment.drug ?? "unspecified")}`;
  return html`<li class="boxed" id=${base} tabindex="-1">
    <div class="entry-head">
      <h3>${title}</h3>
      <button
        type="button"
        class="quiet"
        aria-label=${w.removeWhat(title)}
        @click=${() => {
          model.remove("treatments", index);
          view.focusSoon("treatments.drug");
        }}
      >
        ${w.remove}
      </button>
    </div>
    <div class="columns">
      ${select(view, at("drug"), drugs, { label: w.treatments.drug })}
      ${select(view, at("route"), choicesOf(w.treatments.routes, w.notKnown), { label: w.labels.route })}
      ${day(view, at("start"), { label: w.labels.start })}
      ${day(view, at("stop"), { label: w.labels.stop, hint: w.treatments.stopHint })}
      ${day(view, at("last_dose"), { label: w.labels.last_dose })}
    </div>
    ${group(
      view,
      at("details"),
      w.treatments.details,
      countOf(view, DETAILS.map(at)),
      html`<div class="columns">
        ${words(view, at("dose"), { label: w.labels.dose })} ${number(view, at("doses"), { label: w.labels.doses })}
        ${day(view, at("planned_stop"), { label: w.labels.planned_stop })}
        ${select(view, at("stop_reason"), choicesOf(w.treatments.reasons, w.choose), { label: w.labels.stop_reason })}
        ${threeState(view, at("adherent"), { label: w.labels.adherent })}
      </div>`,
    )}
  </li>`;
}
