import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Plugin } from "vite";

/** Every file below a folder, as a relative address. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join("/"))
    .sort();
}

/**
 * Keeps the files of one build, and answers for nothing else: other pages below the same address, and what those ask of
 * other hosts, are none of its business. The page itself is held to its files by its policy.
 */
function worker(build: string, files: string[]): string {
  return `// Written by the build. Keeps these files for use without a network, and answers for no others.
const SCOPE = new URL(registration.scope);
// Caches are of the whole origin, where other copies may stand; no address has a blank in it.
const OURS = \`osteon \${SCOPE.pathname} \`;
const CACHE = OURS + ${JSON.stringify(build)};
const FILES = ${JSON.stringify(files, null, 2)};
const KEPT = new Set(FILES.map((file) => new URL(file, SCOPE).href));

addEventListener("install", (event) => {
  const all = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(all)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const dropOld = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
    }
    await clients.claim();
  };
  event.waitUntil(dropOld());
});

/** The address that a request is kept under; none where it is not ours to answer. */
function keptAs({ method, mode, url }) {
  if (method !== "GET") return undefined;
  const asked = new URL(url);
  asked.hash = "";
  if (mode === "navigate") {
    // The page is the same whatever stands behind its address, and by its other name.
    asked.search = "";
    if (asked.href === new URL("index.html", SCOPE).href) return SCOPE.href;
  }
  return KEPT.has(asked.href) ? asked.href : undefined;
}

addEventListener("fetch", (event) => {
  const kept = keptAs(event.request);
  if (kept === undefined) return;
  const answer = async () => (await (await caches.open(CACHE)).match(kept)) ?? fetch(event.request);
  event.respondWith(answer());
});
`;
}

/** Writes `sw.js` beside the built files: it keeps exactly those, in a cache named by where they stand and what is in them. */
export function serviceWorker(): Plugin {
  let folder = "";
  return {
    name: "osteon-service-worker",
    apply: "build",
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    closeBundle() {
      const files = filesIn(folder).filter((file) => file !== "sw.js");
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
      const addresses = files.map((file) => (file === "index.html" ? "./" : `./${file}`));
      writeFileSync(join(folder, "sw.js"), worker(hash.digest("hex").slice(0, 16), addresses));
    },
  };
}
