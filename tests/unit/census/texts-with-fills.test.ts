// How the census forms read with their values in: every text that holds a placeholder, over the values it can meet, in
// three languages and for both ways of asking.
import { describe, expect, it } from "vitest";
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import { languages, questionText, type AskedPerson, type Interview, type LocalText } from "#questionnaire";
import { alternative, interviewOf, unknown, type Person, type Told } from "./person-interview.ts";

const both = [personQuestionnaire(), premisesQuestionnaire()];
const woman: Person = { born: "1980-06-15", sex: "2" };

function asked(answers: Readonly<Record<string, Told>>, person: Person = woman): Interview {
  return interviewOf({ ...person, answers: { ...person.answers, ...answers } });
}

function read(interview: Interview, path: string, person: AskedPerson): readonly string[] {
  const view = interview.question(path);
  expect(view.relevant).toBe(true);
  return languages.map((language) => questionText(view, language, person));
}

type PlacedText = readonly [string, LocalText];

/** Every text of the questions, by its place. */
const questionTexts: readonly PlacedText[] = both.flatMap(({ questionsById }) =>
  [...questionsById.values()].flatMap(({ id, definition }) =>
    (["text", "thirdPerson", "readAloud", "hint", "why", "interviewer"] as const).flatMap((part) => {
      const text = definition[part];
      return text === undefined ? [] : [[`${id} ${part}`, text] as const];
    }),
  ),
);
const editTexts: readonly PlacedText[] = both.flatMap(({ edits }) =>
  edits.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const])),
);

describe("texts with values in them", () => {
  it("are these, each read below; those of edits are read in edit-sentences.test.ts", () => {
    const filled = questionTexts.filter(([, text]) => languages.some((language) => text[language].includes("{")));
    expect(new Set(filled.map(([place]) => place.split(" ")[0]))).toEqual(
      new Set(["P21.level", "P26.1", "P29.1", "P31", "P36", "P40.1"]),
    );
  });

  it("use every value that is written for them", () => {
    const texts = [...questionTexts, ...editTexts];
    const used = new Set(texts.flatMap(([, text]) => languages.flatMap((one) => text[one].match(/[a-zA-Z]+(?=\})/g))));
    const written = both.flatMap(({ files }) => files.flatMap(({ fills = [] }) => fills.map(({ id }) => id)));
    expect(written.filter((id) => !used.has(id))).toEqual([]);
  });

  it.each(Array.from({ length: 21 }, (_none, index) => index))("children born: %d", (born) => {
    const interview = asked({ P29: born });
    const more = born === 0 ? ["қанша бала", "детей", "children"] : ["тағы қанша бала", "ещё детей", "more children"];
    expect(read(interview, "P31", "second")).toEqual([
      `Сіздің ${more[0]} туғыңыз келеді?`,
      `Сколько ${more[1]} Вы планируете родить?`,
      `How many ${more[2]} do you plan to have?`,
    ]);
    expect(read(interview, "P31", "third")).toEqual([
      `Бұл адамның ${more[0]} туғысы келеді?`,
      `Сколько ${more[1]} планирует родить эта женщина?`,
      `How many ${more[2]} does this person plan to have?`,
    ]);
    if (born === 0) return;
    const living =
      born === 1
        ? [
            "Ол бала қазір тірі ме (1 — иә, 0 — жоқ)?",
            "Жив ли сейчас этот ребёнок (1 — да, 0 — нет)?",
            "Is that child living now (1 = yes, 0 = no)?",
          ]
        : [
            `Осы ${born} баланың қаншасы қазір тірі?`,
            `Сколько из ${born} детей сейчас живы?`,
            `How many of the ${born} children are living now?`,
          ];
    for (const person of ["second", "third"] as const) expect(read(interview, "P29.1", person)).toEqual(living);
  });

  it("children born: not known", () => {
    expect(read(asked({ P29: unknown }), "P31", "second")[1]).toBe("Сколько ещё детей Вы планируете родить?");
  });

  it.each([
    ["1", "Записана ли Ваша супруга в этом списке?", "Записана ли супруга этого человека в этом списке?", "wife"],
    ["2", "Записан ли Ваш супруг в этом списке?", "Записан ли супруг этого человека в этом списке?", "husband"],
    [
      alternative("98"),
      "Есть ли Ваш супруг или Ваша супруга в этом списке?",
      "Есть ли супруг или супруга этого человека в этом списке?",
      "spouse",
    ],
  ])("the spouse of a person of sex %o", (sex, russian, about, english) => {
    const interview = asked({ P04: sex, P26: "2" }, { born: "1980-06-15" });
    expect(read(interview, "P26.1", "second")).toEqual([
      "Жұбайыңыз осы тізімде ме?",
      russian,
      `Is your ${english} on this list?`,
    ]);
    expect(read(interview, "P26.1", "third")).toEqual([
      "Бұл адамның жұбайы осы тізімде ме?",
      about,
      `Is this person's ${english} on this list?`,
    ]);
  });

  it.each([
    ["1", "быть понятым"],
    ["2", "быть понятой"],
    [alternative("98"), "доносить свою мысль"],
  ])("communicating, for a person of sex %o", (sex, russian) => {
    const interview = asked({ P04: sex }, { born: "1980-06-15" });
    expect(read(interview, "P36", "second")).toEqual([
      "Сөйлеуде, өз ойын жеткізуде немесе басқаны түсінуде қиындық бар ма?",
      `Есть ли у Вас трудности в общении: понимать других или ${russian}?`,
      "Do you have difficulty communicating: understanding or being understood?",
    ]);
    expect(read(interview, "P36", "third")).toEqual([
      "Бұл адамның сөйлеуінде, өз ойын жеткізуінде немесе басқаны түсінуінде қиындық бар ма?",
      "Есть ли у этого человека трудности в общении: понимать других или быть понятым?",
      "Does this person have difficulty communicating: understanding or being understood?",
    ]);
  });

  const start = [
    "Екі апта ішінде жұмысқа шыға аласыз ба?",
    "Сможете ли Вы приступить к работе в течение двух недель?",
    "Could you start work within two weeks?",
  ];
  const reason = ["Неге жұмыс іздемейсіз?", "Почему Вы не ищете работу?", "Why are you not looking for work?"];

  it.each([
    ["1", start, "Бұл адам екі апта ішінде жұмысқа шыға ала ма?"],
    ["2", start, "Бұл адам екі апта ішінде жұмысқа шыға ала ма?"],
    ["3", reason, "Бұл адам неге жұмыс іздемейді?"],
  ])("looked for work: %s", (looked, wording, about) => {
    const interview = asked({ P38: "5", P40: looked });
    expect(read(interview, "P40.1", "second")).toEqual(wording);
    expect(read(interview, "P40.1", "third")[0]).toBe(about);
  });

  it.each([
    ["uzn", "Тілі: өзбек тілі. ", "Язык: узбекский. ", "Language: Uzbek. "],
    ["eng", "Тілі: ағылшын тілі. ", "Язык: английский. ", "Language: English. "],
    [unknown, "Тілі: басқа тіл. ", "Язык: другой. ", "Language: another one. "],
  ])("another language: %o", (language, kk, ru, en) => {
    const interview = asked({ "P21[1].language": language });
    expect(read(interview, "P21[1].level", "second")).toEqual([
      `${kk}Оны қаншалықты білесіз?`,
      `${ru}Насколько Вы им владеете?`,
      `${en}How well do you know it?`,
    ]);
    expect(read(interview, "P21[1].level", "third")[1]).toBe(`${ru}Насколько этот человек им владеет?`);
  });
});
