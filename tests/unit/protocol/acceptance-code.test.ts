import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { acceptanceCode, formatAcceptanceCode, openBatch, parseAcceptanceCode } from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { sealRaw } from "./support/raw-batch.ts";
import {
  batchOf,
  createDepartment,
  createTablet,
  formOf,
  openingFor,
  sealed,
  seededRandom,
  type Department,
  type Tablet,
} from "./support/census-room.ts";

const random = seededRandom(85);
const secret = Buffer.alloc(32, 7).toString("base64url");
const batch = { col: "kz-2021", dev: "d".repeat(22), seq: 7, link: "l".repeat(43) };

let department: Department;
let tablet: Tablet;
beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
});

const openedSecret = async (bytes: Uint8Array): Promise<string> => {
  const opened = await openBatch(bytes, openingFor(department, tablet));
  if (!opened.ok || opened.value === null) throw new Error("not opened");
  return opened.value.secret;
};

describe("the secret", () => {
  it("[SY85] is the same for who sealed and who opened, and another for every batch, an empty one too", async () => {
    const batches = [
      await sealed(batchOf(department, tablet, random, { lines: [] })),
      await sealed(batchOf(department, tablet, random, { lines: [] })),
      await sealed(batchOf(department, tablet, random, { lines: [formOf(random, 1), formOf(random, 2)] })),
    ];
    const opened = await Promise.all(batches.map(({ bytes }) => openedSecret(bytes)));
    expect(opened).toEqual(batches.map((one) => one.secret));
    expect(new Set(opened).size).toBe(3);
  });

  it("[SY85] is the hash of the whole content, the officer's line included, and stands in no manifest", async () => {
    let content = new Uint8Array();
    const bytes = await sealRaw(department, tablet, random, {
      plain: (plain) => {
        content = plain;
        return plain;
      },
    });
    const lines = Buffer.from(content).toString().split("\n");
    expect(lines.at(-2)?.split(".")).toHaveLength(3);
    const known = await openedSecret(bytes);
    expect(known).toBe(createHash("sha256").update(content).digest("base64url"));
    expect(Buffer.from(bytes).toString("latin1")).not.toContain(known);
  });
});

describe("the code", () => {
  it("[SY86] is a known one for a known secret, leading zeros kept", async () => {
    expect(await acceptanceCode(secret, batch)).toBe("20732242");
    expect(await acceptanceCode(secret, { ...batch, seq: 852 })).toBe("00023798");
  });

  it("[SY86] is what another implementation of HMAC makes of the same text", async () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.record({
          col: fc.constantFrom("kz-2021", "x"),
          dev: id,
          seq: fc.integer({ min: 1, max: 99_999 }),
          link: id,
        }),
        async (bytes, named) => {
          const code = await acceptanceCode(Buffer.from(bytes).toString("base64url"), named);
          const text = `census/acceptance/1|${named.col}|${named.dev}|${named.seq}|${named.link}`;
          const number = createHmac("sha256", bytes).update(text).digest().readBigUInt64BE(0) % 10n ** 8n;
          expect(code).toBe(String(number).padStart(8, "0"));
        },
      ),
    );
  });

  it("[SY86] is another one for another secret, collection, tablet, number and past", async () => {
    const others = await Promise.all([
      acceptanceCode(secret, batch),
      acceptanceCode(Buffer.alloc(32, 8).toString("base64url"), batch),
      acceptanceCode(secret, { ...batch, col: "kz-2031" }),
      acceptanceCode(secret, { ...batch, dev: "e".repeat(22) }),
      acceptanceCode(secret, { ...batch, seq: 8 }),
      acceptanceCode(secret, { ...batch, link: "m".repeat(43) }),
    ]);
    expect(new Set(others).size).toBe(others.length);
  });

  it("[SY86] throws for what is no secret", async () => {
    for (const wrong of ["", "AAAA", `${secret}=`, "x".repeat(44)]) {
      await expect(acceptanceCode(wrong, batch)).rejects.toThrow("32 bytes");
    }
  });

  it("[SY86] is shown as 4-4 and read however it was typed", () => {
    expect(formatAcceptanceCode("01234567")).toBe("0123 4567");
    for (const typed of ["0123 4567", "01234567", " 0123-4567\n", "0123\u00a04567", "0 1 2 3 4 5 6 7"]) {
      expect(parseAcceptanceCode(typed)).toBe("01234567");
    }
    for (const typed of ["", "0123456", "012345678", "0123 456o", "٠١٢٣٤٥٦٧"]) {
      expect(parseAcceptanceCode(typed)).toBeNull();
    }
  });
});
