import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { viewable } from "./served.js";
import { load, Visits } from "./visit.js";
import { PEOPLE } from "./vignettes/people.js";

const SECTIONS = ["person", "scans", "fractures", "risk_factors", "frax", "labs", "treatments", "history"];
/** More than the form has stops. */
const MOST = 600;

/** Where the focus is: in which section, on what, and whether it is something closed that opens. */
function focus(page: Page): Promise<{ section: string; stop: string; closed: boolean }> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const section = at?.closest("section[aria-labelledby]")?.getAttribute("aria-labelledby")?.replace("--title", "") ?? "";
    const fold = at instanceof HTMLElement && at.localName === "summary" ? at.parentElement : null;
    const radio = at instanceof HTMLInputElement && at.type === "radio" ? at.name : "";
    const stop = radio ? `radio ${radio}` : (fold?.id ?? at?.id) || `${at?.localName} ${at?.textContent?.trim()}`;
    return { section, stop, closed: fold instanceof HTMLDetailsElement && !fold.open };
  });
}

/** Every control of the form in sight, by the same names; of radio buttons their group. */
function controls(page: Page): Promise<string[]> {
  return page.locator("osteon-form").evaluate((form) => {
    const all = form.shadowRoot?.querySelectorAll<HTMLElement>("input, select, button, summary, svg [tabindex='0']") ?? [];
    const names = [...all]
      .filter((one) => one.checkVisibility() && !(one as HTMLButtonElement).disabled)
      .map((one) => {
        if (one instanceof HTMLInputElement && one.type === "radio") return `radio ${one.name}`;
        return (one.localName === "summary" ? one.parentElement?.id : one.id) || `${one.localName} ${one.textContent?.trim()}`;
      });
    return [...new Set(names)];
  });
}

describe.skipIf(!viewable)("the form", { timeout: 90_000 }, () => {
  const visits = new Visits();

  it.each(["en", "fr"])("is gone through by the tab key alone, every section opened, every control reached (%s)", async (lang) => {
    await visits.on(`?lang=${lang}`, async (page) => {
      await load(page, Object.values(PEOPLE).at(-1)?.document ?? {});
      await page.locator("osteon-form").getByRole("radio").first().focus();
      const sections = new Set<string>();
      const stops = new Set<string>();
      let presses = 0;
      for (; presses < MOST; presses += 1) {
        const { section, stop, closed } = await focus(page);
        if (section === "") break;
        sections.add(section);
        stops.add(stop);
        if (closed) await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
      }
      expect(presses).toBeLessThan(MOST);
      expect(stops.size).toBeGreaterThan(100);
      expect([...sections]).toEqual(SECTIONS);
      expect((await controls(page)).filter((control) => !stops.has(control))).toEqual([]);
      // Out of the form the way leads to the answer, and back again.
      await page.keyboard.press("Shift+Tab");
      expect((await focus(page)).section).toBe("history");
    });
  });

  it("says nothing to the console and asks for nothing", () => visits.expectQuiet());
});
