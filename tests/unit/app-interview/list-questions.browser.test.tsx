import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { showQuestion } from "./support/render-interview.tsx";

it("has frequent answers one tap away in the question itself", async () => {
  const { store, steps } = await showQuestion("L1");
  await page.getByRole("group", { name: "Жиі таңдалатын" }).getByRole("button").first().click();
  expect(store.question("L1").answer).toMatchObject({ state: "answered", value: { kind: "code" } });
  expect(steps).toEqual([["L1", "next-if-clear"]]);
});

it("shows a chosen frequent answer once, by its button", async () => {
  const { store } = await showQuestion("L1");
  const [often] = page.getByRole("group", { name: "Жиі таңдалатын" }).getByRole("button").all();
  await often?.click();
  await expect.poll(() => often?.element().ariaPressed).toBe("true");
  expect(store.question("L1").answer).toMatchObject({ state: "answered" });
  const words = often?.element().textContent ?? "";
  expect(page.getByText(words, { exact: true }).elements()).toHaveLength(1);
});

it("shows in the list which question it answers, and which part of it", async () => {
  await showQuestion("L3");
  await page.getByRole("button", { name: "Басқа ел" }).click();
  const dialog = page.getByRole("dialog", { name: "Ел" });
  await expect.element(dialog.getByRole("heading", { name: /Қайда тудыңыз\?.*Ел/ })).toBeVisible();
  await expect.element(dialog.getByText("L3", { exact: true })).toBeVisible();
  await expect.element(dialog.getByText("Жиі таңдалатын")).toBeVisible();
});

it("leaves the height of six rows on a tablet that lies", async () => {
  await showQuestion("L2");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  const dialog = page.getByRole("dialog");
  await expect.element(dialog.getByRole("group", { name: "Әліпби" })).toBeVisible();
  const list = document.querySelector("[data-all]")?.getBoundingClientRect();
  expect(list?.height).toBeGreaterThanOrEqual(6 * 56);
  const lines = new Set(
    dialog
      .getByRole("group", { name: "Жиі таңдалатын" })
      .getByRole("button")
      .elements()
      .map((button) => button.getBoundingClientRect().top),
  );
  expect(lines.size).toBeLessThanOrEqual(2);
  const letters = dialog
    .getByRole("group", { name: "Әліпби" })
    .getByRole("button")
    .elements()
    .map((button) => button.getBoundingClientRect());
  expect(new Set(letters.map(({ top }) => top)).size).toBe(1);
  for (const { width, height } of letters) {
    expect(width).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThanOrEqual(44);
  }
});

it("searches by two letters, with Kazakh letters folded, and shows other names beside", async () => {
  const { store } = await showQuestion("L2");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  await page.getByRole("textbox", { name: "Іздеу" }).fill("поль");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Польша/ })
    .click();
  expect(store.question("L2").answer).toEqual({ state: "answered", value: { kind: "code", code: "PL" } });
});

it("leaves out what is no answer here", async () => {
  await showQuestion("L2");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  await page.getByRole("textbox", { name: "Іздеу" }).fill("қазақстан");
  await expect.element(page.getByText(/^Ештеңе табылмады\. Басқаша жазып көріңіз\. Тізімде жоқ болса/)).toBeVisible();
  // Nor is it counted, nor promised by "show more".
  await expect.element(page.getByText(/^Табылды: 0 \/ \d+$/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: /^Тағы көрсету/ })).not.toBeInTheDocument();
});

it("takes 'doesn't know' and another language in the list itself", async () => {
  const { store, steps } = await showQuestion("L2");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Русский" }).click();
  await expect.element(dialog.getByRole("button", { name: "Не знает" })).toBeVisible();
  await dialog.getByRole("button", { name: "Не знает" }).click();
  expect(store.question("L2").answer).toEqual({ state: "unknown" });
  expect(steps).toEqual([["L2", "next-if-clear"]]);
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

it.each([
  ["the keyboard of the system open", 1280, 400],
  ["a zoom of 200 %", 640, 400],
])("shows what it found with %s, and leads to every button", async (_what, width, height) => {
  await showQuestion("L1");
  await page.viewport(width, height);
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  await page.getByRole("textbox", { name: "Іздеу" }).fill("орыс");
  const row = page.getByRole("dialog").getByRole("button", { name: /^орыс/ }).first();
  await expect.element(row).toBeVisible();
  const { top, bottom } = row.element().getBoundingClientRect();
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThanOrEqual(height);
  const close = page.getByRole("button", { name: "Жабу" });
  close.element().scrollIntoView({ block: "nearest" });
  expect(close.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
  await close.click();
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

it("writes an answer that is in no list as text", async () => {
  const { store } = await showQuestion("L1");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  await page.getByRole("textbox", { name: "Іздеу" }).fill("ыммм");
  await page.getByRole("button", { name: "Тізімде жоқ — мәтінмен жазу" }).click();
  await page.getByRole("textbox").fill("ымдау тілі");
  await page.getByRole("button", { name: "Осылай жазу" }).click();
  expect(store.question("L1").answer).toEqual({ state: "answered", value: { kind: "other", text: "ымдау тілі" } });
});

it("has an alphabet for long lists only, and closes by Escape back to the question", async () => {
  await showQuestion("L2");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  await expect.element(page.getByRole("group", { name: "Әліпби" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: "Тізімнен таңдау" })).toBeVisible();
  expect(document.querySelector("[role=dialog]")).toBeNull();
});

it("takes a place abroad by its country alone, and one at home by settlement and kind of place", async () => {
  const { store, steps } = await showQuestion("L3");
  await page.getByRole("button", { name: "Ресей" }).click();
  expect(store.question("L3").answer).toMatchObject({ value: { country: "RU", kato: null } });
  await page.getByRole("button", { name: "Қазақстан" }).click();
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  await page.getByRole("textbox", { name: "Іздеу" }).fill("қызылорда");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Қызылорда/ })
    .first()
    .click();
  await page.getByText("Қала", { exact: true }).click();
  expect(store.question("L3").answer).toMatchObject({
    state: "answered",
    value: { country: "KZ", settlement: "urban" },
  });
  expect(steps.map(([, intent]) => intent)).toEqual(["next-if-clear", "next-if-clear"]);
});

it("writes out a place that is in no list, whole or its settlement alone", async () => {
  const { store } = await showQuestion("L3");
  await page.getByRole("button", { name: "Басқа ел" }).click();
  await page.getByRole("button", { name: "Тізімде жоқ — мәтінмен жазу" }).click();
  await page.getByRole("textbox").fill("Батыс Сахара");
  await page.getByRole("button", { name: "Осылай жазу" }).click();
  expect(store.question("L3").answer).toEqual({ state: "answered", value: { kind: "other", text: "Батыс Сахара" } });
  await expect.element(page.getByText("Батыс Сахара")).toBeVisible();

  await page.getByRole("button", { name: "Қазақстан" }).click();
  await expect.element(page.getByText("Батыс Сахара")).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Тізімнен таңдау" }).click();
  await page.getByRole("textbox", { name: "Іздеу" }).fill("ащысайй");
  await page.getByRole("button", { name: "Тізімде жоқ — мәтінмен жазу" }).click();
  await expect.element(page.getByRole("textbox")).toHaveValue("ащысайй");
  await page.getByRole("textbox").fill("Ащысай");
  await page.getByRole("button", { name: "Осылай жазу" }).click();
  await expect.element(page.getByText("Ащысай")).toBeVisible();
  await page.getByText("Ауыл", { exact: true }).click();
  expect(store.question("L3").answer).toEqual({
    state: "answered",
    value: { kind: "place", country: "KZ", kato: null, settlement: "rural", text: "Ащысай" },
  });
  expect(store.question("L3").findings).toEqual([]);
});

it("asks the fields of a composite together", async () => {
  const { store, steps } = await showQuestion("L5");
  await page.getByRole("textbox").fill("аспаз");
  await page.getByText("Иә", { exact: true }).click();
  expect(store.question("L5.a").answer).toMatchObject({ value: { text: "аспаз" } });
  expect(store.question("L5.b").answer).toMatchObject({ value: { code: "1" } });
  await page.getByRole("button", { name: "Дайын" }).click();
  expect(steps.at(-1)).toEqual(["L5", "done"]);
});

it("adds rows, stops at the limit, and takes a row out", async () => {
  const { store, tablet } = await showQuestion("L6");
  await page.getByRole("button", { name: "+ Қосу" }).click();
  const first = page.getByRole("region", { name: "№ 1" });
  await first.getByRole("group", { name: "Жиі таңдалатын" }).getByRole("button").nth(2).click();
  await first.getByText("Қиналып").click();
  await page.getByRole("button", { name: "+ Тағы қосу" }).click();
  await expect.element(page.getByText("Ең көп саны: 2")).toBeVisible();
  await first.getByRole("button", { name: "Алып тастау" }).click();
  expect(store.question("L6").rows).toHaveLength(2);
  await first.getByRole("button", { name: "Жоқ", exact: true }).click();
  await first.getByRole("button", { name: "Алып тастау" }).click();
  await first.getByRole("button", { name: "Иә, алып тастау" }).click();
  expect(store.question("L6").rows.map(({ row }) => row)).toEqual([2]);
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ type: "row-removed", path: "L6[1]" });
});

it("asks for the fields of a row that is added after the whole was settled, and records that the answer went", async () => {
  const { store, tablet } = await showQuestion("L6");
  await page.getByRole("button", { name: "Басқа тіл білмейді" }).click();
  await page.getByRole("button", { name: /\+ / }).click();
  await expect
    .element(page.getByRole("button", { name: "Басқа тіл білмейді" }))
    .not.toHaveAttribute("aria-pressed", "true");
  await expect.element(page.getByText("Тіл", { exact: true })).toBeVisible();
  expect(store.question("L6").answer.state).toBe("unanswered");
  await expect
    .poll(() => tablet.events().at(-1))
    .toMatchObject({ type: "answer-given", path: "L6", answer: { state: "unanswered" } });
});

it("puts rows aside while the whole is settled, and shows them again with the next one", async () => {
  const { store } = await showQuestion("L6");
  await page.getByRole("button", { name: /\+ / }).click();
  await expect.element(page.getByText("№ 1")).toBeVisible();
  await page.getByRole("button", { name: "Басқа тіл білмейді" }).click();
  await expect.element(page.getByText("№ 1")).not.toBeInTheDocument();
  await page.getByRole("button", { name: /\+ / }).click();
  await expect.element(page.getByText("№ 2")).toBeVisible();
  expect(store.question("L6").rows).toHaveLength(2);
});
