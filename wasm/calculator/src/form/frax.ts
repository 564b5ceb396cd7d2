import { html, type TemplateResult } from "lit";
import { threeState } from "./choices.js";
import { choicesOf, type Choice, day, number, select, words } from "./fields.js";
import { countryChoices } from "./person.js";
import { countOf, folded } from "./section.js";
import type { View } from "./view.js";

const KEYS = ["mof_percent", "hip_percent", "with_bmd", "model", "date", "version", "adjusted_for"].map((key) => `frax.${key}`);

/** Countries, one of which has a model for each of four groups. */
function modelChoices(view: View): Choice[] {
  const { frax: w } = view.words;
  return countryChoices(view, w.noModel).flatMap((country) => {
    if (country.value !== "US") return [country];
    const variants = Object.entries(w.variants);
    return variants.map(([id, name]) => ({ value: `US:${id}`, label: w.variant(country.label, name) }));
  });
}

/** A result that was calculated elsewhere. */
export function frax(view: View): TemplateResult {
  const { model, words: w } = view;
  const adjusted = model.get("frax.adjusted_for") as string[] | undefined;
  const takeAdjusted = (value: string) =>
    model.set("frax.adjusted_for", value === "" ? undefined : value === "none" ? [] : value.split(", "));
  return folded(
    view,
    "frax",
    countOf(view, KEYS),
    html`<p class="hint">${w.frax.intro}</p>
      <div class="row">
        ${number(view, "frax.mof_percent", { unit: "%", size: "short" })}
        ${number(view, "frax.hip_percent", { unit: "%", size: "short" })}
        ${threeState(view, "frax.with_bmd")}
      </div>
      <div class="columns">
        ${select(view, "frax.model", modelChoices(view))} ${day(view, "frax.date")}
        ${words(view, "frax.version")}
        ${select(view, "frax.adjusted_for", choicesOf(w.frax.adjusteds, w.notKnown), {
          value: adjusted === undefined ? "" : adjusted.length === 0 ? "none" : adjusted.join(", "),
          take: takeAdjusted,
        })}
      </div>`,
  );
}
