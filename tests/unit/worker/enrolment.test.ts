// Binding a tablet, from the link to the accepted test batch.
import { describe, expect, it } from "vitest";
import { createIdentityStore, createVaultStore } from "#storage";
import { network } from "../../support/tablet/collector.ts";
import { createEnrolledTablet, createTestProfile, must, type TestProfile } from "../../support/tablet/test-tablet.ts";

async function isStored(profile: TestProfile): Promise<boolean> {
  const database = profile.openDatabase();
  const identity = must(await createIdentityStore(database).readIdentity());
  const vault = must(await createVaultStore(database).readVault());
  return identity !== null || vault !== null;
}

describe("enrolment", () => {
  it("goes from the link to a tablet that is open, knows its institution, and has a test batch to send", async () => {
    const profile = await createTestProfile();
    const tablet = profile.start();
    expect(await tablet.readStatus()).toEqual({ state: "not-enrolled", release: "0.0.0-test", persisted: true });
    const offer = must(await tablet.startEnrolment(profile.collector.link()));
    expect(offer.unlockCode).toMatch(/^\d{15}$/);
    expect(offer.comparisonDigits).toMatch(/^\d{12}$/);
    const code = offer.unlockCode;
    const typed = `${code.slice(0, 5)} ${code.slice(5, 10)} ${code.slice(10)}`;
    const summary = must(await tablet.confirmEnrolment(typed));
    expect(summary).toMatchObject({
      institution: { id: "inst-7", kind: "I-03", name: { ru: "Детский дом № 3" } },
      officerId: "officer-7",
      comparisonDigits: offer.comparisonDigits,
      testBatchSeq: 1,
    });
    expect(await tablet.readStatus()).toMatchObject({
      state: "unlocked",
      testBatch: "sealed",
      counts: { notAccepted: 1, onlyHere: 1 },
      comparisonDigits: offer.comparisonDigits,
      clock: { verdict: "unknown", skewMs: null },
    });
  });

  it("its test batch of no forms is opened by the Department and comes back accepted", async () => {
    const { tablet, collector } = await createEnrolledTablet();
    expect(await tablet.push()).toMatchObject({ outcome: "done", sent: 1 });
    const [opened] = await collector.openAll();
    expect(opened?.header).toMatchObject({ inst: "inst-7", off: "officer-7", n: 0, seq: 1, esc: { id: "esc-1" } });
    expect(await tablet.push()).toMatchObject({ accepted: 1, left: 0 });
    expect(await tablet.readStatus()).toMatchObject({
      testBatch: "accepted",
      counts: { notAccepted: 0, onlyHere: 0 },
      clock: { verdict: "ok", skewMs: 0 },
      lastMark: { seq: 1, via: "vpn" },
    });
  });

  it("[SY69] another fingerprint in the link stops it before any key is made", async () => {
    const profile = await createTestProfile();
    const tablet = profile.start();
    const other = (await createTestProfile(2)).collector.rootThumbprint;
    const link = profile.collector.link().replace(profile.collector.rootThumbprint, other);
    expect(await tablet.startEnrolment(link)).toEqual({ ok: false, error: { type: "fingerprint-differs" } });
    expect(profile.collector.asked).toEqual(["/v1/keys"]);
    expect(await tablet.confirmEnrolment("1".repeat(15))).toEqual({
      ok: false,
      error: { type: "enrolment-not-started" },
    });
    expect(await isStored(profile)).toBe(false);
  });

  it("[SY69] a link to another place asks nothing of anybody", async () => {
    const profile = await createTestProfile();
    const link = profile.collector.link().replace("127.0.0.1:8080", "127.0.0.1:9999");
    expect(await profile.start().startEnrolment(link)).toEqual({
      ok: false,
      error: { type: "enrolment-link-other-host", host: "127.0.0.1:9999" },
    });
    expect(await profile.start().startEnrolment("https://example.invalid/")).toMatchObject({
      error: { type: "enrolment-link-malformed" },
    });
    expect(profile.collector.asked).toEqual([]);
  });

  it("[SY69] an expired link is refused by the server's clock, whatever the tablet believes", async () => {
    const profile = await createTestProfile();
    profile.clock.advance(25 * 3_600_000);
    expect(await profile.start().startEnrolment(profile.collector.link())).toMatchObject({
      error: { type: "enrolment-link-expired" },
    });
  });

  it.each([
    ["a portal", network.portal, { type: "not-the-collector" }],
    ["nobody", network.down, { type: "unreachable-server" }],
    ["a proxy", network.badGateway, { type: "server-failed", status: 502 }],
  ])("%s answers: said so, nothing made", async (_who, fault, error) => {
    const profile = await createTestProfile();
    profile.collector.faults.push(fault);
    const tablet = profile.start();
    expect(await tablet.startEnrolment(profile.collector.link())).toEqual({ ok: false, error });
    expect(await isStored(profile)).toBe(false);
  });

  it("[SY70] a code typed wrongly asks nothing of the server and stores nothing; the offer stands", async () => {
    const profile = await createTestProfile();
    const tablet = profile.start();
    const offer = must(await tablet.startEnrolment(profile.collector.link()));
    profile.collector.asked.length = 0;
    expect(
      await tablet.confirmEnrolment(offer.unlockCode.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"))),
    ).toEqual({
      ok: false,
      error: { type: "typed-code-differs" },
    });
    expect(profile.collector.asked).toEqual([]);
    expect(await isStored(profile)).toBe(false);
    expect(await tablet.confirmEnrolment(offer.unlockCode)).toMatchObject({ ok: true });
  });

  it("[SY70] a lost answer costs nothing: the same keys are offered again", async () => {
    const profile = await createTestProfile();
    const tablet = profile.start();
    const offer = must(await tablet.startEnrolment(profile.collector.link()));
    profile.collector.faults.push(network.pass, network.loseAnswer);
    expect(await tablet.confirmEnrolment(offer.unlockCode)).toMatchObject({ error: { type: "unreachable-server" } });
    expect(await isStored(profile)).toBe(false);
    expect(await tablet.confirmEnrolment(offer.unlockCode)).toMatchObject({ ok: true });
  });

  it("a code that another tablet used is refused, and this one stays not enrolled", async () => {
    const first = await createEnrolledTablet();
    const second = await createTestProfile(9);
    const tablet = second.start({ transport: first.collector.transport });
    const offer = must(await tablet.startEnrolment(first.collector.link()));
    expect(await tablet.confirmEnrolment(offer.unlockCode)).toEqual({
      ok: false,
      error: { type: "enrolment-refused", code: "enrol-code-used" },
    });
    expect(await isStored(second)).toBe(false);
  });

  it("an enrolled tablet is not enrolled again", async () => {
    const { tablet, collector } = await createEnrolledTablet();
    expect(await tablet.startEnrolment(collector.link())).toEqual({ ok: false, error: { type: "already-enrolled" } });
  });
});
