// The Department's plain page says of each institution what kind it is and what has to be kept in mind there.
import { expect, it } from "vitest";
import { institutionKinds } from "#census";
import { arrivalsPage } from "../../../src/server/console/arrivals-page.ts";
import type { DeviceStatus } from "../../../src/server/store/status-store.ts";

const noTablet = { device: null, officer: null, comparison: null, enrolledAt: null, headcount: null } as const;
const nothing = { lists: 0, lines: 0, forms: 0, lateForms: 0, premises: 0, outcomes: 0, batches: 0, stored: 0 };
const decided = { accepted: 0, refused: 0, quarantined: 0, copies: 0, receipts: 0, lastReceivedAt: null };
const statusOf = (kind: string): DeviceStatus => ({
  institution: "inst-1",
  kind,
  kato: "431010000",
  ...noTablet,
  ...nothing,
  ...decided,
});

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

it("calls a tablet by the digits that its officer reads out", () => {
  const device = "AAAAAAGcAAAAAAAAAAAAAA";
  const page = arrivalsPage("kk", {
    rows: [{ ...statusOf("I-05"), device }],
    names: new Map(),
    acceptances: new Map(),
  });
  expect(page).toContain("№ 0412 (AAAAAAGc)");
});
