// The Department's plain page says of each institution what kind it is and what has to be kept in mind there.
import { expect, it } from "vitest";
import { institutionKinds } from "#census";
import { arrivalsPage } from "../../../src/server/console/arrivals-page.ts";
import { deviceOf0412, statusOf } from "../../support/server/device-status.ts";

it.each(["kk", "ru", "en"] as const)("shows kind, usual categories and cautions of every kind in %s", (language) => {
  for (const { code, text, usualCategories, cautions } of institutionKinds) {
    const page = arrivalsPage(language, {
      rows: [statusOf(code)],
      names: new Map([["inst-1", "<мекеме>"]]),
      acceptances: new Map(),
    }).replaceAll("&#39;", "'");
    expect(page).toContain("&#60;мекеме&#62;");
    expect(page).toContain(`${code}: ${text[language]}`);
    for (const { category } of usualCategories) expect(page).toContain(`L04 = ${category}: `);
    for (const caution of cautions) expect(page).toContain(caution[language]);
  }
});

const rows = [statusOf("I-04"), statusOf("I-05", deviceOf0412)];

it.each([
  ["kk", "бұл сервер пакеттерді ашпайды"],
  ["ru", "этот сервер не открывает пакеты"],
  ["en", "this server opens no batches"],
] as const)("[SY87] says in %s that a server that opens no batches gives no code", (language, why) => {
  const none = arrivalsPage(language, { rows, names: new Map(), acceptances: null });
  expect(none).toContain(why);
  expect(none).toContain("receipts-….jsonl");
  expect(none).not.toContain('class="code"');
  const given = { upTo: 7, code: "12345678", stop: null };
  const some = arrivalsPage(language, { rows, names: new Map(), acceptances: new Map([[deviceOf0412, given]]) });
  expect(some).not.toContain(why);
  expect(some).toContain('<p class="code">1234 5678</p>');
});

it("calls a tablet by the digits that its officer reads out", () => {
  const page = arrivalsPage("kk", { rows, names: new Map(), acceptances: new Map() });
  expect(page).toContain("№ 0412 (AAAAAAGc)");
});
