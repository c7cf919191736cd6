import { batchLimits, generateSealKey, newId, openBatch, sealBatch, sha256, type BatchOpening } from "#protocol";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { checkAgeHeader, decryptAge } from "../../../src/protocol/age-file.ts";
import { concatBytes, textToBytes } from "../../../src/protocol/bytes.ts";
import { gunzip, gzip } from "../../../src/protocol/gzip.ts";
import {
  batchOf,
  createDepartment,
  createTablet,
  formOf,
  keysOf,
  openingFor,
  sealed,
  seededRandom,
  type Department,
  type Tablet,
} from "./support/census-room.ts";
import { codeOf, encryptFor, sealRaw, type RawBatch } from "./support/raw-batch.ts";

let department: Department;
let tablet: Tablet;
const random = seededRandom(18);

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
});

const open = async (bytes: Uint8Array, change: Partial<BatchOpening> = {}) =>
  openBatch(bytes, openingFor(department, tablet, change));
const openRaw = async (raw: RawBatch, change: Partial<BatchOpening> = {}) =>
  codeOf(await open(await sealRaw(department, tablet, random, raw), change));
const opened = async (bytes: Uint8Array) => {
  const result = await open(bytes);
  if (!result.ok || result.value === null) throw new Error(codeOf(result));
  return result.value;
};

describe("the content", () => {
  it("[SY18] comes back as it was sealed, in order", async () => {
    const lines = [formOf(random, 1), formOf(random, 2, "Ұ ғ қ — «тырнақша» 🕊"), formOf(random, 3)];
    const batch = await sealed(batchOf(department, tablet, random, { lines }));
    const { header, lines: read, link, manifest } = await opened(batch.bytes);
    expect(read.map(({ parsed }) => parsed.ok && parsed.value)).toEqual(lines);
    expect(read.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(header).toEqual({
      typ: "census-payload",
      v: 1,
      col: department.col,
      dev: tablet.dev,
      bid: batch.bid,
      seq: 1,
      inst: tablet.inst,
      off: tablet.officerId,
      schema: "kz2021/1",
      n: 3,
    });
    expect([link, manifest]).toEqual([batch.link, batch.manifest]);
  });

  it("[SY18] has n + 2 lines, each ended by a line feed", async () => {
    const batch = await sealed(batchOf(department, tablet, random, { lines: [formOf(random), formOf(random, 2)] }));
    const age = batch.bytes.subarray(batch.manifestJws.length + 1);
    const zipped = await decryptAge(age, department.seal.identity);
    const plain = zipped.ok ? await gunzip([zipped.value], 1 << 20) : zipped;
    const text = plain.ok ? new TextDecoder().decode(plain.value) : "";
    expect(text.split("\n")).toHaveLength(2 + 2 + 1);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("[SY18] may be empty: the test batch of enrolment", async () => {
    const batch = await sealed(batchOf(department, tablet, random, { lines: [] }));
    expect((await opened(batch.bytes)).lines).toEqual([]);
  });

  it("[SY18] carries an escrowed data key in its header", async () => {
    const escrow = { id: "esc-1", e: 0, box: "QUdF" };
    const batch = await sealed(batchOf(department, tablet, random, { escrow }));
    expect((await opened(batch.bytes)).header.esc).toEqual(escrow);
  });

  it("[SY19] is signed by the officer before it is sealed, and by the device after", async () => {
    const batch = await sealed(batchOf(department, tablet, random));
    // Neither key opens the way for the other.
    expect(codeOf(await open(batch.bytes, { officerKeys: keysOf(tablet.deviceKey) }))).toBe("kid-unknown");
    expect(codeOf(await open(batch.bytes, { deviceKeys: keysOf(tablet.officerKey) }))).toBe("kid-unknown");
  });
});

describe("the recipient", () => {
  it("[SY20] is one post-quantum hybrid: any other is refused before sealing", async () => {
    const classical = await identityToRecipient(await generateX25519Identity());
    const last = department.seal.recipient.at(-1) === "q" ? "p" : "q";
    const misspelt = department.seal.recipient.slice(0, -1) + last;
    for (const recipient of [classical, misspelt, department.seal.recipient.toUpperCase(), "age1pq1", ""]) {
      expect(codeOf(await sealBatch(batchOf(department, tablet, random, { recipient })))).toBe("recipient-refused");
    }
  });

  it("[SY20] shows in the file as exactly one stanza of that kind", async () => {
    const batch = await sealed(batchOf(department, tablet, random));
    const header = new TextDecoder("latin1").decode(batch.bytes).split("--- ")[0] ?? "";
    expect(header.match(/\n-> /g)).toHaveLength(1);
    expect(header).toContain("\n-> mlkem768x25519 ");
  });

  it("[SY20] a file for two, for an X25519 key, or for a passphrase-like stanza is refused unopened", async () => {
    const classical = await identityToRecipient(await generateX25519Identity());
    const second = await generateSealKey();
    expect(await openRaw({ recipients: [department.seal.recipient, classical] })).toBe("unseal-failed");
    expect(await openRaw({ recipients: [department.seal.recipient, second.recipient] })).toBe("unseal-failed");
    expect(await openRaw({ recipients: [classical] })).toBe("unseal-failed");
    expect(codeOf(checkAgeHeader(textToBytes("age-encryption.org/v1\n-> scrypt AAAA 18\nAAAA\n--- AAAA\n")))).toBe(
      "unseal-failed",
    );
  });
});

describe("unsealing", () => {
  it("[SY21] gives null for a key this opener does not hold, and tries nothing", async () => {
    const batch = await sealed(batchOf(department, tablet, random, { sealId: "seal-9" }));
    expect(await open(batch.bytes)).toEqual({ ok: true, value: null });
  });

  it("[SY21] says one thing whatever the cryptography found wrong", async () => {
    const foreign = await generateSealKey();
    const flip = (at: (age: Uint8Array) => number) => (age: Uint8Array<ArrayBuffer>) => {
      const changed = new Uint8Array(age);
      changed[at(age)] = (changed[at(age)] ?? 0) ^ 1;
      return changed;
    };
    const macAt = (age: Uint8Array) => new TextDecoder("latin1").decode(age).indexOf("\n--- ") + 8;
    const failures: readonly RawBatch[] = [
      { recipients: [foreign.recipient] },
      { age: flip((age) => age.length - 1) },
      { age: flip((age) => age.length - 40) },
      { age: flip(macAt) },
      { age: flip((age) => macAt(age) + 60) },
      { age: flip(() => 3) },
      { age: flip(() => 60) },
      { age: (age) => age.slice(0, -1) },
      { age: (age) => concatBytes([age, Uint8Array.of(0)]) },
      { age: () => textToBytes("not an age file") },
    ];
    for (const raw of failures) expect(await openRaw(raw)).toBe("unseal-failed");
  });

  it("[SY21] never acts on text before its end was authenticated: a late cut in a long file refuses all of it", async () => {
    const long = crypto.getRandomValues(new Uint8Array(60_000));
    const age = await encryptFor([department.seal.recipient], concatBytes([long, long, long, long, long]));
    const cutAtChunk = age.subarray(0, age.length - ((age.length - 1775) % 65_552) - 16);
    for (const cut of [age.subarray(0, -1), cutAtChunk]) {
      expect(codeOf(await decryptAge(cut, department.seal.identity))).toBe("unseal-failed");
    }
  });

  it("[SY25] refuses a header above 16 kB before looking into it", async () => {
    const stanzas = "-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAA\n".repeat(20_000);
    const crowd = textToBytes(`age-encryption.org/v1\n${stanzas}--- AAAA\n`);
    expect(await openRaw({ age: () => crowd })).toBe("age-header-too-long");
  });
});

describe("the zipped content", () => {
  it("[SY22] is one member: two, or anything after it, are refused", async () => {
    const half = async (plain: Uint8Array) => Promise.all([gzip(plain.subarray(0, 40)), gzip(plain.subarray(40))]);
    expect(await openRaw({ zip: async (plain) => concatBytes(await half(plain)) })).toBe("gzip-bad");
    expect(
      await openRaw({ zip: async (plain) => concatBytes([await gzip(plain), await gzip(new Uint8Array())]) }),
    ).toBe("gzip-bad");
    expect(await openRaw({ zip: async (plain) => concatBytes([await gzip(plain), Uint8Array.of(0)]) })).toBe(
      "gzip-bad",
    );
  });

  it("[SY22] carries no name, time or comment, is not cut and keeps its checksum", async () => {
    const named = async (plain: Uint8Array) => {
      const zipped = new Uint8Array(gzipSync(plain));
      zipped[3] = 8;
      return concatBytes([zipped.subarray(0, 10), textToBytes("name\u0000"), zipped.subarray(10)]);
    };
    expect(await openRaw({ zip: named })).toBe("gzip-bad");
    expect(await openRaw({ zip: async (plain) => (await gzip(plain)).slice(0, -1) })).toBe("gzip-bad");
    expect(await openRaw({ zip: async (plain) => (await gzip(plain)).fill(0, -8, -4) })).toBe("gzip-bad");
    expect(await openRaw({ zip: (plain) => Promise.resolve(plain) })).toBe("gzip-bad");
    expect(await openRaw({ zip: () => Promise.resolve(new Uint8Array()) })).toBe("gzip-bad");
    expect(await openRaw({ zip: async (plain) => new Uint8Array(gzipSync(plain)) })).toBe("ok");
  });

  it("[SY22] is read the same from pieces of any size", async () => {
    const plain = textToBytes("санақ ".repeat(500));
    const zipped = await gzip(plain);
    for (const size of [1, 3, 11, zipped.length]) {
      const pieces = Array.from({ length: Math.ceil(zipped.length / size) }, (_, at) =>
        zipped.subarray(at * size, (at + 1) * size),
      );
      const read = await gunzip(pieces, plain.length);
      expect(read.ok && new TextDecoder().decode(read.value)).toBe("санақ ".repeat(500));
      expect(codeOf(await gunzip(pieces, plain.length - 1))).toBe("too-large");
      expect(codeOf(await gunzip(pieces.slice(0, -1), plain.length))).toBe("gzip-bad");
    }
  });

  it("[SY24] stops a bomb at 64 MiB", async () => {
    const bomb = async () => new Uint8Array(gzipSync(Buffer.alloc(batchLimits.plaintextBytes + 1)));
    expect(await openRaw({ zip: bomb })).toBe("too-large");
  });

  it("[SY24] an opener may lower the limits, never raise them", async () => {
    const lines = [JSON.stringify(formOf(random))];
    expect(await openRaw({ lines }, { limits: { plaintextBytes: 500 } })).toBe("too-large");
    expect(await openRaw({ lines }, { limits: { lines: 2 } })).toBe("too-many-lines");
    expect(await openRaw({ lines }, { limits: { lineBytes: 300 } })).toBe("line-too-long");
    const long = { lines: [`"${"x".repeat(batchLimits.lineBytes)}"`] };
    expect(await openRaw(long, { limits: { lineBytes: 1 << 30 } })).toBe("line-too-long");
  });
});

describe("the lines", () => {
  it("[SY26] at most 20,000 of them, header and signature counted", async () => {
    const many = (count: number) => Array.from({ length: count }, () => "0");
    expect(await openRaw({ lines: many(batchLimits.lines - 2) })).toBe("ok");
    expect(await openRaw({ lines: many(batchLimits.lines - 1) })).toBe("too-many-lines");
  });

  it("[SY26] none above 64 kB", async () => {
    const line = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;
    expect(await openRaw({ lines: [line(batchLimits.lineBytes)] })).toBe("ok");
    expect(await openRaw({ lines: [line(batchLimits.lineBytes + 1)] })).toBe("line-too-long");
    expect(await openRaw({ lines: [line(1 << 20)] })).toBe("line-too-long");
  });

  it("[SY26] a tablet does not seal what an opener would refuse", async () => {
    const long = formOf(random, 1, "x".repeat(2000));
    const answers = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`P${at + 1}`, long.answers.P02]));
    const lines = [{ ...long, answers: answers as typeof long.answers }];
    expect(codeOf(await sealBatch(batchOf(department, tablet, random, { lines })))).toBe("line-too-long");
    const crowd = Array.from({ length: batchLimits.lines - 1 }, () => long);
    expect(codeOf(await sealBatch(batchOf(department, tablet, random, { lines: crowd })))).toBe("too-many-lines");
  });
});

describe("the officer's signature", () => {
  it("[SY27] by a key nobody enrolled is refused, though the device's is right", async () => {
    const forger = await createTablet(random);
    expect(await openRaw({ officer: forger.officer })).toBe("kid-unknown");
  });

  it("[SY27] of another tablet's officer is as good as none: nobody puts his name on their bytes", async () => {
    const other = await createTablet(random);
    const known = { officerKeys: keysOf(tablet.officerKey, other.officerKey) };
    expect(await openRaw({ officer: other.officer }, known)).toBe("kid-unknown");
  });

  it("[SY27] B's envelope around A's sealed bytes does not open", async () => {
    const thief = await createTablet(random);
    const batch = await sealed(batchOf(department, tablet, random));
    const age = batch.bytes.subarray(batch.manifestJws.length + 1);
    const stolen = await sealRaw(department, thief, random, { age: () => age, manifest: { bid: batch.bid } });
    const opening = openingFor(department, thief, {
      deviceKeys: keysOf(tablet.deviceKey, thief.deviceKey),
      officerKeys: keysOf(tablet.officerKey, thief.officerKey),
    });
    expect(codeOf(await openBatch(stolen, opening))).toBe("kid-unknown");
  });

  it.each(["bid", "dev", "seq", "col", "n"])("[SY27] is of this very batch: another %s is refused", async (member) => {
    const others = { bid: newId(random), dev: newId(random), seq: 2, col: "kz2031", n: 1 };
    const signature = { [member]: others[member as keyof typeof others] };
    expect(await openRaw({ signature })).toBe("payload-not-for-this-batch");
  });

  it("[SY27] covers every byte before it", async () => {
    const lines = [JSON.stringify(formOf(random))];
    const replaceFirst = (plain: Uint8Array) =>
      textToBytes(new TextDecoder().decode(plain).replace('"code":"2"', '"code":"1"'));
    expect(await openRaw({ lines, plain: replaceFirst })).toBe("payload-hash");
    expect(await openRaw({ signature: { sha: await sha256(new Uint8Array()) } })).toBe("payload-hash");
  });

  it("[SY27] is the last line: content that stops before it, or goes on after it, is refused", async () => {
    const cut = (plain: Uint8Array<ArrayBuffer>) => plain.slice(0, -1);
    expect(await openRaw({ plain: cut })).toBe("payload-not-for-this-batch");
    expect(await openRaw({ plain: (plain) => plain.slice(0, plain.indexOf(10) + 1) })).toBe(
      "payload-not-for-this-batch",
    );
    expect(await openRaw({ plain: (plain) => concatBytes([plain, textToBytes("{}\n")]) })).toBe("jws-malformed");
    expect(await openRaw({ plain: () => new Uint8Array() })).toBe("payload-not-for-this-batch");
  });
});

describe("the header line", () => {
  it.each([
    ["inst", "431010000-0008"],
    ["off", "somebody-else"],
    ["dev", "AAAAAAAAAAAAAAAAAAAAAA"],
    ["bid", "AAAAAAAAAAAAAAAAAAAAAA"],
    ["seq", 2],
    ["n", 5],
    ["v", 2],
    ["typ", "census-downlink"],
    ["extra", 1],
  ])("[SY28] with another %s than envelope and registry is refused", async (member, value) => {
    expect(await openRaw({ header: { [member]: value } })).toBe("header-mismatch");
  });

  it("[SY28] a device the registry does not know has no institution", async () => {
    expect(await openRaw({}, { enrolmentOf: () => null })).toBe("header-mismatch");
  });

  it("[SY28] a schema this opener does not know is refused as a whole", async () => {
    expect(await openRaw({ header: { schema: "kz2031/1" } })).toBe("schema-unknown");
  });
});

describe("a line that cannot be taken", () => {
  const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const form = JSON.stringify(formOf(seededRandom(29)));
  const name = { id: JSON.parse(form).id as string, rev: 1 };
  const unnamed = { id: null, rev: null };

  it.each([
    ["no JSON", "{", "json", unnamed],
    ["an empty line", "", "json", unnamed],
    ["a hundred brackets", deep(100), "depth", unnamed],
    ["thirty thousand brackets", deep(30_000), "depth", unnamed],
    ["an unknown member", form.replace('"rev":1', '"rev":1,"admin":true'), "shape", name],
    ["an unknown kind", '{"typ":"command","v":1}', "shape", unnamed],
    ["a number beyond all numbers", form.replace('"line":1', '"line":1e400'), "shape", name],
    ["a NUL", form.replace("Ауыл", "\\u0000"), "text", name],
    ["half a surrogate pair", form.replace("Ауыл", "\\ud800"), "text", name],
    ["__proto__", form.replace('"answers":{', '"answers":{"__proto__":{"state":"refused"},'), "text", name],
  ])("[SY29] %s: this line is refused by its number, the others are taken", async (_, bad, code, named) => {
    const { lines } = await opened(await sealRaw(department, tablet, random, { lines: [form, bad, form] }));
    expect(lines.map(({ parsed }) => parsed.ok)).toEqual([true, false, true]);
    const refused = lines[1]?.parsed;
    expect(refused?.ok === false && refused.error).toEqual({ type: "form-invalid", line: 3, ...named, code });
    expect(Object.hasOwn(Object.prototype, "state")).toBe(false);
  });

  it("[SY29] bytes that are no UTF-8 are refused in their line only", async () => {
    const broken = concatBytes([textToBytes('{"typ":"'), Uint8Array.of(0xff, 0xfe), textToBytes('"}')]);
    const { lines } = await opened(await sealRaw(department, tablet, random, { lines: [broken, form] }));
    expect(lines.map(({ parsed }) => (parsed.ok ? "ok" : parsed.error.code))).toEqual(["utf-8", "ok"]);
  });

  it("[SY29] of two members with one name the last one counts, for everybody alike", async () => {
    const twice = form.replace('"rev":1', '"rev":7,"rev":2');
    const { lines } = await opened(await sealRaw(department, tablet, random, { lines: [twice] }));
    const line = lines[0]?.parsed;
    expect(line?.ok === true && line.value.typ === "form" && line.value.rev).toBe(2);
  });
});
