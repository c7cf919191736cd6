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
}

export const emptyDate: DateDraft = { day: "", month: "", year: "", unknown: "nothing", box: "day" };

export type DateReading =
  | { readonly state: "incomplete" }
  /** No such day in the calendar. */
  | { readonly state: "impossible" }
  | { readonly state: "complete"; readonly date: PartialDate };

export function draftOfDate(date: PartialDate | null): DateDraft {
  if (date === null) return emptyDate;
  const two = (part: number | null): string => (part === null ? "" : String(part).padStart(2, "0"));
  const unknown = date.month === null ? "day-and-month" : date.day === null ? "day" : "nothing";
  return { day: two(date.day), month: two(date.month), year: String(date.year), unknown, box: "year" };
}

/** The draft after a digit. A first digit that can only stand alone ("4" as a day, "2" as a month) gets its zero. */
export function typeDigit(draft: DateDraft, digit: number): DateDraft {
  switch (draft.box) {
    case "day": {
      if (draft.day.length >= 2) return typeDigit({ ...draft, box: "month" }, digit);
      const day = draft.day === "" && digit > 3 ? `0${digit}` : `${draft.day}${digit}`;
      return { ...draft, day, box: day.length === 2 ? "month" : "day" };
    }
    case "month": {
      if (/^\d{2}$/u.test(draft.month)) return typeDigit({ ...draft, box: "year" }, digit);
      const before = /^\d$/u.test(draft.month) ? draft.month : "";
      const month = before === "" && digit > 1 ? `0${digit}` : `${before}${digit}`;
      return { ...draft, month, box: month.length === 2 ? "year" : "month" };
    }
    case "year":
      return draft.year.length >= 4 ? draft : { ...draft, year: `${draft.year}${digit}` };
  }
}

/** A letter counts in the month's box only, where three letters of a name in any language are enough. */
export function typeLetter(draft: DateDraft, letter: string): DateDraft {
  if (draft.box !== "month" || !/^\p{L}$/u.test(letter)) return draft;
  const typed = `${draft.month.replace(/\d/gu, "")}${letter}`.slice(0, 12);
  const month = monthOfName(typed);
  return month === null ? { ...draft, month: typed } : { ...draft, month: String(month).padStart(2, "0"), box: "year" };
}

/** Takes the last character back, from the box before where this one is empty. */
export function eraseLast(draft: DateDraft): DateDraft {
  const boxes = boxesOf(draft);
  const here = boxes.indexOf(draft.box);
  const box = draft[draft.box] === "" ? boxes[Math.max(0, here - 1)] : draft.box;
  return box === undefined ? draft : { ...draft, box, [box]: draft[box].slice(0, -1) };
}

/** Marks what is not known; marking it again takes the mark off. What stood in a hidden box is dropped. */
export function markUnknown(draft: DateDraft, part: "day" | "day-and-month"): DateDraft {
  const unknown = draft.unknown === part ? "nothing" : part;
  const next: DateDraft = {
    ...draft,
    unknown,
    day: unknown === "nothing" ? draft.day : "",
    month: unknown === "day-and-month" ? "" : draft.month,
  };
  const empty = boxesOf(next).find((box) => next[box] === "");
  return { ...next, box: empty ?? "year" };
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
