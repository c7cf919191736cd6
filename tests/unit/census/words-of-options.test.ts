// The answers of one question tell themselves apart by their words: no option reads like "does not know" or "refused" beside
// it, on paper or on the screen, and no two options read alike.
import { describe, expect, it } from "vitest";
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import {
  languages,
  type DefinitionFile,
  type Language,
  type LocalText,
  type Option,
  type Question,
} from "#questionnaire";
import kk from "../../../src/app/i18n/messages-interview/kk.json" with { type: "json" };
import ru from "../../../src/app/i18n/messages-interview/ru.json" with { type: "json" };
import en from "../../../src/app/i18n/messages-interview/en.json" with { type: "json" };

const onScreen = { kk, ru, en };
const files = [personQuestionnaire(), premisesQuestionnaire()].flatMap((questionnaire) => questionnaire.files);

interface Asked {
  readonly id: string;
  readonly file: DefinitionFile;
  readonly question: Question;
}

const asked: readonly Asked[] = files.flatMap((file) =>
  file.sections.flatMap(({ questions }) => questions.flatMap((question) => withFields(file, question, ""))),
);

function withFields(file: DefinitionFile, question: Question, before: string): readonly Asked[] {
  const id = before + question.id;
  const fields = "fields" in question ? question.fields : [];
  return [{ id, file, question }, ...fields.flatMap((field) => withFields(file, field, `${id}.`))];
}

function optionsOf({ file, question }: Asked): readonly Pick<Option, "text" | "thirdPerson">[] {
  const { alternatives = [] } = question;
  if (!("options" in question)) return alternatives;
  const { options } = question;
  if (Array.isArray(options)) return [...options, ...alternatives];
  return [...("set" in options ? (file.codeSets?.[options.set] ?? []) : []), ...alternatives];
}

/** What the special answers of a question are called: by the question, by the file, and by the screens where it has no own. */
function specialWords({ file, question }: Asked, language: Language): readonly string[] {
  return (question.special ?? []).flatMap((state) => {
    const own = question.specialText?.[state];
    if (own !== undefined) return [own[language]];
    return [file.specialText?.[state]?.[language] ?? "", onScreen[language][`q_${state}`]];
  });
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe("the options of each question", () => {
  const cases = asked.filter((one) => optionsOf(one).length > 0);
  const persons = [
    ["of the person who answers", ({ text }: { readonly text: LocalText }) => text],
    [
      "where somebody else answers",
      ({ text, thirdPerson = text }: { readonly text: LocalText; readonly thirdPerson?: LocalText | undefined }) =>
        thirdPerson,
    ],
  ] as const;

  it("are looked at in every form", () => {
    expect(new Set(cases.map(({ file }) => file.form))).toEqual(new Set(["F1", "F2", "F3", "F4"]));
    expect(cases.length).toBeGreaterThan(60);
  });

  it.each(persons)("never say what a special answer says, in the words %s", (_which, wording) => {
    const alike = cases.flatMap((one) =>
      languages.flatMap((language) => {
        const special = new Set(specialWords(one, language).map(plain));
        return optionsOf(one)
          .map((option) => wording(option)[language])
          .filter((words) => special.has(plain(words)))
          .map((words) => `${one.id} ${language}: ${words}`);
      }),
    );
    expect(alike).toEqual([]);
  });

  it.each(persons)("never say the same twice, in the words %s", (_which, wording) => {
    const alike = cases.flatMap((one) =>
      languages.flatMap((language) => {
        const words = optionsOf(one).map((option) => plain(wording(option)[language]));
        return words
          .filter((word, index) => words.indexOf(word) !== index)
          .map((word) => `${one.id} ${language}: ${word}`);
      }),
    );
    expect(alike).toEqual([]);
  });
});
