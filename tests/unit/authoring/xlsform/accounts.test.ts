// What must hold for any workbook: nothing crashes or hangs, every cell is either in the definition's making or listed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importXlsform } from "#authoring";
import { parseXPath } from "../../../../src/authoring/xlsform/xpath.ts";
import { demoAuthoringHost } from "../../../support/authoring/hosts.ts";
import { sheet } from "../../../support/authoring/xlsform.ts";

describe("an expression", () => {
  it("of any characters is parsed or refused", () => {
    const pieces = fc.constantFrom(
      "${a}",
      "(",
      ")",
      " and ",
      " or ",
      "not(",
      "selected(",
      ",",
      "'x'",
      "1",
      "=",
      "-",
      ".",
      "+",
      "*",
      " div ",
      "${",
      '"',
      "age",
      "\u0000",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const result = parseXPath(parts.join(""));
        if (!result.ok) expect(result.error.at).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 5000 },
    );
  });

  it("that is deep or long is refused, not followed", () => {
    expect(parseXPath("(".repeat(3000)).ok).toBe(false);
    expect(parseXPath(`${"-".repeat(3000)}1`).ok).toBe(false);
    expect(parseXPath("1+".repeat(4000)).ok).toBe(false);
  });

  it("binds as XPath does", () => {
    const tree = parseXPath("1 + 2 * 3 = 7 or not(. > 4) and ${b} != ''");
    expect(tree.ok && tree.value).toMatchObject({
      kind: "binary",
      operator: "or",
      left: { operator: "=", left: { operator: "+", right: { operator: "*" } } },
      right: { operator: "and", left: { kind: "call", name: "not" }, right: { operator: "!=" } },
    });
  });
});

describe("a workbook", () => {
  it("without a survey, without types or without questions is refused with a reason", () => {
    const typeOf = (...sheets: Parameters<typeof importXlsform>[0]): string | null => {
      const result = importXlsform(sheets, demoAuthoringHost);
      return result.ok ? null : result.error.type;
    };
    expect(typeOf(sheet("Sheet1", "a | b"))).toBe("no-survey-sheet");
    expect(typeOf(sheet("survey", "name | label\nq | Q"))).toBe("no-type-column");
    expect(typeOf(sheet("survey", "type | name | label\ngeopoint | where | Where?"))).toBe("nothing-usable");
    expect(typeOf({ name: "survey", rows: Array.from({ length: 20_001 }, () => ["text"]) })).toBe("too-many-rows");
  });

  it("with a condition on itself is given back to be mended", () => {
    const result = importXlsform(
      [sheet("survey", "type | name | label | relevant\ninteger | a | A? | ${b} > 1\ninteger | b | B? | ${a} > 1")],
      demoAuthoringHost,
    );
    expect(!result.ok && result.error.type).toBe("not-consistent");
    expect(!result.ok && result.error.type === "not-consistent" && result.error.form.names).toHaveLength(2);
  });

  it("of any cells never throws, and every cell of it is read or listed", () => {
    const type = fc.constantFrom(
      "text",
      "integer",
      "select_one yn",
      "select_multiple yn or_other",
      "range",
      "begin_group",
      "end_group",
      "begin_repeat",
      "end_repeat",
      "note",
      "calculate",
      "audio",
      "",
    );
    const name = fc.constantFrom("", "a", "b", "c", "a_other");
    const texts = fc.constantFrom("", "Label {x}", "Town of ${a}");
    const cell = fc.constantFrom(
      "",
      "yes",
      "3",
      "0",
      "${a} > 1",
      "${b} + 1",
      "${c}",
      "'x'",
      ". < 3",
      "true()",
      "not(false() or ${a} = 'yes')",
      "1 +",
      "selected(${a}, 'yes')",
      "col = ${a}",
      "selected(${b}, col) or name = 'no'",
      "sum(${b})",
      "count(${a})",
      "if(${a} = '', 1, ${b})",
      "coalesce(${a}, ${b}, 'x')",
      "start=3 end=1",
    );
    const columns = "relevant required constraint calculation repeat_count choice_filter parameters strange".split(" ");
    const row = fc.tuple(type, name, texts, ...columns.map(() => cell));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
        const survey = {
          name: "survey",
          rows: [["type", "name", "label", ...columns], ...rows.map((cells) => [...cells])],
        };
        const choices = sheet("choices", "list_name | name | label | col\nyn | yes | Yes | 1\nyn | no | No |");
        const result = importXlsform([survey, choices], demoAuthoringHost);
        const strange = rows.filter((cells) => cells.at(-1) !== "").length;
        const listed = result.ok ? result.value.notTaken : "notTaken" in result.error ? result.error.notTaken : null;
        if (listed !== null) expect(listed.filter(({ column }) => column === "strange")).toHaveLength(strange);
      }),
      { numRuns: 400 },
    );
  });

  it("whose expressions use each name for what it is gives a form that stands", () => {
    const rows = fc.array(
      fc.record({
        type: fc.constantFrom("text", "integer", "date", "select_one yn", "select_multiple yn", "calculate"),
        when: fc.constantFrom(
          "${q0} = 'yes'",
          "${q1} > 3",
          "${q2} != ''",
          "selected(${q3}, 'no')",
          "not(${q0} = ${q1})",
          "${q2} = 'x' or ${q1} < 2",
          "string-length(${q0}) > 2 and true()",
          "count-selected(${q1}) >= 1",
          "coalesce(${q0}, ${q1}) = 'yes'",
          "if(${q0} > 1, ${q1}, ${q2}) = 2",
          "boolean(${q0}) or number(${q1}) > -1",
          "date(${q1}) < date('2021-01-01')",
        ),
        calculation: fc.constantFrom("${q0}", "1", "'x'", "${q1} + ${q2}", "if(${q0} = 'yes', 'a', 'b')", "${q3} = 1"),
      }),
      { minLength: 5, maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (made) => {
        const lines = made.map(({ type, when, calculation }, index) =>
          index < 4
            ? `${type} | q${index} | Q${index}? | | ${type === "calculate" ? calculation : ""}`
            : `text | q${index} | Q${index}? | ${when} |`,
        );
        const survey = sheet("survey", `type | name | label | relevant | calculation\n${lines.join("\n")}`);
        const choices = sheet("choices", "list_name | name | label\nyn | yes | Yes\nyn | no | No");
        const result = importXlsform([survey, choices], demoAuthoringHost);
        const errors = result.ok || result.error.type !== "not-consistent" ? [] : result.error.errors;
        // A calculation that is always 'x' is never 'yes': that contradiction is the form's own.
        expect(errors.filter(({ type }) => type !== "never-asked")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
