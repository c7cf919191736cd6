// What was answered and who answers decide the words: questions name the values, and where somebody else answers the
// options speak about the person too, in the interview, in the folded answer and read back.
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import type { InterviewEvent } from "#fieldwork";
import type { Answer, Language } from "#questionnaire";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

const answered = (value: Extract<Answer, { state: "answered" }>["value"]): Answer => ({ state: "answered", value });
const code = (chosen: string): Answer => answered({ kind: "code", code: chosen });

/** A woman of 31 at the question, with these answers given before. */
async function showQuestion(
  source: "respondent" | "family",
  language: Language,
  at: string,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: source }, language });
  const born = answered({ kind: "date", date: { year: 1990, month: 3, day: 17 } });
  const told = { L04: code("1"), L07: code("3"), P04: code("2"), P05: born, ...answers };
  const events = Object.entries(told).map(([path, answer]): InterviewEvent => ({
    type: "answer-given",
    atMs: 1,
    by: "officer-1",
    path,
    language,
    answer,
  }));
  await tablet.api.recordEvents(lineId, events);
  window.history.replaceState(null, "", `${window.location.pathname}?at=${at}`);
  showScreen(tablet, at === "check" ? `/interview/${lineId}/check` : `/interview/${lineId}`);
}

/** The question of that path, once it is there. */
async function block(path: string) {
  await expect.poll(() => document.querySelector(`[data-path="${path}"]`)).not.toBeNull();
  return page.elementLocator(document.querySelector(`[data-path="${path}"]`) ?? document.body);
}

it("words an option for whoever answers", async () => {
  await showQuestion("family", "kk", "P32", {});
  await expect.element(page.getByRole("heading", { name: /бұл адамның көруінде/ })).toBeVisible();
  await expect.element((await block("P32")).getByText("Аздап қиналады", { exact: true })).toBeVisible();
  await expect.element((await block("P32")).getByText("Аздап қиналамын", { exact: true })).not.toBeInTheDocument();
  await expect
    .element(page.getByText("Келесі бес сұрақ денсаулыққа байланысты күнделікті қиындықтар туралы."))
    .toBeVisible();
});

it("leaves the person's own words to the person", async () => {
  await showQuestion("respondent", "kk", "P32", {});
  await expect.element((await block("P32")).getByText("Аздап қиналамын", { exact: true })).toBeVisible();
  await expect.element((await block("P32")).getByText("Аздап қиналады", { exact: true })).not.toBeInTheDocument();
});

it("words the folded answer and the answers beside the value too", async () => {
  await showQuestion("family", "ru", "P20", { P18: code("4"), P19: code("1") });
  await expect.element((await block("P18")).getByText("Только понимает")).toBeVisible();
  await expect.element((await block("P19")).getByText("Свободно говорит, читает и пишет")).toBeVisible();
  await expect.element((await block("P21")).getByRole("button", { name: "Других языков не знает" })).toBeVisible();
});

it("reads the answers back about the person", async () => {
  await showQuestion("family", "ru", "check", {
    P18: code("4"),
    P26: code("2"),
    P38: code("5"),
    P40: code("3"),
    "P40.1": code("3"),
  });
  await page.getByRole("button", { name: "Оқып беру түрінде көрсету" }).click();
  const list = page.getByRole("region", { name: "Барлық жауап" });
  await expect.element(list.getByText("Только понимает")).toBeVisible();
  await expect.element(list.getByText("Состоит в зарегистрированном браке")).toBeVisible();
  await expect.element(list.getByText("Почему этот человек не ищет работу?")).toBeVisible();
  await expect.element(list.getByText("Учится", { exact: true })).toBeVisible();
});

it.each([
  ["kk", "Екі апта ішінде жұмысқа шыға аласыз ба?", "Неге жұмыс іздемейсіз?"],
  ["ru", "Сможете ли Вы приступить к работе в течение двух недель?", "Почему Вы не ищете работу?"],
] as const)("asks the one question that follows from the answer before (%s)", async (language, start, reason) => {
  await showQuestion("respondent", language, "P40", { P38: code("5"), P40: code("2") });
  await expect.element(page.getByRole("heading", { name: start })).toBeVisible();
  await (await block("P40")).getByText(/^(Жоқ|Нет)$/).click();
  await expect.element(page.getByRole("heading", { name: reason })).toBeVisible();
  await expect.element(page.getByRole("heading", { name: start })).not.toBeInTheDocument();
});

it.each([
  [3, "Осы 3 баланың қаншасы қазір тірі?"],
  [1, "Ол бала қазір тірі ме (1 — иә, 0 — жоқ)?"],
])("counts the children that were named: %d", async (number, wording) => {
  await showQuestion("respondent", "kk", "P29.1", { P29: answered({ kind: "number", number }) });
  await expect.element(page.getByRole("heading", { name: wording })).toBeVisible();
});

it.each([
  [21, "21 год"],
  [22, "22 года"],
  [25, "25 лет"],
])("says %d years as Russian counts them", async (number, said) => {
  const age = answered({ kind: "number", number });
  await showQuestion("respondent", "ru", "P01", { P05: { state: "unknown" }, "P05.1": age });
  await expect.element((await block("P05.1")).getByText(said, { exact: true })).toBeVisible();
});
