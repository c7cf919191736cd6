// The delivery as the screens get it: the pause, and what became of each form of a batch.
import { describe, expect, it } from "vitest";
import { indexCarriedAgain, formsOfBatch, strayCodesOf } from "../../../src/worker/batch-forms.ts";
import { entryWith, receiptWith } from "../../support/tablet/outbox-entries.ts";
import { answersToEvents, fillShortForm } from "../../support/tablet/short-interview.ts";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";

const spanMs = 30 * 60_000;

describe("a pause", () => {
  it("[SY90] holds on a locked tablet and after a restart, and can be ended there", async () => {
    const { tablet, start, collector, clock } = await createEnrolledTablet();
    expect(await tablet.pauseSending()).toEqual({ ok: true, value: clock.nowMs() + spanMs });
    await tablet.lock();
    const locked = start();
    expect(await locked.readStatus()).toMatchObject({ state: "locked" });
    expect(await locked.readDelivery()).toMatchObject({ sending: { pausedUntilMs: clock.nowMs() + spanMs } });
    expect(await locked.push()).toMatchObject({ outcome: "paused", left: 1 });
    expect(collector.stored).toEqual([]);
    expect(await locked.resumeSending()).toEqual({ ok: true, value: true });
    expect(await locked.readDelivery()).toMatchObject({ sending: { pausedUntilMs: null } });
    expect(await locked.push()).toMatchObject({ outcome: "done", sent: 1 });
  });

  it("[SY92] is shown no longer than it lasts, and every screen is told of it", async () => {
    const { tablet, start, clock } = await createEnrolledTablet();
    const heard: string[] = [];
    const stop = start().watch((change) => heard.push(change));
    await tablet.pauseSending();
    await tablet.resumeSending();
    await tablet.pauseSending();
    expect(heard).toEqual(["delivery", "delivery", "delivery"]);
    stop();
    clock.advance(spanMs);
    expect(await tablet.readDelivery()).toMatchObject({ sending: { pausedUntilMs: null } });
  });

  it("does not keep forms from being sealed, nor from the USB medium", async () => {
    const { tablet } = await createEnrolledTablet(1, { institutionKind: "I-08" });
    const { lineId } = must(await tablet.addPerson(personWith()));
    await tablet.pauseSending();
    must(await tablet.finishInterview(await fillShortForm(tablet, lineId, startMs)));
    expect(must(await tablet.exportBundle()).seqs).toEqual([1, 2]);
  });
});

describe("the forms of a batch", () => {
  const known = { numberOfForm: new Map([["a", 4]]), premisesForm: "p", carriedAgain: () => null };
  const forms = ["a", "b", "p"].map((id) => ({ id, rev: 1 }));

  it.each([
    ["sealed", "open"],
    ["exported", "open"],
    ["stored", "open"],
    ["quarantined", "open"],
    ["refused", "not-accepted"],
    ["accepted", "accepted"],
  ] as const)("of a %s one are %s", (state, outcome) => {
    expect(formsOfBatch(entryWith(1, { forms, state }), null, known)).toMatchObject([
      { lineNumber: 4, isPremises: false, rev: 1, outcome },
      { lineNumber: null, isPremises: false, outcome },
      { lineNumber: null, isPremises: true, outcome },
    ]);
  });

  it("are told apart by what the receipt names, revision and all; the rest of it is told as stray", () => {
    const word = receiptWith("accepted", {
      counted: { ok: 2, bad: 3 },
      errors: [
        { id: "a", rev: 1, code: "E001" },
        { id: "b", rev: 2, code: "E002" },
        { id: null, rev: null, code: "form-invalid" },
      ],
    });
    const entry = entryWith(1, { forms, state: "accepted", receipts: [word] });
    expect(formsOfBatch(entry, word, known).map(({ outcome, codes }) => [outcome, codes])).toEqual([
      ["not-accepted", ["E001"]],
      ["accepted", []],
      ["accepted", []],
    ]);
    expect(strayCodesOf(entry, word)).toEqual(["E002", "form-invalid"]);
  });

  it("are not called accepted where the receipt had no room to name all that are not", () => {
    const word = receiptWith("accepted", { counted: { ok: 1, bad: 2 }, errors: [{ id: "a", rev: 1, code: "E001" }] });
    const entry = entryWith(1, { forms, state: "accepted", receipts: [word] });
    expect(formsOfBatch(entry, word, known).map(({ outcome }) => outcome)).toEqual([
      "not-accepted",
      "not-told",
      "not-told",
    ]);
  });

  it("name the batch with their very next revision, and when it reached the Department", () => {
    const entries = [
      entryWith(1, { forms }),
      entryWith(5, { forms: [{ id: "a", rev: 3 }] }),
      entryWith(3, { forms: [{ id: "a", rev: 2 }], state: "stored", receipts: [receiptWith("stored", { atMs: 77 })] }),
    ];
    const carriedAgain = indexCarriedAgain(entries, (seq) => `0412-${seq}`);
    expect(carriedAgain("a", 1)).toEqual({ number: "0412-3", state: "stored", atMs: 77 });
    expect(carriedAgain("a", 2)).toEqual({ number: "0412-5", state: "sealed", atMs: null });
    expect(carriedAgain("a", 3)).toBeNull();
    expect(carriedAgain("b", 1)).toBeNull();
  });

  it("[SY74] lead from a refused form to its correction, on a whole tablet, newest batch first", async () => {
    const { tablet, collector, clock, start } = await createEnrolledTablet(1, { institutionKind: "I-08" });
    const { lineId } = must(await tablet.addPerson(personWith()));
    const interviewId = await fillShortForm(tablet, lineId, startMs);
    must(await tablet.finishInterview(interviewId));
    await tablet.push();
    await collector.openAll(({ lines }) =>
      lines.length === 0 ? {} : { n: { ok: 0, bad: 1 }, errs: [{ id: interviewId, rev: 1, code: "E005" }] },
    );
    await tablet.push();
    must(await tablet.reopenInterview(interviewId));
    const born = { state: "answered", value: { kind: "date", date: { year: 1951, month: 5, day: 17 } } } as const;
    must(await tablet.recordEvents(interviewId, answersToEvents({ P05: born }, startMs)));
    must(await tablet.finishInterview(interviewId));
    const formsOf = async () => (await tablet.readDelivery()).batches.map((batch) => batch.forms);
    expect(await formsOf()).toMatchObject([
      [{ lineNumber: 1, rev: 2, outcome: "open", carriedAgain: null }],
      [
        {
          lineNumber: 1,
          rev: 1,
          outcome: "not-accepted",
          codes: ["E005"],
          carriedAgain: { state: "sealed", atMs: null },
        },
      ],
      [],
    ]);
    clock.advance(60_000);
    await tablet.push();
    expect((await formsOf())[1]).toMatchObject([{ carriedAgain: { state: "stored", atMs: clock.nowMs() } }]);
    // Locked, whose form it is is not known, and what became of it is.
    expect((await start().readDelivery()).batches[1]?.forms).toMatchObject([
      { lineNumber: null, isPremises: false, outcome: "not-accepted", codes: ["E005"] },
    ]);
  });
});
