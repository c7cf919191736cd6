// The eight digits over the whole tablet: what was sealed by the list, an outcome and an interview is confirmed offline.
import { acceptanceCode, readBundle } from "#protocol";
import { describe, expect, it } from "vitest";
import { fillShortForm } from "../../support/tablet/short-interview.ts";
import {
  createEnrolledTablet,
  must,
  personWith,
  startMs,
  type EnrolledTablet,
} from "../../support/tablet/test-tablet.ts";

/** A list of two, one of them refused and one interviewed: batches 1 to 4. */
async function createTabletAfterADay(): Promise<EnrolledTablet> {
  const enrolled = await createEnrolledTablet(88, { institutionKind: "I-08" });
  const { tablet } = enrolled;
  const first = must(await tablet.addPerson(personWith()));
  const second = must(await tablet.addPerson(personWith({ surname: "Тасқынбаев", sex: "1" })));
  must(await tablet.declareHeadcount(2));
  must(await tablet.signAndSealList({ onList: 2, headcount: 2, differenceReason: null }));
  must(await tablet.recordOutcome(second.lineId, "refused", null));
  must(await tablet.finishInterview(await fillShortForm(tablet, first.lineId, startMs)));
  return enrolled;
}

/** As the Department gives them after an import: it takes the file's batches in and opens them; the tablet hears nothing. */
async function codesOf({ tablet, collector }: EnrolledTablet): Promise<readonly string[]> {
  const { batches } = await readBundle(must(await tablet.exportBundle()).bytes, () => null);
  for (const content of batches) {
    const body = { contentType: "application/vnd.census.batch", content };
    await collector.transport.send({ method: "POST", path: "/v1/batches", body, timeoutMs: 1 });
  }
  const opened = await collector.openAll();
  return Promise.all(opened.map(async ({ secret, manifest, link }) => acceptanceCode(secret, { ...manifest, link })));
}

describe("an acceptance code", () => {
  it("[SY88] [SY89] confirms the test batch, the list, an outcome and a form, also after a restart", async () => {
    const enrolled = await createTabletAfterADay();
    const { tablet, start, unlockCode } = enrolled;
    const codes = await codesOf(enrolled);
    expect(codes).toHaveLength(4);
    expect((await tablet.readDelivery()).batches.map(({ state }) => state)).toEqual(Array(4).fill("sealed"));
    const again = start();
    must(await again.unlock(unlockCode));
    expect(must(await again.takeAcceptanceCode(codes[1] ?? ""))).toEqual({ forms: 0, lists: 1, batches: 2, left: 2 });
    expect(must(await again.takeAcceptanceCode(codes[3] ?? ""))).toEqual({ forms: 2, lists: 0, batches: 2, left: 0 });
    const { batches, lastMark, places } = await again.readDelivery();
    expect(batches).toMatchObject(
      Array.from({ length: 4 }, () => ({ state: "accepted", mark: null, acceptedByCodeAtMs: enrolled.clock.nowMs() })),
    );
    expect([lastMark, places?.accepted]).toEqual([null, 2]);
    expect((await again.readList()).rows.map(({ form }) => form.state)).toEqual(["accepted", "accepted"]);
    expect(must(await again.takeAcceptanceCode(codes[3] ?? ""))).toMatchObject({ batches: 0 });
  });

  it("[SY89] counts a form once, however often it was corrected and sealed again", async () => {
    const enrolled = await createTabletAfterADay();
    const { tablet } = enrolled;
    const interviewId = (await tablet.readList()).rows[0]?.interviewId ?? "";
    must(await tablet.reopenInterview(interviewId));
    must(await tablet.finishInterview(interviewId));
    const codes = await codesOf(enrolled);
    // The test, the list, an outcome, and two revisions of one form.
    expect(codes).toHaveLength(5);
    expect(must(await tablet.takeAcceptanceCode(codes[4] ?? ""))).toEqual({ forms: 2, lists: 1, batches: 5, left: 0 });
  });

  it("[SY93] gives way to the receipts, which bring the send mark", async () => {
    const enrolled = await createTabletAfterADay();
    const { tablet, collector } = enrolled;
    const codes = await codesOf(enrolled);
    must(await tablet.takeAcceptanceCode(codes[3] ?? ""));
    const receipts = collector.stored.map((batch) => batch.receipts.at(-1)).join("\n");
    expect(must(await tablet.loadReceipts(receipts))).toMatchObject({ accepted: 4, bad: [] });
    const { batches } = await tablet.readDelivery();
    expect(batches[0]).toMatchObject({ state: "accepted", acceptedByCodeAtMs: null, mark: { seq: 4 } });
  });

  it("needs the tablet open, and says what is wrong with what was typed", async () => {
    const enrolled = await createTabletAfterADay();
    const codes = await codesOf(enrolled);
    const locked = enrolled.start();
    expect(await locked.takeAcceptanceCode(codes[3] ?? "")).toEqual({ ok: false, error: { type: "locked" } });
    expect(await enrolled.tablet.takeAcceptanceCode("123")).toEqual({
      ok: false,
      error: { type: "acceptance-code-malformed" },
    });
    expect((await enrolled.tablet.readDelivery()).batches.map(({ state }) => state)).toEqual(Array(4).fill("sealed"));
  });

  it("[SY88] says that batches of an earlier release need the receipts", async () => {
    const enrolled = await createEnrolledTablet(87);
    const { openDatabase, start, unlockCode } = enrolled;
    const codes = await codesOf(enrolled);
    // An earlier release wrote no such record: what enrolment said is all it left.
    const database = openDatabase();
    const [a, b] = must(await database.read(["records"], async ({ getAll }) => getAll("records")));
    for (const record of [a, b]) {
      if (record === undefined) throw new Error("no records");
      await database.write(["records"], async ({ put }) => put("records", { ...record, ct: new Uint8Array(528) }));
      const again = start();
      const opened = await again.unlock(unlockCode);
      if (opened.ok) {
        expect(await again.takeAcceptanceCode(codes[0] ?? "")).toEqual({
          ok: false,
          error: { type: "acceptance-code-impossible" },
        });
        return;
      }
      await database.write(["records"], async ({ put }) => put("records", record));
    }
    throw new Error("neither record was the secret's");
  });
});
