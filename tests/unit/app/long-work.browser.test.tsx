// Work that takes its time or comes in parts (T-16, T-17): it says how far it is, can be left, and is there on the way back.
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { ok } from "#questionnaire";
import type { TabletApi } from "../../../src/app/wiring/index.ts";
import { batch, createFakeTablet, formOfLine, mark, nowMs, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const dayMs = 86_400_000;

interface Picker {
  showSaveFilePicker?: unknown;
}
const browser = window as Picker;
const ownPicker = browser.showSaveFilePicker;
afterEach(() => {
  browser.showSaveFilePicker = ownPicker;
});

const writes = async () => ({
  createWritable: async () => ({ write: async () => undefined, close: async () => undefined }),
});
const hasNoRoom = async () => ({
  createWritable: async () => {
    throw new DOMException("full", "QuotaExceededError");
  },
});

type Bundle = Awaited<ReturnType<TabletApi["exportBundle"]>>;

function bundleOf(seqs: readonly number[], left: number): Bundle {
  const bytes = new Uint8Array(seqs.length * 8_000);
  return ok({
    fileName: `sanaq-${seqs[0]}.census`,
    bytes,
    seqs,
    forms: seqs.length,
    lists: 0,
    left,
    checkCode: "7F3A-91C0",
  });
}

const prepare = () => page.getByRole("button", { name: "Файлды дайындау" });

it("writes part after part where the medium has no room for all", async () => {
  const asked: unknown[] = [];
  const marked: unknown[] = [];
  const { api } = createFakeTablet(
    {},
    {
      exportBundle: async (part) => {
        asked.push(part);
        if (part === undefined) return bundleOf([5, 6, 7, 8], 0);
        return part.afterSeq === 0 ? bundleOf([5, 6], 2) : bundleOf([7, 8], 0);
      },
      markExported: async (seqs) => {
        marked.push(seqs);
        return ok(true);
      },
    },
  );
  showApp(api, { at: "/usb" });
  browser.showSaveFilePicker = hasNoRoom;
  await prepare().click();
  await expect.element(page.getByText("Керек орын: 32 КБ.", { exact: false })).toBeVisible();
  expect(marked).toEqual([]);
  browser.showSaveFilePicker = writes;
  await page.getByRole("button", { name: "Бөліктеп түсіру" }).click();
  await expect.element(page.getByText("Бұл бір бөлігі ғана. Файлға кірмеген жөнелтілім: 2")).toBeVisible();
  await page.getByRole("button", { name: "Келесі бөлікті дайындау" }).click();
  await expect.element(page.getByText(/^Файл дайын: sanaq-7\.census/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Келесі бөлікті дайындау" })).not.toBeInTheDocument();
  expect(asked).toEqual([undefined, { afterSeq: 0, maxBytes: 16_000 }, { afterSeq: 6, maxBytes: 16_000 }]);
  expect(marked).toEqual([
    [5, 6],
    [7, 8],
  ]);
});

it("says how far the file is, goes on when the screen is left, and has the check code on the way back", async () => {
  let finish = (_bundle: Bundle): void => undefined;
  const { api } = createFakeTablet(
    {},
    {
      exportBundle: async () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
      readExporting: async () => ({ done: 700, all: 1200 }),
    },
  );
  browser.showSaveFilePicker = writes;
  const { go } = showApp(api, { at: "/usb" });
  await prepare().click();
  await expect.element(page.getByText("Файл дайындалып жатыр: 700 / 1 200")).toBeVisible();
  go("/data");
  await expect.element(page.getByRole("region", { name: "Байланыс" })).toBeVisible();
  finish(bundleOf([5], 0));
  go("/usb");
  await expect.element(page.getByText(/Бақылау коды: 7F3A-91C0/)).toBeVisible();
});

it("sends on when the screen is left, and says so on the way back", async () => {
  let finish = (): void => undefined;
  const { api } = createFakeTablet(
    { batches: [{ ...batch, seq: 8, state: "sealed", mark: null }] },
    {
      push: async () =>
        new Promise((resolve) => {
          finish = () =>
            resolve({ outcome: "done", sent: 1, accepted: 1, left: 0, problem: null, nextAttemptAtMs: null });
        }),
    },
  );
  const { go } = showApp(api, { at: "/data" });
  await page.getByRole("button", { name: "Қазір жөнелту" }).click();
  await expect.element(page.getByText("Жөнелтіліп жатыр: 0 / 1")).toBeVisible();
  go("/usb");
  await expect.element(prepare()).toBeVisible();
  go("/data");
  await expect.element(page.getByText("Жөнелтіліп жатыр: 0 / 1")).toBeVisible();
  finish();
  await expect.element(page.getByText("Жөнелтіліп жатыр: 0 / 1")).not.toBeInTheDocument();
});

it("counts the days that a file on a medium waits for the Department's word", async () => {
  const { api } = createFakeTablet({
    rows: rows({ "on-usb": 2 }),
    batches: [
      { ...batch, seq: 9, state: "exported", exportedAtMs: nowMs - dayMs, mark: null },
      { ...batch, seq: 8, state: "exported", exportedAtMs: nowMs - 3 * dayMs, mark: null },
    ],
  });
  const { go } = showApp(api, { at: "/usb" });
  await expect
    .element(page.getByText("⇄ USB-ге түсірілген: 03.09.2021 (3 күн бұрын). Қабылдау әлі расталмаған."))
    .toBeVisible();
  go("/data");
  const places = page.getByRole("region", { name: "Парақтар қайда" });
  await expect.element(places.getByText("ең ескісі: 03.09.2021 (3 күн)").first()).toBeVisible();
});

it("says 'today' of a file that was written today", async () => {
  const { api } = createFakeTablet({
    rows: rows({ "on-usb": 1 }),
    batches: [{ ...batch, seq: 9, state: "exported", exportedAtMs: nowMs, mark: null }],
  });
  const { go } = showApp(api, { at: "/usb" });
  await expect.element(page.getByText("⇄ USB-ге түсірілген: бүгін. Қабылдау әлі расталмаған.")).toBeVisible();
  go("/data");
  const places = page.getByRole("region", { name: "Парақтар қайда" });
  await expect.element(places.getByText("ең ескісі: бүгін").first()).toBeVisible();
});

it("names each form that was not accepted, and says that it is kept", async () => {
  const { api } = createFakeTablet({
    batches: [
      {
        ...batch,
        state: "refused",
        counted: { ok: 9, bad: 2 },
        mark: mark(7, nowMs),
        forms: [formOfLine(12, { outcome: "not-accepted", codes: ["form-unreadable"] })],
        strayCodes: ["form-unknown"],
      },
    ],
  });
  showApp(api, { at: "/data" });
  await expect.element(page.getByText("Қабылданды: 9. Қабылданбады: 2.")).toBeVisible();
  await expect
    .element(page.getByText("Қабылданбаған: № 12 (form-unreadable), form-unknown. Осы планшетте сақтаулы."))
    .toBeVisible();
});
