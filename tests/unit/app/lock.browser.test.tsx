import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createFakeTablet, nowMs, quickPin, rows, unlockCode } from "./support/fake-tablet.ts";
import { paste, pressPhysicalDigits, showApp } from "./support/show-app.tsx";

const places = () => page.getByRole("region", { name: "Деректер қайда?" });
const code = () => page.getByRole("textbox", { name: "Карточкадағы 15 цифрлық код" });

it("opens at the fifteenth digit of the pad", async () => {
  showApp(createFakeTablet({ state: "locked" }).api);
  for (const digit of unlockCode) await page.getByRole("button", { name: digit, exact: true }).click();
  await expect.element(places()).toBeVisible();
});

it.each(["locked", "quick-locked"] as const)(
  "has the whole pad in sight where the page is zoomed in to the double: %s",
  async (state) => {
    showApp(createFakeTablet({ state }).api);
    await page.viewport(640, 400);
    const pad = page.getByRole("group", { name: /^Цифр/ }).getByRole("button");
    await expect.element(pad.first()).toBeVisible();
    for (const key of pad.elements()) {
      const { top, bottom, height } = key.getBoundingClientRect();
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThanOrEqual(400);
      expect(height).toBeGreaterThanOrEqual(44);
    }
  },
);

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
  await expect.element(page.getByRole("alert")).toHaveTextContent("Код дұрыс емес. Карточкадағы кодты қайта теріңіз.");
  await expect.element(page.getByText("Күту керек, секунд: 4")).toBeVisible();
  await expect.element(code()).toHaveFocus();
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

const pinField = () => page.getByRole("textbox", { name: "6 цифрлық PIN-код" });

it("with a quick PIN opens at the sixth digit, at the address where it was locked", async () => {
  const { api, calls } = createFakeTablet({ state: "quick-locked" });
  const { history } = showApp(api, { at: "/respondents" });
  await expect.element(pinField()).toHaveFocus();
  pressPhysicalDigits(quickPin);
  await expect.element(page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" })).toBeVisible();
  expect(history().at(-1)).toBe("/respondents");
  expect(calls).toEqual(["unlockQuickly"]);
});

it("opens by the pad too, and shows none of the digits", async () => {
  showApp(createFakeTablet({ state: "quick-locked" }).api);
  await expect.element(pinField()).toHaveFocus();
  for (const digit of quickPin.slice(0, 5)) await page.getByRole("button", { name: digit, exact: true }).click();
  await expect.element(page.getByText("•••••-")).toBeInTheDocument();
  expect(document.querySelector("main")?.textContent).not.toContain("28031");
  await page.getByRole("button", { name: "9", exact: true }).click();
  await expect.element(places()).toBeVisible();
});

it("says in words how many tries a wrong PIN leaves", async () => {
  showApp(createFakeTablet({ state: "quick-locked" }).api);
  await expect.element(page.getByText("Қалған мүмкіндік: 5")).toBeVisible();
  pressPhysicalDigits("111111");
  await expect.element(page.getByRole("alert")).toHaveTextContent("PIN-код дұрыс емес. Қалған мүмкіндік: 4");
  await expect.element(pinField()).toHaveValue("");
  pressPhysicalDigits(quickPin);
  await expect.element(places()).toBeVisible();
});

it("ends the quick lock after the last try and says why the code is asked for", async () => {
  const fully: string[] = [];
  const { api } = createFakeTablet({ state: "quick-locked" });
  showApp(api, { actions: { lockFully: () => fully.push("lockFully") } });
  await expect.element(pinField()).toHaveFocus();
  for (const left of [4, 3, 2, 1]) {
    pressPhysicalDigits("111111");
    await expect.element(page.getByRole("alert")).toHaveTextContent(`Қалған мүмкіндік: ${left}`);
  }
  pressPhysicalDigits("111111");
  await expect.element(code()).toBeVisible();
  expect(fully).toEqual(["lockFully"]);
  await expect
    .element(page.getByText("PIN-код бес рет қате терілді. Карточкадағы 15 цифрлық код керек."))
    .toBeVisible();
});

it("always leads to the 15-digit code, by ending the worker", async () => {
  const fully: string[] = [];
  const { api, calls } = createFakeTablet({ state: "quick-locked" });
  showApp(api, { actions: { lockFully: () => fully.push("lockFully") } });
  await page.getByRole("button", { name: "15 цифрлық кодпен ашу" }).click();
  expect(fully).toEqual(["lockFully"]);
  expect(calls).toEqual([]);
});

it("holds nothing of the institution or of people while quick-locked", async () => {
  const { api } = createFakeTablet({ hasQuickPin: true });
  showApp(api, { at: "/respondents", actions: { lock: () => void api.lock() } });
  await page.getByRole("button", { name: "Құлып" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Планшет құлыпталған");
  expect(document.body.textContent).not.toMatch(/балалар|Ахметова|планшетте: /u);
  expect(page.getByRole("link").elements()).toEqual([]);
  expect(document.title).not.toMatch(/балалар|Ахметова/u);
});

it("offers the PIN on Home once: set in two times six digits", async () => {
  const { api, calls } = createFakeTablet({ state: "locked" });
  showApp(api);
  await expect.element(code()).toHaveFocus();
  paste(unlockCode);
  await page.getByRole("button", { name: "PIN-код қою" }).click();
  await expect.element(page.getByRole("textbox", { name: "Жаңа 6 цифрлық PIN-код" })).toHaveFocus();
  pressPhysicalDigits(quickPin);
  await expect.element(page.getByRole("textbox", { name: "PIN-кодты тағы бір рет теріңіз" })).toHaveFocus();
  pressPhysicalDigits(quickPin);
  await expect.element(page.getByText("Құлыпты 6 цифрмен ашқыңыз келе ме?")).not.toBeInTheDocument();
  expect(calls).toEqual(["unlock", "setQuickPin"]);
  expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain(quickPin);
});

it("does not offer it again to whoever said no", async () => {
  const { api } = createFakeTablet();
  const { go } = showApp(api);
  await page.getByRole("button", { name: "Қазір емес" }).click();
  await expect.element(page.getByRole("button", { name: "PIN-код қою" })).not.toBeInTheDocument();
  go("/data");
  await expect.element(page.getByRole("region", { name: "Байланыс" })).toBeVisible();
  go("/");
  await expect.element(places()).toBeVisible();
  expect(page.getByRole("button", { name: "PIN-код қою" }).elements()).toEqual([]);
});

it("takes no PIN that is easy to guess and none that was typed in two ways", async () => {
  const { api, calls } = createFakeTablet();
  showApp(api);
  await page.getByRole("button", { name: "PIN-код қою" }).click();
  const first = page.getByRole("textbox", { name: "Жаңа 6 цифрлық PIN-код" });
  const second = page.getByRole("textbox", { name: "PIN-кодты тағы бір рет теріңіз" });
  await expect.element(first).toHaveFocus();
  pressPhysicalDigits("123456");
  await expect.element(second).toHaveFocus();
  pressPhysicalDigits("123456");
  await expect.element(page.getByText("Бұл PIN-кодты табу оңай. Басқа цифрлар таңдаңыз.")).toBeVisible();
  await expect.element(first).toHaveFocus();
  pressPhysicalDigits("280319");
  await expect.element(second).toHaveFocus();
  pressPhysicalDigits("280318");
  await expect.element(page.getByText(/Екі рет терілген PIN-код бірдей емес/u)).toBeVisible();
  expect(calls).toEqual(["setQuickPin"]);
});

it("sets, changes and removes the PIN in the settings", async () => {
  const { api, calls } = createFakeTablet();
  showApp(api, { at: "/settings" });
  await expect.element(page.getByText("PIN-код қойылмаған.")).toBeVisible();
  await page.getByRole("button", { name: "PIN-код қою" }).click();
  await expect.element(page.getByRole("textbox", { name: "Жаңа 6 цифрлық PIN-код" })).toHaveFocus();
  pressPhysicalDigits(quickPin);
  await expect.element(page.getByRole("textbox", { name: "PIN-кодты тағы бір рет теріңіз" })).toHaveFocus();
  pressPhysicalDigits(quickPin);
  await expect.element(page.getByText("PIN-код қойылған.")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "PIN-кодты ауыстыру" })).toBeVisible();
  await page.getByRole("button", { name: "PIN-кодты алып тастау" }).click();
  await expect.element(page.getByText("PIN-код қойылмаған.")).toBeVisible();
  expect(calls).toEqual(["setQuickPin", "forgetQuickPin"]);
});

const coveredTime = page.getByRole("heading", { name: /^\d\d:\d\d$/u });

it("covers the screen in one tap with the time alone, and comes back to what was being typed", async () => {
  const { api, calls } = createFakeTablet({ isProtected: true, rows: rows({ "not-started": 2 }) });
  showApp(api, { at: "/respondents", actions: { lock: () => void api.lock() } });
  await page.getByRole("textbox", { name: "Іздеу: №" }).fill("2");
  await page.getByRole("button", { name: "Экранды жасыру" }).click();
  await expect.element(coveredTime).toBeVisible();
  await expect.element(page.getByText("№ 2")).not.toBeVisible();
  // Nothing on it says that there is more.
  expect(document.querySelector("[role=dialog]")).toBeNull();
  expect(
    [...document.querySelectorAll("main")].map((main) => (main.checkVisibility() ? main.innerText : ""))[0],
  ).toMatch(/^\d\d:\d\d\s+\d\d\.\d\d\.\d{4}\s+Жалғастыру$/u);
  expect(document.title).not.toMatch(/жасыр|KZO/u);
  expect(calls).not.toContain("lock");
  await page.getByRole("button", { name: "Жалғастыру" }).click();
  await page.getByRole("button", { name: "Жабу" }).click();
  await expect.element(page.getByRole("textbox", { name: "Іздеу: №" })).toHaveValue("2");
});

it("offers a PIN once after the first cover without one", async () => {
  const { api, calls } = createFakeTablet({ isProtected: true, rows: rows({ "not-started": 2 }) });
  showApp(api, { at: "/respondents", actions: { lock: () => void api.lock() } });
  await page.getByRole("button", { name: "Экранды жасыру" }).click();
  await page.getByRole("button", { name: "Жалғастыру" }).click();
  await expect.element(page.getByRole("dialog", { name: "PIN-код қойған жөн" })).toBeVisible();
  await page.getByRole("button", { name: "PIN-код қою" }).click();
  await expect.element(page.getByRole("textbox", { name: "Жаңа 6 цифрлық PIN-код" })).toHaveFocus();
  await page.getByRole("button", { name: "Жабу" }).click();
  await page.getByRole("button", { name: "Экранды жасыру" }).click();
  await page.getByRole("button", { name: "Жалғастыру" }).click();
  await expect.element(page.getByText("Көрсетілді: 2")).toBeVisible();
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  expect(calls).toEqual([]);
});

it("needs the PIN after a cover where one is set", async () => {
  const { api, calls } = createFakeTablet({ isProtected: true, rows: rows({ "not-started": 2 }) });
  showApp(api, { at: "/respondents", actions: { lock: () => void api.lock() } });
  await api.setQuickPin(quickPin);
  await page.getByRole("button", { name: "Экранды жасыру" }).click();
  await expect.element(page.getByRole("heading", { name: "Планшет құлыпталған" })).toBeVisible();
  expect(calls).toContain("lock");
});

it("helps before unlocking, and comes back to the code", async () => {
  showApp(createFakeTablet({ state: "locked" }).api, { at: "/interview/line-1" });
  await page.getByRole("button", { name: "Көмек" }).click();
  await page.getByRole("button", { name: "Құлыптау және жоғалған код" }).click();
  await expect.element(page.getByText(/^Код жоғалса, дереу Департаментке хабарласыңыз/)).toBeVisible();
  await page.getByRole("button", { name: "Жабу" }).click();
  pressPhysicalDigits(unlockCode);
  await expect.element(page.getByRole("textbox", { name: "Карточкадағы 15 цифрлық код" })).not.toBeInTheDocument();
});
