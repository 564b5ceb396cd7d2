import { html, type TemplateResult } from "lit";
import { threeState } from "./choices.js";
import { choicesOf, day, number, select, words } from "./fields.js";
import { countryChoices } from "./person.js";
import { countOf, folded } from "./section.js";
import type { View } from "./view.js";

const KEYS = ["mof_percent", "hip_percent", "with_bmd", "model", "date", "version", "adjusted_for"].map((key) => `frax.${key}`);

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
        ${number(view, "frax.mof_percent", { unit: "%" })} ${number(view, "frax.hip_percent", { unit: "%" })}
        ${threeState(view, "frax.with_bmd")}
      </div>
      <div class="columns">
        ${select(view, "frax.model", countryChoices(view, w.frax.noModel))} ${day(view, "frax.date")}
        ${words(view, "frax.version")}
        ${select(view, "frax.adjusted_for", choicesOf(w.frax.adjusteds, w.notKnown), {
          value: adjusted === undefined ? "" : adjusted.length === 0 ? "none" : adjusted.join(", "),
          take: takeAdjusted,
        })}
      </div>`,
  );
}
