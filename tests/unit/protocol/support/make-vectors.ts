// Makes the vectors of CSB/1, good ones and bad ones. Run once, by tools/make-vectors.ts.
import {
  buildEnrolRequest,
  bytesToBase64Url,
  exportSigningKey,
  generateDataKey,
  generateSealKey,
  generateSigningKey,
  newId,
  sealEscrow,
  signHello,
  signJws,
  signKeyDocument,
  signReceipt,
  signCumulativeReceipt,
  writeBundle,
  type BatchToSeal,
  type KeyDocument,
  type Random,
  type Receipt,
  type SealedBatch,
  type SigningKey,
} from "#protocol";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { concatBytes, textToBytes } from "../../../../src/protocol/bytes.ts";
import { gzip } from "../../../../src/protocol/gzip.ts";
import {
  batchOf,
  createDepartment,
  createTablet,
  duringMs,
  formOf,
  sealed,
  yearFrom,
  yearTo,
  type Department,
  type Tablet,
} from "./census-room.ts";
import { sealRaw, signAnyHeader, type RawBatch } from "./raw-batch.ts";
import { VectorFile } from "./vector-file.ts";

type BatchVector = VectorFile["batches"][number];

const line = (bytes: Uint8Array) => bytes.indexOf(10);

async function keyOf(key: SigningKey, owner: string | null) {
  return { owner, secret: await exportSigningKey(key) };
}

/** As `createTablet`, but with a device key that can be written into the file. */
async function createOpenTablet(random: Random, alg: "Ed25519" | "ES256" = "Ed25519"): Promise<Tablet> {
  const device = await generateSigningKey("dev", { extractable: true, alg });
  return { ...(await createTablet(random, alg)), device };
}

/** Everything in one file. Other keys and other bytes each time: run it for a new version of the protocol only. */
export async function makeVectors(random: Random): Promise<VectorFile> {
  const department = await createDepartment();
  const tablet = await createOpenTablet(random);
  const other = await createOpenTablet(random);
  const old = await createOpenTablet(random, "ES256");
  const nonce = newId(random);
  const code = newId(random);
  const good = await goodBatches(department, tablet, old, random);
  const batches = [
    ...good.vectors,
    ...(await badEnvelopes(department, tablet, other, good.first, random)),
    ...(await badContents(department, tablet, other, random)),
  ];
  return VectorFile.parse({
    format: "csb-1-vectors/1",
    about:
      "Frozen vectors of CSB/1. The keys are TEST keys: they sign and open nothing else. All people are invented; a later release must give the same result for each vector.",
    col: department.col,
    schema: "kz2021/1",
    atMs: duringMs,
    TEST_keys: {
      root: await keyOf(department.root, null),
      collector: await keyOf(department.collector, null),
      opener: await keyOf(department.opener, null),
      device: await keyOf(tablet.device, tablet.dev),
      officer: await keyOf(tablet.officer, tablet.dev),
      otherDevice: await keyOf(other.device, other.dev),
      otherOfficer: await keyOf(other.officer, other.dev),
      es256Device: await keyOf(old.device, old.dev),
      es256Officer: await keyOf(old.officer, old.dev),
    },
    TEST_sealIdentity: department.seal.identity,
    TEST_recoveryIdentity: department.recovery.identity,
    registry: Object.fromEntries(
      [tablet, other, old].map(({ dev, inst, officerId }) => [dev, { inst, off: officerId }]),
    ),
    batches,
    arrivals: [
      {
        name: "in-order",
        about: "a chain as it was sealed",
        batches: ["valid", "valid-second"],
        verdicts: ["new", "new"],
      },
      {
        name: "backwards",
        about: "the USB medium came before the network",
        batches: ["valid-second", "valid"],
        verdicts: ["new", "new"],
      },
      { name: "copy", about: "the same batch by both ways", batches: ["valid", "valid"], verdicts: ["new", "copy"] },
      {
        name: "fork",
        about: "a copied tablet sealed its own second batch",
        batches: ["valid", "valid-second", "fork-second"],
        verdicts: ["new", "new", "seq-fork"],
      },
      {
        name: "broken",
        about: "the third batch follows the copy's second",
        batches: ["valid", "valid-second", "fork-third"],
        verdicts: ["new", "new", "chain-broken"],
      },
    ],
    bundles: await bundles(tablet, good.first, good.second),
    lines: await lines(department, tablet, good.first, nonce, code, random),
    nonce,
    TEST_enrolmentCode: code,
    escrow: await escrow(department, tablet),
  });
}

const vector = (
  name: string,
  about: string,
  bytes: Uint8Array,
  envelope: string,
  open: string,
  lineCodes?: readonly string[],
): BatchVector => ({
  name,
  about,
  bytes: bytesToBase64Url(bytes),
  envelope,
  open,
  ...(lineCodes === undefined ? {} : { lines: [...lineCodes] }),
});

async function goodBatches(department: Department, tablet: Tablet, old: Tablet, random: Random) {
  const seal = async (change: Partial<BatchToSeal> = {}, by = tablet) =>
    sealed(batchOf(department, by, random, change));
  const first = await seal({ lines: [formOf(random, 1), formOf(random, 2, "Ұ ғ қ ә і ң ө ү һ"), formOf(random, 3)] });
  const second = await seal({ seq: 2, prev: first.link });
  const forkSecond = await seal({ seq: 2, prev: first.link });
  const forkThird = await seal({ seq: 3, prev: forkSecond.link });
  const empty = await seal({ lines: [] });
  const es256 = await seal({}, old);
  const foreignSeal = await seal({ sealId: "seal-9" });
  const form = JSON.stringify(formOf(random));
  const mixed = await sealRaw(department, tablet, random, { lines: [form, form.replace('"rev":1', '"rev":0'), form] });
  const vectors = [
    vector("valid", "three forms", first.bytes, "ok", "ok", ["ok", "ok", "ok"]),
    vector("valid-second", "the batch after `valid`", second.bytes, "ok", "ok", ["ok"]),
    vector("fork-second", "another batch after `valid`, by a copy of the tablet", forkSecond.bytes, "ok", "ok", ["ok"]),
    vector("fork-third", "the batch after `fork-second`", forkThird.bytes, "ok", "ok", ["ok"]),
    vector("valid-empty", "the test batch of enrolment: no form", empty.bytes, "ok", "ok", []),
    vector("valid-es256", "a tablet without Ed25519", es256.bytes, "ok", "ok", ["ok"]),
    vector("valid-but-one-line", "the second of three forms is refused alone", mixed, "ok", "ok", [
      "ok",
      "shape",
      "ok",
    ]),
    vector("for-another-opener", "rk names a key this opener does not hold", foreignSeal.bytes, "ok", "null"),
  ];
  return { vectors, first, second };
}

async function badEnvelopes(
  department: Department,
  tablet: Tablet,
  other: Tablet,
  valid: SealedBatch,
  random: Random,
): Promise<readonly BatchVector[]> {
  const bytes = valid.bytes;
  const raw = (batch: RawBatch) => sealRaw(department, tablet, random, batch);
  const age = bytes.subarray(line(bytes) + 1);
  const withLine = (jws: string) => concatBytes([textToBytes(`${jws}\n`), age]);
  const flipped = new Uint8Array(bytes);
  flipped[flipped.length - 100] = (flipped.at(-100) ?? 0) ^ 0x10;
  const { kid } = tablet.device;
  const typ = "census-batch+jws";
  const header = (change: object) =>
    signAnyHeader({ alg: "Ed25519", kid, typ, ...change }, valid.manifest, tablet.device);
  const es256 = await generateSigningKey("dev", { extractable: true, alg: "ES256" });
  const asManifest = await signJws("census-receipt+jws", valid.manifest, department.collector);
  const bad = (name: string, about: string, file: Uint8Array, code: string) => vector(name, about, file, code, code);
  return [
    bad("nothing", "an empty file", new Uint8Array(), "manifest-malformed"),
    bad("torn-in-manifest", "cut in the first line", bytes.subarray(0, 200), "manifest-malformed"),
    bad("torn-after-manifest", "cut right after the first line", bytes.subarray(0, line(bytes) + 1), "truncated"),
    bad("torn-last-byte", "one byte is missing", bytes.subarray(0, -1), "truncated"),
    bad("appended", "one byte too many", concatBytes([bytes, Uint8Array.of(10)]), "trailing-bytes"),
    bad("flipped", "one bit of the sealed bytes is another", flipped, "hash-mismatch"),
    bad(
      "wrong-manifest-sha",
      "a well signed manifest of other bytes",
      await raw({ manifest: { sha: valid.sha } }),
      "hash-mismatch",
    ),
    bad("manifest-too-long", "no line feed in 8 kB", new Uint8Array(9000).fill(0x61), "manifest-too-long"),
    bad("manifest-not-ascii", "a portal's page", textToBytes("<p>Тегін Wi-Fi</p>\n"), "manifest-malformed"),
    bad("other-collection", "a batch of another census", await raw({ manifest: { col: "kz2031" } }), "collector-other"),
    bad("version-2", "a later version", await raw({ manifest: { v: 2 } }), "version-unknown"),
    bad(
      "named-in-clear",
      "an institution in the manifest",
      await raw({ manifest: { inst: tablet.inst } }),
      "manifest-invalid",
    ),
    bad(
      "other-device",
      "one device's key, another's name",
      await raw({ manifest: { dev: other.dev } }),
      "device-mismatch",
    ),
    bad(
      "unknown-device",
      "a key nobody enrolled",
      await raw({ device: (await createTablet(random)).device }),
      "kid-unknown",
    ),
    bad("receipt-as-manifest", "signed by the collector, as a receipt", withLine(asManifest), "typ-refused"),
    bad(
      "alg-none",
      "no signature at all",
      withLine((await header({ alg: "none" })).replace(/\.[^.]*$/, ".")),
      "alg-refused",
    ),
    bad("alg-hs256", "a MAC where a signature belongs", withLine(await header({ alg: "HS256" })), "alg-refused"),
    bad("alg-eddsa", "the deprecated name", withLine(await header({ alg: "EdDSA" })), "alg-refused"),
    bad(
      "alg-not-the-keys",
      "ES256 under an Ed25519 key's name",
      withLine(await signAnyHeader({ alg: "ES256", kid, typ }, valid.manifest, es256)),
      "alg-refused",
    ),
    bad("header-jwk", "brings its own key", withLine(await header({ jwk: tablet.device.jwk })), "jws-malformed"),
    bad(
      "header-jku",
      "says where a key is",
      withLine(await header({ jku: "https://other.example/" })),
      "jws-malformed",
    ),
    bad("header-crit", "demands an extension", withLine(await header({ crit: ["b64"], b64: false })), "jws-malformed"),
  ];
}

async function badContents(
  department: Department,
  tablet: Tablet,
  other: Tablet,
  random: Random,
): Promise<readonly BatchVector[]> {
  const classical = await identityToRecipient(await generateX25519Identity());
  const foreign = await generateSealKey();
  const form = JSON.stringify(formOf(random));
  const bad = async (name: string, about: string, raw: RawBatch, code: string): Promise<BatchVector> =>
    vector(name, about, await sealRaw(department, tablet, random, { lines: [form], ...raw }), "ok", code);
  const stanza = `-> X25519 ${"A".repeat(43)}\n${"A".repeat(43)}\n`;
  const both = [department.seal.recipient, foreign.recipient];
  return [
    await bad("two-stanzas", "for two hybrid recipients", { recipients: both }, "unseal-failed"),
    await bad(
      "mixed-stanzas",
      "hybrid and X25519",
      { recipients: [department.seal.recipient, classical] },
      "unseal-failed",
    ),
    await bad("x25519", "for a classical recipient", { recipients: [classical] }, "unseal-failed"),
    await bad(
      "foreign-recipient",
      "rk says ours, the file says another's",
      { recipients: [foreign.recipient] },
      "unseal-failed",
    ),
    await bad(
      "age-torn",
      "the age file ends early, hashed as it is",
      { age: (age) => age.slice(0, -1) },
      "unseal-failed",
    ),
    await bad(
      "age-appended",
      "a byte after the age file's end",
      { age: (age) => concatBytes([age, Uint8Array.of(0)]) },
      "unseal-failed",
    ),
    await bad("not-age", "a text in the age file's place", { age: () => textToBytes("санақ\n") }, "unseal-failed"),
    await bad(
      "age-header-too-long",
      "two hundred stanzas",
      { age: () => textToBytes(`age-encryption.org/v1\n${stanza.repeat(200)}--- ${"A".repeat(43)}\n`) },
      "age-header-too-long",
    ),
    await bad(
      "gzip-two-members",
      "the second half as a second member",
      { zip: async (plain) => concatBytes([await gzip(plain.subarray(0, 300)), await gzip(plain.subarray(300))]) },
      "gzip-bad",
    ),
    await bad(
      "gzip-appended",
      "a byte after the member",
      { zip: async (plain) => concatBytes([await gzip(plain), Uint8Array.of(0)]) },
      "gzip-bad",
    ),
    await bad("not-gzip", "the plain text", { zip: (plain) => Promise.resolve(plain) }, "gzip-bad"),
    await bad(
      "forged-officer",
      "an officer key nobody enrolled",
      { officer: (await createTablet(random)).officer },
      "kid-unknown",
    ),
    await bad("other-officer", "another tablet's officer", { officer: other.officer }, "kid-unknown"),
    await bad(
      "payload-of-another-batch",
      "signed for another bid",
      { signature: { bid: newId(random) } },
      "payload-not-for-this-batch",
    ),
    await bad(
      "payload-unsigned",
      "no last line",
      { plain: (plain) => plain.slice(0, plain.lastIndexOf(10, plain.length - 2) + 1) },
      "jws-malformed",
    ),
    await bad(
      "payload-changed",
      "one answer was changed after signing",
      { plain: (plain) => textToBytes(new TextDecoder().decode(plain).replace('"code":"2"', '"code":"1"')) },
      "payload-hash",
    ),
    await bad(
      "other-institution",
      "claims an institution it was not enrolled for",
      { header: { inst: "431010000-0008" } },
      "header-mismatch",
    ),
    await bad("other-schema", "a questionnaire nobody knows", { header: { schema: "kz2031/1" } }, "schema-unknown"),
    await bad("line-too-long", "64 kB and one byte", { lines: [`"${"x".repeat(65_535)}"`] }, "line-too-long"),
    await bad("too-many-lines", "20,001 lines", { lines: Array.from({ length: 19_999 }, () => "0") }, "too-many-lines"),
  ];
}

async function bundles(tablet: Tablet, first: SealedBatch, second: SealedBatch): Promise<VectorFile["bundles"]> {
  const written = await writeBundle([first.bytes, second.bytes], tablet.dev, tablet.device);
  if (!written.ok) throw new Error(written.error.type);
  const { bytes } = written.value;
  const both = first.bytes.length + second.bytes.length;
  const bundle = (name: string, about: string, file: Uint8Array, verdict: string, ...batches: readonly string[]) => ({
    name,
    about,
    bytes: bytesToBase64Url(file),
    verdict,
    batches: [...batches],
  });
  return [
    bundle("whole", "two batches and their trailer", bytes, "whole", "valid", "valid-second"),
    bundle(
      "no-trailer",
      "the medium was pulled out between two lines",
      bytes.subarray(0, both),
      "no-trailer",
      "valid",
      "valid-second",
    ),
    bundle(
      "cut-in-trailer",
      "the medium was pulled out in the trailer",
      bytes.subarray(0, both + 50),
      "cut-in-manifest",
      "valid",
      "valid-second",
    ),
    bundle(
      "cut-in-batch",
      "the medium was pulled out in the second batch",
      bytes.subarray(0, both - 1),
      "cut-in-batch",
      "valid",
    ),
    bundle(
      "one-removed",
      "the first batch was cut out",
      bytes.subarray(first.bytes.length),
      "count-mismatch",
      "valid-second",
    ),
    bundle(
      "appended",
      "something after the trailer",
      concatBytes([bytes, textToBytes("\n")]),
      "trailing-bytes",
      "valid",
      "valid-second",
    ),
  ];
}

async function lines(
  department: Department,
  tablet: Tablet,
  batch: SealedBatch,
  nonce: string,
  code: string,
  random: Random,
): Promise<VectorFile["lines"]> {
  const { collector, opener, document } = department;
  const hello = { n: nonce, col: department.col, at: duringMs, jti: nonce, keysN: 3 };
  const receipt: Receipt = {
    v: 1,
    col: department.col,
    dev: tablet.dev,
    bid: batch.bid,
    seq: 1,
    sha: batch.sha,
    len: batch.len,
    st: "stored",
    via: "usb",
    at: "2021-09-03T10:00:00.000Z",
    have: 1,
    head: batch.link,
    gaps: [],
  };
  const { v, col, dev, at } = receipt;
  const withReceipt = (change: Partial<Receipt>) => signJws("census-receipt+jws", { ...receipt, ...change }, collector);
  const enrol = { device: tablet.device, officer: tablet.officer, tab: department.recovery.recipient, nonce };
  const esc = { id: "esc-1", e: 0, box: "QUdF" };
  const valid = { from: yearFrom, to: yearTo };
  const twoJobs: KeyDocument = { ...document, open: [{ kid: collector.kid, jwk: collector.jwk, ...valid }] };
  const entry = (
    kind: VectorFile["lines"][number]["kind"],
    name: string,
    about: string,
    jws: string,
    expect: string,
  ) => ({
    name,
    about,
    kind,
    jws,
    expect,
  });
  return [
    entry("keys", "keys", "the key document of this file", department.documentJws, "ok"),
    entry(
      "keys",
      "keys-other-root",
      "of a root nobody named",
      (await createDepartment()).documentJws,
      "fingerprint-mismatch",
    ),
    entry(
      "keys",
      "keys-two-jobs",
      "one key for two purposes",
      await signKeyDocument(twoJobs, department.root),
      "keys-invalid",
    ),
    entry("hello", "hello", "answers the nonce of this file", await signHello(hello, collector), "ok"),
    entry(
      "hello",
      "hello-old",
      "answers another nonce",
      await signHello({ ...hello, n: newId(random) }, collector),
      "nonce-mismatch",
    ),
    entry(
      "hello",
      "hello-by-opener",
      "the right words by the wrong key",
      await signAnyHeader({ alg: "Ed25519", kid: opener.kid, typ: "census-hello+jws" }, hello, opener),
      "kid-unknown",
    ),
    entry("hello", "hello-portal", "a portal's page", "<!doctype html><title>Wi-Fi</title>", "jws-malformed"),
    entry("receipt", "receipt-stored", "for `valid`", await signReceipt(receipt, collector), "ok"),
    entry(
      "receipt",
      "receipt-accepted",
      "for `valid`",
      await signReceipt({ ...receipt, st: "accepted", n: { ok: 3, bad: 0 } }, opener),
      "ok",
    ),
    entry(
      "receipt",
      "receipt-cumulative",
      "the line for paper",
      await signCumulativeReceipt({ v, col, dev, at, have: 1, head: batch.link }, collector),
      "ok",
    ),
    entry(
      "receipt",
      "receipt-accepted-by-collector",
      "a breached collector's lie",
      await withReceipt({ st: "accepted" }),
      "kid-unknown",
    ),
    entry(
      "receipt",
      "receipt-other-bytes",
      "names another hash",
      await withReceipt({ sha: batch.link }),
      "hash-mismatch",
    ),
    entry(
      "receipt",
      "receipt-other-batch",
      "names a batch nobody sealed",
      await withReceipt({ bid: nonce }),
      "batch-unknown",
    ),
    entry(
      "receipt",
      "receipt-other-device",
      "for another tablet",
      await withReceipt({ dev: nonce }),
      "device-mismatch",
    ),
    entry("receipt", "receipt-out-of-time", "after the key's end", await withReceipt({ at: yearTo }), "kid-unknown"),
    entry("enrol", "enrol", "made with the code of this file", await buildEnrolRequest({ ...enrol, code, esc }), "ok"),
    entry(
      "enrol",
      "enrol-guessed",
      "made with a guessed code",
      await buildEnrolRequest({ ...enrol, code: newId(random), esc }),
      "enrol-mac-wrong",
    ),
  ];
}

async function escrow(department: Department, tablet: Tablet): Promise<VectorFile["escrow"]> {
  const dataKey = await generateDataKey();
  const recovery = { id: "esc-1", recipient: department.recovery.recipient };
  const box = await sealEscrow({ deviceKid: tablet.device.kid, epoch: 0, dataKey }, recovery);
  if (!box.ok) throw new Error(box.error.type);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", dataKey));
  return { box: box.value, dk: bytesToBase64Url(raw) };
}
