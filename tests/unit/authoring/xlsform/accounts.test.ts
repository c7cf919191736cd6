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

  it("of any cells never throws, and every cell of a column it does not know is listed", () => {
    const type = fc.constantFrom(
      "text",
      "integer",
      "select_one yn",
      "begin_group",
      "end_group",
      "begin_repeat",
      "end_repeat",
      "note",
      "calculate",
      "audio",
      "",
    );
    const cell = fc.constantFrom("", "a", "b", "yes", "${a} > 1", ". < 3", "Label {x}", "1 +", "selected(${a}, 'yes')");
    fc.assert(
      fc.property(fc.array(fc.tuple(type, cell, cell, cell, cell), { maxLength: 25 }), (rows) => {
        const survey = {
          name: "survey",
          rows: [["type", "name", "label", "relevant", "strange"], ...rows.map((row) => [...row])],
        };
        const result = importXlsform(
          [survey, sheet("choices", "list_name | name | label\nyn | yes | Yes")],
          demoAuthoringHost,
        );
        const strange = rows.filter(([, , , , last]) => last !== "").length;
        const listed = result.ok ? result.value.notTaken : "notTaken" in result.error ? result.error.notTaken : null;
        if (listed !== null) expect(listed.filter(({ column }) => column === "strange")).toHaveLength(strange);
      }),
      { numRuns: 300 },
    );
  });
});
