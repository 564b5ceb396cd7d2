import { defineConfig } from "vitest/config";

// What is tested is what is shipped: `osteon` is dist/, by the exports of the package.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    server: { deps: { external: [/dist\//] } },
  },
});
