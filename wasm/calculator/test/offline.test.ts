import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browse, serve, viewable, type Served } from "./served.js";

describe.skipIf(!viewable)("the page that is kept", { timeout: 60_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  const open: { close: () => void }[] = [];

  beforeAll(async () => {
    browser = await browse();
  }, 60_000);
  beforeEach(async () => {
    context = await browser.newContext({ locale: "en-GB" });
  });
  afterEach(async () => {
    await context.close();
    for (const server of open.splice(0)) server.close();
  });
  afterAll(() => browser.close());

  async function serving(served: Served) {
    const server = await serve(served);
    open.push(server);
    return server;
  }

  async function visit(address: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  /** Opens a copy and waits until it is kept. */
  async function keep(address: string): Promise<Page> {
    const page = await visit(address);
    await page.getByText("Available offline").waitFor();
    return page;
  }

  const release = (page: Page) => page.locator("meta[name=release]").getAttribute("content");

  it("leaves other copies on the same host what they keep", async () => {
    const { address } = await serving({ copies: { "/": "root", "/a/": "test", "/a/b/": "production" } });
    for (const copy of ["a/", "a/b/", ""]) await keep(address + copy);
    await context.setOffline(true);
    for (const [copy, name] of [["", "root"], ["a/", "test"], ["a/b/", "production"]] as const) {
      const page = await visit(address + copy);
      await page.locator("osteon-form").waitFor();
      expect(await release(page)).toBe(name);
    }
  });

  it("is kept under each of its addresses", async () => {
    const { address } = await serving({ copies: { "/a/": "one" } });
    await keep(`${address}a/index.html`);
    await context.setOffline(true);
    for (const name of ["", "index.html", "?lang=fr&country=FR", "index.html?lang=fr#contact"]) {
      await (await visit(`${address}a/${name}`)).locator("osteon-form").waitFor();
    }
  });

  it("leaves other pages below its address alone", async () => {
    const others = { "/other.html": "<title>of the clinic</title>", "/icon.svg": "<svg/>" };
    const elsewhere = await serving({ copies: {}, others });
    const { address, asked } = await serving({ copies: { "/": "one" }, others: { "/other.html": others["/other.html"] } });
    await keep(address);
    const page = await visit(`${address}other.html`);
    expect(await page.title()).toBe("of the clinic");
    const answered = await page.evaluate(async (of) => {
      const { type } = await fetch(`${of}icon.svg`, { mode: "no-cors" });
      return { type, governed: navigator.serviceWorker.controller !== null };
    }, elsewhere.address);
    expect(answered).toEqual({ type: "opaque", governed: true });
    asked.length = 0;
    await page.evaluate(() => fetch("/icon.svg?of=the-clinic").then((answer) => answer.text()));
    expect(asked).toEqual(["/icon.svg"]);
  });

  it("looks for a newer release when it is looked at again, and says so", async () => {
    const copies = { "/": "one" };
    const { address } = await serving({ copies });
    const page = await keep(address);
    copies["/"] = "two";
    // As after another tab was in front.
    await page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
    await page.getByText("A new version is ready.").waitFor();
    expect(await release(page)).toBe("one");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Reload" }).click();
    await page.getByText("Available offline").waitFor();
    expect(await release(page)).toBe("two");
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  });
});
