import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";

/** Every file below a folder, as a relative address. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Keeps the files of one build, and answers with nothing else. */
function worker(cache: string, files: string[]): string {
  return `// Written by the build. Keeps these files for use without a network, and asks no other host.
const HERE = new URL("./", location).pathname;
// Other copies on the same host have other folders, and keep their own.
const OWN = \`osteon \${HERE} \`;
const CACHE = OWN + ${JSON.stringify(cache)};
const FILES = ${JSON.stringify(files, null, 2)};

addEventListener("install", (event) => {
  const all = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(all)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const dropOld = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(OWN) && name !== CACHE) await caches.delete(name);
    }
    await clients.claim();
  };
  event.waitUntil(dropOld());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // The page itself asks no other host: its policy sees to that. Other pages below this folder may.
  if (url.origin !== location.origin || request.method !== "GET") return;
  // The page is the same whatever stands behind its address.
  const isPage = request.mode === "navigate" && (url.pathname === HERE || url.pathname === \`\${HERE}index.html\`);
  const kept = isPage ? "./" : request;
  const answer = async () => (await (await caches.open(CACHE)).match(kept, { ignoreSearch: true })) ?? fetch(request);
  event.respondWith(answer());
});
`;
}

/** Writes `sw.js` beside the built files: it keeps exactly those, in a cache named by what is in them. */
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
