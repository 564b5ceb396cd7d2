import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The package, and the repository that it lies in. */
export const PACKAGE = fileURLToPath(new URL("../", import.meta.url));
export const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));
export const CONFORMANCE = `${REPOSITORY}tests/conformance/`;

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of the tests: CHROMIUM, else where it usually lies. */
export const CHROMIUM = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place));

/** Says that something was not tested, so that nobody thinks it was. */
export function skippedLoudly(what: string): void {
  process.stderr.write(`\n  NOT TESTED: ${what}\n\n`);
}

/** A woman of whom enough is known. */
export const WOMAN = {
  sex: "female" as const,
  age_years: 67,
  height_cm: 160,
  weight_kg: 62,
  scans: [{ manufacturer: "hologic" as const, regions: [{ region: "femoral_neck" as const, bmd_g_cm2: 0.558 }] }],
};
