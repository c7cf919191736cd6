// What a receipt does to an entry, whatever the order receipts come in.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyReceipt, isOnlyHere, isOpen, markEntryExported, type TakenReceipt } from "#sync";
import { entryWith, receiptWith } from "../../support/tablet/outbox-entries.ts";

const states = ["stored", "accepted", "refused", "quarantined"] as const;

describe("an outbox entry", () => {
  it("is only here until somebody else is proven to hold it", () => {
    expect(isOnlyHere({ state: "sealed" })).toBe(true);
    expect(isOnlyHere({ state: "exported" })).toBe(true);
    expect(states.map((state) => isOnlyHere({ state }))).toEqual([false, false, false, false]);
    expect(states.map((state) => isOpen({ state }))).toEqual([true, false, false, true]);
  });

  it("[SY67] exporting proves no delivery", () => {
    expect(markEntryExported(entryWith(1), 9)).toMatchObject({ state: "exported", exportedAtMs: 9 });
    expect(markEntryExported(entryWith(1, { state: "stored" }), 9)).toMatchObject({ state: "stored", exportedAtMs: 9 });
    expect(markEntryExported(entryWith(1, { state: "accepted" }), 9)).toMatchObject({ state: "accepted" });
  });

  it("[SY63] the same receipt again changes nothing", () => {
    const stored = applyReceipt(entryWith(1), receiptWith("stored"));
    expect(stored).toMatchObject({ state: "stored" });
    expect(stored === null ? null : applyReceipt(stored, receiptWith("stored"))).toBeNull();
  });

  it("[SY63] of two decisions the later one by the server's time counts, and accepted beats an earlier word", () => {
    const refused = entryWith(1, { state: "refused", receipts: [receiptWith("refused", { atMs: 2000 })] });
    expect(applyReceipt(refused, receiptWith("quarantined", { atMs: 1500 }))).toBeNull();
    expect(applyReceipt(refused, receiptWith("quarantined", { atMs: 2500 }))).toMatchObject({ state: "quarantined" });
    expect(applyReceipt(refused, receiptWith("accepted", { atMs: 1500 }))).toMatchObject({ state: "accepted" });
    expect(applyReceipt(refused, receiptWith("stored", { atMs: 9000 }))).toBeNull();
  });

  it("[SY63] accepted stays accepted and nothing falls back to stored, in any order of any receipts", () => {
    const receipt = fc.record({ state: fc.constantFrom(...states), atMs: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(receipt, { maxLength: 12 }), fc.boolean(), (receipts, isExported) => {
        let entry = isExported ? markEntryExported(entryWith(1), 5) : entryWith(1);
        for (const [index, { state, atMs }] of receipts.entries()) {
          const taken: TakenReceipt = receiptWith(state, { atMs, jws: `${index}` });
          const next = applyReceipt(entry, taken);
          if (next === null) continue;
          expect(entry.state).not.toBe("accepted");
          expect(next.state === "stored" && !isOnlyHere(entry)).toBe(false);
          expect(next.receipts).toHaveLength(entry.receipts.length + 1);
          entry = next;
        }
        if (receipts.some(({ state }) => state === "accepted")) expect(entry.state).toBe("accepted");
        if (receipts.length > 0) expect(isOnlyHere(entry)).toBe(false);
      }),
    );
  });
});
