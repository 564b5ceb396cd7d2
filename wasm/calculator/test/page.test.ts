import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Patient } from "osteon/embedded";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { BUILT, browse, serve, viewable } from "./served.js";

const AXE = viewable ? readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8") : "";

const HIP: Patient = {
  sex: "female",
  age_years: 79,
  country: "GB",
  assessed_on: "2026-11-20",
  height_cm: 158,
  weight_kg: 52,
  fractures: [{ site: "proximal_femur", date: "2026-09-20", trauma: "low" }],
  treatments: [],
  scans: [
    {
      date: "2026-11-10",
      manufacturer: "ge_lunar",
      model: "iDXA",
      regions: [
        { region: "femoral_neck", side: "right", bmd_g_cm2: 0.58 },
        { region: "lumbar_spine", vertebrae: ["L1", "L2", "L3", "L4"], bmd_g_cm2: 0.79 },
      ],
    },
  ],
};
const PEOPLE: Record<string, Patient> = {
  "hardly known": { sex: "male", age_years: 64 },
  "with a hip fracture": HIP,
  "on denosumab": {
    sex: "female",
    age_years: 74,
    country: "FR",
    assessed_on: "2026-11-20",
    treatments: [{ drug: "denosumab", start: "2021-03-01", last_dose: "2026-03-01", doses: 11 }],
  },
  "with wrong entries": { sex: "female", age_years: 64, height_cm: 1.6 },
};
const LOOKS = [
  { lang: "en", width: 1280, colorScheme: "light" },
  { lang: "fr", width: 390, colorScheme: "dark" },
] as const;

describe.skipIf(!viewable)("the built page", { timeout: 60_000 }, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  const heard: string[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([browse(), serve()]);
  }, 60_000);
  // Whatever is done with it, the page says nothing to the console and asks nobody else.
  afterEach(() => {
    expect(heard.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    server.close();
    await browser.close();
  });

  // It says nothing to the console, and asks nobody else.
  afterEach(() => expect(heard.splice(0)).toEqual([]));

  async function open(context: BrowserContext, address = server.address): Promise<Page> {
    const page = await context.newPage();
    page.on("console", (message) => heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.address)) heard.push(`asked ${request.url()}`);
    });
    await page.goto(address);
    await page.locator("osteon-form").waitFor();
    return page;
  }

  const enter = (page: Page, patient: Patient) =>
    page.locator("osteon-calculator").evaluate(async (element, document) => {
      const calculator = element as HTMLElement & {
        model: { load(of: object): void };
        updateComplete: Promise<unknown>;
      };
      calculator.model.load(document);
      await calculator.updateComplete;
    }, patient);

  const pages = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/gu)?.length;

  for (const { lang, width, colorScheme } of LOOKS) {
    it.each(Object.entries(PEOPLE))(
      `has nothing that axe finds (${lang}, ${width} px, ${colorScheme}): %s`,
      async (_, person) => {
        const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
        const page = await open(context, `${server.address}?lang=${lang}`);
        await enter(page, person);
        await page.evaluate(AXE);
        const found = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
          };
          return (await axe.run()).violations.map(
            ({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`,
          );
        });
        expect(found).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await context.close();
      },
    );
  }

  it.each(["en", "fr"])("prints one page (%s)", async (lang) => {
    const context = await browser.newContext();
    const page = await open(context, `${server.address}?lang=${lang}`);
    for (const person of Object.values(PEOPLE)) {
      await enter(page, person);
      expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    }
    await context.close();
  });

  it("restores from a link, warns of it, and takes it out of the address", async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await enter(page, HIP);
    await page.getByRole("button", { name: /^Link/u }).click();
    const link = await page.getByLabel("Link", { exact: true }).inputValue();
    const again = await open(context, link);
    await again.getByText("Restored from the link.").waitFor();
    expect(await again.locator("#age_years").inputValue()).toBe("79");
    await again.getByRole("button", { name: "Take it out of the address" }).click();
    expect(again.url()).toBe(server.address);
    await context.close();
  });

  it("answers without a network once it was opened", async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await page.getByText("Available offline").waitFor();
    await context.setOffline(true);
    await open(context, `${server.address}index.html`);
    const offline = await open(context, `${server.address}?lang=fr`);
    await enter(offline, HIP);
    await offline.locator("osteon-answer .banner").first().waitFor();
    await context.close();
  });

  it("can connect to nothing, not even its own host", async () => {
    const policy = readFileSync(join(BUILT, "index.html"), "utf8");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/connect-src|unsafe-inline|'unsafe-eval'/u);
    const context = await browser.newContext();
    const page = await open(context);
    const reached = await page.evaluate(() => fetch("./icon.svg").then(() => true, () => false));
    expect(reached).toBe(false);
    expect(heard.splice(0).join(" ")).toContain("Content Security Policy");
    await context.close();
  });
});
