// The officer's hands on the tablet: everything by the words on the screen. One object over one page.
import { expect, type Locator, type Page } from "@playwright/test";
import { kazakh, type OfficerWords } from "./officer-words.ts";

export interface Officer {
  readonly page: Page;
  /** Opens the link, writes the shown code down, types it back, begins. Returns the 15 digits. */
  readonly enrol: (link: string) => Promise<string>;
  readonly unlock: (code: string) => Promise<void>;
  readonly goHome: () => Promise<void>;
  readonly importList: (file: string) => Promise<void>;
  readonly sendList: (headcount: string) => Promise<void>;
  /** Starts the recommended interview with the respondent's own answers. */
  readonly startNext: () => Promise<void>;
  readonly question: (text: string) => Locator;
  /** Answers what is left of all sections: takes proposals, says "don't know" where that is allowed. */
  readonly answerTheRest: () => Promise<void>;
  /** On the check screen: confirms and answers what stands between the form and its end. */
  readonly decide: () => Promise<void>;
  readonly finish: () => Promise<void>;
}

export function createOfficer(page: Page, words: OfficerWords = kazakh): Officer {
  const button = (name: string | RegExp): Locator =>
    page.getByRole("button", { name, exact: typeof name === "string" });
  const either = (name: string | RegExp): Locator =>
    button(name).or(page.getByRole("link", { name, exact: typeof name === "string" }));
  const pad = async (digits: string): Promise<void> => {
    const dialog = page.getByRole("dialog");
    for (const digit of digits) await dialog.getByRole("button", { name: digit, exact: true }).click();
  };

  const goHome = async (): Promise<void> => {
    const home = page.getByRole("region", { name: words.where });
    const back = either(words.back).first();
    for (let step = 0; step < 3; step++) {
      await expect(home.or(back).first()).toBeVisible();
      if (await home.isVisible()) return;
      const before = page.url();
      await back.click();
      // The screen that is left may still stand for a moment.
      await expect.poll(() => page.url()).not.toBe(before);
    }
    await expect(home).toBeVisible();
  };

  /** What is still to be confirmed or answered is decided on the check screen, with the respondent present. */
  const decide = async (): Promise<void> => {
    const end = button(words.finish);
    const main = page.getByRole("main");
    const open = main.getByRole("button", { name: words.decide, pressed: false });
    await expect(end).toBeVisible();
    for (let step = 0; step < 20 && !(await end.isEnabled()); step++) {
      await open
        .or(main.getByRole("button", { name: words.confirm, exact: true }))
        .first()
        .click({ timeout: 2_000 })
        .catch(() => undefined);
    }
  };

  return {
    page,
    goHome,
    enrol: async (link) => {
      await page.goto(link);
      await button(words.goOn).click();
      await expect(page.getByText(words.writeDown)).toBeVisible();
      const groups = await page.getByText(/^\d{5}$/).allInnerTexts();
      const code = groups.join("");
      expect(code).toMatch(/^\d{15}$/);
      await button(words.written).click();
      await expect(button(words.activate)).toBeVisible();
      for (const digit of code) await button(digit).click();
      await button(words.activate).click();
      await expect(page.getByText(words.activated)).toBeVisible({ timeout: 45_000 });
      await button(words.begin).click();
      await expect(page.getByText(words.where)).toBeVisible();
      return code;
    },
    unlock: async (code) => {
      await expect(page.getByText(words.locked)).toBeVisible();
      for (const digit of code) await button(digit).click();
      await expect(page.getByText(words.locked)).toBeHidden();
    },
    importList: async (file) => {
      await either(words.list).first().click();
      await either(words.fromFile).click();
      await page.locator("input[type=file]").setInputFiles(file);
      await button(words.resident).click();
      await button(words.take).click();
      await expect(page.getByText(words.taken)).toBeVisible();
    },
    sendList: async (headcount) => {
      await goHome();
      await either(words.list).first().click();
      await button(words.enterCount).click();
      await pad(headcount);
      await button(words.writeCount).click();
      await either(words.signList).click();
      await page.getByText(words.statement).click();
      await button(words.sendList).click();
      await expect(page.getByText(words.listIsOut).first()).toBeVisible();
      await goHome();
    },
    startNext: async () => {
      await either(words.next).first().click();
      await button(words.respondent).click();
      await expect(page.getByRole("navigation", { name: words.sections })).toBeVisible();
    },
    question: (text) => page.getByRole("region", { name: text }),
    answerTheRest: async () => {
      const main = page.getByRole("main");
      const open = main.getByRole("region").filter({ has: page.getByRole("button", { name: words.decide }) });
      const unanswered = open.filter({ hasNot: page.getByRole("button", { name: words.unknown, pressed: true }) });
      /** Answers one question; an answered one folds up a moment later, so what was found can be gone when it is touched. */
      const answerOne = async (): Promise<void> => {
        // By its own name: the next one becomes the first as soon as this one is answered.
        const name = await unanswered.first().getByRole("heading").first().innerText({ timeout: 2_000 });
        const asked = main.getByRole("region", { name, exact: true });
        const before = await asked.innerText({ timeout: 2_000 });
        const proposal = asked.getByRole("button", { name: words.right, exact: true }).first();
        const unknown = asked.getByRole("button", { name: words.unknown, pressed: false }).first();
        await ((await proposal.count()) > 0 ? proposal : unknown).click({ timeout: 2_000 });
        await expect.poll(() => asked.innerText({ timeout: 2_000 })).not.toBe(before);
      };
      for (let step = 0; step < 150; step++) {
        if ((await unanswered.count()) > 0) {
          await answerOne().catch(() => undefined);
          continue;
        }
        const next = button(words.nextSection);
        if ((await next.count()) === 0) return;
        const title = await main.getByRole("heading", { level: 2 }).first().innerText();
        await next.click();
        await expect(main.getByRole("heading", { level: 2 }).first()).not.toHaveText(title);
      }
      throw new Error("the interview did not come to an end");
    },
    decide,
    finish: async () => {
      await button(words.check).click();
      await decide();
      await button(words.finish).click();
    },
  };
}
