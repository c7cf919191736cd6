import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showQuestion } from "./support/render-interview.tsx";

const key = (digit: number) =>
  page.getByRole("group", { name: "Цифрлар" }).getByRole("button", { name: String(digit), exact: true });

async function tapDigits(digits: string): Promise<void> {
  for (const digit of digits) await key(Number(digit)).click();
}

it("takes a number from the page's own pad, with its unit, and goes on by 'done'", async () => {
  const { store, steps } = await showQuestion("K4");
  await expect.element(page.getByText("жас", { exact: true })).toBeVisible();
  await tapDigits("47");
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(store.question("K4").answer).toEqual({ state: "answered", value: { kind: "number", number: 47 } });
  expect(steps).toEqual([["K4", "next"]]);
});

it("reads digits by the physical key, whatever the keyboard layout makes of it", async () => {
  const { store } = await showQuestion("K4");
  const field = page.getByRole("textbox");
  const input = field.element();
  if (!(input instanceof HTMLElement)) throw new Error("no field");
  input.focus();
  // The Kazakh layout gives letters on the number row.
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "ә", code: "Digit2", bubbles: true, cancelable: true }));
  await expect.element(field).toHaveValue("2");
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "і", code: "Digit3", bubbles: true, cancelable: true }));
  await expect.element(field).toHaveValue("23");
  await userEvent.keyboard("{Enter}");
  expect(store.question("K4").answer).toEqual({ state: "answered", value: { kind: "number", number: 23 } });
});

it("says which numbers are allowed and does not take another", async () => {
  const { store } = await showQuestion("K4");
  await tapDigits("121");
  await expect.element(page.getByText("Рұқсат етілген сан: 0–120")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Дайын" })).toBeDisabled();
  expect(store.question("K4").answer.state).toBe("unanswered");
});

it("says of a year which years are allowed", async () => {
  const { store } = await showQuestion("K16");
  await tapDigits("1900");
  await expect.element(page.getByText("Рұқсат етілген жыл: 1901–2021")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Дайын" })).toBeDisabled();
  expect(store.question("K16").answer.state).toBe("unanswered");
});

it("shows a hard and a soft finding beside the answer; one tap confirms the soft one", async () => {
  const { store, tablet } = await showQuestion("K4");
  await tapDigits("105");
  await page.getByRole("button", { name: "Дайын" }).click();
  await expect.element(page.getByText("Жасы 100-ден асады. Жауап дұрыс па?")).toBeVisible();
  await page.getByRole("button", { name: "Иә, дұрыс" }).click();
  await expect.element(page.getByText("Расталды: жауап дұрыс")).toBeVisible();
  expect(store.findings()).toMatchObject([{ edit: "E2", confirmed: true }]);
  await expect.poll(() => tablet.events().some(({ type }) => type === "edit-confirmed")).toBe(true);
});

it("asks the Department's permission for a critical finding, and only with a reason", async () => {
  const { store, tablet } = await showQuestion("K4");
  await tapDigits("99");
  await page.getByRole("button", { name: "Дайын" }).click();
  await expect.element(page.getByText("Жасы тура 99.")).toBeVisible();
  await page.getByRole("button", { name: "Рұқсат сұрау", exact: true }).click();
  await page.getByRole("button", { name: "Осы себеппен рұқсат сұрау" }).click();
  await expect.element(page.getByText("Себебін жазыңыз: Департамент соған қарап шешеді.")).toBeVisible();
  expect(store.findings()).toMatchObject([{ edit: "E3", confirmed: false }]);
  await page.getByRole("textbox", { name: "Жауап неліктен дұрыс?" }).fill("паспорт");
  await page.getByRole("button", { name: "Осы себеппен рұқсат сұрау" }).click();
  await expect.element(page.getByText("Рұқсат сұралды")).toBeVisible();
  expect(store.findings()).toMatchObject([{ edit: "E3", confirmed: true }]);
  await expect
    .poll(() => tablet.events().find(({ type }) => type === "edit-confirmed"))
    .toMatchObject({ edit: "E3", reason: "паспорт" });
});

it("types words with the Kazakh letters under the field and records them when the field is left", async () => {
  const { store } = await showQuestion("K5");
  await page.getByRole("textbox").fill("м");
  await page.getByRole("button", { name: "ұ", exact: true }).click();
  await userEvent.keyboard("рап");
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(store.question("K5").answer).toEqual({ state: "answered", value: { kind: "text", text: "мұрап" } });
});

it("asks for exactly so many digits, and offers 'no IIN' beside them", async () => {
  const { store } = await showQuestion("K6");
  await tapDigits("00000000000");
  await expect.element(page.getByRole("button", { name: "Дайын" })).toBeDisabled();
  await tapDigits("0");
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(store.question("K6").answer).toEqual({ state: "answered", value: { kind: "text", text: "000000000000" } });
  await page.getByRole("button", { name: "ЖСН жоқ" }).click();
  expect(store.question("K6").answer).toEqual({ state: "alternative", code: "0" });
});

it("takes a name in three parts and says by a tick that there is no patronymic", async () => {
  const { store } = await showQuestion("K7");
  await page.getByRole("textbox", { name: "Тегі" }).fill("Ахметова");
  await page.getByRole("textbox", { name: "Аты", exact: true }).fill("Айгүл");
  await page.getByText("жоқ", { exact: true }).click();
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(store.question("K7").answer).toEqual({
    state: "answered",
    value: { kind: "name", surname: "Ахметова", given: "Айгүл", patronymic: null },
  });
});

it("confirms a pre-filled name by one tap", async () => {
  const value = { kind: "name", surname: "Ахметова", given: "Айгүл", patronymic: "Серікқызы" } as const;
  const { store } = await showQuestion("K7", { K7: { state: "proposed", value, origin: "list" } });
  await expect.element(page.getByText("Ахметова Айгүл Серікқызы")).toBeVisible();
  await page.getByRole("button", { name: "Дұрыс" }).click();
  expect(store.question("K7").answer).toEqual({ state: "answered", value, origin: "list" });
});
