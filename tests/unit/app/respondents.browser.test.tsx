import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createFakeTablet, row, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const search = () => page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" });
const shownNumbers = (): readonly string[] =>
  page
    .getByRole("listitem")
    .elements()
    .map((item) => /№ \d+/u.exec(item.textContent)?.[0] ?? "");

it("finds a person by a word typed without the Kazakh letters, and by number", async () => {
  showApp(createFakeTablet({ rows: rows({ "not-started": 9 }) }).api, { at: "/respondents" });
  await search().fill("касым");
  await expect.poll(shownNumbers).toEqual(["№ 5"]);
  await search().fill("2");
  await expect.poll(shownNumbers).toEqual(["№ 2"]);
});

it("filters by chips that say how many they hold", async () => {
  showApp(createFakeTablet({ rows: rows({ accepted: 2, ready: 1, "on-usb": 1, refused: 1, "not-started": 3 }) }).api, {
    at: "/respondents",
  });
  await page.getByRole("radio", { name: "Дайын: 2" }).click();
  await expect.poll(shownNumbers).toEqual(["№ 3", "№ 4"]);
  await page.getByRole("radio", { name: "Қалғаны: 4" }).click();
  await expect.poll(() => shownNumbers().length).toBe(4);
  await page.getByRole("radio", { name: "Толтырылып жатыр: 0" }).click();
  await expect.element(page.getByText("Бұл тізімде ешкім жоқ.")).toBeVisible();
  await page.getByRole("button", { name: "Барлығын көрсету" }).click();
  await expect.poll(() => shownNumbers().length).toBe(8);
});

it("says whose certificate was given, and leads to those without one where it is recorded", async () => {
  const certificate = { number: "43-00118-000001-0", atMs: 1 };
  const list = [
    { ...row(1, "accepted"), certificate },
    row(2, "ready"),
    row(3, "being-filled"),
    row(4, "refused"),
    { ...row(5, "ready"), outcome: { outcome: "refused", note: null, rev: 1, atMs: 1 } as const },
  ];
  showApp(createFakeTablet({ rows: list }).api, { at: "/respondents" });
  await expect.element(page.getByRole("link", { name: /№ 1 .*Анықтама берілді/u })).toBeVisible();
  await page.getByRole("radio", { name: "Анықтамасыз: 2" }).click();
  await expect.poll(shownNumbers).toEqual(["№ 2", "№ 4"]);
  await page.getByRole("link", { name: /№ 2\b/u }).click();
  await page.getByRole("button", { name: "Анықтама берілді" }).click();
  await page.getByRole("link", { name: "Респонденттерге" }).click();
  await expect.element(page.getByRole("radio", { name: "Анықтамасыз: 1" })).toBeChecked();
});

it("names no certificates where none is missing", async () => {
  showApp(createFakeTablet({ rows: rows({ "being-filled": 2, "not-started": 1 }) }).api, { at: "/respondents" });
  await expect.poll(shownNumbers).toHaveLength(3);
  expect(document.body.textContent).not.toContain("Анықтамасыз");
});

it("leads to the start of a form that was not begun, into one that was, and to what else can be done with that", async () => {
  const { history } = showApp(createFakeTablet({ rows: rows({ "being-filled": 1, "not-started": 1 }) }).api, {
    at: "/respondents",
  });
  await expect
    .poll(() =>
      page
        .getByRole("listitem")
        .getByRole("link")
        .elements()
        .map((link) => link.getAttribute("href")),
    )
    .toEqual(["/interview/line-00000000000000001", "/start/line-00000000000000001", "/start/line-00000000000000002"]);
  expect(history().at(-1)).toBe("/respondents");
});

it("shows numbers and ages, no names, in a protected institution, and searches none", async () => {
  showApp(createFakeTablet({ rows: rows({ "not-started": 5 }), isProtected: true }).api, { at: "/respondents" });
  const numberSearch = page.getByRole("textbox", { name: "Іздеу: №" });
  await numberSearch.fill("касым");
  await expect.element(numberSearch).toHaveValue("");
  await expect.poll(shownNumbers).toEqual(["№ 1", "№ 2", "№ 3", "№ 4", "№ 5"]);
  await numberSearch.fill("3");
  await expect.poll(shownNumbers).toEqual(["№ 3"]);
  expect(document.body.textContent).not.toContain("Жұмабекова");
});

it("hides a line taken off the list unless its form was finished", async () => {
  const removed = { reason: "left", atMs: 1, leftOn: null } as const;
  const list = [{ ...row(1, "not-started"), removed }, { ...row(2, "accepted"), removed }, row(3, "not-started")];
  showApp(createFakeTablet({ rows: list }).api, { at: "/respondents" });
  await expect.poll(shownNumbers).toEqual(["№ 2", "№ 3"]);
  await expect.element(page.getByText("Тізімнен шығарылған", { exact: false })).toBeVisible();
});

it("never ends in a dead end", async () => {
  const { history } = showApp(createFakeTablet({ rows: [] }).api, { at: "/respondents" });
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  expect(history().at(-1)).toBe("/list");
});

it("offers the list where a search finds nobody", async () => {
  showApp(createFakeTablet({ rows: rows({ "not-started": 2 }) }).api, { at: "/respondents" });
  await search().fill("жоқ адам");
  await expect.element(page.getByText("Табылмады.")).toBeVisible();
  await expect.element(page.getByRole("link", { name: "Тізімге қосу" })).toHaveAttribute("href", "/list?add");
});

it("comes back from a respondent to the same chip, the same search and the same rows; the tile of Home begins anew", async () => {
  const { go } = showApp(createFakeTablet({ rows: rows({ accepted: 3, "not-started": 60 }) }).api, {
    at: "/respondents",
  });
  await page.getByRole("radio", { name: "Қалғаны: 60" }).click();
  await expect.poll(() => shownNumbers()[0]).toBe("№ 4");
  const list = document.querySelector("[role=list]");
  list?.scrollTo({ top: 2_000 });
  await expect.poll(() => shownNumbers()[0]).not.toBe("№ 4");
  await page.getByRole("link", { name: /№ 35\b/ }).click();
  await expect.element(page.getByRole("button", { name: "Респонденттің өзі" })).toBeVisible();
  await page.getByRole("link", { name: "Респонденттерге" }).click();
  await expect.element(page.getByRole("radio", { name: "Қалғаны: 60" })).toBeChecked();
  await expect.element(page.getByRole("link", { name: /№ 35\b/ })).toBeInViewport();
  await search().fill("жоқ адам");
  go("/");
  await page.getByRole("link", { name: /^Респонденттер 63/ }).click();
  await expect.element(page.getByText("Табылмады.")).toBeVisible();
});
