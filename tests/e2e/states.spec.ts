// The states that screens.spec.ts does not come by, under the eyes of the same judge: a likely duplicate, a line taken
// off, the long lists, a date being typed, notes, a search that finds nothing, what was put off, a second window, a wrong
// code, the practice.
import { join } from "node:path";
import { expect, test, type Locator } from "@playwright/test";
import { testEachWalk } from "./support/walks.ts";

testEachWalk("every state is accessible and whole", async (walker) => {
  const { server, tablet, page, officer, words, ownName, word, look, button, link } = walker;
  const textbox = (key: string): Locator => page.getByRole("textbox", { name: new RegExp(`^${word(key)}`) });
  const pad = async (digits: string): Promise<void> => {
    for (const digit of digits) await page.getByRole("button", { name: digit, exact: true }).click();
  };
  const typePerson = async (): Promise<void> => {
    await textbox("q_surname").fill("Сапарова");
    await textbox("q_given").fill("Гүлнұр");
    await page.locator("[data-box=day]").first().click();
    await pad("17032009");
    await button("list_sex_2").click();
    await button("list_resident").click();
  };

  const code = await walker.enrol();

  await test.step("stage 1: a problem, a likely duplicate, a line taken off", async () => {
    await link("home_list").click();
    await page
      .getByRole("button", { name: word("list_add") })
      .first()
      .click();
    await button("list_save_next").click();
    await expect(page.getByText(word("list_p_name_missing")).first()).toBeVisible();
    await look("list-problem");
    await typePerson();
    await button("list_save_next").click();
    await expect(page.getByText(word("list_added").replace("{number}", "1")).first()).toBeVisible();
    await textbox("q_surname").fill("Сапарова");
    await button("list_close").click();
    await page
      .getByRole("button", { name: word("list_add") })
      .first()
      .click();
    await expect(button("list_typed_continue")).toBeVisible();
    await look("list-typed");
    await button("list_typed_discard").click();
    await typePerson();
    await expect(button("list_same_person")).toBeVisible();
    await look("list-similar");
    await button("list_same_person").click();
    await button("list_close").click();
    await officer.goHome();
    await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
    await officer.goHome();
    await link("home_list").click();
    await page.getByRole("main").getByText("Сапарова").first().click();
    await button("list_remove").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("list-remove");
    await button("list_reason_mistake").click();
    await expect(button("list_restore").first()).toBeVisible();
    await look("list-removed");
    await officer.sendList("40");
  });

  await test.step("stage 2: a date, a long list, notes", async () => {
    await page.getByText(words.next).first().click();
    await page.getByRole("button", { name: ownName, exact: true }).click();
    await button("int_respondent").click();
    const sections = page.getByRole("navigation", { name: words.sections }).getByRole("button");
    const asked = (path: string): Locator => page.getByRole("main").locator(`[data-path=${path}]`);
    await asked("L04")
      .getByRole("button", { name: word("q_right"), exact: true })
      .click();
    await asked("L07").getByRole("radio").last().click();
    await expect(sections.nth(2)).toBeEnabled();
    await sections.nth(1).click();
    await expect(page.locator("[data-guarded]")).toHaveCount(0);
    const born = asked("P05");
    await born
      .getByRole("button", { name: word("q_change"), exact: true })
      .first()
      .click();
    await expect(page.locator("[data-box=day]")).toBeVisible();
    await look("date-of-birth");
    for (const [digits, pill, state] of [
      ["15061899", "q_must_correct", "finding-hard"],
      ["15061919", "q_is_right", "finding-soft"],
    ] as const) {
      await born.locator("[data-box=day]").click();
      await pad(digits);
      await born
        .getByRole("button", { name: word("q_right"), exact: true })
        .first()
        .click();
      await expect(born.getByText(word(pill)).first()).toBeVisible();
      await look(state);
      await button("q_change").or(born.locator("[data-box=day]")).first().click();
    }
    await sections.nth(2).click();
    const country = page.getByRole("main").getByRole("button", { name: new RegExp(`^${word("q_other_country")}`) });
    await country.first().click();
    await expect(textbox("q_search")).toBeVisible();
    await look("code-list");
    await textbox("q_search").fill("укр");
    await expect(page.getByRole("status").filter({ hasText: "/" })).toBeVisible();
    await look("code-list-found");
    await button("q_close").click();
    const tools = asked("P06");
    await tools
      .getByRole("button", { name: word("q_flag"), exact: true })
      .first()
      .click();
    await tools
      .getByRole("button", { name: word("q_note"), exact: true })
      .first()
      .click();
    await textbox("q_note_label").fill("Құжаты жоқ, әкімшіліктен сұралды");
    await look("note");
    await button("q_note_done").click();
    await button("post_action").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: new RegExp(`^${word("post_tomorrow")}`) })
      .first()
      .click();
    await expect(page.getByText(word("home_postponed_tile")).first()).toBeVisible();
    await look("home-postponed");
    await link("notes_title").click();
    await expect(page.getByText("Құжаты жоқ")).toBeVisible();
    await look("notes-written");
    await officer.goHome();
  });

  await test.step("a form that is cancelled, and the proofs of what was sent", async () => {
    await link("home_respondents").click();
    await page
      .getByRole("link", { name: new RegExp(`^${word("resp_actions_of").replace("{number}", "")}`) })
      .first()
      .click();
    await button("canc_action").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("cancel-form");
    await button("canc_reason_twice").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: word("canc_action"), exact: true })
      .click();
    await expect(button("list_restore")).toBeVisible();
    await look("start-cancelled");
    await officer.goHome();
    await link("home_data").click();
    await page
      .getByRole("button", { name: new RegExp(`^${word("mark_open")}`) })
      .first()
      .click();
    await look("mark-open");
    await officer.goHome();
  });

  await test.step("searches", async () => {
    await link("home_respondents").click();
    await page.getByRole("textbox").first().fill("щщщ");
    await expect(page.getByText(word("resp_none"))).toBeVisible();
    await look("respondents-none");
    await officer.goHome();
    await link("act_help").click();
    await page.getByRole("textbox").first().fill("P08");
    await expect(page.getByText(word("help_found").replace("{n}", "1"))).toBeVisible();
    await look("help-found");
    await page.getByRole("textbox").first().fill("щщщ");
    await expect(page.getByText(word("help_none"))).toBeVisible();
    await look("help-none");
    await button("help_support").click();
    await expect(page.getByText(word("help_support_what"))).toBeVisible();
    await look("help-support");
    await page.keyboard.press("Escape");
    await officer.goHome();
  });

  await test.step("practice", async () => {
    await link("practice_title").click();
    await expect(button("practice_leave")).toBeVisible();
    await page
      .getByRole("link", { name: new RegExp(`^${word("home_respondents")} \\d`) })
      .last()
      .click();
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await button("int_respondent").click();
    await expect(page.getByRole("navigation", { name: words.sections })).toBeVisible();
    await look("practice-interview");
    await button("practice_leave").click();
  });

  await test.step("a second window, and a wrong code", async () => {
    const second = await tablet.context().newPage();
    await second.goto(server.origin);
    await expect(second.getByText(word("trouble_window"))).toBeVisible();
    await walker.lookIn(second)("trouble-window");
    await second.close();
    await button("frame_lock").click();
    await expect(page.getByText(words.locked)).toBeVisible();
    await pad(`${code[0] === "1" ? "2" : "1"}${code.slice(1)}`);
    await expect(page.getByText(word("err_wrong_code"))).toBeVisible();
    await look("lock-wrong-code");
    await button("act_help").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("lock-help");
  });
});
