// The eight digits on T-17, and what "Data and sending" says of batches that they confirmed.
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { batch, createFakeTablet, mark, nowMs } from "./support/fake-tablet.ts";
import { paste, pressPhysicalDigits, showApp } from "./support/show-app.tsx";

const step = () => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Қабылдау коды" }) });
const confirm = () => step().getByRole("button", { name: "Растау" });
const field = () => step().getByLabelText("Департамент қызметкері берген код");

async function press(digits: string): Promise<void> {
  for (const digit of digits) await step().getByRole("button", { name: digit, exact: true }).click();
}

it("takes the code from the pad, shows its digits, and says what was accepted", async () => {
  const { api, calls } = createFakeTablet();
  showApp(api, { at: "/usb" });
  await expect.element(confirm()).toBeDisabled();
  await press("1234567");
  await expect.element(confirm()).toBeDisabled();
  await press("9");
  await step().getByRole("button", { name: "Соңғы цифрды өшіру" }).click();
  await press("8");
  await expect.element(field()).toHaveValue("12345678");
  await expect.element(step().getByText("1234", { exact: true })).toBeVisible();
  await expect.element(step().getByText("5678", { exact: true })).toBeVisible();
  await confirm().click();
  await expect.element(step().getByText("Код дұрыс. Департамент қабылдады. Парақ: 2. Тізім: 1.")).toBeVisible();
  await expect.element(field()).toHaveValue("");
  expect(calls).toEqual(["takeAcceptanceCode"]);
});

it("takes the digits of the keyboard and the Enter key, and a pasted code with its space", async () => {
  const { api, calls } = createFakeTablet();
  showApp(api, { at: "/usb" });
  await expect.element(confirm()).toBeVisible();
  // Without touching the field: the standard Kazakh layout gives letters on these keys.
  pressPhysicalDigits("12345678");
  await expect.element(field()).toHaveValue("12345678");
  await userEvent.click(field(), { force: true });
  await userEvent.keyboard("{Enter}");
  await expect.element(step().getByText(/^Код дұрыс\./u)).toBeVisible();
  expect(calls).toEqual(["takeAcceptanceCode"]);
  paste("1234 5678");
  await expect.element(field()).toHaveValue("12345678");
});

it("says of a wrong code that nothing was changed, and lets it be typed anew", async () => {
  const { api } = createFakeTablet();
  showApp(api, { at: "/usb" });
  await press("00000000");
  await confirm().click();
  await expect
    .element(step().getByRole("alert"))
    .toHaveTextContent(
      "Код сәйкес келмеді, ештеңе өзгерген жоқ. Цифрларды Департамент берген кодпен салыстырып, қайта теріңіз.",
    );
  await expect.element(field()).toHaveValue("");
  await press("12345678");
  await confirm().click();
  await expect.element(step().getByText(/^Код дұрыс\./u)).toBeVisible();
  expect(step().getByRole("alert").elements()).toEqual([]);
});

it.each([
  [{ type: "acceptance-code-wrong", isAnyWithoutSecret: true }, /жаңарғанға дейін.*файл керек/u],
  [{ type: "acceptance-code-impossible" }, /код оларды растай алмайды/u],
  [{ type: "storage-full" }, /./u],
] as const)("says what to do where no code can help: %o", async (error, sentence) => {
  const { api } = createFakeTablet({}, { takeAcceptanceCode: async () => ({ ok: false, error }) });
  showApp(api, { at: "/usb" });
  await press("12345678");
  await confirm().click();
  await expect.element(step().getByRole("alert")).toHaveTextContent(sentence);
});

it("says of a code typed again that it is known, and how much is left after one that ends before", async () => {
  let report = { forms: 0, lists: 0, batches: 0, left: 0 };
  const { api } = createFakeTablet({}, { takeAcceptanceCode: async () => ({ ok: true, value: report }) });
  showApp(api, { at: "/usb" });
  await press("12345678");
  await confirm().click();
  await expect.element(step().getByText("Бұл кодтағының бәрі бұрын расталған.")).toBeVisible();
  report = { forms: 1, lists: 0, batches: 1, left: 2 };
  await press("12345678");
  await confirm().click();
  await expect.element(step().getByText("Әлі расталмаған жөнелтілім: 2")).toBeVisible();
});

it("begins at the first step: the code does not take the focus, and stands before the file", async () => {
  const { api } = createFakeTablet();
  showApp(api, { at: "/usb" });
  await expect.element(confirm()).toBeVisible();
  expect(document.activeElement?.tagName).toBe("MAIN");
  await expect
    .element(page.getByText("Кодты кейін де енгізуге болады. Желі қосылса, растау өзі келеді."))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: "Қабылдау белгілері бар файлды алу" })).toBeVisible();
});

it("asks a tablet that is not open for no code, but takes the file", async () => {
  const { api } = createFakeTablet({ state: "revoked" });
  showApp(api, { at: "/usb" });
  await expect.element(step().getByText("Кодты енгізу үшін планшетті ашу керек.")).toBeVisible();
  expect(confirm().elements()).toEqual([]);
  await expect.element(page.getByRole("button", { name: "Қабылдау белгілері бар файлды алу" })).toBeVisible();
});

it("lists what a code confirmed among the send marks, with the day it was typed", async () => {
  const byCode = { ...batch, counted: null, decidedAtMs: null, acceptedByCodeAtMs: nowMs };
  const { api } = createFakeTablet({
    batches: [
      { ...byCode, mark: null, storedAtMs: null },
      { ...byCode, seq: 6, mark: mark(6, nowMs - 86_400_000) },
    ],
  });
  showApp(api, { at: "/data" });
  const marks = page.getByRole("region", { name: "Жөнелту белгілері" });
  await expect.element(marks.getByText("Қабылдау коды бойынша", { exact: true })).toBeVisible();
  const items = marks
    .getByRole("listitem")
    .elements()
    .map((item) => item.textContent);
  expect(items[0]).toMatch(/^06\.09\.2021.*Департамент қабылдады/u);
  // The bytes had reached the Department by VPN the day before: that mark stays, and the code's day stands beside it.
  expect(items[1]).toMatch(/^05\.09\.2021.*№ 0412-6.*Қабылдау коды бойынша: 06\.09\.2021/u);
});
