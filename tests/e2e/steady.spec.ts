// Nothing moves under the finger (issue: "no layout shift above the finger"). A whole interview is tapped by coordinates,
// as a hand does, while every frame is watched: what stands at the finger or above it stays where it is, but for the one
// movement that brings the next question to its line, during which taps are ignored (ux 4.4); after it all is still.
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
import { createRunningServer, type RunningServer } from "./support/running-server.ts";
import { openTabletBrowser, type TabletBrowser } from "./support/tablet-browser.ts";

let server: RunningServer;
let tablet: TabletBrowser;

test.beforeEach(async () => {
  server = await createRunningServer();
  tablet = await openTabletBrowser();
});

test.afterEach(async () => {
  await tablet.remove();
  await server.remove();
});

/** A control that was elsewhere in the frame before. */
interface Move {
  /** `above`: at the finger's height or above it, while taps were taken. `late`: in the stillness after the tap's own movement. */
  readonly kind: "above" | "late";
  readonly control: string;
  readonly tapped: string;
  readonly byPx: number;
}

interface Watch {
  readonly moves: Move[];
  /** The questions that were asked. */
  readonly asked: Set<string>;
  /** Frames of the guarded movement, in which moving is allowed. */
  guardedFrames: number;
  isStill: boolean;
  /** The question that was tapped last. */
  tapped: string;
}

async function startWatching(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: Watch = { moves: [], asked: new Set(), guardedFrames: 0, isStill: false, tapped: "" };
    Object.assign(window, { watch });
    let before = new Map<Element, number>();
    let wasGuarded = false;
    let finger = { y: 0, name: "" };
    const nameOf = (element: Element | null): string => {
      const where = element?.closest("[data-path]")?.getAttribute("data-path") ?? "";
      const control = element?.closest("button, label") ?? null;
      return `${where} ${control?.getAttribute("aria-label") ?? control?.textContent ?? ""}`.slice(0, 60);
    };
    window.addEventListener(
      "pointerdown",
      ({ clientY, target }) => {
        watch.isStill = false;
        finger = { y: clientY, name: target instanceof Element ? nameOf(target) : "" };
      },
      { capture: true },
    );
    const frame = (): void => {
      const isGuarded = document.querySelector("[data-guarded]") !== null;
      const now = new Map<Element, number>();
      for (const control of document.querySelectorAll("main button, main input")) {
        const { top, bottom, width } = control.getBoundingClientRect();
        if (width > 1 && bottom > 0 && top < innerHeight) now.set(control, top);
      }
      for (const [control, top] of isGuarded || wasGuarded ? [] : now) {
        const was = before.get(control);
        if (was === undefined || Math.abs(top - was) <= 1) continue;
        const facts = { control: nameOf(control), tapped: finger.name, byPx: Math.round(top - was) };
        if (watch.isStill) watch.moves.push({ kind: "late", ...facts });
        else if (was <= finger.y) watch.moves.push({ kind: "above", ...facts });
      }
      if (isGuarded) watch.guardedFrames += 1;
      watch.asked.add(document.querySelector("[data-active]")?.getAttribute("data-path") ?? "");
      before = now;
      wasGuarded = isGuarded;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The tap's own movement is over and its guard is off; from here on nothing may move. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { watch } = window as unknown as { watch: Watch };
    const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const startedMs = performance.now();
    // The next question comes within 300 ms; its guard lasts 250 ms more.
    while (performance.now() - startedMs < 600 || document.querySelector("[data-guarded]") !== null) await nextFrame();
    watch.isStill = true;
    for (let frames = 0; frames < 10; frames++) await nextFrame();
  });
}

/** Where the finger goes next: what the active question offers, in turn its last option and "don't know", then "done"; null at the end. */
async function nextPlace(page: Page, turn: number): Promise<{ readonly x: number; readonly y: number } | null> {
  return page.evaluate(
    (isOption) => {
      const words = ({ textContent }: Element): string => textContent.trim();
      const active = document.querySelector("[data-path][data-active]");
      const { watch } = window as unknown as { watch: Watch };
      const path = active?.getAttribute("data-path") ?? "";
      const isTappedAlready = watch.tapped === path;
      watch.tapped = path;
      // What a finger would meet there: neither the bars nor what is held at the foot of the screen.
      const offered = [...(active?.querySelectorAll("button, label") ?? [])].filter((control) => {
        const { x, y, width, height } = control.getBoundingClientRect();
        return width > 1 && control.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
      const place =
        offered.find((control) => words(control) === "Дұрыс") ??
        (isTappedAlready
          ? offered.find((control) => control.matches(":enabled") && words(control) === "Дайын")
          : null) ??
        (isOption ? offered.findLast((control) => control.matches("label")) : undefined) ??
        offered.find((control) => words(control) === "Білмейді") ??
        offered.find((control) => words(control) === "Бас тартты") ??
        [...document.querySelectorAll("button")].find((button) => words(button) === "Келесі бөлім");
      if (place === undefined) return null;
      const { x, y, width, height } = place.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    turn % 2 === 0,
  );
}

for (const [way, viewport] of [
  ["across", { width: 1280, height: 800 }],
  ["upright", { width: 800, height: 1280 }],
] as const) {
  test(`nothing moves at the finger or above it, nor after the tap's own movement, ${way}`, async () => {
    test.setTimeout(180_000);
    const page = tablet.page();
    const officer = createOfficer(page);
    await officer.enrol(enrolmentLink(server.output(), 0));
    await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
    await officer.sendList("40");
    await page.setViewportSize(viewport);
    await officer.startNext();
    await startWatching(page);
    await comeToRest(page);
    let taps = 0;
    for (let place = await nextPlace(page, 1); place !== null && taps < 60; place = await nextPlace(page, taps)) {
      await page.mouse.click(place.x, place.y);
      await comeToRest(page);
      taps += 1;
    }
    const { moves, asked, guardedFrames } = await page.evaluate(() => {
      const { watch } = window as unknown as { watch: Watch };
      return { ...watch, asked: watch.asked.size };
    });
    expect(moves).toEqual([]);
    expect(asked, "the interview went on").toBeGreaterThan(15);
    expect(guardedFrames, "the movement was seen, and told apart").toBeGreaterThan(15);
  });
}
