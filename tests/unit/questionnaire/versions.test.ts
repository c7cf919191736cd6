import { describe, expect, it } from "vitest";
import {
  compareVersions,
  composeMoves,
  explainVersionError,
  movedPath,
  movedRow,
  moveInterview,
  openInterview,
  type Answer,
  type ArchivedAnswer,
  type InterviewContent,
  type MovedInterview,
  type VersionError,
  type VersionMove,
} from "#questionnaire";
import {
  alternative,
  begin,
  code,
  codes,
  compiled,
  count,
  date,
  dontKnow,
  month,
  obstacles,
  proposed,
  refusals,
  refused,
  text,
} from "../../support/questionnaire/conversation.ts";
import {
  alternatives,
  codeList,
  composite,
  dateOf,
  edit,
  form,
  monthOf,
  multi,
  placeOf,
  roster,
  section,
  single,
  textLine,
  wholeNumber,
  words,
} from "../../support/questionnaire/form.ts";

type Parts = Readonly<Record<string, unknown>>;

/** The later file: one version on, with this map from the first. */
function later(questions: readonly Parts[], map: Parts | null = {}, parts: Parts = {}): Parts {
  return form(questions, { version: 2, ...(map === null ? {} : { from: [{ version: 1, ...map }] }), ...parts });
}

function compared(before: Parts | readonly Parts[], after: Parts | readonly Parts[]) {
  return compareVersions(compiled(...[before].flat()), compiled(...[after].flat()));
}

function moveOf(before: Parts | readonly Parts[], after: Parts | readonly Parts[]): VersionMove {
  const result = compared(before, after);
  if (!result.ok) throw new Error(result.error.map(explainVersionError).join("\n"));
  return result.value;
}

/** `type id` of each refusal; every one has a sentence with its place. */
function objections(before: Parts | readonly Parts[], after: Parts | readonly Parts[]): readonly string[] {
  const result = compared(before, after);
  if (result.ok) return [];
  for (const error of result.error) expect(explainVersionError(error)).toMatch(/^demo-form, .+: .+[.?]$/);
  return result.error.map((error) => `${error.type}${"id" in error ? ` ${error.id}` : ""}`);
}

function content(answers: Readonly<Record<string, Answer>>, parts: Partial<InterviewContent> = {}): InterviewContent {
  return { answers, confirmations: [], removedRows: [], archived: [], ...parts };
}

function outcomes({ paths }: MovedInterview): readonly string[] {
  return paths.map(({ path, to, outcome }) => `${path} ${outcome}${to === null || to === path ? "" : ` to ${to}`}`);
}

const kept = (entry: Partial<ArchivedAnswer>): ArchivedAnswer => ({
  path: "P1",
  answer: refused,
  file: "demo-form",
  version: 1,
  reason: "removed",
  why: null,
  became: null,
  ...entry,
});

const sex = single("P1", ["1", "2", "3"], { special: ["refused", "unknown"] });
const age = wholeNumber("P2", 0, 120);

describe("a map from one version to the next", () => {
  it("[QL70] is part of the file; anything else in it is an error with its place", () => {
    expect(refusals(later([sex], { removed: ["P2"] }))).toMatchObject([
      { place: expect.stringMatching(/^from › #1 › removed/) },
    ]);
    expect(refusals(later([sex], { forgotten: {} }))).toMatchObject([{ type: "key-unknown", key: "forgotten" }]);
  });

  it("[QL70] is needed as soon as the version rises, even if it is empty", () => {
    expect(objections(form([sex]), later([sex], null))).toEqual(["map-missing"]);
    expect(objections(form([sex]), later([sex], {}))).toEqual([]);
    const twice = form([sex], { version: 2, from: [{ version: 1 }, { version: 1 }] });
    expect(objections(form([sex]), twice)).toEqual(["map-twice"]);
  });

  it("[QL70] versions only rise, and one version is one content", () => {
    expect(objections(form([sex], { version: 3 }), later([sex]))).toEqual(["version-not-rising"]);
    expect(objections(form([sex]), form([sex, age]))).toEqual(["version-same-content-other"]);
    expect(objections(form([sex]), form([sex]))).toEqual([]);
  });

  it("[QL70] goes from each earlier version that it names", () => {
    const third = form([sex], {
      version: 3,
      from: [
        { version: 1, removed: { P2: "asked elsewhere" } },
        { version: 2, removed: { P3: "not needed" } },
      ],
    });
    expect(objections(form([sex, age]), third)).toEqual([]);
    expect(objections(form([sex, textLine("P3")], { version: 2 }), third)).toEqual([]);
  });

  it("[QL70] a form that was there is handed in again, also unchanged; a new one needs no map", () => {
    const second = form([section("B", [age])], { id: "demo-form-b", form: "D2" });
    expect(compared([form([sex]), second], later([sex]))).toMatchObject({
      error: [{ type: "file-missing", file: "demo-form-b" }],
    });
    expect(compared(form([sex]), [later([sex]), second]).ok).toBe(true);
    expect(compared([form([sex]), second], [later([sex]), second]).ok).toBe(true);
  });
});

describe("every question is accounted for", () => {
  it("[QL71] one that vanished is removed with a reason, or renamed", () => {
    expect(objections(form([sex, age]), later([sex]))).toEqual(["id-vanished P2"]);
    expect(objections(form([sex, age]), later([sex], { removed: { P2: "asked elsewhere" } }))).toEqual([]);
    const renamed = [sex, wholeNumber("P2A", 0, 120)];
    expect(objections(form([sex, age]), later(renamed, { renamed: { P2: "P2A" } }))).toEqual([]);
  });

  it("[QL71] one that appeared is added, so that a renamed one is not taken for new", () => {
    expect(objections(form([sex]), later([sex, age]))).toEqual(["id-appeared P2"]);
    expect(objections(form([sex]), later([sex, age], { added: ["P2"] }))).toEqual([]);
  });

  it("[QL71] a composite or roster speaks for its fields", () => {
    const flat = composite("P3", [textLine("a"), textLine("b")]);
    const rows = roster("P4", [textLine("name"), roster("kids", [textLine("name")])]);
    expect(objections(form([sex]), later([sex, flat, rows], { added: ["P3", "P4"] }))).toEqual([]);
    expect(objections(form([sex, flat, rows]), later([sex], { removed: { P3: "gone", P4: "gone" } }))).toEqual([]);
    const other = [sex, composite("P5", [textLine("a"), textLine("b")]), { ...rows, id: "P6" }];
    expect(objections(form([sex, flat, rows]), later(other, { renamed: { P3: "P5", P4: "P6" } }))).toEqual([]);
    const fewer = [sex, composite("P3", [textLine("a")]), rows];
    expect(objections(form([sex, flat, rows]), later(fewer))).toEqual(["id-vanished P3.b"]);
  });

  it("[QL71] a field may leave a composite that is removed, and keep its answer", () => {
    const before = form([sex, composite("P3", [wholeNumber("a", 0, 9), textLine("b")])]);
    const after = later([sex, wholeNumber("P4", 0, 9)], { removed: { P3: "split" }, renamed: { "P3.a": "P4" } });
    const moved = moveInterview(content({ "P3.a": count(4), "P3.b": text("x") }), moveOf(before, after));
    expect(outcomes(moved)).toEqual(["P3.a renamed to P4", "P3.b archived"]);
  });

  it("[QL71] names that are nobody's, and two words about one question, are errors", () => {
    expect(objections(form([sex, age]), later([sex, age], { removed: { P9: "x" } }))).toEqual(["old-id-unknown P9"]);
    expect(objections(form([sex, age]), later([sex], { renamed: { P2: "P9" } }))).toEqual(["new-id-unknown P9"]);
    expect(objections(form([sex, age]), later([sex, age], { added: ["P9"] }))).toEqual(["new-id-unknown P9"]);
    expect(objections(form([sex, age]), later([sex, age], { added: ["P2"] }))).toEqual(["added-was-there P2"]);
    expect(objections(form([sex, age]), later([sex, age], { removed: { P2: "x" } }))).toEqual([
      "removed-still-there P2",
    ]);
    const both = later([sex], { removed: { P2: "x" }, askedAgain: ["P2"] });
    expect(objections(form([sex, age]), both)).toEqual(["declared-twice P2"]);
    const merged = later([sex], { renamed: { P2: "P1" } });
    expect(objections(form([sex, age]), merged)).toContain("target-twice P2");
  });

  it("[QL71] an answer cannot leave its rows", () => {
    const before = form([roster("P4", [textLine("name")])]);
    const after = later([textLine("P5")], { removed: { P4: "x" }, renamed: { "P4.name": "P5" } });
    expect(objections(before, after)).toEqual(["rows-other P4.name"]);
  });
});

describe("every code is accounted for", () => {
  it("[QL72] one that vanished is recoded, or asked again", () => {
    const fewer = single("P1", ["1", "2"], { special: ["refused", "unknown"] });
    expect(objections(form([sex]), later([fewer]))).toEqual(["code-vanished P1"]);
    expect(objections(form([sex]), later([fewer], { recoded: { P1: { 3: "2" } } }))).toEqual([]);
    expect(objections(form([sex]), later([fewer], { recoded: { P1: { 3: null } } }))).toEqual([]);
    expect(objections(form([sex]), later([fewer], { askedAgain: ["P1"] }))).toEqual([]);
  });

  it("[QL72] alternatives, special answers and free text count as codes", () => {
    const before = form([
      single("P1", ["1"], { special: ["refused"], ...alternatives("0") }),
      codeList("P2", { list: "language", freeText: true }),
    ]);
    const after = [single("P1", ["1"]), codeList("P2", { list: "language" })];
    expect(objections(before, later(after))).toEqual(["code-vanished P1", "code-vanished P1", "code-vanished P2"]);
    const recoded = { P1: { 0: "1", refused: null }, P2: { other: null } };
    expect(objections(before, later(after, { recoded }))).toEqual([]);
  });

  it("[QL72] a place written out needs a word where it may not be any more", () => {
    const before = form([placeOf("P2", { countries: "country", freeText: true })]);
    const after = [placeOf("P2", { countries: "country" })];
    expect(objections(before, later(after))).toEqual(["code-vanished P2"]);
    expect(objections(before, later(after, { recoded: { P2: { other: null } } }))).toEqual([]);
  });

  it("[QL72] another list, or less of it, needs a word", () => {
    const before = form([codeList("P2", { list: "language" })]);
    const except = codeList("P2", { list: "language", except: ["eng"] });
    expect(objections(before, later([codeList("P2", { list: "country" })]))).toEqual(["list-changed P2"]);
    expect(objections(before, later([codeList("P2", { list: "country" })], { recoded: { P2: {} } }))).toEqual([]);
    expect(objections(before, later([except]))).toEqual(["code-vanished P2"]);
    expect(objections(before, later([except], { recoded: { P2: { eng: "rus" } } }))).toEqual([]);
  });

  it("[QL72] speaks only of codes that were and codes that are", () => {
    expect(objections(form([sex]), later([sex], { recoded: { P1: { 7: "1" } } }))).toEqual(["old-code-unknown P1"]);
    expect(objections(form([sex]), later([sex], { recoded: { P1: { 1: "7" } } }))).toEqual(["new-code-unknown P1"]);
  });
});

describe("every change of type is declared", () => {
  it.each([
    ["number-to-text", age, textLine("P2")],
    ["date-to-month", dateOf("P2"), monthOf("P2")],
    ["month-to-date", monthOf("P2"), dateOf("P2", { partial: true })],
    ["single-to-multi", single("P2", ["1"]), multi("P2", ["1"])],
  ] as const)("[QL73] %s keeps the answer", (conversion, before, after) => {
    expect(objections(form([before]), later([after]))).toEqual(["type-changed P2"]);
    expect(objections(form([before]), later([after], { converted: { P2: conversion } }))).toEqual([]);
  });

  it("[QL73] any other is asked again", () => {
    expect(objections(form([textLine("P2")]), later([age]))).toEqual(["type-changed P2"]);
    expect(objections(form([textLine("P2")]), later([age], { askedAgain: ["P2"] }))).toEqual([]);
    const fields = composite("P2", [textLine("a")]);
    expect(objections(form([fields]), later([age], { askedAgain: ["P2"] }))).toEqual([]);
    expect(objections(form([age]), later([fields], { askedAgain: ["P2"] }))).toEqual([]);
  });

  it("[QL73] a conversion that is not one of these types is refused", () => {
    const wrong = later([textLine("P2")], { converted: { P2: "single-to-multi" } });
    expect(objections(form([age]), wrong)).toEqual(["conversion-wrong P2"]);
    expect(objections(form([age]), later([age], { converted: { P2: "number-to-text" } }))).toEqual([
      "conversion-wrong P2",
    ]);
    const whole = later([dateOf("P2")], { converted: { P2: "month-to-date" } });
    expect(objections(form([monthOf("P2")]), whole)).toEqual(["conversion-wrong P2"]);
  });
});

describe("an interview that is moved", () => {
  it("[QL74] keeps what is unchanged, set-aside answers and proposals too, object by object", () => {
    const before = form([sex, wholeNumber("P2", 0, 120, { relevant: "P1 = '1'" })]);
    const answers = { P1: code("2"), P2: count(30) };
    const moved = moveInterview(content(answers), moveOf(before, later([sex, age])));
    expect(moved.content.answers).toEqual(answers);
    expect(moved.content.archived).toEqual([]);
    expect(outcomes(moved)).toEqual(["P1 kept", "P2 kept"]);
  });

  it("[QL74] carries answers, rows and taken-out rows to their new names with the numbers they had", () => {
    const rows = (id: string, kids: string): Parts => roster(id, [textLine("name"), roster(kids, [textLine("name")])]);
    const move = moveOf(
      form([rows("R", "kids")]),
      later([rows("S", "young")], { renamed: { R: "S", "R.kids": "S.young" } }),
    );
    const answers = { "R[1].name": text("a"), "R[3].kids[2].name": text("b") };
    const moved = moveInterview(content(answers, { removedRows: ["R[2]", "R[3].kids[1]", "X[1]"] }), move);
    expect(moved.content.answers).toEqual({ "S[1].name": text("a"), "S[3].young[2].name": text("b") });
    expect(moved.content.removedRows).toEqual(["S[2]", "S[3].young[1]", "X[1]"]);
    expect(movedRow("R[12]", move)).toBe("S[12]");
    expect(movedPath("R[12].kids[1].name", move)).toBe("S[12].young[1].name");
    const interview = begin([later([rows("S", "young")])], moved.content);
    expect(interview.addRow("S").row).toBe(4);
  });

  it("[QL75] keeps aside what has no place, with path, version and reason; it is never exported", () => {
    const after = later([sex], { removed: { P2: "asked elsewhere" } });
    const moved = moveInterview(content({ P1: code("1"), P2: count(30) }), moveOf(form([sex, age]), after));
    expect(moved.content.archived).toEqual([kept({ path: "P2", answer: count(30), why: "asked elsewhere" })]);
    const interview = begin([after], moved.content);
    expect(interview.exported()).toEqual({ P1: code("1") });
    expect(interview.answers()).toEqual({ P1: code("1") });
  });

  it("[QL75] recodes, and keeps what was given", () => {
    const move = moveOf(
      form([sex]),
      later([single("P1", ["2", "1"])], { recoded: { P1: { 1: "2", 2: "1", 3: null, refused: null, unknown: null } } }),
    );
    const moved = moveInterview(content({ P1: code("1") }), move);
    expect(moved.content.answers).toEqual({ P1: code("2") });
    expect(moved.content.archived).toEqual([
      kept({ answer: code("1"), reason: "recoded", became: { path: "P1", answer: code("2") } }),
    ]);
    const again = moveInterview(content({ P1: code("3") }), move);
    expect(outcomes(again)).toEqual(["P1 ask-again"]);
    expect(again.content.archived).toEqual([kept({ answer: code("3"), reason: "asked-again" })]);
    expect(moveInterview(content({ P1: refused }), move).content.answers).toEqual({});
  });

  it("[QL75] asks a multi again as a whole when one of its marks has to be", () => {
    const before = form([multi("P1", ["1", "2", "3"])]);
    const move = moveOf(before, later([multi("P1", ["1", "4"])], { recoded: { P1: { 2: "1", 3: null } } }));
    expect(moveInterview(content({ P1: codes("1", "2") }), move).content.answers).toEqual({ P1: codes("1") });
    const asked = moveInterview(content({ P1: codes("1", "3") }), move);
    expect(asked.content.answers).toEqual({});
    expect(asked.content.archived).toMatchObject([{ answer: codes("1", "3"), reason: "asked-again" }]);
  });

  it("[QL75] an alternative may become an option, and an option an answer beside the values", () => {
    const before = form([single("P1", ["1", "2", "3"], alternatives("0"))]);
    const recoded = { P1: { 0: "9", 2: "8", 3: "unknown" } };
    const after = later([single("P1", ["1", "9"], { special: ["unknown"], ...alternatives("8") })], { recoded });
    const answerAfter = (answer: Answer) =>
      moveInterview(content({ P1: answer }), moveOf(before, after)).content.answers;
    expect(answerAfter(alternative("0"))).toEqual({ P1: code("9") });
    expect(answerAfter(code("2"))).toEqual({ P1: alternative("8") });
    expect(answerAfter(code("3"))).toEqual({ P1: dontKnow });
    expect(answerAfter(proposed(code("2")))).toEqual({});
    expect(answerAfter(proposed(code("1")))).toEqual({ P1: proposed(code("1")) });
  });

  it.each([
    ["number-to-text", age, textLine("P2"), count(30), text("30")],
    ["date-to-month", dateOf("P2", { partial: true }), monthOf("P2"), date("2010-03"), month("2010-03")],
    ["date-to-month", dateOf("P2"), monthOf("P2"), date("2010-03-17"), null],
    ["month-to-date", monthOf("P2"), dateOf("P2", { partial: true }), month("2010-03"), date("2010-03")],
    ["single-to-multi", single("P2", ["1"]), multi("P2", ["1"]), code("1"), codes("1")],
    ["number-to-text", age, textLine("P2"), dontKnow, dontKnow],
  ] as const)("[QL75] %s, only where nothing is lost", (conversion, before, after, given, expected) => {
    const move = moveOf(form([before]), later([after], { converted: { P2: conversion } }));
    const moved = moveInterview(content({ P2: given }), move);
    expect(moved.content.answers).toEqual(expected === null ? {} : { P2: expected });
    const originals = moved.content.archived.map(({ answer }) => answer);
    expect(originals).toEqual(given === expected ? [] : [given]);
  });

  it("[QL75] an answer to a question that its version did not know never answers one of the next", () => {
    const moved = moveInterview(
      content({ P1: code("1"), P2: count(4), P7: text("?") }),
      moveOf(form([sex]), later([sex, age], { added: ["P2"] })),
    );
    expect(moved.content.answers).toEqual({ P1: code("1"), P7: text("?") });
    expect(moved.content.archived).toEqual([
      kept({ path: "P2", answer: count(4), file: null, version: null, reason: "unknown-question" }),
    ]);
  });
});

describe("confirmations of an interview that is moved", () => {
  const adult = (when: string, parts: Parts = {}): Parts => edit("E1", "soft", when, ["P2"], parts);
  const confirmations = [{ edit: "E1", path: "P2", reason: null }];
  const answers = { P1: code("1"), P2: count(100) };
  const movedWith = (before: Parts, after: Parts): MovedInterview =>
    moveInterview(content(answers, { confirmations }), moveOf(before, after));
  const first = form([sex, age], {
    calculations: [{ id: "limit", expression: "90 + 1" }],
    edits: [adult("P2 > limit")],
  });
  const with_ = (limit: string, one: Parts | null, map: Parts = {}, questions: readonly Parts[] = [sex, age]): Parts =>
    later(questions, map, { calculations: [{ id: "limit", expression: limit }], edits: one === null ? [] : [one] });

  it("[QL76] stand while the edit is the same, whatever it and its questions are called by", () => {
    expect(movedWith(first, with_("90 + 1", adult("P2 > limit"))).content.confirmations).toEqual(confirmations);
    const renamed = with_("90+1", { ...adult("P3>limit"), at: ["P3"] }, { renamed: { P2: "P3" } }, [
      sex,
      wholeNumber("P3", 0, 120),
    ]);
    const moved = movedWith(first, renamed);
    expect(moved.content.confirmations).toEqual([{ edit: "E1", path: "P3", reason: null }]);
    expect(moved.dropped).toEqual([]);
  });

  it.each([
    ["gone", with_("90 + 1", null), "edit-gone"],
    ["another condition", with_("90 + 1", adult("P2 >= limit")), "edit-changed"],
    ["another calculation in it", with_("90 + 2", adult("P2 > limit")), "edit-changed"],
    ["another text", with_("90 + 1", adult("P2 > limit", { text: words("other") })), "edit-changed"],
    ["another answer", with_("90 + 1", adult("P2 > limit"), { askedAgain: ["P2"] }), "edit-changed"],
  ])("[QL76] are to be given again: %s", (_what, after, reason) => {
    const moved = movedWith(first, after);
    expect(moved.content.confirmations).toEqual([]);
    expect(moved.dropped).toEqual([{ confirmation: confirmations[0], reason }]);
  });

  it("[QL76] stand while the words that the message shows are the same", () => {
    const years = { en: { one: "{value} year", other: "{value} years" }, kk: { other: "{value} жас" } };
    const ru = { one: "{value} год", few: "{value} года", many: "{value} лет", other: "{value} года" };
    const fillOf = (of: string, unknown: string): Parts => ({
      fills: [{ id: "years", of, plural: { ...years, ru }, unknown: words(unknown) }],
    });
    const showing = (at: string): Parts => ({ ...adult(`${at} > 90`, { text: words("{years}") }), at: [at] });
    const before = form([sex, age], { ...fillOf("P2", "age not known"), edits: [showing("P2")] });
    const after = (parts: Parts): Parts =>
      later([sex, wholeNumber("P3", 0, 120)], { renamed: { P2: "P3" } }, { ...parts, edits: [showing("P3")] });
    expect(movedWith(before, after(fillOf("P3", "age not known"))).dropped).toEqual([]);
    for (const other of [fillOf("P3 + 1", "age not known"), fillOf("P3", "?")]) {
      expect(movedWith(before, after(other)).dropped).toMatchObject([{ reason: "edit-changed" }]);
    }
  });

  it("[QL76] are to be given again when the answer they stand at became another", () => {
    const before = form([sex, age], { edits: [edit("E1", "soft", "P2 > 90", ["P1"])] });
    const after = later(
      [sex, age],
      { recoded: { P1: { 1: "2" } } },
      { edits: [edit("E1", "soft", "P2 > 90", ["P1"])] },
    );
    const at = [{ edit: "E1", path: "P1", reason: null }];
    const moved = moveInterview(content(answers, { confirmations: at }), moveOf(before, after));
    expect(moved.dropped).toMatchObject([{ reason: expect.stringMatching(/changed/) }]);
  });

  it("[QL76] finishing then asks for them", () => {
    const after = with_("90 + 1", adult("P2 >= limit"));
    const moved = movedWith(first, after);
    expect(obstacles(openInterview(compiled(after), { context: {}, ...moved.content }))).toEqual([
      "unconfirmed-finding E1",
    ]);
  });
});

describe("moves through several versions", () => {
  const first = form([sex, age, textLine("P3")]);
  const second = later([single("P1A", ["1", "2"]), age, textLine("P3")], {
    renamed: { P1: "P1A" },
    recoded: { P1: { 3: "2", refused: null, unknown: null } },
  });
  const third = form([single("P1A", ["1", "4"]), textLine("P2")], {
    version: 3,
    from: [
      { version: 2, recoded: { P1A: { 2: "4" } }, converted: { P2: "number-to-text" }, removed: { P3: "not needed" } },
    ],
  });
  const [toSecond, toThird] = [moveOf(first, second), moveOf(second, third)];

  it("[QL77] give what the composed move gives, and keep what was given at first", () => {
    const start = content({ P1: code("3"), P2: count(30), P3: text("x") });
    const step = moveInterview(start, toSecond);
    const stepwise = moveInterview(step.content, toThird);
    const atOnce = moveInterview(start, composeMoves(toSecond, toThird));
    expect(stepwise.content.answers).toEqual({ P1A: code("4"), P2: text("30") });
    expect(atOnce.content.answers).toEqual(stepwise.content.answers);
    expect(stepwise.content.archived.map(({ path, answer }) => [path, answer])).toEqual([
      ["P1", code("3")],
      ["P2", count(30)],
      ["P3", text("x")],
    ]);
    expect(atOnce.content.archived.map(({ answer, became }) => [answer, became])).toEqual(
      stepwise.content.archived.map(({ answer, became }) => [answer, became]),
    );
  });

  it("[QL77] an answer given anew between two moves is kept beside the first", () => {
    const step = moveInterview(content({ P1: code("3") }), toSecond).content;
    const anew = { ...step, answers: { P1A: code("1") } };
    const back = form([single("P1A", ["5"])], {
      version: 3,
      from: [{ version: 2, recoded: { P1A: { 1: "5", 2: "5" } }, removed: { P2: "x", P3: "x" } }],
    });
    const moved = moveInterview(anew, moveOf(second, back));
    expect(moved.content.archived.map(({ answer, became }) => [answer, became?.answer ?? null])).toEqual([
      [code("3"), null],
      [code("1"), code("5")],
    ]);
  });

  it("[QL77] that do not follow one another cannot be composed", () => {
    expect(() => composeMoves(toThird, toSecond)).toThrow(/do not follow/);
  });
});

describe("sentences about versions", () => {
  const where = { file: "f3", place: "from version 1 › P08" };
  const errors: readonly [VersionError, RegExp][] = [
    [{ type: "file-missing", ...where }, /Hand it in/],
    [{ type: "old-id-unknown", ...where, id: "P8", nearest: "P08" }, /Did you mean "P08"\?/],
    [{ type: "type-changed", ...where, id: "P08", from: "date", to: "month" }, /convert it: "date-to-month"/],
    [{ type: "type-changed", ...where, id: "P08", from: "text", to: "month" }, /"askedAgain"\.$/],
    [{ type: "conversion-wrong", ...where, id: "P08", reason: "not-partial" }, /the new date needs its day/],
    [{ type: "code-vanished", ...where, id: "P08", code: "3" }, /no longer takes "3"/],
  ];
  it.each(errors.map(([error, sentence]) => ({ error, sentence })))("[QL71] $error.type", ({ error, sentence }) => {
    expect(explainVersionError(error)).toMatch(sentence);
    expect(explainVersionError(error).startsWith("f3, from version 1 › P08: ")).toBe(true);
  });
});
