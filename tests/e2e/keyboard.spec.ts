// A whole interview without a pointer: from Home to the next respondent by Tab, Space, digits and Enter alone.
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
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

interface Focus {
  readonly name: string;
  readonly inActive: boolean;
  readonly outlined: boolean;
}

function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return { name: "", inActive: false, outlined: false };
    const { outlineStyle, boxShadow } = getComputedStyle(focused);
    return {
      name: (focused.ariaLabel ?? focused.innerText).trim(),
      inActive: focused.closest('[aria-current="step"]') !== null,
      outlined: outlineStyle !== "none" || boxShadow !== "none",
    };
  });
}

/** Presses Tab until the focus is where it is wanted; every stop on the way must be visible. */
async function tabTo(page: Page, isWanted: (focus: Focus) => boolean): Promise<Focus> {
  for (let step = 0; step < 80; step++) {
    const focus = await readFocus(page);
    if (isWanted(focus)) {
      expect(focus.outlined, `the focus is seen on "${focus.name}"`).toBe(true);
      return focus;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error("the Tab key does not lead there");
}

interface Asked {
  /** Null where nothing is left to ask in the section. */
  readonly path: string | null;
  /** A question of several fields that has one answered: it waits to be told that it is done. */
  readonly waitsForDone: boolean;
}

/** In one look: between two of them the page may have gone on. */
function readAsked(page: Page): Promise<Asked> {
  return page.evaluate(() => {
    const active = document.querySelector<HTMLElement>('[aria-current="step"]');
    const buttons = [...(active?.querySelectorAll("button") ?? [])];
    return {
      path: active?.dataset["path"] ?? null,
      waitsForDone:
        buttons.some((button) => button.ariaPressed === "true") &&
        buttons.some((button) => button.innerText === "Дайын"),
    };
  });
}

const called =
  (name: string | RegExp) =>
  (focus: Focus): boolean =>
    typeof name === "string" ? focus.name.startsWith(name) : name.test(focus.name);

test("an interview is led by the keyboard alone", async () => {
  test.setTimeout(300_000);
  const page = tablet.page();
  const officer = createOfficer(page);
  await officer.enrol(enrolmentLink(server.output(), 0));
  await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
  await officer.sendList("40");
  await page.evaluate(() => {
    window.addEventListener("pointerdown", () => document.documentElement.setAttribute("data-pointer", "used"), true);
  });

  await tabTo(page, called("Келесі респондентке сауал салу"));
  await page.keyboard.press("Enter");
  await tabTo(page, called("Респонденттің өзі"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Бөлімдер" })).toBeVisible();

  const answer = /^(?:Дұрыс|Білмейді|Әлі шешкен жоқ)$/;
  const check = page.getByRole("button", { name: "Тексеру", exact: true });
  await test.step("every question is answered", async () => {
    for (let step = 0; step < 150; step++) {
      const { path: question } = await readAsked(page);
      if (question === null) {
        const next = page.getByRole("button", { name: "Келесі бөлім", exact: true });
        if ((await next.count()) === 0) return;
        const title = await page.getByRole("heading", { level: 2 }).first().innerText();
        // Where nothing is left to ask, the way on has the focus already.
        await tabTo(page, called("Келесі бөлім"));
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 2 }).first()).not.toHaveText(title);
        continue;
      }
      await tabTo(page, (focus) => focus.inActive && answer.test(focus.name));
      await page.keyboard.press("Enter");
      let isToldDone = false;
      const hasGoneOn = async (): Promise<boolean> => {
        const now = await readAsked(page);
        if (now.path !== question) return true;
        if (now.waitsForDone && !isToldDone) {
          isToldDone = true;
          await page.keyboard.press("Alt+Enter");
        }
        return false;
      };
      await expect.poll(hasGoneOn, { message: question }).toBe(true);
    }
    throw new Error("the interview did not come to an end");
  });

  await test.step("what is open is decided, and the form is finished", async () => {
    await expect(check).toBeVisible();
    await tabTo(page, called("Тексеру"));
    await page.keyboard.press("Enter");
    const end = page.getByRole("button", { name: "Парақты аяқтау", exact: true });
    await expect(end).toBeVisible();
    for (let step = 0; step < 10 && !(await end.isEnabled()); step++) {
      await tabTo(page, called(/^(?:Иә, дұрыс|Дұрыс|Білмейді|Әлі шешкен жоқ)$/));
      await page.keyboard.press("Enter");
    }
    await tabTo(page, called("Парақты аяқтау"));
    await page.keyboard.press("Enter");
    await tabTo(page, called(/^Келесі респондент/));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Кім жауап береді?").first()).toBeVisible();
  });
  await expect(page.locator("html")).not.toHaveAttribute("data-pointer", "used");
});
