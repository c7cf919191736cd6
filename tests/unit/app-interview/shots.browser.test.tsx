import { it } from "vitest";
import { page } from "vitest/browser";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";
import { chooseLocale } from "../../../src/app/i18n/index.ts";

const shot = async (name: string) => {
  await new Promise((r) => setTimeout(r, 500));
  await page.screenshot({ path: `/work/main/build/shots/${name}.png` });
};

it("check", async () => {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  const at = { atMs: 1, by: "officer-1" } as const;
  await tablet.api.openInterview(lineId, { source: { kind: "administration", basis: "document", reason: "health" }, language: "ru" });
  const code = (path: string, c: string) => ({ type: "answer-given", ...at, path, language: "kk", answer: { state: "answered", value: { kind: "code", code: c } } }) as const;
  await tablet.api.recordEvents(lineId, [
    code("L04", "1"), code("L07", "3"), code("P04", "2"),
    { type: "answer-given", ...at, path: "P01", language: "kk", answer: { state: "answered", value: { kind: "text", text: "090317000001" } } },
    { type: "answer-given", ...at, path: "P05", language: "kk", answer: { state: "answered", value: { kind: "date", date: { year: 2009, month: 3, day: 17 } } } },
    { type: "answer-given", ...at, path: "P09", language: "kk", answer: { state: "answered", value: { kind: "month", year: 2005, month: 3 } } },
    code("P08", "2"), code("P23", "2"), code("P24", "7"), 
    { type: "question-flagged", ...at, path: "P06", on: true },
    { type: "note-written", ...at, path: "P06", text: "Құжатын әкелмек" },
  ]);
  showScreen(tablet, `/interview/${lineId}/check`);
  await shot("s9");
  await page.getByRole("button", { name: "Түзету" }).first().click();
  await shot("s10");
  chooseLocale("ru");
  await page.getByRole("button", { name: "Показать для чтения вслух" }).click().catch(() => undefined);
  await shot("s11");
  await page.viewport(800, 1280);
  await shot("s11p");
}, 20000);

it("interview ru", async () => {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "administration", basis: "document", reason: "health" }, language: "ru" });
  const at = { atMs: 1, by: "officer-1" } as const;
  const code = (path: string, c: string) => ({ type: "answer-given", ...at, path, language: "kk", answer: { state: "answered", value: { kind: "code", code: c } } }) as const;
  await tablet.api.recordEvents(lineId, [code("L04", "1"), code("L07", "3"), { type: "answer-given", ...at, path: "P05", language: "kk", answer: { state: "answered", value: { kind: "date", date: { year: 1979, month: 3, day: 17 } } } }, code("P04", "2")]);
  chooseLocale("ru");
  window.history.replaceState(null, "", `${window.location.pathname}?at=P05`);
  showScreen(tablet, `/interview/${lineId}`);
  await shot("r1");
  await page.getByRole("button", { name: /Национальность/ }).first().click();
  await shot("r2");
  await page.getByRole("button", { name: "Пояснение" }).nth(0).click();
  await page.getByRole("button", { name: "Добавить заметку" }).nth(1).click();
  await shot("r3");
  tablet.breakWrites(true);
  await page.getByRole("button", { name: "Отказ" }).first().click();
  await shot("r4");
  await page.viewport(800, 1280);
  await shot("r4p");
}, 20000);

it("list", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await page.getByRole("textbox", { name: "Тегі" }).fill("Ахметова");
  await page.getByRole("textbox", { name: "Аты *" }).fill("Айгүл");
  await page.getByText("тұрғын", { exact: true }).click();
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  for (const d of "17032009") await page.getByRole("group", { name: "Цифрлар" }).getByRole("button", { name: d, exact: true }).click();
  await shot("l1");
  await page.viewport(800, 1280);
  await shot("l1p");
}, 20000);

it("sign", async () => {
  const tablet = childrensHome();
  await tablet.api.declareHeadcount(5);
  showScreen(tablet, "/list/sign");
  await shot("g1");
  await page.viewport(800, 1280);
  await shot("g1p");
}, 20000);

it("import", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list/import");
  await shot("i0");
  const csv = ["Тегі;Аты;Әкесінің аты;Туған күні;Пол;Бөлме", "Сейтов;Асан;;12.05.2010;ер;12", "Қа1;Бек;;01.01.2011;ер;3", "Ахметова;Айгүл;Серікқызы;17.03.2009;әйел;3", "Оспан;Дана;;31.02.2012;әйел;4"].join("\n");
  await page.getByLabelText("Файлды таңдау").upload(new File([csv], "tizim.csv", { type: "text/csv" }));
  await shot("i1");
  await page.getByText("тұрғын", { exact: true }).click();
  await page.getByRole("button", { name: "Тізімге алу" }).click();
  await shot("i2");
}, 20000);
