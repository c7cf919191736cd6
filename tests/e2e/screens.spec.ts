// Every screen in Kazakh and Russian, upright and across: no WCAG A/AA finding of axe, nothing cut off, no word of
// another interface language. With SANAQ_SCREENSHOTS set the pictures go to docs/screenshots.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
import { createRunningServer, type RunningServer } from "./support/running-server.ts";
import { openTabletBrowser, type TabletBrowser } from "./support/tablet-browser.ts";

const pictures = process.env["SANAQ_SCREENSHOTS"];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

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

/** Controls whose own text is wider or higher than they are. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, a, h1, h2, h3, label, td, th")]
      .filter((element) => element.offsetParent !== null && element.innerText.trim() !== "")
      // A heading for screen readers only is one pixel wide by intent.
      .filter((element) => element.clientWidth > 1)
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline",
      )
      .map((element) => element.innerText.slice(0, 60)),
  );
}

/** Main actions that reach beyond the window's edge. */
async function outside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button")]
      .filter((element) => element.offsetParent !== null)
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.innerText),
  );
}

async function judge(page: Page, name: string): Promise<void> {
  for (const [way, viewport] of [
    ["across", { width: 1280, height: 800 }],
    ["upright", { width: 800, height: 1280 }],
  ] as const) {
    await page.setViewportSize(viewport);
    const found = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect.soft(found.violations.map(({ id, nodes }) => `${name} ${way}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    expect.soft(await cutOff(page), `${name} ${way}: cut off`).toEqual([]);
    expect.soft(await outside(page), `${name} ${way}: outside`).toEqual([]);
    if (pictures !== undefined && !name.includes(" ")) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}${way === "upright" ? "-upright" : ""}.png`) });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** The interface in Russian for one look, then back. */
async function judgeInBoth(page: Page, name: string): Promise<void> {
  await judge(page, `${name}-kk`);
  await toRussian(page);
  await judge(page, `${name}-ru`);
  await toKazakh(page);
}

async function toRussian(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Интерфейс тілі" }).selectOption({ label: "РУС" });
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
}

async function toKazakh(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Язык интерфейса" }).selectOption({ label: "ҚАЗ" });
  await expect(page.locator("html")).toHaveAttribute("lang", "kk");
}

test("every screen is accessible and whole, in Kazakh and Russian", async () => {
  test.setTimeout(600_000);
  const page = tablet.page();
  const officer = createOfficer(page);

  await page.goto(server.origin);
  await expect(page.getByText("Планшетті іске қосу")).toBeVisible();
  await judge(page, "activation-kk");
  const code = await officer.enrol(enrolmentLink(server.output(), 1));
  await judgeInBoth(page, "home-empty");

  await page
    .getByRole("link", { name: /Респонденттер тізімі/ })
    .first()
    .click();
  await judgeInBoth(page, "list-empty");
  await page.getByRole("button", { name: "+ Респондент қосу" }).click();
  await judge(page, "list-entry-kk");
  await page.getByRole("button", { name: "Жабу", exact: true }).click();
  await officer.goHome();
  await officer.importList(join(server.dataDir, "demo/list-inst-0432.csv"));
  await judgeInBoth(page, "list-imported");
  await officer.sendList("12");
  await judgeInBoth(page, "home");

  await page.getByRole("link", { name: /^Респонденттер \d+/ }).click();
  await judgeInBoth(page, "respondents");
  await officer.goHome();
  await page.getByText("Келесі респондентке сауал салу").first().click();
  await judgeInBoth(page, "start");
  await page.getByRole("button", { name: "Респонденттің өзі", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Бөлімдер" })).toBeVisible();
  await judge(page, "interview-kk");
  await page.getByRole("button", { name: "Тексеру", exact: true }).click();
  await expect(page.getByText("Парақты аяқтау").first()).toBeVisible();
  await judge(page, "check-kk");

  // An interview has its own language of questions in the bar; the interface's is chosen outside.
  await officer.goHome();
  await toRussian(page);
  await page.getByText("Продолжить опрос").first().click();
  await expect(page.getByRole("navigation", { name: "Разделы" })).toBeVisible();
  await judge(page, "interview-ru");
  await page.getByRole("button", { name: "Проверить", exact: true }).click();
  await expect(page.getByText("Завершить лист").first()).toBeVisible();
  await judge(page, "check-ru");
  await page.getByRole("link", { name: "Назад" }).first().click();
  await page.getByRole("link", { name: "К респондентам" }).first().click();
  await page.getByRole("link", { name: "Главная" }).first().click();
  await toKazakh(page);
  await page.getByRole("link", { name: "Деректер және жөнелту" }).first().click();
  await judgeInBoth(page, "data");
  await page
    .getByRole("link", { name: "USB-ге түсіру" })
    .or(page.getByRole("button", { name: "USB-ге түсіру" }))
    .first()
    .click();
  await judgeInBoth(page, "usb");

  await officer.goHome();
  for (const [link, name] of [
    [/^Көмек/, "help"],
    [/^Баптаулар/, "settings"],
    [/^Ескертпелер/, "notes"],
  ] as const) {
    await page.getByRole("link", { name: link }).first().click();
    await expect(page.getByRole("link", { name: "Басты бет" }).first()).toBeVisible();
    if (name === "settings") {
      await judge(page, "settings-kk");
      await page.getByRole("radio", { name: "Русский" }).check({ force: true });
      await judge(page, "settings-ru");
      await page.getByRole("radio", { name: "Қазақша" }).check({ force: true });
    } else await judgeInBoth(page, name);
    await page.getByRole("link", { name: "Басты бет" }).first().click();
  }

  await test.step("the three themes and the largest text", async () => {
    for (const choice of ["Түнгі", "Күн астында", "150 %", "Күндізгі"]) {
      await page.getByRole("link", { name: /^Баптаулар/ }).click();
      await page.getByRole("radio", { name: choice }).check({ force: true });
      await judge(page, `settings ${choice}`);
      await page.getByRole("link", { name: "Басты бет" }).first().click();
      await judge(page, `home ${choice}`);
      await page.getByRole("link", { name: /^Респонденттер \d+/ }).click();
      await judge(page, `respondents ${choice}`);
      await page.getByRole("link", { name: "Басты бет" }).first().click();
    }
    await page.getByRole("link", { name: /^Баптаулар/ }).click();
    await page.getByRole("radio", { name: "100 %" }).check({ force: true });
    await page.getByRole("link", { name: "Басты бет" }).first().click();
  });

  await page.getByRole("button", { name: "Құлып" }).click();
  await expect(page.getByText("Планшет құлыпталған")).toBeVisible();
  await judge(page, "lock-kk");
  await officer.unlock(code);
});
