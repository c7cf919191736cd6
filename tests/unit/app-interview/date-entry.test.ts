import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  draftOfDate,
  emptyDate,
  enterBox,
  eraseLast,
  markUnknown,
  readDate,
  typeDigit,
  typeLetter,
  type DateDraft,
} from "../../../src/app/questions/date-entry.ts";

function type(draft: DateDraft, text: string): DateDraft {
  return Array.from(text).reduce(
    (now, character) => (/\d/u.test(character) ? typeDigit(now, Number(character)) : typeLetter(now, character)),
    draft,
  );
}

describe("a date typed as one run of digits", () => {
  it("fills day, month and year one after another", () => {
    expect(readDate(type(emptyDate, "17032009"))).toEqual({
      state: "complete",
      date: { year: 2009, month: 3, day: 17 },
    });
  });

  it("gives a digit that can only stand alone its zero", () => {
    expect(type(emptyDate, "9")).toMatchObject({ day: "09", box: "month" });
    expect(type(emptyDate, "912")).toMatchObject({ day: "09", month: "12", box: "year" });
    expect(type(emptyDate, "95")).toMatchObject({ month: "05", box: "year" });
  });

  it("holds every date of the calendar that is typed into it", () => {
    const day = fc.date({
      min: new Date("1900-01-01T00:00:00Z"),
      max: new Date("2100-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (at) => {
        const [year = "", month = "", date = ""] = at.toISOString().slice(0, 10).split("-");
        const reading = readDate(type(emptyDate, `${date}${month}${year}`));
        expect(reading).toEqual({
          state: "complete",
          date: { year: Number(year), month: Number(month), day: Number(date) },
        });
      }),
    );
  });

  it("names a day that the calendar has not", () => {
    expect(readDate(type(emptyDate, "29022009")).state).toBe("impossible");
    expect(readDate(type(emptyDate, "29022008")).state).toBe("complete");
    expect(readDate(type(emptyDate, "00012009")).state).toBe("impossible");
  });

  it("is not complete before the year has four digits", () => {
    expect(readDate(type(emptyDate, "1703200")).state).toBe("incomplete");
  });

  it("takes characters back across the boxes", () => {
    const draft = eraseLast(eraseLast(type(emptyDate, "1703")));
    expect(draft).toMatchObject({ day: "17", month: "", box: "month" });
    expect(eraseLast(draft)).toMatchObject({ day: "1", box: "day" });
  });

  it("replaces a box that was entered anew", () => {
    const draft = enterBox(draftOfDate({ year: 2009, month: 3, day: 17 }), "month");
    expect(readDate(type(draft, "04"))).toMatchObject({ date: { month: 4, day: 17 } });
  });
});

describe("a month's name", () => {
  it.each([
    ["нау", 3],
    ["мар", 3],
    ["mar", 3],
    ["қыркүйек", 9],
    ["кан", 1],
    ["мая", 5],
    ["дек", 12],
  ])("is understood as typed: %s", (name, month) => {
    expect(readDate(type(type(enterBox(emptyDate, "day"), "17"), `${name.slice(0, 3)}2009`))).toEqual({
      state: "complete",
      date: { year: 2009, month, day: 17 },
    });
  });

  it("counts nowhere but in the month's box", () => {
    expect(type(emptyDate, "нау")).toEqual(emptyDate);
  });
});

describe("parts that are not known", () => {
  it("are left out and never filled in", () => {
    expect(readDate(type(markUnknown(emptyDate, "day"), "032009"))).toEqual({
      state: "complete",
      date: { year: 2009, month: 3, day: null },
    });
    expect(readDate(type(markUnknown(emptyDate, "day-and-month"), "2009"))).toEqual({
      state: "complete",
      date: { year: 2009, month: null, day: null },
    });
  });

  it("can be asked for again", () => {
    const draft = markUnknown(markUnknown(type(emptyDate, "17032009"), "day"), "day");
    expect(draft).toMatchObject({ unknown: "nothing", day: "", month: "03", year: "2009", box: "day" });
  });

  it("keep the day hidden where only month and year are asked", () => {
    const month = { ...emptyDate, unknown: "day" } as const;
    expect(markUnknown(markUnknown(month, "day-and-month", false), "day-and-month", false).unknown).toBe("day");
  });
});
