import {
  bytesToBase64Url,
  decryptRecord,
  deriveKek,
  encryptRecord,
  generateDataKey,
  generateSealKey,
  generateSigningKey,
  onlyKey,
  openEscrow,
  sealEscrow,
  signJws,
  unwrapDataKey,
  unwrapOfficerKey,
  verifyJws,
  verifyKeyOf,
  wrapDataKey,
  wrapOfficerKey,
  type EncryptedRecord,
} from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "./support/census-room.ts";
import { codeOf } from "./support/raw-batch.ts";

const random = seededRandom(55);
const salt2 = random(16);
const argon = () => seededRandom(1)(32);
let kek: CryptoKey;
let otherKek: CryptoKey;
let dataKey: CryptoKey;

beforeAll(async () => {
  kek = await deriveKek(argon(), salt2);
  otherKek = await deriveKek(seededRandom(2)(32), salt2);
  dataKey = await generateDataKey();
});

function flipped(bytes: Uint8Array<ArrayBuffer>, at = 0): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

describe("the key-encryption key", () => {
  it("[SY55] comes from the code and the salt, is never extractable, and leaves no trace of the code's hash", async () => {
    const bytes = argon();
    const key = await deriveKek(bytes, salt2);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    expect([key.extractable, key.usages.toSorted()]).toEqual([false, ["unwrapKey", "wrapKey"]]);
  });

  it("[SY55] of another code or another salt opens nothing", async () => {
    const wrapped = await wrapDataKey(dataKey, kek, 0, random);
    expect(codeOf(await unwrapDataKey(wrapped, await deriveKek(argon(), salt2), 0))).toBe("ok");
    expect(codeOf(await unwrapDataKey(wrapped, otherKek, 0))).toBe("unlock-failed");
    expect(codeOf(await unwrapDataKey(wrapped, await deriveKek(argon(), random(16)), 0))).toBe("unlock-failed");
  });
});

describe("wrapped keys", () => {
  it("[SY56] a data key comes back able to work and not extractable", async () => {
    const wrapped = await wrapDataKey(dataKey, kek, 3, random);
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", dataKey));
    expect(bytesToBase64Url(wrapped.wrapped)).not.toContain(bytesToBase64Url(raw).slice(0, 20));
    const back = await unwrapDataKey(wrapped, kek, 3);
    if (!back.ok) throw new Error(back.error.type);
    expect(back.value.extractable).toBe(false);
    const place = { bucket: "main", store: "rec", id: "1", v: 1 };
    const record = await encryptRecord(dataKey, place, { n: 1 }, random);
    expect(await decryptRecord(back.value, place, record)).toEqual({ ok: true, value: { n: 1 } });
  });

  it("[SY56] says the same of a wrong code, another epoch and every flipped bit", async () => {
    const wrapped = await wrapDataKey(dataKey, kek, 3, random);
    const failures = [
      unwrapDataKey(wrapped, kek, 4),
      unwrapDataKey({ ...wrapped, iv: flipped(wrapped.iv) }, kek, 3),
      unwrapDataKey({ ...wrapped, wrapped: wrapped.wrapped.slice(1) }, kek, 3),
      ...Array.from(wrapped.wrapped, (_, at) =>
        unwrapDataKey({ ...wrapped, wrapped: flipped(wrapped.wrapped, at) }, kek, 3),
      ),
    ];
    for (const failure of failures) expect(codeOf(await failure)).toBe("unlock-failed");
  });

  it("[SY56] an officer key signs again after unwrapping, and only then", async () => {
    for (const alg of ["Ed25519", "ES256"] as const) {
      const officer = await generateSigningKey("off", { extractable: true, alg });
      const wrapped = await wrapOfficerKey(officer, kek, random);
      expect(Object.keys(wrapped).toSorted()).toEqual(["alg", "iv", "jwk", "kid", "purpose", "wrapped"]);
      expect(codeOf(await unwrapOfficerKey(wrapped, otherKek))).toBe("unlock-failed");
      expect(codeOf(await unwrapOfficerKey({ ...wrapped, kid: "another" }, kek))).toBe("unlock-failed");
      const back = await unwrapOfficerKey(wrapped, kek);
      if (!back.ok) throw new Error(back.error.type);
      expect(back.value.privateKey.extractable).toBe(false);
      const jws = await signJws("census-payload+jws", { n: 1 }, back.value);
      expect(codeOf(await verifyJws(jws, "census-payload+jws", onlyKey(await verifyKeyOf(officer))))).toBe("ok");
    }
  });
});

describe("records", () => {
  const place = { bucket: "main", store: "interviews", id: "QUdFQUdFQUdFQUdFQUdFQQ", v: 2 };
  let record: EncryptedRecord;
  beforeAll(async () => {
    record = await encryptRecord(dataKey, place, { given: "Күміс" }, random);
  });

  it("[SY57] open in their own place only", async () => {
    expect(await decryptRecord(dataKey, place, record)).toEqual({ ok: true, value: { given: "Күміс" } });
    const elsewhere = [
      { ...place, id: "another" },
      { ...place, store: "lines" },
      { ...place, bucket: "ep-1" },
      { ...place, v: 3 },
    ];
    for (const other of elsewhere) expect(codeOf(await decryptRecord(dataKey, other, record))).toBe("record-damaged");
  });

  it("[SY57] that changed places are damaged, both of them", async () => {
    const neighbour = { ...place, id: "neighbour" };
    const other = await encryptRecord(dataKey, neighbour, { given: "Бақыт" }, random);
    expect(codeOf(await decryptRecord(dataKey, place, other))).toBe("record-damaged");
    expect(codeOf(await decryptRecord(dataKey, neighbour, record))).toBe("record-damaged");
  });

  it("[SY57] are bound by the very text of the design", async () => {
    const additionalData = new TextEncoder().encode("census/rec/1|main|interviews|QUdFQUdFQUdFQUdFQUdFQQ|2");
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: record.iv, additionalData }, dataKey, record.ct);
    expect(new TextDecoder().decode(plain).trimEnd()).toBe('{"given":"Күміс"}');
  });

  it("[SY57] under another key, changed or cut are damaged", async () => {
    const other = await generateDataKey();
    expect(codeOf(await decryptRecord(other, place, record))).toBe("record-damaged");
    const changes: readonly EncryptedRecord[] = [
      { ...record, ct: flipped(record.ct, 17) },
      { ...record, ct: record.ct.slice(0, -1) },
      { ...record, ct: new Uint8Array() },
      { ...record, iv: flipped(record.iv) },
    ];
    for (const changed of changes) expect(codeOf(await decryptRecord(dataKey, place, changed))).toBe("record-damaged");
  });

  it("[SY58] have lengths of 512 bytes whatever is inside, and a new iv each time", async () => {
    const lengths = async (value: unknown) => (await encryptRecord(dataKey, place, value, random)).ct.length - 16;
    expect(await lengths({})).toBe(512);
    expect(await lengths("x".repeat(510))).toBe(512);
    expect(await lengths("x".repeat(511))).toBe(1024);
    const again = await encryptRecord(dataKey, place, { given: "Күміс" }, random);
    expect(again.iv).not.toEqual(record.iv);
    expect(again.ct).not.toEqual(record.ct);
  });
});

describe("the escrow of the data key", () => {
  it("[SY52] opens with the recovery identity and holds the very key", async () => {
    const recovery = await generateSealKey();
    const device = await generateSigningKey("dev", { extractable: false });
    const box = await sealEscrow(
      { deviceKid: device.kid, epoch: 0, dataKey },
      { id: "esc-1", recipient: recovery.recipient },
    );
    if (!box.ok) throw new Error(box.error.type);
    const opened = await openEscrow(box.value, recovery.identity);
    const raw = bytesToBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", dataKey)));
    expect(opened).toEqual({ ok: true, value: { v: 1, dev: device.kid, e: 0, dk: raw } });
    const other = await generateSealKey();
    expect(codeOf(await openEscrow(box.value, other.identity))).toBe("unseal-failed");
    expect(codeOf(await openEscrow({ ...box.value, e: 1 }, recovery.identity))).toBe("unseal-failed");
    expect(codeOf(await openEscrow({ ...box.value, box: "A" }, recovery.identity))).toBe("unseal-failed");
  });

  it("[SY52] is refused for a recipient that is not hybrid", async () => {
    const classical = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    const sealedTo = sealEscrow(
      { deviceKid: "A".repeat(43), epoch: 0, dataKey },
      { id: "esc-1", recipient: classical },
    );
    expect(codeOf(await sealedTo)).toBe("recipient-refused");
  });
});
