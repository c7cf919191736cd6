import { describe, expect, it } from "vitest";
import { changedSince, nextLineNumber, replayLine } from "#fieldwork";
import { createOfficer, good } from "../../support/fieldwork/officer.ts";
import { aPerson } from "../../support/fieldwork/people.ts";

describe("a line of the list", () => {
  it("keeps its number through correction, removal and restoring", () => {
    const officer = createOfficer();
    const line = good(
      replayLine([
        officer.addsLine(7, aPerson()),
        officer.corrects(aPerson({ surname: "Жаппарова" })),
        officer.takesOff("duplicate"),
        officer.restores(),
      ]),
    );
    expect(line).toMatchObject({ number: 7, removed: null, person: { surname: "Жаппарова" } });
  });

  it("stays with its reason when it is taken off", () => {
    const officer = createOfficer();
    const line = good(replayLine([officer.addsLine(7, aPerson()), officer.takesOff("left")]));
    expect(line.removed).toMatchObject({ reason: "left" });
    expect(line.person).toEqual(aPerson());
  });

  it("never gives a removed line's number to another (L03)", () => {
    const officer = createOfficer();
    const removed = good(replayLine([officer.addsLine(3, aPerson()), officer.takesOff("mistake")]));
    expect(nextLineNumber([])).toBe(1);
    expect(nextLineNumber([{ number: 1 }, removed, { number: 2 }])).toBe(4);
  });

  it("keeps whom it was told apart from until it is called otherwise", () => {
    const officer = createOfficer();
    const other = "b".repeat(22);
    const added = [officer.addsLine(7, aPerson()), officer.tellsApart(other), officer.tellsApart(other)];
    const told = good(replayLine(added));
    expect(told).toMatchObject({ toldApartFrom: [other], changes: [] });
    // Neither case, nor the patronymic, nor anything else by which nobody is found twice.
    const same = aPerson({ surname: "ЖАПАРОВА", patronymic: null, sex: null, note: "бұрышта" });
    expect(good(replayLine([...added, officer.corrects(same)])).toldApartFrom).toEqual([other]);
    for (const otherwise of [
      { surname: "Жапаров" },
      { given: "Алтын" },
      { born: { year: 2009, month: 3, day: 15 } },
      { iin: "150620190003" },
    ]) {
      expect(good(replayLine([...added, officer.corrects(aPerson(otherwise))])).toldApartFrom).toEqual([]);
    }
  });

  it("told apart after the list was signed has not changed for that", () => {
    const officer = createOfficer();
    const line = good(replayLine([officer.addsLine(7, aPerson()), officer.tellsApart("b".repeat(22), 1)]));
    expect(changedSince(line, 1)).toBe(false);
  });

  it("belongs to stage 1 while the list is compiled and to stage 2 afterwards (O11)", () => {
    const officer = createOfficer();
    expect(good(replayLine([officer.addsLine(1, aPerson())]))).toMatchObject({ stage: 1, changes: [] });
    expect(good(replayLine([officer.addsLine(2, aPerson(), 1)]))).toMatchObject({
      stage: 2,
      changes: [{ kind: "added", listRev: 1 }],
    });
  });

  it("keeps what happens after signing as changes, and nothing of what happened before (O10)", () => {
    const officer = createOfficer();
    const line = good(
      replayLine([
        officer.addsLine(1, aPerson()),
        officer.corrects(aPerson({ given: "Кумис" })),
        officer.corrects(aPerson(), 1),
        officer.takesOff("died", 1),
      ]),
    );
    expect(line.changes.map((change) => change.kind)).toEqual(["corrected", "removed"]);
    expect(changedSince(line, 1)).toBe(true);
    expect(changedSince(line, 2)).toBe(false);
  });

  it("refuses what does not fit: a correction of a removed line, a second removal, a restoring of nothing", () => {
    const officer = createOfficer();
    const added = officer.addsLine(7, aPerson());
    const removed = [added, officer.takesOff("left")];
    expect(replayLine([...removed, officer.corrects(aPerson())])).toMatchObject({ error: { type: "line-is-removed" } });
    expect(replayLine([...removed, officer.takesOff("left")])).toMatchObject({ error: { type: "line-is-removed" } });
    expect(replayLine([added, officer.restores()])).toMatchObject({ error: { type: "line-not-removed", number: 7 } });
    expect(replayLine([added, added])).toMatchObject({ error: { type: "line-already-added" } });
    expect(replayLine([officer.restores()])).toMatchObject({ error: { type: "line-not-added" } });
    expect(replayLine([])).toMatchObject({ error: { type: "line-not-added" } });
  });
});
