// Twelve forms that use what authors of XLSForms use, each as its author would try it out.
import { describe, expect, it } from "vitest";
import {
  asked,
  code,
  codes,
  date,
  fired,
  imported,
  interview,
  number,
  reasons,
  sheet,
  text,
} from "../../../support/authoring/xlsform.ts";

const yesNo = `
list_name | name | label
yn | yes | Yes
yn | no | No`;

describe("an imported form", () => {
  it("asks by relevance, and requires what the author requires", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant | required
select_one yn | employed | Do you work? | | yes
text | job | What work? | \${employed} = 'yes' | true()
text | remark | Anything else? | |`,
      ),
      sheet("choices", yesNo),
    );
    expect(form.names).toEqual([
      { name: "employed", id: "EMPLOYED" },
      { name: "job", id: "JOB" },
      { name: "remark", id: "REMARK" },
    ]);
    expect(asked(interview(form))).toEqual(["EMPLOYED", "REMARK"]);
    const working = interview(form, { EMPLOYED: code("yes") });
    expect(asked(working)).toEqual(["EMPLOYED", "JOB", "REMARK"]);
    expect(working.remaining()).toEqual(["JOB"]);
    expect(reasons(form)).toEqual([]);
  });

  it("narrows cascading choices by a column", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | choice_filter
select_one district | district | District? |
select_one village | village | Village? | district_of = \${district}`,
      ),
      sheet(
        "choices",
        `
list_name | name | label | district_of
district | aral | Aral |
district | shieli | Shieli |
village | amanotkel | Amanotkel | aral
village | baigakum | Baigakum | shieli
village | tartogai | Tartogai | shieli`,
      ),
    );
    const offered = interview(form, { DISTRICT: code("shieli") }).question("VILLAGE").options;
    expect(offered.map((option) => option.code)).toEqual(["baigakum", "tartogai"]);
    expect(reasons(form)).toEqual([]);
  });

  it("holds groups with relevance, also inside one another", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant
select_one yn | school | At school? |
begin group | lessons | Lessons | \${school} = 'yes'
integer | grade | Which grade? |
begin_group | sport | Sport | \${grade} > 4
text | team | Which team? |
end_group | | |
end group | | |
text | end | The end |`,
      ),
      sheet("choices", yesNo),
    );
    expect(form.definition.sections.map(({ questions }) => questions.map(({ id }) => id))).toEqual([
      ["SCHOOL"],
      ["GRADE", "TEAM"],
      ["END"],
    ]);
    expect(asked(interview(form, { SCHOOL: code("no") }))).toEqual(["SCHOOL", "END"]);
    expect(asked(interview(form, { SCHOOL: code("yes"), GRADE: number(3) }))).not.toContain("TEAM");
    expect(asked(interview(form, { SCHOOL: code("yes"), GRADE: number(7) }))).toContain("TEAM");
  });

  it("repeats a roster of a household and sums over it", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant | calculation | constraint | constraint_message
begin_repeat | member | Members | | | |
text | first_name | Name? | | | |
integer | age | Age? | | | . >= 0 and . <= 120 | No such age
select_one yn | works | Works? | \${age} >= 15 | | |
integer | income | Income? | \${works} = 'yes' | | |
end_repeat | | | | | |
calculate | total_income | | | sum(\${income}) | |
calculate | people | | | count(\${member}) | |
text | thanks | Thank you | \${people} > 1 | | |`,
      ),
      sheet("choices", yesNo),
    );
    const opened = interview(form);
    opened.addRow("MEMBER");
    opened.give("MEMBER[1].age", number(40));
    opened.give("MEMBER[1].works", code("yes"));
    opened.give("MEMBER[1].income", number(100));
    expect(opened.question("MEMBER[1].works").relevant).toBe(true);
    expect(asked(opened)).not.toContain("THANKS");
    opened.addRow("MEMBER");
    opened.give("MEMBER[2].age", number(130));
    expect(opened.question("MEMBER[2].works").relevant).toBe(true);
    expect(opened.value("people")).toBe(2);
    expect(asked(opened)).toContain("THANKS");
    expect(fired(opened)).toContain("C001");
    expect(reasons(form)).toEqual(["rows-limited repeat_count"]);
  });

  it("nests repeats, with a number of rows that the author gave", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | repeat_count
begin_repeat | house | House | 2
text | street | Street |
begin_repeat | room | Room | 3
decimal | area | Area |
end_repeat | | |
end_repeat | | |`,
      ),
    );
    const [house] = form.definition.sections[0]?.questions ?? [];
    expect(house).toMatchObject({ type: "roster", minRows: 2, maxRows: 2 });
    const opened = interview(form);
    opened.addRow("HOUSE");
    opened.addRow("HOUSE[1].room");
    opened.give("HOUSE[1].room[1].area", number(12.5));
    expect(opened.question("HOUSE[1].room[1].area").answer).toEqual(number(12.5));
  });

  it("speaks the languages that the author wrote, and says which are missing", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label::Қазақша (kk) | label::Русский (ru) | label::English (en) | hint::ru
text | name | Аты-жөніңіз | Ваше имя | Your name | Как в документе`,
      ),
      sheet("settings", "form_title | form_id | default_language | version\nHousehold | My Form 1 | Русский (ru) | 7"),
    );
    const [question] = form.definition.sections[0]?.questions ?? [];
    expect(question?.text).toEqual({ kk: "Аты-жөніңіз", ru: "Ваше имя", en: "Your name" });
    expect(question?.hint?.kk).toBe("Как в документе");
    expect([form.definition.id, form.definition.version]).toEqual(["my-form-1", 7]);
    const missing = form.notTaken.filter(({ why }) => why === "translation-missing").map(({ column }) => column);
    expect(missing).toEqual(["hint (kk)", "hint (en)", "form_title (kk)", "form_title (en)"]);
  });

  it("proposes defaults that are constants, other answers of the kind or sums, and lists the rest", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | default
integer | adults | Adults? | 2
integer | children | Children? | \${adults} - 1
integer | rooms | Rooms? | two
text | town | Town? | Kyzylorda
text | street | Street? | \${town}
text | note | Note? | \${adults}
date | moved | Moved? | 2021-08-31
date | left | Left? | today()
select_one yn | own | Own? | y
select_one yn | rent | Rent? | \${own}
select_one yn | share | Share? | perhaps
select_multiple yn | both | Both? | n
begin_group | g | Group | x
end_group | | |`,
      ),
      sheet("choices", "list_name | name | label\nyn | y | Yes\nyn | n | No"),
    );
    const questions = form.definition.sections.flatMap((one) => one.questions);
    expect(questions.map((one) => ("default" in one ? one.default : null))).toEqual([
      "2",
      "(ADULTS) - (1)",
      null,
      "'Kyzylorda'",
      "TOWN",
      null,
      "@2021-08-31",
      null,
      "'y'",
      "OWN",
      null,
      "'n'",
    ]);
    expect(reasons(form).filter((reason) => reason === "default-value default")).toHaveLength(5);
  });

  it("checks dates, ranges and lengths", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | constraint | parameters
date | born | Born? | . <= date('2021-08-31') |
range | mood | Mood 1 to 5? | | start=1 end=5 step=0.5
text | pin | Number? | string-length(.) = 6 |`,
      ),
    );
    const wrong = interview(form, { BORN: date(2021, 9, 1), MOOD: number(6), PIN: text("12345") });
    expect([...fired(wrong)].toSorted()).toEqual(["C001", "C002", "value/MOOD"]);
    expect(fired(interview(form, { BORN: date(2021, 8, 31), MOOD: number(4.5), PIN: text("123456") }))).toEqual([]);
  });

  it("marks several, and asks by what was marked", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | relevant | constraint
select_multiple tools | tools | What do you have? | | count-selected(.) <= 2
text | brand | Which telephone? | selected(\${tools}, 'phone') and not(selected(\${tools}, 'none')) |`,
      ),
      sheet(
        "choices",
        "list_name | name | label\ntools | phone | Telephone\ntools | radio | Radio\ntools | none | Nothing",
      ),
    );
    expect(asked(interview(form, { TOOLS: codes("phone") }))).toContain("BRAND");
    expect(asked(interview(form, { TOOLS: codes("phone", "none") }))).not.toContain("BRAND");
    expect(fired(interview(form, { TOOLS: codes("phone", "radio", "none") }))).toContain("C001");
  });

  it("offers 'other' and asks its words of whoever chose it", () => {
    const form = imported(
      sheet("survey", "type | name | label\nselect_one water or_other | water | Water from?"),
      sheet("choices", "list_name | name | label\nwater | well | A well"),
    );
    expect(
      interview(form)
        .question("WATER")
        .options.map((option) => option.code),
    ).toEqual(["well", "other"]);
    expect(asked(interview(form))).toEqual(["WATER"]);
    const other = interview(form, { WATER: code("other") });
    expect(asked(other)).toEqual(["WATER", "WATEROTHER"]);
    expect(other.remaining()).toEqual([]);
    expect(form.names.at(-1)).toEqual({ name: "water_other", id: "WATEROTHER" });
    expect(reasons(form)).toEqual([]);
  });

  it("reads a note aloud before the question after it", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label
note | intro | Now about your home.
integer | rooms | How many rooms?
note | bye | Good bye.`,
      ),
    );
    const [rooms] = form.definition.sections[0]?.questions ?? [];
    expect(rooms?.readAloud?.en).toBe("Now about your home.");
    expect(reasons(form)).toEqual(["note-without-question label"]);
  });

  it("loses no note, no inner title and no doubled choice without a word", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label
note | a | First note.
note | b | Second note.
select_one nowhere | lost | Which?
begin_group | outer | Home
begin_group | inner | Kitchen
select_one yn | gas | Is there gas?
end_group | |
end_group | |`,
      ),
      sheet(
        "choices",
        `
list_name | name | label
yn | y | Yes
yn | n | No
yn | y | Yes, again`,
      ),
    );
    const [gas] = form.definition.sections.flatMap(({ questions }) => questions);
    expect(gas?.readAloud?.en).toBe("First note.\nSecond note.");
    expect(gas).toMatchObject({ options: [{ text: { en: "Yes" } }, { text: { en: "No" } }] });
    expect(reasons(form)).toEqual(
      expect.arrayContaining(["choices-missing type", "title-of-inner-group label", "choice-twice label"]),
    );
  });

  it("offers a choice that stands on several filtered rows where any of them is offered", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | choice_filter
select_one region | region | Region? |
select_one town | town | Town? | region = \${region}`,
      ),
      sheet(
        "choices",
        `
list_name | name | label | region
region | n | North |
region | s | South |
region | w | West |
town | port | Port | n
town | port | Port | s
town | hill | Hill | w`,
      ),
    );
    const [, town] = form.definition.sections.flatMap(({ questions }) => questions);
    expect(town).toMatchObject({
      options: [{ code: "port", when: "('n' = REGION) or ('s' = REGION)" }, { code: "hill" }],
    });
    expect(reasons(form)).toEqual(["choice-twice label"]);
  });

  it("computes, with conditions and what is known first", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | calculation | relevant
integer | adults | Adults? | |
integer | children | Children? | |
calculate | everybody | | \${adults} + \${children} |
calculate | size | | if(\${everybody} > 5, 2, 1) |
text | large | A large family? | | \${size} = 2`,
      ),
    );
    expect(asked(interview(form, { ADULTS: number(2), CHILDREN: number(4) }))).toContain("LARGE");
    expect(asked(interview(form, { ADULTS: number(2), CHILDREN: number(1) }))).not.toContain("LARGE");
  });

  it("lists the rest: media, metadata, clocks, looks and unknown columns", () => {
    const form = imported(
      sheet(
        "survey",
        `
type | name | label | appearance | default | relevant | media::image | calculation
start | start | | | | | |
geopoint | where | Where? | | | | |
text | name | Name? | multiline | concat('A', 'b') | | face.png |
text | town | Town of \${name}? | | | today() > date('2021-01-01') | |
calculate | now | | | | | | format-date(now(), '%Y')`,
      ),
    );
    expect([...reasons(form)].toSorted()).toEqual(
      [
        "media media::image",
        "default-value default",
        "expression-unsupported calculation",
        "expression-unsupported relevant",
        "fill-in-text label",
        "fill-in-text label",
        "fill-in-text label",
        "presentation appearance",
        "type-unsupported type",
        "type-unsupported type",
        "column-unknown label",
      ].toSorted(),
    );
    expect(asked(interview(form))).toEqual(["NAME", "TOWN"]);
  });
});
