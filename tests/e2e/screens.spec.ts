// Every screen and state of the tablet under the eyes of the judge: one walk in each language, each in a theme of its own,
// so that together they are all languages and all themes. With SANAQ_SCREENSHOTS set the pictures of the Kazakh and the
// Russian walk go there.
import { join } from "node:path";
import { expect, test, type Locator, type Page } from "@playwright/test";
import type { OfficerWords } from "./support/officer-words.ts";
import { testEachWalk, type Look } from "./support/walks.ts";

testEachWalk("every screen is accessible and whole", async (walker) => {
  const { server, page, officer, words, ownName, word, look, button, link } = walker;
  const heading = (key: string): Locator => page.getByRole("heading", { name: word(key) }).first();
  /** Goes where the link or the button leads: the screen that is left may still stand for a moment. */
  const follow = async (way: Locator): Promise<void> => {
    const before = page.url();
    await way.click();
    await expect.poll(() => page.url()).not.toBe(before);
  };
  const lookInDialog = async (screen: string): Promise<void> => {
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await look(screen);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  };

  await test.step("activation", async () => {
    await expect(page.getByText(word("check_lists"))).toBeVisible();
    await look("activation");
  });
  const code = await walker.enrol();

  await test.step("stage 1: the list", async () => {
    await look("home-empty");
    await follow(link("home_list"));
    await look("list-empty");
    await page
      .getByRole("button", { name: word("list_add") })
      .first()
      .click();
    await look("list-entry");
    await button("list_close").click();
    await page
      .getByRole("button", { name: words.fromFile })
      .or(page.getByRole("link", { name: words.fromFile }))
      .click();
    await page.locator("input[type=file]").setInputFiles(join(server.dataDir, "demo/list-inst-0431.csv"));
    await expect(button("list_import_take")).toBeVisible();
    await look("import-columns");
    await button("list_resident").click();
    await button("list_import_take").click();
    await expect(page.getByText(words.taken)).toBeVisible();
    await look("import-report");
    await officer.goHome();
    await follow(link("home_list"));
    await look("list-imported");
    await button("list_headcount_enter").click();
    await lookInDialog("list-headcount");
    await officer.sendList("40");
    await follow(link("home_list"));
    await look("list-sent");
    await officer.goHome();
    await look("home");
  });

  await test.step("stage 2: an interview to its end", async () => {
    await follow(link("home_respondents"));
    await look("respondents");
    await officer.goHome();
    await follow(page.getByText(words.next).first());
    await expect(button("int_respondent")).toBeVisible();
    await look("start");
    await follow(button("out_open"));
    await look("outcome");
    await button("out_refused").click();
    await look("outcome-refused");
    await page.goBack();
    await officer.goHome();
    await follow(page.getByText(words.next).first());
    await page.getByRole("button", { name: ownName, exact: true }).click();
    await follow(button("int_respondent"));
    await expect(page.getByRole("navigation", { name: words.sections })).toBeVisible();
    await look("interview");
    await page.getByRole("button", { name: new RegExp(`^${word("int_source")}`) }).click();
    await lookInDialog("source");
    await button("post_action").click();
    await lookInDialog("postpone");
    await button("q_help").first().click();
    await look("explanation");
    await button("q_help").first().click();
    await follow(button("int_check"));
    await expect(page.getByRole("heading", { name: new RegExp(`^○ `) }).first()).toBeVisible();
    await look("check");
    await page.goBack();
    await expect(page.getByRole("navigation", { name: words.sections })).toBeVisible();
    await officer.answerTheRest();
    await lookAtSections(page, words, look);
    await follow(button("int_check"));
    await expect(button("int_finish")).toBeVisible();
    await officer.decide();
    await look("check-ready");
    await follow(button("int_finish"));
    await expect(heading("fin_title")).toBeVisible();
    await look("finished");
    await button("fin_other_number").click();
    await lookInDialog("certificate-number");
    await officer.goHome();
    await follow(link("home_respondents"));
    await page.getByRole("radio", { name: word("resp_without_certificate").replace("{n}", "1") }).check();
    await look("respondents-without-certificate");
    await follow(page.getByRole("listitem").getByRole("link").first());
    await button("fin_given").click();
    await expect(button("fin_take_back")).toBeVisible();
    await look("certificate-given");
    await officer.goHome();
  });

  await test.step("the rest of the work", async () => {
    await follow(link("premises_title"));
    await look("premises");
    await officer.goHome();
    for (const [key, screen] of [
      ["home_data", "data"],
      ["act_help", "help"],
      ["set_title", "settings"],
      ["notes_title", "notes"],
    ] as const) {
      await follow(link(key));
      await expect(page.getByRole("region", { name: words.where })).toBeHidden();
      await look(screen);
      if (screen === "data") {
        await page
          .getByRole("link", { name: word("data_usb") })
          .or(button("data_usb"))
          .first()
          .click();
        await look("usb");
      }
      await officer.goHome();
    }
    await follow(link("practice_title"));
    await expect(button("practice_leave")).toBeVisible();
    await look("practice");
    await button("practice_leave").click();
  });

  await test.step("the locks", async () => {
    const pin = "480271";
    await button("pin_set").click();
    await look("quick-pin");
    for (const digit of pin + pin) await page.getByRole("button", { name: digit, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await button("frame_lock").click();
    await expect(page.getByText(words.locked)).toBeVisible();
    await look("lock-pin");
    await button("pin_use_code").click();
    // The page starts anew for this one: the screen of the quick PIN may still stand for a moment.
    await expect(page.getByText(word("lock_forgot"))).toBeVisible();
    await look("lock");
    await officer.unlock(code);
  });

  await test.step("forced colours and reduced motion", async () => {
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await look("home-forced-colours");
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press("Tab");
      const [ring, focused] = await page.evaluate(() => {
        const element = document.activeElement;
        // Past the last control the focus is in the browser's own bars.
        if (element === null || element === document.body) return [null, ""];
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return [outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth), element.outerHTML.slice(0, 120)];
      });
      if (ring !== null) expect.soft(ring, `the focus is seen on ${focused}`).toBeGreaterThanOrEqual(2);
    }
    await button("pin_change").or(link("home_respondents")).first().click();
    const longest = await page.evaluate(() =>
      Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0))),
    );
    expect(longest, "nothing moves").toBeLessThan(1);
  });
});

/** Each section of the form; the first one has been looked at. */
async function lookAtSections(page: Page, words: OfficerWords, look: Look): Promise<void> {
  const sections = page.getByRole("navigation", { name: words.sections }).getByRole("button");
  const count = await sections.count();
  for (let place = 1; place < count; place++) {
    const section = sections.nth(place);
    if (!(await section.isEnabled())) continue;
    await section.click();
    await look(`section-${place + 1}`);
  }
  await sections.first().click();
}
