import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { viewable } from "./served.js";
import { load, Visits } from "./visit.js";
import { PEOPLE } from "./vignettes/people.js";

/** How often each thing is timed. */
const TIMES = 30;
/** The first answers are given by code that the browser has not yet compiled for speed. */
const WARM = 10;

const DOCUMENT = Object.values(PEOPLE)[1]?.document ?? {};
const FRAGMENT = `#osteon=${Buffer.from(JSON.stringify(DOCUMENT)).toString("base64url")}`;

function told(what: string, times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
  return `${what}: median ${at(0.5)} ms, from ${at(0)} to ${at(1)} ms (${sorted.length} times)`;
}

/** When the first answer stood in the page, and when the page had loaded, ms after it was asked for. */
async function firstAnswer(page: Page, address: string): Promise<{ asked: number; loaded: number }> {
  await page.addInitScript(() => {
    const look = () => {
      const answer = document.querySelector("osteon-calculator")?.shadowRoot?.querySelector("osteon-answer");
      if (answer?.shadowRoot?.querySelector(".pair")) (window as { answered?: number }).answered = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(address);
  await page.waitForFunction(() => (window as { answered?: number }).answered !== undefined);
  return page.evaluate(() => {
    const asked = (window as { answered?: number }).answered ?? NaN;
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return { asked, loaded: asked - (entry?.loadEventEnd ?? NaN) };
  });
}

/** From the frame in which a value changes until its answer is drawn. */
function edits(page: Page, times: number): Promise<number[]> {
  return page.locator("osteon-calculator").evaluate(async (element, count) => {
    type Drawn = Element & { updateComplete: Promise<unknown> };
    const calculator = element as Element as Drawn & { model: { set(path: string, value: number): void } };
    const answer = element.shadowRoot?.querySelector("osteon-answer") as Drawn | null | undefined;
    const taken: number[] = [];
    for (let round = 0; round < count; round += 1) {
      await new Promise((frame) => setTimeout(frame, 100));
      let begun = 0;
      requestAnimationFrame(() => (begun = performance.now()));
      calculator.model.set("scans[0].regions[1].bmd_g_cm2", 0.6 + round / 1000);
      await calculator.updateComplete;
      await answer?.updateComplete;
      taken.push(performance.now() - begun);
    }
    return taken;
  }, times);
}

// Timed and printed, never judged: a busy machine is no fault. `npm run speed`
describe.skipIf(!viewable || import.meta.env.MODE !== "speed")("speed", { timeout: 120_000 }, () => {
  const visits = new Visits();

  it("of the first answer and of an edit", async () => {
    const firsts: Awaited<ReturnType<typeof firstAnswer>>[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      await visits.inContext({}, async (context) => {
        firsts.push(await firstAnswer(await context.newPage(), `${visits.address}?lang=en${FRAGMENT}`));
      });
    }
    const lines = [
      told("first answer after the page was asked for", firsts.map(({ asked }) => asked)),
      told("first answer after the page had loaded", firsts.map(({ loaded }) => loaded)),
    ];
    await visits.on("?lang=en", async (page) => {
      await load(page, DOCUMENT);
      const all = await edits(page, WARM + TIMES);
      lines.push(told("edit, the first ones", all.slice(0, WARM)), told("edit", all.slice(WARM)));
    });
    console.log(lines.join("\n"));
  });
});
