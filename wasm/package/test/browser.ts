import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { extname } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { CHROMIUM } from "./places.js";

const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".ndjson": "text/plain",
};

/** The policy of the pages: what the README says is needed, and nothing more. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self' blob:";

/** A browser, and folders that it may load from. */
export interface Site {
  address: string;
  asked: string[];
  page(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Waits until a page says that it is ready, by its title; asked from outside, since the policy lets nothing evaluate. */
export async function ready(page: Page): Promise<Page> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await page.title()) === "ready") return page;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error("the page does not become ready");
}

/** Serves folders by their first step; `/` is an empty page. */
export async function serve(folders: Record<string, string>, policy = POLICY): Promise<Site> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    asked.push(path);
    response.setHeader("content-security-policy", policy);
    const [, first = "", ...rest] = path.split("/");
    const file = folders[first] && `${folders[first]}/${rest.join("/")}`;
    if (path === "/favicon.ico") {
      response.statusCode = 204;
      response.end();
    } else if (path === "/") {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>empty</title>");
    } else if (file && !rest.includes("..") && existsSync(file) && statSync(file).isFile()) {
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      createReadStream(file).pipe(response);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM!, args: QUIET });
  return {
    address,
    asked,
    async page(path) {
      const page = await browser.newPage();
      page.on("pageerror", (error) => process.stderr.write(`page: ${error.message}\n`));
      page.on("console", (said) => process.stderr.write(`page: ${said.text()}\n`));
      await page.goto(address + path);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
