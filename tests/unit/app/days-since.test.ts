import { expect, it } from "vitest";
import { daysSince } from "../../../src/app/tablet/days-since.ts";

const at = (day: number, hour: number, month = 9): number => new Date(2021, month - 1, day, hour).getTime();

it.each([
  ["an hour later", at(6, 9), at(6, 10), 0],
  ["at the end of the same day", at(6, 0), at(6, 23), 0],
  ["the next morning, although no day has passed", at(6, 18), at(7, 9), 1],
  ["the next evening", at(6, 9), at(7, 18), 1],
  ["over the end of a month", at(31, 12, 8), at(3, 9, 9), 3],
  // The clocks of the zone that the tests run in went forward on 26 September 2021.
  ["over a day of 23 hours", at(25, 12), at(27, 0), 2],
  ["for a time to come", at(8, 9), at(6, 9), 0],
])("counts days by the calendar: %s", (_what, then, now, days) => {
  expect(daysSince(then, now)).toBe(days);
});
