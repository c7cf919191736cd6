// Entering a date as one run of digits, day first as on the identity document (ux 3.3). The box moves on by itself
// because the pad is ours; the day, or the day and the month, may be marked as not known. No component here.
import type { PartialDate } from "#questionnaire";
import { daysInMonth } from "#fieldwork";
import { monthOfName } from "./month-name.ts";

export type DateBox = "day" | "month" | "year";

/** What was typed so far. `month` holds digits, or the letters of a month's name until they tell one month. */
export interface DateDraft {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly unknown: "nothing" | "day" | "day-and-month";
  readonly box: DateBox;
  /** The box was just entered: the next character replaces what stands in it. */
  readonly isFresh: boolean;
}

export const emptyDate: DateDraft = {
  day: "",
  month: "",
  year: "",
  unknown: "nothing",
  box: "day",
  isFresh: true,
};

export type DateReading =
  | { readonly state: "incomplete" }
  /** No such day in the calendar. */
  | { readonly state: "impossible" }
  | { readonly state: "complete"; readonly date: PartialDate };

/** A date as it was left half typed: it goes on in the first box that is empty. */
export function beginAgain(typed: Pick<DateDraft, "day" | "month" | "year" | "unknown">): DateDraft {
  const draft: DateDraft = { ...typed, box: "year", isFresh: true };
  return { ...draft, box: boxesOf(draft).find((box) => draft[box] === "") ?? boxesOf(draft)[0] ?? "year" };
}

/** A draft to correct a known date by: typing starts at its first box and replaces. */
export function draftOfDate(date: PartialDate | null): DateDraft {
  if (date === null) return emptyDate;
  const two = (part: number | null): string => (part === null ? "" : String(part).padStart(2, "0"));
  const unknown = date.month === null ? "day-and-month" : date.day === null ? "day" : "nothing";
  return beginAgain({ day: two(date.day), month: two(date.month), year: String(date.year), unknown });
}

/** The draft with the box entered by a tap or by Tab. */
export function enterBox(draft: DateDraft, box: DateBox): DateDraft {
  return { ...draft, box, isFresh: true };
}

/** The draft after a digit. A first digit that can only stand alone ("4" as a day, "2" as a month) gets its zero. */
export function typeDigit(draft: DateDraft, digit: number): DateDraft {
  const { box } = draft;
  const before = draft.isFresh || !/^\d+$/u.test(draft[box]) ? "" : draft[box];
  const size = box === "year" ? 4 : 2;
  if (before.length >= size) return draft;
  const standsAlone = before === "" && ((box === "day" && digit > 3) || (box === "month" && digit > 1));
  const typed = standsAlone ? `0${digit}` : `${before}${digit}`;
  const next: DateDraft = { ...draft, [box]: typed, isFresh: false };
  return typed.length === size ? moveOn(next) : next;
}

/** A letter counts in the month's box only, where three letters of a name in any language are enough. */
export function typeLetter(draft: DateDraft, letter: string): DateDraft {
  if (draft.box !== "month" || !/^\p{L}$/u.test(letter)) return draft;
  const before = draft.isFresh ? "" : draft.month.replace(/\d/gu, "");
  const typed = `${before}${letter}`.slice(0, 12);
  const month = monthOfName(typed);
  if (month === null) return { ...draft, month: typed, isFresh: false };
  return moveOn({ ...draft, month: String(month).padStart(2, "0"), isFresh: false });
}

function moveOn(draft: DateDraft): DateDraft {
  const boxes = boxesOf(draft);
  const next = boxes[boxes.indexOf(draft.box) + 1];
  return next === undefined ? draft : enterBox(draft, next);
}

/** Takes the last character back, from the box before where this one is empty. */
export function eraseLast(draft: DateDraft): DateDraft {
  const boxes = boxesOf(draft);
  const before = boxes[Math.max(0, boxes.indexOf(draft.box) - 1)] ?? draft.box;
  const box = draft[draft.box] === "" ? before : draft.box;
  return { ...draft, box, [box]: draft[box].slice(0, -1), isFresh: false };
}

/** Marks what is not known; marking it again takes the mark off. What stood in a hidden box is dropped. Where only month and year are asked, the day stays hidden. */
export function markUnknown(draft: DateDraft, part: "day" | "day-and-month", asksDay = true): DateDraft {
  const unknown = draft.unknown === part ? (asksDay ? "nothing" : "day") : part;
  const next: DateDraft = {
    ...draft,
    unknown,
    day: unknown === "nothing" ? draft.day : "",
    month: unknown === "day-and-month" ? "" : draft.month,
  };
  return enterBox(next, boxesOf(next).find((box) => next[box] === "") ?? "year");
}

/** The boxes that are asked for, in their order. */
export function boxesOf(draft: DateDraft): readonly DateBox[] {
  if (draft.unknown === "day-and-month") return ["year"];
  return draft.unknown === "day" ? ["month", "year"] : ["day", "month", "year"];
}

/** What the draft says so far. */
export function readDate(draft: DateDraft): DateReading {
  const day = draft.unknown === "nothing" ? draft.day : "skip";
  const month = draft.unknown === "day-and-month" ? "skip" : draft.month;
  if (day === "" || draft.year.length < 4) return { state: "incomplete" };
  if (month !== "skip" && !/^\d+$/u.test(month)) return { state: "incomplete" };
  const year = Number(draft.year);
  const date: PartialDate = {
    year,
    month: month === "skip" ? null : Number(month),
    day: day === "skip" ? null : Number(day),
  };
  return isInCalendar(date) ? { state: "complete", date } : { state: "impossible" };
}

function isInCalendar({ year, month, day }: PartialDate): boolean {
  if (year < 1800 || year > 2200) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  return day === null || month === null || (day >= 1 && day <= daysInMonth(year, month));
}
