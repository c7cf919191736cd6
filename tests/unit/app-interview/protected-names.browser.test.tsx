// Where people are protected (D12, ux 3.11) nobody who looks on reads a name: not in a list, not in a dialog, not in a
// question. A name shows only where the officer opened it.
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import type { InterviewEvent } from "#fieldwork";
import type { Answer, AnswerValue } from "#questionnaire";
import { resident, type FakeTablet } from "./support/fake-tablet.ts";
import { showQuestion } from "./support/render-interview.tsx";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

const surnames = /Ахметов|Алпысов|Әбдіқадыр/iu;

/** Of everything there is to read, fields and what assistive technology is told included. */
function namesOnPage(): readonly string[] {
  const fields = [...document.querySelectorAll("input, textarea")].map((one) => (one as HTMLInputElement).value);
  const labels = [...document.querySelectorAll("[aria-label], [title]")].flatMap((one) => [
    one.getAttribute("aria-label") ?? "",
    one.getAttribute("title") ?? "",
  ]);
  return [document.title, document.body.innerText, ...fields, ...labels].filter((text) => surnames.test(text));
}

const show = () => page.getByRole("button", { name: "Аты-жөнін көрсету" });
const hide = () => page.getByRole("button", { name: "Аты-жөнін жасыру" });

const given = (path: string, value: AnswerValue): InterviewEvent => ({
  type: "answer-given",
  atMs: 1,
  by: "officer-1",
  path,
  language: "kk",
  answer: { state: "answered", value },
});

async function interviewed(tablet: FakeTablet): Promise<string> {
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  await tablet.api.recordEvents(lineId, [
    given("L04", { kind: "code", code: "1" }),
    given("L07", { kind: "code", code: "3" }),
    given("P02", { kind: "name", surname: "Ахметова", given: "Айгүл", patronymic: "Серікқызы" }),
  ]);
  return lineId;
}

it("shows no name in the list, its headings, its removal, its likely duplicates", async () => {
  const tablet = childrensHome(true);
  showScreen(tablet, "/list");
  await expect.element(page.getByRole("columnheader", { name: "Респондент" })).toBeVisible();
  await expect.element(page.getByRole("columnheader", { name: "Туған күні" })).not.toBeInTheDocument();
  expect(namesOnPage()).toEqual([]);

  await page.getByRole("button", { name: "№ 1, толық жасы: 12" }).click();
  await page.getByRole("button", { name: "Тізімнен шығару" }).click();
  const dialog = page.getByRole("dialog");
  await expect.element(dialog.getByText("№ 1 · толық жасы: 12")).toBeVisible();
  expect(dialog.element().textContent).not.toMatch(surnames);
  await dialog.getByRole("button", { name: "Қателесіп жазылған" }).click();
  await expect.element(page.getByText("№ 1 тізімнен шығарылды")).toBeVisible();
  expect(namesOnPage()).toEqual([]);
  await page.getByRole("button", { name: "Қалпына келтіру", exact: true }).click();

  // What is being typed is open; the line it is like is not.
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await page.getByRole("textbox", { name: "Тегі" }).fill("ахметова");
  await page.getByRole("textbox", { name: "Аты *" }).fill("айгул");
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  for (const digit of "17032009") {
    await page.getByRole("group", { name: "Цифрлар" }).getByRole("button", { name: digit, exact: true }).click();
  }
  const alike = page.getByRole("alert");
  await expect.element(alike).toHaveTextContent("Ұқсас жазба: № 1");
  expect(alike.element().textContent).not.toMatch(surnames);
});

it("shows no name where the list is signed, though two may be one", async () => {
  const tablet = childrensHome(true);
  await tablet.api.addPerson(resident("Ахметова", "Айгүл"));
  showScreen(tablet, "/list/sign");
  await expect.element(page.getByRole("group", { name: "№ 1 — № 4" })).toBeVisible();
  expect(namesOnPage()).toEqual([]);
});

it("shows no name of a file before or after it is taken", async () => {
  const tablet = childrensHome(true);
  showScreen(tablet, "/list/import");
  const rows = ["ФИО;Туған күні", "Ахметов Асан Сейіт Ерікұлы;12.05.2010"];
  await page.getByLabelText("Файлды таңдау").upload(new File([rows.join("\n")], "tizim.csv", { type: "text/csv" }));
  await expect.element(page.getByRole("cell", { name: "А…" })).toBeInTheDocument();
  expect(namesOnPage()).toEqual([]);
  await page.getByRole("button", { name: "тұрғын" }).click();
  await page.getByRole("button", { name: "Тізімге алу" }).click();
  await expect.element(page.getByText("✓ Қосылды: 1")).toBeVisible();
  await expect.element(page.getByText(/^Жол: 2/u)).toBeInTheDocument();
  expect(namesOnPage()).toEqual([]);
});

it("shows no name among the respondents, before the interview, without one, and in the notes", async () => {
  const tablet = childrensHome(true);
  const lineId = lineIdOf(tablet, 1);
  const person = tablet.people()[0]?.person ?? null;
  const noted = { lineId, number: 1, person, path: "P05", note: null, isFlagged: true, form: "being-filled" } as const;
  const withNotes = { ...tablet, api: { ...tablet.api, readNotes: async () => [noted] } };
  for (const [address, words] of [
    ["/respondents", "№ 1"],
    [`/start/${lineId}`, "№ 1 · А. А. С."],
    [`/start/${lineId}/outcome`, "№ 1 · А. А. С."],
    ["/notes", "№ 1"],
  ] as const) {
    const { unmount } = showScreen(withNotes, address);
    await expect.element(page.getByText(words, { exact: true })).toBeVisible();
    expect(namesOnPage()).toEqual([]);
    unmount();
  }
});

it("shows no name while the form is asked, checked, read back, finished and looked at", async () => {
  const tablet = childrensHome(true);
  const lineId = await interviewed(tablet);
  window.history.replaceState(null, "", "?at=P04");
  const asked = showScreen(tablet, `/interview/${lineId}`);
  await expect.element(page.getByText("А. А. С.", { exact: true })).toBeVisible();
  expect(namesOnPage()).toEqual([]);
  asked.unmount();

  const checked = showScreen(tablet, `/interview/${lineId}/check`);
  await page.getByRole("button", { name: "Оқып беру түрінде көрсету" }).click();
  await expect.element(page.getByText("А. А. С.", { exact: true })).toBeVisible();
  expect(namesOnPage()).toEqual([]);
  await show().click();
  await expect.element(page.getByText("Ахметова Айгүл Серікқызы")).toBeVisible();
  // The search above does find a name that shows.
  expect(namesOnPage()).not.toEqual([]);
  await hide().click();
  expect(namesOnPage()).toEqual([]);
  checked.unmount();

  await tablet.api.finishInterview(lineId);
  const finished = showScreen(tablet, `/interview/${lineId}/finished`);
  await expect.element(page.getByRole("heading", { name: "Парақ аяқталды: № 1" })).toBeVisible();
  expect(namesOnPage()).toEqual([]);
  finished.unmount();
  showScreen(tablet, `/interview/${lineId}`);
  await expect.element(page.getByText("А. А. С.", { exact: true })).toBeVisible();
  expect(namesOnPage()).toEqual([]);
});

it("tells another resident by number and age, not by name", async () => {
  await showQuestion("L4", {}, true);
  await expect.element(page.getByRole("radio", { name: "№ 2. толық жасы: 12" })).toBeInTheDocument();
  expect(namesOnPage()).toEqual([]);
});

const name = { kind: "name", surname: "Ахметова", given: "Айгүл", patronymic: null } as const;
const proposed: Answer = { state: "proposed", value: name, origin: "list" };

it("proposes a name as initials, and takes it for right only once it was seen", async () => {
  const { tablet } = await showQuestion("K7", { K7: proposed }, true);
  await expect.element(page.getByText("А. А.", { exact: true })).toBeVisible();
  expect(namesOnPage()).toEqual([]);
  await expect.element(page.getByRole("button", { name: "Дұрыс" })).not.toBeInTheDocument();
  await show().click();
  await expect.element(page.getByText("Ахметова Айгүл")).toBeVisible();
  await page.getByRole("button", { name: "Дұрыс" }).click();
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ path: "K7", answer: { state: "answered" } });
  // Given, it is hidden again until it is asked for.
  await expect.element(page.getByText("А. А.", { exact: true })).toBeVisible();
  expect(namesOnPage()).toEqual([]);
  await show().click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Ахметова");
});

it("leaves in sight what is being typed", async () => {
  await showQuestion("K7", {}, true);
  await page.getByRole("textbox", { name: "Тегі" }).fill("Сейтов");
  await page.getByRole("textbox", { name: "Аты", exact: true }).fill("Асан");
  await page.getByRole("button", { name: "Дайын" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Сейтов");
});
