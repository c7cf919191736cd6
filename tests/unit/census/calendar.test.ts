// One calendar file: the census moment, the day of the lists and every period that a question names.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { censusCalendar, censusDate, personQuestionnaire, premisesQuestionnaire, stage1Date } from "#census";
import { listAsOf } from "#fieldwork";
import type { LocalText, Question } from "#questionnaire";
import { describe, expect, it } from "vitest";

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

  it("has every day that an expression of the forms names", () => {
    const known = new Set([lastDay, censusCalendar.oldestBirth, censusCalendar.yearEarlier, yearBefore(lastDay)]);
    const folder = join(import.meta.dirname, "../../../src/census/forms");
    const found = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/@(\d{4}-\d{2}-\d{2})/g)].map(([, date]) => date ?? ""),
    );
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter((date) => !known.has(date))).toEqual([]);
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

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

describe("no other file of the program", () => {
  it("has a day of the calendar of its own", () => {
    const dates = [lastDay, censusCalendar.oldestBirth, censusCalendar.yearEarlier, censusCalendar.censusMoment];
    const root = join(import.meta.dirname, "../../../src");
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
    const found = files.filter((name) => {
      const code = readFileSync(join(root, name), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return dates.some((date) => code.includes(date));
    });
    expect(found).toEqual([]);
  });
});
