// T-23: each trouble in one sentence with one action, by what the tablet's inside really says.
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { err } from "#questionnaire";
import { chooseLocale } from "../../../src/app/i18n/index.ts";
import { createOneWindow } from "../../../src/app/tablet/trouble/one-window.ts";
import type { StorageError } from "../../../src/app/wiring/index.ts";
import { createFakeTablet, unlockCode } from "./support/fake-tablet.ts";
import { paste, showApp } from "./support/show-app.tsx";

const heading = () => page.getByRole("heading", { level: 1 });
const links = () =>
  page
    .getByRole("link")
    .elements()
    .map((link) => link.textContent);

const refusals: readonly (readonly [StorageError, string, string, string])[] = [
  [
    { type: "storage-full" },
    "Планшеттің жады толды, жаңа жауап сақталмайды.",
    "Память планшета заполнена, новые ответы не сохранятся.",
    "Қайта тексеру",
  ],
  [
    { type: "storage-aborted" },
    "Планшеттің жадына жазу мүмкін емес.",
    "В память планшета нельзя записать.",
    "Қайта тексеру",
  ],
  [
    { type: "storage-newer", found: 2, known: 1 },
    "Бұл нұсқа ескі: деректер жаңа нұсқада жазылған.",
    "Эта версия устарела: данные записаны новой версией.",
    "Жаңа нұсқаны ашу",
  ],
];

it.for(refusals)(
  "a storage that refuses writing ($0.type) is told before unlocking",
  async ([problem, kk, ru, action]) => {
    showApp(createFakeTablet({ state: "locked", refusesWriting: problem }).api, { at: "/list" });
    await expect.element(heading()).toHaveTextContent(kk);
    expect(
      page
        .getByRole("main")
        .getByRole("button")
        .elements()
        .map((one) => one.textContent),
    ).toEqual([action]);
    expect(links()).toEqual(["USB-ге түсіру", "Деректер және жөнелту"]);
    chooseLocale("ru");
    await expect.element(heading()).toHaveTextContent(ru);
  },
);

it("lets finished forms out of a storage that takes nothing new", async () => {
  showApp(createFakeTablet({ state: "locked", refusesWriting: { type: "storage-full" } }).api);
  await page.getByRole("link", { name: "USB-ге түсіру" }).click();
  await expect.element(page.getByText(/қабылдау расталмаған/u)).toBeVisible();
});

it("goes on once the storage takes a write", async () => {
  const full = createFakeTablet({ state: "locked", refusesWriting: { type: "storage-full" } }).api;
  const { api } = createFakeTablet({ state: "locked" });
  let isFull = true;
  showApp({ ...api, readStatus: async () => (isFull ? full : api).readStatus() });
  await expect.element(heading()).toHaveTextContent("Планшеттің жады толды");
  isFull = false;
  await page.getByRole("button", { name: "Қайта тексеру" }).click();
  await expect.element(heading()).toHaveTextContent("Планшет құлыпталған");
});

it("a storage that cannot be read is opened again and is no crash", async () => {
  const asked: string[] = [];
  const { api } = createFakeTablet(
    { state: "unreadable" },
    { readDelivery: async () => Promise.reject(new Error("the storage cannot be read")) },
  );
  showApp(api, { actions: { lockFully: () => asked.push("again") } });
  await expect.element(heading()).toHaveTextContent("Планшеттің жады ашылмай тұр.");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Ештеңе өшірілген жоқ.");
  await page.getByRole("button", { name: "Қайта ашу" }).click();
  expect(asked).toEqual(["again"]);
});

it("tells how far the opening is once it takes more than a second", async () => {
  const { api } = createFakeTablet(
    { state: "locked" },
    { unlock: async () => new Promise(() => undefined), readOpening: async () => ({ opened: 340, all: 412 }) },
  );
  showApp(api);
  await expect.element(page.getByRole("textbox")).toHaveFocus();
  paste(unlockCode);
  await expect.element(page.getByText("Ашылып жатыр…")).toBeVisible();
  await expect.element(page.getByText("Тексеріліп жатыр: 340 / 412")).toBeVisible();
});

it("says nothing of progress while there is none", async () => {
  const { api } = createFakeTablet({ state: "locked" }, { unlock: async () => err({ type: "vault-damaged" }) });
  showApp(api);
  await expect.element(page.getByRole("textbox")).toHaveFocus();
  paste(unlockCode);
  await expect.element(page.getByRole("alert")).toBeVisible();
  expect(page.getByRole("progressbar").elements()).toEqual([]);
});

it("a second window asks where to go on, and overtakes the first by the browser's own lock", async () => {
  const overtaken = Promise.withResolvers<string>();
  const parts = { locks: navigator.locks, setTimeout: window.setTimeout.bind(window) };
  const first = createOneWindow({ ...parts, onOvertaken: () => overtaken.resolve("saved and locked") });
  await expect.poll(() => first.place()).toBe("here");
  const second = createOneWindow({ ...parts, onOvertaken: () => undefined });
  showApp(createFakeTablet().api, { oneWindow: second });
  await expect.element(heading()).toHaveTextContent("Sanaq басқа терезеде ашық.");
  expect(document.body.textContent).not.toMatch(/балалар|Ахметова/u);
  await page.getByRole("button", { name: "Осы терезеде жалғастыру" }).click();
  await expect.element(page.getByRole("region", { name: "Деректер қайда?" })).toBeVisible();
  expect(await overtaken.promise).toBe("saved and locked");
  expect([first.place(), second.place()]).toEqual(["elsewhere", "here"]);
});
