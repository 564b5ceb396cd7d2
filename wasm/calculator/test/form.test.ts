import type { Browser, Locator, Page } from "playwright-core";
import type { Patient } from "osteon/embedded";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browse, serve, viewable } from "./served.js";

interface Calculator extends HTMLElement {
  model: { patient: Patient; unread: string[]; load(of: object): void; set(path: string, value: unknown): void };
  updateComplete: Promise<unknown>;
}

const PERSON = {
  sex: "female",
  age_years: 71,
  postmenopausal: true,
  scans: [{ regions: [{ region: "femoral_neck", bmd_g_cm2: 0.9 }], manufacturer: "hologic" }],
} as const;

/** What becomes of what is entered, as a person at the page does it. */
describe.skipIf(!viewable)("the form of the built page", { timeout: 30_000 }, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let page: Page;
  let heard: string[];
  const calculator = (): Locator => page.locator("osteon-calculator");
  const patient = () => calculator().evaluate((element) => (element as Calculator).model.patient);
  const unread = () => calculator().evaluate((element) => (element as Calculator).model.unread);
  const pane = () => page.locator("div.answer");
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const enter = (document: object) =>
    calculator().evaluate(async (element, of) => {
      (element as Calculator).model.load(of);
      await (element as Calculator).updateComplete;
    }, document);
  const sheet = () =>
    page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const root = document.querySelector("osteon-calculator")?.shadowRoot?.querySelector("osteon-sheet")?.shadowRoot;
      return root?.textContent ?? "";
    });

  beforeAll(async () => {
    [browser, server] = await Promise.all([browse(), serve()]);
  }, 60_000);
  afterAll(async () => {
    server.close();
    await browser.close();
  });
  beforeEach(async () => {
    heard = [];
    page = await browser.newPage();
    page.on("console", (message) => heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(error.message));
    await page.goto(server.address);
    await page.locator("osteon-form").waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(heard).toEqual([]);
  });

  it("dims the answer from the first key on, and prints what the fields show", async () => {
    await enter({ ...PERSON, assessed_on: today() });
    const cell = page.locator('[id="scans[0].regions[0].bmd_g_cm2"]');
    const isBusy = await cell.evaluate((input) => {
      (input as HTMLInputElement).value = "0.5";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      return document.querySelector("osteon-calculator")?.shadowRoot?.querySelector(".answer")?.getAttribute("aria-busy");
    });
    expect(isBusy).toBe("true");
    expect(await sheet()).toContain("0.500");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect.poll(() => pane().getAttribute("aria-busy")).toBe("false");
    await calculator().evaluate((element) => (element as Calculator).model.set("age_years", undefined));
    expect(await sheet()).not.toContain("0.500");
  });

  it("tells a date after the assessment at its field, and answers nothing", async () => {
    await enter({ ...PERSON, assessed_on: "2026-11-26", fractures: [{ site: "distal_forearm", date: "2027-08-01" }] });
    await page.getByText("This is later than the date of the assessment.").first().waitFor();
    expect(await page.locator("osteon-answer .banner").count()).toBe(1);
    expect(await page.locator('[id="fractures[0].date"]').getAttribute("aria-invalid")).toBe("true");
  });

  it("keeps the tests when their common day is broken off, and takes a new day", async () => {
    const labs = [{ analyte: "egfr", value: 28, unit: "mL/min/1.73m2" }];
    await enter({ ...PERSON, assessed_on: "2026-11-26", labs });
    await page.locator("#labs > summary").click();
    const day = page.locator('[id="labs.date"]');
    await day.fill("2026-11-01");
    await day.focus();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Shift+Tab");
    expect((await patient()).labs).toEqual([{ ...labs[0], date: "2026-11-01" }]);
    expect(await unread()).toEqual(["labs.date"]);
    await day.fill("2026-11-02");
    await day.blur();
    expect(await unread()).toEqual([]);
    expect((await patient()).labs).toEqual([{ ...labs[0], date: "2026-11-02" }]);
  });

  it("refuses to save or link what cannot be read, by name", async () => {
    await enter({ ...PERSON, assessed_on: today() });
    await page.locator("#weight_kg").fill("58kg");
    await page.getByRole("button", { name: /^Link/u }).click();
    await page.getByText("Nothing was saved").waitFor();
    expect(await page.locator(".notice li").innerText()).toContain("58kg");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.getByRole("button", { name: /^New/u }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.locator("#weight_kg").inputValue()).toBe("58kg");
  });

  it("turns alcohol from one measure to another", async () => {
    await enter({ ...PERSON, assessed_on: today(), risk_factors: { alcohol_units_per_day: 5 } });
    const measure = page.locator('[id="alcohol.measure"]');
    await measure.selectOption("grams");
    expect((await patient()).risk_factors).toEqual({ alcohol_g_per_day: 40 });
    await measure.selectOption("glasses");
    expect((await patient()).risk_factors).toEqual({ alcohol_g_per_day: 40 });
    await measure.selectOption("units");
    expect((await patient()).risk_factors).toEqual({ alcohol_units_per_day: 5 });
  });

  it("says of which day the answer is, and brings it up to date", async () => {
    await enter({ ...PERSON, assessed_on: "2024-04-01" });
    await page.getByText("This answer is as of 1 April 2024.").waitFor();
    await page.getByRole("button", { name: "Bring up to date" }).click();
    await page.getByText("Check the age").waitFor();
    expect((await patient()).assessed_on).toBe(today());
    expect(await page.locator(".as-of").count()).toBe(0);
  });

  it("shows as no what is read as no, and leaves one question open", async () => {
    await enter({ ...PERSON, assessed_on: today(), complete: ["risk_factors"] });
    const parents = page.locator('[id="risk_factors.parental_hip_fracture"]');
    expect(await parents.locator("input:checked").inputValue()).toBe("no");
    await parents.locator('input[value=""]').check({ force: true });
    expect(await parents.locator("input:checked").inputValue()).toBe("");
    const { complete, risk_factors: told } = await patient();
    expect([complete, told?.hiv, told?.parental_hip_fracture]).toEqual([undefined, false, undefined]);
  });

  it("takes a link out of the address with the first edit, and is whole where it is moved", async () => {
    await enter({ ...PERSON, assessed_on: today() });
    await page.getByRole("button", { name: /^Link/u }).click();
    const link = await page.getByLabel("Link", { exact: true }).inputValue();
    await page.goto("about:blank");
    await page.goto(link);
    await page.locator("#age_years").fill("80");
    await page.locator("#age_years").blur();
    expect(page.url()).toBe(server.address);
    await calculator().evaluate((element) => element.parentElement?.append(element));
    await page.locator("#age_years").waitFor();
    expect(await page.locator("#age_years").inputValue()).toBe("80");
    await calculator().evaluate((element) => (element as Calculator).model.set("fractures", [{ site: "ankle" }]));
    await page.locator('[id="fractures[0]"]').waitFor();
  });

  it("gives a result without a unit none, and draws entries without a name", async () => {
    const labs = [{ analyte: "calcium", value: 2.35 }, { value: 3 }];
    await enter({ ...PERSON, assessed_on: today(), labs });
    await page.locator('[id="labs[0].unit"]').selectOption("mmol/L");
    await page.getByRole("button", { name: "Remove: Test not named" }).click();
    expect((await patient()).labs).toEqual([{ analyte: "calcium", value: 2.35, unit: "mmol/L" }]);
  });

  it("states no vertebrae, side or day that nobody entered", async () => {
    await enter({ sex: "female", age_years: 71, assessed_on: today(), labs: [{ analyte: "egfr", value: 50, unit: "mL/min/1.73m2", date: "2025-01-10" }] });
    await page.locator('[id="scans[0].lumbar_spine.bmd_g_cm2"]').fill("0.8");
    await page.locator("#weight_kg").focus();
    expect((await patient()).scans).toEqual([{ regions: [{ region: "lumbar_spine", bmd_g_cm2: 0.8 }] }]);
    await page.locator("#labs > summary").click();
    await page.locator('[id="labs.calcium.value"]').fill("2.3");
    await page.locator("#weight_kg").focus();
    expect((await patient()).labs?.[1]).toEqual({ analyte: "calcium", value: 2.3, unit: "mmol/L" });
  });

  it("takes back that nothing was ever taken, once it is", async () => {
    await enter({ ...PERSON, assessed_on: today(), risk_factors: { glucocorticoid: { current: false, ever: false } } });
    await page.locator('[id="risk_factors.glucocorticoid.current"] input[value="yes"]').check({ force: true });
    expect((await patient()).risk_factors).toEqual({ glucocorticoid: { current: true } });
  });

  it("begins in the country that it is given", async () => {
    await page.goto(`${server.address}?country=fr`);
    await page.locator("osteon-form").waitFor();
    await expect.poll(async () => (await patient()).country).toBe("FR");
  });
});
