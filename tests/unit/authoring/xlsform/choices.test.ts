// Choices of XLSForms and their filters.
import { describe, expect, it } from "vitest";
import { code, codes, imported, interview, number, reasons, sheet, text } from "../../../support/authoring/xlsform.ts";

describe("choices", () => {
  const places = sheet(
    "choices",
    `
list_name | name | label | Region | kind | level
region | n | North | | |
region | s | South | | |
kind | town | Town | | |
kind | aul | Aul | | |
place | aral | Aral | n | town | 3
place | akespe | Akespe | n | aul | 1
place | shieli | Shieli | s | town | 2
place | nowhere | Nowhere | w | aul | 1
place | other_one | Other | | |`,
  );
  const survey = (filter: string) =>
    sheet(
      "survey",
      `
type | name | label | choice_filter
select_one region | region | Region? |
select_multiple kind | kinds | Kinds? |
integer | most | Most? |
select_one place | place | Place? | ${filter}`,
    );
  const offered = (filter: string, answers: Parameters<typeof interview>[1]): readonly string[] =>
    interview(imported(survey(filter), places), answers)
      .question("PLACE")
      .options.map((option) => option.code);

  it("are filtered by several columns, by marks and by numbers", () => {
    const answers = { REGION: code("n"), KINDS: codes("aul"), MOST: number(2) };
    expect(offered("Region = ${region} and kind = 'town'", answers)).toEqual(["aral"]);
    expect(offered("Region = ${region} and selected(${kinds}, kind)", answers)).toEqual(["akespe"]);
    expect(offered("level <= ${most} or name = 'other_one'", answers)).toEqual([
      "akespe",
      "shieli",
      "nowhere",
      "other_one",
    ]);
    expect(offered("Region = ${region} or Region = ''", answers)).toEqual(["aral", "akespe", "other_one"]);
    expect(offered("Region != ${region}", answers)).toEqual(["shieli", "nowhere", "other_one"]);
  });

  it("that a filter never offers are listed, and a column that is not there refuses the filter", () => {
    const form = imported(survey("Region = ${region}"), places);
    expect(reasons(form)).toContain("choice-never-offered name");
    const told = form.notTaken.filter(({ why }) => why === "choice-never-offered");
    expect(told.map(({ row, value }) => `${row} ${value}`)).toEqual(["9 nowhere"]);
    const slip = imported(survey("regoin = ${region}"), places);
    expect(reasons(slip)).toContain("expression-unsupported choice_filter");
    expect(interview(slip).question("PLACE").options).toHaveLength(5);
  });

  it("of a repeat's row are filtered in that row, with its own words for 'other'", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | choice_filter | relevant
begin_repeat | trip | Trip | |
select_one region | region | Region? | |
select_one place or_other | place | Place? | Region = \${region} |
text | note_on_other | Note? | | \${place_other} = 'Kyzylorda'
end_repeat | | | |`,
      ),
      places,
    );
    const opened = interview(form);
    opened.addRow("TRIP");
    opened.give("TRIP[1].region", code("s"));
    expect(opened.question("TRIP[1].place").options.map((option) => option.code)).toEqual(["shieli", "other"]);
    opened.give("TRIP[1].place", code("other"));
    expect(opened.question("TRIP[1].placeother").relevant).toBe(true);
    opened.give("TRIP[1].placeother", text("Kyzylorda"));
    expect(opened.question("TRIP[1].noteonother").relevant).toBe(true);
  });
});
