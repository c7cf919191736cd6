import { describe, expect, it } from "vitest";
import { daysSince } from "../../../src/app/tablet/days-since.ts";

const at = (day: number, hour: number): number => new Date(2021, 8, day, hour).getTime();

describe("the age of a form in days", () => {
  it("is the calendar's: what was sealed in the evening is a day old in the morning", () => {
    expect(daysSince(at(5, 18), at(6, 9))).toBe(1);
    expect(daysSince(at(6, 0), at(6, 23))).toBe(0);
    expect(daysSince(at(3, 23), at(6, 1))).toBe(3);
  });

  it("counts a day of 23 or 25 hours as one, and nothing for a time to come", () => {
    // The clocks of the tests' zone go forward on 26 September 2021.
    expect(daysSince(at(25, 12), at(27, 12))).toBe(2);
    expect(daysSince(at(7, 12), at(6, 12))).toBe(0);
  });
});
