import { fault, OsteonError } from "./errors.js";
import * as glue from "./engine/osteon.js";
import type { Refusal } from "./documents.js";

// Types of its own, so that neither the DOM's nor the compiler's library is needed to use the package.

/** An address, as a `URL` is one. */
export interface Address {
  readonly href: string;
}

/** What was fetched, as a `Response` is it. */
export interface Fetched {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A compiled engine: a `WebAssembly.Module`. */
export type EngineModule = object;

/** The bytes of the engine. */
export type EngineBytes = ArrayBuffer | ArrayBufferView;

/** Where the engine is taken from: an address, a response, bytes, or a compiled module. */
export type EngineSource = string | Address | Fetched | EngineBytes | EngineModule;

let compiled: WebAssembly.Module | undefined;
let loading: Promise<void> | undefined;
let lived = 0;

/** Loads the engine from a source, or from what gives one; once, and every further call awaits the same. */
export function load(source: EngineSource | Promise<EngineSource> | (() => Promise<EngineSource>)): Promise<void> {
  loading ??= begin(source).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Loads the engine before this returns, from bytes or a compiled module. */
export function initSync(source: EngineBytes | EngineModule): void {
  if (compiled) return;
  start(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source as BufferSource));
  loading = Promise.resolve();
}

/** Whether the engine is loaded. */
export function isLoaded(): boolean {
  return compiled !== undefined;
}

/** The compiled engine, to be given to `init` in a worker. */
export function engineModule(): EngineModule {
  if (!compiled) throw notLoaded();
  return compiled;
}

async function begin(source: Parameters<typeof load>[0]): Promise<void> {
  const from = await (typeof source === "function" ? source() : source);
  if (compiled) return;
  if (typeof from === "string" || from instanceof URL || from instanceof Response) start(await fetched(from));
  else if (from instanceof WebAssembly.Module) start(from);
  else start(await WebAssembly.compile(from as BufferSource));
}

async function fetched(from: string | URL | Response): Promise<WebAssembly.Module> {
  const response = from instanceof Response ? from : await fetch(from);
  if (!response.ok) throw new TypeError(`the engine cannot be loaded: ${response.status} ${response.url}`);
  // A server that does not know the type of a .wasm file would stop the streaming compiler.
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

function start(module: WebAssembly.Module): void {
  if (compiled) glue.__wbg_reset_state();
  else glue.initSync({ module });
  compiled = module;
  lived += 1;
}

function notLoaded(): OsteonError {
  return fault("not_loaded", "the engine is not loaded: await init() first");
}

/**
 * Which life of the engine this is: what was made in another is gone.
 *
 * @internal
 */
export function life(): number {
  return lived;
}

/**
 * Calls into the engine; what it throws becomes an `OsteonError`, and a fault of its own starts it anew.
 *
 * @internal
 */
export function call<T>(of: (engine: typeof glue) => T): T {
  if (!compiled) throw notLoaded();
  try {
    return of(glue);
  } catch (thrown) {
    if (typeof thrown === "string") throw new OsteonError(JSON.parse(thrown) as Refusal[]);
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
      start(compiled);
      throw fault("internal", `a fault of the engine: ${thrown.message}`);
    }
    throw thrown;
  }
}
