import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createFakeTablet, unlockCode } from "./support/fake-tablet.ts";
import { pressPhysicalDigits, showApp } from "./support/show-app.tsx";

const link = "https://sanaq.example/e#1.root.code.1630000000";

async function toTypingBack(): Promise<void> {
  await page.getByRole("button", { name: "Жалғастыру" }).click();
  await page.getByRole("button", { name: "Жазып алдым" }).click();
}

it("says in one sentence what is wrong with a link and keeps what was typed", async () => {
  showApp(createFakeTablet({ state: "not-enrolled" }).api);
  await page.getByRole("textbox", { name: "Іске қосу сілтемесі" }).fill("https://sanaq.example/");
  await page.getByRole("button", { name: "Жалғастыру" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Сілтеме толық емес. Оны қайта көшіріңіз.");
  await expect.element(page.getByRole("textbox")).toHaveValue("https://sanaq.example/");
});

it("shows the generated code in three groups and how to keep it", async () => {
  showApp(createFakeTablet({ state: "not-enrolled" }).api, { link });
  await page.getByRole("button", { name: "Жалғастыру" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Планшеттің кодын жазып алыңыз");
  const groups = [...document.querySelectorAll("[data-unlock-code] span")].map((group) => group.textContent);
  expect(groups).toEqual(["12345", "06789", "09876"]);
  await expect.element(page.getByText("Код планшет іске қосылғанша ғана көрсетіледі.", { exact: false })).toBeVisible();
});

it("enrols when the code is typed back on physical keys, whatever the layout puts on them", async () => {
  const { api, calls } = createFakeTablet({ state: "not-enrolled" });
  const { history } = showApp(api, { link, at: "/e" });
  await toTypingBack();
  await expect.element(page.getByRole("button", { name: "Іске қосу" })).toBeDisabled();
  pressPhysicalDigits(unlockCode);
  await page.getByRole("button", { name: "Іске қосу" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Планшет іске қосылды");
  await expect.element(page.getByText("№ 3 балалар үйі, Қызылорда")).toBeVisible();
  await expect.element(page.getByText("1234 5678 9012")).toBeVisible();
  expect(calls).toEqual(["startEnrolment", "confirmEnrolment", "push"]);
  await page.getByRole("button", { name: "Жұмысты бастау" }).click();
  await expect.element(page.getByRole("region", { name: "Деректер қайда?" })).toBeVisible();
  expect(history().at(-1)).toBe("/");
});

it("stays where it is when the page hears of the new state before the answer", async () => {
  const { api } = createFakeTablet({ state: "not-enrolled" });
  const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const slow = {
    ...api,
    confirmEnrolment: async (typed: string) => {
      const answer = await api.confirmEnrolment(typed);
      for (let frames = 0; frames < 5; frames++) await nextFrame();
      return answer;
    },
  };
  showApp(slow, { link, at: "/e" });
  await toTypingBack();
  pressPhysicalDigits(unlockCode);
  await page.getByRole("button", { name: "Іске қосу" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Планшет іске қосылды");
  await expect.element(page.getByText("1234 5678 9012")).toBeVisible();
});

it("begins a code that was typed wrongly anew, and keeps the digits where only the connection was lost", async () => {
  let isLost = true;
  const { api } = createFakeTablet({ state: "not-enrolled" });
  const lost = { ok: false, error: { type: "unreachable-server" } } as const;
  showApp({ ...api, confirmEnrolment: async (typed) => (isLost ? lost : api.confirmEnrolment(typed)) }, { link });
  await toTypingBack();
  pressPhysicalDigits("111112222233333");
  await page.getByRole("button", { name: "Іске қосу" }).click();
  const field = page.getByRole("textbox", { name: "Карточкадағы 15 цифрлық код" });
  await expect.element(page.getByRole("alert")).toBeVisible();
  await expect.element(field).toHaveValue("111112222233333");
  isLost = false;
  await page.getByRole("button", { name: "Іске қосу" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Код сәйкес келмеді.");
  await expect.element(field).toHaveValue("");
  await expect.element(field).toHaveFocus();
  pressPhysicalDigits(unlockCode);
  await page.getByRole("button", { name: "Іске қосу" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Планшет іске қосылды");
});

it.each([
  [1280, 800],
  [800, 1280],
])("keeps the way to work in sight at %s × %s, also where an institution has much to keep in mind", async (...size) => {
  await page.viewport(...size);
  const { api } = createFakeTablet({ state: "not-enrolled", isProtected: true });
  showApp(
    {
      ...api,
      confirmEnrolment: async (typed) => {
        const enrolled = await api.confirmEnrolment(typed);
        if (!enrolled.ok) return enrolled;
        const { institution } = enrolled.value;
        return { ok: true, value: { ...enrolled.value, institution: { ...institution, kind: "I-11" } } };
      },
    },
    { link },
  );
  await toTypingBack();
  pressPhysicalDigits(unlockCode);
  await page.getByRole("button", { name: "Іске қосу" }).click();
  await expect.element(page.getByText(/дағдарыс орталығы/u).first()).toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: "Жұмысты бастау" })).toBeInViewport({ ratio: 1 });
});

it("lets a code that was typed wrongly be shown again", async () => {
  const { api } = createFakeTablet({ state: "not-enrolled" });
  showApp(api, { link });
  await toTypingBack();
  pressPhysicalDigits("111112222233333");
  await page.getByRole("button", { name: "Іске қосу" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Код сәйкес келмеді.");
  await page.getByRole("button", { name: "Кодты қайта көрсету" }).click();
  await expect.element(page.getByText("06789")).toBeVisible();
});

it("begins anew when the offer is gone", async () => {
  const { api } = createFakeTablet(
    { state: "not-enrolled" },
    { confirmEnrolment: async () => ({ ok: false, error: { type: "enrolment-not-started" } }) },
  );
  showApp(api, { link });
  await toTypingBack();
  pressPhysicalDigits(unlockCode);
  await page.getByRole("button", { name: "Іске қосу" }).click();
  await expect.element(page.getByRole("textbox", { name: "Іске қосу сілтемесі" })).toBeVisible();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Іске қосуды басынан бастаңыз.");
});

it("checks whether the tablet keeps data, has room and knows the date", async () => {
  showApp(createFakeTablet({ state: "not-enrolled" }).api);
  const check = page.getByRole("region", { name: "Планшетті тексеру" });
  await expect.element(check.getByText("Бос орын жеткілікті")).toBeVisible();
  await expect.element(check.getByText(/^Күн мен уақыт: /u)).toBeVisible();
});

it("asks for the charger where little charge is left, unless it is connected", async () => {
  const battery = { level: 0.12, charging: false };
  Object.defineProperty(navigator, "getBattery", { configurable: true, value: async () => battery });
  const { unmount } = showApp(createFakeTablet({ state: "not-enrolled" }).api);
  await expect.element(page.getByText("Заряд аз: 12 %. Зарядтағышқа қосыңыз.")).toBeVisible();
  unmount();
  battery.charging = true;
  showApp(createFakeTablet({ state: "not-enrolled" }).api);
  await expect.element(page.getByText("Заряд: 12 %")).toBeVisible();
  Reflect.deleteProperty(navigator, "getBattery");
});
