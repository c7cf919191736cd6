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

/** Every text of the definitions, by its place. */
const texts: readonly (readonly [string, LocalText])[] = both.flatMap(({ questionsById, edits }) => [
  ...[...questionsById.values()].flatMap(({ id, definition }) =>
    (["text", "thirdPerson", "readAloud", "hint", "why", "interviewer"] as const).flatMap((part) => {
      const text = definition[part];
      return text === undefined ? [] : [[`${id} ${part}`, text] as const];
    }),
  ),
  ...edits.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const])),
]);

describe("texts with values in them", () => {
  it("are these, each read below", () => {
    const filled = texts.filter(([, text]) => languages.some((language) => text[language].includes("{")));
    expect(new Set(filled.map(([place]) => place.split(" ")[0]))).toEqual(
      new Set(["P21.level", "P26.1", "P29.1", "P31", "P36", "P40.1", "E033", "E041", "E041.S", "E042", "E043", "E044"]),
    );
  });

  it("use every value that is written for them", () => {
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

  it.each([
    [
      "E041",
      { born: "2011-06-15", sex: "1", answers: { P23: "1", "P23.1": "1" } },
      [
        "Оқу деңгейі: Мектепке дейінгі ұйым. Толық жасы: 10. Бұл жасқа сәйкес емес.",
        "Уровень обучения: Дошкольная организация. Возраст: 10 лет. Это не соответствует возрасту.",
        "Level of study: Pre-school. Age: 10 years. This does not fit the age.",
      ],
    ],
    [
      "E041.S",
      { born: "2000-06-15", sex: "1", answers: { P23: "1", "P23.1": "2" } },
      [
        "Оқу деңгейі: Мектеп, 1–4-сынып. Толық жасы: 21. Бұл жасқа сәйкес емес.",
        "Уровень обучения: Школа, 1–4 классы. Возраст: 21 год. Это не соответствует возрасту.",
        "Level of study: School, grades 1–4. Age: 21 years. This does not fit the age.",
      ],
    ],
    [
      "E042",
      { born: "2018-06-15", sex: "1", answers: { P23: "1", "P23.1": "3" } },
      [
        "Оқу деңгейі: Мектеп, 5–9-сынып. Толық жасы: 3. Бұл жасқа сәйкес емес.",
        "Уровень обучения: Школа, 5–9 классы. Возраст: 3 года. Это не соответствует возрасту.",
        "Level of study: School, grades 5–9. Age: 3 years. This does not fit the age.",
      ],
    ],
    [
      "E043",
      { born: "2010-06-15", sex: "1", answers: { P24: "9" } },
      [
        "Білім деңгейі: Докторантура (PhD). Толық жасы: 11. Бұл жасқа сәйкес емес.",
        "Образование: Докторантура (PhD). Возраст: 11 лет. Это не соответствует возрасту.",
        "Education: Doctorate. Age: 11 years. This does not fit the age.",
      ],
    ],
    [
      "E044",
      { born: "1990-06-15", sex: "1", answers: { P23: "1", "P23.1": "7", P24: "8" } },
      [
        "Оқу деңгейі: Бакалавриат. Білім деңгейі: Магистратура, резидентура. Оқып жүрген деңгейі аяқталған деңгейден төмен.",
        "Уровень обучения: Бакалавриат. Образование: Магистратура, резидентура. Текущий уровень ниже завершённого.",
        "Level of study: Bachelor's programme. Education: Master's, residency. Current level is below the completed level.",
      ],
    ],
    [
      "E033",
      { born: "2000-06-15", sex: "2", answers: { P29: 14 } },
      [
        "Толық жасы: 21. Туған балалары: 14. Бұл жасқа балалар саны көп.",
        "Возраст: 21 год. Рождено детей: 14. Для этого возраста детей много.",
        "Age: 21 years. Children born: 14. That is many children for this age.",
      ],
    ],
  ] as const)("%s says what was answered", (edit, person, said) => {
    const finding = interviewOf(person)
      .findings()
      .find((one) => one.edit === edit);
    expect(languages.map((language) => finding?.text?.[language])).toEqual(said);
  });
});
