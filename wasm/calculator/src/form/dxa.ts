import { html, nothing, type TemplateResult } from "lit";
import type { Scan } from "osteon/embedded";
import { tick } from "./choices.js";
import { choicesOf, day, error, number, select, words } from "./fields.js";
import { addLine, lines } from "./dxa_lines.js";
import { countOf, group, section } from "./section.js";
import { nameOf, type View } from "./view.js";

const MODELS: Record<string, string[]> = {
  hologic: ["Horizon", "Discovery", "Delphi", "QDR"],
  ge_lunar: ["Prodigy", "iDXA"],
  norland: ["XR-800"],
};

const DETAILS = ["database", "software_version", "scan_mode", "scanner_serial", "facility", "tbs_z_score"];
const PRECISION = ["femoral_neck", "total_hip", "lumbar_spine", "radius_33"] as const;
const CROSS = ["to_scanner_serial", "date", "generalised_lsc_g_cm2"];

/** The scans: one open for entry, more on demand. */
export function dxa(view: View): TemplateResult {
  const { model, words: w } = view;
  const scans = model.get("scans") as Scan[] | null | undefined;
  const none = Array.isArray(scans) && scans.length === 0;
  const [only] = scans?.length === 1 ? scans : [];
  const isUntouched = !scans || none || (only !== undefined && Object.keys(only).length === 0);
  const count = Math.max(1, scans?.length ?? 0);
  return section(
    view,
    "scans",
    html`${
      isUntouched ? tick("scans.none", w.dxa.none, none, (on) => model.set("scans", on ? [] : undefined)) : nothing
    }
    ${error(view, "scans")}
    ${
      none
        ? nothing
        : html`${Array.from({ length: count }, (_, index) => scan(view, index, count))}
            <div>
              <button type="button" class="quiet" ?disabled=${isUntouched} @click=${() => another(view, count)}>
                + ${w.dxa.addScan}
              </button>
            </div>`
    }`,
  );
}

/** Another examination, of the same scanner unless said. */
function another(view: View, count: number): void {
  const [first] = (view.model.get("scans") as Scan[] | undefined) ?? [];
  const same: Scan = {};
  if (first?.manufacturer) same.manufacturer = first.manufacturer;
  if (first?.model) same.model = first.model;
  if (first?.scanner_serial) same.scanner_serial = first.scanner_serial;
  view.model.add("scans", same);
  view.focusSoon(`scans[${count}].date`);
}

function scan(view: View, index: number, count: number): TemplateResult {
  const { model, words: w } = view;
  const at = (key: string) => `scans[${index}].${key}`;
  const maker = String(model.get(at("manufacturer")) ?? "");
  const list = `scans-${index}-models`;
  const precision = PRECISION.map((region) => at(`precision_g_cm2.${region}`));
  const cross = CROSS.map((key) => at(`cross_calibration.${key}`));
  const title = w.dxa.scan(index + 1);
  const content = html`<datalist id=${list}>
      ${(MODELS[maker] ?? Object.values(MODELS).flat()).map((name) => html`<option value=${name}></option>`)}
    </datalist>
    <div class="row">
      ${select(view, at("manufacturer"), choicesOf(w.dxa.makers, w.notKnown), {
        label: w.labels.manufacturer,
        size: "medium",
      })}
      ${words(view, at("model"), { label: w.labels.model, list, size: "medium" })}
      ${day(view, at("date"), { label: w.labels.date })}
    </div>
    ${lines(view, index)} ${error(view, at("regions"))}
    <div class="row adder">${number(view, at("tbs"), { label: w.dxa.tbs, size: "medium" })} ${addLine(view, index)}</div>
    ${group(
      view,
      at("details"),
      w.dxa.details,
      countOf(view, [...DETAILS.map(at), ...precision, ...cross]),
      html`<div class="columns">
          ${DETAILS.filter((key) => key !== "tbs_z_score").map((key) => words(view, at(key), { label: own(view, key) }))}
          ${number(view, at("tbs_z_score"), { label: w.labels.tbs_z_score })}
        </div>
        <fieldset>
          <legend>${w.dxa.precision}</legend>
          <div class="columns">
            ${PRECISION.map((region) =>
              number(view, at(`precision_g_cm2.${region}`), { label: nameOf(view, "region", region), unit: "g/cm²" }),
            )}
          </div>
        </fieldset>
        <fieldset>
          <legend>${w.dxa.cross}</legend>
          <div class="columns">
            ${words(view, at("cross_calibration.to_scanner_serial"), { label: w.labels.to_scanner_serial })}
            ${day(view, at("cross_calibration.date"), { label: w.labels.date })}
            ${number(view, at("cross_calibration.generalised_lsc_g_cm2"), {
              label: w.labels.generalised_lsc_g_cm2,
              unit: "g/cm²",
            })}
          </div>
        </fieldset>`,
    )}`;
  if (count === 1) return html`<div class="stack" id=${`scans[${index}]`} tabindex="-1">${content}</div>`;
  return html`<fieldset class="stack boxed" id=${`scans[${index}]`} tabindex="-1">
    <legend>${title}</legend>
    ${content}
    <div class="end">
      <button
        type="button"
        class="quiet"
        aria-label=${w.removeWhat(title)}
        @click=${() => {
          // What was chosen for an examination would be another's once they move up.
          for (const key of view.choices.keys()) if (key.startsWith("scans[")) view.choices.delete(key);
          model.remove("scans", index);
          view.focusSoon("scans");
        }}
      >
        ${w.remove}
      </button>
    </div>
  </fieldset>`;
}

function own(view: View, key: string): string {
  const labels: Record<string, string> = view.words.labels;
  return labels[key] ?? key;
}
