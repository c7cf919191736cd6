import { it } from "vitest";
import { page } from "vitest/browser";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";
import { chooseLocale } from "../../../src/app/i18n/index.ts";

const shot = (name: string) => page.screenshot({ path: `/tmp/g2/shots/${name}.png` });

it("interview", async () => {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  showScreen(tablet, `/start/${lineId}`);
  await page.getByText("Ахметова", { exact: false }).first();
  await shot("start-kk");
  await page.getByRole("button", { name: "Мекеме әкімшілігі" }).click();
  await shot("start-admin-kk");
  await page.getByRole("button", { name: "Респонденттің өзі" }).click();
  await page.getByRole("heading", { level: 2 }).first();
  await new Promise((r) => setTimeout(r, 600));
  await shot("interview-kk");
  await page.viewport(800, 1280);
  await new Promise((r) => setTimeout(r, 300));
  await shot("interview-kk-portrait");
  chooseLocale("ru");
  await page.viewport(1280, 800);
}, 60000);

it("list", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await new Promise((r) => setTimeout(r, 300));
  await shot("list-kk");
  await page.viewport(800, 1280);
  await new Promise((r) => setTimeout(r, 300));
  await shot("list-kk-portrait");
}, 60000);
