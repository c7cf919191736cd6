// A practice from Home and back: the ordinary screens under another frame, and nothing of it anywhere else.
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import en from "../../../src/app/i18n/messages/en.json";
import kk from "../../../src/app/i18n/messages/kk.json";
import ru from "../../../src/app/i18n/messages/ru.json";
import { chooseTheme } from "../../../src/app/theme/theme.ts";
import { FinishedScreen } from "../../../src/app/tablet/finished/finished-screen.tsx";
import { PracticeContext } from "../../../src/app/tablet/practice/practice-context.ts";
import { TabletContext, TabletStateProvider, type TabletApi } from "../../../src/app/wiring/index.ts";
import { createPracticeTablet } from "../../../src/app/wiring/practice.ts";
import { fillShortForm } from "../../support/tablet/short-interview.ts";
import { createFakeTablet, nowMs, rows } from "./support/fake-tablet.ts";
import { showApp, type ShownApp } from "./support/show-app.tsx";

const banner = "Жаттығу: деректер ойдан шығарылған және ешқайда жөнелтілмейді";
const lineId = "practice00000000000003";

/** Every call of the real tablet that could change something or send; a practice makes none. */
function watchedTablet(): { readonly api: TabletApi; readonly called: () => readonly string[] } {
  const { api } = createFakeTablet({ rows: rows({ "not-started": 2 }) });
  const called: string[] = [];
  const readings = new Set(["readStatus", "readList", "readDelivery", "watch"]);
  const watched = new Proxy(api, {
    get: (target, name, receiver) => {
      if (!readings.has(String(name))) called.push(String(name));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  return { api: watched, called: () => called };
}

async function enter(tablet: TabletApi = createFakeTablet().api): Promise<ShownApp> {
  const app = showApp(tablet);
  await page.getByRole("link", { name: "Жаттығу" }).click();
  await expect.element(page.getByText(banner)).toBeVisible();
  return app;
}

it("is one tap from Home, under its own address, and offers itself no further", async () => {
  const { history } = await enter();
  expect(history().at(-1)).toBe("/practice");
  await expect.element(page.getByRole("heading", { name: "Бес нәрсені байқап көріңіз" })).toBeVisible();
  await expect.element(page.getByText("Орындалды: 0 / 5")).toBeVisible();
  await expect.element(page.getByText("Тізімде: 8").first()).toBeVisible();
  await expect.element(page.getByText("Жаттығу мекемесі")).toBeVisible();
  expect(page.getByRole("link", { name: "Жаттығу" }).elements()).toEqual([]);
  expect(page.getByRole("region", { name: "Деректер қайда?" }).elements()).toEqual([]);
  expect(document.body.textContent).not.toContain("Қабылданды:");
});

it.each([
  ["/list", "Жаңабаева"],
  ["/list/sign", "Тізімді бекіту"],
  ["/list/import", "Жаттығуда файл қабылданбайды"],
  ["/respondents", "Тасболатов"],
  [`/start/${lineId}`, "Тасболатов"],
  [`/start/${lineId}/outcome`, "Тасболатов"],
  ["/notes", "Ескертпелер"],
  ["/help", "Көмек"],
  ["/data", "Жаттығуда жөнелтетін ештеңе жоқ."],
  ["/usb", "Жаттығуда жөнелтетін ештеңе жоқ."],
])("says what it is and how to leave at %s", async (address, words) => {
  const { go } = await enter();
  go(`/practice${address}`);
  await expect.element(page.getByText(words).first()).toBeVisible();
  await expect.element(page.getByText(banner)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Жаттығуды аяқтау" })).toBeVisible();
  const bar = page.getByRole("region", { name: "Жаттығу" }).element().getBoundingClientRect();
  expect(bar.top).toBeLessThan(10);
  // The ordinary screen fits under the bar: its main action is not pushed off the display.
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(window.innerHeight);
});

it("leads an interview as always, keeps it nowhere and never touches the real tablet", async () => {
  const before = await indexedDB.databases();
  const stored = JSON.stringify(localStorage);
  const { api, called } = watchedTablet();
  const { go, history } = await enter(api);
  await page.getByRole("link", { name: /^Респонденттер \d/u }).click();
  await page.getByRole("link", { name: /Тасболатов/u }).click();
  await page.getByRole("button", { name: "Респонденттің өзі" }).click();
  await expect.element(page.getByText("Жаттығу: сақталмайды")).toBeVisible();
  expect(history().at(-1)).toBe(`/practice/interview/${lineId}`);
  await page.getByRole("button", { name: "Бас тартты" }).first().click();
  await expect.element(page.getByText("Орындалды: 1 / 5")).toBeVisible();
  go(`/practice/interview/${lineId}/check`);
  await expect.element(page.getByText("Жаттығу: сақталмайды")).toBeVisible();
  await expect.element(page.getByText(banner)).toBeVisible();
  go("/practice");
  await expect.element(page.getByRole("link", { name: /Сауалды жалғастыру/u }).first()).toBeVisible();

  expect(await indexedDB.databases()).toEqual(before);
  expect(JSON.stringify(localStorage)).toBe(stored);
  expect(called()).toEqual([]);
});

it("ticks off a person who was added, and counts him in every screen", async () => {
  const { go } = await enter();
  go("/practice/list");
  await page.getByRole("button", { name: "+ Респондент қосу" }).click();
  await page.getByRole("textbox", { name: "Тегі *" }).fill("Ойдан");
  await page.getByRole("textbox", { name: "Аты *" }).fill("Шығарылған");
  await page.getByRole("button", { name: "тұрғын", exact: true }).click();
  await page.getByRole("button", { name: "Сақтау және келесісін қосу" }).click();
  await expect.element(page.getByText("Орындалды: 1 / 5")).toBeVisible();
  go("/practice");
  const task = page.getByRole("listitem").filter({ hasText: "Тізімге жаңа респондент қосу" });
  await expect.element(task).toHaveTextContent("Орындалды");
  await expect.element(page.getByText("Тізімде: 9").first()).toBeVisible();

  // Leaving forgets: the next practice begins with its own eight.
  await page.getByRole("button", { name: "Жаттығуды аяқтау" }).click();
  await expect.element(page.getByRole("region", { name: "Деректер қайда?" })).toBeVisible();
  expect(document.body.textContent).not.toContain(banner);
  await page.getByRole("link", { name: "Жаттығу" }).click();
  await expect.element(page.getByText("Орындалды: 0 / 5")).toBeVisible();
  await expect.element(page.getByText("Тізімде: 8").first()).toBeVisible();
});

it("signs its list under words and no id", async () => {
  const { go } = await enter();
  go("/practice/list/sign");
  await expect.element(page.getByText("Жауапты қызметкер: Жаттығу қызметкері")).toBeVisible();
});

it("shows a finished form as practised: no certificate, no send mark, no way to sending", async () => {
  const { api } = createPracticeTablet({ institutionKind: "I-08", nowMs: () => nowMs });
  await api.declareHeadcount(8);
  await api.signAndSealList({ onList: 8, headcount: 8, differenceReason: null });
  const finished = await api.finishInterview(await fillShortForm(api, lineId, nowMs));
  expect(finished.ok).toBe(true);
  render(
    <TabletContext value={api}>
      <TabletStateProvider>
        <PracticeContext value={{ tasks: [] }}>
          <FinishedScreen lineId={lineId} />
        </PracticeContext>
      </TabletStateProvider>
    </TabletContext>,
  );
  await expect.element(page.getByText("Жаттығуда аяқталды")).toBeVisible();
  await expect.element(page.getByText("Жаттығуда анықтама берілмейді, нөмір де жұмсалмайды.")).toBeVisible();
  await expect.element(page.getByText("Жаттығу: сақталмайды")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Келесі респондент" })).toBeVisible();
  expect(document.body.textContent).not.toMatch(/осы планшетте|Анықтаманың нөмірі|жөнелту/u);
});

it("begins at its Home, whatever an earlier address says", async () => {
  const { history } = showApp(createFakeTablet().api, { at: `/practice/interview/${lineId}` });
  await expect.element(page.getByRole("heading", { name: "Бес нәрсені байқап көріңіз" })).toBeVisible();
  expect(history().at(-1)).toBe("/practice/");
});

it("is locked as always", async () => {
  let locked = 0;
  showApp(createFakeTablet().api, { at: "/practice", actions: { lock: () => (locked += 1) } });
  await expect.element(page.getByText(banner)).toBeVisible();
  await page.getByRole("button", { name: "Құлып" }).click();
  window.dispatchEvent(new KeyboardEvent("keydown", { code: "F8", bubbles: true, cancelable: true }));
  expect(locked).toBe(2);
});

it("is not there while the tablet is locked", async () => {
  showApp(createFakeTablet({ state: "locked" }).api, { at: "/practice" });
  await expect.element(page.getByRole("heading", { name: "Планшет құлыпталған" })).toBeVisible();
  expect(document.body.textContent).not.toContain(banner);
});

it.each(["day", "night", "sun"] as const)("has a bar that no other screen has, in the %s theme", async (theme) => {
  chooseTheme(theme);
  await enter();
  const bar = page.getByRole("region", { name: "Жаттығу" }).element();
  const header = document.querySelector("header");
  if (header === null) throw new Error("no top bar");
  const colour = (element: Element): string => getComputedStyle(element).backgroundColor;
  expect(colour(bar)).not.toBe(colour(header));
  expect(colour(bar)).not.toBe("rgba(0, 0, 0, 0)");
  chooseTheme("day");
});

it("is worded in all three languages alike", () => {
  const ours = (messages: Record<string, string>): readonly (readonly [string, readonly string[]])[] =>
    Object.entries(messages)
      .filter(([key]) => key.startsWith("practice_"))
      .map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place)]);
  expect(ours(kk)).not.toEqual([]);
  expect(ours(ru)).toEqual(ours(kk));
  expect(ours(en)).toEqual(ours(kk));
  for (const messages of [kk, ru, en]) {
    for (const [key, text] of Object.entries(messages))
      if (key.startsWith("practice_")) expect(text.trim()).not.toBe("");
  }
});
