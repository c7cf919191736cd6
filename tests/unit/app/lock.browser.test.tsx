import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createFakeTablet, nowMs, unlockCode } from "./support/fake-tablet.ts";
import { paste, pressPhysicalDigits, showApp } from "./support/show-app.tsx";

const places = () => page.getByRole("region", { name: "Деректер қайда?" });
const code = () => page.getByRole("textbox", { name: "Картадағы 15 цифрлық код" });

it("opens at the fifteenth digit of the pad", async () => {
  showApp(createFakeTablet({ state: "locked" }).api);
  for (const digit of unlockCode) await page.getByRole("button", { name: digit, exact: true }).click();
  await expect.element(places()).toBeVisible();
});

it("opens by physical keys, wherever the focus is", async () => {
  showApp(createFakeTablet({ state: "locked" }).api);
  await page.getByRole("radio", { name: "Қазақша" }).click();
  await page.getByRole("heading", { level: 1 }).click();
  pressPhysicalDigits(unlockCode);
  await expect.element(places()).toBeVisible();
});

it("takes a pasted code with its spaces", async () => {
  showApp(createFakeTablet({ state: "locked" }).api);
  await expect.element(code()).toHaveFocus();
  paste("12345 06789 09876");
  await expect.element(places()).toBeVisible();
});

it("covers the groups that are whole", async () => {
  showApp(createFakeTablet({ state: "locked" }).api);
  await expect.element(code()).toHaveFocus();
  pressPhysicalDigits("1234567");
  await expect.element(page.getByText("•••••")).toBeInTheDocument();
  await expect.element(page.getByText("67---")).toBeInTheDocument();
  expect(document.querySelector("main")?.textContent).toContain("•••••67");
  await page.getByRole("button", { name: "Соңғы цифрды өшіру" }).click();
  await expect.element(code()).toHaveValue("123456");
});

it("says that a code is wrong and how long to wait, and tries nothing before", async () => {
  const { api, calls } = createFakeTablet({ state: "locked" });
  showApp(api);
  await expect.element(code()).toHaveFocus();
  pressPhysicalDigits("111111111111111");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Код дұрыс емес. Картадағы кодты қайта теріңіз.");
  await expect.element(page.getByText("Күту керек, секунд: 4")).toBeVisible();
  pressPhysicalDigits(unlockCode);
  await expect.element(code()).toHaveValue(unlockCode);
  expect(calls).toEqual(["unlock"]);
});

it("counts down a wait that began before the page was opened", async () => {
  const { api } = createFakeTablet({ state: "locked" });
  const status = await api.readStatus();
  showApp({ ...api, readStatus: async () => ({ ...status, retryAtMs: nowMs + 30_000 }) as typeof status });
  await expect.element(page.getByText("Күту керек, секунд: 30")).toBeVisible();
});

it("holds nothing of the institution, of people or of numbers while locked", async () => {
  showApp(createFakeTablet({ state: "locked" }).api, { at: "/respondents" });
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Планшет құлыпталған");
  const words = document.querySelector("#root, body > div")?.textContent;
  expect(words).not.toContain("балалар");
  expect(words).not.toContain("Ахметова");
  expect(words).not.toContain("планшетте: ");
  expect(page.getByRole("link").elements()).toEqual([]);
});

it("returns to the address it was locked at", async () => {
  const { history } = showApp(createFakeTablet({ state: "locked" }).api, { at: "/respondents" });
  await expect.element(code()).toHaveFocus();
  paste(unlockCode);
  await expect.element(page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" })).toBeVisible();
  expect(history().at(-1)).toBe("/respondents");
});

it("speaks the chosen language at once and remembers it", async () => {
  showApp(createFakeTablet({ state: "locked" }).api);
  await page.getByRole("radio", { name: "Русский" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Планшет заблокирован");
  expect(document.documentElement.lang).toBe("ru");
  expect(localStorage.getItem("sanaq-language")).toBe("ru");
});

it("leaves a stopped tablet the ways out and nothing else", async () => {
  showApp(createFakeTablet({ state: "revoked" }).api, { at: "/list" });
  await expect.element(page.getByRole("alert")).toHaveTextContent("Бұл планшеттің жұмысын Департамент тоқтатты.");
  expect(
    page
      .getByRole("link")
      .elements()
      .map((link) => link.textContent),
  ).toEqual(["Деректер және жөнелту", "USB-ге түсіру"]);
  await page.getByRole("link", { name: "Деректер және жөнелту" }).click();
  await expect.element(page.getByRole("region", { name: "Байланыс" })).toBeVisible();
});
