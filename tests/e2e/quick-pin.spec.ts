// A tablet that changes hands many times a day: locked in mid-interview and opened by six digits at the same question,
// never opened by guessing, and worked on in one window at a time.
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
import { createRunningServer, type RunningServer } from "./support/running-server.ts";
import { openTabletBrowser, type TabletBrowser } from "./support/tablet-browser.ts";

test.describe.configure({ mode: "serial" });

let server: RunningServer;
let tablet: TabletBrowser;
let code: string;

const pin = "480271";
const asked = "Сіз бұрын санақтан өттіңіз бе (онлайн немесе басқа жерде)?";

async function type(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole("button", { name: digit, exact: true }).click();
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await createRunningServer();
  tablet = await openTabletBrowser();
  const officer = createOfficer(tablet.page());
  code = await officer.enrol(enrolmentLink(server.output(), 0));
  await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
  await officer.sendList("40");
});

test.afterAll(async () => {
  await tablet.remove();
  await server.remove();
});

test("six digits open the locked tablet at the same question, with the answers in it", async () => {
  const officer = createOfficer(tablet.page());
  const { page } = officer;
  await page.getByRole("button", { name: "PIN-код қою" }).click();
  await type(page, pin);
  await expect(page.getByText("PIN-кодты тағы бір рет теріңіз")).toBeVisible();
  await type(page, pin);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("Құлыпты 6 цифрмен ашқыңыз келе ме?")).toBeHidden();

  await officer.startNext();
  await officer.question(asked).getByText("Жоқ", { exact: true }).click();
  await expect(officer.question(asked).getByRole("button", { name: "Өзгерту" })).toBeVisible();
  const name = await page.getByRole("banner").innerText();
  await page.getByRole("button", { name: "Құлып", exact: true }).click();
  await expect(page.getByText("Планшет құлыпталған")).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain(name.split("\n")[0] ?? name);
  await type(page, pin);
  await expect(officer.question(asked).getByText("Жоқ", { exact: true })).toBeVisible();
});

test("a second window asks where to go on; the first one is locked and keeps what was entered", async () => {
  const first = tablet.page();
  const second = await tablet.context().newPage();
  await second.goto(server.origin);
  await expect(second.getByText("Sanaq басқа терезеде ашық.")).toBeVisible();
  await second.getByRole("button", { name: "Осы терезеде жалғастыру" }).click();
  await expect(second.getByText("Планшет құлыпталған")).toBeVisible();
  await expect(first.getByText("Sanaq басқа терезеде ашық.")).toBeVisible();
  await second.close();
  await expect(first.getByText("Планшет құлыпталған")).toBeVisible();
  const officer = createOfficer(first);
  await officer.unlock(code);
  await expect(officer.question(asked).getByText("Жоқ", { exact: true })).toBeVisible();
});

test("five wrong PINs, and only the code of the card opens the tablet", async () => {
  const page = tablet.page();
  const officer = createOfficer(page);
  await officer.goHome();
  await page.getByRole("button", { name: "PIN-код қою" }).click();
  await type(page, pin);
  await expect(page.getByText("PIN-кодты тағы бір рет теріңіз")).toBeVisible();
  await type(page, pin);
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Құлып", exact: true }).click();
  for (let left = 4; left > 0; left--) {
    await type(page, "111222");
    await expect(page.getByText(`Қалған мүмкіндік: ${left}`)).toBeVisible();
  }
  await type(page, "111222");
  await expect(page.getByText("PIN-код бес рет қате терілді.")).toBeVisible();
  await officer.unlock(code);
  await expect(page.getByText("Деректер қайда?")).toBeVisible();
});
