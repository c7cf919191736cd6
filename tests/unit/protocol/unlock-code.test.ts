import { formatUnlockCode, generateUnlockCode, parseUnlockCode } from "#protocol";
import { describe, expect, it } from "vitest";
import { seededRandom } from "./support/census-room.ts";

const eightBytes = (number: bigint) => () =>
  Uint8Array.from({ length: 8 }, (_, at) => Number((number >> BigInt(56 - 8 * at)) & 0xffn));

describe("the unlock code", () => {
  it("[SY51] has fifteen digits, leading zeros kept", () => {
    const random = seededRandom(51);
    for (let round = 0; round < 200; round++) expect(generateUnlockCode(random)).toMatch(/^\d{15}$/);
    expect(generateUnlockCode(eightBytes(42n))).toBe("000000000000042");
    expect(generateUnlockCode(eightBytes(10n ** 15n + 7n))).toBe("000000000000007");
  });

  it("[SY51] makes every code equally likely: a number from the uneven end is drawn again", () => {
    const usable = (1n << 64n) - ((1n << 64n) % 10n ** 15n);
    const draws = [eightBytes(usable), eightBytes((1n << 64n) - 1n), eightBytes(usable - 1n)];
    let drawn = 0;
    const code = generateUnlockCode(() => draws[drawn++]?.() ?? new Uint8Array(8));
    expect([code, drawn]).toEqual(["999999999999999", 3]);
  });

  it("[SY51] is shown as 5-5-5 and read however it was typed", () => {
    expect(formatUnlockCode("123456789012345")).toBe("12345 67890 12345");
    for (const typed of [
      "12345 67890 12345",
      "123456789012345",
      " 12345-67890-12345\n",
      "12345\u00a067890\u00a012345",
    ]) {
      expect(parseUnlockCode(typed)).toBe("123456789012345");
    }
    for (const typed of ["", "1234", "1234567890123456", "12345 67890 1234o", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥"]) {
      expect(parseUnlockCode(typed)).toBeNull();
    }
  });
});
