import { describe, expect, it } from "vitest";
import { explainDefinitionError, languages, type DefinitionError } from "#questionnaire";
import { explainError } from "#authoring";
import { refusals } from "../../support/questionnaire/conversation.ts";
import {
  codeList,
  dateOf,
  edit,
  form,
  personRef,
  roster,
  single,
  textLine,
  wholeNumber,
  words,
} from "../../support/questionnaire/form.ts";

const base = form([single("P1", ["1"])]);
const asked = (parts: object) => ({ ...base, sections: [{ id: "A", title: words("a"), questions: [parts] }] });
const types = '"single", "multi", "number", "text", "name", "date", "month", "code-list", "place", "person-ref"';

describe("what is wrong with a part of a file", () => {
  it.each<[string, unknown, string, string]>([
    ["no object", 7, "the file", "a group of parts in braces { … }"],
    [
      "no question",
      { ...base, sections: [{ id: "A", title: words("a"), questions: ["P1"] }] },
      "section A › #1",
      "a group of parts in braces { … }",
    ],
    ["no list", { ...base, sections: {} }, "sections", "a list in brackets [ … ]"],
    [
      "an unknown type",
      asked({ ...single("P1", ["1"]), type: "choice" }),
      "section A › P1 › type",
      `one of: ${types}, "composite", "roster"`,
    ],
    [
      "an unknown type of a field",
      asked({ type: "composite", id: "P1", text: words("q"), fields: [{ type: "choice", id: "a" }] }),
      "section A › P1 › a › type",
      `one of: ${types}.`,
    ],
    [
      "options that are a text",
      asked({ ...single("P1", ["1"]), options: "yesNo" }),
      "section A › P1 › options",
      'a list of options, { "set": … } or { "chosenIn": … }',
    ],
    ["no options", asked({ ...single("P1", []) }), "section A › P1 › options", "it is empty"],
    [
      "an option that is a text",
      asked({ ...single("P1", ["1"]), options: ["1"] }),
      "section A › P1 › option #1",
      "a group of parts in braces { … }",
    ],
    [
      "a text in one language",
      asked(textLine("P1", { text: "Question?" })),
      "section A › P1 › text",
      "a text in three languages",
    ],
    [
      "a code that is a number",
      asked({ ...single("P1", ["1"]), options: [{ code: 1, text: words("o") }] }),
      "section A › P1 › option #1 › code",
      "a text in quotes",
    ],
    [
      "a number that is a text",
      asked({ ...wholeNumber("P1", 0, 9), min: "0" }),
      "section A › P1 › min",
      "a number without quotes",
    ],
    ["half a version", { ...base, version: 1.5 }, "version", "a whole number"],
    [
      "a requirement that is neither",
      asked(textLine("P1", { required: 1 })),
      "section A › P1 › required",
      "one of: true or false, a text in quotes",
    ],
    ["a small id", asked(textLine("p-1")), "section A › p-1 › id", "an id such as P05"],
    [
      "a field's id",
      asked(roster("R", [textLine("a.b-c")])),
      "section A › R › a.b-c › id",
      "an id of Latin letters and digits",
    ],
    ["a Cyrillic id", asked(textLine("Р05")), "section A › Р05 › id", "write P05"],
    [
      "a set's name",
      { ...base, codeSets: { "yes-no": [{ code: "1", text: words("o") }] } },
      "codeSets › yes-no",
      "a name such as ageByDate",
    ],
    [
      "a code",
      asked(single("P1", ["a b"])),
      "section A › P1 › option a b › code",
      "a code of Latin letters, digits, - and _",
    ],
    ["a date", asked(dateOf("P1", { min: "1.1.2021" })), "section A › P1 › min", "a date such as 2010"],
    ["a file's id", { ...base, id: "F3" }, "id", "an id such as f3-person"],
    [
      "a section's id",
      { ...base, sections: [{ id: "b", title: words("b"), questions: [textLine("P1")] }] },
      "section b › id",
      "an id such as B or A-2",
    ],
    [
      "an edit's id",
      form([textLine("P1")], { edits: [edit("e1", "soft", "answered(P1)", ["P1"])] }),
      "edit e1 › id",
      "an id such as E012",
    ],
    [
      "a list's name",
      asked(personRef("P1", { list: "the list" })),
      "section A › P1 › list",
      "a name such as ageByDate",
    ],
    [
      "a level",
      form([textLine("P1")], { edits: [edit("E1", "warning", "answered(P1)", ["P1"])] }),
      "edit E1 › level",
      '"hard", "soft", "critical", "centre"',
    ],
    [
      "a context without fields",
      { ...base, context: [{ id: "x", type: "list" }] },
      "context x › fields",
      "it is missing",
    ],
    ["a context of no type", { ...base, context: [{ id: "x", type: "string" }] }, "context x › type", '"line", "list"'],
    [
      "a context list of no type",
      { ...base, context: [{ id: "x", type: "list", fields: { a: "string" } }] },
      "context x › a",
      '"boolean"',
    ],
    [
      "a long list",
      asked(codeList("P1", { list: "x".repeat(41) })),
      "section A › P1 › list",
      "it is too big (at most 40)",
    ],
  ])("[QL1] %s", (_what, file, place, reason) => {
    const errors = refusals(file);
    const first = errors.find((error) => error.place === place);
    expect(first).toMatchObject({ type: "shape-wrong" });
    if (first === undefined) return;
    expect(explainDefinitionError(first)).toContain(reason);
    for (const language of languages) {
      const { sentence } = explainError(first, language);
      expect(sentence.replaceAll(/"[^"]*"/g, "")).not.toMatch(
        /Invalid|Expected|object|array|string|record|undefined|\bint\b/i,
      );
      if (language !== "en")
        expect(sentence.replaceAll(/"[^"]*"/g, "")).not.toMatch(/\b(it|should|of|such|letters?|in|or)\b/);
    }
  });

  it.each([
    ["foreach", "forEach"],
    ["Relevant", "relevant"],
    ["intervewer", "interviewer"],
    ["forEach", undefined],
    ["colour", undefined],
  ])("[QL1] %s is no part of a question: %s is suggested", (key, nearest) => {
    const [error, ...others] = refusals(asked({ ...single("P1", ["1"]), [key]: "P1" }));
    expect(others).toEqual([]);
    expect(error).toEqual({
      type: "key-unknown",
      file: "demo-form",
      place: "section A › P1",
      key,
      ...(nearest === undefined ? {} : { nearest }),
    });
    const said = languages.map((language) => explainError(error as DefinitionError, language).sentence);
    for (const sentence of said) expect(sentence).toContain(nearest ?? key);
  });
});
