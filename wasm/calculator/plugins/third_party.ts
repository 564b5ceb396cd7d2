import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

export const NOTICES = "THIRD_PARTY_LICENSES.txt";

/** Something of others that is part of what is built. */
interface Part {
  name: string;
  version: string;
  licence: string;
  /** The folder with its licence. */
  folder: string;
  source?: string | undefined;
  authors?: string[] | undefined;
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
}

/** The package that a module is of, where it is one of others. */
function packageOf(module: string): Part | undefined {
  const file = module.replace(/^\0/u, "").replace(/\?.*$/su, "");
  if (!/[\\/]node_modules[\\/]/u.test(file)) return undefined;
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, "package.json"))) continue;
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    // A folder of a package may have a manifest of its own, without a name.
    if (name && version) return { name, version, licence: license ?? "", folder };
  }
  return undefined;
}

interface Metadata {
  packages: {
    name: string;
    version: string;
    license: string | null;
    source: string | null;
    repository: string | null;
    authors: string[];
    manifest_path: string;
  }[];
}

const WORKSPACE = fileURLToPath(new URL("../../..", import.meta.url));

function cargo(...args: string[]): string {
  return execFileSync("cargo", [...args, "--locked"], { cwd: WORKSPACE, encoding: "utf8", maxBuffer: 2 ** 28 });
}

/** The crates that are compiled into the engine; what runs while it is compiled is no part of it. */
function crates(): Part[] {
  const target = "wasm32-unknown-unknown";
  // The metadata are of the whole workspace, with more features than the engine has; the tree is of the engine alone.
  const edges = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe"];
  const tree = cargo("tree", "--package", "osteon-wasm", "--target", target, ...edges);
  const within = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const { packages } = JSON.parse(
    cargo("metadata", "--format-version", "1", "--filter-platform", target),
  ) as Metadata;
  return packages
    .filter(({ name, version, source }) => source !== null && within.has(`${name} v${version}`))
    .map(({ name, version, license, repository, authors, manifest_path: manifest }) => ({
      name,
      version,
      licence: license ?? "",
      folder: dirname(manifest),
      source: repository ?? undefined,
      authors,
    }));
}

/** Of several licences at choice the MIT licence is chosen; else all that is there is given. */
function licenceText({ name, folder, licence, authors = [] }: Part): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|unlicense)/iu.test(file)).sort();
  const mit = /\bMIT\b/u.test(licence) && !/\bAND\b/u.test(licence) ? files.filter((file) => /mit/iu.test(file)) : [];
  const chosen = mit.length > 0 ? mit : files;
  if (chosen.length > 0) return chosen.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  if (!/\bMIT\b/u.test(licence)) throw new Error(`${name} comes without its licence`);
  const holders = authors.map((author) => author.replace(/\s*<.*>/u, "")).join(", ");
  return `Copyright (c) ${holders || `the authors of ${name}`}\n\n${MIT}`;
}

/** For what comes without the text of its licence. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const LIBRARY = `The Rust standard library (MIT OR Apache-2.0)
https://github.com/rust-lang/rust

Copyright (c) The Rust Project Contributors

${MIT}`;

function written(parts: Part[]): string {
  const texts = parts.map((part) => {
    const head = `${part.name} ${part.version} (${part.licence})${part.source ? `\n${part.source}` : ""}`;
    return `${head}\n\n${licenceText(part)}`;
  });
  const all = ["Osteon contains software of others, under these licences.", ...texts, LIBRARY];
  return `${all.map((text) => text.replaceAll("\r\n", "\n")).join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** Puts the licences of what is bundled, and of what is compiled into the engine, beside it, as they ask. */
export function thirdParty(): Plugin {
  return {
    name: "osteon-third-party",
    apply: "build",
    generateBundle(_, bundle) {
      const parts = new Map<string, Part>();
      for (const chunk of Object.values(bundle)) {
        for (const module of chunk.type === "chunk" ? chunk.moduleIds : []) {
          const part = packageOf(module);
          if (part) parts.set(part.name, part);
        }
      }
      const scripts = [...parts.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
      this.emitFile({ type: "asset", fileName: NOTICES, source: written([...scripts, ...crates()]) });
    },
  };
}
