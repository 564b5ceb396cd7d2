import { html, nothing, type TemplateResult } from "lit";
import { REGION_NAME_WORDS, VERTEBRA_WORDS, type Region, type RegionName, type Vertebra } from "osteon/embedded";
import { tick } from "./choices.js";
import { choicesOf, entry, entryError, error, number, select, words } from "./fields.js";
import { read, write } from "./numbers.js";
import { group, countOf } from "./section.js";
import { nameOf, type View } from "./view.js";

/** The lines that every examination offers. */
const USUAL: readonly RegionName[] = ["femoral_neck", "total_hip", "lumbar_spine", "radius_33"];
const OTHERS: readonly RegionName[] = REGION_NAME_WORDS.filter((region) => region !== "lumbar_spine");
const VERTEBRAE: readonly Vertebra[] = VERTEBRA_WORDS;
const VALUES = ["bmd_g_cm2", "t_score", "z_score"] as const;
const EXTRAS = ["area_cm2", "bmc_g", "excluded", "exclusion_reason"] as const;

/** Few T-scores are above it, and many are typed without their sign. */
const UNUSUAL_T = 1.5;

type Column = (typeof VALUES)[number];

/** A line of the table, and where its entry is in the document, if it has one. */
interface Line {
  /** Tells the line from others while its entry comes and goes. */
  key: string;
  region: RegionName | "";
  index: number | undefined;
  usual: boolean;
}

/** The lines of an examination: the usual ones, then whatever else its document holds. */
function linesOf(regions: readonly Region[]): Line[] {
  const taken = new Set<number>();
  const usual = USUAL.map((region): Line => {
    const found = regions.findIndex((one) => one.region === region && !isSingle(one));
    if (found >= 0) taken.add(found);
    return { key: region, region, index: found < 0 ? undefined : found, usual: true };
  });
  const rest = regions.flatMap((one, index): Line[] =>
    taken.has(index) ? [] : [{ key: `other${index}`, region: one.region ?? "", index, usual: false }],
  );
  return [...usual, ...rest];
}

function isSingle(region: Region): boolean {
  return region.region === "lumbar_spine" && region.vertebrae?.length === 1;
}

/** The table of an examination. */
export function lines(view: View, scan: number): TemplateResult {
  const { words: w } = view;
  const regions = (view.model.get(`scans[${scan}].regions`) as Region[] | null | undefined) ?? [];
  return html`<div class="lines">
      <div class="line head" aria-hidden="true">
        <span>${w.dxa.region}</span><span>${w.dxa.bmd} <span class="unit">(g/cm²)</span></span><span>${w.dxa.t}</span
        ><span>${w.dxa.z}</span>
      </div>
      ${linesOf(regions).map((line) => drawLine(view, scan, line, regions))}
    </div>`;
}

function drawLine(view: View, scan: number, line: Line, regions: readonly Region[]): TemplateResult {
  const { model, words: w } = view;
  const list = `scans[${scan}].regions`;
  const base = line.index === undefined ? `scans[${scan}].${line.key}` : `${list}[${line.index}]`;
  const region = line.index === undefined ? undefined : regions[line.index];
  const name =
    region && isSingle(region)
      ? w.dxa.singleVertebra(region.vertebrae?.[0] ?? "")
      : line.region === ""
        ? w.dxa.unnamed
        : nameOf(view, "region", line.region);
  const extrasCount = countOf(view, EXTRAS.map((key) => `${base}.${key}`));
  const keyOf = (column: Column) => `scans[${scan}].${line.key}.${column}`;
  const alsoOf = (column: Column) => (column === "bmd_g_cm2" ? [`${base}.bmd_mg_cm2`] : []);
  const cell = (column: Column) => {
    const kept = region?.[column];
    const heads = { bmd_g_cm2: `${w.dxa.bmd} (g/cm²)`, t_score: w.dxa.t, z_score: w.dxa.z };
    return entry(view, `${base}.${column}`, {
      key: keyOf(column),
      label: w.dxa.ofRegion(heads[column], name),
      labelHidden: true,
      text: typeof kept === "number" ? write(kept, view.lang) : "",
      take: (typed) => put(view, scan, line, column, typed),
      numeric: true,
      errorElsewhere: true,
      also: alsoOf(column),
    });
  };
  return html`<div class="line" role="group" aria-label=${name} id=${base} tabindex="-1">
    <div class=${line.region === "lumbar_spine" ? "line-name spine" : "line-name"}><span class="line-region">${name}</span> ${aside(view, scan, line, region, base, name)}</div>
    ${VALUES.map(cell)} ${VALUES.map((column) => entryError(view, `${base}.${column}`, keyOf(column), alsoOf(column)))}
    ${
      line.index === undefined || (line.usual && extrasCount === 0)
        ? nothing
        : html`<div class="line-more">
            ${group(view, `${base}.more`, w.dxa.lineDetails, extrasCount, extras(view, base))}
            ${line.usual ? nothing : html`<button
              type="button"
              class="quiet"
              aria-label=${w.removeWhat(name)}
              @click=${() => {
                for (const key of view.choices.keys()) {
                  if (key.startsWith(`scans[${scan}].other`)) view.choices.delete(key);
                }
                model.remove(list, line.index ?? 0);
                view.focusSoon(`scans[${scan}].add`);
              }}
            >
              ${w.remove}
            </button>`}
          </div>`
    }
    ${
      typeof region?.t_score === "number" && region.t_score > UNUSUAL_T && view.typing.at(keyOf("t_score")) === undefined
        ? html`<p class="line-more query">${w.dxa.positive}</p>`
        : nothing
    }
    ${error(view, base, [`${base}.region`])}
  </div>`;
}

function extras(view: View, base: string): TemplateResult {
  const { model, words: w } = view;
  const excluded = model.get(`${base}.excluded`) === true;
  return html`<div class="columns">
    ${number(view, `${base}.area_cm2`, { label: w.labels.area_cm2, unit: "cm²" })}
    ${number(view, `${base}.bmc_g`, { label: w.labels.bmc_g, unit: "g" })}
    ${tick(`${base}.excluded`, w.dxa.excluded, excluded, (on) => model.set(`${base}.excluded`, on ? true : undefined))}
    ${excluded ? words(view, `${base}.exclusion_reason`, { label: w.labels.exclusion_reason }) : nothing}
  </div>`;
}

/** Beside the name: the side of a hip or forearm, the vertebrae of a spine. Offered once there is a value to qualify. */
function aside(
  view: View,
  scan: number,
  line: Line,
  region: Region | undefined,
  base: string,
  name: string,
): TemplateResult | typeof nothing {
  const { model, words: w } = view;
  if (line.region === "" || line.region === "total_body" || (region && isSingle(region))) return nothing;
  if (line.region === "lumbar_spine") return vertebrae(view, scan, line, region, base);
  const key = `scans[${scan}].${line.key}.side`;
  return select(view, `${base}.side`, choicesOf(w.dxa.sides, w.dxa.noSide), {
    label: w.dxa.ofRegion(w.dxa.side, name),
    labelHidden: true,
    value: (region ? region.side : view.choices.get(key)) ?? "",
    take: (side) => {
      view.choices.set(key, side);
      if (line.index === undefined) view.redraw();
      else model.set(`${base}.side`, side === "" ? undefined : side);
    },
  });
}

function vertebrae(view: View, scan: number, line: Line, region: Region | undefined, base: string): TemplateResult {
  const { model, words: w } = view;
  const key = `scans[${scan}].${line.key}.vertebrae`;
  const before = view.choices.get(key)?.split(",").filter(Boolean);
  const chosen: readonly string[] = region?.vertebrae ?? before ?? [];
  const isStated = region?.vertebrae != null;
  const toggle = (level: Vertebra, on: boolean) => {
    const left = VERTEBRAE.filter((one) => (one === level ? on : chosen.includes(one)));
    // A set of one would be a single vertebra's line, and one of none no line at all.
    if (left.length < 2 && isStated) return view.redraw();
    view.choices.set(key, left.join(","));
    if (line.index === undefined || left.length < 2) view.redraw();
    else model.set(`${base}.vertebrae`, left);
  };
  return html`<div class="toggles" role="group" aria-label=${w.dxa.vertebrae} id=${`${base}.vertebrae`}>
    ${VERTEBRAE.map((level) =>
      tick(`${base}.vertebrae.${level}`, level, chosen.includes(level), (on) => toggle(level, on)),
    )}
    ${isStated || chosen.length > 1 ? nothing : html`<span class="hint">${w.dxa.vertebraeSupposed}</span>`}
  </div>`;
}

/** Takes what was typed in a cell: an entry comes with its first value, and goes with its last. */
function put(view: View, scan: number, line: Line, column: Column, typed: string): void {
  const { model } = view;
  const list = `scans[${scan}].regions`;
  const parsed = read(typed, view.lang);
  let { index } = line;
  if (index === undefined) {
    if (typed.trim() === "") return;
    index = ((model.get(list) as Region[] | null | undefined) ?? []).length;
    model.set(`${list}[${index}]`, fresh(view, scan, line));
  }
  const path = `${list}[${index}].${column}`;
  if (typed.trim() === "") {
    model.set(path, undefined);
    if (line.usual && isEmpty(view, `${list}[${index}]`)) model.remove(list, index);
    tidy(view, scan);
  } else if (parsed === undefined) model.setText(path, typed);
  else model.set(path, parsed);
}

function fresh(view: View, scan: number, line: Line): Region {
  const entry: Region = line.region === "" ? {} : { region: line.region };
  const side = view.choices.get(`scans[${scan}].${line.key}.side`);
  if (side) entry.side = side as NonNullable<Region["side"]>;
  // What nobody stated is for the engine to suppose, and to say so.
  const levels = view.choices.get(`scans[${scan}].${line.key}.vertebrae`)?.split(",") ?? [];
  if (line.region === "lumbar_spine" && levels.length > 1) entry.vertebrae = [...levels] as Vertebra[];
  return entry;
}

function isEmpty(view: View, path: string): boolean {
  const { region: _, side: _side, vertebrae: _vertebrae, ...values } = (view.model.get(path) as Region | undefined) ?? {};
  return Object.keys(values).length === 0 && !VALUES.some((column) => view.model.text(`${path}.${column}`) !== undefined);
}

/** An only examination in which nothing is left is none. */
function tidy(view: View, scan: number): void {
  const scans = view.model.get("scans") as object[] | undefined;
  const only = scans?.[scan];
  if (scans?.length === 1 && only && Object.keys(only).length === 0) view.model.set("scans", undefined);
}

/** Adds a line for another region, or for a single vertebra. */
export function addLine(view: View, scan: number): TemplateResult {
  const { model, words: w } = view;
  const key = `scans[${scan}].add`;
  const choices = [
    ...VERTEBRAE.map((level) => ({ value: level as string, label: w.dxa.singleVertebra(level) })),
    ...OTHERS.map((region) => ({ value: region as string, label: nameOf(view, "region", region) })),
  ];
  const chosen = view.choices.get(key) ?? choices[0]?.value ?? "";
  const add = () => {
    const isVertebra = (VERTEBRAE as readonly string[]).includes(chosen);
    const entry = isVertebra ? { region: "lumbar_spine", vertebrae: [chosen] } : { region: chosen };
    view.focusSoon(`${model.add(`scans[${scan}].regions`, entry)}.bmd_g_cm2`);
  };
  return html`${select(view, key, choices, {
      label: w.dxa.addRegion,
      value: chosen,
      take: (value) => {
        view.choices.set(key, value);
        view.redraw();
      },
      size: "medium",
    })}
    <button type="button" @click=${add}>${w.add}</button>`;
}
