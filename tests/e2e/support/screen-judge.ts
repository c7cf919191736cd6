// What every screen must be, whatever it shows: no WCAG 2.2 A/AA finding of axe, upright and across;
// nothing cut off or beyond the edge at the smallest and the largest text; no sideways scrolling at a zoom of 200 %.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export interface ScreenJudge {
  /** Judges what is on the screen now; `name` is that of its picture. */
  readonly look: (name: string) => Promise<void>;
}

export interface ScreenJudgeOptions {
  /** Null takes none. */
  readonly pictures: { readonly folder: string; readonly ways: readonly Way[] } | null;
  /** The one in which axe looks: pictures are taken in the tablet's own. */
  readonly theme: Theme;
}

export type Way = "across" | "upright";
export type Theme = "day" | "night" | "sun";

/** Pictures are taken where SANAQ_SCREENSHOTS says; else, and of a walk without any, none. */
export function picturesOf(ways: readonly Way[]): ScreenJudgeOptions["pictures"] {
  const folder = process.env["SANAQ_SCREENSHOTS"];
  return folder === undefined || ways.length === 0 ? null : { folder, ways };
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const across = { width: 1280, height: 800 };
const ways = [
  { way: "across", viewport: across },
  { way: "upright", viewport: { width: 800, height: 1280 } },
] as const;
/** What a window of 1280×800 shows at 200 %. */
const zoomed = { width: 640, height: 400 };

export function createScreenJudge(page: Page, { pictures, theme }: ScreenJudgeOptions): ScreenJudge {
  return {
    look: async (name) => {
      // A screen that is fetched when it is first opened is empty for a moment.
      await expect(page.locator("main, [role=dialog]").filter({ visible: true }).first()).toHaveText(/\S/u);
      for (const { way, viewport } of ways) {
        await page.setViewportSize(viewport);
        if (pictures?.ways.includes(way) === true) {
          mkdirSync(pictures.folder, { recursive: true });
          const file = `${name}${way === "upright" ? "-upright" : ""}.png`;
          await page.screenshot({ path: join(pictures.folder, file) });
        }
        const [before] = await dress(page, { theme });
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ""}`);
        expect.soft(found, `${name}, ${way}, ${theme}`).toEqual([]);
        await dress(page, { theme: before ?? "day" });
        for (const text of ["100", "150"]) {
          const [, before] = await dress(page, { text });
          expect.soft(await page.evaluate(cutOff), `${name}, ${way}, ${text} %: cut off`).toEqual([]);
          expect.soft(await page.evaluate(beyondTheEdge), `${name}, ${way}, ${text} %: beyond the edge`).toEqual([]);
          await dress(page, { text: before ?? "100" });
        }
      }
      await page.setViewportSize(zoomed);
      expect.soft(await page.evaluate(beyondTheEdge), `${name}, zoom 200 %: beyond the edge`).toEqual([]);
      await page.setViewportSize(across);
    },
  };
}

/** Dresses the page as its settings do; answers with the theme and the text size it had. */
async function dress(
  page: Page,
  wanted: { readonly theme?: string; readonly text?: string },
): Promise<readonly (string | undefined)[]> {
  return page.evaluate((next) => {
    const { dataset } = document.documentElement;
    const had = [dataset["theme"], dataset["text"]];
    Object.assign(dataset, next);
    return had;
  }, wanted);
}

/** Texts that reach beyond what cuts them: their own control, or any box around them that hides what overflows. */
function cutOff(): readonly string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement;
    const words = text.textContent?.trim() ?? "";
    if (element === null || words === "" || !element.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(around);
      const edge = around.getBoundingClientRect();
      // Words for screen readers only are one pixel wide by intent.
      if (edge.width <= 1 || clipPath !== "none") break;
      if (overflowX === "auto" || overflowX === "scroll" || overflowY === "auto" || overflowY === "scroll") break;
      const isControl = around.matches("button, a, label, td, th");
      const hidesX = isControl || overflowX === "hidden" || overflowX === "clip";
      const hidesY = isControl || overflowY === "hidden" || overflowY === "clip";
      const isWide = box.right > edge.right + 1 || box.left < edge.left - 1;
      const isHigh = box.bottom > edge.bottom + 2 || box.top < edge.top - 2;
      if ((hidesX && isWide) || (hidesY && isHigh)) {
        found.push(words.slice(0, 60));
        break;
      }
    }
  }
  return found;
}

/** Controls and headings beyond the right edge of the window, and a page that scrolls sideways. */
function beyondTheEdge(): readonly string[] {
  const beyond = [...document.querySelectorAll<HTMLElement>("button, a, h1, h2, h3, input, select, p")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const { width, right } = element.getBoundingClientRect();
      // A table may have its own sideways scrolling.
      return width > 1 && right > innerWidth + 1 && element.closest("[data-sideways]") === null;
    })
    .map((element) => element.textContent.trim().slice(0, 60));
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth + 1 ? [...beyond, `the page is ${scrollWidth} wide`] : beyond;
}
