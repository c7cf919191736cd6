import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { InterviewEvent } from "#fieldwork";
import type { FakeTablet } from "./support/fake-tablet.ts";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

const at = { atMs: 1, by: "officer-1" } as const;
const chosen = (path: string, code: string): InterviewEvent => ({
  type: "answer-given",
  ...at,
  path,
  language: "kk",
  answer: { state: "answered", value: { kind: "code", code } },
});

/** An interview with the respondent, the category and the earlier enumeration said: form F3 is open. */
async function begun(tablet: FakeTablet, language: "kk" | "ru" = "kk"): Promise<string> {
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language });
  await tablet.api.recordEvents(lineId, [chosen("L04", "1"), chosen("L07", "3")]);
  return lineId;
}

function blockTop(path: string): number {
  return document.querySelector(`[data-path="${path}"]`)?.getBoundingClientRect().top ?? Number.NaN;
}

function activePath(): string | null {
  return document.querySelector("[data-active]")?.getAttribute("data-path") ?? null;
}

it("starts with one tap on who answers, showing whose form it is and what to read aloud", async () => {
  const tablet = childrensHome();
  const { history } = showScreen(tablet, `/start/${lineIdOf(tablet, 1)}`);
  await expect.element(page.getByText("№ 1 · Ахметова Айгүл Серікқызы")).toBeVisible();
  await expect.element(page.getByText("Жауаптарыңыз құпия сақталады.")).toBeVisible();
  await page.getByRole("button", { name: "Респонденттің өзі" }).click();
  await expect
    .element(page.getByRole("heading", { name: "Санақ сәтінде Сіздің санатыңыз қандай болды?" }))
    .toBeVisible();
  expect(tablet.events()[0]).toMatchObject({
    type: "interview-started",
    source: { kind: "respondent" },
    language: "kk",
  });
  expect(history().at(-1)).toBe(`/interview/${lineIdOf(tablet, 1)}`);
});

it("lets the administration answer only with a reason, and then asks about the person", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/start/${lineIdOf(tablet, 1)}`);
  await page.getByRole("button", { name: "Русский" }).click();
  await page.getByRole("button", { name: "Мекеме әкімшілігі" }).click();
  expect(tablet.events()).toEqual([]);
  // The reason is the last tap: its group says what it is taken down with.
  await expect.element(page.getByRole("group", { name: /^Негізі: құжат\./u })).toBeVisible();
  await page.getByRole("button", { name: "Ауызша" }).click();
  await expect.element(page.getByRole("group", { name: /^Негізі: ауызша\./u })).toBeVisible();
  await page.getByRole("button", { name: "Денсаулығына байланысты" }).click();
  await expect.element(page.getByText("Мекеме әкімшілігі")).toBeVisible();
  expect(tablet.events()[0]).toMatchObject({
    source: { kind: "administration", basis: "oral", reason: "health" },
    language: "ru",
  });
});

it("goes to the next question by one tap, once the answer is on disk, and brings it to the fixed line", async () => {
  const tablet = childrensHome();
  const lineId = lineIdOf(tablet, 1);
  await tablet.api.openInterview(lineId, { source: { kind: "respondent" }, language: "kk" });
  showScreen(tablet, `/interview/${lineId}`);
  await page.getByRole("button", { name: "Дұрыс" }).click();
  await expect.poll(activePath).toBe("L07");
  await expect.poll(() => Math.round(blockTop("L07"))).toBe(168);
  expect(tablet.events().at(-1)).toMatchObject({ path: "L04", answer: { state: "answered", origin: "default" } });
  await expect.element(page.getByText(/^Осы планшетте сақталды · \d\d:\d\d$/)).toBeVisible();
});

it("opens form F3 section by section, with what is left in words", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  showScreen(tablet, `/interview/${lineId}`);
  const sections = page.getByRole("navigation", { name: "Бөлімдер" });
  await expect.element(sections.getByRole("button", { name: /Санаты.*толық/ })).toBeVisible();
  await expect.element(sections.getByRole("button", { name: /Сәйкестендіру.*қалды: \d/ })).toBeVisible();
  await page.getByRole("button", { name: "ЖСН жоқ" }).click();
  await expect.poll(activePath).toBe("P01.1");
  await expect.element(page.getByText("+1: Сәйкестендіру")).toBeVisible();
});

it("does not run away when an answered question is changed", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=L07`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("L07");
  await page.getByText("Иә, онлайн — хабарлама нөмірі бар").click();
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ path: "L07", answer: { value: { code: "1" } } });
  expect(activePath()).toBe("L07");
  await page.getByRole("button", { name: "Дайын" }).first().click();
  await expect.poll(activePath).toBe("L07.number");
});

it("switches the language of the question in its place, by one tap or by F9", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P01`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(() => Math.round(blockTop("P01"))).toBe(168);
  await page.getByRole("button", { name: "Русский" }).click();
  await expect
    .element(page.getByRole("heading", { name: "Укажите Ваш индивидуальный идентификационный номер (ИИН)." }))
    .toBeVisible();
  expect(Math.round(blockTop("P01"))).toBe(168);
  await userEvent.keyboard("{F9}");
  await expect.element(page.getByRole("heading", { name: /individual identification number/ })).toBeVisible();
  await expect
    .poll(() => tablet.events().filter(({ type }) => type === "language-changed"))
    .toMatchObject([{ language: "ru" }, { language: "en" }]);
});

it("keeps the question where it stands when the words above it change", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=L07`);
  showScreen(tablet, `/interview/${lineId}`);
  /** To a pixel: the page scrolls by whole ones. */
  const fromTheLine = (): number => Math.abs(blockTop("L07") - 168);
  await expect.poll(fromTheLine).toBeLessThanOrEqual(1);
  for (const [language, words] of [
    ["English", /already been enumerated/],
    ["Русский", /перепись ранее/],
    ["Қазақша", /бұрын санақтан/],
  ] as const) {
    await page.getByRole("button", { name: language }).click();
    await expect.element(page.getByRole("heading", { name: words }).first()).toBeVisible();
    expect(fromTheLine()).toBeLessThanOrEqual(1);
  }
});

it("reminds beside the question what may not be guessed while the administration answers", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P16`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P16");
  expect(document.querySelector("[data-path=P16]")?.textContent).not.toContain("құжат бойынша");
  await page.getByRole("button", { name: /^Көзі/ }).click();
  await page.getByRole("button", { name: "Мекеме әкімшілігі" }).click();
  await page.getByRole("button", { name: "Сөйлесе алмайды" }).click();
  await expect.poll(() => document.querySelector("[data-path=P16]")?.textContent).toContain("құжат бойынша");
});

it("changes the source by three taps and asks in the third person from then on", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet, "ru");
  showScreen(tablet, `/interview/${lineId}`);
  await page.getByRole("button", { name: /^Көзі/ }).click();
  await page.getByRole("button", { name: "Мекеме әкімшілігі" }).click();
  await page.getByRole("button", { name: "Сөйлесе алмайды" }).click();
  await expect.element(page.getByRole("heading", { name: /этого человека/ }).first()).toBeVisible();
  await expect
    .poll(() => tablet.events().at(-1))
    .toMatchObject({
      type: "source-changed",
      source: { kind: "administration", reason: "cannot-communicate" },
    });
});

it("says beside the answer what the administration's word cannot tell, and takes it from a document", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  const give = (path: string, code: string) =>
    ({
      type: "answer-given",
      ...at,
      path,
      language: "kk",
      answer: { state: "answered", value: { kind: "code", code } },
    }) as const;
  const source = { kind: "administration", basis: "oral", reason: "cannot-communicate" } as const;
  await tablet.api.recordEvents(lineId, [
    give("L04", "1"),
    give("L07", "3"),
    { type: "source-changed", ...at, source },
    give("P15", "001"),
  ]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P15`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P15");
  const objection = page.getByText(/Әйтпесе «Білмейді» деп белгілеңіз\.$/u);
  await expect.element(objection).toBeVisible();
  await page.getByRole("button", { name: /^Көзі/ }).click();
  await page.getByRole("button", { name: "Құжаттан" }).click();
  await page.getByRole("button", { name: "Сөйлесе алмайды" }).click();
  // The word was given by mouth; what is given now is from the document.
  await expect.element(objection).toBeVisible();
  const frequent = page.getByRole("group", { name: "Жиі таңдалатын" });
  await frequent.getByRole("button", { name: "қазақ", exact: true }).first().click();
  await expect.element(objection).not.toBeInTheDocument();
});

it("asks which document says so where the date of birth is not that of the list, and one tap keeps it", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  const date = { year: 2014, month: 11, day: 4 };
  const answer = { state: "answered", value: { kind: "date", date } } as const;
  await tablet.api.recordEvents(lineId, [{ type: "answer-given", ...at, path: "P05", language: "kk", answer }]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P05`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P05");
  const asked = page.getByText(/^Туған күні: 04\.11\.2014\. Тізімде: [\d.]+\. Қай құжат бойынша\? Жауап дұрыс па\?$/u);
  await expect.element(asked).toBeVisible();
  await page.getByRole("button", { name: "Иә, дұрыс" }).click();
  await expect.element(page.getByText("Расталды: жауап дұрыс")).toBeVisible();
});

it("comes back to the question after the last answer", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  await tablet.api.recordEvents(lineId, [
    { type: "answer-given", ...at, path: "P01", language: "kk", answer: { state: "alternative", code: "0" } },
  ]);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P01.1");
});

it("stops at a question whose answer could not be written, keeps the answer and writes it on request", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P07`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P07");
  tablet.breakWrites(true);
  await page.getByText("Басқа мемлекет").click();
  await expect.element(page.getByText("✕ Жауап жазылмады. Енгізілген дерек осы бетте сақтаулы.")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Келесі бөлім" })).toBeDisabled();
  expect(document.querySelector("[data-path=P08]")?.hasAttribute("inert")).toBe(true);
  await expect.element(page.getByRole("radio", { name: "Басқа мемлекет" })).toBeChecked();
  tablet.breakWrites(false);
  await page.getByRole("button", { name: "Қайта жазып көру" }).click();
  await expect.element(page.getByText(/^Осы планшетте сақталды/)).toBeVisible();
  expect(tablet.events().at(-1)).toMatchObject({ path: "P07", answer: { value: { code: "2" } } });
  expect(document.querySelector("[data-path=P08]")?.hasAttribute("inert")).toBe(false);
});

it("has sunlight and the lock over a long list too, by their buttons and by F8", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P06`);
  let locked = 0;
  showScreen(tablet, `/interview/${lineId}`, () => (locked += 1));
  await expect.poll(activePath).toBe("P06");
  await page.getByRole("button", { name: "Басқа ел" }).first().click();
  const list = page.getByRole("dialog", { name: "Ел" });
  const sun = list.getByRole("button", { name: "Күн астында" });
  await sun.click();
  await expect.element(sun).toHaveAttribute("aria-pressed", "true");
  await sun.click();
  await list.getByRole("button", { name: "Құлып" }).click();
  await userEvent.keyboard("{F8}");
  expect(locked).toBe(2);
});

it("covers a protected institution from a long list too, and comes back to the question", async () => {
  const tablet = childrensHome(true);
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P06`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P06");
  await page.getByRole("button", { name: "Басқа ел" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Экранды жасыру" }).click();
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Жалғастыру", exact: true }).click();
  // The first cover without a PIN offers one.
  await page.getByRole("dialog").getByRole("button", { name: "Жабу" }).click();
  await expect.element(page.getByRole("button", { name: "Басқа ел" }).first()).toBeVisible();
});

it("keeps the lock in sight when a zoomed page is scrolled, and room for the question", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P06`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P06");
  await page.viewport(640, 400);
  window.scrollTo(0, 500);
  await expect.poll(() => window.scrollY).toBeGreaterThan(300);
  const lock = page.getByRole("button", { name: "Құлып" }).element().getBoundingClientRect();
  expect(lock.top).toBeGreaterThanOrEqual(0);
  const bar = page.getByRole("banner").element().getBoundingClientRect();
  const actions = page.getByRole("button", { name: "Артқа", exact: true }).element().getBoundingClientRect();
  expect(actions.top - bar.bottom).toBeGreaterThan(200);
});

it("has a wide main action, and 12 px between the tools of a question and between the languages", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  showScreen(tablet, `/interview/${lineId}`);
  const next = page.getByRole("button", { name: "Келесі бөлім", exact: true });
  await expect.element(next).toBeVisible();
  expect(next.element().getBoundingClientRect().width).toBeGreaterThanOrEqual(240);
  for (const names of [
    ["Түсіндірме", "Ескертпе жазу", "Тексеруге белгілеу"],
    ["Қазақша", "Русский", "English"],
  ]) {
    const places = names.map((name) => page.getByRole("button", { name }).first().element().getBoundingClientRect());
    for (const [index, { left }] of places.slice(1).entries()) {
      expect(Math.round(left - (places[index]?.right ?? 0))).toBeGreaterThanOrEqual(12);
    }
  }
});

it("keeps a note and a flag with their question", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P01");
  await userEvent.keyboard("{F2}");
  const note = page.getByRole("textbox", { name: "Ескертпе" });
  await expect.element(note).toHaveFocus();
  await note.fill("ә".repeat(1001));
  await expect.element(page.getByText("Мәтін орны толды, артығы алынбады. Таңба: 1000")).toBeVisible();
  await note.fill("Құжатын ертең әкеледі");
  await page.getByRole("button", { name: "Ескертпені жазып қою" }).click();
  await expect.element(page.getByRole("button", { name: "Ескертпе жазу" }).first()).toHaveFocus();
  await page.getByRole("button", { name: "Тексеруге белгілеу" }).first().click();
  await expect
    .poll(() => tablet.events().slice(-2))
    .toMatchObject([
      { type: "note-written", path: "P01", text: "Құжатын ертең әкеледі" },
      { type: "question-flagged", path: "P01", on: true },
    ]);
});

it("shows on a folded answer that it is flagged and has a note, and lets both be done there", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=L07`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("L07");
  const folded = page.elementLocator(document.querySelector("[data-path=L04]") ?? document.body);
  await expect.element(folded.getByText("Тексеруге белгіленген")).not.toBeInTheDocument();
  await folded.getByRole("button", { name: "Тексеруге белгілеу" }).click();
  await expect.element(folded.getByText("Тексеруге белгіленген")).toBeVisible();
  await folded.getByRole("button", { name: "Ескертпе жазу" }).click();
  await folded.getByRole("textbox", { name: "Ескертпе" }).fill("Құжаты бар");
  await folded.getByRole("button", { name: "Ескертпені жазып қою" }).click();
  await expect.element(folded.getByText("Ескертпе бар")).toBeVisible();
  // The answer is still folded, and the question that is asked is the same.
  await expect.element(folded.getByRole("button", { name: "Өзгерту" })).toBeVisible();
  expect(activePath()).toBe("L07");
  expect(tablet.events().slice(-2)).toMatchObject([
    { type: "question-flagged", path: "L04", on: true },
    { type: "note-written", path: "L04" },
  ]);
});

it("says in place of the tick how many parts of a folded question are left", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  const year: InterviewEvent = {
    type: "answer-given",
    ...at,
    path: "P12.1.year",
    language: "kk",
    answer: { state: "answered", value: { kind: "number", number: 2015 } },
  };
  await tablet.api.recordEvents(lineId, [chosen("P12", "1"), year]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P12`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P12");
  const folded = () => page.elementLocator(document.querySelector("[data-path='P12.1']") ?? document.body);
  await expect.element(folded().getByText("қалды: 1")).toBeVisible();
  await expect.element(folded().getByText("✓")).not.toBeInTheDocument();
  // P12 itself is whole: P12.1 is a question of its own.
  await page.getByRole("button", { name: "Келесі бөлім" }).click();
  await page.getByRole("button", { name: /Туған жері/u }).click();
  const whole = page.elementLocator(document.querySelector("[data-path=P12]") ?? document.body);
  await expect.element(whole.getByText("✓")).toBeVisible();
});

it("goes back to the last question of the section before, which is then the one being asked", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P15`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P15");
  await page.getByRole("button", { name: "Артқа" }).click();
  await expect.poll(activePath).toBe("P12");
  await expect.poll(() => Math.round(blockTop("P12"))).toBe(168);
});

it("asks another open question of the section when the one being asked is asked no more", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  await tablet.api.recordEvents(lineId, [
    {
      type: "answer-given",
      ...at,
      path: "P05",
      language: "kk",
      answer: { state: "answered", value: { kind: "date", date: { year: 1990, month: 3, day: 17 } } },
    },
  ]);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P14`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P14");
  await page.getByRole("button", { name: /^Көзі/ }).click();
  await page.getByRole("button", { name: "Мекеме әкімшілігі" }).click();
  await page.getByRole("button", { name: "Сөйлесе алмайды" }).click();
  // Plans are asked of the person alone.
  await expect.poll(() => document.querySelector("[data-path=P14]")).toBeNull();
  await expect.poll(activePath).toBe("P06");
});

it("paints only what an answer has changed", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P06`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P06");
  const touched = new Set<string>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const path = element?.closest("[data-path]")?.getAttribute("data-path");
      if (path) touched.add(path);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  await page.getByRole("button", { name: "Ресей" }).first().click();
  await expect.poll(activePath).toBe("P07");
  observer.disconnect();
  expect([...touched].toSorted()).toEqual(["P06", "P07"]);
});

it("goes on by Enter and back by Alt+Backspace", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P07`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P07");
  await userEvent.keyboard("1");
  expect(activePath()).toBe("P07");
  await userEvent.keyboard("{Enter}");
  await expect.poll(activePath).toBe("P08");
  await userEvent.keyboard("{Alt>}{Backspace}{/Alt}");
  await expect.poll(activePath).toBe("P07");
});

it("counts the tap on another question even though it folds the one above", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P07`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(activePath).toBe("P07");
  await userEvent.keyboard("1");
  await page.elementLocator(await optionOf("P08", "Жоқ")).click();
  await expect.poll(() => tablet.events().at(-1)).toMatchObject({ path: "P08", answer: { value: { code: "2" } } });
});

it("names nobody but by initials in the header of a protected institution", async () => {
  const tablet = childrensHome(true);
  const lineId = await begun(tablet);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.element(page.getByText("№ 1 · А. А. С.")).toBeVisible();
});

async function optionOf(path: string, text: string): Promise<Element> {
  const find = () =>
    [...document.querySelectorAll(`[data-path="${path}"] label`)].find((label) => label.textContent === text);
  await expect.poll(find).toBeDefined();
  const found = find();
  if (found === undefined) throw new Error(`${path} offers no such answer`);
  return found;
}

it("keeps the active question at its line when the tablet is turned", async () => {
  const tablet = childrensHome();
  const lineId = await begun(tablet);
  window.history.replaceState(null, "", `${window.location.pathname}?at=P16`);
  showScreen(tablet, `/interview/${lineId}`);
  await expect.poll(() => Math.round(blockTop("P16"))).toBe(168);
  await page.viewport(800, 1280);
  await expect.poll(() => Math.round(blockTop("P16"))).toBeGreaterThanOrEqual(220);
  expect(blockTop("P16")).toBeLessThan(320);
});
