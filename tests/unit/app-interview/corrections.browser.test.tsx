// What must be corrected is seen where the officer looks, keeps him at the question once, and never moves his finger.
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Answer } from "#questionnaire";
import type { InterviewEvent } from "#fieldwork";
import { chooseLocale } from "../../../src/app/i18n/index.ts";
import type { FakeTablet } from "./support/fake-tablet.ts";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

const said = (path: string, answer: Answer): InterviewEvent => ({
  type: "answer-given",
  atMs: 1,
  by: "officer-1",
  path,
  language: "kk",
  answer,
});
const chosen = (path: string, code: string): InterviewEvent =>
  said(path, { state: "answered", value: { kind: "code", code } });

/** A child of twelve at a question of the person's form. */
async function askedAt(path: string, more: readonly InterviewEvent[] = []): Promise<FakeTablet> {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  const born = said("P05", {
    state: "answered",
    value: { kind: "date", date: { year: 2009, month: 3, day: 17 } },
  });
  await tablet.api.recordEvents(lineId, [chosen("L04", "1"), chosen("L07", "3"), born, ...more]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=${path}`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe(path);
  // The page has come to rest in its own letters and takes taps.
  for (const weight of [400, 600]) await document.fonts.load(`${weight} 24px "IBM Plex Sans"`, "Қандай? 1 Ё Ә");
  await expect.poll(() => document.querySelector("[data-guarded]")).toBeNull();
  return tablet;
}

function activePath(): string | null {
  return document.querySelector("[data-active]")?.getAttribute("data-path") ?? null;
}

/** The finding of the active question lies within what can be seen of the questions. */
function isInSight(): boolean {
  const seen = document.querySelector("[data-scroller]")?.getBoundingClientRect();
  const box = document.querySelector("[data-active] [data-level=hard]")?.getBoundingClientRect();
  return seen !== undefined && box !== undefined && box.top >= seen.top && box.bottom <= seen.bottom;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

for (const [way, width, height] of [
  ["across", 1280, 800],
  ["upright", 800, 1280],
  ["zoomed in", 640, 400],
] as const) {
  it(`shows what must be corrected at once, ${way}, though nine answers stand above it`, async () => {
    await page.viewport(width, height);
    await askedAt("P23.1", [chosen("P23", "1")]);
    const first = page.getByText("Мектепке дейінгі ұйым", { exact: true });
    const before = topOf(first.element());
    await first.click();
    await expect.element(page.getByText("Оқу деңгейі: Мектепке дейінгі ұйым", { exact: false })).toBeVisible();
    if (height > 480) {
      expect(isInSight()).toBe(true);
      expect(topOf(first.element())).toBe(before);
    } else {
      const box = document.querySelector("[data-active] [data-level=hard]");
      expect(box?.getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
    }
    expect(activePath()).toBe("P23.1");
  });
}

it("does not cover the row that was tapped at the foot of the screen", async () => {
  await askedAt("P23.1", [chosen("P23", "1")]);
  const rows = [...document.querySelectorAll<HTMLElement>("[data-path='P23.1'] label")];
  const foot = document.querySelector("[data-scroller]")?.getBoundingClientRect().bottom ?? 0;
  const last = rows.findLast((row) => row.getBoundingClientRect().bottom <= foot);
  if (last === undefined) throw new Error("no row is in sight");
  await page.elementLocator(last).click();
  await expect.poll(isInSight).toBe(true);
  const box = document.querySelector("[data-active] [data-held-finding]");
  expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(box === null ? 0 : topOf(box));
});

it("reads out what must be corrected: it comes into a region that stood there before", async () => {
  await askedAt("P23.1", [chosen("P23", "1")]);
  const regions = [...document.querySelectorAll("[data-active] [aria-live=polite]")];
  await page.getByText("Мектепке дейінгі ұйым", { exact: true }).click();
  await expect.poll(isInSight).toBe(true);
  const box = document.querySelector("[data-active] [data-level=hard]");
  expect(regions.some((region) => region.contains(box))).toBe(true);
});

const doneAt = (path: string) =>
  page
    .elementLocator(document.querySelector(`[data-path="${path}"]`) ?? document.body)
    .getByRole("button", { name: "Дайын", exact: true });
const onceMore = () => page.getByText("Түзетіңіз. Әрі қарай өту үшін тағы бір рет басыңыз.");

it("stays at an IIN that cannot be right, and goes on when 'done' is said once more", async () => {
  await askedAt("P01");
  await userEvent.keyboard("123456789012");
  const done = page.getByRole("button", { name: "Дайын", exact: true }).first();
  await done.click();
  await expect.element(onceMore()).toBeVisible();
  expect(activePath()).toBe("P01");
  expect(isInSight()).toBe(true);
  // The pad is needed to correct it.
  const box = document.querySelector("[data-active] [data-held-finding]") ?? document.body;
  const pad = document.querySelector("[data-active] [data-pad]");
  expect(pad?.getBoundingClientRect().bottom).toBeLessThanOrEqual(topOf(box));
  await done.click();
  await expect.poll(activePath).not.toBe("P01");
});

it("keeps the officer anew when the answer is another one and still wrong, by Enter as by tap", async () => {
  await askedAt("P01");
  await userEvent.keyboard("123456789012{Enter}");
  await expect.element(onceMore()).toBeVisible();
  await userEvent.keyboard("{Backspace}5");
  await userEvent.keyboard("{Enter}");
  await expect.element(onceMore()).toBeVisible();
  expect(activePath()).toBe("P01");
  await userEvent.keyboard("{Enter}");
  await expect.poll(activePath).not.toBe("P01");
});

it("stays at a date of arrival before the birth; the panel and 'next section' lead on all the same", async () => {
  await askedAt("P09", [chosen("P06", "KZ"), chosen("P08", "2")]);
  await userEvent.keyboard("012000");
  await doneAt("P09").click();
  await expect.element(onceMore()).toBeVisible();
  expect(activePath()).toBe("P09");
  await page.getByRole("button", { name: "Келесі бөлім" }).click();
  await expect.poll(activePath).not.toBe("P09");
});

it("leads on by the button that comes beside a wrong choice, which was one tap already", async () => {
  await askedAt("P23.1", [chosen("P23", "1")]);
  await page.getByText("Мектепке дейінгі ұйым", { exact: true }).click();
  await page.getByRole("button", { name: "Дайын", exact: true }).first().click();
  await expect.poll(activePath).not.toBe("P23.1");
});

it("stays once at fields of which one must be corrected", async () => {
  await askedAt("P12.1", [chosen("P12", "1")]);
  const year = document.querySelectorAll<HTMLElement>("[data-path='P12.1'] input[inputmode=none]")[0];
  year?.focus();
  await userEvent.keyboard("1990");
  await doneAt("P12.1").click();
  await expect.element(onceMore()).toBeVisible();
  await expect.poll(isInSight).toBe(true);
  expect(activePath()).toBe("P12.1");
});

it("says in the panel what is to be corrected, what is to be checked and what is left, and no section moves for it", async () => {
  // In Russian the words take two lines.
  chooseLocale("ru");
  await askedAt("P01");
  const panel = page.getByRole("navigation", { name: "Разделы" });
  const tops = () => [...document.querySelectorAll("[data-section]")].map((button) => Math.round(topOf(button)));
  const before = tops();
  await expect.element(panel.getByRole("button", { name: /Сәйкестендіру осталось: \d$/u })).toBeVisible();
  await userEvent.keyboard("123456789012{Enter}");
  const wrong = panel.getByRole("button", { name: /Сәйкестендіру исправить: 1\s*осталось: \d$/u });
  await expect.element(wrong).toBeVisible();
  await expect.element(wrong.getByText("✕")).toBeVisible();
  expect(tops()).toEqual(before);
});
