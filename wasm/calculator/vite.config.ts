import { defineConfig } from "vite";
import { serviceWorker } from "./plugins/service_worker.ts";
import { thirdParty } from "./plugins/third_party.ts";

/** The element alone: one module with everything in it, for a page of the clinic's own. */
const element = {
  outDir: "dist/element",
  copyPublicDir: false,
  lib: { entry: "src/calculator.ts", formats: ["es" as const], fileName: () => "osteon-calculator.js" },
};

// `vite build` builds the page; `vite build --mode element` the element.
export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: mode === "element" ? [thirdParty()] : [thirdParty(), serviceWorker()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    // The engine is most of it, and has to be there before the first answer.
    chunkSizeWarningLimit: 2000,
    ...(mode === "element" ? element : {}),
  },
}));
