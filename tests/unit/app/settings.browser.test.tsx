import { cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { chooseLocale } from "../../../src/app/i18n/index.ts";
import { showComfort } from "../../../src/app/theme/comfort.ts";
import { createFakeTablet, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const root = document.documentElement;
afterEach(() => {
  localStorage.clear();
  showComfort();
});

const px = (value: string): number => Number(value.replace("px", ""));

it("is one tap from Home, and Home one tap from it", async () => {
  const { history } = showApp(createFakeTablet().api);
  await page.getByRole("link", { name: "Баптаулар" }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Баптаулар" })).toBeInTheDocument();
  await page.getByRole("link", { name: "Басты бет" }).click();
  expect(history()).toEqual(["/", "/settings", "/"]);
});

it("puts the chosen theme on the page at once", async () => {
  showApp(createFakeTablet().api, { at: "/settings" });
  const choice = page.getByRole("radiogroup", { name: "Көрініс" });
  for (const [word, theme] of [
    ["Түнгі", "night"],
    ["Күн астында", "sun"],
    ["Күндізгі", "day"],
  ] as const) {
    await choice.getByRole("radio", { name: word }).click();
    expect(root.dataset["theme"]).toBe(theme);
  }
});

it("scales every text with the root, remembers the size and shows it before the next first paint", async () => {
  showComfort();
  showApp(createFakeTablet().api, { at: "/settings" });
  const heading = page.getByRole("heading", { name: "Мәтін өлшемі" });
  const button = page.getByRole("button", { name: "Құлып" });
  await expect.element(heading).toBeVisible();
  const sizesNow = () =>
    [heading, button].map((locator) => {
      const { fontSize, lineHeight } = getComputedStyle(locator.element());
      return [px(fontSize), px(lineHeight)];
    });
  const whole = sizesNow();
  await page.getByRole("radio", { name: "150 %" }).click();
  expect(root.dataset["text"]).toBe("150");
  expect(sizesNow()).toEqual(whole.map((sizes) => sizes.map((size) => size * 1.5)));

  delete root.dataset["text"];
  showComfort();
  expect(root.dataset["text"]).toBe("150");
});

it("mirrors what the writing hand covers, and remembers it", async () => {
  showApp(createFakeTablet().api, { at: "/settings" });
  await page.getByRole("radio", { name: "Сол қол" }).click();
  expect(root.dataset["hand"]).toBe("left");
  expect(getComputedStyle(root).getPropertyValue("--hand-row")).toBe("row-reverse");
  delete root.dataset["hand"];
  showComfort();
  expect(root.dataset["hand"]).toBe("left");
  await page.getByRole("radio", { name: "Оң қол" }).click();
  expect(getComputedStyle(root).getPropertyValue("--hand-row")).toBe("row");
});

it("switches single keys off and on, remembers it, and lists those that are left", async () => {
  let locked = 0;
  showApp(createFakeTablet().api, { at: "/settings", actions: { lock: () => (locked += 1) } });
  const choice = page.getByRole("radiogroup", { name: "Жылдам пернелер" });
  await expect.element(choice.getByRole("radio", { name: "Қосулы" })).toBeChecked();
  await choice.getByRole("radio", { name: "Өшірулі" }).click();
  await userEvent.keyboard("{F8}");
  expect(locked).toBe(0);
  await page.getByRole("button", { name: "Пернелер тізімі" }).click();
  const list = page.getByRole("dialog", { name: "Пернелер" });
  await expect.element(list.getByText(/^Жылдам пернелер өшірулі/)).toBeVisible();
  await expect.element(list.getByText("Enter", { exact: true })).toBeVisible();
  await expect.element(list.getByText("F8", { exact: true })).not.toBeInTheDocument();
  await list.getByRole("button", { name: "Жабу" }).click();
  await choice.getByRole("radio", { name: "Қосулы" }).click();
  await userEvent.keyboard("{F8}");
  expect(locked).toBe(1);
});

it("puts the main action to the left and the sections to the right for the left hand", async () => {
  localStorage.setItem("sanaq-hand", "left");
  showComfort();
  showApp(createFakeTablet({ rows: rows({ "being-filled": 1 }) }).api, { at: "/interview/line-00000000000000001" });
  await expect.element(page.getByRole("button", { name: "Тексеру", exact: true })).toBeVisible();
  const leftOf = (name: string): number =>
    page.getByRole("button", { name, exact: true }).element().getBoundingClientRect().left;
  expect(leftOf("Тексеру")).toBeLessThan(leftOf("Кейінге қалдыру"));
  expect(leftOf("Кейінге қалдыру")).toBeLessThan(leftOf("Артқа"));
  const sections = document.querySelector("aside")?.getBoundingClientRect();
  expect(sections?.right).toBe(window.innerWidth);

  // The Tab key goes where the eye goes: the question, the sections beside it, the bar from its main action on.
  const focused = (): string => document.activeElement?.textContent ?? "";
  page.getByRole("button", { name: "Бас тартты" }).last().element().focus();
  const onTheWay: string[] = [];
  while (focused() !== "Артқа" && onTheWay.length < 40) {
    await userEvent.keyboard("{Tab}");
    onTheWay.push(focused());
  }
  const section = onTheWay.findIndex((name) => name.includes("қалды:"));
  expect(section, onTheWay.join(" | ")).toBeGreaterThan(-1);
  expect(onTheWay.slice(-3)).toEqual(["Тексеру", "Кейінге қалдыру", "Артқа"]);
  expect(section).toBeLessThan(onTheWay.length - 3);
});

it("leaves three quarters of the height to the questions at 200 % zoom", async () => {
  await page.viewport(640, 400);
  showApp(createFakeTablet({ rows: rows({ "being-filled": 1 }) }).api, { at: "/interview/line-00000000000000001" });
  const check = page.getByRole("button", { name: "Тексеру", exact: true });
  await expect.element(check).toBeVisible();
  const bar = check.element().closest("[class*=bottom]")?.parentElement;
  expect(bar?.getBoundingClientRect().height).toBeLessThan(400 / 4);
  expect(check.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(56);
  await page.viewport(1280, 800);
});

it("shows questions in a second language once one is chosen, and remembers it", async () => {
  const { unmount } = showApp(createFakeTablet().api, { at: "/settings" });
  const choice = page.getByRole("radiogroup", { name: "Сұрақты екі тілде көрсету" });
  await expect.element(choice.getByRole("radio", { name: "Жоқ" })).toBeChecked();
  await choice.getByRole("radio", { name: "Русский" }).click();
  await expect.element(choice.getByRole("radio", { name: "Русский" })).toBeChecked();
  // The interface's own language is another matter.
  expect(root.lang).toBe("kk");
  unmount();
  showApp(createFakeTablet().api, { at: "/settings" });
  await expect.element(choice.getByRole("radio", { name: "Русский" })).toBeChecked();
});

it("changes the interface's language in place", async () => {
  showApp(createFakeTablet().api, { at: "/settings" });
  await page.getByRole("radiogroup", { name: "Интерфейс тілі" }).getByRole("radio", { name: "Русский" }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Настройки" })).toBeInTheDocument();
  expect(root.lang).toBe("ru");
});

it("says what kind of institution this is and what to keep in mind there", async () => {
  showApp(createFakeTablet().api, { at: "/settings" });
  const cautions = page.getByRole("region", { name: "Осы мекемеде ескеріңіз" });
  await expect.element(cautions.getByText("спорттағы дарынды балаларға арналған мектеп-интернат")).toBeVisible();
  await expect.element(cautions.getByText("3 — уақытша тұрушы (ел ішінен)")).toBeVisible();
  await expect.element(cautions.getByText("Баланың тұрақты мекені — отбасының үйі.")).toBeVisible();
});

it("says which tablet, program and census form this is", async () => {
  showApp(createFakeTablet().api, { at: "/settings" });
  const about = page.getByRole("region", { name: "Осы планшет туралы" });
  await expect.element(about.getByText("0412", { exact: true })).toBeVisible();
  await expect.element(about.getByText("0.1.0")).toBeVisible();
  await expect.element(about.getByText(/^F1: \d+(?:, F\d: \d+)+$/u)).toBeVisible();
  await expect.element(about.getByText(/МБ \/ 300 МБ$/u)).toBeVisible();
});

it("goes by the keyboard: arrows choose inside a group", async () => {
  showApp(createFakeTablet().api, { at: "/settings" });
  const size = page.getByRole("radio", { name: "100 %" });
  await expect.element(size).toBeVisible();
  const input = size.element();
  if (!(input instanceof HTMLElement)) throw new Error("the radio button is no element");
  input.focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(root.dataset["text"]).toBe("110");
});

it.each(["kk", "ru", "en"] as const)("cuts nothing off at one and a half in %s, across and upright", async (lang) => {
  localStorage.setItem("sanaq-text-size", "150");
  showComfort();
  chooseLocale(lang);
  for (const at of ["/settings", "/", "/help", "/notes"]) {
    showApp(createFakeTablet().api, { at });
    for (const [width, height] of [
      [1280, 800],
      [800, 1280],
    ] as const) {
      await page.viewport(width, height);
      await expect.element(page.getByRole("heading", { level: 1 }).first()).toBeInTheDocument();
      expect(outside(), `${at} ${lang} ${width}`).toEqual([]);
    }
    cleanup();
  }
});

/** Controls and headings that reach beyond the window's sides, or whose text is wider than they are. */
function outside(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>("button, a, h1, h2, h3, label, dt, dd")]
    .filter((element) => element.offsetParent !== null && element.clientWidth > 1)
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > window.innerWidth + 1 || element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.innerText);
}
