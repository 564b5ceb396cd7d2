import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { init, type Patient } from "osteon";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WORDS } from "../src/words/index.js";
import { viewable } from "./served.js";
import { load, patientOf, settled, Visits } from "./visit.js";
import { Hand } from "./vignettes/hand.js";
import { PEOPLE, type Vignette } from "./vignettes/people.js";
import { fromEngine, fromPage } from "./vignettes/reading.js";

const [, WRIST] = Object.values(PEOPLE) as [unknown, Vignette];
const DENOSUMAB = Object.values(PEOPLE).at(-1)?.document ?? {};

/** A document as it is restored: what it is was seen, and is written again when it is kept again. */
function restored({ schema: _, ...rest }: Patient): Patient {
  return rest;
}

/** A document as a link holds it. */
function fragment(of: string): string {
  return `#osteon=${Buffer.from(of, "utf8").toString("base64url")}`;
}

describe.skipIf(!viewable)("what was entered", { timeout: 60_000 }, () => {
  const visits = new Visits();
  let folder = "";
  beforeAll(async () => {
    await init();
    folder = await mkdtemp(join(tmpdir(), "osteon-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const shown = (page: Page) => page.locator("osteon-calculator .notice");
  const tool = (page: Page, name: string) => 
    page.locator("osteon-calculator .tools").getByRole("button", { name: new RegExp(`^${name}`, "u") });

  it("is answered without a network, after the page was opened once", async () => {
    await visits.inContext({}, async (context) => {
      const page = await visits.open(context, "?lang=fr");
      await page.getByText(WORDS.fr.page.offline).waitFor();
      await context.setOffline(true);
      await page.reload();
      await page.locator("osteon-form").waitFor();
      expect(await page.evaluate(() => fetch("./nothing.txt").then(() => "came", () => "did not"))).toBe("did not");
      // The page's own policy refuses that question, and says so.
      visits.heard.splice(0);
      await WRIST.fill(new Hand(page, "fr"));
      await expect.poll(() => patientOf(page)).toStrictEqual(WRIST.document);
      await settled(page);
      expect((await fromPage(page, "fr")).reading).toStrictEqual(fromEngine(WRIST.document, "fr").reading);
    });
  });

  it.each(["en", "fr"] as const)("goes into a link and comes back, with a warning before and after (%s)", async (lang) => {
    const words = WORDS[lang].tools;
    await visits.inContext({}, async (context) => {
      const page = await visits.open(context, `?lang=${lang}`);
      await load(page, WRIST.document);
      expect(page.url()).not.toContain("#");
      await tool(page, words.link).click();
      const dialog = page.getByRole("dialog", { name: words.linkTitle });
      const field = dialog.getByLabel(words.linkField, { exact: true });
      expect(await dialog.getByText(words.linkWarning).isVisible()).toBe(true);
      const link = await field.inputValue();
      const [before, after = ""] = link.split("#");
      expect(before).toBe(`${visits.address}?lang=${lang}`);
      expect(JSON.parse(Buffer.from(after.replace("osteon=", ""), "base64url").toString())).toStrictEqual(WRIST.document);
      await page.keyboard.press("Escape");
      expect(await dialog.isVisible()).toBe(false);

      const again = await visits.open(context, link.slice(visits.address.length));
      expect(await patientOf(again)).toStrictEqual(restored(WRIST.document));
      expect(await shown(again).textContent()).toContain(words.restoredMore);
      await settled(again);
      expect((await fromPage(again, lang)).reading).toStrictEqual(fromEngine(WRIST.document, lang).reading);
      await shown(again).getByRole("button", { name: words.takeOut }).click();
      expect(again.url()).toBe(before);
      expect(await shown(again).textContent()).toContain(words.takenOut);
      expect(await patientOf(again)).toStrictEqual(restored(WRIST.document));
      await again.reload();
      await again.locator("osteon-form").waitFor();
      expect(await again.locator("osteon-answer .pair").count()).toBe(0);
    });
  });

  it.each(["en", "fr"] as const)("goes into a file and comes back, and what was there before can be had again (%s)", async (lang) => {
    const words = WORDS[lang].tools;
    await visits.on(`?lang=${lang}`, async (page) => {
      await load(page, DENOSUMAB);
      const [download] = await Promise.all([page.waitForEvent("download"), tool(page, words.save).click()]);
      expect(download.suggestedFilename()).toBe(`${words.fileName}.json`);
      const file = join(folder, `${lang}.json`);
      await download.saveAs(file);
      expect(JSON.parse(await readFile(file, "utf8"))).toStrictEqual(DENOSUMAB);

      await tool(page, words.fresh).click();
      await expect.poll(async () => (await patientOf(page)).sex).toBeUndefined();
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tool(page, words.open).click()]);
      await chooser.setFiles(file);
      await expect.poll(() => patientOf(page)).toStrictEqual(restored(DENOSUMAB));
      expect(await shown(page).textContent()).toContain(words.opened(`${lang}.json`));
      await shown(page).getByRole("button", { name: words.undo }).click();
      expect((await patientOf(page)).sex).toBeUndefined();
    });
  });

  it("is kept where a file is something else", async () => {
    const words = WORDS.en.tools;
    await visits.on("?lang=en", async (page) => {
      await load(page, DENOSUMAB);
      const files = {
        "picture.json": ["\u0089PNG\r\n", words.notJson],
        "list.json": ["[]", words.notOurs],
        "other.json": ['{"sex":"female","age_years":70,"colour":"red"}', words.notTaken],
        "large.json": [" ".repeat(300_000), words.tooLarge],
      } as const;
      for (const [name, [text, says]] of Object.entries(files)) {
        const file = join(folder, name);
        await writeFile(file, text);
        const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tool(page, words.open).click()]);
        await chooser.setFiles(file);
        await shown(page).getByText(says).waitFor();
        expect(await patientOf(page), name).toStrictEqual(DENOSUMAB);
      }
    });
  });

  describe("a hostile link", () => {
    const MARKUP = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
    const broken = (page: Page) =>
      page.evaluate(() => [
        (window as { broken?: number }).broken,
        ({} as { polluted?: boolean }).polluted,
        ({} as { sex?: string }).sex,
      ]);

    it("with markup for text shows it as text", async () => {
      const patient = {
        sex: "female",
        age_years: 70,
        id: MARKUP,
        country: "FR",
        assessed_on: "2026-11-20",
        scans: [{ model: MARKUP, manufacturer: "hologic", facility: MARKUP, regions: [{ region: "femoral_neck", t_score: -2.6, exclusion_reason: MARKUP }] }],
        labs: [{ analyte: "calcium", value: 2.4, unit: MARKUP }],
        fractures: [{ site: "ankle", months_ago: 3, event_id: MARKUP }],
        treatments: [{ drug: "alendronate", dose: MARKUP }],
      };
      await visits.on(`?lang=en${fragment(JSON.stringify(patient))}`, async (page) => {
        await settled(page);
        for (const fold of await page.locator("osteon-answer summary").all()) if (await fold.isVisible()) await fold.click();
        await page.pdf();
        expect(await page.locator("img, osteon-calculator script").count()).toBe(0);
        expect(await broken(page)).toEqual([undefined, undefined, undefined]);
      });
    });

    it.each([
      ["keys of every object", '{"__proto__":{"polluted":true,"sex":"male"},"constructor":{"prototype":{"polluted":true}}}'],
      ["keys deep in a list", '{"sex":"female","age_years":70,"scans":[{"__proto__":{"polluted":true}}]}'],
      ["markup for a name of a key", JSON.stringify({ sex: "female", age_years: 70, [MARKUP]: 1 })],
      ["markup for a known word", JSON.stringify({ sex: MARKUP, age_years: 70 })],
      ["markup for a site", JSON.stringify({ sex: "female", age_years: 70, fractures: [{ site: MARKUP }] })],
      ["200 kB of nothing", "x".repeat(200_000)],
      ["a very deep list", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
      ["a long list", JSON.stringify({ sex: "female", age_years: 70, fractures: Array.from({ length: 300 }, () => ({})) })],
    ])("with %s does nothing", async (_, text) => {
      await visits.on(`?lang=en${fragment(text)}`, async (page) => {
        await settled(page);
        expect(await page.locator("img, osteon-calculator script").count()).toBe(0);
        expect(await broken(page)).toEqual([undefined, undefined, undefined]);
        // The page works on.
        await tool(page, WORDS.en.tools.fresh).click();
        await load(page, DENOSUMAB);
        await page.locator("osteon-answer .pair").waitFor();
      });
    });
  });

  it("says nothing to the console and asks for nothing", () => visits.expectQuiet());
});
