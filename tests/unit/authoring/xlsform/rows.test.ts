// Repeats, groups, notes and names of XLSForms, one small form for each: taken over, or listed with their row.
import { describe, expect, it } from "vitest";
import { asked, fired, imported, interview, number, reasons, sheet } from "../../../support/authoring/xlsform.ts";

const yesNo = sheet("choices", "list_name | name | label\nyn | yes | Yes\nyn | no | No");

describe("repeats", () => {
  it("compute in each row, and sum what was computed", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | calculation | relevant | constraint
begin_repeat | plot | Plot | | |
integer | length | Length? | | |
integer | width | Width? | | | . <= \${length}
calculate | area | | \${length} * \${width} | |
text | why_so_large | Why? | | \${area} > 100 |
end_repeat | | | | |
calculate | land | | sum(\${area}) | |
text | tax | Tax? | | \${land} > 150 |`,
      ),
    );
    expect(form.definition.sections[0]?.questions[0]).toMatchObject({
      calculations: [{ id: "area", expression: "(PLOT.length) * (PLOT.width)" }],
    });
    const opened = interview(form);
    for (const row of [1, 2]) {
      opened.addRow("PLOT");
      opened.give(`PLOT[${row}].length`, number(row * 10));
      opened.give(`PLOT[${row}].width`, number(7));
    }
    expect(opened.question("PLOT[1].whysolarge").relevant).toBe(false);
    expect(opened.question("PLOT[2].whysolarge").relevant).toBe(true);
    expect(opened.value("land")).toBe(210);
    expect(asked(opened)).toContain("TAX");
    opened.give("PLOT[1].width", number(11));
    expect(fired(opened)).toContain("C001");
    expect(reasons(form)).toEqual(["rows-limited repeat_count"]);
  });

  it("hold the number of rows to an answer", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | repeat_count
integer | people | How many? |
begin_repeat | person | Person | \${people}
text | who | Name? |
integer | children | Children? |
begin_repeat | child | Child | \${children} + 0
text | child_name | Name? |
end_repeat | | |
end_repeat | | |`,
      ),
    );
    expect(asked(interview(form, { PEOPLE: number(0) }))).toEqual(["PEOPLE"]);
    const opened = interview(form, { PEOPLE: number(2) });
    expect(opened.remaining()).toEqual(["PERSON"]);
    opened.addRow("PERSON");
    expect(fired(opened)).toEqual(["C002"]);
    opened.addRow("PERSON");
    opened.give("PERSON[2].children", number(1));
    expect(fired(opened)).toEqual([]);
    opened.addRow("PERSON[2].child");
    opened.addRow("PERSON[2].child");
    expect(fired(opened)).toEqual(["C001"]);
    expect(reasons(form)).toEqual(["rows-checked repeat_count", "rows-checked repeat_count"]);
  });

  it("without rows or without questions are left out, and the author hears of it", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | repeat_count
integer | a | A? |
begin_repeat | none | None | 0
text | b | B? |
end_repeat | | |
begin_repeat | empty | Empty | 3
geopoint | c | C? |
end_repeat | | |`,
      ),
    );
    expect(asked(interview(form))).toEqual(["A"]);
    expect(reasons(form)).toEqual([
      "never-asked type",
      "repeat-empty type",
      "type-unsupported type",
      "column-unknown label",
    ]);
  });
});

describe("rows", () => {
  it("whose begins and ends do not match are named", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label
end_group | |
begin_group | g | Group
begin_repeat | r | Repeat
integer | a | A?
end_group | |
integer | b | B?
end_repeat | |
begin_group | open | Open
integer | c | C?`,
      ),
    );
    const told = form.notTaken.filter(({ why }) => why.startsWith("block"));
    expect(told.map(({ why, row, value }) => [row, why, value])).toEqual([
      [2, "block-not-opened", "end_group"],
      [4, "block-not-closed", "begin_repeat (6)"],
      [8, "block-not-opened", "end_repeat"],
      [9, "block-not-closed", "begin_group"],
    ]);
    expect(asked(interview(form))).toEqual(["R", "B", "C"]);
  });

  it("of one name are named together, and no expression guesses which is meant", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant
integer | age | Your age? |
begin_group | g | Spouse |
integer | age | Age of the spouse? |
end_group | | |
integer | | Nameless? |
text | job | Job? | \${age} > 15
 | stray | Stray |`,
      ),
    );
    const told = form.notTaken.map(({ row, why, value }) => `${row} ${why} ${value}`);
    expect(told.filter((one) => !one.includes("translation"))).toEqual([
      "4 name-twice age (2, 4)",
      "6 name-missing ",
      "7 expression-unsupported ${age} > 15 (age)",
      "8 type-missing stray",
      "8 column-unknown Stray",
    ]);
    expect(asked(interview(form))).toEqual(["AGE", "AGE2", "Q", "JOB"]);
  });

  it("of a note are read to those whom the note is for, and to nobody else", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant
select_one yn | ill | Ill? |
note | n1 | For the ill. | \${ill} = 'yes'
text | drug | Drug? | \${ill} = 'yes'
note | n2 | For the ill, too. | \${ill} = 'yes'
text | food | Food? |
note | n3 | For whom? | today() > '2021-01-01'
text | sport | Sport? |
note | n4 | For everybody. | true()
text | work | Work? | \${ill} = 'no'
begin_group | g | Group | \${ill} = 'no'
text | club | Club? |
note | n5 | For the healthy. |
end_group | | |
text | last | Last? |`,
      ),
      yesNo,
    );
    const aloud = form.definition.sections.flatMap(({ questions }) =>
      questions.flatMap(({ id, readAloud }) => (readAloud === undefined ? [] : [`${id}: ${readAloud.en}`])),
    );
    expect(aloud).toEqual(["DRUG: For the ill.", "WORK: For everybody."]);
    const told = form.notTaken.filter(({ why }) => why !== "translation-missing");
    expect(told.map(({ row, why }) => `${row} ${why}`)).toEqual([
      "5 note-with-condition",
      "7 expression-unsupported",
      "7 note-with-condition",
      "9 note-narrowed",
      "13 note-with-condition",
    ]);
  });

  it("without a label, and calculations under a condition, are named", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant | calculation
integer | age | | |
begin_group | adult | Adults | \${age} > 17 |
integer | income | Income? | |
calculate | tax | | | \${income} * 0.1
end_group | | | |
calculate | double | | \${age} > 3 | \${age} * 2
calculate | plain | | | \${age} * 3`,
      ),
    );
    const told = form.notTaken.filter(({ why }) => why !== "translation-missing");
    expect(told.map(({ row, why, value }) => `${row} ${why} ${value}`)).toEqual([
      "2 label-missing age",
      "5 computed-always ${income} * 0.1",
      "7 computed-always ${age} * 2",
    ]);
  });

  it("with what a tablet cannot do are listed, each by its own reason", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | parameters | trigger | calculation | image::English (en) | appearance
integer | a | A? | | | 1 + 1 | a.png | w4
select_one_from_file towns.csv | town | Town? | | | | |
select_one_external towns | town2 | Town? | | | | |
range | mood | Mood? | start=10 end=0 step=5 tick=2 | | | |
range | heat | Heat? | start=35 end=42 step=0.1 | | | |
calculate | twice | | | \${a} | \${a} * 2 | |
select_one yn | ok | Ok? | randomize=true | | | |`,
      ),
      sheet("choices", "list_name | name | label | media::audio\nyn | yes | Yes | yes.mp3\nyn | not so | No |"),
    );
    expect(form.definition.sections[0]?.questions).toMatchObject([
      { id: "A" },
      { id: "MOOD", min: 0, max: 10, decimals: 0 },
      { id: "HEAT", min: 35, max: 42, decimals: 1 },
      { id: "OK", options: [{ code: "yes" }] },
    ]);
    const told = form.notTaken.filter(({ why }) => !["translation-missing", "column-unknown"].includes(why));
    expect(told.map(({ sheet: on, row, column, why, value }) => `${on} ${row} ${column} ${why} ${value}`)).toEqual([
      "survey 2 appearance presentation w4",
      "survey 2 calculation computed-answer 1 + 1",
      "survey 2 image::English (en) media a.png",
      "survey 3 type choices-in-file select_one_from_file towns.csv",
      "survey 4 type choices-in-file select_one_external towns",
      "survey 5 parameters presentation tick=2",
      "survey 5 parameters range-step 5",
      "survey 7 trigger recomputed-always ${a}",
      "survey 8 parameters presentation randomize=true",
      "choices 2 media::audio media yes.mp3",
      "choices 3 name choice-unusable not so",
    ]);
  });
});
