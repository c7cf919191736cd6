import { expect, it } from "vitest";
import { page } from "vitest/browser";
import type { InterviewEvent } from "#fieldwork";
import type { AnswerValue } from "#questionnaire";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";
import type { FakeTablet } from "./support/fake-tablet.ts";

const at = { atMs: 1, by: "officer-1" } as const;
const given = (path: string, value: AnswerValue): InterviewEvent => ({
  type: "answer-given",
  ...at,
  path,
  language: "kk",
  answer: { state: "answered", value },
});
const chosen = (path: string, code: string): InterviewEvent => given(path, { kind: "code", code });

async function opened(tablet: FakeTablet, events: readonly InterviewEvent[]): Promise<string> {
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  await tablet.api.recordEvents(lineId, events);
  return lineId;
}

const group = (name: string) => document.querySelector(`[data-group=${name}]`);

it("finishes a form of somebody who was enumerated elsewhere with few questions, and leads to the certificate", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [
    chosen("L04", "1"),
    chosen("L07", "2"),
    given("L07.number", { kind: "text", text: "43-00118-000001-7" }),
  ]);
  const { history } = showScreen(tablet, `/interview/${lineId}/check`);
  await expect.element(page.getByText("✓ Барлығы дұрыс. Парақты аяқтауға болады.")).toBeVisible();
  await page.getByRole("button", { name: "Парақты аяқтау" }).click();
  await expect.poll(() => history().at(-1)).toBe(`/interview/${lineId}/finished`);
  expect(tablet.events().at(-1)).toMatchObject({ type: "interview-finished" });
});

it("lists what must be corrected, what is to be confirmed and what is missing, and says why it cannot be finished", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [
    chosen("L04", "1"),
    chosen("L07", "3"),
    chosen("P04", "2"),
    given("P05", { kind: "date", date: { year: 2009, month: 3, day: 17 } }),
    given("P01", { kind: "text", text: "090317000001" }),
    chosen("P23", "2"),
  ]);
  showScreen(tablet, `/interview/${lineId}/check`);
  await expect.element(page.getByText(/^✕ Түзету қажет: 1$/)).toBeVisible();
  await expect.element(page.getByText(/^\? Жауап дұрыс па: 1$/)).toBeVisible();
  await expect.element(page.getByText(/^○ Жауап берілмеген: \d+$/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Парақты аяқтау" })).toBeDisabled();
  await expect.element(page.getByText(/^Аяқтау үшін алдымен қарап шығыңыз: \d+$/)).toBeVisible();
  await page.getByRole("button", { name: "Иә, дұрыс" }).click();
  await expect.poll(() => group("soft")).toBeNull();
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ type: "edit-confirmed", path: "P23" });
});

it("says of which question it speaks, and leads to what was flagged or noted", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [
    chosen("L04", "1"),
    chosen("L07", "3"),
    given("P06", { kind: "place", country: "KZ", kato: null, settlement: null, text: null }),
    { type: "note-written", ...at, path: "P07", text: "Құжаты жоқ" },
  ]);
  const { history } = showScreen(tablet, `/interview/${lineId}/check`);
  const row = await found("[data-group=hard] [data-row=P06]");
  expect(row.textContent).toContain("Туған жеріңіз қайда?");
  await page.getByRole("link", { name: /P07.*Құжаты жоқ/ }).click();
  await expect.poll(() => history().at(-1)).toContain(`/interview/${lineId}`);
});

it("opens a question in place and closes it with its answer", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [chosen("L04", "1"), chosen("L07", "3")]);
  showScreen(tablet, `/interview/${lineId}/check`);
  const row = page.elementLocator(await found("[data-row=P07]"));
  await row.getByRole("button", { name: "Жауап беру" }).click();
  await page.getByText("Қазақстан Республикасы").click();
  await expect.poll(() => document.querySelector("[data-row=P07]")).toBeNull();
  expect(tablet.events().at(-1)).toMatchObject({ path: "P07", answer: { value: { code: "1" } } });
});

it("takes 'doesn't know' for a missing answer by one tap", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [chosen("L04", "1"), chosen("L07", "3")]);
  showScreen(tablet, `/interview/${lineId}/check`);
  const row = page.elementLocator(await found("[data-row=P22]"));
  await row.getByRole("button", { name: "Бас тартты" }).click();
  await expect.poll(() => document.querySelector("[data-row=P22]")).toBeNull();
  expect(tablet.events().at(-1)).toMatchObject({ path: "P22", answer: { state: "refused" } });
});

it("shows all answers as sentences to read aloud", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [
    chosen("L04", "1"),
    chosen("L07", "3"),
    given("P05", { kind: "date", date: { year: 2009, month: 3, day: 17 } }),
    given("P06", { kind: "place", country: "RU", kato: null, settlement: null, text: null }),
  ]);
  showScreen(tablet, `/interview/${lineId}/check`);
  await page.getByRole("button", { name: "Оқып беру түрінде көрсету" }).click();
  const answers = page.getByRole("region", { name: "Барлық жауап" });
  await expect.element(answers.getByText("17 наурыз 2009 ж. — толық жасы: 12")).toBeInTheDocument();
  await expect.element(answers.getByText("Ресей")).toBeInTheDocument();
});

it("brings the answers into sight when they are asked for below all that is open", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [chosen("L04", "1"), chosen("L07", "3")]);
  showScreen(tablet, `/interview/${lineId}/check`);
  await page.getByRole("button", { name: "Оқып беру түрінде көрсету" }).click();
  const heading = page.getByRole("heading", { name: "Барлық жауап" });
  await expect.element(heading).toHaveFocus();
  await expect.poll(() => heading.element().getBoundingClientRect().top).toBeLessThan(200);
});

it("shows a finished form read-only and opens it for correction on request", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [chosen("L04", "1"), chosen("L07", "3"), { type: "interview-finished", ...at }]);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.element(page.getByText("Парақ аяқталған. Жауаптарды тек көруге болады.")).toBeVisible();
  await page.getByRole("button", { name: "Түзетуге ашу" }).click();
  await expect.element(page.getByRole("button", { name: "Келесі бөлім" })).toBeVisible();
  expect(tablet.events().at(-1)).toMatchObject({ type: "interview-reopened", rev: 2 });
});

it("leads from a finished form to its certificate", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [chosen("L04", "1"), chosen("L07", "3"), { type: "interview-finished", ...at }]);
  const { history } = showScreen(tablet, `/interview/${lineId}`);
  await page.getByRole("button", { name: "Анықтама", exact: true }).click();
  await expect.poll(() => history().at(-1)).toBe(`/interview/${lineId}/finished?respondents`);
});

async function found(selector: string): Promise<Element> {
  await expect.poll(() => document.querySelector(selector)).not.toBeNull();
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`nothing is at ${selector}`);
  return element;
}

it("knows what was typed just before, however slow the disk is, and loses nothing", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [chosen("L04", "1"), chosen("L07", "2")]);
  const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const slow: FakeTablet = {
    ...tablet,
    api: {
      ...tablet.api,
      recordEvents: async (interviewId, events) => {
        for (let frames = 0; frames < 5; frames++) await nextFrame();
        return tablet.api.recordEvents(interviewId, events);
      },
    },
  };
  showScreen(slow, `/interview/${lineId}?at=L07.number`);
  // One event is on its way when the text is handed over.
  await page.getByRole("button", { name: "Тексеруге белгілеу" }).last().click();
  await page.getByRole("textbox").fill("43-00118-000001-7");
  await page.getByRole("button", { name: "Тексеру", exact: true }).click();
  await page.getByRole("button", { name: "Оқып беру түрінде көрсету" }).click();
  await expect.element(page.getByRole("main").getByText("43-00118-000001-7")).toBeVisible();
});

it("goes on with what could not be written, instead of reading the record without it", async () => {
  const tablet = childrensHome();
  const lineId = await opened(tablet, [chosen("L04", "1"), chosen("L07", "2")]);
  showScreen(tablet, `/interview/${lineId}?at=L07.number`);
  await page.getByRole("textbox").fill("43-00118-000001-7");
  tablet.breakWrites(true);
  await page.getByRole("button", { name: "Тексеру", exact: true }).click();
  await page
    .getByRole("link", { name: /Сұраққа|Артқа/ })
    .or(page.getByRole("button", { name: "Артқа" }))
    .first()
    .click();
  await expect.element(page.getByRole("alert").first()).toHaveTextContent("Жауап жазылмады.");
  tablet.breakWrites(false);
  await page.getByRole("button", { name: "Қайта жазып көру" }).first().click();
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ type: "answer-given", path: "L07.number" });
});
