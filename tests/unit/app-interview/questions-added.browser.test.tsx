// When an answer brings in questions, the line of what is left says how many and, where it is one section, which (ux 3.1);
// nothing moves for it, in either orientation and at any size of text.
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import type { InterviewEvent } from "#fieldwork";
import { chooseLocale, type Locale } from "../../../src/app/i18n/index.ts";
import { chooseTextSize } from "../../../src/app/theme/comfort.ts";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

afterEach(() => {
  chooseLocale("kk");
  chooseTextSize("100");
});

const chosen = (path: string, code: string): InterviewEvent => ({
  type: "answer-given",
  atMs: 1,
  by: "officer-1",
  path,
  language: "kk",
  answer: { state: "answered", value: { kind: "code", code } },
});

/** Form F3 is open and the interview stands at the question. */
async function standAt(path: string): Promise<void> {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  await tablet.api.recordEvents(lineId, [chosen("L04", "1"), chosen("L07", "3")]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=${path}`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(() => document.querySelector(`[data-active][data-path="${path}"]`)).not.toBeNull();
}

/** Not born here: asked are when the person came, where from and why. */
async function sayNotBornHere(): Promise<void> {
  const row = [...document.querySelectorAll<HTMLElement>('[data-path="P08"] label')].find(
    ({ innerText }) => innerText === "Жоқ",
  );
  if (row === undefined) throw new Error("P08 offers no such answer");
  row.click();
}

it.each([
  ["kk", "+3: Туған жері, азаматтығы, көші-қон"],
  ["ru", "+3: Место рождения, гражданство, миграция"],
  ["en", "+3: Birthplace, citizenship, migration"],
] as const)("names the section that grew, in the language of the screens: %s", async (locale, words) => {
  chooseLocale(locale);
  await standAt("P08");
  await sayNotBornHere();
  await expect.element(page.getByText(words, { exact: true })).toBeVisible();
});

it("names none where several sections grew", async () => {
  await standAt("P05");
  await page.getByRole("button", { name: "Дұрыс", exact: true }).last().click();
  await expect.element(page.getByText(/^\+\d+, жаңа сұрақтар қосылды$/u)).toBeVisible();
});

/** How far below the line the parts under it begin: the sections, or in portrait the button for them. The page may scroll. */
function topsBelow(): readonly number[] {
  const controls = [...document.querySelectorAll("nav [data-section-toggle], nav [data-section]")];
  const start = document.querySelector("nav [aria-live]")?.getBoundingClientRect().top ?? Number.NaN;
  return controls
    .map((element) => element.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ top }) => Math.round(top - start));
}

const sizes = [
  [1280, 800],
  [800, 1280],
  [640, 400],
] as const;
const looks = (["kk", "ru", "en"] as const).flatMap((locale) =>
  sizes.flatMap(([width, height]) =>
    (["100", "150"] as const).map((text): [Locale, number, number, "100" | "150"] => [locale, width, height, text]),
  ),
);

it.each(looks)("moves nothing when it comes: %s, %i × %i, size of text %s", async (locale, width, height, text) => {
  await page.viewport(width, height);
  chooseLocale(locale);
  chooseTextSize(text);
  await standAt("P08");
  const before = topsBelow();
  await sayNotBornHere();
  await expect.element(page.getByText(/^\+3: /u)).toBeVisible();
  expect(before.length).toBeGreaterThan(0);
  expect(topsBelow()).toEqual(before);
  const line = page.getByText(/^\+3: /u).element();
  expect(line.scrollWidth, "cut off at the side").toBeLessThanOrEqual(line.clientWidth);
});
