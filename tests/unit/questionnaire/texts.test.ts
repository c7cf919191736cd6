import { describe, expect, it } from "vitest";
import { questionText, textWithFills } from "#questionnaire";
import { begin, compiled, count, date, name, refusals, text } from "../../support/questionnaire/conversation.ts";
import { dateOf, edit, form, nameOf, single, textLine, wholeNumber, words } from "../../support/questionnaire/form.ts";

const withName = form(
  [
    nameOf("P02"),
    dateOf("P05", { partial: true }),
    wholeNumber("N", -2_000_000, 2_000_000, { decimals: 2 }),
    textLine("T"),
    textLine("Q", {
      text: { kk: "Респондент: {who}. Туған күні: {born}.", ru: "{who}, {born}", en: "{who}, {amount}, {note}" },
      thirdPerson: words("about {who}"),
      hint: words("{amount}"),
    }),
  ],
  {
    calculations: [
      { id: "who", expression: "P02" },
      { id: "born", expression: "P05" },
      { id: "amount", expression: "N" },
      { id: "note", expression: "T" },
    ],
    edits: [
      edit("E1", "soft", "N > 5", ["N"], {
        text: { kk: "{amount} көп", ru: "{amount} много", en: "{amount} is many" },
      }),
    ],
  },
);

describe("placeholders", () => {
  it("[QL60] a placeholder shows a calculation, and what is shown follows the answers", () => {
    const interview = begin([withName]);
    interview.give("P02", name("Өмір", "Айша", "Серікқызы"));
    expect(interview.give("P05", date("2010-03-17")).changed).toContain("Q");
    expect(questionText(interview.question("Q"), "kk", "second")).toBe(
      "Респондент: Өмір Айша Серікқызы. Туған күні: 17.03.2010.",
    );
    interview.give("P05", date("2010-03"));
    expect(questionText(interview.question("Q"), "ru", "second")).toBe("Өмір Айша Серікқызы, 03.2010");
  });

  it("[QL60] an edit's message is filled too, and follows while the edit goes on firing", () => {
    const interview = begin([withName]);
    interview.give("N", count(6));
    expect(interview.question("N").findings[0]?.text).toEqual({ kk: "6 көп", ru: "6 много", en: "6 is many" });
    interview.give("N", count(7));
    expect(interview.question("N").findings[0]?.text?.en).toBe("7 is many");
  });

  it.each([
    ["placeholder-unknown", "{nobody}"],
    ["placeholder-broken", "{"],
    ["placeholder-broken", "{}"],
    ["placeholder-broken", "{P02}"],
    ["placeholder-broken", "{who.surname}"],
    ["placeholder-type", "{flag}"],
    ["placeholder-type", "{list}"],
  ])("[QL60] %s: `%s` is refused", (type, written) => {
    const file = form([single("P1", ["1"], { text: words(`text ${written}`) })], {
      context: [
        { id: "flag", type: "boolean" },
        { id: "list", type: "list", fields: { line: "line" } },
      ],
    });
    expect(refusals(file)).toContainEqual(expect.objectContaining({ type, place: "section A › P1" }));
  });

  it("[QL60] titles take no placeholders", () => {
    expect(refusals({ ...withName, title: words("{who}") })).toMatchObject(
      ["kk", "ru", "en"].map((language) => ({ type: "placeholder-broken", place: "title", language })),
    );
  });

  it("[QL60] options and special answers may have them", () => {
    const file = form([wholeNumber("N", 0, 9), single("Q", [{ code: "1", text: words("all {n}") }])], {
      calculations: [{ id: "n", expression: "N" }],
    });
    const interview = begin([file]);
    interview.give("N", count(3));
    const view = interview.question("Q");
    expect(textWithFills(view.options[0]?.text ?? words(""), "en", view.fills)).toBe("all 3");
  });
});

describe("how values are written", () => {
  it.each([
    [1234567.5, "1\u00a0234\u00a0567,5", "1,234,567.5"],
    [2021, "2021", "2021"],
    [12345, "12\u00a0345", "12,345"],
    [-7, "−7", "−7"],
  ])("[QL61] %d is %s, in English %s", (number, others, english) => {
    const interview = begin([withName]);
    interview.give("N", count(number));
    const { fills } = interview.question("Q");
    const shown = { kk: "{amount}", ru: "{amount}", en: "{amount}" };
    expect(textWithFills(shown, "kk", fills)).toBe(others);
    expect(textWithFills(shown, "ru", fills)).toBe(others);
    expect(textWithFills(shown, "en", fills)).toBe(english);
  });

  it("[QL61] what is unknown is written as …, and a patronymic may be missing", () => {
    const interview = begin([withName]);
    expect(questionText(interview.question("Q"), "en", "second")).toBe("…, …, …");
    interview.give("P02", name("Ли", "Вера"));
    interview.give("T", text("x {who}"));
    expect(questionText(interview.question("Q"), "en", "second")).toBe("Ли Вера, …, x {who}");
  });
});

describe("Kazakh endings", () => {
  const withKazakh = (kk: string) =>
    form([wholeNumber("N", 0, 9), single("P1", ["1"], { text: { kk, ru: "{n}-й", en: "No. {n}" } })], {
      calculations: [{ id: "n", expression: "N" }],
    });

  it.each(["{n}ден", "{n}-ден", "{n}–ға", "«{n}»-ның", "{n}’ның", "Бала {n}-ші болды", "{n}дан, {n}ге"])(
    "[QL62] %s is refused",
    (kk) => {
      const errors = refusals(withKazakh(kk));
      expect(errors.every((error) => error.type === "placeholder-suffix")).toBe(true);
    },
  );

  it.each(["Саны: {n}", "{n} адам", "«{n}» — саны", "{n}, {n}.", "({n})", "{n} – бәрі"])("[QL62] %s is right", (kk) => {
    compiled(withKazakh(kk));
  });
});

it("[QL63] somebody else is asked about the person, if there are words for it", () => {
  const interview = begin([form([textLine("P1", { thirdPerson: words("about the person") }), textLine("P2")])]);
  expect(questionText(interview.question("P1"), "en", "second")).toBe("question P1");
  expect(questionText(interview.question("P1"), "en", "third")).toBe("about the person");
  expect(questionText(interview.question("P2"), "ru", "third")).toBe("question P2 (ru)");
});
