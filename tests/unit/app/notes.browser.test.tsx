import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { notedQuestionText, notedRows, placeOfNoted } from "../../../src/app/tablet/notes/noted-rows.ts";
import type { NotedQuestion } from "../../../src/app/wiring/index.ts";
import { createFakeTablet, notedQuestions } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

it("is one tap from Home and says that there is none", async () => {
  showApp(createFakeTablet().api);
  await page.getByRole("link", { name: "Ескертпелер мен белгілер" }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Ескертпе де, белгі де жоқ" })).toBeVisible();
});

it("names each respondent once, with the questions that were noted or flagged under the name", async () => {
  showApp(createFakeTablet({ notes: notedQuestions() }).api, { at: "/notes" });
  await expect.element(page.getByRole("heading", { level: 2 }).first()).toHaveTextContent(/^№ 8 Төлегенов/u);
  expect(page.getByRole("heading", { level: 2 }).elements()).toHaveLength(2);
  await expect.element(page.getByText("Парақ аяқталған")).toBeVisible();
  const row = page.getByRole("link", { name: /Құжатын ертең көрсетемін/u });
  await expect.element(row).toHaveTextContent(/^P05Туған күніңізді/u);
  await expect.element(row).toHaveTextContent(/Тексеруге белгіленген$/u);
});

it("leads straight to the question", async () => {
  const { history } = showApp(createFakeTablet({ notes: notedQuestions() }).api, { at: "/notes" });
  await page.getByRole("link", { name: /Ағылшынша аздап/u }).click();
  expect(history().at(-1)).toBe("/interview/line-00000000000000008?at=P21%5B1%5D.level");
});

it("shows numbers only in a protected institution", async () => {
  showApp(createFakeTablet({ notes: notedQuestions(), isProtected: true }).api, { at: "/notes" });
  await expect.element(page.getByRole("heading", { level: 2 }).first()).toHaveTextContent(/^№ 8$/u);
  expect(document.body.textContent).not.toContain("Төлегенов");
});

it("shows notes or flags alone, with how many there are", async () => {
  showApp(createFakeTablet({ notes: notedQuestions() }).api, { at: "/notes" });
  await page.getByRole("radio", { name: "Ескертпелер: 2" }).click();
  await expect.element(page.getByText("Парақ аяқталған")).not.toBeInTheDocument();
  await page.getByRole("radio", { name: "Белгілер: 2" }).click();
  await expect.element(page.getByRole("link", { name: /Ағылшынша аздап/u })).not.toBeInTheDocument();
  await expect.element(page.getByText("Парақ аяқталған")).toBeVisible();
});

it("says so where a filter leaves nothing", async () => {
  const flagged = notedQuestions().filter(({ note }) => note === null);
  showApp(createFakeTablet({ notes: flagged }).api, { at: "/notes" });
  await page.getByRole("radio", { name: "Ескертпелер: 0" }).click();
  await expect.element(page.getByText("Мұнда ештеңе жоқ.")).toBeVisible();
});

it("reads again when a note was written elsewhere", async () => {
  let noted: readonly NotedQuestion[] = notedQuestions().slice(0, 1);
  const fake = createFakeTablet({}, { readNotes: async () => noted });
  showApp(fake.api, { at: "/notes" });
  await expect.element(page.getByRole("radio", { name: "Барлығы: 1" })).toBeVisible();
  noted = notedQuestions();
  fake.poke("list");
  await expect.element(page.getByRole("radio", { name: "Барлығы: 3" })).toBeVisible();
});

it("takes a finished form to its answers and a closed line to its outcome", () => {
  const place = { lineId: "line-1", path: "P05" };
  expect(placeOfNoted({ ...place, form: "being-filled" })).toBe("/interview/line-1?at=P05");
  expect(placeOfNoted({ ...place, form: "finished" })).toBe("/interview/line-1");
  expect(placeOfNoted({ ...place, form: "closed" })).toBe("/start/line-1");
});

it("knows the words of a field with those of its question, and says when a question is gone", () => {
  expect(notedQuestionText("P21[3].level", "kk")).toMatch(
    /^Тағы қандай тілдерді .+ · Тілі: басқа тіл\. Оны қаншалықты білесіз\?$/u,
  );
  expect(notedQuestionText("P99", "kk")).toBeNull();
  expect(notedRows([])).toEqual([]);
});
