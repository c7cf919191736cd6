// What entries and receipts say of forms, marks and rows.
import { describe, expect, it } from "vitest";
import { batchRow, formFactsById, lastMark, markOf, oldestUnsentAtMs } from "../../../src/worker/delivery-facts.ts";
import { entryWith, receiptWith } from "../../support/tablet/outbox-entries.ts";

const dev = "Qk3fXXXXXXXXXXXXXXXXXX";
const form = "form-1".padEnd(22, "x");

describe("a form's delivery", () => {
  it("is the newest sealed revision's, whatever became of the earlier one", () => {
    const entries = [
      entryWith(1, { forms: [{ id: form, rev: 1 }], state: "refused", receipts: [receiptWith("refused")] }),
      entryWith(2, { forms: [{ id: form, rev: 2 }], state: "stored", receipts: [receiptWith("stored")] }),
    ];
    expect(formFactsById(entries, dev).get(form)).toMatchObject({
      delivery: { rev: 2, state: "stored" },
      refusals: [],
    });
    expect(formFactsById(entries.toReversed(), dev).get(form)).toMatchObject({ delivery: { rev: 2 } });
  });

  it("in an accepted batch a form named in the errors is refused, its neighbour accepted", () => {
    const errors = [
      { id: form, rev: 1, code: "E001" },
      { id: form, rev: 1, code: "E010" },
      { id: null, rev: null, code: "json" },
    ];
    const entry = entryWith(1, {
      forms: [
        { id: form, rev: 1 },
        { id: "other", rev: 1 },
      ],
      state: "accepted",
      receipts: [receiptWith("stored"), receiptWith("accepted", { atMs: 2000, errors, counted: { ok: 1, bad: 1 } })],
    });
    const facts = formFactsById([entry], dev);
    expect(facts.get(form)).toMatchObject({ delivery: { state: "refused" }, refusals: ["E001", "E010"] });
    expect(facts.get("other")).toMatchObject({ delivery: { state: "accepted" }, refusals: [] });
    expect(
      batchRow(entry, dev, { numberOfForm: new Map([[form, 17]]), premisesForm: null, carriedAgain: () => null }),
    ).toMatchObject({
      state: "accepted",
      storedAtMs: 1000,
      decidedAtMs: 2000,
      counted: { ok: 1, bad: 1 },
      forms: [
        { lineNumber: 17, outcome: "not-accepted", codes: ["E001", "E010"] },
        { lineNumber: null, codes: [] },
      ],
      strayCodes: ["json"],
    });
  });
});

describe("the send mark", () => {
  it("is the receipt's time beside the tablet's, with a number people can read out", () => {
    const entry = entryWith(7, { state: "stored", receipts: [receiptWith("stored", { atMs: 5000, via: "usb" })] });
    expect(markOf(entry, dev)).toEqual({
      atMs: 5000,
      tabletAtMs: entry.sealedAtMs,
      tabletOffsetMinutes: 300,
      seq: 7,
      bid: entry.bid,
      number: "9191-7",
      via: "usb",
    });
    expect(markOf(entryWith(8), dev)).toBeNull();
  });

  it("the last one is the newest by the server's clock, not by number", () => {
    const entries = [
      entryWith(1, { state: "accepted", receipts: [receiptWith("accepted", { atMs: 9000 })] }),
      entryWith(2, { state: "stored", receipts: [receiptWith("stored", { atMs: 5000 })] }),
      entryWith(3),
    ];
    expect(lastMark(entries, dev)).toMatchObject({ seq: 1, atMs: 9000 });
    expect(lastMark([entryWith(1)], dev)).toBeNull();
  });

  it("the oldest unsent form is one that only this tablet holds, on USB or not; a list and the test are none", () => {
    const entries = [
      entryWith(1, { sealedAtMs: 5, kind: "list" }),
      entryWith(1, { sealedAtMs: 6, kind: "test" }),
      entryWith(1, { sealedAtMs: 10, state: "stored" }),
      entryWith(2, { sealedAtMs: 20, state: "exported" }),
      entryWith(3, { sealedAtMs: 30 }),
    ];
    expect(oldestUnsentAtMs(entries)).toBe(20);
    expect(oldestUnsentAtMs(entries.slice(0, 3))).toBeNull();
  });
});
