import type { Patient } from "osteon/embedded";
import { describe, expect, it } from "vitest";
import { viewable } from "./served.js";
import { load, settled, violations, Visits } from "./visit.js";
import { PEOPLE } from "./vignettes/people.js";

describe.skipIf(!viewable)("the page", { timeout: 60_000 }, () => {
  const visits = new Visits();

  const LOOKS = [
    { width: 1280, colorScheme: "light" },
    { width: 390, colorScheme: "dark" },
  ] as const;
  const STATES: Record<string, Patient> = {
    empty: {},
    filled: { ...Object.values(PEOPLE)[3]?.document },
    wrong: { sex: "female", age_years: 710, height_cm: 1.65, labs: [{ analyte: "calcium", value: 9.4, unit: "mmol/L" }] },
  };
  const all = LOOKS.flatMap((look) => Object.keys(STATES).map((state) => ({ ...look, state })));

  it.each(all)("has nothing that axe finds, with every part unfolded: $state, $width px, $colorScheme", async ({ state, width, colorScheme }) => {
    const options = { viewport: { width, height: 844 }, colorScheme };
    for (const lang of ["en", "fr"]) {
      await visits.on(`?lang=${lang}`, async (page) => {
        await load(page, STATES[state] ?? {});
        await page.locator("osteon-form").evaluate((form) => {
          for (const fold of form.shadowRoot?.querySelectorAll("details") ?? []) fold.open = true;
        });
        await settled(page);
        expect(await violations(page), lang).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }, options);
    }
  });

  it("says nothing to the console and asks for nothing", () => visits.expectQuiet());
});
