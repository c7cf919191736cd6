import {
  msToInstant,
  newId,
  onlyKey,
  signHello,
  signJws,
  signPoll,
  verifyHello,
  verifyPoll,
  type Hello,
  type Poll,
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
const random = seededRandom(36);
const nonce = newId(random);

beforeAll(async () => {
  department = await createDepartment();
  tablet = await createTablet(random);
});

const helloWith = (change: Partial<Hello> = {}): Hello => ({
  n: nonce,
  col: department.col,
  at: duringMs,
  jti: newId(random),
  keysN: 3,
  dev: { id: tablet.dev, revoked: null },
  ...change,
});
const expected = () => ({ document: department.document, nonce, dev: tablet.dev });

describe("the probe", () => {
  it("[SY36] is answered by the collector, to this nonce", async () => {
    const hello = helloWith();
    const verified = await verifyHello(await signHello(hello, department.collector), expected());
    expect(verified.ok && verified.value).toEqual(hello);
  });

  it("[SY36] an answer to another nonce is an old one", async () => {
    const old = await signHello(helloWith({ n: newId(random) }), department.collector);
    expect(codeOf(await verifyHello(old, expected()))).toBe("nonce-mismatch");
  });

  it("[SY36] of another collection, about another device, or outside the key's time is refused", async () => {
    const refused = async (change: Partial<Hello>) =>
      codeOf(await verifyHello(await signHello(helloWith(change), department.collector), expected()));
    expect(await refused({ col: "kz2031" })).toBe("collector-other");
    expect(await refused({ dev: { id: newId(random), revoked: null } })).toBe("device-mismatch");
    expect(await refused({ at: Date.UTC(2022, 0, 1) })).toBe("kid-unknown");
    const unenrolled = await signHello(helloWith(), department.collector);
    expect(codeOf(await verifyHello(unenrolled, { document: department.document, nonce }))).toBe("device-mismatch");
  });

  it("[SY36] tells a tablet that its rights were taken away", async () => {
    const hello = helloWith({ dev: { id: tablet.dev, revoked: "lost" } });
    const verified = await verifyHello(await signHello(hello, department.collector), expected());
    expect(verified.ok && verified.value.dev?.revoked).toBe("lost");
  });

  it.each(["<!doctype html><p>Тегін Wi-Fi", "", "{}", '{"hello":"yes"}', "a.b.c", "...."])(
    "[SY37] a portal's answer %j proves nothing",
    async (text) => {
      expect(codeOf(await verifyHello(text, expected()))).toBe("jws-malformed");
    },
  );

  it("[SY37] the opener's or a stranger's signature proves nothing", async () => {
    const stranger = await createDepartment();
    expect(codeOf(await verifyHello(await signHello(helloWith(), stranger.collector), expected()))).toBe("kid-unknown");
    const asCollector = { ...department.opener, purpose: "rcpt" as const };
    expect(codeOf(await verifyHello(await signHello(helloWith(), asCollector), expected()))).toBe("kid-unknown");
    const shapeless = await signJws("census-hello+jws", { at: duringMs }, department.collector);
    expect(codeOf(await verifyHello(shapeless, expected()))).toBe("kid-unknown");
  });
});

describe("the poll", () => {
  const pollWith = (change: Partial<Poll> = {}): Poll => ({
    dev: tablet.dev,
    have: 2,
    n: nonce,
    iat: msToInstant(duringMs),
    ...change,
  });
  const verify = async (jws: string, known = true) =>
    verifyPoll(jws, onlyKey(tablet.deviceKey), (jti) => known && jti === nonce);

  it("[SY38] is the device's own and names a hello the collector remembers", async () => {
    const verified = await verify(await signPoll(pollWith(), tablet.device));
    expect(verified.ok && verified.value).toEqual(pollWith());
  });

  it("[SY38] of an old hello, for another device, or shaped otherwise is refused", async () => {
    expect(codeOf(await verify(await signPoll(pollWith(), tablet.device), false))).toBe("nonce-mismatch");
    expect(codeOf(await verify(await signPoll(pollWith({ dev: newId(random) }), tablet.device)))).toBe(
      "device-mismatch",
    );
    const wordy = await signJws("census-poll+jws", { ...pollWith(), all: true }, tablet.device);
    expect(codeOf(await verify(wordy))).toBe("message-invalid");
  });
});
