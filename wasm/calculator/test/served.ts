import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const BUILT = new URL("../dist/", import.meta.url).pathname;
const BROWSER = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** Whether there is a built page, and a browser to look at it with. */
export const viewable = BROWSER !== undefined && existsSync(join(BUILT, "index.html"));
if (!viewable) console.warn("No Chromium, or no built page: what is tried in a browser is skipped.");

/** Serves the built page on a port of its own. */
export async function serve(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(BUILT, path === "/" ? "index.html" : path);
    if (!file.startsWith(BUILT) || !existsSync(file)) return void response.writeHead(404).end();
    response
      .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

export function browse(): Promise<Browser> {
  // The order in which a day is typed hangs on the language of the browser itself.
  const args = ["--no-sandbox", "--disable-gpu", "--lang=en-US"];
  return chromium.launch({ executablePath: BROWSER ?? "", args });
}
