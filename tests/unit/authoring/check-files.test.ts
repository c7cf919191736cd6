import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkData, checkFiles, checkReport, errorLines, explainError } from "#authoring";
import { explainDefinitionError, languages, type DefinitionError } from "#questionnaire";
import { demoAuthoringHost } from "../../support/authoring/hosts.ts";
import { refusals } from "../../support/questionnaire/conversation.ts";
import { edit, form, roster, section, single, wholeNumber, words } from "../../support/questionnaire/form.ts";

const wrong = form([section("B", [single("P1", ["1", "2"]), single("P8", ["1", "2"], { relevant: "P1 = 2" })])]);
const right = form([single("P1", ["1", "2"]), wholeNumber("P2", 0, 9, { relevant: "P1 = '2'" })], {
  edits: [edit("E1", "hard", "P2 > 5", ["P2"])],
});

function fillOf(parts: Readonly<Record<string, unknown>>) {
  const ru = { one: "{value} год", few: "{value} года", many: "{value} лет", other: "{value} года" };
  const plural = { kk: { other: "{value} жас" }, ru, en: { one: "{value} year", other: "{value} years" } };
  return { id: "n", of: "1 + 1", plural, unknown: words("not known"), ...parts };
}

describe("what is wrong, for a statistician", () => {
  it("place and sentence in three languages", () => {
    const said = languages.map((language) => {
      const check = checkFiles([wrong], demoAuthoringHost, language);
      return check.state === "wrong" ? check.errors.map(({ place, sentence }) => `${place}: ${sentence}`) : [];
    });
    expect(said).toEqual([
      ['B бөлімі › P8 › relevant: код тырнақшамен жазылады: 2 емес, "2".'],
      ['раздел B › P8 › relevant: код пишут в кавычках: не 2, а "2".'],
      ['section B › P8 › relevant: codes are written in quotes: "2", not 2.'],
    ]);
  });

  it("the expression is shown with a mark under the wrong place", () => {
    const [error] = refusals(form([wholeNumber("P1", 0, 9), single("P2", ["1"], { relevant: "P1 > 1 and P9 = 2" })]));
    if (error === undefined) throw new Error("nothing was wrong");
    const [where, sentence, expression = "", mark = ""] = errorLines(explainError(error, "ru"), "ru");
    expect(where).toBe("demo-form, раздел A › P2 › relevant");
    expect(sentence).toContain("нет вопроса, вычисления или внешнего значения «P9»");
    expect(expression.slice(mark.indexOf("^"), mark.indexOf("^") + 2)).toBe("P9");
  });

  it("a long expression is cut around the place", () => {
    const relevant = `${"P1 > 1 and ".repeat(30)}P9 = 2`;
    const [error] = refusals(form([wholeNumber("P1", 0, 9), single("P2", ["1"], { relevant })]));
    if (error === undefined) throw new Error("nothing was wrong");
    const [, , expression = "", mark = ""] = errorLines(explainError(error, "kk"), "kk");
    expect(expression.length).toBeLessThan(120);
    expect(expression.slice(mark.indexOf("^"), mark.indexOf("^") + 2)).toBe("P9");
  });

  const deep = "any(R, a => any(R, b => any(R, c => c.n > 1)))";
  const errors: readonly DefinitionError[] = [
    ...refusals({}),
    ...refusals(form([single("P1", ["1", "2"], { hint: { kk: " ", ru: "ru", en: "en" } })])),
    ...refusals(form([single("P1", ["1"], { colour: "red" })])),
    ...refusals(form([single("P1", ["1"]), single("P1", ["2"])])),
    ...refusals(form([single("P1", ["1"])]), form([single("P2", ["1"])], { id: "other", unit: "house" })),
    ...refusals(form([{ ...single("P1", ["1"]), options: { set: "none" } }])),
    ...refusals(form([{ ...single("P1", ["1"]), options: { chosenIn: "P9" } }])),
    ...refusals(form([wholeNumber("P1", 9, 1)])),
    ...refusals(form([{ type: "code-list", id: "P1", text: words("q"), list: "planets" }])),
    ...refusals(form([{ type: "code-list", id: "P1", text: words("q"), list: "country", frequent: ["XX"] }])),
    ...refusals(form([{ type: "date", id: "P1", text: words("q"), min: "2021-02-30" }])),
    ...refusals(form([single("P1", ["1"], { relevant: "P2 = '1'" }), single("P2", ["1"], { relevant: "P1 = '1'" })])),
    ...refusals(form([single("P1", ["1", "2"]), single("P2", ["1"], { relevant: "P1 = '1' and P1 = '2'" })])),
    ...refusals(form([single("P1", ["1", "2"])], { edits: [edit("E1", "hard", "P1 = '1' and P1 = '2'", ["P1"])] })),
    ...refusals(form([single("P1", ["1", { code: "2", when: "not true" }])])),
    ...refusals(form([single("P1", ["1"], { text: { kk: "{nobody}", ru: "{nobody}", en: "{nobody}" } })])),
    ...refusals(
      form([single("P1", ["1"], { text: { kk: "{n} нің", ru: "{n}у", en: "{n}" } })], { fills: [fillOf({})] }),
    ),
    ...refusals(form([single("P1", ["1"])], { fills: [fillOf({ label: true })] })),
    ...refusals(form([single("P1", ["1"])], { fills: [fillOf({ plural: undefined, unknown: words("{x}") })] })),
    ...refusals(form([single("P1", ["1"])], { fills: [fillOf({ plural: { kk: {}, ru: {}, en: {} } })] })),
    ...[["1"], ["1", "2", "3"]].flatMap((codes) =>
      refusals(
        form([single("P1", ["1", "2"])], {
          fills: [fillOf({ of: "P1", plural: undefined, choice: [{ codes, text: words("x") }] })],
        }),
      ),
    ),
    ...refusals(form([wholeNumber("P1", 0, 9), wholeNumber("P2", 0, 9, { prefill: "P1" })])),
    ...refusals(form([wholeNumber("P1", 0, 9, { prefill: "1" })])),
    ...refusals(
      form([wholeNumber("P1", 0, 9, { relevant: "known(listed)" })], {
        context: [{ id: "listed", type: "number", source: "list" }],
      }),
    ),
    ...refusals(form([wholeNumber("P1", 0, 9, { default: "20" })])),
    { type: "role-code", file: "f", place: "roles › sex", role: "sex", to: "P1", code: "2" },
    ...refusals(form([single("P1", ["1"])], { roles: { sex: "P1" } })),
    { type: "role-type", file: "f", place: "roles › sex", role: "sex", to: "P1", expected: "single", found: "date" },
    { type: "role-missing", file: "f", place: "roles", role: "sex", unit: "person", expected: "single" },
    ...refusals(form([single("P1", ["1"], { relevant: "(P1" })])),
    ...refusals(form([roster("R", [wholeNumber("n", 0, 9)])], { calculations: [{ id: "deep", expression: deep }] })),
    { type: "more-errors", file: "demo-form", place: "the files", count: 7 },
    ...refusals(form([single("P1", ["1"], { relevant: "startsWithB('x')" })])),
    ...refusals(form([single("P1", ["1"], { relevant: "isComplete()" })])),
    ...refusals(form([single("P1", ["1"]), single("P2", ["1"], { relevant: "P1 + 1" })])),
    ...refusals(form([single("P1", ["1"]), single("P2", ["2"]), single("P3", ["1"], { relevant: "P1 = P2" })])),
    ...refusals(form([single("P1", ["1"]), single("P2", ["1"], { relevant: "P1 = '7'" })])),
  ];

  it("every kind of error has a sentence of its own in Kazakh and Russian, with the same facts as in English", () => {
    expect(new Set(errors.map(({ type }) => type)).size).toBeGreaterThanOrEqual(32);
    for (const error of errors) {
      const [kk, ru, en] = languages.map((language) => explainError(error, language).sentence);
      expect(kk).toMatch(/[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі].*[.?]$/u);
      expect(ru).toMatch(/[А-Яа-я].*[.?]$/u);
      expect(new Set([kk, ru, en]).size).toBe(3);
      expect(explainDefinitionError(error)).toContain(en ?? "nothing");
    }
  });
});

describe("very many errors", () => {
  it("the report counts those that it does not name", () => {
    const unknown = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`k${index}`, 1]));
    const lines = checkReport(checkFiles([{ ...right, ...unknown }], demoAuthoringHost, "en"), "en");
    expect(lines.slice(-2)).toEqual(["  and 50 more errors. Mend these first.", "Errors: 250."]);
  });
});

describe("coverage", () => {
  it("the report names each question and edit with its example", () => {
    const check = checkFiles([right], demoAuthoringHost, "en");
    const [head, questions, edits, , ...rest] = checkReport(check, "en");
    expect([head, questions, edits]).toEqual([
      "demo-form v1",
      "Questions and fields: 2, with an example 2.",
      "Edits: 1, with an example 1.",
    ]);
    expect(rest).toEqual(["P1: —", "P2: P1 = 2", "E1 (hard): P1 = 2; P2 = 9"]);
  });

  it("what was not reached is never called impossible", () => {
    const hard = form([{ type: "name", id: "P1", text: words("name") }], {
      edits: [edit("E1", "soft", "length(P1.given) = 33", ["P1"])],
    });
    const check = checkFiles([hard], demoAuthoringHost, "kk", { tries: 100, seed: 1 });
    expect(checkReport(check, "kk").join("\n")).toMatch(/E1 \(жұмсақ\): \d+ әрекетте мысал табылмады/);
    expect(checkReport(check, "en").join("\n")).toMatch(/E1 \(soft\): not reached within \d+ tries/);
  });

  it("the data say the same", () => {
    expect(checkData(checkFiles([wrong], demoAuthoringHost, "en"))).toMatchObject({
      errors: [{ file: "demo-form", place: "section B › P8 › relevant", expression: { text: "P1 = 2", at: 5 } }],
    });
    expect(checkData(checkFiles([right], demoAuthoringHost, "en"))).toMatchObject({
      errors: [],
      questionnaire: { id: "demo-form", version: 1 },
      targets: [
        { kind: "question", id: "P1", reached: true, example: { answers: {} } },
        { kind: "question", id: "P2", reached: true },
        { kind: "edit", id: "E1", level: "hard", reached: true },
      ],
    });
  });

  it("a file may name its schema", () => {
    const check = checkFiles([{ $schema: "../questionnaire.schema.json", ...right }], demoAuthoringHost, "en");
    expect(check.state).toBe("right");
  });

  it("the forms of the census are right together", () => {
    const files = ["f1", "f3"].map((name): unknown =>
      JSON.parse(readFileSync(`src/census/forms/${name}.json`, "utf8")),
    );
    expect(checkFiles(files.slice(1), demoAuthoringHost, "kk").state).toBe("wrong");
  });
});
