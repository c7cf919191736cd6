// Expressions of XLSForms: said in our language, or listed with the part that cannot be said.
import { describe, expect, it } from "vitest";
import { importXlsform } from "#authoring";
import { demoAuthoringHost } from "../../../support/authoring/hosts.ts";
import { asked, code, codes, imported, interview, number, reasons, sheet } from "../../../support/authoring/xlsform.ts";

const yesNo = sheet("choices", "list_name | name | label\nyn | yes | Yes\nyn | no | No");

describe("expressions", () => {
  it("take true() and false() for what they are", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant | required | constraint
integer | a | A? | true() | true() | true()
integer | b | B? | \${a} > 1 or false() | \${a} = 3 and true() | not(false()) and . < 9
integer | c | C? | true() and 2 > 1 | not(true()) |
integer | d | D? | false() | |`,
      ),
    );
    expect(form.definition.sections[0]?.questions).toMatchObject([
      { id: "A", required: true },
      { id: "B", relevant: "(A > 1)", required: "A = 3" },
      { id: "C", required: false },
    ]);
    expect(form.definition.edits).toMatchObject([{ when: "not (B < 9)", at: ["B"] }]);
    expect(reasons(form)).toEqual(["never-asked type"]);
  });

  it("compute texts, codes and truths as well as numbers", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | calculation | relevant
integer | rooms | Rooms? | |
select_one yn | own | Own? | |
calculate | size | | if(\${rooms} > 3, 'large', 'small') |
calculate | owner | | coalesce(\${own}, 'no') |
calculate | is_rich | | \${size} = 'large' and \${owner} = 'yes' |
text | garden | Garden? | | \${size} = 'large'
text | loan | Loan? | | \${owner} != 'yes'
text | tax | Tax? | | \${is_rich} = true()
text | aid | Aid? | | \${is_rich} = 'false'
text | unsized | Why not? | | \${size} = ''`,
      ),
      yesNo,
    );
    expect(reasons(form)).toEqual([]);
    expect(asked(interview(form, { ROOMS: number(5), OWN: code("yes") }))).toEqual(["ROOMS", "OWN", "GARDEN", "TAX"]);
    expect(asked(interview(form, { ROOMS: number(2), OWN: code("no") }))).toEqual(["ROOMS", "OWN", "LOAN", "AID"]);
    expect(asked(interview(form))).toContain("UNSIZED");
  });

  it("that mean nothing to our language are listed with the part that does not, and the form stands", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant | calculation
integer | age | Age? | |
select_one yn | own | Own? | |
text | job | Job? | |
begin_repeat | pet | Pet | |
integer | legs | Legs? | |
end_repeat | | | |
calculate | label | | | concat(\${job}, '!')
calculate | loop_a | | | \${loop_b} + 1
calculate | loop_b | | | \${loop_a} + 1
text | q1 | ? | \${own} > 1 |
text | q2 | ? | \${own} = 'maybe' |
text | q3 | ? | \${job} = \${age} |
text | q4 | ? | \${age} |
text | q5 | ? | \${legs} > 3 |
text | q6 | ? | \${label} = 'x' |
text | q7 | ? | number(\${job}) > 3 |
text | q8 | ? | \${nobody} = 3 |
text | q9 | ? | selected(\${own}, 'yes') and today() > . |`,
      ),
      yesNo,
    );
    const told = form.notTaken
      .filter(({ why }) => why === "expression-unsupported")
      .map(({ row, value }) => [row, value]);
    expect(told).toEqual([
      [8, "concat(${job}, '!') (concat())"],
      [9, "${loop_b} + 1 (loop_b)"],
      [10, "${loop_a} + 1 (loop_a)"],
      [11, "${own} > 1 (1)"],
      [12, "${own} = 'maybe' (maybe)"],
      [13, "${job} = ${age} (=)"],
      [14, "${age}"],
      [15, "${legs} > 3 (legs)"],
      [16, "${label} = 'x' (label)"],
      [17, "number(${job}) > 3 (JOB)"],
      [18, "${nobody} = 3 (nobody)"],
      [19, "selected(${own}, 'yes') and today() > . (today())"],
    ]);
    expect(asked(interview(form))).toEqual(["AGE", "OWN", "JOB", "PET", ..."123456789".split("").map((n) => `Q${n}`)]);
  });

  it("that compare choices of lists without a common one are listed too", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant
select_one yn | own | Own? |
select_one size | size | Size? |
select_multiple size | sizes | Sizes? |
text | q1 | ? | \${own} = \${size}
text | q2 | ? | selected(\${sizes}, \${own})
text | q3 | ? | selected(\${sizes}, \${size}) and \${size} = if(\${own} = 'yes', \${size}, 's')`,
      ),
      sheet("choices", "list_name | name | label\nyn | yes | Yes\nyn | no | No\nsize | s | Small\nsize | l | Large"),
    );
    expect(reasons(form)).toEqual(["expression-unsupported relevant", "expression-unsupported relevant"]);
    const answers = { OWN: code("yes"), SIZE: code("l"), SIZES: codes("s", "l") };
    expect(asked(interview(form, answers))).toContain("Q3");
    expect(asked(interview(form, { ...answers, OWN: code("no") }))).not.toContain("Q3");
    expect(asked(interview(form, { ...answers, SIZES: codes("s") }))).not.toContain("Q3");
  });

  it("follow a chain of calculations however long, whichever way it stands", () => {
    const rows = Array.from({ length: 150 }, (_none, index) => `calculate | c${index} | | \${c${index + 1}} + 1`);
    const form = imported(
      sheet(
        "survey",
        `type | name | label | calculation\n${rows.join("\n")}\ncalculate | c150 | | 1\ninteger | a | A? |`,
      ),
    );
    expect(interview(form).value("c0")).toBe(151);
    const long = Array.from({ length: 5000 }, (_none, index) => `calculate | c${index} | | \${c${index + 1}} + 1`);
    const result = importXlsform(
      [
        sheet(
          "survey",
          `type | name | label | calculation\n${long.join("\n")}\ncalculate | c5000 | | 1\ninteger | a | A? |`,
        ),
      ],
      demoAuthoringHost,
    );
    expect(!result.ok && result.error.type).toBe("not-consistent");
  });
});
