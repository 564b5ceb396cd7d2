import { html, nothing, type TemplateResult } from "lit";
import { lengthScale, massScale } from "../units.js";
import { initials, segments, threeState } from "./choices.js";
import { choicesOf, day, number, select, words } from "./fields.js";
import { countOf, group, section } from "./section.js";
import type { View } from "./view.js";

const COUNTRIES = ["FR", "GB", "US", "DE", "CA", "JP"];
const MORE = ["id", "birth_date", "ethnicity", "qfracture_ethnicity", "gender_identity", "sex_recorded_at_birth", "bmi_kg_m2"];

/** The name of a country in the language of the page. */
export function countryName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames([lang === "en" ? "en-GB" : lang], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The countries whose guidelines are known, and the one that is entered. */
export function countryChoices(view: View, empty: string): { value: string; label: string }[] {
  const entered = view.model.get("country");
  const codes = typeof entered === "string" && !COUNTRIES.includes(entered) ? [...COUNTRIES, entered] : COUNTRIES;
  const all = codes.map((code) => ({ value: code, label: countryName(code, view.lang) }));
  return [...all, { value: "", label: empty }];
}

/** Sex, age, size and country. */
export function person(view: View): TemplateResult {
  const { model, words: w } = view;
  const sex = String(model.get("sex") ?? "");
  const asksMenopause = sex === "female" || countOf(view, ["postmenopausal", "menopause_age_years"]) > 0;
  return section(
    view,
    "person",
    html`<div class="row">
        ${segments(view, "sex", choicesOf(w.person.sexes), {
          value: sex,
          take: (value) => model.set("sex", value),
          keys: initials(w.person.sexes),
        })}
        ${number(view, "age_years", { unit: w.person.years, also: ["birth_date"] })}
        ${number(view, "height_cm", { scale: lengthScale(model.units) })}
        ${number(view, "weight_kg", { scale: massScale(model.units) })}
      </div>
      <div class="row">
        ${select(view, "country", countryChoices(view, w.person.noCountry), {
          hint: w.person.countryHint,
          size: "medium",
        })}
        ${day(view, "assessed_on")}
        ${select(view, "units.size", choicesOf(w.person.sizes), {
          label: w.units,
          value: model.units.length === "in" ? "imperial" : "metric",
          take: (chosen) =>
            model.setUnits(chosen === "imperial" ? { length: "in", mass: "lb" } : { length: "cm", mass: "kg" }),
          size: "short",
        })}
      </div>
      ${
        asksMenopause
          ? html`<div class="row">
              ${threeState(view, "postmenopausal")}
              ${number(view, "menopause_age_years", { unit: w.person.years, size: "short" })}
            </div>`
          : nothing
      }
      ${group(view, "person.more", w.person.more, countOf(view, MORE), more(view))}`,
  );
}

function more(view: View): TemplateResult {
  const { words: w } = view;
  const { notKnown } = w;
  return html`<div class="columns">
    ${words(view, "id")} ${day(view, "birth_date")}
    ${select(view, "ethnicity", choicesOf(w.person.ethnicities, notKnown), { hint: w.person.ethnicityHint })}
    ${select(view, "qfracture_ethnicity", choicesOf(w.person.qfracture, notKnown))}
    ${select(view, "gender_identity", choicesOf(w.person.genders, notKnown))}
    ${select(view, "sex_recorded_at_birth", choicesOf(w.person.sexes, notKnown))}
    ${number(view, "bmi_kg_m2", { unit: "kg/m²" })}
  </div>`;
}
