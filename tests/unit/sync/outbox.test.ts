// What a receipt does to an entry, whatever the order receipts come in.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyReceipt, isAcceptedByCode, isOnlyHere, isOpen, markEntryExported, type TakenReceipt } from "#sync";
import { applyAcceptanceCode } from "../../../src/sync/outbox.ts";
import { entryWith, receiptWith } from "../../support/tablet/outbox-entries.ts";

const states = ["stored", "accepted", "refused", "quarantined"] as const;

describe("an outbox entry", () => {
  it("is only here until somebody else is proven to hold it", () => {
    expect(isOnlyHere({ state: "sealed" })).toBe(true);
    expect(isOnlyHere({ state: "exported" })).toBe(true);
    expect(states.map((state) => isOnlyHere({ state }))).toEqual([false, false, false, false]);
    expect(states.map((state) => isOpen({ state, receipts: [receiptWith(state)] }))).toEqual([
      true,
      false,
      false,
      true,
    ]);
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

  it("[SY89] a code makes accepted whatever no signed decision was made on, once, without a send mark", () => {
    const open = [entryWith(1), entryWith(2, { state: "exported" }), entryWith(3, { state: "stored" })];
    for (const entry of open) {
      const taken = applyAcceptanceCode(entry, 77);
      expect(taken).toEqual({ ...entry, state: "accepted", codeTakenAtMs: 77 });
      expect(taken === null ? null : applyAcceptanceCode(taken, 99)).toBeNull();
    }
    for (const state of ["accepted", "refused", "quarantined"] as const) {
      expect(applyAcceptanceCode(entryWith(1, { state, receipts: [receiptWith(state)] }), 77)).toBeNull();
    }
  });

  it("[SY93] a signed decision takes the place of a code's word, and is asked for until it comes", () => {
    const byCode = entryWith(1, { state: "accepted", codeTakenAtMs: 77 });
    expect([isAcceptedByCode(byCode), isOpen(byCode), isOnlyHere(byCode)]).toEqual([true, true, false]);
    expect(applyReceipt(byCode, receiptWith("stored", { atMs: 9000 }))).toBeNull();
    for (const state of ["accepted", "refused", "quarantined"] as const) {
      const decided = applyReceipt(byCode, receiptWith(state, { atMs: 1 }));
      expect(decided).toMatchObject({ state, receipts: [{ state }] });
      if (decided === null) throw new Error("the receipt said nothing");
      expect(isAcceptedByCode(decided)).toBe(false);
      expect(applyAcceptanceCode(decided, 99)).toBeNull();
      expect(isOpen(decided)).toBe(state === "quarantined");
    }
  });

  it("[SY63] compares decisions with decisions: when the bytes were stored plays no part", () => {
    const stored = entryWith(1, { state: "stored", receipts: [receiptWith("stored", { atMs: 40, jws: "a" })] });
    const refused = applyReceipt(stored, receiptWith("refused", { atMs: 5, jws: "b" }));
    if (refused === null) throw new Error("the receipt said nothing");
    expect(applyReceipt(refused, receiptWith("quarantined", { atMs: 20, jws: "c" }))?.state).toBe("quarantined");
  });

  it("[SY93] in any order of receipts and codes, signed words end where they end without a code", () => {
    const receipt = fc.record({ state: fc.constantFrom(...states), atMs: fc.integer({ min: 1, max: 50 }) });
    const word = fc.oneof(receipt, fc.constant("code" as const));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        let entry = entryWith(1);
        let signedOnly = entryWith(1);
        for (const [index, said] of words.entries()) {
          if (said === "code") {
            entry = applyAcceptanceCode(entry, index) ?? entry;
            continue;
          }
          const taken: TakenReceipt = receiptWith(said.state, { atMs: said.atMs, jws: `${index}` });
          entry = applyReceipt(entry, taken) ?? entry;
          signedOnly = applyReceipt(signedOnly, taken) ?? signedOnly;
        }
        const isDecided = !["sealed", "exported", "stored"].includes(signedOnly.state);
        if (isDecided) expect(entry.state).toBe(signedOnly.state);
        else expect([signedOnly.state, "accepted"]).toContain(entry.state);
      }),
    );
  });
});
