import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";

/** The folder of the built page. */
export const BUILT = fileURLToPath(new URL("../dist", import.meta.url));
const BROWSER = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
};

/** Whether there is a built page. */
export const built = existsSync(join(BUILT, "index.html"));

/** Whether there is one, and a browser to look at it with. */
export const viewable = built && BROWSER !== undefined;

if (!viewable) {
  const lacks = built ? "there is no Chromium; CHROMIUM says where one is" : "it is not built: npm run build";
  process.stderr.write(`\n  NOT TESTED: the page in a browser: ${lacks}\n\n`);
}

/** What a server serves, which may change while it does. */
export interface Served {
  /** The copies of the page, by their folder, such as `/a/`; each with the name of its release. */
  copies: Record<string, string>;
  /** Other pages of the same host, by their path. */
  others?: Record<string, string>;
}

/** A file of a copy: that of the built page, and its worker and its page say which release they are of. */
function fileOf(path: string, { copies, others = {} }: Served): Buffer | string | undefined {
  if (others[path] !== undefined) return others[path];
  // The longest folder first: a copy may stand below another.
  const folder = Object.keys(copies).sort((one, other) => other.length - one.length).find((from) => path.startsWith(from));
  if (folder === undefined) return undefined;
  const name = path.slice(folder.length) || "index.html";
  const file = join(BUILT, name);
  if (!file.startsWith(BUILT + sep) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  const release = copies[folder] ?? "";
  const text = readFileSync(file);
  if (name === "sw.js") return text.toString().replace(/^const CACHE = .*"(?=;$)/mu, `$& + ${JSON.stringify(release)}`);
  if (name === "index.html") return text.toString().replace("<head>", `<head><meta name="release" content="${release}">`);
  return text;
}

/** Serves the built page, or several copies of it, on a port of its own. */
export async function serve(
  served: Served = { copies: { "/": "one" } },
): Promise<{ address: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    asked.push(path);
    const found = fileOf(path, served);
    if (found === undefined) return void response.writeHead(404).end();
    const type = TYPES[extname(path.endsWith("/") ? "index.html" : path)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type }).end(found);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}/`, asked, close };
}

export function browse(): Promise<Browser> {
  return chromium.launch({ executablePath: BROWSER ?? "", args: ["--no-sandbox", "--disable-gpu"] });
}
