// The vault over real WebCrypto and, once, over the real Argon2id.
import { describe, expect, it } from "vitest";
import { generateDataKey, generateSigningKey } from "#protocol";
import { deriveByArgon2id } from "../../../src/worker/argon2id.ts";
import { closeRecords, openRecords } from "../../../src/worker/record-cipher.ts";
import type { OpenRecord } from "../../../src/worker/record.ts";
import { createVault, openVault, type DeriveSlowly } from "../../../src/worker/vault.ts";
import { createSeededRandom, deriveQuickly } from "../../support/tablet/fakes.ts";

const code = "123456789012345";
const random = createSeededRandom(5);

async function makeVault(derive: DeriveSlowly = deriveQuickly) {
  const dataKey = await generateDataKey();
  const officer = await generateSigningKey("off", { extractable: true });
  return createVault({ code, dataKey, officer, comparisonDigits: "123456789012" }, derive, random);
}

function listRecord(id: string): OpenRecord {
  return {
    id,
    content: {
      typ: "list",
      events: [{ type: "list-started", atMs: 1, by: "officer-7", list: "AAAAAAAAAAAAAAAAAAAAAA", asOf: "2021-06-01" }],
    },
  };
}

describe("the vault", () => {
  it("opens with its code, and neither key can leave it again", async () => {
    const opened = await openVault(await makeVault(), code, deriveQuickly);
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.dataKey.extractable).toBe(false);
    expect(opened.value.officer.privateKey.extractable).toBe(false);
    expect(opened.value.officer.purpose).toBe("off");
  });

  it("[SY71] another code opens nothing", async () => {
    const opened = await openVault(await makeVault(), "123456789012346", deriveQuickly);
    expect(opened).toEqual({ ok: false, error: { type: "code-wrong" } });
  });

  it("[SY71] one flipped bit in one key is a damage and not a wrong code", async () => {
    const vault = await makeVault();
    for (const name of ["dataKey", "officer"] as const) {
      const wrapped = new Uint8Array(vault[name].wrapped);
      wrapped[3] = (wrapped[3] ?? 0) ^ 1;
      const damaged = { ...vault, [name]: { ...vault[name], wrapped } };
      expect(await openVault(damaged, code, deriveQuickly)).toEqual({ ok: false, error: { type: "vault-damaged" } });
    }
  });

  it("[SY55] takes its key from Argon2id at 64 MiB, 3 passes, 1 lane", async () => {
    const vault = await makeVault(deriveByArgon2id);
    expect(vault.kdf).toEqual({ memoryKib: 65_536, passes: 3, lanes: 1, hashBytes: 32 });
    expect(await openVault(vault, code, deriveByArgon2id)).toMatchObject({ ok: true });
    expect(await openVault(vault, "000000000000000", deriveByArgon2id)).toMatchObject({ ok: false });
  });
});

describe("records at rest", () => {
  it("[SY58] open again, each under its own id; the same content never looks the same twice", async () => {
    const opened = await openVault(await makeVault(), code, deriveQuickly);
    if (!opened.ok) throw new Error(opened.error.type);
    const { dataKey } = opened.value;
    const records = [listRecord("record-a"), listRecord("record-b")];
    const [a, b] = await closeRecords(dataKey, records, random);
    if (a === undefined || b === undefined) throw new Error("no records");
    expect(a.ct.length % 512).toBe(16);
    expect(a.ct).not.toEqual(b.ct);
    expect(await openRecords(dataKey, [a, b])).toEqual({ records, damaged: 0, newer: 0 });
  });

  it("[SY57] exchanged, changed and newer ones are counted, and stop none of the others", async () => {
    const opened = await openVault(await makeVault(), code, deriveQuickly);
    if (!opened.ok) throw new Error(opened.error.type);
    const { dataKey } = opened.value;
    const closed = await closeRecords(
      dataKey,
      ["a", "b", "c", "d", "e"].map((id) => listRecord(id)),
      random,
    );
    const [a, b, c, d, e] = closed;
    if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) return;
    const flipped = new Uint8Array(c.ct);
    flipped[0] = (flipped[0] ?? 0) ^ 1;
    const stored = [
      { ...a, ct: b.ct, iv: b.iv },
      { ...b, ct: a.ct, iv: a.iv },
      { ...c, ct: flipped },
      { ...d, v: 2 },
      e,
    ];
    const read = await openRecords(dataKey, stored);
    expect(read.records.map(({ id }) => id)).toEqual(["e"]);
    expect([read.damaged, read.newer]).toEqual([3, 1]);
  });
});
