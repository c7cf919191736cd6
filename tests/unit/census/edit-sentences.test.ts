// What the officer reads where answers do not agree (ux 3.7): what was entered, why it conflicts, what to do. Every edit that
// shows itself on a tablet, made to fire by the search of `instrument check`; and the sentences themselves for some of them.
import { createExampleSearch } from "#authoring";
import { personQuestionnaire, premisesQuestionnaire } from "#census";
import { languages, openInterview, type Language, type LocalText } from "#questionnaire";
import { describe, expect, it } from "vitest";
import { censusAuthoringHost } from "../../../src/server/cli/instrument-host.ts";
import { interviewOf, month, place, text, type Person } from "./person-interview.ts";

/** Asked where L03 is: at the Department, over the list of an institution. */
const isAtDepartment = (at: readonly string[]): boolean => at.includes("L03");

const shown = [personQuestionnaire(), premisesQuestionnaire()].flatMap((questionnaire) => {
  const search = createExampleSearch(questionnaire, censusAuthoringHost);
  return questionnaire.edits
    .filter(({ level, at }) => level !== "centre" && !isAtDepartment(at))
    .map((edit) => ({ id: edit.id, edit, questionnaire, search }));
});

/** What stands for a value that is not there. */
const notThere: Readonly<Record<Language, RegExp>> = {
  kk: /[{}…]|белгісіз/u,
  ru: /[{}…]|неизвест|не извест/u,
  en: /[{}…]|not known/u,
};

/** An arrival after the census moment is one whenever the person was born. */
const mayNotKnow: ReadonlySet<string> = new Set(["E021"]);

/** A name stands at its question, where it can be hidden (ux 3.11): a sentence about one says none. */
const saysNoValue: ReadonlySet<string> = new Set(["E007", "E007.L03", "E007.T01"]);

const asksOrTells: Readonly<Record<Language, RegExp>> = {
  kk: /\?$|ңыз\.$|ңіз\.$/u,
  ru: /\?$|(?:^|\. )(?:Иначе )?\p{L}+(?:йте|ите|ьте)(?: [^.]*)?\.$/u,
  en: /\?$|(?:^|\. )(?:Otherwise mark|Ask|Check|Choose|Compare|Take|Write) [^.]*\.$/u,
};

/** Whose fault it is helps nobody. */
const blames: Readonly<Record<Language, RegExp>> = {
  kk: /қате|жарамсыз/iu,
  ru: /ошиб|неверн|некоррект|недопустим/iu,
  en: /\b(?:error|invalid|wrong|incorrect)\b/iu,
};

describe("the sentence of each edit", () => {
  it("is looked at in every form", () => {
    expect(shown.length).toBeGreaterThan(70);
  });

  it.each(shown)("$id says what was entered and what to do", ({ id, questionnaire, search }) => {
    const target = search.targets.find((one) => one.kind === "edit" && one.id === id);
    const { example } = target === undefined ? { example: null } : search.find(target);
    if (example === null) throw new Error(`no example of ${id}`);
    const finding = openInterview(questionnaire, example)
      .findings()
      .find((one) => one.edit === id);
    for (const language of languages) {
      const said = finding?.text?.[language] ?? "";
      // "Label: value", as Kazakh endings hang on the value.
      if (!saysNoValue.has(id)) expect(said).toMatch(/\p{L}: \S/u);
      if (!mayNotKnow.has(id)) expect(said).not.toMatch(notThere[language]);
      expect(said).not.toMatch(blames[language]);
      expect(said).toMatch(asksOrTells[language]);
    }
  });

  it("names nobody: others may look on", () => {
    const named = shown.flatMap(({ id, edit, questionnaire }) => {
      const fills = questionnaire.files.flatMap((file) => file.fills ?? []);
      const isName = (used: string): boolean => {
        const of = fills.find((fill) => fill.id === used)?.of ?? used;
        const [question = ""] = /^[\w.]+/u.exec(of) ?? [];
        const listed = questionnaire.files.flatMap(({ context = [] }) => context).find((one) => one.id === question);
        return questionnaire.questionsById.get(question)?.definition.type === "name" || listed?.type === "name";
      };
      const used = [...(edit.text?.kk ?? "").matchAll(/\{(\w+)\}/gu)].map(([, fill = ""]) => fill);
      return used.filter(isName).map((fill) => `${id} ${fill}`);
    });
    expect(named).toEqual([]);
  });

  it("is short, the values apart: it stands beside the answer", () => {
    const long = shown.flatMap(({ id, edit }) =>
      languages
        .filter((language) => (edit.text?.[language].replaceAll(/\{\w+\}/gu, "").length ?? 0) > 125)
        .map((language) => `${id} ${language}`),
    );
    expect(long).toEqual([]);
  });

  it("asks no confirmation where there is none to give", () => {
    const isConfirmed = (said: LocalText | undefined): boolean => said?.kk.endsWith("Жауап дұрыс па?") === true;
    expect(shown.filter(({ edit }) => edit.level === "hard" && isConfirmed(edit.text)).map(({ id }) => id)).toEqual([]);
  });
});

const read: readonly (readonly [string, Person, readonly [string, string, string]])[] = [
  [
    "E021",
    { born: "1980-06-15", sex: "1", answers: { P08: "2", P09: month("1979-03") } },
    [
      "Келген уақыты: 03.1979. Туған күні: 15.06.1980. Адам туғаннан кейін және санақ сәтіне дейін келеді. Қайсысын түзету керек?",
      "Прибытие: 03.1979. Дата рождения: 15.06.1980. Прибывают после рождения и до момента переписи. Что исправить?",
      "Arrival: 03.1979. Date of birth: 15.06.1980. Arrival comes after birth and before the census moment. Which needs correcting?",
    ],
  ],
  [
    "E020",
    { born: "1980-06-15", sex: "1", answers: { P08: "1", P06: place("UZ") } },
    [
      "Туғаннан осында: иә. Туған жері: Өзбекстан. Жауап дұрыс па?",
      "Здесь с рождения: да. Место рождения: Узбекистан. Ответ верный?",
      "Here since birth: yes. Place of birth: Uzbekistan. Is the answer right?",
    ],
  ],
  [
    "E023",
    { born: "1980-06-15", sex: "1", answers: { P08: "1", P13: "3" } },
    [
      "Бір жыл бұрын тұрған жері: Шет елде. Осында келуі: туғаннан бері осында. Бірі екіншісіне сәйкес емес. Жауап дұрыс па?",
      "Место проживания год назад: За рубежом. Прибытие сюда: здесь с рождения. Одно не согласуется с другим. Ответ верный?",
      "Residence a year ago: Abroad. Arrival here: here since birth. The two do not agree. Is the answer right?",
    ],
  ],
  [
    "E001",
    { born: "1980-06-15", sex: "1", answers: { P01: text("150620190004") } },
    [
      "ЖСН: 150620190004. Бақылау саны сәйкес емес. Цифрларды тексеріңіз.",
      "ИИН: 150620190004. Контрольная цифра не сходится. Проверьте цифры.",
      "IIN: 150620190004. The check digit does not match. Check the digits.",
    ],
  ],
  [
    "E032",
    { born: "1980-06-15", sex: "1", answers: { P26: "2", P28: month("1990-03") } },
    [
      "Алғашқы некедегі жасы: 9. Бұл тым ерте. Неке жылын немесе туған күнін тексеріңіз.",
      "Возраст при первом браке: 9. Это слишком рано. Проверьте год брака или дату рождения.",
      "Age at first marriage: 9. That is too early. Check the year of marriage or the date of birth.",
    ],
  ],
  [
    "E034",
    { born: "1980-06-15", sex: "2", answers: { P29: 2, "P29.1": 3 } },
    [
      "Туған балалары: 2. Тірі балалары: 3. Тірісі туғанынан көп болмайды. Қайсысын түзету керек?",
      "Рождено детей: 2. Живы: 3. Живых не бывает больше, чем рождённых. Что исправить?",
      "Children born: 2. Living: 3. There cannot be more living. Which needs correcting?",
    ],
  ],
  [
    "E109",
    { born: "2016-01-01", kind: "I-09" },
    [
      "Толық жасы: 5. Мұндай мекемеде бұл жас сирек. Жауап дұрыс па?",
      "Возраст: 5 лет. Для такого учреждения это редкость. Ответ верный?",
      "Age: 5 years. That is rare in such an institution. Is the answer right?",
    ],
  ],
  [
    "E033",
    { born: "2000-06-15", sex: "2", answers: { P29: 14 } },
    [
      "Толық жасы: 21. Туған балалары: 14. Бұл жасқа балалар саны көп. Жауап дұрыс па?",
      "Возраст: 21 год. Рождено детей: 14. Для этого возраста детей много. Ответ верный?",
      "Age: 21 years. Children born: 14. That is many children for this age. Is the answer right?",
    ],
  ],
  [
    "E041",
    { born: "2011-06-15", sex: "1", answers: { P23: "1", "P23.1": "1" } },
    [
      "Оқу деңгейі: Мектепке дейінгі ұйым. Толық жасы: 10. Бұл жасқа сәйкес емес. Қайсысын түзету керек?",
      "Уровень обучения: Дошкольная организация. Возраст: 10 лет. Это не соответствует возрасту. Что исправить?",
      "Level of study: Pre-school. Age: 10 years. This does not fit the age. Which needs correcting?",
    ],
  ],
  [
    "E042",
    { born: "2018-06-15", sex: "1", answers: { P23: "1", "P23.1": "3" } },
    [
      "Оқу деңгейі: Мектеп, 5–9-сынып. Толық жасы: 3. Бұл жасқа сәйкес емес. Қайсысын түзету керек?",
      "Уровень обучения: Школа, 5–9 классы. Возраст: 3 года. Это не соответствует возрасту. Что исправить?",
      "Level of study: School, grades 5–9. Age: 3 years. This does not fit the age. Which needs correcting?",
    ],
  ],
  [
    "E044",
    { born: "1990-06-15", sex: "1", answers: { P23: "1", "P23.1": "7", P24: "8" } },
    [
      "Оқу деңгейі: Бакалавриат. Білім деңгейі: Магистратура, резидентура. Оқып жүрген деңгейі аяқталған деңгейден төмен. Жауап дұрыс па?",
      "Уровень обучения: Бакалавриат. Образование: Магистратура, резидентура. Текущий уровень ниже завершённого. Ответ верный?",
      "Level of study: Bachelor's programme. Education: Master's, residency. Current level is below the completed level. Is the answer right?",
    ],
  ],
  [
    "E108",
    { born: "1980-06-15", sex: "1", category: "4", answers: { "T08.months": 22 } },
    [
      "Барлығы: 22 ай. 12 айдан бастап бұл — тұрақты тұрғын (F3). Санатын немесе мерзімін тексеріңіз.",
      "Всего: 22 месяца. С 12 месяцев это постоянный житель (F3). Проверьте категорию или срок.",
      "In all: 22 months. From 12 months on it is a usual resident (F3). Check the category or the stay.",
    ],
  ],
];

it.each(read)("%s reads with its values in", (edit, person, said) => {
  const finding = interviewOf(person)
    .findings()
    .find((one) => one.edit === edit);
  expect(languages.map((language) => finding?.text?.[language])).toEqual(said);
});
