import {
  currentSealKey,
  documentKey,
  generateSealKey,
  generateSigningKey,
  KeyDocument,
  signJws,
  signKeyDocument,
  verifyKeyDocument,
} from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { createDepartment, duringMs, yearFrom, yearTo, type Department } from "./support/census-room.ts";
import { codeOf } from "./support/raw-batch.ts";

let department: Department;
beforeAll(async () => {
  department = await createDepartment();
});

describe("the key document", () => {
  it("[SY10] is taken when its root is the one of the fingerprint", async () => {
    const verified = await verifyKeyDocument(department.documentJws, department.root.kid, 0);
    expect(verified.ok && verified.value).toEqual(department.document);
  });

  it("[SY10] of another root is refused, however well signed", async () => {
    const other = await createDepartment();
    expect(codeOf(await verifyKeyDocument(other.documentJws, department.root.kid, 0))).toBe("fingerprint-mismatch");
  });

  it("[SY10] that names the root but was signed by another key is refused", async () => {
    const other = await generateSigningKey("root", { extractable: true });
    const forged = await signJws("census-keys+jws", department.document, other);
    expect(codeOf(await verifyKeyDocument(forged, department.root.kid, 0))).toBe("kid-unknown");
    const renamed = await signJws("census-keys+jws", department.document, { ...other, kid: department.root.kid });
    expect(codeOf(await verifyKeyDocument(renamed, department.root.kid, 0))).toBe("signature-bad");
  });

  it("[SY10] is never signed by a root it does not name", async () => {
    const other = await generateSigningKey("root", { extractable: true });
    await expect(signKeyDocument(department.document, other)).rejects.toThrow(/another root/);
  });

  it("[SY11] never goes back to an earlier edition; the same edition again is fine", async () => {
    expect(codeOf(await verifyKeyDocument(department.documentJws, department.root.kid, 3))).toBe("ok");
    expect(codeOf(await verifyKeyDocument(department.documentJws, department.root.kid, 4))).toBe("keys-older");
  });

  it("[SY12] is refused when a name is not its key's, or one key has two jobs", async () => {
    const stranger = await generateSigningKey("rcpt", { extractable: true });
    const valid = { from: yearFrom, to: yearTo };
    const asRoot = { kid: department.root.kid, jwk: department.root.jwk, ...valid };
    const misnamed = { kid: stranger.kid, jwk: department.collector.jwk, ...valid };
    const changes: readonly Partial<KeyDocument>[] = [
      { rcpt: [misnamed] },
      { open: department.document.rcpt },
      { rcpt: [asRoot] },
      { esc: { id: "esc-1", recipient: department.seal.recipient } },
      { esc: { id: "seal-1", recipient: department.recovery.recipient } },
    ];
    for (const change of changes) {
      const jws = await signJws("census-keys+jws", { ...department.document, ...change }, department.root);
      expect(codeOf(await verifyKeyDocument(jws, department.root.kid, 0))).toBe("keys-invalid");
    }
  });

  it("[SY12] is refused with a member nobody defined or a recipient that is not post-quantum", async () => {
    const classical = {
      id: "x",
      recipient: "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
      from: yearFrom,
      to: yearTo,
    };
    for (const change of [{ extra: 1 }, { seal: [classical] }, { seal: [] }]) {
      const jws = await signJws("census-keys+jws", { ...department.document, ...change }, department.root);
      expect(codeOf(await verifyKeyDocument(jws, department.root.kid, 0))).toBe("keys-invalid");
    }
  });
});

describe("the keys in it", () => {
  it("[SY13] speak in their job and in their time only", async () => {
    const { document, collector } = department;
    expect((await documentKey(document, "rcpt", collector.kid, duringMs))?.kid).toBe(collector.kid);
    expect(await documentKey(document, "open", collector.kid, duringMs)).toBeNull();
    expect(await documentKey(document, "rcpt", collector.kid, Date.parse(yearTo))).toBeNull();
    expect(await documentKey(document, "rcpt", collector.kid, Date.parse(yearFrom) - 1)).toBeNull();
    expect((await documentKey(document, "rcpt", collector.kid, Date.parse(yearFrom)))?.kid).toBe(collector.kid);
  });

  it("[SY13] are silent once revoked, and when their algorithm is no longer allowed", async () => {
    const { document, collector } = department;
    expect(await documentKey({ ...document, revoked: [collector.kid] }, "rcpt", collector.kid, duringMs)).toBeNull();
    expect(await documentKey({ ...document, minAlg: ["ES256"] }, "rcpt", collector.kid, duringMs)).toBeNull();
  });

  it("[SY13] the newest valid seal key is used, and a tablet with a wrong date can still seal", async () => {
    const next = await generateSealKey();
    const later = { id: "seal-2", recipient: next.recipient, from: "2021-09-01T00:00:00.000Z", to: yearTo };
    const rotated = { ...department.document, seal: [later, ...department.document.seal] };
    expect(currentSealKey(rotated, Date.parse("2021-08-31T23:59:59.999Z")).id).toBe("seal-1");
    expect(currentSealKey(rotated, duringMs).id).toBe("seal-2");
    expect(currentSealKey(rotated, 0).id).toBe("seal-2");
    expect(currentSealKey(rotated, Date.UTC(2035, 0, 1)).id).toBe("seal-2");
  });
});
