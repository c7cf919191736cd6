// Roles: how the host's own code finds a question, whatever its id is in a version.
import { describe, expect, it } from "vitest";
import {
  compareVersions,
  compileQuestionnaire,
  explainVersionError,
  missingRoles,
  type DefinitionError,
  type Questionnaire,
  type QuestionnaireHost,
} from "#questionnaire";
import { demoHost } from "../../support/questionnaire/conversation.ts";
import { composite, dateOf, form, roster, section, single, textLine } from "../../support/questionnaire/form.ts";

type Parts = Readonly<Record<string, unknown>>;

const host: QuestionnaireHost = {
  ...demoHost,
  roles: new Map([
    ["sex", { types: ["single"], codes: ["1", "2"], requiredIn: ["person"] }],
    ["work", { types: ["text", "code-list"], requiredIn: [] }],
    ["residents", { types: ["roster"], requiredIn: ["premises"] }],
  ]),
};

function made(...files: readonly Parts[]): Questionnaire {
  const result = compileQuestionnaire(files, host);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function refused(roles: Parts, questions: readonly Parts[]): readonly DefinitionError[] {
  const result = compileQuestionnaire([form(questions, { roles })], host);
  if (result.ok) throw new Error("the file compiled");
  return result.error;
}

const sex = single("P4", ["1", "2"]);

describe("[QL93] a role in a file", () => {
  it("names a question or a field; two files may each give it", () => {
    const fields = composite("P39", [textLine("a")]);
    const first = form([sex, fields], { roles: { sex: "P4", work: "P39.a" } });
    expect(made(first).roles).toEqual(
      new Map([
        ["sex", ["P4"]],
        ["work", ["P39.a"]],
      ]),
    );
    const second = form([section("B", [single("T2", ["1", "2"])])], { id: "other", roles: { sex: "T2" } });
    expect(made(first, second).roles.get("sex")).toEqual(["P4", "T2"]);
  });

  it.each([
    ["one that nobody asks for", { sax: "P4" }, { type: "role-unknown", role: "sax", nearest: "sex" }],
    ["a question that is not there", { sex: "P5" }, { type: "reference-wrong", to: "P5", reason: "unknown" }],
    ["a question of another type", { sex: "P6" }, { type: "role-type", to: "P6", expected: "single", found: "date" }],
    ["a question without a code of the role", { sex: "P7" }, { type: "role-code", to: "P7", code: "2" }],
    ["a field in rows", { work: "R.job" }, { type: "reference-wrong", to: "R.job", reason: "in-another-roster" }],
  ])("is refused for %s, with its place", (_what, roles, error) => {
    const questions = [sex, single("P7", ["1", "9"]), dateOf("P6"), roster("R", [textLine("job")])];
    const [role = ""] = Object.keys(roles);
    expect(refused(roles, questions)).toEqual([
      expect.objectContaining({ ...error, file: "demo-form", place: `roles › ${role}` }),
    ]);
  });

  it("means nothing to a host without roles", () => {
    const result = compileQuestionnaire([form([sex], { roles: { sex: "P4" } })], demoHost);
    expect(result).toMatchObject({ ok: false, error: [{ type: "role-unknown", nearest: null }] });
  });
});

describe("[QL94] a role that the host cannot do without", () => {
  it("is missing where no file gives it, by the unit of the questionnaire", () => {
    expect(missingRoles(made(form([sex])), host)).toEqual([
      { type: "role-missing", file: "demo-form", place: "roles", role: "sex", unit: "person", expected: "single" },
    ]);
    expect(missingRoles(made(form([sex], { roles: { sex: "P4" } })), host)).toEqual([]);
    expect(missingRoles(made(form([sex], { unit: "premises" })), host)).toMatchObject([{ role: "residents" }]);
    expect(missingRoles(made(form([sex], { unit: "dwelling" })), host)).toEqual([]);
    expect(missingRoles(made(form([sex])), demoHost)).toEqual([]);
  });
});

describe("[QL95] a role in a later version", () => {
  const before = form([sex, single("P5", ["1", "2"])], { roles: { sex: "P4" } });
  const later = (questions: readonly Parts[], roles: Parts, map: Parts): readonly string[] => {
    const after = form(questions, { version: 2, roles, from: [{ version: 1, ...map }] });
    const compared = compareVersions(made(before), made(after));
    return compared.ok ? [] : compared.error.map((error) => `${error.type} ${error.place}`);
  };
  const other = single("P5", ["1", "2"]);

  it("follows its question to another id", () => {
    const renamed = { renamed: { P4: "B4" } };
    expect(later([single("B4", ["1", "2"]), other], { sex: "B4" }, renamed)).toEqual([]);
    expect(later([single("B4", ["1", "2"]), other], {}, renamed)).toEqual(["role-lost roles › sex"]);
  });

  it("is not given to a question that only has the old id", () => {
    const questions = [single("B4", ["1", "2"]), single("P4", ["1", "2"]), other];
    const map = { renamed: { P4: "B4" }, added: ["P4"] };
    expect(later(questions, { sex: "P4" }, map)).toEqual(["role-lost roles › sex"]);
    const said = later(questions, { sex: "P4" }, { ...map, rolesMoved: { sex: "asked as in the register" } });
    expect(said).toEqual([]);
  });

  it("may go to another question where its own is removed, and is named only if it was there", () => {
    expect(later([other], { sex: "P5" }, { removed: { P4: "not asked" } })).toEqual([]);
    expect(later([sex, other], { sex: "P4" }, { rolesMoved: { work: "no reason" } })).toEqual([
      "old-role-unknown from version 1 › rolesMoved",
    ]);
  });

  it("says in a sentence what to do", () => {
    const error = { type: "role-lost", file: "f", place: "roles › sex", role: "sex", id: "P4", to: "B4" } as const;
    expect(explainVersionError(error)).toContain('"P4" had the role "sex" and is "B4" now.');
    const unknown = { type: "old-role-unknown", file: "f", place: "x", role: "sex" } as const;
    expect(explainVersionError(unknown)).toContain('no role "sex"');
  });
});
