import {
  buildEnrolRequest,
  comparisonDigits,
  enrolmentCodeId,
  formatEnrolmentLink,
  generateSealKey,
  generateSigningKey,
  newId,
  parseEnrolmentLink,
  readUnverifiedJws,
  signEnrolled,
  signJws,
  verifyEnrolled,
  verifyEnrolRequest,
  type EnrolCheck,
  type Enrolled,
  type EnrolRequest,
  type EscrowBox,
  type SigningKey,
} from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import {
  createDepartment,
  createTablet,
  duringMs,
  seededRandom,
  type Department,
  type Tablet,
} from "./support/census-room.ts";
import { codeOf } from "./support/raw-batch.ts";

let department: Department;
let tablet: Tablet;
let tab: string;
const random = seededRandom(47);
const code = newId(random);
const nonce = newId(random);
const esc: EscrowBox = { id: "esc-1", e: 0, box: "QUdF" };

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
  tab = (await generateSealKey()).recipient;
});

describe("the enrolment link", () => {
  const link = () => ({
    origin: "https://sanaq.example",
    rootThumbprint: department.root.kid,
    code,
    expiresAtS: 1_630_500_000,
  });

  it("[SY46] survives writing and reading, and keeps everything behind #", () => {
    const text = formatEnrolmentLink(link());
    expect(text).toBe(`https://sanaq.example/e#1.${department.root.kid}.${code}.1630500000`);
    const read = parseEnrolmentLink(`  ${text}\n`);
    expect(read.ok && read.value).toEqual({ ...link(), host: "sanaq.example" });
  });

  it("[SY46] may be plain http on the machine itself only", () => {
    const at = (origin: string) => codeOf(parseEnrolmentLink(formatEnrolmentLink({ ...link(), origin })));
    expect(at("http://127.0.0.1:8080")).toBe("ok");
    expect(at("http://localhost:8080")).toBe("ok");
    expect(at("http://sanaq.example")).toBe("enrol-link-malformed");
    expect(at("http://127.0.0.1.example")).toBe("enrol-link-malformed");
    expect(at("ftp://sanaq.example")).toBe("enrol-link-malformed");
  });

  it.each([
    ["nothing", () => ""],
    ["no link", () => "12345"],
    ["a link without its fragment", (text: string) => text.split("#")[0] ?? ""],
    ["another version", (text: string) => text.replace("#1.", "#2.")],
    ["a cut code", (text: string) => text.replace(code, code.slice(1))],
    ["a fifth part", (text: string) => `${text}.1`],
    ["another path", (text: string) => text.replace("/e#", "/enrol#")],
    ["a query", (text: string) => text.replace("/e#", "/e?x=1#")],
    ["a user name", (text: string) => text.replace("https://", "https://a@")],
    ["an expiry that is no number", (text: string) => text.replace("1630500000", "soon")],
  ])("[SY46] refuses %s", (_, change) => {
    expect(codeOf(parseEnrolmentLink(change(formatEnrolmentLink(link()))))).toBe("enrol-link-malformed");
  });
});

const build = async (device: SigningKey, officer: SigningKey, withCode = code) =>
  buildEnrolRequest({ code: withCode, device, officer, tab, esc, nonce });
const check = (change: Partial<EnrolCheck> = {}): EnrolCheck => ({
  codeOf: async (id) =>
    id === (await enrolmentCodeId(code)) ? { code, expiresAtMs: duringMs + 1000, isUsed: false } : null,
  isKnownHello: (jti) => jti === nonce,
  nowMs: duringMs,
  ...change,
});

describe("the request", () => {
  it("[SY47] shows both keys, and proves both and the code", async () => {
    const verified = await verifyEnrolRequest(await build(tablet.device, tablet.officer), check());
    expect(verified.ok && verified.value).toMatchObject({
      devKid: tablet.device.kid,
      offKid: tablet.officer.kid,
      request: { dev: tablet.device.jwk, off: tablet.officer.jwk, tab, esc, n: nonce },
    });
  });

  it("[SY47] works with ES256 keys too", async () => {
    const old = await createTablet(random, "ES256");
    expect(codeOf(await verifyEnrolRequest(await build(old.device, old.officer), check()))).toBe("ok");
  });

  it("[SY47] does not carry the code, and its name does not tell it", async () => {
    const jws = await build(tablet.device, tablet.officer);
    const read = readUnverifiedJws(jws);
    expect(JSON.stringify(read)).not.toContain(code);
    expect(await enrolmentCodeId(code)).toHaveLength(22);
    expect(await enrolmentCodeId(code)).not.toBe(code);
  });

  it("[SY47] with one member replaced by somebody in between is refused", async () => {
    const attacker = await createTablet(random);
    const read = readUnverifiedJws(await build(tablet.device, tablet.officer));
    const request = (read.ok ? read.value.payload : null) as EnrolRequest;
    const resigned = async (change: Partial<EnrolRequest>, key = tablet.device) =>
      codeOf(await verifyEnrolRequest(await signJws("census-enrol+jws", { ...request, ...change }, key), check()));
    expect(await resigned({})).toBe("ok");
    expect(await resigned({ dev: attacker.device.jwk }, attacker.device)).toBe("enrol-proof-bad");
    expect(await resigned({ dev: attacker.device.jwk })).toBe("kid-unknown");
    expect(await resigned({ off: attacker.officer.jwk })).toBe("enrol-proof-bad");
    expect(await resigned({ tab: (await generateSealKey()).recipient })).toBe("enrol-mac-wrong");
    expect(await resigned({ esc: { ...esc, box: "QUdG" } })).toBe("enrol-mac-wrong");
    expect(await resigned({ mac: (await enrolmentCodeId(code)).padEnd(43, "A") })).toBe("enrol-mac-wrong");
    expect(await resigned({ n: newId(random) })).toBe("enrol-proof-bad");
  });

  it("[SY47] an attacker with keys of his own and a guessed code gets nowhere", async () => {
    const attacker = await createTablet(random);
    const guessed = await build(attacker.device, attacker.officer, newId(random));
    expect(codeOf(await verifyEnrolRequest(guessed, check()))).toBe("enrol-code-unknown");
    const always = { codeOf: () => ({ code, expiresAtMs: duringMs + 1000, isUsed: false }) };
    expect(codeOf(await verifyEnrolRequest(guessed, check(always)))).toBe("enrol-mac-wrong");
  });

  it("[SY48] is refused when replayed, expired, or when its code was used; a used one is told only to who has it", async () => {
    const jws = await build(tablet.device, tablet.officer);
    const stateOf = (state: { isUsed: boolean; expiresAtMs: number }) => ({ codeOf: () => ({ code, ...state }) });
    expect(codeOf(await verifyEnrolRequest(jws, check({ isKnownHello: () => false })))).toBe("nonce-mismatch");
    const used = check(stateOf({ isUsed: true, expiresAtMs: duringMs + 1 }));
    expect(codeOf(await verifyEnrolRequest(jws, used))).toBe("enrol-code-used");
    const expired = check(stateOf({ isUsed: false, expiresAtMs: duringMs }));
    expect(codeOf(await verifyEnrolRequest(jws, expired))).toBe("enrol-code-expired");
    const guessed = await build(tablet.device, tablet.officer, newId(random));
    expect(codeOf(await verifyEnrolRequest(guessed, used))).toBe("enrol-mac-wrong");
  });

  it("[SY48] one key cannot be both device and officer", async () => {
    const both = await generateSigningKey("dev", { extractable: true });
    const jws = await build(both, { ...both, purpose: "off" });
    expect(codeOf(await verifyEnrolRequest(jws, check()))).toBe("enrol-proof-bad");
  });
});

describe("the answer", () => {
  const answer = (change: Partial<Enrolled> = {}): Enrolled => ({
    v: 1,
    col: department.col,
    dev: tablet.dev,
    devKid: tablet.device.kid,
    offKid: tablet.officer.kid,
    n: nonce,
    at: "2021-06-01T04:00:00.000Z",
    inst: {
      id: tablet.inst,
      kind: "I-03",
      kato: "431010000",
      name: { kk: "Қарттар үйі", ru: "Дом престарелых" },
      protectedMode: false,
      headcountPlaces: 120,
    },
    officer: { id: tablet.officerId },
    collectionWindows: { list: { from: "2021-06-01", to: "2021-06-30" } },
    policy: { blockWithoutPersistence: true },
    keysN: 3,
    ...change,
  });
  const expected = () => ({
    document: department.document,
    devKid: tablet.device.kid,
    offKid: tablet.officer.kid,
    nonce,
  });
  const verify = async (change: Partial<Enrolled> = {}) =>
    verifyEnrolled(await signEnrolled(answer(change), department.collector), expected());

  it("[SY49] says who the tablet is, under the collector's signature", async () => {
    const verified = await verify();
    expect(verified.ok && verified.value).toEqual(answer());
  });

  it("[SY49] to another tablet, another request or of another collection is refused", async () => {
    const other = await createTablet(random);
    expect(codeOf(await verify({ devKid: other.device.kid }))).toBe("device-mismatch");
    expect(codeOf(await verify({ offKid: other.officer.kid }))).toBe("device-mismatch");
    expect(codeOf(await verify({ n: newId(random) }))).toBe("nonce-mismatch");
    expect(codeOf(await verify({ col: "kz2031" }))).toBe("collector-other");
    expect(codeOf(await verify({ at: "2031-06-01T04:00:00.000Z" }))).toBe("kid-unknown");
    const stranger = await createDepartment();
    const foreign = await signEnrolled(answer(), stranger.collector);
    expect(codeOf(await verifyEnrolled(foreign, expected()))).toBe("kid-unknown");
  });
});

describe("the digits to compare", () => {
  it("[SY50] are twelve, the same on both sides, and others for any other key", async () => {
    const [dev, off, root] = [tablet.device.kid, tablet.officer.kid, department.root.kid];
    const digits = await comparisonDigits(dev, off, root);
    expect(digits).toMatch(/^\d{12}$/);
    expect(await comparisonDigits(dev, off, root)).toBe(digits);
    expect(await comparisonDigits(off, dev, root)).not.toBe(digits);
    const other = await createTablet(random);
    expect(await comparisonDigits(other.device.kid, off, root)).not.toBe(digits);
  });

  it("[SY50] are 40 bits modulo 10¹², leading zeros kept", async () => {
    const zero = "A".repeat(43);
    // SHA-256 of 96 zero bytes begins 2ea9ab9198: 0x2ea9ab9198 = 200415089048.
    expect(await comparisonDigits(zero, zero, zero)).toBe("200415089048");
    await expect(comparisonDigits("short", zero, zero)).rejects.toThrow();
  });
});
