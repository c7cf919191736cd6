// Of whom the census forms speak: to the person who answers, and about the person where somebody else does. Every question and
// option, in three languages, over people to whom most of them are put.
import { describe, expect, it } from "vitest";
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import {
  languages,
  optionText,
  questionText,
  type AskedPerson,
  type Language,
  type QuestionView,
} from "#questionnaire";
import { alternative, interviewOf, type Person } from "./person-interview.ts";

const both = [personQuestionnaire(), premisesQuestionnaire()];
const woman: Person = { born: "1980-06-15", sex: "2" };

/** The respondent's own voice, or an address to the respondent. */
const ownVoice: Readonly<Record<Language, RegExp>> = {
  kk: /(?:^|[^\p{L}])(?:сіз(?:дің|ге|ді)?|\p{L}+(?:мын|мін|пын|пін|бын|бін)|(?!ақы|үздік|жұмыс)\p{L}+(?:сыз|сіз)(?:дар|дер)?|\p{L}+(?:ысым|ітім|сым бар))(?=$|[^\p{L}])/iu,
  ru: /(?:^|[^\p{L}])(?:вы|вас|вам|вами|ваш(?:а|е|и|его|ей|ему|у|их)?|\p{L}+(?:юсь|усь)|говорю|читаю|пишу|владею|понимаю|могу|смогу|состою|живём|знаю|пробудете|болели|искали)(?=$|[^\p{L}])/iu,
  en: /\b(?:I|my|me|you|your|yours)\b/iu,
};

/** Words about somebody who does not answer himself. */
const aboutAnother: Readonly<Record<Language, RegExp>> = {
  kk: /(?:бұл|осы|ол) адам|(?:^|[^\p{L}])(?:тұрады|(?:жерінде|елде|қайда|орнында) болды|болмады|сөйлейді|түсінеді|біледі|білмейді|пайдаланады|пайдаланбайды|айырылды|істеді|істемеді)(?=$|[^\p{L}])/iu,
  ru: /эт(?:от|ого|ому|им) человек|(?:^|[^\p{L}])(?:владеет|говорит|знает|понимает|состоит|проживает|живут)(?=$|[^\p{L}])/iu,
  en: /\b(?:this (?:person|woman|man)|the person(?! listed))\b|\b(?:speaks|understands)\b/iu,
};

/** People to whom most questions are put between them. */
const people: readonly Person[] = [
  {
    ...woman,
    answers: { P01: alternative("0"), P08: "2", P12: "1", P13: "2", P26: "2", P29: 2, P38: "5", P40: "1" },
  },
  { ...woman, answers: { P07: "2", P13: "3", P23: "1", P24: "7", P26: "6", P29: 1, P38: "2", P42: "1" } },
  { ...woman, answers: { P24: "0", P38: "1", "P39.d": "d2", P37: ["1", "2"] } },
  { born: "1950-02-02", sex: "1", answers: { P38: "5", P40: "3", "P21[1].language": "uzn" } },
  { born: "2021-08-31", sex: "1" },
  { born: "1980-06-15", sex: "1", category: "4", answers: { T05: "2", T07: "1" } },
  { born: "1980-06-15", sex: "1", category: "3", answers: { L07: "1" } },
  { born: "1980-06-15", sex: "1", category: "2", answers: { L05: "1", P42: "1" } },
  { born: "1980-06-15", sex: "1", category: "2", answers: { L05: "2" } },
];

function askedWithin(view: QuestionView): readonly QuestionView[] {
  const inside = [...view.fields, ...view.rows.flatMap(({ fields }) => fields)];
  return [view, ...inside.filter(({ relevant }) => relevant).flatMap(askedWithin)];
}

/** What is asked of a person and can be answered, in the words that the pattern finds. */
function spoken(person: Person, asked: AskedPerson, pattern: Readonly<Record<Language, RegExp>>): readonly string[] {
  const interview = interviewOf(person);
  const views = interview
    .sections()
    .filter(({ relevant }) => relevant)
    .flatMap(({ paths }) => paths)
    .flatMap((path) => askedWithin(interview.question(path)));
  expect(views.length).toBeGreaterThan(5);
  return views.flatMap((view) =>
    languages.flatMap((language) =>
      [
        questionText(view, language, asked),
        ...[...view.options, ...view.alternatives].map((option) => optionText(option, view, language, asked)),
      ]
        .filter((text) => pattern[language].test(text) || /[{}…]/.test(text))
        .map((text) => `${view.path}: ${text}`),
    ),
  );
}

describe("what is read aloud before a question", () => {
  it("names the periods and what is counted, and speaks to whoever answers", () => {
    const aloud = both.flatMap(({ questionsById }) =>
      [...questionsById.values()].filter(({ definition }) => definition.readAloud !== undefined),
    );
    expect(aloud.map(({ id }) => id)).toEqual(["P29", "P32", "P38", "P40"]);
    for (const { definition } of aloud)
      for (const language of languages) expect(definition.readAloud?.[language]).not.toMatch(ownVoice[language]);
  });
});

describe("where the person answers", () => {
  it.each(people)("nothing is said as of somebody else: %o", (person) => {
    expect(spoken(person, "second", aboutAnother)).toEqual([]);
  });
});

describe("where somebody else answers", () => {
  it.each(people)("nothing is said in the person's own voice: %o", (person) => {
    expect(spoken(person, "third", ownVoice)).toEqual([]);
  });

  it("an option has a wording of its own only where one language needs it", () => {
    const all = both.flatMap(({ files }) =>
      files.flatMap(({ codeSets = {}, sections }) => [
        ...Object.values(codeSets).flat(),
        ...sections.flatMap(({ questions }) =>
          questions.flatMap((question) =>
            "options" in question && Array.isArray(question.options) ? question.options : [],
          ),
        ),
      ]),
    );
    const worded = all.filter(({ thirdPerson }) => thirdPerson !== undefined);
    expect(worded.length).toBeGreaterThan(15);
    const same = worded.filter(({ text, thirdPerson }) => languages.every((one) => text[one] === thirdPerson?.[one]));
    expect(same.map(({ text }) => text.en)).toEqual([]);
  });
});
