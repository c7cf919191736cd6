// A line put off, closed without a form, and opened again (order, par. 9, 2; O11).
import { describe, expect, it } from "vitest";
import { lineNoteLimit, lineNoteOf, replayLine, type LineEvent } from "#fieldwork";
import { createOfficer, good, morning } from "../../support/fieldwork/officer.ts";
import { aPerson } from "../../support/fieldwork/people.ts";

const officer = createOfficer();
const line = (...events: readonly LineEvent[]) => replayLine([officer.addsLine(7, aPerson()), ...events]);

describe("a postponement", () => {
  it("stands until the line is taken up, and the later word counts", () => {
    const twice = good(line(officer.postpones(morning), officer.postpones(null)));
    expect(twice.postponed).toMatchObject({ untilMs: null, reason: "busy" });
    expect(good(line(officer.postpones(morning), officer.takesUp())).postponed).toBeNull();
  });

  it("ends with the line", () => {
    expect(good(line(officer.postpones(morning), officer.takesOff("died", 1))).postponed).toBeNull();
    expect(good(line(officer.postpones(morning), officer.closes("refused", 1))).postponed).toBeNull();
  });

  it("is not for somebody who was taken off the list", () => {
    expect(line(officer.takesOff("left"), officer.postpones(morning))).toMatchObject({
      error: { type: "line-is-removed", number: 7 },
    });
  });
});

describe("a note", () => {
  it("is what is left without the blanks around it, at most as long as the limit", () => {
    expect([lineNoteOf(null), lineNoteOf(""), lineNoteOf(" \n ")]).toEqual([null, null, null]);
    expect(lineNoteOf("  Есікті ашпады ")).toBe("Есікті ашпады");
    const blanks = " ".repeat(lineNoteLimit);
    expect(lineNoteOf(`${blanks}Есікті ашпады`)).toBe("Есікті ашпады");
    expect(lineNoteOf(`${"а".repeat(lineNoteLimit - 1)} б`)).toBe("а".repeat(lineNoteLimit - 1));
  });
});

describe("an outcome", () => {
  it("closes the line with a reason, may be said otherwise, and is withdrawn by a revision of its own", () => {
    const closed = good(line(officer.closes("absent", 1), officer.closes("refused", 2, "Есікті ашпады")));
    expect(closed).toMatchObject({ outcome: { outcome: "refused", note: "Есікті ашпады", rev: 2 }, outcomeRev: 2 });
    const open = good(line(officer.closes("absent", 1), officer.opensAgain(2)));
    expect(open).toMatchObject({ outcome: null, outcomeRev: 2 });
    expect(good(line(officer.closes("absent", 1), officer.opensAgain(2), officer.closes("unable", 3)))).toMatchObject({
      outcome: { outcome: "unable", rev: 3 },
    });
  });

  it("keeps its revisions in order, so that the Department knows the newest", () => {
    expect(line(officer.closes("absent", 2))).toMatchObject({ error: { type: "outcome-revision-other" } });
    expect(line(officer.closes("absent", 1), officer.opensAgain(3))).toMatchObject({
      error: { type: "outcome-revision-other" },
    });
    expect(line(officer.opensAgain(2))).toMatchObject({ error: { type: "outcome-not-recorded" } });
  });
});
