import { init } from "osteon";
import { beforeAll, describe, expect, it } from "vitest";
import { viewable } from "./served.js";
import { pagesOf, patientOf, settled, violations, Visits } from "./visit.js";
import { Hand } from "./vignettes/hand.js";
import { PEOPLE } from "./vignettes/people.js";
import { fromEngine, fromPage, plain } from "./vignettes/reading.js";

describe.skipIf(!viewable)("filled in by its labels", { timeout: 60_000 }, () => {
  const visits = new Visits();
  beforeAll(() => init());

  describe.each(["en", "fr"] as const)("%s", (lang) => {
    it.each(Object.entries(PEOPLE))("%s", async (_, person) => {
      await visits.on(`?lang=${lang}`, async (page) => {
        const hand = new Hand(page, lang);
        await person.fill(hand);
        await expect.poll(() => patientOf(page)).toStrictEqual(person.document);
        await settled(page);

        const { reading, all } = await fromPage(page, lang);
        const engine = fromEngine(person.document, lang);
        expect(reading).toStrictEqual(engine.reading);
        for (const line of engine.safety) expect(all).toContain(line);

        // What is known without the engine.
        const regions = Object.entries(person.scores).map(([region, t]) => [hand.nameOf("region", region), t] as const);
        expect(reading.scores.length).toBe(regions.length === 0 ? 0 : regions.length + 1);
        for (const [region, t] of regions) {
          const row = reading.scores.find(([name]) => name?.startsWith(plain(region)));
          expect(row?.some((cell) => cell.startsWith(lang === "fr" ? t.replace(".", ",") : t)), region).toBe(true);
        }
        const read = [...reading.course, reading.diagnosis, reading.priority, all].join("\n");
        for (const words of person.says[lang]) expect(read).toMatch(words);
        for (const [id, recommendation] of Object.entries(person.guidelines)) {
          const [name = ""] = hand.names("guideline-short", [id]);
          expect(reading.guidelines[name]?.recommendation, name).toMatch(recommendation[lang]);
        }

        expect(await violations(page)).toEqual([]);
        expect(await pagesOf(page)).toBe(1);
      });
    });
  });

  it("says nothing to the console and asks for nothing", () => visits.expectQuiet());
});
