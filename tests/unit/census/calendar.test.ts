// One calendar file: the census moment, the day of the lists and every period that a question names.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  censusCalendar,
  censusDate,
  personQuestionnaire,
  premisesQuestionnaire,
  stage1Date,
  withCalendarDays,
} from "#census";
import { listAsOf } from "#fieldwork";
import type { LocalText, Question } from "#questionnaire";
import { describe, expect, it } from "vitest";
import { calendarDays, calendarYears } from "../../../src/census/calendar-days.ts";

const both = [personQuestionnaire(), premisesQuestionnaire()];
const questions: ReadonlyMap<string, Question> = new Map(
  both.flatMap(({ questionsById }) => [...questionsById.values()].map(({ id, definition }) => [id, definition])),
);

const months = {
  kk: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** What each language calls the parts of a day, to be found in a text with whatever endings. */
function named(date: string): Readonly<Record<keyof typeof months, readonly string[]>> {
  const [year = "", month = "1", day] = date.split("-");
  const parts = (names: readonly string[]): readonly string[] => [
    year,
    names[Number(month) - 1] ?? "",
    ...(day === undefined ? [] : [String(Number(day))]),
  ];
  return { kk: parts(months.kk), ru: parts(months.ru), en: parts(months.en) };
}

function expectNamed(text: LocalText | undefined, date: string): void {
  for (const [language, parts] of Object.entries(named(date))) {
    for (const part of parts) expect(text?.[language as keyof LocalText]).toContain(part); // keys of the same three
  }
}

const lastDay = [censusDate.year, censusDate.month, censusDate.day]
  .map((part) => String(part).padStart(2, "0"))
  .join("-");

describe("the calendar", () => {
  it("puts the moment at 23:00 of the last day on a Kyzylorda clock", () => {
    expect(lastDay).toBe("2021-08-31");
    expect(stage1Date).toBe(censusCalendar.listAsOf);
    expect(listAsOf).toBe(censusCalendar.listAsOf);
  });

  it("is where every condition and bound of the forms takes its days from", () => {
    const folder = join(import.meta.dirname, "../../../src/census/forms");
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const named = files.flatMap((text) => [...text.matchAll(/@([A-Za-z]\w*)/g)].map(([, name]) => name ?? ""));
    expect(named.length).toBeGreaterThan(12);
    expect([...new Set(named)].filter((name) => !(name in calendarDays || name in calendarYears))).toEqual([]);
    const literals = files.flatMap((text) => [...writtenDays(JSON.parse(text))]);
    expect(literals).toEqual([]);
  });

  it("finds a day that is written into a condition or a bound", () => {
    expect([...writtenDays({ when: "P05 > @2021-08-31" })]).toEqual(["when: P05 > @2021-08-31"]);
    expect([...writtenDays([{ min: "1990-01" }, { relevant: "P12.1.year > 2021" }])]).toHaveLength(2);
    expect([...writtenDays({ type: "number", min: 1901, max: "@censusYear", year: true })]).toEqual(["min: 1901"]);
    expect([...writtenDays({ text: { ru: "в 2021 году" }, when: "P05 > @censusDay", max: 1000 })]).toEqual([]);
  });

  it("names the days that follow from the census moment, and the periods of the instrument", () => {
    const { workWeek, jobSearch, preparatoryWalk, controlWalk, windows } = censusCalendar;
    expect(calendarDays).toMatchObject({
      censusDay: lastDay,
      twelveMonthsBefore: yearBefore(lastDay),
      workWeekEnds: lastDay,
      jobSearchEnds: lastDay,
    });
    const days = ({ from, to }: { readonly from: string; readonly to: string }): number =>
      (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    expect([days(workWeek), days(jobSearch), days(preparatoryWalk), days(controlWalk)]).toEqual([7, 28, 30, 7]);
    expect(preparatoryWalk.from).toBe(censusCalendar.listAsOf);
    expect(windows.selfCompletion.at(-1)?.closes).toBe("2021-11-08T00:00:00+06:00");
    const hourOfMoment = new Date(
      Date.parse(censusCalendar.censusMoment) + censusCalendar.kyzylordaOffsetMinutes * 60_000,
    );
    for (const id of ["E006", "E006.T03"]) {
      const edit = both
        .flatMap(({ files }) => files)
        .flatMap(({ edits = [] }) => edits)
        .find((one) => one.id === id);
      expect(edit?.when).toContain(`>= ${hourOfMoment.getUTCHours()}`);
    }
  });

  it("puts the days into a text and touches nothing else", () => {
    const text = '{"max": "@censusDay", "when": "P05 > @censusDay or P09 < @censusDayX", "ru": "a@example.kz"}';
    expect(withCalendarDays(text)).toBe(
      `{"max": "${lastDay}", "when": "P05 > @${lastDay} or P09 < @censusDayX", "ru": "a@example.kz"}`,
    );
    expect(withCalendarDays('{"min": "@oldestBirthYear", "max": "@censusYear"}')).toBe('{"min": 1901, "max": 2021}');
    expect(withCalendarDays("P05 > @2020-01-01")).toBe("P05 > @2020-01-01");
  });

  it.each([
    ["P13", "text", censusCalendar.yearEarlier],
    ["P13", "thirdPerson", censusCalendar.yearEarlier],
    ["P38", "text", censusCalendar.workWeek.to],
    ["P38", "text", censusCalendar.workWeek.from],
    ["P38", "thirdPerson", censusCalendar.workWeek.to],
    ["P38", "readAloud", censusCalendar.workWeek.to],
    ["P38", "readAloud", censusCalendar.workWeek.from],
    ["P40", "readAloud", censusCalendar.workWeek.to],
    ["P41", "text", censusCalendar.covidSince],
    ["P41", "thirdPerson", censusCalendar.covidSince],
    ["P23", "hint", censusCalendar.schoolYearBegins],
    ["P05.1", "hint", lastDay],
    ["L05", "interviewer", lastDay],
    ["P23.1", "hint", censusCalendar.schoolYearBegins],
    ["P40", "hint", lastDay],
    ["P40", "hint", "2021-08-04"],
    ["P42", "hint", censusCalendar.covidSince],
  ] as const)("is what %s says in its %s, in three languages", (id, part, date) => {
    expectNamed(questions.get(id)?.[part], date);
  });
});

it("asks about looking for work in the four weeks of the calendar", () => {
  const { text } = questions.get("P40") ?? {};
  expect([text?.kk, text?.ru, text?.en].join(" ")).toMatch(/төрт аптада.*четырёх недель.*four weeks/u);
});

/** Every condition with a date or a year in it, and every bound that is a date, as it is written. */
function* writtenDays(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const isCondition = /^(?:when|relevant|where|expression|required)$/u.test(key);
    const isBound = key === "min" || key === "max";
    if (
      typeof member === "string" &&
      ((isCondition && /\b(?:19|20)\d{2}\b/u.test(member)) || (isBound && /^\d/u.test(member)))
    ) {
      yield `${key}: ${member}`;
    }
    if (isBound && typeof member === "number" && "year" in value && value.year === true) yield `${key}: ${member}`;
    yield* writtenDays(member);
  }
}

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

describe("no other file of the program", () => {
  it("has a day of the calendar of its own", () => {
    const periods = [censusCalendar.workWeek, censusCalendar.jobSearch, censusCalendar.controlWalk];
    const windows = [...censusCalendar.windows.selfCompletion, ...censusCalendar.windows.interviewing];
    // The day of the lists is written once more, in #fieldwork, for the service worker, which carries no census; held above.
    const dates = [
      lastDay,
      yearBefore(lastDay),
      censusCalendar.oldestBirth,
      censusCalendar.yearEarlier,
      censusCalendar.censusMoment,
      censusCalendar.schoolYearBegins,
      censusCalendar.preparatoryWalk.to,
      ...periods.flatMap(({ from, to }) => [from, to]),
      ...windows.flatMap(({ opens, closes }) => [opens.slice(0, 10), closes.slice(0, 10)]),
    ];
    const root = join(import.meta.dirname, "../../../src");
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
    const found = files.filter((name) => {
      const code = readFileSync(join(root, name), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return dates.some((date) => code.includes(date));
    });
    expect(found).toEqual([]);
  });
});
