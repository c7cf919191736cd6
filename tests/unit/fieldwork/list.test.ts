import { describe, expect, it } from "vitest";
import { stage1Date } from "#census";
import { headcountDifference, listAsOf, listRevision, replayList } from "#fieldwork";
import { createOfficer, good, theList } from "../../support/fieldwork/officer.ts";

describe("the list of respondents as of 1 June 2021 (O10)", () => {
  it("is started, counted against the headcount and signed", () => {
    const officer = createOfficer();
    const list = good(replayList([officer.startsList(), officer.declaresHeadcount(42), officer.signsList(1, 42, 42)]));
    expect(list).toMatchObject({ state: "signed", list: theList, asOf: "2021-06-01", headcount: 42 });
    expect(listRevision(list)).toBe(1);
  });

  it("describes the day that the order names", () => {
    expect(listAsOf).toBe(stage1Date);
  });

  it("shows the difference to the headcount from the moment the headcount is declared", () => {
    const officer = createOfficer();
    const start = officer.startsList();
    const started = good(replayList([start]));
    const counted = good(replayList([start, officer.declaresHeadcount(42)]));
    expect(headcountDifference(started, 40)).toBeNull();
    expect(headcountDifference(counted, 40)).toBe(2);
    expect(headcountDifference(counted, 43)).toBe(-1);
  });

  it("is not signed before the administration declared the headcount", () => {
    const officer = createOfficer();
    const signed = replayList([officer.startsList(), officer.signsList(1, 42, 42)]);
    expect(signed).toEqual({ ok: false, error: { type: "headcount-not-declared" } });
  });

  it("is not signed with a difference that nobody explains", () => {
    const officer = createOfficer();
    const counted = [officer.startsList(), officer.declaresHeadcount(42)];
    expect(replayList([...counted, officer.signsList(1, 40, 42)])).toEqual({
      ok: false,
      error: { type: "difference-unexplained", onList: 40, headcount: 42 },
    });
    expect(replayList([...counted, officer.signsList(1, 40, 42, "екеуі үйіне кетті")]).ok).toBe(true);
  });

  it("is not signed under a headcount other than the declared one", () => {
    const officer = createOfficer();
    const signed = replayList([officer.startsList(), officer.declaresHeadcount(42), officer.signsList(1, 41, 41)]);
    expect(signed).toEqual({ ok: false, error: { type: "statement-disagrees", headcount: 42 } });
  });

  it("is signed again after later changes, as the next revision and never as the same one", () => {
    const officer = createOfficer();
    const signed = [officer.startsList(), officer.declaresHeadcount(42), officer.signsList(1, 42, 42)];
    const again = [...signed, officer.declaresHeadcount(43)];
    expect(replayList([...again, officer.signsList(1, 43, 43)])).toEqual({
      ok: false,
      error: { type: "list-revision-wrong", expected: 2 },
    });
    const list = good(replayList([...again, officer.signsList(2, 43, 43)]));
    expect(listRevision(list)).toBe(2);
    expect(list).toMatchObject({ signings: [{ statement: { onList: 42 } }, { statement: { onList: 43 } }] });
  });

  it("is started once", () => {
    const officer = createOfficer();
    expect(replayList([officer.startsList(), officer.startsList()])).toMatchObject({
      error: { type: "list-already-started" },
    });
    expect(replayList([officer.declaresHeadcount(1)])).toMatchObject({ error: { type: "list-not-started" } });
  });
});
