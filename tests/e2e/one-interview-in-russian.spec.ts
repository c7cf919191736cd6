// The same way in Russian, by an officer who chose it before anything else: no Kazakh word is left in the interface.
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
import { russian } from "./support/officer-words.ts";
import { createRunningServer, type RunningServer } from "./support/running-server.ts";
import { openTabletBrowser, type TabletBrowser } from "./support/tablet-browser.ts";

let server: RunningServer;
let tablet: TabletBrowser;

test.beforeAll(async () => {
  server = await createRunningServer();
  tablet = await openTabletBrowser();
});

test.afterAll(async () => {
  await tablet.remove();
  await server.remove();
});

test("an officer who works in Russian brings one form to the Department", async () => {
  test.setTimeout(200_000);
  const page = tablet.page();
  await page.goto(server.origin);
  await page.getByRole("radio", { name: "Русский" }).check();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");

  const officer = createOfficer(page, russian);
  const code = await officer.enrol(enrolmentLink(server.output(), 0));
  await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
  await expect(page.getByText("Добавлено: 40")).toBeVisible();
  await officer.sendList("40");
  await officer.startNext();
  await page.getByRole("button", { name: "Русский", exact: true }).click();
  await officer.answerTheRest();
  await officer.finish();
  await officer.goHome();
  await expect(page.getByText("Принято: 1")).toBeVisible({ timeout: 30_000 });

  // The language stays with the tablet.
  await page.reload();
  await officer.unlock(code);
  await expect(page.getByText("Принято: 1")).toBeVisible();
});
