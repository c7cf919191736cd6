import {
  base64UrlToBytes,
  bytesToBase64Url,
  Id,
  Instant,
  instantToMs,
  msToInstant,
  newId,
  sha256,
  Sha256,
} from "#protocol";
import { describe, expect, it } from "vitest";
import { seededRandom } from "./support/census-room.ts";

describe("base64url", () => {
  it("[SY1] writes the examples of RFC 4648 without padding", () => {
    const written = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) =>
      bytesToBase64Url(new TextEncoder().encode(text)),
    );
    expect(written).toEqual(["", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"]);
    expect(bytesToBase64Url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe("-__-");
  });

  it.each(["Zg==", "Zh", "Zm9", "Z", "Zm9v\n", "Zm 9v", "Zm9+", "Zm/v", "Zм"])(
    "[SY1] refuses %j: bytes have one spelling",
    (text) => {
      expect(base64UrlToBytes(text)).toBeNull();
    },
  );
});

describe("ids and instants", () => {
  it("[SY2] makes an id of 128 bits from the randomness it is given", () => {
    const id = newId(seededRandom(1));
    expect(id).toHaveLength(22);
    expect(Id.safeParse(id).success).toBe(true);
    expect(base64UrlToBytes(id)).toHaveLength(16);
    expect(newId(seededRandom(1))).toBe(id);
    expect(newId(seededRandom(2))).not.toBe(id);
  });

  it("[SY2] refuses ids and hashes that are too short, too long or spelt otherwise", async () => {
    const hash = await sha256(new Uint8Array());
    expect(hash).toBe("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    expect(Sha256.safeParse(hash).success).toBe(true);
    expect(Sha256.safeParse(`${hash.slice(0, -1)}V`).success).toBe(false);
    expect(Id.safeParse("a".repeat(21)).success).toBe(false);
    expect(Id.safeParse("A".repeat(23)).success).toBe(false);
    expect(Id.safeParse(`${"A".repeat(21)}B`).success).toBe(false);
  });

  it("[SY2] knows one spelling of an instant: UTC with milliseconds", () => {
    const atMs = Date.UTC(2021, 7, 31, 18);
    expect(msToInstant(atMs)).toBe("2021-08-31T18:00:00.000Z");
    expect(instantToMs(msToInstant(atMs))).toBe(atMs);
    const others = ["2021-08-31T18:00:00Z", "2021-08-31T23:00:00.000+05:00", "2021-02-30T00:00:00.000Z", "2021-08-31"];
    for (const text of others) expect(Instant.safeParse(text).success).toBe(false);
  });
});
