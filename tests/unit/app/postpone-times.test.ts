// The times offered for coming back: never in the past, whatever the hour and the time zone.
import fc from "fast-check";
import { expect, it } from "vitest";
import { daysToChoose, hoursOf, presetTimes } from "../../../src/app/tablet/postpone/postpone-times.ts";

const at = (hour: number, minute = 0): number => new Date(2021, 8, 10, hour, minute).getTime();
const hourOf = (atMs: number): number => new Date(atMs).getHours();

it("offers this afternoon and tomorrow morning", () => {
  expect(presetTimes(at(9)).map(({ day, atMs }) => [day, hourOf(atMs)])).toEqual([
    ["today", 15],
    ["tomorrow", 10],
  ]);
});

it("offers the evening where the afternoon is near, and tomorrow alone at night", () => {
  expect(presetTimes(at(14, 45)).map(({ day, atMs }) => [day, hourOf(atMs)])).toEqual([
    ["today", 18],
    ["tomorrow", 10],
  ]);
  expect(presetTimes(at(19)).map(({ day }) => day)).toEqual(["tomorrow"]);
});

it("offers no hour that has passed, and no day without an hour", () => {
  expect(hoursOf(at(0), at(17, 31)).map(hourOf)).toEqual([19, 20]);
  expect(daysToChoose(at(20)).map(({ day }) => day)).toEqual(["tomorrow", ...Array.from({ length: 5 }, () => "later")]);
});

it("never offers the past", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2021, 0), max: Date.UTC(2027, 0) }), (nowMs) => {
      const offered = [
        ...presetTimes(nowMs).map(({ atMs }) => atMs),
        ...daysToChoose(nowMs).flatMap((day) => hoursOf(day.atMs, nowMs)),
      ];
      expect(offered.length).toBeGreaterThan(0);
      for (const atMs of offered) expect(atMs).toBeGreaterThan(nowMs);
    }),
  );
});
