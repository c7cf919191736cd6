// The product's whole length, as a new user goes it: enrolment, list, interview without a server, both ways of delivery.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { countsOf } from "./support/department.ts";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
import { searchProfile } from "./support/profile-search.ts";
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

test("one interview goes from the list to the census database, by VPN and by USB", async () => {
  test.setTimeout(300_000);
  const officer = createOfficer(tablet.page());
  const list = join(server.dataDir, "demo/list-inst-0431.csv");

  const code = await test.step("the tablet is enrolled by its link", () =>
    officer.enrol(enrolmentLink(server.output(), 0)));

  await test.step("the list comes in from a file, once", async () => {
    await officer.importList(list);
    await expect(officer.page.getByText("Қосылды: 40")).toBeVisible();
    await officer.goHome();
    await officer.importList(list);
    await expect(officer.page.getByText("Қосылды: 0")).toBeVisible();
    await expect(officer.page.getByRole("heading", { name: "Тізімде бұрыннан бар: 40" })).toBeVisible();
  });

  await test.step("the list goes to the Department as a sealed batch", async () => {
    await officer.sendList("40");
    await expect.poll(async () => (await countsOf(server, "inst-0431")).lines, { timeout: 30_000 }).toBe(40);
  });

  await test.step("an interview is finished and accepted by VPN", async () => {
    await officer.startNext();
    await officer.answerTheRest();
    await officer.finish();
    await officer.goHome();
    await expect(officer.page.getByText("Қабылданды: 1")).toBeVisible({ timeout: 30_000 });
    expect(await countsOf(server, "inst-0431")).toMatchObject({ forms: 1, refused: 0 });
  });

  await test.step("with the server dead the tablet works on: reload, unlock, interview", async () => {
    await server.stop();
    await officer.page.reload();
    await officer.unlock(code);
    await officer.goHome();
    await officer.startNext();
    await officer.answerTheRest();
    await officer.finish();
    await officer.goHome();
    await expect(officer.page.getByText("Тек осы планшетте: 1")).toBeVisible();
  });

  const file = await test.step("the form leaves as a .census file", async () => {
    await officer.page
      .getByRole("button", { name: "Деректер және жөнелту" })
      .or(officer.page.getByRole("link", { name: "Деректер және жөнелту" }))
      .first()
      .click();
    await officer.page
      .getByRole("button", { name: "USB-ге түсіру" })
      .or(officer.page.getByRole("link", { name: "USB-ге түсіру" }))
      .first()
      .click();
    // Headless Chromium has no file dialog: the page falls back to a download.
    await officer.page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    const download = officer.page.waitForEvent("download");
    await officer.page.getByRole("button", { name: "Файлды дайындау" }).click();
    const save = officer.page.getByRole("button", { name: /Файлды (?:сақтау|жазу)/ });
    await save.click({ timeout: 5_000 }).catch(() => undefined);
    const saved = await download;
    const path = join(server.dataDir, saved.suggestedFilename());
    await saved.saveAs(path);
    expect(path).toMatch(/sanaq-[\w-]{8}-\d+-\d+\.census$/);
    return path;
  });

  const acceptanceCode = await test.step("the file is taken in while the server is down, exactly once", async () => {
    const first = await server.sanaq("import", file);
    expect(first.stderr).toBe("");
    expect(first.code).toBe(0);
    expect((await countsOf(server, "inst-0431")).forms).toBe(2);
    const second = await server.sanaq("import", file);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain("Жаңа: 0");
    expect((await countsOf(server, "inst-0431")).forms).toBe(2);
    const printed = [first, second].map(({ stdout }) => /Қабылдау коды: (\d{4} \d{4})/u.exec(stdout)?.[1] ?? "none");
    expect(printed[1]).toBe(printed[0]);
    return printed[0] ?? "";
  });

  await test.step("the code that the Department read out turns the form to accepted, with no network", async () => {
    const digits = acceptanceCode.replace(" ", "");
    const wrong = digits === "00000000" ? "00000001" : "00000000";
    for (const typed of [wrong, digits]) {
      for (const digit of typed) {
        await officer.page.getByRole("group", { name: "Цифрлар" }).getByRole("button", { name: digit }).click();
      }
      await officer.page.getByRole("button", { name: "Растау", exact: true }).click();
      const said = typed === wrong ? /^Код сәйкес келмеді/u : "Код дұрыс. Департамент қабылдады. Парақ: 1. Тізім: 0.";
      await expect(officer.page.getByText(said)).toBeVisible();
    }
    await officer.goHome();
    await expect(officer.page.getByText("Тек осы планшетте: 0")).toBeVisible();
    await expect(officer.page.getByText("Қабылданды: 2")).toBeVisible();
  });

  await test.step("the receipts file brings the send mark of what the code confirmed", async () => {
    const receipts = readdirSync(server.dataDir)
      .filter((name) => /^receipts-.*\.jsonl$/.test(name))
      .toSorted()
      .at(-1);
    if (receipts === undefined) throw new Error("no receipts were written");
    await officer.goHome();
    await officer.page
      .getByRole("button", { name: "Деректер және жөнелту" })
      .or(officer.page.getByRole("link", { name: "Деректер және жөнелту" }))
      .first()
      .click();
    const byCode = officer.page.getByText("Қабылдау коды бойынша");
    await expect(byCode).toHaveCount(1);
    await officer.page.locator("input[type=file]").setInputFiles(join(server.dataDir, receipts));
    await expect(byCode).toHaveCount(0);
    const marks = officer.page.getByRole("region", { name: "Жөнелту белгілері" });
    await marks
      .getByRole("listitem")
      .filter({ hasText: "Парақ: № 2" })
      .getByRole("button", { name: /^Ашу: № / })
      .click();
    await expect(marks.getByText("Ішінде не бар")).toBeVisible();
    await expect(marks.getByText("Қабылданды", { exact: true })).toBeVisible();
    await expect(marks.getByText("USB", { exact: true })).toBeVisible();
    await officer.goHome();
    await expect(officer.page.getByText("Қабылданды: 2")).toBeVisible();
  });

  await test.step("the export has one row a person", async () => {
    const out = join(server.dataDir, "out");
    const exported = await server.sanaq("export", "--format", "csv", "--out", out);
    expect(exported.code).toBe(0);
    expect(existsSync(join(out, "codebook.csv"))).toBe(true);
    const rows = readFileSync(join(out, "persons.csv"), "utf8").trim().split("\r\n");
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain("P02_surname");
  });

  await test.step("no entered name is anywhere in the browser's profile", async () => {
    const names = readFileSync(list, "utf8")
      .trim()
      .split("\r\n")
      .slice(1, 4)
      .flatMap((row) => row.split(";").slice(0, 3));
    await tablet.close();
    expect(searchProfile(tablet.profile, names)).toEqual([]);
  });
});
