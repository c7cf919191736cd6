// The keys of the interview (ux 3.10) on its own screen, over the real questionnaire.
import { afterEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { InterviewEvent } from "#fieldwork";
import { chooseShortcuts } from "../../../src/app/theme/comfort.ts";
import type { FakeTablet } from "./support/fake-tablet.ts";
import { showQuestion } from "./support/render-interview.tsx";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

afterEach(() => localStorage.clear());

const at = { atMs: 1, by: "officer-1" } as const;
const chosen = (path: string, code: string): InterviewEvent => ({
  type: "answer-given",
  ...at,
  path,
  language: "kk",
  answer: { state: "answered", value: { kind: "code", code } },
});

/** The interview's screen at a question; where form F3 is asked, the first two answers are there. */
async function showAt(path: string, lock?: () => void): Promise<FakeTablet> {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  if (path !== "L04") await tablet.api.recordEvents(lineId, [chosen("L04", "1"), chosen("L07", "3")]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=${path}`);
  showScreen(tablet, `/interview/${lineId}`, lock);
  await expect.poll(activePath).toBe(path);
  return tablet;
}

function activePath(): string | null {
  return document.querySelector("[data-active]")?.getAttribute("data-path") ?? null;
}

const keyList = () => page.getByRole("dialog", { name: "Пернелер" });

// First in the file: the page remembers that a keyboard was used.
it("speaks of keys in a question's explanation only once a keyboard was used", async () => {
  await showAt("P07");
  await page.getByRole("button", { name: "Түсіндірме" }).first().click();
  const way = page.getByRole("button", { name: "Пернелер тізімі" });
  await expect.element(page.getByRole("link", { name: "Барлық түсіндірме" })).toBeVisible();
  await expect.element(way).not.toBeInTheDocument();
  await userEvent.keyboard("{Tab}");
  await way.click();
  await expect.element(keyList()).toBeVisible();
});

it.each(["{Enter}", "1"])("accepts what is proposed by %s and goes on", async (key) => {
  const tablet = await showAt("L04");
  await userEvent.keyboard(key);
  await expect.poll(activePath).toBe("L07");
  expect(tablet.events().at(-1)).toMatchObject({ path: "L04", answer: { state: "answered", origin: "default" } });
});

it("accepts by Enter also from the question itself, and goes on without by Alt+Enter", async () => {
  const tablet = await showAt("L04");
  const before = tablet.events().length;
  await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
  await expect.poll(activePath).toBe("L07");
  expect(tablet.events()).toHaveLength(before);
  await userEvent.keyboard("{Alt>}{Backspace}{/Alt}");
  await expect.poll(activePath).toBe("L04");
  document.querySelector<HTMLElement>('[data-path="L04"]')?.focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ path: "L04", answer: { origin: "default" } });
});

it("opens what is proposed by 2 for another answer, which the keys choose", async () => {
  const tablet = await showAt("L04");
  const before = tablet.events().length;
  await userEvent.keyboard("2");
  await expect.element(page.getByRole("radiogroup").first()).toHaveFocus();
  expect(tablet.events()).toHaveLength(before);
  await userEvent.keyboard("2");
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ path: "L04", answer: { value: { code: "2" } } });
});

it("accepts the proposals of several fields one after the other", async () => {
  const { store } = await showQuestion("L5", {
    "L5.a": { state: "proposed", value: { kind: "text", text: "аспаз" }, origin: "list" },
    "L5.b": { state: "proposed", value: { kind: "code", code: "1" }, origin: "list" },
  });
  document.querySelector<HTMLElement>("[data-proposed]")?.focus();
  await userEvent.keyboard("1");
  await expect.poll(() => store.question("L5.a").answer.state).toBe("answered");
  await expect.poll(() => document.activeElement?.hasAttribute("data-proposed")).toBe(true);
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => store.question("L5.b").answer.state).toBe("answered");
});

it("lists every key by ?, found by its place on the keyboard, and not while somebody types", async () => {
  await showAt("P07");
  // As a Russian layout gives the same key.
  window.dispatchEvent(new KeyboardEvent("keydown", { code: "Slash", key: ",", shiftKey: true, cancelable: true }));
  const list = keyList();
  await expect.element(list).toBeVisible();
  const keys = [...document.querySelectorAll("kbd")].map((key) => key.textContent);
  for (const key of [
    "1–9",
    "↑",
    "↓",
    "Enter",
    "Tab",
    "Esc",
    "Alt+Enter",
    "Alt+Backspace",
    "Alt+B",
    "F2",
    "F4",
    "F8",
    "F9",
  ]) {
    expect(keys).toContain(key);
  }
  await userEvent.keyboard("{Escape}");
  await expect.element(list).not.toBeInTheDocument();
  await userEvent.keyboard("{F2}");
  await expect.element(page.getByRole("textbox", { name: "Ескертпе" })).toHaveFocus();
  await userEvent.keyboard("?");
  await expect.element(page.getByRole("textbox", { name: "Ескертпе" })).toHaveValue("?");
  expect(document.querySelector("[role=dialog]")).toBeNull();
});

it("does nothing by single keys where they are switched off, and keeps the ordinary ones", async () => {
  chooseShortcuts("off");
  let locked = 0;
  const tablet = await showAt("L04", () => (locked += 1));
  const before = tablet.events().length;
  await userEvent.keyboard("1{F2}{F4}{F8}{F9}{Alt>}b{/Alt}{Alt>}{Enter}{/Alt}{Alt>}{Backspace}{/Alt}?");
  expect(locked).toBe(0);
  expect(tablet.events()).toHaveLength(before);
  expect(activePath()).toBe("L04");
  expect(document.querySelector("[role=dialog], textarea")).toBeNull();
  await userEvent.keyboard("{Enter}");
  await expect.poll(activePath).toBe("L07");
  await userEvent.keyboard("1");
  expect(tablet.events().at(-1)).toMatchObject({ path: "L04" });
  await userEvent.keyboard("{ArrowDown}{ArrowDown} ");
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ path: "L07" });
});

it("leads by Alt+B to the section that is being asked", async () => {
  await showAt("P06");
  await userEvent.keyboard("{Alt>}b{/Alt}");
  await expect.poll(() => document.activeElement?.getAttribute("aria-current")).toBe("true");
  expect(document.activeElement?.textContent).toContain("Туған жері");
});

it("leads by Alt+B to the button of the sections where it stands alone", async () => {
  await page.viewport(800, 1280);
  await showAt("P06");
  await userEvent.keyboard("{Alt>}b{/Alt}");
  await expect.poll(() => document.activeElement?.hasAttribute("data-section-toggle")).toBe(true);
});

it("closes a note by Escape and keeps what is written, and closes an explanation", async () => {
  const tablet = await showAt("P07");
  const asked = page.getByRole("region", { name: "Азаматтығыңыз қандай?" });
  await userEvent.keyboard("{F2}");
  await page.getByRole("textbox", { name: "Ескертпе" }).fill("Құжатын ертең әкеледі");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("textbox", { name: "Ескертпе" })).not.toBeInTheDocument();
  await expect.element(asked.getByRole("button", { name: "Ескертпе жазу" })).toHaveFocus();
  await expect
    .poll(() => tablet.events().at(-1))
    .toMatchObject({ type: "note-written", path: "P07", text: "Құжатын ертең әкеледі" });
  const help = asked.getByRole("button", { name: "Түсіндірме" });
  await help.click();
  await expect.element(help).toHaveAttribute("aria-expanded", "true");
  await userEvent.keyboard("{Escape}");
  await expect.element(help).toHaveAttribute("aria-expanded", "false");
  await expect.element(help).toHaveFocus();
});

it("leaves the question alone while a long list stands over it", async () => {
  await showAt("P06");
  await page.getByRole("button", { name: "Басқа ел" }).first().click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await userEvent.keyboard("{F2}{Alt>}{Backspace}{/Alt}");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  expect(activePath()).toBe("P06");
  expect(document.querySelector("textarea")).toBeNull();
});
