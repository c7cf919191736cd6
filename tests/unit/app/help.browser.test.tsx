import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { personQuestionnaire } from "#census";
import { languages } from "#questionnaire";
import { helpArticles, helpSections } from "../../../src/app/tablet/help/help-entries.ts";
import { helpAddress } from "../../../src/app/tablet/help/help-link.ts";
import { parseHelpAddress } from "../../../src/app/tablet/help/help-address.ts";
import { searchHelp } from "../../../src/app/tablet/help/help-search.ts";
import { createFakeTablet, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const idsFound = (query: string): readonly string[] =>
  searchHelp(query).sections.flatMap(({ questions }) => questions.map(({ id }) => id));
const articlesFound = (query: string): readonly string[] => searchHelp(query).articles.map(({ id }) => id);

it("is the tile Көмек of Home", async () => {
  const { history } = showApp(createFakeTablet().api);
  await page.getByRole("link", { name: "Көмек", exact: false }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Көмек және түсіндірмелер");
  expect(history().at(-1)).toBe("/help");
});

it("explains every question of the instrument, grouped by its sections, under its number", async () => {
  const all = personQuestionnaire().sections.flatMap(({ questionIds }) => questionIds);
  expect(helpSections().flatMap(({ questions }) => questions.map(({ id }) => id))).toEqual(all);
  showApp(createFakeTablet().api, { at: "/help" });
  await page.getByRole("button", { name: /^P01 / }).click();
  await expect.element(page.getByText("Неліктен сұралады.").first()).toBeVisible();
  await expect.element(page.getByText("Қалай жауап беру керек.").first()).toBeVisible();
});

it("has its articles whole in all three languages", () => {
  expect(helpArticles.length).toBeGreaterThan(9);
  for (const { title, steps } of helpArticles) {
    for (const text of [title, ...steps]) {
      for (const language of languages) expect(text[language].trim(), text.en).not.toBe("");
    }
  }
  expect(new Set(helpArticles.map(({ id }) => id)).size).toBe(helpArticles.length);
});

it("keeps the word of the certificate for the certificate", () => {
  const words = helpArticles
    .filter(({ id }) => id !== "finish")
    .flatMap(({ title, steps }) => [title, ...steps])
    .flatMap(({ kk, ru }) => [kk, ru]);
  expect(words.filter((text) => /анықтама|справк/iu.test(text))).toEqual([]);
});

it.each([
  ["P05", "P05"],
  ["p 5", "P05"],
  ["Р05", "P05"],
  ["№5", "P05"],
  ["5", "L05"],
  ["P05.1", "P05.1"],
])("finds a question by its number %s", (query, id) => {
  expect(idsFound(query)).toContain(id);
  expect(articlesFound(query)).toEqual([]);
  expect(idsFound(query).every((found) => found.includes(id.slice(1, 3)))).toBe(true);
});

it("finds by the beginnings of words, Kazakh letters written as Russian ones, in any language", () => {
  expect(articlesFound("кейінге қалд")).toContain("postpone");
  expect(articlesFound("кейинге калд")).toContain("postpone");
  expect(articlesFound("отложить")).toContain("postpone");
  expect(articlesFound("stolen")).toEqual(["emergency"]);
  expect(articlesFound("УРЛАНСА")).toContain("emergency");
  expect(idsFound("туған күні")).toContain("P05");
});

it("puts what has the word in its title before the rest", () => {
  const [first, ...others] = articlesFound("USB");
  expect(first).toBe("usb");
  expect(others).not.toContain("usb");
});

it("shows everything without a query and nothing without a hit, and clears the search by one tap", async () => {
  expect(searchHelp("  ").count).toBe(helpArticles.length + helpSections().flatMap((one) => one.questions).length);
  showApp(createFakeTablet().api, { at: "/help" });
  const field = page.getByRole("textbox", { name: "Іздеу: сөз немесе сұрақ нөмірі" });
  await field.fill("щщщщ");
  await expect.element(page.getByText("Ештеңе табылмады. Басқа сөзбен іздеп көріңіз.")).toBeVisible();
  await page.getByRole("button", { name: "Барлығын көрсету" }).click();
  await expect.element(page.getByRole("heading", { name: "Жұмыс тәртібі" })).toBeVisible();
  await field.fill("флешка usb");
  await expect.element(page.getByText("Ештеңе табылмады. Басқа сөзбен іздеп көріңіз.")).toBeVisible();
  await field.fill("құлып");
  await expect.element(page.getByText(/^Табылды: \d+$/u)).toBeVisible();
});

it("opens in place by the keyboard and folds again", async () => {
  showApp(createFakeTablet().api, { at: "/help" });
  const row = page.getByRole("button", { name: "Кейінге қалдыру", exact: true });
  await expect.element(row).toHaveAttribute("aria-expanded", "false");
  const button = row.element();
  if (!(button instanceof HTMLElement)) throw new Error("the row is no element");
  button.focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(row).toHaveAttribute("aria-expanded", "true");
  await expect.element(page.getByText(/Берілген жауаптар сақталады/u)).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await expect.element(row).toHaveAttribute("aria-expanded", "false");
});

it("is opened from the ? of a question at that question, and leads back to it", async () => {
  const { history } = showApp(createFakeTablet({ rows: rows({ "being-filled": 1 }) }).api, {
    at: "/interview/line-00000000000000001",
  });
  await page.getByRole("button", { name: "Түсіндірме" }).first().click();
  await page.getByRole("link", { name: "Барлық түсіндірмелер" }).click();
  await expect.element(page.getByRole("button", { name: /^L04 / })).toHaveAttribute("aria-expanded", "true");
  await expect.element(page.getByRole("button", { name: /^L04 / })).toHaveFocus();
  await page.getByRole("link", { name: "Сауалға оралу" }).click();
  expect(history().at(-1)).toBe("/interview/line-00000000000000001?at=L04");
});

it("takes from its address what it wrote itself and nothing else", () => {
  const search = (path: string, line: string): string => helpAddress(path, line).replace("/help?", "");
  expect(parseHelpAddress(search("P21[2].level", "line-1"))).toEqual({
    question: "P21",
    article: null,
    back: "/interview/line-1?at=P21%5B2%5D.level",
  });
  expect(parseHelpAddress("")).toEqual({ question: null, article: null, back: null });
  expect(parseHelpAddress(search("P05", "../../console"))).toEqual({ question: "P05", article: null, back: null });
  expect(parseHelpAddress(search("nothing", "line-1"))).toEqual({
    question: null,
    article: null,
    back: "/interview/line-1",
  });
  expect(parseHelpAddress("article=clock").article).toBe("clock");
  expect(parseHelpAddress("article=../clock").article).toBeNull();
});

it("names the Department's phone, leads to the practice, and shows a screen without people to read out", async () => {
  const { history } = showApp(createFakeTablet({ rows: rows({ accepted: 2, ready: 3 }) }).api, { at: "/help" });
  await expect.element(page.getByText("Департаменттің телефоны: +7 7242 00 00 00")).toBeVisible();
  await page.getByRole("button", { name: "Экранды көрсету" }).click();
  const dialog = page.getByRole("dialog");
  await expect.element(dialog.getByText("Планшет нөмірі")).toBeVisible();
  const told = dialog.element().textContent;
  expect(told).toContain("Дайын, тек осы планшетте3");
  expect(told).toContain("Департамент қабылдады2");
  expect(told).not.toContain("балалар үйі");
  expect(told).not.toContain("Сұлтанбекова");
  await page.getByRole("button", { name: "Жабу" }).click();
  await page.getByRole("button", { name: "Жаттығу режимі" }).click();
  expect(history().at(-1)).toBe("/practice");
});

it("says how to set a clock that is wrong, from the warning itself", async () => {
  const { api } = createFakeTablet();
  const status = await api.readStatus();
  const wrong = { ...status, clock: { skewMs: 600_000, verdict: "warn" } } as typeof status;
  showApp({ ...api, readStatus: async () => wrong });
  await page.getByRole("link", { name: "Уақытты түзету жолы" }).click();
  await expect.element(page.getByText("Автоматты уақытты қосыңыз.", { exact: false })).toBeVisible();
});
