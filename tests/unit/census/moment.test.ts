import { describe, expect, it } from "vitest";
import {
  ageAtCensus,
  censusMomentMs,
  dateInWords,
  dateText,
  dateTimeText,
  isBornAfterCensus,
  monthNames,
  plannedWindows,
  windowStateAt,
  CollectionWindows,
} from "#census";

const day = (year: number, month: number | null, ofMonth: number | null) => ({ year, month, day: ofMonth });

describe("the census moment", () => {
  it("is 23:00 on 31 August on a Kyzylorda clock, whatever zone the machine has", () => {
    expect(new Date(censusMomentMs).toISOString()).toBe("2021-08-31T18:00:00.000Z");
    expect(dateTimeText(censusMomentMs)).toBe("31.08.2021 23:00");
    expect(dateTimeText(censusMomentMs, 6 * 60)).toBe("01.09.2021 00:00");
  });

  it("leaves out a child born at 23:20 that evening and counts one born at 22:50", () => {
    expect(isBornAfterCensus(day(2021, 8, 31), 23)).toBe(true);
    expect(isBornAfterCensus(day(2021, 8, 31), 22)).toBe(false);
    expect(isBornAfterCensus(day(2021, 8, 31), null)).toBeNull();
    expect(isBornAfterCensus(day(2021, 9, 1), null)).toBe(true);
    expect(isBornAfterCensus(day(2021, 8, 30), null)).toBe(false);
    expect(isBornAfterCensus(day(2021, null, null), null)).toBeNull();
    expect(isBornAfterCensus(day(2020, null, null), null)).toBe(false);
  });

  it("gives completed years, and none where the unknown part matters", () => {
    expect(ageAtCensus(day(2009, 3, 17))).toBe(12);
    expect(ageAtCensus(day(2009, 8, 31))).toBe(12);
    expect(ageAtCensus(day(2009, 9, 1))).toBe(11);
    expect(ageAtCensus(day(2009, 3, null))).toBe(12);
    expect(ageAtCensus(day(2009, null, null))).toBeNull();
    expect(ageAtCensus(day(2021, 9, 1))).toBeNull();
    expect(ageAtCensus(day(2009, 2, 30))).toBeNull();
  });
});

describe("collection windows", () => {
  const at = (text: string): number => Date.parse(text);

  it("mark what comes outside them and refuse nothing", () => {
    const states = [
      "2021-09-30T23:59:59+05:00",
      "2021-10-01T00:00:00+05:00",
      "2021-10-30T23:59:59+05:00",
      "2021-10-31T00:00:00+05:00",
    ];
    expect(states.map((text) => windowStateAt(plannedWindows, "interviewing", at(text)))).toEqual([
      "early",
      "open",
      "open",
      "late",
    ]);
  });

  it("may be closed and opened again, as in 2021", () => {
    const reopened: CollectionWindows = {
      ...plannedWindows,
      selfCompletion: [
        { opens: "2021-09-01T00:00:00+06:00", closes: "2021-10-16T00:00:00+06:00" },
        { opens: "2021-10-21T00:00:00+06:00", closes: "2021-11-08T00:00:00+06:00" },
      ],
    };
    expect(windowStateAt(CollectionWindows.parse(reopened), "selfCompletion", at("2021-10-18T12:00:00+06:00"))).toBe(
      "between",
    );
    expect(windowStateAt(reopened, "selfCompletion", at("2021-11-01T12:00:00+06:00"))).toBe("open");
  });

  it("are refused as configuration if a window closes before it opens or has no offset", () => {
    const backwards = [{ opens: "2021-10-31T00:00:00+05:00", closes: "2021-10-01T00:00:00+05:00" }];
    expect(CollectionWindows.safeParse({ ...plannedWindows, interviewing: backwards }).success).toBe(false);
    const local = [{ opens: "2021-10-01T00:00:00", closes: "2021-10-31T00:00:00" }];
    expect(CollectionWindows.safeParse({ ...plannedWindows, interviewing: local }).success).toBe(false);
  });
});

describe("dates as texts", () => {
  it("are written out in each language", () => {
    const born = day(2009, 3, 17);
    expect(dateInWords(born, "kk")).toBe("17 наурыз 2009 ж.");
    expect(dateInWords(born, "ru")).toBe("17 марта 2009 г.");
    expect(dateInWords(born, "en")).toBe("17 March 2009");
  });

  it("leave out what is not known", () => {
    expect(dateInWords(day(2009, 3, null), "ru")).toBe("март 2009 г.");
    expect(dateInWords(day(2009, 3, null), "kk")).toBe("наурыз 2009 ж.");
    expect(dateInWords(day(2009, null, null), "kk")).toBe("2009 ж.");
    expect([dateText(day(2009, 3, 7)), dateText(day(2009, 3, null)), dateText(day(2009, null, null))]).toEqual([
      "07.03.2009",
      "03.2009",
      "2009",
    ]);
  });

  it("know twelve months in each language", () => {
    expect(Object.values(monthNames).map((names) => new Set(names).size)).toEqual([12, 12, 12]);
  });
});
