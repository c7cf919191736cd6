import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showQuestion } from "./support/render-interview.tsx";

it("records a one-choice answer by one tap on its row and says that the interview may go on", async () => {
  const { store, steps } = await showQuestion("K1");
  await page.getByText("Иә", { exact: true }).click();
  expect(store.question("K1").answer).toEqual({ state: "answered", value: { kind: "code", code: "1" } });
  expect(steps).toEqual([["K1", "next-if-clear"]]);
});

it("chooses by digit keys without going on, and moves by arrows without choosing", async () => {
  const { store, steps } = await showQuestion("K1");
  const first = page.getByRole("radio", { name: "Иә" }).element();
  if (first instanceof HTMLElement) first.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(store.question("K1").answer.state).toBe("unanswered");
  await expect.element(page.getByRole("radio", { name: "Жоқ" })).toHaveFocus();
  await userEvent.keyboard("2");
  expect(store.question("K1").answer).toEqual({ state: "answered", value: { kind: "code", code: "2" } });
  expect(steps).toEqual([["K1", "stay"]]);
});

it("clears an answer by its own button", async () => {
  const { store } = await showQuestion("K1");
  await page.getByText("Жоқ", { exact: true }).click();
  await page.getByRole("button", { name: "Жауапты өшіру" }).click();
  expect(store.question("K1").answer.state).toBe("unanswered");
  await expect.element(page.getByRole("radio", { name: "Жоқ" })).not.toBeChecked();
});

it("keeps 'doesn't know' and 'refused' in a strip of their own, one tap each", async () => {
  const { store, steps } = await showQuestion("K1");
  const strip = page.getByRole("group", { name: "Жауап жоқ болса" });
  await strip.getByRole("button", { name: "Бас тартты" }).click();
  expect(store.question("K1").answer).toEqual({ state: "refused" });
  await strip.getByRole("button", { name: "Білмейді" }).click();
  expect(store.question("K1").answer).toEqual({ state: "unknown" });
  expect(steps).toEqual([
    ["K1", "next-if-clear"],
    ["K1", "next-if-clear"],
  ]);
});

it("tells 'doesn't know' of a field from that of the whole question", async () => {
  await showQuestion("L5");
  await expect.element(page.getByText("Бүкіл сұрақ бойынша:")).toBeVisible();
  const whole = page.getByRole("group", { name: "Жауап жоқ болса. Бүкіл сұрақ бойынша:" });
  await expect.element(whole.getByRole("button", { name: "Бас тартты" })).toBeVisible();
});

it("marks several, and an exclusive answer takes the others off", async () => {
  const { store, steps } = await showQuestion("K3");
  await page.getByText("Жалақы").click();
  await page.getByText("Зейнетақы").click();
  expect(store.question("K3").answer).toEqual({ state: "answered", value: { kind: "codes", codes: ["1", "2"] } });
  await expect.element(page.getByText("немесе", { exact: true })).toBeVisible();
  await page.getByText("Ешқайсысы").click();
  expect(store.question("K3").answer).toEqual({ state: "answered", value: { kind: "codes", codes: ["9"] } });
  await page.getByText("Жалақы").click();
  expect(store.question("K3").answer).toEqual({ state: "answered", value: { kind: "codes", codes: ["1"] } });
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(steps.at(-1)).toEqual(["K3", "done"]);
});

it("names the people of the list in a question about another person", async () => {
  const { store } = await showQuestion("L4");
  await page.getByText("№ 2. Алпысов Нұрлан").click();
  expect(store.question("L4").answer).toEqual({ state: "answered", value: { kind: "line", line: 2 } });
  await page.getByRole("button", { name: "Осы жерде емес" }).click();
  expect(store.question("L4").answer).toEqual({ state: "alternative", code: "0" });
});

it("shows a proposed value with its origin and counts it only after one tap on 'right'", async () => {
  const proposal = { state: "proposed", value: { kind: "code", code: "2" }, origin: "list" } as const;
  const { store, steps } = await showQuestion("K1", { K1: proposal });
  await expect.element(page.getByText("Тізімде былай жазылған:")).toBeVisible();
  await expect.element(page.getByText("Жоқ", { exact: true })).toBeVisible();
  expect(store.remaining()).toContain("K1");
  await page.getByRole("button", { name: "Дұрыс" }).click();
  expect(store.question("K1").answer).toEqual({
    state: "answered",
    value: { kind: "code", code: "2" },
    origin: "list",
  });
  expect(steps).toEqual([["K1", "next-if-clear"]]);
});

it("opens a proposed value for change with the question's own answers", async () => {
  const proposal = { state: "proposed", value: { kind: "code", code: "2" }, origin: "list" } as const;
  const { store } = await showQuestion("K1", { K1: proposal });
  await page.getByRole("button", { name: "Өзгерту" }).click();
  await expect.poll(() => document.activeElement?.closest("[role=radiogroup]") ?? null).not.toBeNull();
  await page.getByText("Иә", { exact: true }).click();
  expect(store.question("K1").answer).toEqual({ state: "answered", value: { kind: "code", code: "1" } });
});
