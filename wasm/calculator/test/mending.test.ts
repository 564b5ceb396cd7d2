import { init } from "osteon";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { viewable } from "./served.js";
import { patientOf, settled, violations, Visits } from "./visit.js";
import { Hand } from "./vignettes/hand.js";
import { WORDS, type Language } from "../src/words/index.js";

/** A wrong entry: where it is typed, what is typed, what the engine says at the field, and what mends it. */
interface Slip {
  label: (hand: Hand) => string;
  section: Parameters<Hand["section"]>[0];
  typed: string;
  says: Record<Language, RegExp>;
  mended: string;
}

const density = (column: "bmd" | "t") => (hand: Hand) => {
  const { dxa } = hand.words;
  return dxa.ofRegion(column === "bmd" ? `${dxa.bmd} (g/cm²)` : dxa.t, hand.nameOf("region", "femoral_neck"));
};
const NOT_READ = { en: /cannot be read as a number/u, fr: /illisible/u };

const SLIPS: Record<string, Slip> = {
  "a density in mg/cm²": {
    label: density("bmd"),
    section: "scans",
    typed: "812",
    says: { en: /mg\/cm/u, fr: /hors des limites/u },
    mended: "0.812",
  },
  "a height in metres": {
    label: (hand) => hand.label("height_cm"),
    section: "person",
    typed: "1.65",
    says: { en: /metres/u, fr: /hors des limites/u },
    mended: "165",
  },
  "an age with a nought too many": {
    label: (hand) => hand.label("age_years"),
    section: "person",
    typed: "710",
    says: { en: /120/u, fr: /hors des limites .*120/u },
    mended: "71",
  },
  "words for a number": {
    label: (hand) => hand.label("weight_kg"),
    section: "person",
    typed: "about sixty",
    says: NOT_READ,
    mended: "60",
  },
  "a number with its unit": {
    label: (hand) => hand.label("risk_factors.falls_past_year"),
    section: "risk_factors",
    typed: "2 falls",
    says: NOT_READ,
    mended: "2",
  },
  "a T-score without its point": {
    label: density("t"),
    section: "scans",
    typed: "-25",
    says: { en: /-10 to \+?10/u, fr: /hors des limites/u },
    mended: "-2.5",
  },
};

describe.skipIf(!viewable)("a wrong entry", { timeout: 60_000 }, () => {
  const visits = new Visits();
  beforeAll(() => init());

  const answer = (page: Page) => page.locator("osteon-answer .pair");
  const focused = (page: Page) =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.id;
    });

  async function begin(page: Page, lang: Language): Promise<Hand> {
    const hand = new Hand(page, lang);
    await hand.choose(hand.label("sex"), hand.words.person.sexes.female);
    await hand.type(hand.label("age_years"), "71");
    await answer(page).waitFor();
    return hand;
  }

  describe.each(["en", "fr"] as const)("%s", (lang) => {
    it.each(Object.entries(SLIPS))("is answered with nothing but what to mend: %s", async (_, slip) => {
      await visits.on(`?lang=${lang}`, async (page) => {
        const section = await (await begin(page, lang)).section(slip.section);
        const label = slip.label(section);
        await section.type(label, slip.typed);
        const field = section.field(label);
        await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
        expect((await field.inputValue()).replace(",", ".")).toBe(slip.typed);

        // The message is tied to its field, no answer is left, and the way to the field is a button.
        const described = ((await field.getAttribute("aria-describedby")) ?? "").split(" ").filter((id) => id.endsWith("--error"));
        expect(described).toHaveLength(1);
        expect(await page.locator(`[id="${described[0]}"]`).textContent()).toMatch(slip.says[lang]);
        await settled(page);
        expect(await answer(page).count()).toBe(0);
        expect(await page.locator("osteon-answer article").count()).toBe(0);
        expect(await violations(page)).toEqual([]);
        await page.locator("osteon-answer .problems button").click();
        expect(await focused(page)).toBe(await field.getAttribute("id"));

        await section.type(label, slip.mended);
        await answer(page).waitFor();
        expect(await field.getAttribute("aria-invalid")).toBe("false");
        expect(await page.locator("osteon-form .error").count()).toBe(0);
      });
    });

    it("is not a comma for a point, nor a point for a comma", async () => {
      await visits.on(`?lang=${lang}`, async (page) => {
        const hand = await begin(page, lang);
        const scans = await hand.section("scans");
        const [bmd, t] = [density("bmd")(hand), density("t")(hand)];
        await scans.type(bmd, "0,65");
        await scans.type(t, "\u22121.7");
        await settled(page);
        expect((await patientOf(page)).scans).toStrictEqual([
          { regions: [{ region: "femoral_neck", bmd_g_cm2: 0.65, t_score: -1.7 }] },
        ]);
        // Once it is left a field has the sign of its language.
        expect(await scans.field(bmd).inputValue()).toBe(lang === "fr" ? "0,65" : "0.65");
        await answer(page).waitFor();
      });
    });

    it("may be a birth to come, which is refused at its field", async () => {
      await visits.on(`?lang=${lang}`, async (page) => {
        const hand = await begin(page, lang);
        await hand.type(hand.label("age_years"), "");
        await hand.open(hand.words.person.more);
        await hand.day(hand.words.labels.birth_date, "2999-01-01");
        const field = hand.field(hand.words.labels.birth_date);
        await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
        expect(await answer(page).count()).toBe(0);
        await hand.day(hand.words.labels.birth_date, "1955-05-01");
        await answer(page).waitFor();
      });
    });

    it("may be a fracture to come, which is refused at its field", async () => {
      await visits.on(`?lang=${lang}`, async (page) => {
        const hand = await begin(page, lang);
        const fractures = await hand.section("fractures");
        await fractures.press(hand.words.fractures.add);
        await fractures.day(hand.words.labels.date, "2999-01-01");
        const field = fractures.field(hand.words.labels.date);
        await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
        expect(await answer(page).count()).toBe(0);
        await fractures.day(hand.words.labels.date, "2020-01-01");
        await answer(page).waitFor();
      });
    });

    it("may be a date that another is typed over", async () => {
      await visits.on(`?lang=${lang}`, async (page) => {
        const hand = await begin(page, lang);
        await hand.type(hand.label("age_years"), "");
        await hand.open(hand.words.person.more);
        const field = hand.field(hand.words.labels.birth_date);
        await hand.day(hand.words.labels.birth_date, "2999-01-01");
        await field.blur();
        await field.focus();
        await page.keyboard.type("05011955");
        await field.blur();
        await expect.poll(async () => (await patientOf(page)).birth_date).toBe("1955-05-01");
      });
    });

    it("may be half a date, which is not taken for none", async () => {
      await visits.on(`?lang=${lang}`, async (page) => {
        const hand = await begin(page, lang);
        const scans = await hand.section("scans");
        const date = scans.field(hand.words.labels.date);
        await date.focus();
        await page.keyboard.type("11");
        await date.blur();
        await expect.poll(() => date.getAttribute("aria-invalid")).toBe("true");
        await expect.poll(() => answer(page).count()).toBe(0);
        const title = WORDS[lang].answer.problems;
        expect(await page.locator("osteon-answer .banner h3").textContent()).toBe(title);
        await scans.day(hand.words.labels.date, "2026-11-10");
        await answer(page).waitFor();
      });
    });
  });

  it("says nothing to the console and asks for nothing", () => visits.expectQuiet());
});
