import { afterEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { batch, createFakeTablet, mark, nowMs, row, rows } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

const connection = () => page.getByRole("region", { name: "Байланыс" });

interface Picker {
  showSaveFilePicker?: unknown;
}
const browser = window as Picker;
const ownPicker = browser.showSaveFilePicker;
afterEach(() => {
  browser.showSaveFilePicker = ownPicker;
});

it("sends now and says how much reached the Department, never that it was accepted", async () => {
  const { api, calls } = createFakeTablet();
  showApp(api, { at: "/data" });
  await page.getByRole("button", { name: "Қазір жөнелту" }).click();
  await expect.element(connection().getByText("Департаментке жетті: 3")).toBeVisible();
  expect(calls).toEqual(["push"]);
});

it("counts while sending and cannot be sent twice", async () => {
  let finish = (): void => undefined;
  const { api } = createFakeTablet(
    { batches: [{ ...batch, seq: 8, state: "sealed", mark: null }, batch] },
    {
      push: async () =>
        new Promise((resolve) => {
          finish = () =>
            resolve({ outcome: "done", sent: 1, accepted: 1, left: 0, problem: null, nextAttemptAtMs: null });
        }),
    },
  );
  showApp(api, { at: "/data" });
  await page.getByRole("button", { name: "Қазір жөнелту" }).click();
  await expect.element(page.getByText("Жөнелтіліп жатыр: 0 / 1")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Қазір жөнелту" })).toBeDisabled();
  finish();
  await expect.element(connection().getByText("Департаментке жетті: 1. Қабылданды: 1")).toBeVisible();
});

it("takes a channel that is away calmly: what is safe, when it is tried again, USB beside it", async () => {
  const { api } = createFakeTablet({
    batches: [{ ...batch, state: "sealed", mark: null }],
    sending: { problem: { type: "unreachable-server" }, nextAttemptAtMs: nowMs + 60_000 },
  });
  showApp(api, { at: "/data" });
  await expect.element(connection().getByText("қосылмаған", { exact: true })).toBeVisible();
  await expect.element(connection().getByText("Парақтар осы планшетте сақтаулы, қайта жөнелтіледі.")).toBeVisible();
  await expect.element(connection().getByText(/^Келесі талпыныс: \d\d:\d\d$/u)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "USB-ге түсіру" })).toBeEnabled();
  expect(page.getByRole("alert").elements()).toEqual([]);
});

it("lists the send marks with the Department's number and what came of each", async () => {
  const { api } = createFakeTablet({
    batches: [
      { ...batch, seq: 9, state: "sealed", mark: null, why: null },
      { ...batch, seq: 8, state: "refused", counted: { ok: 0, bad: 1 }, mark: { ...mark(8, nowMs), via: "usb" } },
      batch,
      { ...batch, seq: 2, kind: "list", forms: [], mark: mark(2, nowMs) },
    ],
  });
  showApp(api, { at: "/data" });
  const marks = page.getByRole("region", { name: "Жөнелту белгілері" });
  await expect.element(marks.getByText("№ 0412-7")).toBeVisible();
  const items = marks
    .getByRole("listitem")
    .elements()
    .map((item) => item.textContent);
  expect(items).toHaveLength(3);
  expect(items[0]).toContain("USB арқылы");
  expect(items[0]).toContain("Қабылданды: 0. Қабылданбады: 1.");
  expect(items[0]).toContain("Түзетуге қайтарылды");
  expect(items[1]).toContain("Парақ: № 12");
  expect(items[1]).toContain("Департамент қабылдады");
  expect(items[2]).toContain("1-кезең тізімі");
});

it("names a sending the server would not take, with the code for the Department", async () => {
  const { api } = createFakeTablet({
    batches: [{ ...batch, state: "sealed", mark: null, counted: null, why: "hash-mismatch" }],
  });
  showApp(api, { at: "/data" });
  await expect.element(page.getByText("Департамент көрсеткен белгі: hash-mismatch")).toBeVisible();
});

it("takes receipts from a file and says what they changed", async () => {
  const { api, calls } = createFakeTablet();
  showApp(api, { at: "/data" });
  await expect.element(connection()).toBeVisible();
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no file input");
  await userEvent.upload(input, new File(["eyJ.eyJ.sig\n"], "receipts-20210906.jsonl"));
  await expect
    .element(page.getByText("Қабылданды: 3. Жеткені расталды: 0. Қайтарылды: 0. Шешім күтіп тұр: 0."))
    .toBeVisible();
  await userEvent.upload(input, new File([""], "receipts-20210907.jsonl"));
  await expect.element(page.getByRole("alert")).toHaveTextContent("Файлда қабылдау белгілері жоқ.");
  expect(calls).toEqual(["loadReceipts", "loadReceipts"]);
});

it("writes the file through the system's picker and only then marks the batches", async () => {
  const { api, calls } = createFakeTablet();
  const written: { name: string; bytes: number } = { name: "", bytes: 0 };
  browser.showSaveFilePicker = async ({ suggestedName }: { readonly suggestedName: string }) => {
    written.name = suggestedName;
    expect(calls).toEqual(["exportBundle"]);
    return {
      createWritable: async () => ({
        write: async (bytes: Uint8Array) => {
          written.bytes += bytes.byteLength;
        },
        close: async () => undefined,
      }),
    };
  };
  showApp(api, { at: "/usb" });
  await page.getByRole("button", { name: "Файлды дайындау" }).click();
  await expect
    .element(page.getByText("Файл дайын: sanaq-Qk3fxxxx-5-7.census, 16 КБ. Бақылау коды: 7F3A-91C0"))
    .toBeVisible();
  // Both in the script of codes, and each in one line.
  for (const code of ["sanaq-Qk3fxxxx-5-7.census", "7F3A-91C0"]) {
    const shown = page.getByText(code, { exact: true }).element();
    expect(getComputedStyle(shown).fontFamily).toContain("Mono");
    expect(shown.getBoundingClientRect().height).toBeLessThan(40);
  }
  expect(written).toEqual({ name: "sanaq-Qk3fxxxx-5-7.census", bytes: 16_200 });
  expect(calls).toEqual(["exportBundle", "markExported"]);
});

it("marks nothing when the picker is closed", async () => {
  const { api, calls } = createFakeTablet();
  browser.showSaveFilePicker = async () => {
    throw new DOMException("closed", "AbortError");
  };
  showApp(api, { at: "/usb" });
  await page.getByRole("button", { name: "Файлды дайындау" }).click();
  await expect.element(page.getByText("Файл сақталмады. Парақтар планшетте сақтаулы.")).toBeVisible();
  expect(calls).toEqual(["exportBundle"]);
});

it("marks nothing when the medium refuses the file", async () => {
  const { api, calls } = createFakeTablet();
  browser.showSaveFilePicker = async () => ({
    createWritable: async () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  showApp(api, { at: "/usb" });
  await page.getByRole("button", { name: "Файлды дайындау" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Файл жазылмады.");
  expect(calls).toEqual(["exportBundle"]);
});

it("falls back to a download where there is no picker", async () => {
  const { api, calls } = createFakeTablet();
  browser.showSaveFilePicker = undefined;
  const names: string[] = [];
  // Put back as it was; it is never called without its element.
  // oxlint-disable-next-line typescript/unbound-method
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function noteDownload(): void {
    names.push(this.download);
  };
  showApp(api, { at: "/usb" });
  await page.getByRole("button", { name: "Файлды дайындау" }).click();
  await expect.element(page.getByText(/^Файл дайын: /u)).toBeVisible();
  HTMLAnchorElement.prototype.click = click;
  expect(names).toEqual(["sanaq-Qk3fxxxx-5-7.census"]);
  expect(calls).toEqual(["exportBundle", "markExported"]);
});

it("says that there is nothing to copy", async () => {
  const { api } = createFakeTablet(
    {},
    { exportBundle: async () => ({ ok: false, error: { type: "nothing-to-export" } }) },
  );
  showApp(api, { at: "/usb" });
  await page.getByRole("button", { name: "Файлды дайындау" }).click();
  await expect.element(page.getByText("Түсіретін парақ жоқ.")).toBeVisible();
});

it("names a list that is only here as the list, among no forms", async () => {
  const { api } = createFakeTablet({
    rows: rows({ "not-started": 2 }),
    batches: [{ ...batch, kind: "list", state: "sealed", forms: [], mark: null }],
    delivery: { list: "sealed", oldestUnsentAtMs: null },
  });
  const { go } = showApp(api);
  await expect.element(page.getByRole("link", { name: /^Тек осы планшетте: тізім/u })).toBeVisible();
  await expect.element(page.getByText(/Ең ескі жөнелтілмеген парақ/u)).not.toBeInTheDocument();
  go("/data");
  const places = page.getByRole("region", { name: "Парақтар қайда" });
  await expect.element(places.getByText("Респонденттер тізімі. 1-кезең: дайын, тек осы планшетте")).toBeVisible();
  await expect.element(places.getByText(/ең ескісі/u)).not.toBeInTheDocument();
  await expect.element(page.getByText(/^Тек осы планшетте: тізім\. Департамент қабылдады: 0\./u)).toBeVisible();
});

it("tells forms and the list apart, says what changed in it, and dates the oldest form by the calendar", async () => {
  const { api } = createFakeTablet({
    rows: [{ ...row(1, "ready"), isChangedAfterSigning: true }, row(2, "ready")],
    batches: [
      { ...batch, seq: 9, state: "sealed", sealedAtMs: nowMs - 1000, mark: null },
      {
        ...batch,
        seq: 8,
        kind: "list",
        state: "sealed",
        sealedAtMs: nowMs - 90 * 86_400_000,
        forms: [],
        mark: null,
      },
    ],
    delivery: { list: "exported" },
  });
  const { go } = showApp(api, { at: "/data" });
  const places = page.getByRole("region", { name: "Парақтар қайда" });
  await expect.element(places.getByText("ең ескісі: бүгін", { exact: true })).toBeVisible();
  await expect.element(places.getByText("Жөнелтілмеген өзгеріс: 1.", { exact: false })).toBeVisible();
  await expect
    .element(places.getByRole("link", { name: "Тізімдегі өзгерістерді жөнелту" }))
    .toHaveAttribute("href", "/list/sign");
  go("/");
  await expect.element(page.getByRole("link", { name: /^Тек осы планшетте: 2 /u })).toBeVisible();
});
