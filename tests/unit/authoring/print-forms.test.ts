import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { definitionSchemaText, printForms } from "#authoring";
import { personQuestionnaire } from "#census";
import { languages, textWithFills, type Question } from "#questionnaire";
import { censusAuthoringHost } from "../../../src/server/cli/instrument-host.ts";
import { demoAuthoringHost } from "../../support/authoring/hosts.ts";
import { compiled } from "../../support/questionnaire/conversation.ts";
import { codeList, edit, form, section, single, wholeNumber, words } from "../../support/questionnaire/form.ts";

/** The text a reader sees, entities read back. */
function visible(page: string): string {
  const text = page.slice(page.indexOf("<body>")).replaceAll(/<[^>]*>/g, " ");
  const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return Object.entries(entities)
    .reduce((read, [entity, sign]) => read.replaceAll(entity, sign), text)
    .replaceAll(/\s+/g, " ");
}

describe("the printed form", () => {
  const questionnaire = personQuestionnaire();
  const { unknownFills } = questionnaire;

  it.each(languages)("holds every question, option and edit of the census forms (%s)", (language) => {
    const page = printForms(questionnaire, censusAuthoringHost, language);
    const text = visible(page);
    for (const { id, definition } of questionnaire.questionsById.values()) {
      expect(page).toContain(`id="${id}"`);
      expect(text).toContain(textWithFills(definition.text, language, unknownFills).replaceAll(/\s+/g, " "));
      for (const option of writtenOptions(definition)) expect(text).toContain(option.text[language]);
    }
    for (const { id, text: message } of questionnaire.edits) {
      expect(page).toContain(`id="edit-${id}"`);
      expect(text).toContain(message?.[language] ?? "—");
    }
    for (const { title } of questionnaire.forms) expect(text).toContain(title[language]);
  });

  function writtenOptions(definition: Question) {
    const isChoice = definition.type === "single" || definition.type === "multi";
    return isChoice && Array.isArray(definition.options) ? definition.options : [];
  }

  it("says that the forms are not official, and how sure each wording is", () => {
    const text = visible(printForms(questionnaire, censusAuthoringHost, "ru"));
    expect(text.match(/НЕОФИЦИАЛЬНО/g)?.length).toBe(3);
    expect(text.match(/ (REC|REP) /g)?.length).toBeGreaterThan(50);
  });

  it("says who approved an approved form", () => {
    const approval = { state: "approved", by: "Bureau of National Statistics", on: "2021-05-01" };
    const text = visible(printForms(compiled(form([single("P1", ["1"])], { approval })), demoAuthoringHost, "en"));
    expect(text).toContain("Approved by: Bureau of National Statistics 2021-05-01");
  });

  it("tells the way in words where the condition is simple, else as it is written", () => {
    const questions = [
      wholeNumber("P0", 0, 120),
      single("P1", ["1", "2", "3"], { special: ["unknown"] }),
      wholeNumber("P2", 0, 120, { relevant: "P1 = '2' or unknown(P1)" }),
      single("P3", ["1"], { relevant: "not (P0 < 18 or P1 in {'1', '2'})" }),
      single("P4", ["1"], { relevant: "P2 * 2 > 7" }),
    ];
    const text = visible(printForms(compiled(form(questions)), demoAuthoringHost, "en"));
    expect(text).toContain("Asked if: P1 = 2 «option 2» or P1 — does not know");
    expect(text).toContain("Asked if: P0 ≥ 18 and P1 — none of: 1 «option 1», 2 «option 2»");
    expect(text).toContain("Asked if: P2 * 2 > 7");
  });

  it("prints every form of a value in a text, and the text as it reads while nothing is known", () => {
    const fills = [
      {
        id: "years",
        of: "P0",
        plural: {
          kk: { other: "{value} жас" },
          ru: { one: "{value} год", few: "{value} года", many: "{value} лет", other: "{value} года" },
          en: { one: "{value} year", other: "{value} years" },
        },
        exactly: { "0": words("newborn") },
        unknown: words("age not known"),
      },
      {
        id: "asked",
        of: "P1",
        choice: [{ codes: ["1", "2"], text: words("do you?"), thirdPerson: words("does the person?") }],
        unknown: words("well?"),
        unknownThirdPerson: words("well, the person?"),
      },
      { id: "called", of: "P1", label: true, unknown: words("nothing") },
    ];
    const questions = [
      wholeNumber("P0", 0, 120),
      single("P1", ["1", "2"]),
      wholeNumber("P2", 0, 9, { text: words("{years}: {asked} ({called})"), thirdPerson: words("{asked}") }),
      single("P3", [{ code: "1", text: words("older than {years}") }, "2"]),
      wholeNumber("P4", 0, 9, { relevant: "P3 = '1'" }),
    ];
    const text = visible(printForms(compiled(form(questions, { fills })), demoAuthoringHost, "ru"));
    expect(text).toContain("age not known (ru): well? (ru) (nothing (ru)) (ru)");
    expect(text).toContain("Задаётся, если: P3 = 1 «older than age not known (ru) (ru)»");
    expect(text).toContain("Если отвечает другой человек: well, the person? (ru)");
    for (const said of ["= 0: newborn", "one: {value} год", "few: {value} года", "many: {value} лет"]) {
      expect(text).toContain(said);
    }
    expect(text).toContain("1, 2: do you?");
    expect(text).toContain("1, 2 (Если отвечает другой человек): does the person?");
    expect(text).toContain("пока значение неизвестно: nothing");
  });

  it("prints an option's wording for somebody who answers about the person", () => {
    const questions = [single("P1", [{ code: "1", text: words("I can"), thirdPerson: words("can") }])];
    const text = visible(printForms(compiled(form(questions)), demoAuthoringHost, "en"));
    expect(text).toContain("1 I can If somebody else answers: can");
  });

  it("names the answers of a code list that are most often given", () => {
    const questions = [codeList("P1", { list: "language", frequent: ["rus"], except: ["eng"], freeText: true })];
    const text = visible(printForms(compiled(form(questions)), demoAuthoringHost, "en"));
    expect(text).toContain("rus name of rus");
    expect(text).toContain("except the codes eng");
  });

  it("escapes whatever a definition holds", () => {
    const nasty = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => `<script>"'&${text.replaceAll(/[{}]/g, "")}</b>`);
    fc.assert(
      fc.property(nasty, (text) => {
        const said = { kk: text, ru: text, en: text };
        const question = single("P1", [{ code: "1", text: said, hint: said }], { text: said, hint: said, why: said });
        const other = wholeNumber("P2", 0, 9, { text: said, unit: said, relevant: 'P1 = "1"' });
        const file = form([section("A", [question, other], { title: said })], {
          title: said,
          approval: { state: "approved", by: text },
          edits: [edit("E1", "soft", "P2 < 5 and P2 * 2 > 1", ["P2"], { text: said })],
        });
        const page = printForms(compiled(file), demoAuthoringHost, "kk");
        expect(page).not.toContain("<script");
        expect(page).not.toContain("</b>");
        expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8);
      }),
      { numRuns: 50 },
    );
  });

  it("needs nothing but itself", () => {
    const page = printForms(questionnaire, censusAuthoringHost, "kk");
    expect(page).not.toMatch(/<(script|link|img|iframe)\b|\b(src|href)=|url\(/);
    expect(page).toMatch(/^<!doctype html> <html lang="kk">/);
  });
});

describe("the schema", () => {
  it("docs/questionnaire.schema.json is what the engine reads (`instrument schema` writes it)", () => {
    expect(readFileSync("docs/questionnaire.schema.json", "utf8")).toBe(definitionSchemaText());
  });

  it.each(["f1", "f1-premises", "f2", "f3", "f4"])(
    "takes %s as it is written, names of days and years with it",
    (file) => {
      const schema = z.fromJSONSchema(JSON.parse(definitionSchemaText()));
      const written: { [part: string]: unknown } = JSON.parse(readFileSync(`src/census/forms/${file}.json`, "utf8"));
      expect(schema.safeParse(written).success).toBe(true);
      expect(schema.safeParse({ ...written, sections: "@censusDay" }).success).toBe(false);
    },
  );

  it("names every part of a file and refuses others", () => {
    const schema: unknown = JSON.parse(definitionSchemaText());
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      additionalProperties: false,
      properties: { format: { const: "sanaq-questionnaire/1" }, sections: { type: "array" }, $schema: {} },
    });
    for (const type of ["single", "multi", "roster", "composite", "person-ref"]) {
      expect(definitionSchemaText()).toContain(`"const": "${type}"`);
    }
  });
});
