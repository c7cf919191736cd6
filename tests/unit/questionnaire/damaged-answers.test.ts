import { describe, expect, it } from "vitest";
import type { Answer } from "#questionnaire";
import {
  alternative,
  answered,
  begin,
  code,
  codes,
  count,
  date,
  dontKnow,
  line,
  month,
  name,
  objections,
  place,
  refused,
  text,
  unanswered,
} from "../../support/questionnaire/conversation.ts";
import {
  alternatives,
  codeList,
  dateOf,
  form,
  monthOf,
  multi,
  nameOf,
  placeOf,
  roster,
  single,
  textLine,
  wholeNumber,
} from "../../support/questionnaire/form.ts";

const everyType = [
  single("C", ["1", "2"], alternatives("0")),
  multi("M", ["1", "2"]),
  wholeNumber("N", 0, 9),
  textLine("T"),
  nameOf("W"),
  dateOf("D"),
  monthOf("H"),
  codeList("L", { list: "language", freeText: true }),
  placeOf("Z", { countries: "country" }),
];

describe("what an interview is opened with and cannot be meant", () => {
  it("[QL9] no row comes into being by a path that is none, and a number is written in one way", () => {
    const file = form([roster("R", [textLine("a")], { minRows: 0 })]);
    const paths = ["R[3].b", "R[0].a", "R[01].a", "R[5001].a", "R[9999].a", "R[1].a.b", "R[1]a"];
    const answers = Object.fromEntries(paths.map((path) => [path, text("x")]));
    const interview = begin([file], { answers });
    expect(interview.question("R").rows).toEqual([]);
    expect(interview.unknownPaths()).toEqual(paths);
    expect(interview.answers()).toEqual(answers);
    for (const path of paths) expect(() => interview.give(path, text("x"))).toThrow("knows no question");
    expect(interview.question("R").rows).toEqual([]);
    expect(interview.addRow("R").row).toBe(1);
  });

  const damaged: readonly unknown[] = [
    null,
    undefined,
    7,
    "x",
    [],
    {},
    { state: "gone" },
    { state: "answered" },
    { state: "answered", value: null },
    { state: "answered", value: "x" },
    { state: "answered", value: { kind: "strange" } },
    { state: "answered", value: { kind: "code" } },
    { state: "answered", value: { kind: "codes", codes: "12" } },
    { state: "answered", value: { kind: "codes", codes: [1] } },
    { state: "answered", value: { kind: "number", number: "7" } },
    { state: "answered", value: { kind: "text" } },
    { state: "answered", value: { kind: "name", surname: "x", given: null, patronymic: null } },
    { state: "answered", value: { kind: "date", date: "2021" } },
    { state: "answered", value: { kind: "date", date: { year: 2021, month: 1 } } },
    { state: "answered", value: { kind: "month", year: 2021 } },
    { state: "answered", value: { kind: "place", country: "KZ" } },
    { state: "proposed", value: { kind: "line", line: null }, origin: "list" },
    { state: "alternative" },
  ];

  it.each(damaged.map((answer) => ({ answer })))("[QL9] $answer is no answer and kept aside", ({ answer }) => {
    const ids = everyType.map(({ id }) => String(id));
    const answers = new Map(ids.map((id) => [id, answer as Answer]));
    const interview = begin([form(everyType)], { answers });
    expect(interview.unknownPaths()).toEqual(ids);
    expect(interview.answers()).toEqual(Object.fromEntries(answers));
    expect(interview.exported()).toEqual({});
    expect(objections(interview)).toEqual([]);
    expect(interview.remaining()).toContain("T");
    expect(() => interview.give("T", answer as Answer)).toThrow("is no answer");
    // A new answer takes the place of what was kept aside, and of that alone.
    interview.give("T", text("x"));
    expect(interview.answers()).toEqual({ ...Object.fromEntries(answers), T: text("x") });
    expect(interview.unknownPaths()).toEqual(ids.filter((id) => id !== "T"));
  });

  it("[QL9] an answer of each kind is one", () => {
    for (const answer of [
      code("1"),
      codes("1"),
      count(1),
      text("x"),
      name("x", "y"),
      date("2021"),
      month("2021"),
      line(1),
      place("KZ"),
      refused,
      dontKnow,
      unanswered,
      alternative("0"),
      answered({ kind: "other", text: "x" }),
    ]) {
      expect(begin([form(everyType)], { answers: { T: answer } }).unknownPaths()).toEqual([]);
    }
  });
});
