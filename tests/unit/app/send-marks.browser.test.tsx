// T-16: a send mark opens in place and says what was in it. Numbers only, never a name.
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { BatchRow } from "../../../src/app/wiring/index.ts";
import { batch, createFakeTablet, formOfLine as form, mark, nowMs, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const dayMs = 86_400_000;
const marks = () => page.getByRole("region", { name: "Жөнелту белгілері" });
const open = (number: string) => marks().getByRole("button", { name: `Ашу: № ${number}`, exact: true });
const close = (number: string) => marks().getByRole("button", { name: `Жабу: № ${number}`, exact: true });

/** Two digits, as the screens write them. */
const two = (value: number): string => String(value).padStart(2, "0");
function day(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}`;
}
function time(atMs: number): string {
  const at = new Date(atMs);
  return `${day(atMs)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What is said under a term of the opened mark. */
function said(term: string): string | null | undefined {
  const terms = [...marks().element().querySelectorAll("dt")];
  return terms.find((one) => one.textContent === term)?.nextElementSibling?.textContent;
}

const refused: BatchRow = {
  ...batch,
  seq: 5,
  mark: mark(5, nowMs - dayMs),
  sealedAtMs: nowMs - dayMs - 7_200_000,
  exportedAtMs: null,
  storedAtMs: nowMs - dayMs - 3_600_000,
  decidedAtMs: nowMs - dayMs,
  bytes: 9_400,
  counted: { ok: 1, bad: 2 },
  forms: [
    form(12),
    form(13, {
      outcome: "not-accepted",
      codes: ["unanswered-P05"],
      carriedAgain: { number: "0412-7", state: "accepted", atMs: nowMs - 3_600_000 },
    }),
    form(14, { outcome: "not-accepted", codes: ["E012"] }),
  ],
};

it("opens in place and closes again, the button says which mark and whether it is open", async () => {
  const { api } = createFakeTablet({ batches: [batch, refused] });
  showApp(api, { at: "/data" });
  await expect.element(open("0412-7")).toHaveAttribute("aria-expanded", "false");
  await open("0412-5").click();
  await expect.element(close("0412-5")).toHaveAttribute("aria-expanded", "true");
  const shown = document.getElementById(close("0412-5").element().getAttribute("aria-controls") ?? "");
  expect(shown?.textContent).toContain("Ішінде не бар");
  await expect.element(open("0412-7")).toHaveAttribute("aria-expanded", "false");
  await userEvent.keyboard("{Enter}");
  await expect.element(open("0412-5")).toHaveFocus();
  await expect.element(marks().getByText("Ішінде не бар")).not.toBeInTheDocument();
});

it("says when it was sealed, received and accepted, by which way, how large", async () => {
  const { api } = createFakeTablet({ batches: [refused] });
  showApp(api, { at: "/data" });
  await open("0412-5").click();
  await expect.element(close("0412-5")).toBeVisible();
  expect(said("Жабылған уақыты (планшет сағаты)")).toBe(time(refused.sealedAtMs));
  expect(said("Департаментке жетті")).toBe(time(nowMs - dayMs - 3_600_000));
  expect(said("Департамент қабылдады")).toBe(time(nowMs - dayMs));
  expect(said("Жолы")).toBe("VPN-арна");
  expect(said("Көлемі")).toBe("9,4 КБ");
  expect(said("USB-ге түсірілді")).toBeUndefined();
});

it("tells the way of the medium, and what the Department has not said", async () => {
  const onUsb: BatchRow = {
    ...batch,
    state: "stored",
    exportedAtMs: nowMs - 2 * dayMs,
    decidedAtMs: null,
    mark: { ...mark(7, nowMs), via: "usb" },
    counted: null,
    forms: [form(12, { outcome: "open" })],
  };
  const { api } = createFakeTablet({ batches: [onUsb] });
  showApp(api, { at: "/data" });
  await open("0412-7").click();
  await expect.element(close("0412-7")).toBeVisible();
  expect(said("Жолы")).toBe("USB");
  expect(said("USB-ге түсірілді")).toBe(time(nowMs - 2 * dayMs));
  expect(said("Департамент қабылдады")).toBeUndefined();
  await expect.element(marks().getByText("Шешім әлі жоқ")).toBeVisible();
});

it("lists each form by its line number with what became of it, why, and where it went again; never a name", async () => {
  const listRows = rows({ accepted: 20 });
  const { api } = createFakeTablet({ batches: [refused], rows: listRows });
  showApp(api, { at: "/data" });
  await open("0412-5").click();
  const items = document
    .getElementById(close("0412-5").element().getAttribute("aria-controls") ?? "")
    ?.querySelectorAll("li");
  const texts = [...(items ?? [])].map((item) => item.textContent);
  expect(texts).toHaveLength(3);
  expect(texts[0]).toBe("Парақ: № 12Қабылданды");
  expect(texts[1]).toBe(
    `Парақ: № 13ҚабылданбадыЖауап берілмеген сұрақ: P05→ қайта жөнелтілді: ${time(nowMs - 3_600_000)} · № 0412-7`,
  );
  expect(texts[2]).toBe("Парақ: № 14ҚабылданбадыТексеруден өтпеді: E012");
  const names = listRows.flatMap(({ person }) => [person.surname, person.given]);
  expect(names.filter((name) => marks().element().textContent?.includes(name))).toEqual([]);
});

it("says in the row itself how much of what was not accepted went again", async () => {
  const all: BatchRow = { ...refused, forms: refused.forms.slice(0, 2), counted: { ok: 1, bad: 1 } };
  const { api } = createFakeTablet({ batches: [all] });
  const { unmount } = showApp(api, { at: "/data" });
  await expect.element(marks().getByText(`→ қайта жөнелтілді: ${day(nowMs - 3_600_000)}`)).toBeVisible();
  unmount();
  showApp(createFakeTablet({ batches: [refused] }).api, { at: "/data" });
  await expect.element(marks().getByText("→ қайта жөнелтілгені: 1 / 2")).toBeVisible();
});

it("does not call sent again what was only sealed again", async () => {
  const waits = form(13, {
    rev: 2,
    outcome: "not-accepted",
    codes: ["rev-conflict"],
    carriedAgain: { number: "0412-9", state: "sealed", atMs: null },
  });
  const { api } = createFakeTablet({ batches: [{ ...refused, forms: [waits] }] });
  showApp(api, { at: "/data" });
  await open("0412-5").click();
  await expect.element(marks().getByText("→ түзетілгені: № 0412-9 · Дайын, тек осы планшетте")).toBeVisible();
  await expect.element(marks().getByText("Парақ: № 13 · нұсқасы: 2")).toBeVisible();
  await expect.element(marks().getByText("Бұл парақтың осы нұсқасы бұрын басқа мазмұнмен келген.")).toBeVisible();
  await expect.element(marks().getByText(/қайта жөнелтіл/u)).not.toBeInTheDocument();
});

it.each([
  ["unanswered-P21-1-.level", "Жауап берілмеген сұрақ: P21[1].level"],
  ["form-invalid", "Департамент парақты оқи алмады."],
  ["unknown-question", "Парақта Департаментке белгісіз сұрақ бар."],
  ["L01.kato", "Тексеруден өтпеді: L01.kato"],
  ["something-new", "Департамент көрсеткен белгі: something-new"],
])("tells the code %s in words where there are any", async (code, words) => {
  const one = form(13, { outcome: "not-accepted", codes: [code] });
  const { api } = createFakeTablet({ batches: [{ ...refused, forms: [one] }] });
  showApp(api, { at: "/data" });
  await open("0412-5").click();
  await expect.element(marks().getByText(words)).toBeVisible();
});

it.each([
  ["hash-mismatch", "Файл бүлінген болып жетті."],
  ["seq-fork", "Осы планшеттің басқа жөнелтілімімен сәйкес келмейді. Департаментке хабарласыңыз."],
  ["unseal-failed", "Департамент файлды аша алмады."],
  ["form-invalid", "Ішіндегі парақтардың бірі де қабылданбады."],
  ["revoked", "Департамент бұл планшеттің жұмысын тоқтатқан."],
])("tells why a whole sending was set aside: %s", async (why, words) => {
  const { api } = createFakeTablet({ batches: [{ ...batch, state: "refused", counted: null, why }] });
  showApp(api, { at: "/data" });
  await open("0412-7").click();
  await expect.element(marks().getByText(words)).toBeVisible();
});

it("has a button for a sending that has no mark: by its number", async () => {
  const { api } = createFakeTablet({
    batches: [{ ...batch, state: "sealed", mark: null, storedAtMs: null, why: "truncated" }],
  });
  showApp(api, { at: "/data" });
  await open("7").click();
  await expect.element(close("7")).toBeVisible();
  expect(said("Департаментке жетті")).toBe("әлі жоқ");
  expect(said("Жолы")).toBeUndefined();
});

it("says what a list, a test and the premises hold", async () => {
  const { api } = createFakeTablet({
    batches: [
      {
        ...batch,
        seq: 3,
        mark: mark(3, nowMs),
        forms: [form(null, { isPremises: true })],
      },
      { ...batch, seq: 2, kind: "list", mark: mark(2, nowMs), forms: [] },
      {
        ...batch,
        seq: 1,
        kind: "test",
        mark: mark(1, nowMs),
        forms: [],
        strayCodes: ["form-invalid"],
      },
    ],
  });
  showApp(api, { at: "/data" });
  for (const number of ["0412-3", "0412-2", "0412-1"]) await open(number).click();
  await expect.element(marks().getByText("Парақ: тұрғын үй жағдайы").nth(1)).toBeVisible();
  await expect.element(marks().getByText("1-кезең тізімі").nth(1)).toBeVisible();
  await expect.element(marks().getByText("Танылмаған жол")).toBeVisible();
});

it("says that whose form it is is not shown on a locked tablet, and tells the rest", async () => {
  const { api } = createFakeTablet({
    state: "revoked",
    batches: [{ ...refused, forms: [form(null), form(null, { outcome: "not-told" })] }],
  });
  showApp(api, { at: "/data" });
  await open("0412-5").click();
  await expect.element(marks().getByText("Планшет құлыпталған: жол нөмірлері көрсетілмейді.")).toBeVisible();
  await expect.element(marks().getByText("Белгіде айтылмаған")).toBeVisible();
  expect(said("Көлемі")).toBe("9,4 КБ");
});

it("shows twenty of three hundred marks, newest first, and twenty more at each asking, with the focus on the first of them", async () => {
  const batches = Array.from({ length: 300 }, (_, index) => {
    const seq = 300 - index;
    return { ...batch, seq, mark: mark(seq, nowMs - index * dayMs) };
  });
  const { api } = createFakeTablet({ batches });
  showApp(api, { at: "/data" });
  await expect.element(open("0412-300")).toBeVisible();
  const numbers = () =>
    marks()
      .getByRole("button", { name: /^Ашу: № / })
      .elements()
      .map((button) => button.getAttribute("aria-label"));
  expect(numbers()).toHaveLength(20);
  expect(numbers()[19]).toBe("Ашу: № 0412-281");
  await expect.element(marks().getByText("Көрсетілгені: 20 / 300")).toBeVisible();
  await page.getByRole("button", { name: "Тағы көрсету" }).click();
  await expect.element(open("0412-280")).toHaveFocus();
  expect(numbers()).toHaveLength(40);
});

it("offers no more where all are shown", async () => {
  const batches = Array.from({ length: 21 }, (_, index) => ({
    ...batch,
    seq: 21 - index,
    mark: mark(21 - index, nowMs),
  }));
  const { api } = createFakeTablet({ batches });
  showApp(api, { at: "/data" });
  await page.getByRole("button", { name: "Тағы көрсету" }).click();
  await expect.element(open("0412-1")).toHaveFocus();
  await expect.element(page.getByRole("button", { name: "Тағы көрсету" })).not.toBeInTheDocument();
});

it.each([
  [1280, 800],
  [800, 1280],
  [640, 400],
])("fits at %i×%i, opened, with targets of 56 px", async (width, height) => {
  const { api } = createFakeTablet({ batches: [refused, batch] });
  await page.viewport(width, height);
  showApp(api, { at: "/data" });
  await open("0412-5").click();
  await expect.element(marks().getByText("Ішінде не бар")).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  for (const button of marks().getByRole("button").elements()) {
    const { height: tall, width: wide } = button.getBoundingClientRect();
    expect(tall).toBeGreaterThanOrEqual(56);
    expect(wide).toBeGreaterThanOrEqual(56);
  }
});
