import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Patient } from "osteon/embedded";
import { afterAll, beforeAll, expect } from "vitest";
import { browse, serve } from "./served.js";

type Axe = { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };

/** A browser and a served page for the tests of one file, and all that was heard of them. */
export class Visits {
  #browser: Browser | undefined;
  #server: Awaited<ReturnType<typeof serve>> | undefined;
  /** Console messages, uncaught errors, and requests to anybody else. */
  readonly heard: string[] = [];
  /** Requests of pages that had loaded. */
  readonly late: string[] = [];

  constructor() {
    beforeAll(async () => {
      [this.#browser, this.#server] = await Promise.all([browse(), serve()]);
    }, 60_000);
    afterAll(async () => {
      this.#server?.close();
      await this.#browser?.close();
    });
  }

  /** Nothing was said to the console, and nobody asked for anything. */
  expectQuiet(): void {
    expect(this.heard).toEqual([]);
    expect(this.late).toEqual([]);
  }

  get address(): string {
    return this.#server?.address ?? "";
  }

  /** A browser of a person's own, gone when the work is done. */
  async inContext(options: BrowserContextOptions, work: (context: BrowserContext) => Promise<void>): Promise<void> {
    const context = await this.#browser?.newContext(options);
    if (!context) throw new Error("there is no browser");
    context.setDefaultTimeout(5_000);
    // Those of the service worker too.
    context.on("request", (request) => {
      if (!request.url().startsWith(this.address) && !request.url().startsWith("blob:")) this.heard.push(`asked ${request.url()}`);
    });
    try {
      await work(context);
    } finally {
      await context.close();
    }
  }

  /** Opens the page, `behind` its address. */
  async open(context: BrowserContext, behind = ""): Promise<Page> {
    const page = await context.newPage();
    page.on("console", (message) => this.heard.push(message.text()));
    page.on("pageerror", (error) => this.heard.push(error.message));
    let loading = true;
    page.on("request", (request) => {
      if (request.isNavigationRequest()) loading = true;
      // The icon is the browser's own wish, for its tab.
      if (!loading && !request.url().endsWith("/icon.svg")) this.late.push(request.url());
    });
    page.on("load", () => (loading = false));
    await page.goto(`${this.address}${behind}`);
    await page.locator("osteon-form").waitFor();
    return page;
  }

  /** A page in a language, in a browser of its own. */
  async on(behind: string, work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    await this.inContext(options, async (context) => work(await this.open(context, behind)));
  }
}

/** The document behind the form. */
export function patientOf(page: Page): Promise<Patient> {
  return page
    .locator("osteon-calculator")
    .evaluate((element) => (element as HTMLElement & { model: { patient: Patient } }).model.patient);
}

/** Waits until what was entered is answered and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator("osteon-calculator").evaluate(async (element) => {
    type Drawn = Element & { updateComplete: Promise<unknown> };
    await (element as Element as Drawn).updateComplete;
    const parts = element.shadowRoot?.querySelectorAll("osteon-form, osteon-answer") ?? [];
    for (const part of parts) await (part as Drawn).updateComplete;
  });
}

/** Puts a document behind the form at once, where it is not the filling that is tried. */
export async function load(page: Page, patient: Patient): Promise<void> {
  await page
    .locator("osteon-calculator")
    .evaluate((element, of) => (element as HTMLElement & { model: { load(of: Patient): void } }).model.load(of), patient);
  await settled(page);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
  });
}

/** How many pages come out of the printer. */
export async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}
