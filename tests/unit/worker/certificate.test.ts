// The certificate: its number from the tablet's series, and the officer's word that it was handed over.
import { describe, expect, it } from "vitest";
import { certificateNumber } from "#census";
import { createRecordStore, createVaultStore, type TabletDatabase } from "#storage";
import type { TabletApi } from "#worker";
import { openRecords } from "../../../src/worker/record-cipher.ts";
import { openVault, VaultContent } from "../../../src/worker/vault.ts";
import { deriveQuickly } from "../../support/tablet/fakes.ts";
import {
  createEnrolledTablet,
  must,
  personWith,
  startMs,
  type EnrolledTablet,
} from "../../support/tablet/test-tablet.ts";
import { answersToEvents, fillShortForm } from "../../support/tablet/short-interview.ts";

const series = 7;
const numberOfLine = (line: number): string => certificateNumber({ series, counter: line });

/** Two people on the list; the first one's form is finished. */
async function createTabletWithFinishedForm(policy: Record<string, number> = { certificateSeries: series }) {
  const enrolled = await createEnrolledTablet(3, { institutionKind: "I-08", policy });
  const { tablet } = enrolled;
  const first = must(await tablet.addPerson(personWith())).lineId;
  const second = must(await tablet.addPerson(personWith({ surname: "Екінші" }))).lineId;
  const interviewId = await fillShortForm(tablet, first, startMs);
  must(await tablet.finishInterview(interviewId));
  return { ...enrolled, first, second, interviewId };
}

/** Fills and finishes a form of somebody else than the first one. */
async function finishOther(tablet: TabletApi, lineId: string): Promise<string | null> {
  const interviewId = await fillShortForm(tablet, lineId, startMs);
  const P02 = {
    state: "answered",
    value: { kind: "name", surname: "Екінші", given: "Ерлан", patronymic: null },
  } as const;
  must(await tablet.recordEvents(interviewId, answersToEvents({ P02 }, startMs)));
  return must(await tablet.finishInterview(interviewId)).certificateNumber;
}

/** The line's own log, as it lies encrypted on the disk. */
async function eventsOfLine({ openDatabase, unlockCode }: EnrolledTablet, lineId: string) {
  const database = openDatabase();
  const vault = VaultContent.parse(must(await createVaultStore(database).readVault()));
  const { dataKey } = must(await openVault(vault, unlockCode, deriveQuickly));
  const { records } = await openRecords(dataKey, must(await createRecordStore(database).readRecords()).records);
  return records.flatMap(({ content }) => (content.typ === "line" && content.lineId === lineId ? content.events : []));
}

async function certificatesOn(tablet: TabletApi) {
  return (await tablet.readList()).rows.map(({ certificate }) => certificate?.number ?? null);
}

describe("a certificate", () => {
  it("has a number from the series reserved for this tablet", async () => {
    const { tablet, second } = await createTabletWithFinishedForm();
    expect(await finishOther(tablet, second)).toBe(numberOfLine(2));
  });

  it("is recorded as given, by whom the tablet knows alone, and is there after a restart", async () => {
    const enrolled = await createTabletWithFinishedForm();
    const { tablet, first, clock, start, unlockCode } = enrolled;
    expect(await certificatesOn(tablet)).toEqual([null, null]);
    must(await tablet.giveCertificate(first, numberOfLine(1)));
    const again = start();
    must(await again.unlock(unlockCode));
    expect((await again.readList()).rows[0]?.certificate).toEqual({ number: numberOfLine(1), atMs: clock.nowMs() });
    const status = await again.readStatus();
    const by = status.state === "unlocked" ? status.officerId : "";
    expect(by).not.toBe("");
    expect((await eventsOfLine(enrolled, first)).at(-1)).toMatchObject({ type: "certificate-given", by });
  });

  it("is taken back in one call", async () => {
    const { tablet, first } = await createTabletWithFinishedForm();
    must(await tablet.giveCertificate(first, numberOfLine(1)));
    must(await tablet.takeBackCertificate(first));
    expect(await certificatesOn(tablet)).toEqual([null, null]);
    expect(await tablet.takeBackCertificate(first)).toMatchObject({ error: { type: "certificate-not-given" } });
  });

  it("stays given while the form is corrected, sent and accepted", async () => {
    const { tablet, first, interviewId, collector } = await createTabletWithFinishedForm();
    must(await tablet.giveCertificate(first, numberOfLine(41).replaceAll("-", "")));
    must(await tablet.reopenInterview(interviewId));
    expect(await certificatesOn(tablet)).toEqual([numberOfLine(41), null]);
    must(await tablet.finishInterview(interviewId));
    await tablet.push();
    await collector.openAll();
    await tablet.push();
    expect((await tablet.readList()).rows[0]).toMatchObject({
      certificate: { number: numberOfLine(41) },
      form: { state: "accepted", rev: 2 },
    });
  });

  it("is not given before the form is finished, nor while it is corrected (E123)", async () => {
    const { tablet, first, second, interviewId } = await createTabletWithFinishedForm();
    const refused = (number: number) => ({ ok: false, error: { type: "certificate-before-form", number } });
    expect(await tablet.giveCertificate(second, numberOfLine(2))).toEqual(refused(2));
    await fillShortForm(tablet, second, startMs);
    expect(await tablet.giveCertificate(second, numberOfLine(2))).toEqual(refused(2));
    must(await tablet.reopenInterview(interviewId));
    expect(await tablet.giveCertificate(first, numberOfLine(1))).toEqual(refused(1));
    expect(await tablet.giveCertificate("AAAAAAAAAAAAAAAAAAAAAA", numberOfLine(1))).toMatchObject({
      error: { type: "line-unknown" },
    });
    expect(await certificatesOn(tablet)).toEqual([null, null]);
  });

  it("is taken back before an outcome says that there is no form (E123)", async () => {
    const { tablet, first, interviewId } = await createTabletWithFinishedForm();
    must(await tablet.giveCertificate(first, numberOfLine(1)));
    must(await tablet.reopenInterview(interviewId));
    const sealed = (await tablet.readDelivery()).batches.length;
    expect(await tablet.recordOutcome(first, "refused", null)).toEqual({
      ok: false,
      error: { type: "line-has-certificate", number: 1 },
    });
    expect((await tablet.readList()).rows[0]?.outcome).toBeNull();
    expect((await tablet.readDelivery()).batches).toHaveLength(sealed);
    must(await tablet.takeBackCertificate(first));
    must(await tablet.recordOutcome(first, "refused", null));
    expect((await tablet.readList()).rows[0]).toMatchObject({ certificate: null, outcome: { outcome: "refused" } });
  });

  it("is not given under the number of another line, nor under a slip", async () => {
    const { tablet, first, second } = await createTabletWithFinishedForm();
    await finishOther(tablet, second);
    must(await tablet.giveCertificate(first, numberOfLine(2)));
    expect(await tablet.giveCertificate(second, numberOfLine(2))).toEqual({
      ok: false,
      error: { type: "certificate-number-taken", number: 1 },
    });
    const slip = `${numberOfLine(3).slice(0, -1)}${(Number(numberOfLine(3).at(-1)) + 1) % 10}`;
    expect(await tablet.giveCertificate(second, slip)).toMatchObject({
      error: { type: "certificate-number-check-digit" },
    });
    expect(await tablet.giveCertificate(second, "417")).toMatchObject({ error: { type: "certificate-number-shape" } });
    must(await tablet.takeBackCertificate(first));
    must(await tablet.giveCertificate(second, numberOfLine(2)));
    expect(await certificatesOn(tablet)).toEqual([null, numberOfLine(2)]);
  });

  it("has the plain serial of its sheet where the tablet has no series", async () => {
    const { tablet, first } = await createTabletWithFinishedForm({});
    must(await tablet.giveCertificate(first, "000417"));
    expect(await certificatesOn(tablet)).toEqual(["000417", null]);
  });

  it("is not told to the Department: nothing more is sealed", async () => {
    const { tablet, first } = await createTabletWithFinishedForm();
    const before = (await tablet.readDelivery()).batches.length;
    must(await tablet.giveCertificate(first, numberOfLine(1)));
    must(await tablet.takeBackCertificate(first));
    expect((await tablet.readDelivery()).batches).toHaveLength(before);
  });

  it("is not given where the word cannot be written, and the form stays as it is", async () => {
    const { first, openDatabase, start, unlockCode } = await createTabletWithFinishedForm();
    const database = openDatabase();
    let isFull = false;
    const failing: TabletDatabase = {
      ...database,
      write: async (tables, work) =>
        isFull ? { ok: false, error: { type: "storage-full" } } : database.write(tables, work),
    };
    const tablet = start({ database: failing });
    must(await tablet.unlock(unlockCode));
    isFull = true;
    expect(await tablet.giveCertificate(first, numberOfLine(1))).toEqual({
      ok: false,
      error: { type: "storage-full" },
    });
    isFull = false;
    expect(await certificatesOn(tablet)).toEqual([null, null]);
    must(await tablet.giveCertificate(first, numberOfLine(1)));
  });
});
