import { describe, expect, it } from "vitest";
import { optionText, type Language } from "#questionnaire";
import { begin, compiled, count, refusals } from "../../support/questionnaire/conversation.ts";
import { form, single, textLine, wholeNumber, words } from "../../support/questionnaire/form.ts";

type Parts = Readonly<Record<string, unknown>>;

describe("beside a placeholder", () => {
  const withText = (text: Readonly<Record<Language, string>>): Parts =>
    form([wholeNumber("N", 0, 9), textLine("Q", { text })], { calculations: [{ id: "n", expression: "N" }] });

  it.each([
    ["ru", "Дайте {n}у", "{n}у"],
    ["ru", "без{n} слов", "без{n}"],
    ["en", "the {n}th", "{n}th"],
    ["kk", "№{n}, бала{n}", "бала{n}"],
  ] as const)("[QL115] %s: %s is refused", (language, text, written) => {
    const errors = refusals(withText({ kk: "{n}", ru: "{n}", en: "{n}", [language]: text }));
    expect(errors).toEqual([
      { type: "placeholder-glued", file: "demo-form", place: "section A › Q", language, written },
    ]);
  });

  it.each([
    ["ru", "{n}-й, «{n}», ({n}), №{n}"],
    ["en", "{n}'s, {n}-fold"],
  ] as const)("[QL115] %s: %s is right", (language, text) => {
    compiled(withText({ kk: "{n}", ru: "{n}", en: "{n}", [language]: text }));
  });

  const endings = (
    "ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те дан ден тан тен нан нен мен бен пен " +
    "лар лер дар дер тар тер ы і сы сі ым ім ың ің ңыз ңіз ыңыз іңіз мыз міз ымыз іміз дағы дегі нікі дікі тікі шы ші ма ме ба бе па пе"
  ).split(" ");

  it.each(endings)("[QL116] a Kazakh %s set apart is refused", (ending) => {
    for (const kk of [
      `{n} ${ending}`,
      `{n}\u00a0${ending} бар`,
      `«{n}» ${ending}.`,
      `{n} - ${ending}`,
      `{n} -${ending}?`,
    ]) {
      expect(refusals(withText({ kk, ru: "{n}", en: "{n}" }))).toMatchObject([
        { type: "placeholder-suffix", place: "section A › Q", name: "n" },
      ]);
    }
  });

  it.each([
    "{n} м",
    "{n} дана",
    "{n} не одан көп",
    "{n} нені білдіреді",
    "{n}, Сіз",
    "{n} – бәрі",
    "мен {n}",
    "{n} адам мен бала",
  ])("[QL116] %s is right", (kk) => {
    compiled(withText({ kk, ru: "{n} мен", en: "{n} de" }));
  });
});

describe("options where somebody else answers", () => {
  const file = form(
    [
      wholeNumber("N", 0, 9),
      single(
        "S",
        [
          { code: "1", text: words("I can, {n}"), thirdPerson: words("can, {n}") },
          { code: "2", text: words("neither") },
        ],
        { alternatives: [{ code: "0", text: words("I have none"), thirdPerson: words("has none") }] },
      ),
    ],
    { calculations: [{ id: "n", expression: "N" }] },
  );

  it("[QL117] an option and an alternative are worded for whoever answers", () => {
    const interview = begin([file]);
    interview.give("N", count(3));
    const view = interview.question("S");
    const said = (person: "second" | "third"): readonly string[] =>
      [...view.options, ...view.alternatives].map((option) => optionText(option, view, "en", person));
    expect(said("second")).toEqual(["I can, 3", "neither", "I have none"]);
    expect(said("third")).toEqual(["can, 3", "neither", "has none"]);
  });

  it("[QL117] the wording is checked as every other text", () => {
    const wrong = form([single("S", [{ code: "1", text: words("x"), thirdPerson: words("{nobody}") }])]);
    expect(refusals(wrong)).toMatchObject([{ type: "placeholder-unknown", name: "nobody" }]);
    const halved = form([single("S", [{ code: "1", text: words("x"), thirdPerson: { kk: "x", ru: "x" } }])]);
    expect(refusals(halved)).toMatchObject([
      { type: "text-missing", place: "section A › S › option 1 › thirdPerson", language: "en" },
    ]);
  });
});
