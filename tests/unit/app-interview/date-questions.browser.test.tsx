import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showQuestion } from "./support/render-interview.tsx";

const key = (digit: string) =>
  page.getByRole("group", { name: "Цифрлар" }).getByRole("button", { name: digit, exact: true });

async function tapDigits(digits: string): Promise<void> {
  for (const digit of digits) await key(digit).click();
}

it("takes a date of birth as eight digits and one tap, read back in words with the age at the census moment", async () => {
  const { store, steps } = await showQuestion("P05");
  await tapDigits("17032009");
  await expect.element(page.getByText("17 наурыз 2009 ж. — толық жасы: 12")).toBeVisible();
  expect(store.question("P05").answer.state).toBe("unanswered");
  await page.getByRole("button", { name: "Дұрыс" }).click();
  expect(store.question("P05").answer).toEqual({
    state: "answered",
    value: { kind: "date", date: { year: 2009, month: 3, day: 17 } },
  });
  expect(steps).toEqual([["P05", "next"]]);
});

it("says that a day is not in the calendar and does not take it", async () => {
  await showQuestion("P05");
  await tapDigits("30022009");
  await expect.element(page.getByText("Күнтізбеде мұндай күн жоқ. Цифрларды тексеріңіз.")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Дұрыс" })).toBeDisabled();
});

it("takes a date without its day, and without its day and month", async () => {
  const { store } = await showQuestion("P05");
  await page.getByRole("button", { name: "Күні белгісіз" }).click();
  await tapDigits("031961");
  await page.getByRole("button", { name: "Дұрыс" }).click();
  expect(store.question("P05").answer).toMatchObject({ value: { date: { year: 1961, month: 3, day: null } } });
  await page.getByRole("button", { name: "Айы белгісіз" }).click();
  await tapDigits("1961");
  await page.getByRole("button", { name: "Дұрыс" }).click();
  expect(store.question("P05").answer).toMatchObject({ value: { date: { year: 1961, month: null, day: null } } });
});

it("leads to the age where nothing else is known", async () => {
  const { store, steps } = await showQuestion("P05");
  await page.getByRole("button", { name: "Тек жасы белгілі" }).click();
  expect(store.question("P05").answer).toEqual({ state: "unknown" });
  expect(steps).toEqual([["P05", "next"]]);
});

it("accepts a month's name on the keyboard and moves from box to box by itself", async () => {
  const { store } = await showQuestion("P05");
  await page.getByRole("textbox", { name: "Күні" }).click();
  await userEvent.keyboard("27");
  await expect.element(page.getByRole("textbox", { name: "Айы" })).toHaveFocus();
  await userEvent.keyboard("нау");
  await expect.element(page.getByRole("textbox", { name: "Жылы" })).toHaveFocus();
  await userEvent.keyboard("2009{Enter}");
  expect(store.question("P05").answer).toMatchObject({ value: { date: { year: 2009, month: 3, day: 27 } } });
});

it("takes month and year, or the year alone where the month is not known", async () => {
  const { store } = await showQuestion("K9");
  await tapDigits("112019");
  await expect.element(page.getByText("қараша 2019 ж.")).toBeVisible();
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(store.question("K9").answer).toEqual({ state: "answered", value: { kind: "month", year: 2019, month: 11 } });
  await page.getByRole("button", { name: "Айы белгісіз" }).click();
  await tapDigits("2018");
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(store.question("K9").answer).toEqual({ state: "answered", value: { kind: "month", year: 2018, month: null } });
});
