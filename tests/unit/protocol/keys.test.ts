import {
  exportSigningKey,
  generateSigningKey,
  importSigningKey,
  importVerifyKey,
  PublicJwk,
  signJws,
  thumbprint,
  verifyJws,
  verifyKeyOf,
  onlyKey,
} from "#protocol";
import { describe, expect, it } from "vitest";
import { codeOf } from "./support/raw-batch.ts";

describe("signature keys", () => {
  it("[SY3] are Ed25519, and ES256 where the platform has nothing else", async () => {
    const key = await generateSigningKey("dev", { extractable: false });
    const fallback = await generateSigningKey("dev", { extractable: false, alg: "ES256" });
    expect([key.alg, key.jwk.kty]).toEqual(["Ed25519", "OKP"]);
    expect([fallback.alg, fallback.jwk.kty]).toEqual(["ES256", "EC"]);
  });

  it("[SY3] [SY8] both sign lines that their public half verifies", async () => {
    for (const alg of ["Ed25519", "ES256"] as const) {
      const key = await generateSigningKey("dev", { extractable: false, alg });
      for (let round = 0; round < 8; round++) {
        const jws = await signJws("census-poll+jws", { round }, key);
        expect(codeOf(await verifyJws(jws, "census-poll+jws", onlyKey(await verifyKeyOf(key))))).toBe("ok");
      }
    }
  });

  it("[SY4] are named by the thumbprint of RFC 7638 (the key of RFC 8037, A.3)", async () => {
    const jwk = PublicJwk.parse({ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
    expect(await thumbprint(jwk)).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });

  it("[SY4] travel with nothing beside what the name covers", async () => {
    const { jwk } = await generateSigningKey("off", { extractable: true });
    expect(PublicJwk.safeParse({ ...jwk, kid: "x" }).success).toBe(false);
    expect(PublicJwk.safeParse({ ...jwk, d: "x" }).success).toBe(false);
  });

  it("[SY5] a key of another purpose is as good as unknown", async () => {
    const collector = await generateSigningKey("rcpt", { extractable: true });
    const jws = await signJws("census-hello+jws", {}, collector);
    const asDevice = { ...(await verifyKeyOf(collector)), purpose: "dev" as const };
    expect(codeOf(await verifyJws(jws, "census-hello+jws", onlyKey(asDevice)))).toBe("kid-unknown");
  });

  it("[SY5] a key does not sign what its purpose may not say", async () => {
    const collector = await generateSigningKey("rcpt", { extractable: true });
    await expect(signJws("census-batch+jws", {}, collector)).rejects.toThrow(/does not sign/);
  });

  it("[SY6] a device key cannot be taken out of the platform", async () => {
    const device = await generateSigningKey("dev", { extractable: false });
    expect(device.privateKey.extractable).toBe(false);
    await expect(exportSigningKey(device)).rejects.toThrow();
  });

  it("[SY6] a server's key survives its file, and a secret under another name does not", async () => {
    for (const alg of ["Ed25519", "ES256"] as const) {
      const key = await generateSigningKey("open", { extractable: true, alg });
      const other = await generateSigningKey("open", { extractable: true, alg });
      const secret = await exportSigningKey(key);
      const read = await importSigningKey(secret, "open");
      expect(read.ok && read.value.kid).toBe(key.kid);
      const mixed = { ...secret, d: (await exportSigningKey(other)).d };
      expect(codeOf(await importSigningKey(mixed, "open"))).toBe("keys-invalid");
    }
  });

  it("[SY4] a point that is not on the curve is no key", async () => {
    const { jwk } = await generateSigningKey("dev", { extractable: true, alg: "ES256" });
    const bent = { ...jwk, x: "A".repeat(43) };
    expect(codeOf(await importVerifyKey(PublicJwk.parse(bent), "dev"))).toBe("keys-invalid");
  });
});
