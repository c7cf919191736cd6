// The certificate of having been enumerated: handed over, taken back, and when it is not (E123).
import { describe, expect, it } from "vitest";
import { certificateNumber } from "#census";
import { LineEvent, planCertificate, planOutcome, replayLine, type LineState } from "#fieldwork";
import { createOfficer, good, morning } from "../../support/fieldwork/officer.ts";
import { aPerson } from "../../support/fieldwork/people.ts";

const officer = createOfficer();
const number = certificateNumber({ series: 118, counter: 7 });
const facts = { atMs: morning, by: "officer-1", listRev: 1 };
const finished = { state: "finished" } as const;

const line = (...events: readonly LineEvent[]) => replayLine([officer.addsLine(7, aPerson()), ...events]);
const other = (...events: readonly LineEvent[]): LineState =>
  good(replayLine([officer.addsLine(8, aPerson(), 0, "otherAAAAAAAAAAAAAAAAA"), ...events]));

describe("a certificate", () => {
  it("is given with the number that stands on it, and taken back", () => {
    const given = officer.givesCertificate(number);
    expect(good(line(given)).certificate).toEqual({ number, atMs: given.atMs });
    expect(good(line(given, officer.takesCertificateBack())).certificate).toBeNull();
  });

  it("is of the number said last, which is kept as it is printed", () => {
    const first = officer.givesCertificate("0417");
    const before = good(line(first));
    const typed = "4300118000007" + number.at(-1);
    const known = { interview: finished, lines: [before], hasSeries: true };
    const again = good(planCertificate(before, typed, known, facts));
    expect(good(line(first, again)).certificate).toEqual({ number, atMs: morning });
  });

  it("stays given when the line is corrected, taken off or restored", () => {
    const given = officer.givesCertificate("0417");
    const after = good(line(given, officer.corrects(aPerson({ given: "Күміс" })), officer.takesOff("left", 1)));
    expect(after.certificate).toEqual({ number: "0417", atMs: given.atMs });
    expect(good(line(given, officer.takesOff("left", 1), officer.restores(1))).certificate).not.toBeNull();
  });

  it("is there for somebody who left after the form was finished", () => {
    const leaving = good(line(officer.takesOff("left", 1)));
    const planned = good(
      planCertificate(leaving, number, { interview: finished, lines: [leaving], hasSeries: true }, facts),
    );
    expect(good(line(officer.takesOff("left", 1), planned)).certificate).toEqual({ number, atMs: morning });
  });

  it("reads from the log as it was kept, whatever is asked of a number by then", () => {
    expect(good(line(officer.givesCertificate("жоқ"))).certificate).toMatchObject({ number: "жоқ" });
  });

  it("stands against an outcome until it is taken back (E123), in the plan and not in the log", () => {
    const given = officer.givesCertificate(number);
    const said = { outcome: "refused", note: null } as const;
    expect(planOutcome(good(line(given)), said, facts)).toEqual({
      ok: false,
      error: { type: "line-has-certificate", number: 7 },
    });
    const planned = good(planOutcome(good(line(given, officer.takesCertificateBack())), said, facts));
    expect(planned).toEqual({ type: "outcome-recorded", ...facts, ...said, rev: 1 });
    // A log of before the rule holds both, and can be put right.
    expect(good(line(given, officer.closes("refused", 1), officer.takesCertificateBack()))).toMatchObject({
      certificate: null,
      outcome: { outcome: "refused" },
    });
  });

  it("is no event of an older log, which reads as before", () => {
    const log = [officer.addsLine(7, aPerson()), officer.corrects(aPerson({ given: "Күміс" }))];
    expect(good(replayLine(log.map((event) => LineEvent.parse(event)))).certificate).toBeNull();
  });
});

describe("a certificate is not given", () => {
  const seven = good(line());

  it("before the form is finished, nor while it is corrected (E123)", () => {
    const refused = { ok: false, error: { type: "certificate-before-form", number: 7 } };
    for (const interview of [null, { state: "being-filled" } as const]) {
      expect(planCertificate(seven, number, { interview, lines: [seven], hasSeries: true }, facts)).toEqual(refused);
    }
  });

  it("for a line that an outcome closes (E123)", () => {
    expect(line(officer.closes("refused", 1), officer.givesCertificate(number))).toEqual({
      ok: false,
      error: { type: "line-has-outcome", number: 7 },
    });
  });

  it("under a malformed number", () => {
    const plan = (text: string, hasSeries = false) =>
      planCertificate(seven, text, { interview: finished, lines: [seven], hasSeries }, facts);
    const shape = { ok: false, error: { type: "certificate-number-shape" } };
    expect(plan("43-00118-0000")).toEqual(shape);
    // A plain serial, but half a number where the tablet's sheets are of a series.
    expect(plan("4300118")).toMatchObject({ ok: true, value: { number: "4300118" } });
    expect(plan("4300118", true)).toEqual(shape);
    expect(plan(number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10))).toEqual({
      ok: false,
      error: { type: "certificate-number-check-digit" },
    });
    expect(plan("жоқ")).toEqual(shape);
  });

  it("under the number of another line, also of one that was taken off", () => {
    const eight = other(officer.givesCertificate("000417"), officer.takesOff("left", 1));
    const known = { interview: finished, lines: [seven, eight], hasSeries: false };
    expect(planCertificate(seven, "417", known, facts)).toEqual({
      ok: false,
      error: { type: "certificate-number-taken", number: 8 },
    });
    expect(planCertificate(seven, "418", known, facts).ok).toBe(true);
    // Its own number again is no other's.
    expect(planCertificate(eight, "417", known, facts).ok).toBe(true);
  });

  it("back before it was given", () => {
    const refused = { ok: false, error: { type: "certificate-not-given", number: 7 } };
    expect(line(officer.takesCertificateBack())).toEqual(refused);
    expect(
      line(officer.givesCertificate("417"), officer.takesCertificateBack(), officer.takesCertificateBack()),
    ).toEqual(refused);
  });
});
