import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonBreak } from "#authoring";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("where a text stops being JSON", () => {
  it.each([
    ['{\n  "a": 1,\n  "b" 2\n}', 3, 7, "colon"],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, "comma"],
    ['{\n  "a": 1,\n}', 3, 1, "trailing-comma"],
    ["[\n  1,\n  2,\n]", 4, 1, "trailing-comma"],
    ["{\n  'a': 1\n}", 2, 3, "quotes"],
    ['{\n  "a": “x”\n}', 2, 8, "quotes"],
    ['{\n  // a note\n  "a": 1\n}', 2, 3, "comment"],
    ['{\n  "a": "x\n}', 2, 10, "text"],
    ['{\n  "a": "\\x"\n}', 2, 9, "text"],
    ['{\n  "a": tru\n}', 2, 8, "value"],
    ['{\n  "a": 01\n}', 2, 8, "value"],
    ["{\n  a: 1\n}", 2, 3, "name"],
    ['{\n  "a": [1, 2\n', 3, 1, "comma"],
    ['{\n  "a": [1, 2}\n', 2, 13, "comma"],
    ["{ ]", 1, 3, "name"],
    ["{}\n{}", 2, 1, "end"],
    ["", 1, 1, "value"],
    ["\uFEFF{}", 1, 1, "value"],
  ])("%j breaks in line %d at character %d: %s", (text, line, column, problem) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonBreak(text)).toEqual({ line, column, problem });
  });

  it("a text is found to be JSON exactly if the platform reads it", () => {
    const signs = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "0",
      "1",
      "-",
      ".",
      "e",
      "t",
      "null",
      "\n",
      " ",
      "'",
      "/",
    );
    const torn = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.nat({ max: 3 }), fc.array(signs, { maxLength: 3 }))
      .map(([value, place, cut, added]) => {
        const text = JSON.stringify(value, null, place % 2);
        const at = place % (text.length + 1);
        return text.slice(0, at) + added.join("") + text.slice(at + cut);
      });
    fc.assert(
      fc.property(
        fc.oneof(
          torn,
          fc.array(signs).map((all) => all.join("")),
        ),
        (text) => {
          expect(findJsonBreak(text) === null).toBe(isJson(text));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("neither depth nor length exhausts anything", () => {
    expect(findJsonBreak("[".repeat(1_000_000))).toMatchObject({ column: 1_000_001, problem: "value" });
    expect(findJsonBreak(`"${"x".repeat(2_000_000)}"`)).toBeNull();
  });
});
