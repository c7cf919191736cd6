import { describe, expect, it } from "vitest";
import { explainDefinitionError, languages, parseExpression } from "#questionnaire";
import { explainError } from "#authoring";
import { inLatinLetters } from "../../../src/questionnaire/slips.ts";
import { refusals } from "../../support/questionnaire/conversation.ts";
import { edit, form, roster, single, wholeNumber } from "../../support/questionnaire/form.ts";

const questions = [single("P05", ["1", "2"]), wholeNumber("P2", 0, 9), roster("R", [wholeNumber("n", 0, 9)])];

function errorOf(expression: string) {
  const [error] = refusals(form(questions, { calculations: [{ id: "result", expression }] }));
  if (error === undefined) throw new Error(`${expression} is right`);
  return error;
}

describe("slips that other languages teach", () => {
  it.each([
    ["P05 = '1' AND P2 > 1", 10, "AND", "and"],
    ["P05 = '1' Or P2 > 1", 10, "Or", "or"],
    ["NOT P05 = '1'", 0, "NOT", "not"],
    ["P2 > 1 and NOT P05 = '1'", 11, "NOT", "not"],
    ["P05 IN {'1'}", 4, "IN", "in"],
    ["P05 == '1'", 5, "==", "="],
    ["P05=='1'", 4, "==", "="],
    ["P05 === '1'", 5, "===", "="],
    ["P05 <> '1'", 5, "<>", "!="],
    ["P2 =< 5", 4, "=<", "<="],
    ["P2 + 1 => 5", 7, "=>", ">="],
    ["P2 ≥ 5", 3, "≥", ">="],
    ["P05 = '1' && P2 > 1", 10, "&&", "and"],
    ["P05 = '1' || P2 > 1", 10, "||", "or"],
    ["!answered(P05)", 0, "!", "not"],
    ["P05 = '1' and !(P2 > 1)", 14, "!", "not"],
    ["P2 − 1 > 2", 3, "−", "-"],
    ["P2 > 1,5", 6, "1,5", "1.5"],
    ["P2 * 10,25 > 1 and P05 = '1'", 7, "10,25", "10.25"],
    ["P05 = '1' и P2 > 1", 10, "и", "and"],
    ["не (P05 = '1')", 0, "не", "not"],
    ["P05 = '1' немесе P2 > 1", 10, "немесе", "or"],
  ])("[QL19] %s: another sign or word is written here", (expression, at, wrong, instead) => {
    const error = errorOf(expression);
    expect(error).toMatchObject({ type: "syntax-error", at, slip: { kind: "instead", wrong, instead } });
    expect(explainDefinitionError(error)).toContain(`write "${instead}" here, not "${wrong}".`);
    expect(explainError(error, "ru").sentence).toBe(`здесь пишут не «${wrong}», а «${instead}».`);
    expect(explainError(error, "kk").sentence).toBe(`мұнда «${wrong}» емес, «${instead}» деп жазылады.`);
  });

  it.each([
    ["Р05 = '1'", 0, "Р05", "P05"],
    ["P2 > 1 and Р05 = '1'", 11, "Р05", "P05"],
    ["P05 = '1' and аll(R, r => r.n > 1)", 14, "аll", "all"],
  ])("[QL19] %s: letters of the other script", (expression, at, wrong, instead) => {
    const error = errorOf(expression);
    expect(error).toMatchObject({ type: "syntax-error", at, slip: { kind: "cyrillic", wrong, instead } });
    for (const language of languages) expect(explainError(error, language).sentence).toContain(instead);
  });

  it("[QL19] of the letters that look alike each is of its own script", () => {
    const all = "АВЕКМНОРСТУХІЅЈаеорсухіѕј";
    expect(all).toMatch(/^\p{Script=Cyrillic}+$/u);
    expect(inLatinLetters(all)).toBe("ABEKMHOPCTYXISJaeopcyxisj");
    expect(inLatinLetters("P05")).toBeNull();
    expect(inLatinLetters("Сұрақ")).toBeNull();
  });

  it.each([
    ["P05 = “1”", { kind: "quotes" }],
    ["P05 = «1»", { kind: "quotes" }],
    ["P05 = ‘1’", { kind: "quotes" }],
    ["P05\u00A0= '1'", { kind: "space" }],
    ["P05 = иә", { kind: "unquoted", wrong: "иә" }],
  ])("[QL19] %s", (expression, slip) => {
    const error = errorOf(expression);
    expect(error).toMatchObject({ type: "syntax-error", slip });
    const said = languages.map((language) => explainError(error, language).sentence);
    expect(new Set(said).size).toBe(3);
    for (const sentence of said) expect(sentence).toMatch(/[.]$/);
  });

  it.each([
    "P05 = ",
    "(P05 = '1'",
    "P05 = '1' P2",
    "P05 != != '1'",
    "P05 = 'иә",
    "1 < P2 < 5",
    "P2 + * 1",
    "P05 in {}",
  ])("[QL19] %s is wrong in its own way", (expression) => {
    expect(errorOf(expression)).not.toHaveProperty("slip");
  });

  it("[QL21] `=>` for `>=` makes an item of a number, and the sentence says so", () => {
    const error = errorOf("P2 => 5");
    for (const language of languages) expect(explainError(error, language).sentence).toMatch(/ >=\.$/);
  });

  it("[QL19] what is right stays right", () => {
    for (const right of [
      "not P05 = '1'",
      "P2 in {1,5}",
      "P05 = 'и' or P05 = 'AND'",
      "any(R, r => r.n >= 1)",
      "P2 >= -1",
    ]) {
      expect(parseExpression(right).ok).toBe(true);
    }
  });

  it.each([
    ["TRUE", "true"],
    ["P05 = '1' and False", "false"],
  ])("[QL20] %s: the nearest word of the language is suggested", (expression, nearest) => {
    expect(errorOf(expression)).toMatchObject({ type: "name-unknown", nearest });
  });

  it.each([
    ["NOT(P05 = '1')", "not"],
    ["AND(P05 = '1', P2 > 1)", "and"],
    ["IF(P05 = '1', true, false)", "if"],
  ])("[QL21] %s: the nearest word of the language is suggested", (expression, nearest) => {
    expect(errorOf(expression)).toMatchObject({ type: "function-unknown", nearest });
  });

  it("[QL23] where rows are meant one by one, the edit's own part is named", () => {
    const errors = [
      errorOf("forEach(R, r => r.n > 1)"),
      errorOf("R.n > 1"),
      ...refusals(form(questions, { edits: [edit("E1", "soft", "P2 > 1", ["R.n"])] })),
    ];
    expect(errors.map(({ type }) => type)).toEqual(["function-unknown", "name-in-roster", "reference-wrong"]);
    for (const error of errors) {
      for (const language of languages) expect(explainError(error, language).sentence).toContain('"forEach": "');
    }
  });
});
