// Who answered, told per section, and put right where it stands wrong (ux 3.9).
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { InterviewEvent, SourceOfAnswers } from "#fieldwork";
import { byAdministration, byRespondent } from "../../support/fieldwork/officer.ts";
import { chooseLocale } from "../../../src/app/i18n/index.ts";
import type { FakeTablet } from "./support/fake-tablet.ts";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

const at = { atMs: 1, by: "officer-1" } as const;
const byWord: SourceOfAnswers = { ...byAdministration, basis: "oral" };
const chosen = (path: string, code: string): InterviewEvent => ({
  type: "answer-given",
  ...at,
  path,
  language: "kk",
  answer: { state: "answered", value: { kind: "code", code } },
});
const changed = (source: SourceOfAnswers): InterviewEvent => ({ type: "source-changed", ...at, source });
const handedOver: readonly InterviewEvent[] = [chosen("P07", "1"), changed(byAdministration)];

/** The respondent said the category; then these events, and the interview stands at the question. */
async function begun(tablet: FakeTablet, events: readonly InterviewEvent[], path: string): Promise<string> {
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: byRespondent, language: "kk" });
  await tablet.api.recordEvents(lineId, [chosen("L04", "1"), chosen("L07", "3"), ...events]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=${path}`);
  return lineId;
}

const chip = page.getByRole("button", { name: /^Көзі:/ });
const section = (name: RegExp) => page.getByRole("navigation", { name: "Бөлімдер" }).getByRole("button", { name });
const eventsAfter = (tablet: FakeTablet, count: number) => tablet.events().slice(count);
const activePath = (): string | null => document.querySelector("[data-active]")?.getAttribute("data-path") ?? null;
const mixed = "Аралас: респонденттің өзі, әкімшілік (құжат)";

function rowOf(path: string, text: string): HTMLElement {
  const rows = [...document.querySelectorAll<HTMLElement>(`[data-path="${path}"] label`)];
  const found = rows.find((row) => row.innerText === text);
  if (found === undefined) throw new Error(`${path} offers no such answer`);
  return found;
}

it("says nothing beside the source where all answers are from it", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, [chosen("P07", "1")], "P08")}`);
  await expect.element(chip).toHaveAccessibleName("Көзі: Респонденттің өзі");
  expect(document.querySelector("nav")?.textContent).not.toContain("респонденттің өзі");
});

it("says of a section whose answers came from one, and then from several", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, handedOver, "P08")}`);
  await expect.element(chip).toHaveAccessibleName("Көзі: Мекеме әкімшілігі. Құжаттан. Осы бөлімде: респонденттің өзі");
  await expect.element(section(/Туған жері.*Көзі: респонденттің өзі$/)).toBeVisible();
  rowOf("P08", "Иә").click();
  await expect.element(chip).toHaveAccessibleName(`Көзі: Мекеме әкімшілігі. Құжаттан. ${mixed}`);
  await expect.element(chip).toHaveTextContent(mixed);
  await expect.element(section(/Туған жері/)).toHaveTextContent(mixed);
  // The section that is not begun is nobody's.
  await section(/Сәйкестендіру/).click();
  await expect.element(chip).toHaveAccessibleName("Көзі: Мекеме әкімшілігі. Құжаттан");
});

it("tells the administration's document from its word", async () => {
  const tablet = childrensHome();
  const events = [...handedOver, chosen("P07", "1"), changed(byWord), chosen("P08", "1")];
  showScreen(tablet, `/interview/${await begun(tablet, events, "P08")}`);
  await expect.element(chip).toHaveTextContent("Аралас: әкімшілік (құжат, ауызша)");
});

it("keeps the bar whole in portrait: one word is seen, all of it is heard", async () => {
  await page.viewport(800, 1280);
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, handedOver, "P08")}`);
  await expect.poll(activePath).toBe("P08");
  const heightOfBar = (): number => document.querySelector("header")?.getBoundingClientRect().height ?? 0;
  const before = heightOfBar();
  rowOf("P08", "Иә").click();
  await expect.element(chip).toHaveAccessibleName(`Көзі: Мекеме әкімшілігі. Құжаттан. ${mixed}`);
  const element = chip.element();
  if (!(element instanceof HTMLElement)) throw new Error("the chip is no element");
  expect(element.innerText).toContain("Аралас");
  expect(element.innerText).not.toContain("респонденттің");
  expect(heightOfBar()).toBe(before);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(800);
});

it("keeps the bar of a wide screen in one row too, in the language with the longest words", async () => {
  chooseLocale("ru");
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, handedOver, "P08")}`);
  await expect.poll(activePath).toBe("P08");
  rowOf("P08", "Иә").click();
  const inRussian = page.getByRole("button", { name: /^Источник:/ });
  await expect.element(inRussian).toHaveTextContent("Смешанный: респондент, администрация (документ)");
  expect(document.querySelector("header")?.getBoundingClientRect().height).toBeLessThan(80);
});

it("names three or more where there is room: in the dialog", async () => {
  const tablet = childrensHome();
  const third: readonly InterviewEvent[] = [changed({ kind: "family" }), chosen("P12", "2")];
  showScreen(tablet, `/interview/${await begun(tablet, [...handedOver, chosen("P08", "1"), ...third], "P12")}`);
  await expect.element(chip).toHaveAccessibleName(/Аралас: респонденттің өзі, әкімшілік \(құжат\), отбасы мүшесі$/);
  await expect.element(chip).toHaveTextContent(/Аралас$/);
  await chip.click();
  await expect
    .element(page.getByText(/респонденттің өзі: 1 · әкімшілік \(құжат\): 1 · отбасы мүшесі: 1/))
    .toBeVisible();
});

it("tells the sources of the whole form at the check, and marks what is read back from another", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet, [...handedOver, chosen("P08", "1")], "P08");
  showScreen(tablet, `/interview/${lineId}/check`);
  await expect.element(chip).toHaveAccessibleName(`Көзі: Мекеме әкімшілігі. Құжаттан. ${mixed}`);
  await page.getByRole("button", { name: "Оқып беру түрінде көрсету" }).click();
  const sentence = (words: string) => page.getByText(words).element().closest("p")?.textContent;
  expect(sentence("Бұл адамның азаматтығы қандай?")).toContain("Көзі: респонденттің өзі");
  expect(sentence("Бұл адам осы елді мекенде туғаннан бері үздіксіз тұра ма?")).not.toContain("Көзі");
  // Corrected section by section, where the answers are in sight.
  await chip.click();
  await expect
    .element(page.getByText("Осы парақтағы жауаптардың көзі: респонденттің өзі: 3 · әкімшілік (құжат): 1"))
    .toBeVisible();
  expect(page.getByRole("checkbox").elements()).toEqual([]);
});

it("marks nothing in the read-back of a form with one source", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet, [chosen("P07", "1")], "P08");
  showScreen(tablet, `/interview/${lineId}/check`);
  await page.getByRole("button", { name: "Оқып беру түрінде көрсету" }).click();
  const list = page.getByRole("region", { name: "Барлық жауап" });
  await expect.element(list.getByText("Азаматтығыңыз қандай?")).toBeVisible();
  await expect.element(list).not.toHaveTextContent("Көзі:");
});

it("corrects the source of the section's answers when it is asked to, and keeps it over a reload", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet, [chosen("P07", "1")], "P08");
  const { unmount } = showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P08");
  rowOf("P08", "Иә").click();
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ path: "P08" });
  const count = tablet.events().length;
  await chip.click();
  const apply = page.getByRole("checkbox", { name: "Осы бөлімде берілген жауаптарға да қолдану: 2" });
  await expect.element(apply).not.toBeChecked();
  expect(apply.element().closest("label")?.getBoundingClientRect().height).toBeGreaterThanOrEqual(56);
  await apply.click();
  await page.getByRole("button", { name: "Мекеме әкімшілігі", exact: true }).click();
  await page.getByRole("button", { name: "Денсаулығына байланысты" }).click();
  await expect
    .poll(() => eventsAfter(tablet, count))
    .toMatchObject([
      { type: "source-changed", source: byAdministration },
      { type: "answers-source-corrected", paths: ["P07", "P08"], source: byAdministration },
    ]);
  await expect.element(chip).toHaveAccessibleName("Көзі: Мекеме әкімшілігі. Құжаттан");
  unmount();
  showScreen(tablet, `/interview/${lineId}`);
  await expect.element(chip).toHaveAccessibleName("Көзі: Мекеме әкімшілігі. Құжаттан");
  // The other section was not touched.
  await section(/Санаты.*Көзі: респонденттің өзі/).click();
  await expect.element(chip).toHaveAccessibleName(/Осы бөлімде: респонденттің өзі$/);
});

it("leaves the given answers alone where the box is not ticked, and begins unticked each time", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, [chosen("P07", "1")], "P08")}`);
  await chip.click();
  await page.getByRole("checkbox").click();
  await userEvent.keyboard("{Escape}");
  await chip.click();
  await expect.element(page.getByRole("checkbox")).not.toBeChecked();
  await page.getByRole("button", { name: "Отбасы мүшесі" }).click();
  await expect.element(chip).toHaveAccessibleName("Көзі: Отбасы мүшесі. Осы бөлімде: респонденттің өзі");
  expect(tablet.events().filter(({ type }) => type === "answers-source-corrected")).toEqual([]);
});

it("corrects earlier answers to the source in force", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, [...handedOver, chosen("P08", "1")], "P08")}`);
  await chip.click();
  await expect
    .element(page.getByText("Осы бөлімдегі жауаптардың көзі: респонденттің өзі: 1 · әкімшілік (құжат): 1"))
    .toBeVisible();
  await page.getByRole("checkbox", { name: /: 2$/ }).click();
  await page.getByRole("button", { name: "Денсаулығына байланысты" }).click();
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ type: "answers-source-corrected", paths: ["P07"] });
  await expect.element(chip).toHaveAccessibleName("Көзі: Мекеме әкімшілігі. Құжаттан");
});

it("keeps the box in sight at 200 % zoom, and hides under it nothing that has the focus", async () => {
  await page.viewport(640, 400);
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, [...handedOver, chosen("P08", "1")], "P08")}`);
  await chip.click();
  const box = page.getByRole("checkbox");
  await expect.element(box).toBeVisible();
  const label = box.element().closest("label");
  const buttons = page.getByRole("dialog").getByRole("button").elements();
  expect(buttons.length).toBeGreaterThan(8);
  for (const button of [...buttons, ...buttons.toReversed()]) {
    if (button instanceof HTMLElement) button.focus();
    const { top, bottom } = button.getBoundingClientRect();
    expect(top, button.textContent).toBeGreaterThanOrEqual(label?.getBoundingClientRect().bottom ?? 400);
    expect(bottom, button.textContent).toBeLessThanOrEqual(400);
  }
  await expect.element(box).toBeInViewport({ ratio: 1 });
});

it("has no box in a section without answers", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, [], "P08")}`);
  await chip.click();
  await expect.element(page.getByRole("button", { name: "Отбасы мүшесі" })).toBeVisible();
  expect(page.getByRole("checkbox").elements()).toEqual([]);
});

it.each([
  ["a tap on its row", async () => rowOf("P07", "Қазақстан Республикасы").click()],
  ["Space", async () => userEvent.keyboard(" ")],
  ["its number", async () => userEvent.keyboard("1")],
  ["Enter", async () => userEvent.keyboard("{Enter}")],
])("records the chosen answer again under the new source by %s, and only once", async (_way, choose) => {
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, handedOver, "P07")}`);
  await expect.poll(activePath).toBe("P07");
  const radio = document.querySelector<HTMLElement>('[data-path="P07"] input:checked');
  radio?.focus();
  const count = tablet.events().length;
  await choose();
  await expect
    .poll(() => eventsAfter(tablet, count))
    .toMatchObject([{ path: "P07", answer: { value: { code: "1" } } }]);
  await expect.element(chip).toHaveAccessibleName("Көзі: Мекеме әкімшілігі. Құжаттан");
  if (activePath() === "P07") {
    await choose();
    expect(eventsAfter(tablet, count)).toHaveLength(1);
  }
});

it("records nothing when what is chosen is chosen again under the same source", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/interview/${await begun(tablet, [chosen("P07", "1")], "P07")}`);
  await expect.poll(activePath).toBe("P07");
  const count = tablet.events().length;
  rowOf("P07", "Қазақстан Республикасы").click();
  document.querySelector<HTMLElement>('[data-path="P07"] input:checked')?.focus();
  await userEvent.keyboard(" 1{Enter}");
  await expect.poll(activePath).not.toBe("P07");
  expect(tablet.events()).toHaveLength(count);
});
