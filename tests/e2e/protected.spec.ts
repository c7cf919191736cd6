// An institution whose residents are in danger if somebody looks on (ux 3.11): no name stands on any screen until the
// officer asks for it, and each of these screens is accessible and whole.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Locator } from "@playwright/test";
import { testEachWalk } from "./support/walks.ts";

/** The second of the demonstration. */
const institution = { place: 1, list: "demo/list-inst-0432.csv", residents: "12" };

testEachWalk("where names are hidden every screen keeps them, and is accessible and whole", async (walker) => {
  const { server, page, officer, words, ownName, word, link, button } = walker;
  const list = join(server.dataDir, institution.list);
  const names = surnamesIn(list);
  const sections = page.getByRole("navigation", { name: words.sections }).getByRole("button");
  /** What a screen reader is told counts too: labels, titles, and the name of the window. */
  const look = async (screen: string): Promise<void> => {
    const told = await page.content();
    expect
      .soft(
        names.filter((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(told)),
        `${screen}: names`,
      )
      .toEqual([]);
    expect.soft(await page.title()).toBe("Sanaq");
    await walker.look(screen);
  };

  await test.step("the list", async () => {
    await walker.enrol(institution.place);
    await look("protected-home-empty");
    await link("home_list").click();
    await page
      .getByRole("button", { name: words.fromFile })
      .or(page.getByRole("link", { name: words.fromFile }))
      .first()
      .click();
    await page.locator("input[type=file]").setInputFiles(list);
    await expect(button("list_import_take")).toBeVisible();
    await look("protected-import");
    await officer.goHome();
    await officer.importList(list);
    await officer.goHome();
    await link("home_list").click();
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await look("protected-list");
    await officer.sendList(institution.residents);
  });

  await test.step("an interview", async () => {
    await link("home_respondents").click();
    await expect(page.getByRole("listitem").first()).toBeVisible();
    await look("protected-respondents");
    await officer.goHome();
    await page.getByText(words.next).first().click();
    await expect(button("int_respondent")).toBeVisible();
    await look("protected-start");
    await page.getByRole("button", { name: ownName, exact: true }).click();
    await button("int_respondent").click();
    await expect(sections.first()).toBeVisible();
    const asked = (path: string): Locator => page.getByRole("main").locator(`[data-path=${path}]`);
    await asked("L04")
      .getByRole("button", { name: word("q_right"), exact: true })
      .click();
    await asked("L07").getByRole("radio").last().click();
    await expect(sections.nth(1)).toBeEnabled();
    await sections.nth(1).click();
    const name = (key: string): Locator => asked("P02").getByRole("button", { name: word(key), exact: true });
    await name("q_right").or(name("int_show_name")).first().scrollIntoViewIfNeeded();
    await look("protected-name");
    // Asked for, it is seen, and said to be right; folded, it is initials again.
    await name("int_show_name").click();
    await name("q_right").click();
    await expect(name("q_change")).toBeVisible();
    await officer.answerTheRest();
    await button("int_check").click();
    await expect(button("int_finish")).toBeVisible();
    await officer.decide();
    await button("int_read_back").click();
    await expect(page.getByRole("heading", { name: word("int_read_back_title") })).toBeVisible();
    await look("protected-check");
    await button("int_finish").click();
    await expect(page.getByRole("heading", { name: word("fin_title") }).first()).toBeVisible();
    await look("protected-finished");
  });

  await test.step("somebody walks in", async () => {
    await officer.goHome();
    await look("protected-home");
    await button("frame_cover").click();
    await expect(page.getByText("Sanaq", { exact: true })).toBeVisible();
    await look("protected-cover");
  });
});

/** The first column of the file, below its heading. */
function surnamesIn(file: string): readonly string[] {
  const [, ...rows] = readFileSync(file, "utf8").trim().split("\n");
  return [...new Set(rows.map((row) => row.split(/[,;]/u)[0]?.replaceAll('"', "") ?? ""))].filter(
    (name) => name !== "",
  );
}
