import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages, questionText, textWithFills, unitText, type Language } from "#questionnaire";
import {
  alternative,
  begin,
  code,
  codes,
  compiled,
  count,
  date,
  dontKnow,
  name,
  place,
  refusals,
} from "../../support/questionnaire/conversation.ts";
import {
  codeList,
  composite,
  dateOf,
  edit,
  form,
  multi,
  nameOf,
  placeOf,
  roster,
  single,
  textLine,
  wholeNumber,
  words,
} from "../../support/questionnaire/form.ts";

type Parts = Readonly<Record<string, unknown>>;

const years = {
  id: "years",
  of: "AGE",
  plural: {
    kk: { other: "{value} жас" },
    ru: { one: "{value} год", few: "{value} года", many: "{value} лет", other: "{value} года" },
    en: { one: "{value} year", other: "{value} years" },
  },
  unknown: { kk: "жасы белгісіз", ru: "возраст неизвестен", en: "age not known" },
};

const unknown = words("not known");

function withFill(fill: Parts, parts: Parts = {}): Parts {
  return form(
    [
      wholeNumber("AGE", -9, 2_000_000, { decimals: 2, special: ["unknown"] }),
      single("SEX", ["1", "2", "3"], { special: ["unknown"], alternatives: [{ code: "98", text: words("open") }] }),
      multi("SEVERAL", ["1", "2"]),
      codeList("LANG", { list: "language", freeText: true }),
      placeOf("BORN", { countries: "country", home: { country: "KZ", units: "kato" } }),
      nameOf("NAME"),
      dateOf("DAY", { partial: true }),
      textLine("Q", {
        text: words(`<{${String(fill["id"])}}>`),
        thirdPerson: words(`about <{${String(fill["id"])}}>`),
      }),
    ],
    { fills: [fill], ...parts },
  );
}

describe("a number and its noun", () => {
  const file = withFill(years, {});
  it.each([
    [0, "0 жас", "0 лет", "0 years"],
    [1, "1 жас", "1 год", "1 year"],
    [2, "2 жас", "2 года", "2 years"],
    [5, "5 жас", "5 лет", "5 years"],
    [11, "11 жас", "11 лет", "11 years"],
    [12, "12 жас", "12 лет", "12 years"],
    [14, "14 жас", "14 лет", "14 years"],
    [21, "21 жас", "21 год", "21 years"],
    [22, "22 жас", "22 года", "22 years"],
    [101, "101 жас", "101 год", "101 years"],
    [111, "111 жас", "111 лет", "111 years"],
    [1.5, "1,5 жас", "1,5 года", "1.5 years"],
    [-1, "−1 жас", "−1 год", "−1 year"],
    [12_345, "12\u00a0345 жас", "12\u00a0345 лет", "12,345 years"],
  ])("[QL111] %d", (number, kk, ru, en) => {
    const interview = begin([file]);
    interview.give("AGE", count(number));
    const said = (language: Language): string => questionText(interview.question("Q"), language, "second");
    expect(languages.map(said)).toEqual([`<${kk}> (kk)`, `<${ru}> (ru)`, `<${en}>`]);
  });

  it("[QL111] Russian and English forms are those of CLDR for every number", () => {
    const interview = begin([file]);
    const forms = {
      ru: { one: "год", few: "года", many: "лет", other: "года" },
      en: { one: "year", other: "years" },
    } as const;
    const rules = { ru: new Intl.PluralRules("ru"), en: new Intl.PluralRules("en") };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(3_000),
          fc.integer({ min: 0, max: 99_999 }).map((number) => number / 100),
        ),
        (number) => {
          interview.give("AGE", count(number));
          for (const language of ["ru", "en"] as const) {
            const category = rules[language].select(number);
            const noun = Object.entries(forms[language]).find(([key]) => key === category)?.[1] ?? "no form";
            expect(questionText(interview.question("Q"), language, "second")).toMatch(new RegExp(` ${noun}>`));
          }
        },
      ),
    );
  });

  it("[QL111] single numbers may have words of their own", () => {
    const exactly = { "0": words("none yet"), "1": words("one, {value}") };
    const interview = begin([withFill({ ...years, exactly })]);
    const at = (number: number): string => {
      interview.give("AGE", count(number));
      return questionText(interview.question("Q"), "en", "second");
    };
    expect([0, 1, 2, 21].map(at)).toEqual(["<none yet>", "<one, 1>", "<2 years>", "<21 years>"]);
  });

  it.each([
    ["ru", "few"],
    ["ru", "many"],
    ["ru", "one"],
    ["ru", "other"],
    ["en", "one"],
    ["kk", "other"],
  ] as const)("[QL111] without %s %s it is refused", (language, missing) => {
    const kept = Object.entries(years.plural[language]).filter(([category]) => category !== missing);
    const plural = { ...years.plural, [language]: Object.fromEntries(kept) };
    expect(refusals(withFill({ ...years, plural }))).toEqual([
      {
        type: "plural-form-missing",
        file: "demo-form",
        place: `fill years › plural › ${language} › ${missing}`,
        language,
        form: missing,
      },
    ]);
  });

  it("[QL111] a form that the language has not is refused, and so is a value that is no number", () => {
    const plural = { ...years.plural, kk: { one: "{value} жас", other: "{value} жас" } };
    expect(refusals(withFill({ ...years, plural }))).toMatchObject([{ type: "key-unknown", key: "one" }]);
    expect(refusals(withFill({ ...years, of: "SEX" }))).toMatchObject([
      { type: "fill-wrong", place: "fill years", reason: "plural-of-no-number" },
    ]);
  });
});

describe("words by a code", () => {
  const looked = {
    id: "looked",
    of: "SEX",
    choice: [
      { codes: ["1"], text: { kk: "іздедіңіз", ru: "искал", en: "he" }, thirdPerson: words("he looked") },
      { codes: ["2", "3"], text: { kk: "іздедіңіз", ru: "искала", en: "she" } },
    ],
    unknown: { kk: "іздедіңіз", ru: "искал(а)", en: "they" },
    unknownThirdPerson: words("they looked"),
  };

  it("[QL112] each code has its words, also where somebody else answers", () => {
    const interview = begin([withFill(looked)]);
    const said = (person: "second" | "third"): string => questionText(interview.question("Q"), "en", person);
    interview.give("SEX", code("1"));
    expect([said("second"), said("third")]).toEqual(["<he>", "about <he looked>"]);
    interview.give("SEX", code("3"));
    expect([said("second"), said("third")]).toEqual(["<she>", "about <she>"]);
  });

  it.each([
    ["a code without words", [["1"], ["2"]], { type: "choice-incomplete", codes: ["3"] }],
    [
      "a code the value never is",
      [
        ["1", "2"],
        ["3", "7"],
      ],
      { type: "choice-code-unknown", code: "7" },
    ],
    [
      "a code twice",
      [
        ["1", "2"],
        ["2", "3"],
      ],
      { type: "id-duplicate", id: "2" },
    ],
  ])("[QL112] %s is refused", (_what, groups, error) => {
    const choice = groups.map((of) => ({ codes: of, text: words("some words") }));
    expect(refusals(withFill({ ...looked, choice }))).toMatchObject([{ ...error, place: "fill looked › choice" }]);
  });

  it.each(["AGE", "LANG", "NAME", "SEVERAL"])("[QL112] %s has no codes to choose by", (of) => {
    expect(refusals(withFill({ ...looked, of }))).toMatchObject([{ reason: "choice-of-no-known-codes" }]);
  });
});

describe("labels", () => {
  const label = (of: string): Parts => ({ id: "called", of, label: true, unknown });

  it.each([
    ["SEX", code("2"), "option 2"],
    ["SEVERAL", codes("1", "2"), "option 1 (ru), option 2 (ru)"],
    ["LANG", code("kaz"), "name of kaz"],
    ["BORN", place("DE"), "name of DE"],
    ["BORN.country", place("KZ", "431010000"), "name of KZ"],
    ["BORN.kato", place("KZ", "431010000"), "name of 431010000"],
    ["BORN", place("KZ", "431010000"), "name of KZ (ru), name of 431010000 (ru)"],
  ])("[QL113] %s is called in the text's language", (of, answer, called) => {
    const interview = begin([withFill(label(of))]);
    interview.give(of.split(".")[0] ?? of, answer);
    const inRussian = called.endsWith("(ru)") ? called : `${called} (ru)`;
    expect(questionText(interview.question("Q"), "ru", "second")).toBe(`<${inRussian}> (ru)`);
  });

  it("[QL113] an option is called as it is worded for whoever answers", () => {
    const file = form(
      [
        single("S", [{ code: "1", text: words("I speak"), thirdPerson: words("speaks") }]),
        textLine("Q", { text: words("{called}") }),
      ],
      { fills: [label("S")] },
    );
    const interview = begin([file]);
    interview.give("S", code("1"));
    expect(questionText(interview.question("Q"), "en", "second")).toBe("I speak");
    expect(questionText(interview.question("Q"), "en", "third")).toBe("speaks");
  });

  it.each([
    ["AGE", "no-label"],
    ["NAME", "no-label"],
    ["BORN.settlement", "no-label"],
  ])("[QL113] %s: %s", (of, reason) => {
    expect(refusals(withFill(label(of)))).toMatchObject([{ type: "fill-wrong", place: "fill called", reason }]);
  });

  it("[QL113] options with placeholders of their own lend no labels", () => {
    const file = form([single("S", [{ code: "1", text: words("{n}") }]), textLine("Q", { text: words("{called}") })], {
      calculations: [{ id: "n", expression: "1 + 1" }],
      fills: [label("S")],
    });
    expect(refusals(file)).toMatchObject([{ type: "fill-wrong", reason: "label-with-placeholder" }]);
  });
});

describe("what is not known yet", () => {
  it("[QL114] stands in the words written for it: not answered, not known, another answer, a code that is none", () => {
    const fill = {
      id: "sex",
      of: "SEX",
      choice: [{ codes: ["1", "2", "3"], text: words("known") }],
      unknown,
      unknownThirdPerson: words("not known about"),
    };
    const interview = begin([withFill(fill)]);
    const said = (): string => questionText(interview.question("Q"), "en", "second");
    expect(said()).toBe("<not known>");
    expect(questionText(interview.question("Q"), "en", "third")).toBe("about <not known about>");
    for (const answer of [dontKnow, alternative("98"), code("77")]) {
      interview.give("SEX", answer);
      expect(said()).toBe("<not known>");
    }
    interview.give("SEX", code("1"));
    expect(said()).toBe("<known>");
  });

  it("[QL114] a value may also stand as it is, with words for when it is not known", () => {
    const interview = begin([withFill({ id: "who", of: "NAME", unknown })]);
    expect(questionText(interview.question("Q"), "en", "second")).toBe("<not known>");
    interview.give("NAME", name("Өмір", "Айша"));
    expect(questionText(interview.question("Q"), "en", "second")).toBe("<Өмір Айша>");
    const onDay = begin([withFill({ id: "day", of: "DAY", unknown })]);
    onDay.give("DAY", date("2010-03"));
    expect(questionText(onDay.question("Q"), "kk", "second")).toBe("<03.2010> (kk)");
  });

  it("[QL114] without an interview the same words stand", () => {
    const { unknownFills } = compiled(withFill(years));
    expect(textWithFills(words("{years}, {other}"), "en", unknownFills)).toBe("age not known, …");
    expect(textWithFills(words("{constructor}"), "en", unknownFills)).toBe("…");
  });
});

describe("where fills stand", () => {
  it("[QL110] after any answers every text reads as in an interview opened with them, and no brace is left", () => {
    const label = { id: "called", of: "SEX", label: true, unknown };
    const looked = { id: "looked", of: "SEX", choice: [{ codes: ["1", "2", "3"], text: words("looked") }], unknown };
    const file = withFill(years, {
      fills: [years, label, looked],
      sections: form([
        wholeNumber("AGE", 0, 200, { special: ["unknown"] }),
        single("SEX", ["1", "2", "3"], { relevant: "AGE > 3 or unknown(AGE)" }),
        textLine("Q", { text: words("{years}, {called}, {looked}") }),
      ])["sections"],
    });
    const questionnaire = compiled(file);
    const step = fc.oneof(
      fc.integer({ min: -3, max: 250 }).map((number) => ["AGE", count(number)] as const),
      fc.constant(["AGE", dontKnow] as const),
      fc.constantFrom("1", "2", "3", "9").map((sex) => ["SEX", code(sex)] as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const told = begin(questionnaire);
        for (const [path, answer] of steps) told.give(path, answer);
        const opened = begin(questionnaire, { answers: told.answers() });
        for (const language of languages) {
          const said = questionText(told.question("Q"), language, "second");
          expect(said).toBe(questionText(opened.question("Q"), language, "second"));
          expect(said).not.toMatch(/[{}]|undefined|null/);
        }
      }),
    );
  });

  it("[QL110] what is shown follows the answers, in edits too", () => {
    const file = withFill(years, { edits: [edit("E1", "soft", "AGE > 5", ["AGE"], { text: words("{years}?") })] });
    const interview = begin([file]);
    expect(interview.give("AGE", count(7)).changed).toContain("Q");
    expect(interview.question("AGE").findings[0]?.text?.ru).toBe("7 лет? (ru)");
    interview.give("AGE", count(21));
    expect(interview.question("AGE").findings[0]?.text?.ru).toBe("21 год? (ru)");
  });

  it("[QL110] a fill of a roster's rows stands in the texts of the row", () => {
    const rows = (text: string): Parts =>
      form(
        [
          roster("R", [
            codeList("language", { list: "language" }),
            composite("more", [single("level", ["1"], { text: words("{spoken}: how well?") })]),
          ]),
          textLine("Q", { text: words(text) }),
        ],
        { fills: [{ id: "spoken", of: "R.language", forEach: "R", label: true, unknown }] },
      );
    const interview = begin([rows("plain")]);
    interview.give("R[1].language", code("kaz"));
    interview.give("R[2].language", code("uzb"));
    const said = (path: string): string => questionText(interview.question(path), "en", "second");
    expect([said("R[1].more.level"), said("R[2].more.level")]).toEqual([
      "name of kaz: how well?",
      "name of uzb: how well?",
    ]);
    expect(refusals(rows("{spoken}"))).toMatchObject([
      { type: "reference-wrong", place: "section A › Q", to: "R", reason: "in-another-roster" },
    ]);
  });

  it.each([
    ["fill years › of", { of: "AGEE" }, "name-unknown"],
    ["fill years › forEach", { forEach: "NONE" }, "reference-wrong"],
    ["fill years › forEach", { forEach: "SEX" }, "reference-wrong"],
    ["fill years", { label: true }, "fill-wrong"],
    ["fill years", { plural: undefined, exactly: { "1": unknown } }, "fill-wrong"],
    ["fill years", { plural: undefined, of: "SEX" }, "fill-wrong"],
    ["fill years", { plural: undefined, of: "BORN" }, "fill-wrong"],
    ["fill years › unknown", { unknown: words("{value}") }, "fill-brace"],
    ["fill years › exactly › 1", { exactly: { "1": words("{years}") } }, "fill-brace"],
    ["fill years › exactly › 1", { exactly: { "1": words("no{value}") } }, "placeholder-glued"],
    [
      "fill years › plural › kk › other",
      { plural: { ...years.plural, kk: { other: "{value} ден" } } },
      "placeholder-suffix",
    ],
    [
      "fill years › plural › ru › few",
      { plural: { ...years.plural, ru: { ...years.plural.ru, few: "{}" } } },
      "fill-brace",
    ],
  ])("[QL110] at %s: %o is refused", (at, parts, type) => {
    const errors = refusals(withFill({ ...years, ...parts }));
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error).toMatchObject({ type, place: at });
  });

  it("[QL110] a fill needs a name of its own, and an unknown one is refused with the nearest", () => {
    const calculations = [{ id: "years", expression: "AGE" }];
    expect(refusals(withFill(years, { calculations }))).toMatchObject([{ type: "id-duplicate", id: "years" }]);
    const file = withFill(years, { sections: form([textLine("Q", { text: words("{yeers}") })])["sections"] });
    expect(refusals({ ...file, fills: [{ ...years, of: "1 + 1" }] })).toMatchObject([
      { type: "placeholder-unknown", name: "yeers", nearest: "years" },
    ]);
    expect(refusals(withFill(years, { calculations: [{ id: "twice", expression: "years * 2" }] }))).toMatchObject([
      { type: "name-unknown", name: "years" },
    ]);
  });
});

describe("the unit of a number", () => {
  const ru = { one: "год", few: "года", many: "лет", other: "года" };
  const unit = { kk: "жас", ru, en: { one: "year", other: "years" } };

  it.each([
    [1, "жас", "год", "year"],
    [2, "жас", "года", "years"],
    [5, "жас", "лет", "years"],
    [11, "жас", "лет", "years"],
    [21, "жас", "год", "years"],
    [0, "жас", "лет", "years"],
    [null, "жас", "лет", "years"],
  ])("[QL118] agrees with the number: %o", (number, ...said) => {
    expect(languages.map((language) => unitText(unit, language, number))).toEqual(said);
  });

  it("[QL118] may be one word for all numbers, or none", () => {
    compiled(form([wholeNumber("N", 0, 9, { unit }), wholeNumber("M", 0, 9, { unit: words("kg") })]));
    expect(unitText(words("kg"), "en", 5)).toBe("kg");
    expect(unitText(undefined, "ru", 5)).toBe("");
  });

  it.each([
    ["plural-form-missing", "section A › N › unit › ru › few", { ...unit, ru: { ...ru, few: undefined } }],
    ["key-unknown", "section A › N › unit › en", { ...unit, en: { ...ru } }],
    ["text-missing", "section A › N › unit", { ...unit, kk: " " }],
    ["placeholder-broken", "section A › N › unit", { ...unit, ru: { ...ru, many: "{n} лет" } }],
  ])("[QL118] %s at %s", (type, place, wrong) => {
    expect(refusals(form([wholeNumber("N", 0, 9, { unit: wrong })]))).toContainEqual(
      expect.objectContaining({ type, place }),
    );
  });
});
