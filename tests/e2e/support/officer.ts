// The officer's hands on the tablet: everything by the words on the screen, in Kazakh. One object over one page.
import { expect, type Locator, type Page } from "@playwright/test";

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
  readonly finish: () => Promise<void>;
}

/** How "don't know" is worded: a question may have words of its own for it. */
const UNKNOWN = /^(?:Білмейді|Әлі шешкен жоқ)$/;

export function createOfficer(page: Page): Officer {
  const button = (name: string | RegExp): Locator =>
    page.getByRole("button", { name, exact: typeof name === "string" });
  const either = (name: string | RegExp): Locator =>
    button(name).or(page.getByRole("link", { name, exact: typeof name === "string" }));
  const pad = async (digits: string): Promise<void> => {
    const dialog = page.getByRole("dialog");
    for (const digit of digits) await dialog.getByRole("button", { name: digit, exact: true }).click();
  };

  const goHome = async (): Promise<void> => {
    const home = page.getByRole("region", { name: "Деректер қайда?" });
    const back = either(/^(Басты бет|Тізімге|Респонденттерге|Деректер|Артқа)$/).first();
    for (let step = 0; step < 3; step++) {
      await expect(home.or(back).first()).toBeVisible();
      if (await home.isVisible()) return;
      await back.click();
    }
    await expect(home).toBeVisible();
  };

  return {
    page,
    goHome,
    enrol: async (link) => {
      await page.goto(link);
      await button("Жалғастыру").click();
      await expect(page.getByText("Планшеттің кодын жазып алыңыз")).toBeVisible();
      const groups = await page.getByText(/^\d{5}$/).allInnerTexts();
      const code = groups.join("");
      expect(code).toMatch(/^\d{15}$/);
      await button("Жазып алдым").click();
      await expect(button("Іске қосу")).toBeVisible();
      for (const digit of code) await button(digit).click();
      await button("Іске қосу").click();
      await expect(page.getByText("Планшет іске қосылды")).toBeVisible({ timeout: 45_000 });
      await button("Жұмысты бастау").click();
      await expect(page.getByText("Деректер қайда?")).toBeVisible();
      return code;
    },
    unlock: async (code) => {
      await expect(page.getByText("Планшет құлыпталған")).toBeVisible();
      for (const digit of code) await button(digit).click();
      await expect(page.getByText("Планшет құлыпталған")).toBeHidden();
    },
    importList: async (file) => {
      await either(/Респонденттер тізімі/)
        .first()
        .click();
      await either("Файлдан алу").click();
      await page.locator("input[type=file]").setInputFiles(file);
      await button("тұрғын").click();
      await button("Тізімге алу").click();
      await expect(page.getByText("Файл алынды")).toBeVisible();
    },
    sendList: async (headcount) => {
      await goHome();
      await either(/Респонденттер тізімі/)
        .first()
        .click();
      await button("Санын енгізу").click();
      await pad(headcount);
      await button("Санын жазу").click();
      await either("Тізімді бекіту").click();
      await page.getByText("жағдай бойынша толық және дұрыс").click();
      await button("Тізімді жөнелту").click();
      await expect(page.getByText(/Жөнелту белгісі|Дайын, тек осы планшетте|тек осы планшетте/).first()).toBeVisible();
      await goHome();
    },
    startNext: async () => {
      await either(/Келесі респондентке сауал салу/)
        .first()
        .click();
      await button("Респонденттің өзі").click();
      await expect(page.getByRole("navigation", { name: "Бөлімдер" })).toBeVisible();
    },
    question: (text) => page.getByRole("region", { name: text }),
    answerTheRest: async () => {
      const main = page.getByRole("main");
      const open = main.getByRole("region").filter({ has: page.getByRole("button", { name: /^(?:Дұрыс|Білмейді|Әлі шешкен жоқ)$/ }) });
      const unanswered = open.filter({ hasNot: page.getByRole("button", { name: UNKNOWN, pressed: true }) });
      /** Answers one question; an answered one folds up a moment later, so what was found can be gone when it is touched. */
      const answerOne = async (): Promise<void> => {
        // By its own name: the next one becomes the first as soon as this one is answered.
        const name = await unanswered.first().getByRole("heading").first().innerText({ timeout: 2_000 });
        const asked = main.getByRole("region", { name, exact: true });
        const before = await asked.innerText({ timeout: 2_000 });
        const proposal = asked.getByRole("button", { name: "Дұрыс", exact: true }).first();
        const unknown = asked.getByRole("button", { name: UNKNOWN, pressed: false }).first();
        await ((await proposal.count()) > 0 ? proposal : unknown).click({ timeout: 2_000 });
        await expect.poll(() => asked.innerText({ timeout: 2_000 })).not.toBe(before);
      };
      for (let step = 0; step < 150; step++) {
        if ((await unanswered.count()) > 0) {
          await answerOne().catch(() => undefined);
          continue;
        }
        const next = button("Келесі бөлім");
        if ((await next.count()) === 0) return;
        const title = await main.getByRole("heading", { level: 2 }).first().innerText();
        await next.click();
        await expect(main.getByRole("heading", { level: 2 }).first()).not.toHaveText(title);
      }
      throw new Error("the interview did not come to an end");
    },
    finish: async () => {
      await button("Тексеру").click();
      const end = button("Парақты аяқтау");
      const open = page.getByRole("main").getByRole("button", { name: /^(?:Иә, дұрыс|Дұрыс|Білмейді|Әлі шешкен жоқ)$/, pressed: false });
      await expect(end).toBeVisible();
      // What is still to be confirmed or answered is decided here, with the respondent present.
      for (let step = 0; step < 20 && !(await end.isEnabled()); step++) {
        await open
          .or(page.getByRole("main").getByRole("button", { name: "Иә, дұрыс", exact: true }))
          .first()
          .click({ timeout: 2_000 })
          .catch(() => undefined);
      }
      await end.click();
    },
  };
}
