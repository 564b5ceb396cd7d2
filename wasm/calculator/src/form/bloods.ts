import { html, nothing, type TemplateResult } from "lit";
import { ANALYTE_WORDS, type Analyte, type Lab } from "osteon/embedded";
import { labIn, labUnit, labUnits, typeset } from "../units.js";
import { choicesOf, day, entry, entryError, error, number, select } from "./fields.js";
import { read, write } from "./numbers.js";
import { folded, group } from "./section.js";
import { nameOf, type View } from "./view.js";

/** The tests that every form offers. */
const USUAL: readonly Analyte[] = [
  "calcium",
  "albumin",
  "phosphate",
  "creatinine",
  "egfr",
  "crcl",
  "vitamin_d_25oh",
  "pth",
  "tsh",
  "alp",
  "haemoglobin",
];

/** Tests whose results are words. */
const IN_WORDS: ReadonlySet<Analyte> = new Set(["serum_protein_electrophoresis", "free_light_chains"]);

interface Line {
  key: string;
  analyte: Analyte | "";
  index: number | undefined;
  usual: boolean;
}

/** The usual tests, then whatever else was entered. */
function linesOf(labs: readonly Lab[]): Line[] {
  const usual = USUAL.map((analyte): Line => {
    const index = labs.findIndex((lab) => lab.analyte === analyte);
    return { key: analyte, analyte, index: index < 0 ? undefined : index, usual: true };
  });
  const taken = new Set(usual.map((line) => line.index));
  const rest = labs.flatMap((lab, index): Line[] =>
    taken.has(index) ? [] : [{ key: `other${index}`, analyte: lab.analyte ?? "", index, usual: false }],
  );
  return [...usual, ...rest];
}

/** Blood tests, in the units of the form; a document keeps what a laboratory wrote until it is typed over. */
export function bloods(view: View): TemplateResult {
  const { words: w } = view;
  const labs = (view.model.get("labs") as Lab[] | null | undefined) ?? [];
  // Not the day of what was there before: a new result would take an old one.
  const common = view.choices.get("labs.date") ?? "";
  return folded(
    view,
    "labs",
    labs.length,
    html`<div class="row">
        ${day(view, "labs.date", {
          label: w.labs.day,
          hint: w.labs.dayHint,
          value: common,
          take: (typed) => redate(view, common, typed),
        })}
        ${select(view, "units.labs", choicesOf(w.labs.systems), {
          label: w.units,
          value: view.model.units.labs,
          take: (chosen) => view.model.setUnits({ labs: chosen === "conventional" ? "conventional" : "si" }),
        })}
      </div>
      <p class="hint">${w.labs.intro}</p>
      <div class="lines labs">
        <div class="line head" aria-hidden="true">
          <span>${w.labs.analyte}</span><span>${w.labs.value}</span><span>${w.labs.unit}</span><span>${w.labs.date}</span>
        </div>
        ${linesOf(labs).map((line) => drawLine(view, line, labs, common))}
      </div>
      ${adder(view, common)} ${labs.length > 0 ? limits(view, labs) : nothing}`,
  );
}

/** The day of the samples: of those that had it, and of those that have none. */
function redate(view: View, before: string, day: string | undefined): void {
  view.choices.set("labs.date", day ?? "");
  // What could not be read there was put right.
  view.model.set("labs.date", undefined);
  const labs = (view.model.get("labs") as Lab[] | null | undefined) ?? [];
  labs.forEach((lab, index) => {
    if ((lab.date ?? "") === before || !lab.date) view.model.set(`labs[${index}].date`, day);
  });
  view.redraw();
}

function drawLine(view: View, line: Line, labs: readonly Lab[], common: string): TemplateResult {
  const { model, words: w } = view;
  const lab = line.index === undefined ? undefined : labs[line.index];
  const base = line.index === undefined ? `labs.${line.analyte}` : `labs[${line.index}]`;
  const { analyte } = line;
  const name = analyte === "" ? w.labs.unnamed : nameOf(view, "test", analyte);
  const wanted = analyte === "" ? undefined : labUnit(analyte, model.units);
  const turned =
    analyte === "" || lab?.value == null || !lab.unit || !wanted ? undefined : labIn(analyte, lab.value, lab.unit, wanted);
  // A result that came without its unit is not given one.
  const unit = lab?.value != null && turned === undefined ? (lab.unit ?? undefined) : wanted;
  const value = turned ?? lab?.value;
  const isCoded = (analyte !== "" && IN_WORDS.has(analyte)) || lab?.coded != null;
  const asksUnit =
    analyte !== "" && wanted !== undefined && lab?.value != null && (!lab.unit || view.problemAt(`${base}.unit`) !== undefined);
  const also = [...(asksUnit ? [] : [`${base}.unit`]), `${base}.comparator`];
  const label = `${name}${unit ? ` (${typeset(unit, view.lang)})` : ""}`;
  const result = isCoded
    ? select(view, `${base}.coded`, choicesOf(w.labs.codes, w.choose), {
        label: `${name}, ${w.labs.inWords}`,
        labelHidden: true,
        ...(lab ? {} : { take: (code: string) => model.set(`labs[${labs.length}]`, { ...(analyte === "" ? {} : fresh(analyte, common)), coded: code }) }),
      })
    : entry(view, `${base}.value`, {
        key: `labs.${line.key}.value`,
        label,
        labelHidden: true,
        text: value == null ? "" : `${lab?.comparator ?? ""}${write(value, view.lang)}`,
        take: (typed) => put(view, line, unit, common, typed),
        numeric: true,
        errorElsewhere: true,
        also,
      });
  return html`<div class="line" role="group" aria-label=${name} id=${base} tabindex="-1">
    <div class="line-name"><span class="line-region">${name}</span></div>
    ${result}
    ${
      asksUnit && !isCoded
        ? select(view, `${base}.unit`, unitChoices(view, analyte), { label: `${w.labs.unit}, ${name}`, labelHidden: true })
        : html`<span class="line-unit unit">${isCoded ? "" : typeset(unit ?? "", view.lang)}</span>`
    }
    ${
      lab
        ? html`${day(view, `${base}.date`, { label: `${w.labs.date}, ${name}`, labelHidden: true })}`
        : nothing
    }
    ${
      line.usual || line.index === undefined
        ? nothing
        : html`<div class="line-more end">
            <button
              type="button"
              class="quiet"
              aria-label=${w.removeWhat(name)}
              @click=${() => {
                model.remove("labs", line.index ?? 0);
                view.focusSoon("labs.other");
              }}
            >
              ${w.remove}
            </button>
          </div>`
    }
    ${isCoded ? nothing : entryError(view, `${base}.value`, `labs.${line.key}.value`, also)}
    ${error(view, base, [`${base}.analyte`])}
  </div>`;
}

function unitChoices(view: View, analyte: Analyte): { value: string; label: string }[] {
  const units = labUnits(analyte).map((unit) => ({ value: unit, label: typeset(unit, view.lang) }));
  return [{ value: "", label: view.words.choose }, ...units];
}

/** Takes a result: a sign of its range may stand before it; a usual test's entry comes and goes with it. */
function put(view: View, line: Line, unit: string | undefined, common: string, typed: string): void {
  const { model } = view;
  const [, sign, digits = ""] = /^\s*([<>]?)(.*)$/u.exec(typed) ?? [];
  const parsed = read(digits, view.lang);
  let { index } = line;
  if (typed.trim() === "") {
    if (index !== undefined && line.usual) model.remove("labs", index);
    else if (index !== undefined) model.set(`labs[${index}].value`, undefined);
    return;
  }
  if (index === undefined) {
    index = ((model.get("labs") as Lab[] | null | undefined) ?? []).length;
    model.set(`labs[${index}]`, line.analyte === "" ? {} : fresh(line.analyte, common));
  }
  const base = `labs[${index}]`;
  if (parsed === undefined) return model.setText(`${base}.value`, typed);
  const before = model.get(base) as Lab;
  const after: Lab = { ...before, value: parsed };
  if (unit) after.unit = unit;
  if (sign) after.comparator = sign as "<" | ">";
  else delete after.comparator;
  if (before.unit && unit && before.unit !== unit) {
    // The laboratory's limits are in the unit of the result, and go with it.
    for (const limit of ["reference_low", "reference_high"] as const) {
      const value = before[limit];
      const turned = value == null || line.analyte === "" ? undefined : labIn(line.analyte, value, before.unit, unit);
      if (turned === undefined) delete after[limit];
      else after[limit] = turned;
    }
  }
  model.set(base, after);
}

function fresh(analyte: Analyte, common: string): Lab {
  return common === "" ? { analyte } : { analyte, date: common };
}

function adder(view: View, common: string): TemplateResult {
  const { model, words: w } = view;
  const choices = ANALYTE_WORDS.filter((analyte) => !USUAL.includes(analyte)).map((analyte) => ({
    value: analyte as string,
    label: nameOf(view, "test", analyte),
  }));
  const chosen = (view.choices.get("labs.other") ?? choices[0]?.value ?? "") as Analyte;
  const add = () => {
    const path = model.add("labs", fresh(chosen, common));
    view.focusSoon(`${path}.${IN_WORDS.has(chosen) ? "coded" : "value"}`);
  };
  return html`<div class="row adder">
    ${select(view, "labs.other", choices, {
      label: w.labs.other,
      value: chosen,
      take: (value) => {
        view.choices.set("labs.other", value);
        view.redraw();
      },
      size: "medium",
    })}
    <button type="button" @click=${add}>${w.add}</button>
  </div>`;
}

function limits(view: View, labs: readonly Lab[]): TemplateResult {
  const { words: w } = view;
  const entered = labs.filter((lab) => lab.reference_low != null || lab.reference_high != null || lab.status != null);
  const content = labs.map((lab, index) => {
    const base = `labs[${index}]`;
    const unit = lab.unit ?? undefined;
    return html`<fieldset>
      <legend>${nameOf(view, "test", lab.analyte ?? "")}</legend>
      <div class="columns">
        ${number(view, `${base}.reference_low`, { label: w.labs.low, unit })}
        ${number(view, `${base}.reference_high`, { label: w.labs.high, unit })}
        ${select(view, `${base}.status`, choicesOf(w.labs.statuses, w.notKnown), { label: w.labs.status })}
      </div>
    </fieldset>`;
  });
  return group(view, "labs.limits", w.labs.limits, entered.length, content);
}
