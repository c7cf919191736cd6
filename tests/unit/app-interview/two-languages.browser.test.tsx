// The question being asked in two languages, for a conversation in both (ux 3.8).
import { cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import type { InterviewEvent, SourceOfAnswers } from "#fieldwork";
import type { Answer, Language } from "#questionnaire";
import { secondBeside } from "../../../src/app/questions/second-language.tsx";
import { chooseSecondLanguage, chooseTextSize, showComfort } from "../../../src/app/theme/comfort.ts";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";
import { showQuestion } from "./support/render-interview.tsx";

afterEach(() => {
  localStorage.clear();
  showComfort();
});

const code = (chosen: string): Answer => ({ state: "answered", value: { kind: "code", code: chosen } });
const born = (year: number): Answer => ({
  state: "answered",
  value: { kind: "date", date: { year, month: 3, day: 17 } },
});

/** A woman of 31 at the question. */
async function showAt(
  path: string,
  language: Language,
  source: SourceOfAnswers["kind"] & ("respondent" | "family") = "respondent",
  answers: Readonly<Record<string, Answer>> = {},
): Promise<void> {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: source }, language });
  const told = { L04: code("1"), L07: code("3"), P04: code("2"), P05: born(1990), ...answers };
  const events = Object.entries(told).map(([at, answer]): InterviewEvent => ({
    type: "answer-given",
    atMs: 1,
    by: "o",
    path: at,
    language,
    answer,
  }));
  await tablet.api.recordEvents(lineId, events);
  window.history.replaceState(null, "", `${window.location.pathname}?at=${path}`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(() => document.querySelector("[data-active]")?.getAttribute("data-path")).toBe(path);
}

function inLanguage(path: string, language: Language): readonly string[] {
  const block = document.querySelector(`[data-path="${path}"]`);
  const all = [...(block?.querySelectorAll<HTMLElement>(`span[lang=${language}]`) ?? [])];
  return all.map(({ innerText }) => innerText);
}

const topOf = (path: string): number =>
  document.querySelector(`[data-path="${path}"]`)?.getBoundingClientRect().top ?? Number.NaN;

it("is off until it is chosen", async () => {
  await showAt("P07", "kk");
  expect(inLanguage("P07", "ru")).toEqual([]);
  expect(document.querySelector('[data-path="P07"] input')?.hasAttribute("aria-labelledby")).toBe(false);
});

it("shows the words of the question being asked and of its options under them, and of no other question", async () => {
  chooseSecondLanguage("ru");
  await showAt("P08", "kk");
  expect(inLanguage("P08", "ru")).toEqual([
    "Живёте ли Вы в этом населённом пункте непрерывно с рождения?",
    "Да",
    "Нет",
  ]);
  expect(inLanguage("P12", "ru")).toEqual([]);
  const [words] = document.querySelectorAll<HTMLElement>('[data-path="P08"] span[lang=ru]');
  const heading = document.querySelector<HTMLElement>('[data-path="P08"] h3');
  if (words === undefined || heading === null) throw new Error("the question has no words");
  const size = (element: HTMLElement): number => Number.parseFloat(getComputedStyle(element).fontSize);
  expect(size(words)).toBeLessThan(size(heading));
  expect(words.getBoundingClientRect().top).toBeGreaterThanOrEqual(heading.getBoundingClientRect().bottom);
});

it("names the question and each option in the asked language alone, so that one voice reads a name", async () => {
  chooseSecondLanguage("kk");
  await showAt("P08", "ru");
  const block = page.elementLocator(document.querySelector('[data-path="P08"]') ?? document.body);
  await expect.element(block.getByRole("radio", { name: "Да", exact: true })).toBeInTheDocument();
  await expect
    .element(block.getByRole("radiogroup", { name: "Живёте ли Вы в этом населённом пункте непрерывно с рождения?" }))
    .toBeInTheDocument();
  expect(inLanguage("P08", "kk")).toEqual(["Осы елді мекенде туғаннан бері үздіксіз тұрасыз ба?", "Иә", "Жоқ"]);
});

it("keeps the question at its line, also when the languages change places", async () => {
  chooseSecondLanguage("ru");
  await showAt("P08", "kk");
  await expect.poll(() => Math.round(topOf("P08"))).toBe(168);
  await page.getByRole("button", { name: "Русский" }).click();
  await expect.poll(() => inLanguage("P08", "kk")).toContain("Иә");
  expect(Math.abs(topOf("P08") - 168)).toBeLessThanOrEqual(1);
});

it("speaks about the person in both languages where somebody else answers", async () => {
  chooseSecondLanguage("kk");
  await showAt("P32", "ru", "family");
  expect(inLanguage("P32", "kk")).toEqual([
    "Келесі бес сұрақ денсаулыққа байланысты күнделікті қиындықтар туралы.",
    "Көзілдірікпен болса да, бұл адамның көруінде қиындық бар ма?",
    "Жоқ, қиындық жоқ",
    "Аздап қиналады",
    "Қатты қиналады",
    "Мүлде жасай алмайды",
  ]);
});

it.each(["respondent", "family"] as const)(
  "fills in what was answered in both languages, told by the %s",
  async (who) => {
    chooseSecondLanguage("ru");
    const living: Answer = { state: "answered", value: { kind: "number", number: 2 } };
    await showAt("P31", "kk", who, { P29: living, "P29.1": living });
    const [words] = inLanguage("P31", "ru");
    expect(words).toMatch(who === "family" ? /^Сколько ещё детей планирует/ : /^Сколько ещё детей Вы планируете/);
  },
);

it("shows the answers beside the value in both", async () => {
  chooseSecondLanguage("ru");
  await showAt("P01", "kk");
  expect(inLanguage("P01", "ru")).toContain("ИИН нет");
  await expect.element(page.getByRole("button", { name: "ЖСН жоқ", exact: true })).toBeVisible();
});

it("shows a proposed value in both", async () => {
  chooseSecondLanguage("ru");
  await showQuestion("K1", { K1: { state: "proposed", value: { kind: "code", code: "2" }, origin: "list" } });
  await expect.poll(() => inLanguage("K1", "ru")).toEqual(["Живёте здесь с рождения?", "Нет"]);
});

it("shows the frequent answers of a long list in both, and the list itself in one", async () => {
  chooseSecondLanguage("ru");
  await showAt("P15", "kk");
  expect(inLanguage("P15", "ru")).toContain("русские");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect.element(dialog.getByRole("button", { name: "орыс", exact: true }).first()).toBeVisible();
  expect(dialog.element().querySelectorAll("span[lang=ru]")).toHaveLength(0);
});

it.each([
  ["none", "kk", null],
  ["ru", "kk", "ru"],
  ["ru", "ru", "kk"],
  ["kk", "kk", "ru"],
  ["kk", "en", "kk"],
  ["en", "kk", "en"],
  ["en", "en", "kk"],
] as const)("beside %s chosen and %s asked stands %s", (chosen, asked, second) => {
  expect(secondBeside(chosen, asked)).toBe(second);
});

it.each([
  ["kk", "ru", 1280, 800],
  ["kk", "ru", 800, 1280],
  ["ru", "kk", 1280, 800],
  ["ru", "kk", 800, 1280],
] as const)(
  "reaches beyond nothing at one and a half, %s over %s at %i px",
  async (language, second, width, height) => {
    chooseTextSize("150");
    chooseSecondLanguage(second);
    await page.viewport(width, height);
    for (const path of ["P08", "P15", "P32", "P37"]) {
      await showAt(path, language);
      const block = document.querySelector<HTMLElement>(`[data-path="${path}"]`);
      const wide = [...(block?.querySelectorAll<HTMLElement>("label, button, h3, span[lang]") ?? [])].filter(
        (element) => element.getBoundingClientRect().right > width || element.scrollWidth > element.clientWidth + 1,
      );
      expect(wide.filter(({ clientWidth }) => clientWidth > 0).map(({ innerText }) => innerText)).toEqual([]);
      cleanup();
    }
  },
);
