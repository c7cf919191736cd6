// Every line of the list ends in an outcome (order, par. 9, 2; O11): put off, refused, from the administration, taken off,
// and all of it as the Department counts it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { countsOf } from "./support/department.ts";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
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

async function notInterviewed(page: Page, reason: string): Promise<void> {
  await page.getByText("Келесі респондентке сауал салу").first().click();
  await page.getByRole("button", { name: "Сауал салу мүмкін болмады…" }).click();
  await page.getByRole("button", { name: reason, exact: true }).click();
}

test("what became of each respondent reaches the Department", async () => {
  test.setTimeout(200_000);
  const page = tablet.page();
  const officer = createOfficer(page);
  await officer.enrol(enrolmentLink(server.output(), 0));
  await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
  await officer.sendList("40");

  await test.step("an interview is put off in two taps and waits on Home", async () => {
    await officer.startNext();
    await page.getByRole("button", { name: "Кейінге қалдыру" }).click();
    await page.getByRole("button", { name: "Ертең 10:00" }).click();
    await expect(page.getByRole("link", { name: /Кейінге қалдырылған 1/ })).toBeVisible();
    await expect(page.getByText(/^№ 2 /).first()).toBeVisible();
  });

  await test.step("a refusal in mid-interview closes the line at once", async () => {
    await officer.startNext();
    await page.getByRole("button", { name: "Кейінге қалдыру" }).click();
    await page.getByRole("button", { name: "Сауал салу мүмкін болмады…" }).click();
    await page.getByRole("button", { name: "Жауап беруден бас тартты", exact: true }).click();
    await page.getByRole("button", { name: "Нәтижені жазу: Жауап беруден бас тартты" }).click();
    await expect(page.getByText(/^№ 3 /).first()).toBeVisible();
    await expect(page.getByText("Қабылданды: 1")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("one who left before the census moment is taken off and can come back", async () => {
    await notInterviewed(page, "Мекемеден кеткен");
    await page.getByRole("button", { name: "Тізімнен шығару" }).click();
    await page.getByRole("button", { name: "Күні белгісіз, шығару" }).click();
    await expect(page.getByText("Тізімнен шығарылды").first()).toBeVisible();
    await officer.goHome();
    await expect(page.getByText(/^№ 4 /).first()).toBeVisible();
  });

  await test.step("for one who cannot speak the administration answers, in the third person", async () => {
    await notInterviewed(page, "Сөйлесе алмайды");
    await page.getByRole("button", { name: "Әкімшілік: Құжаттан" }).click();
    await expect(page.getByRole("button", { name: "Көзі: Мекеме әкімшілігі" })).toBeVisible();
    await officer.answerTheRest();
    await officer.finish();
    await officer.goHome();
    await expect(page.getByText("Қабылданды: 2")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("a withdrawn refusal opens the line again", async () => {
    await page.getByRole("link", { name: /^Респонденттер \d+/ }).click();
    await page.getByRole("link", { name: /^№ 2\b/ }).click();
    await page.getByRole("button", { name: "Нәтижені алып тастау" }).click();
    await expect(page.getByRole("button", { name: "Сауалды жалғастыру", exact: true })).toBeVisible();
  });

  await test.step("a form begun for the wrong person is cancelled from its row and restored", async () => {
    await page.getByRole("link", { name: "Респонденттерге" }).click();
    await page.getByRole("link", { name: "Әрекеттер: № 2" }).click();
    await page.getByRole("button", { name: "Парақты болдырмау" }).click();
    await page.getByRole("button", { name: "Басқа адамға басталған" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Парақты болдырмау" }).click();
    await expect(page.getByRole("button", { name: "Респонденттің өзі" })).toBeEnabled();
    await page.getByRole("link", { name: "Респонденттерге" }).click();
    await expect(page.getByRole("link", { name: /^№ 2\b/ })).toContainText("Болдырылмаған");
    await page.getByRole("link", { name: /^№ 2\b/ }).click();
    await page.getByRole("button", { name: "Қалпына келтіру" }).click();
    await expect(page.getByRole("button", { name: "Сауалды жалғастыру", exact: true })).toBeVisible();
  });

  await test.step("the housing conditions are filled in once and sent like any form", async () => {
    await officer.goHome();
    await page.getByRole("link", { name: /^Тұрғын үй жағдайы/ }).click();
    await page.getByRole("button", { name: "Сауалды бастау" }).click();
    await expect(page.getByRole("navigation", { name: "Бөлімдер" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Көзі:/ })).toHaveCount(0);
    await officer.answerTheRest();
    await page.getByRole("button", { name: "Тексеру", exact: true }).click();
    await officer.decide();
    await page.getByRole("button", { name: "Парақты аяқтау", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Парақ аяқталды: Тұрғын үй жағдайы" })).toBeVisible();
    await officer.goHome();
    await expect
      .poll(() => countsOf(server, "inst-0431"), { timeout: 30_000 })
      .toMatchObject({ forms: 1, premises: 1, refused: 0 });
  });

  await test.step("the Department has one closing a line", async () => {
    const out = join(server.dataDir, "out");
    const closings = async (): Promise<readonly string[]> => {
      await server.sanaq("export", "--format", "csv", "--out", out);
      const [, ...rows] = readFileSync(join(out, "lines.csv"), "utf8").trim().split("\r\n");
      return rows.map((row) => row.split(",")).map((cells) => cells.at(-1) ?? "");
    };
    await expect
      .poll(async () => (await closings()).slice(0, 5), { timeout: 30_000 })
      .toEqual([
        "open",
        "open",
        // The list as it was signed: the change after it goes with the next signature.
        "open",
        "administration",
        "open",
      ]);
    expect(await closings()).toHaveLength(40);
  });
});
