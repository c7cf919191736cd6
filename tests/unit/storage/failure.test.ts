// The platform's failures as values. The shapes are those browsers and Dexie throw.
import { Dexie } from "dexie";
import { describe, expect, it } from "vitest";
import { err } from "#questionnaire";
import { createRecordStore, createOutbox, type TabletDatabase } from "#storage";
import { causeToStorageError } from "../../../src/storage/failure.ts";

describe("a failure of the storage", () => {
  it("at quota is `storage-full`, also inside Dexie's AbortError", () => {
    const quota = new DOMException("no space", "QuotaExceededError");
    expect(causeToStorageError(quota)).toEqual({ type: "storage-full" });
    expect(causeToStorageError(new Dexie.AbortError("aborted", quota))).toEqual({ type: "storage-full" });
    expect(causeToStorageError(new Error("outer", { cause: quota }))).toEqual({ type: "storage-full" });
  });

  it.each(["AbortError", "InvalidStateError", "UnknownError", "TransactionInactiveError", "VersionError"])(
    "%s is `storage-aborted`",
    (name) => {
      expect(causeToStorageError(new DOMException("gone", name))).toEqual({ type: "storage-aborted" });
    },
  );

  it("a bug stays a bug", () => {
    const bug = new TypeError("undefined is not a function");
    expect(() => causeToStorageError(bug)).toThrow(bug);
    expect(() => causeToStorageError(new DOMException("cannot be cloned", "DataCloneError"))).toThrow(
      "cannot be cloned",
    );
  });

  it("reaches whoever writes as it is", async () => {
    const full = async () => err({ type: "storage-full" } as const);
    const database: TabletDatabase = { read: full, write: full, close: () => {} };
    const refusal = { ok: false, error: { type: "storage-full" } };
    expect(await createRecordStore(database).writeRecords([], 0)).toEqual(refusal);
    expect(await createOutbox(database).updateEntries([1], () => null)).toEqual(refusal);
  });
});
