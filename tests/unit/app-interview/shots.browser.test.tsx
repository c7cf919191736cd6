import { it } from "vitest";
import { page } from "vitest/browser";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";
import { chooseLocale } from "../../../src/app/i18n/index.ts";

const shot = async (name: string) => {
  await new Promise((r) => setTimeout(r, 500));
  await page.screenshot({ path: `/work/main/build/shots/${name}.png` });
};
const at = { atMs: 1, by: "officer-1" } as const;
const code = (path: string, c: string) =>
  ({
    type: "answer-given",
    ...at,
    path,
    language: "kk",
    answer: { state: "answered", value: { kind: "code", code: c } },
  }) as const;

it("kk", async () => {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  await tablet.api.recordEvents(lineId, [
    code("L04", "1"),
    code("L07", "3"),
    {
      type: "answer-given",
      ...at,
      path: "P05",
      language: "kk",
      answer: { state: "answered", value: { kind: "date", date: { year: 1979, month: 3, day: 17 } } },
    },
    code("P04", "2"),
  ]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P26`);
  showScreen(tablet, `/interview/${lineId}`);
  await shot("a1");
  await page.getByRole("navigation").getByRole("button", { name: /Ұлты/ }).click();
  await page.getByRole("button", { name: "Түсіндірме" }).first().click();
  await shot("a2");
  await page.getByRole("button", { name: "Тізімнен таңдау" }).first().click();
  await shot("a3");
  await page.getByRole("textbox", { name: "Іздеу" }).fill("қар");
  await shot("a4");
  await page.viewport(800, 1280);
  await shot("a4p");
}, 30000);

it("roster", async () => {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "ru" });
  await tablet.api.recordEvents(lineId, [
    code("L04", "1"),
    code("L07", "3"),
    {
      type: "answer-given",
      ...at,
      path: "P05",
      language: "kk",
      answer: { state: "answered", value: { kind: "date", date: { year: 1979, month: 3, day: 17 } } },
    },
    code("P04", "2"),
    code("P38", "1"),
  ]);
  chooseLocale("ru");
  window.history.replaceState(null, "", `${window.location.pathname}?at=P21`);
  showScreen(tablet, `/interview/${lineId}`);
  await page.getByRole("button", { name: "+ Добавить" }).click();
  await shot("b1");
  await page.getByRole("navigation").getByRole("button", { name: /работ/ }).click();
  await shot("b2");
  await page.viewport(800, 1280);
  await shot("b2p");
}, 30000);

it("sun", async () => {
  document.documentElement.dataset["theme"] = "sun";
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  await tablet.api.recordEvents(lineId, [
    code("L04", "1"),
    code("L07", "3"),
    code("P23", "2"),
    {
      type: "answer-given",
      ...at,
      path: "P05",
      language: "kk",
      answer: { state: "answered", value: { kind: "date", date: { year: 2009, month: 3, day: 17 } } },
    },
  ]);
  showScreen(tablet, `/interview/${lineId}/check`);
  await shot("c1");
  await page.viewport(800, 1280);
  await shot("c1p");
  document.documentElement.dataset["theme"] = "day";
}, 30000);
