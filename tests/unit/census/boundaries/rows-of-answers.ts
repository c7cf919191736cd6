// Edits about numbers, names, places and codes of single answers (instrument 7: E001–E003, E007, E020, E022, E060–E063).
import { alternative, date, named, place, text, type Person, type Told } from "../person-interview.ts";
import { ofAnswers, ofCodes, told, withAnswers } from "./variants.ts";
import type { EditRow } from "./edit-row.ts";

const somebody: Person = { born: "1980-06-15", sex: "1" };
const visitor: Person = { category: "4" };

/**
 * Invented numbers whose check digit is right: born on 14 July 1852 (the first digit of nobody living), male. The last
 * digit is changed for a wrong one.
 */
const iin = { right: text("520714190002"), wrong: text("520714190003"), short: text("52071419000") } as const;
const iinBorn = {
  "1852-07-14": date("1852-07-14"),
  "1852": date("1852"),
  "1852-07-13": date("1852-07-13"),
  "1852-06": date("1852-06"),
  "1851": date("1851"),
  "1952-07-14": date("1952-07-14"),
};

const names: Readonly<Record<string, Told>> = {
  Cyrillic: named("Сынақов", "Әлия", "Тестқызы"),
  Latin: named("Synakov", "Test"),
  "two alphabets in two words": named("Сынақов", "Test"),
  hyphen: named("Сынақ-Тестов", "Тест"),
  "digit in the surname": named("Сынақов2", "Тест"),
  "digit in the given name": named("Сынақов", "Тест1"),
  "digit in the patronymic": named("Сынақов", "Тест", "Тестұлы3"),
  "two alphabets in a word": named("Сынaқов", "Тест"),
};
const wrongNames = new Set([
  "digit in the surname",
  "digit in the given name",
  "digit in the patronymic",
  "two alphabets in a word",
]);
const ofNames = (person: Person, question: string) =>
  Object.entries(names).map(([words, name]) => ({
    words,
    person: withAnswers(person, { [question]: name }),
    expected: wrongNames.has(words),
  }));

const difficulties = ["P32", "P33", "P34", "P35", "P36"] as const;
const allHardest = Object.fromEntries(difficulties.map((question) => [question, "4"]));

const born: Readonly<Record<string, Told>> = {
  here: place("KZ", "430000000", "rural"),
  elsewhere: place("KZ", "110000000", "urban"),
  unsaid: place("KZ"),
  abroad: place("UZ"),
};

export const rowsOfAnswers: readonly EditRow[] = [
  ["E001", "H", "a check digit that is wrong", ofAnswers(somebody, "P01", { ...iin, none: alternative("0") }, "wrong")],
  [
    "E002",
    "S",
    "another date in the number",
    ofAnswers({ answers: { P01: iin.right } }, "P05", iinBorn, "1852-07-13 1852-06 1851 1952-07-14"),
  ],
  ["E003", "S", "another sex in the number", ofCodes({ answers: { P01: iin.right } }, "P04", "1-2", "2")],
  ["E003", "S", "nobody whose number is wrong anyhow", ofCodes({ answers: { P01: iin.wrong } }, "P04", "1-2", "")],
  ["E002", "S", "nobody whose number is wrong anyhow", ofAnswers({ answers: { P01: iin.wrong } }, "P05", iinBorn, "")],
  ["E007", "H", "a digit, or two alphabets in one word", ofNames(somebody, "P02")],
  [
    "E020",
    "S",
    "here since birth, and born in another region or country",
    ofAnswers(withAnswers(somebody, { P08: "1" }), "P06", born, "elsewhere abroad"),
  ],
  ["E020", "S", "nobody who moved here", ofCodes(withAnswers(somebody, { P06: place("UZ") }), "P08", "1-2", "1")],
  [
    "E022",
    "S",
    "born abroad, and never lived there",
    ofCodes(withAnswers(somebody, { P06: place("UZ") }), "P12", "1-2", "2"),
  ],
  ["E022", "S", "nobody born in Kazakhstan", ofCodes(withAnswers(somebody, { P06: place("KZ") }), "P12", "1-2", "")],

  ...(
    [
      ["E060", "kaz", "P18"],
      ["E060.rus", "rus", "P19"],
      ["E060.eng", "eng", "P20"],
    ] as const
  ).flatMap(([edit, language, question]): readonly EditRow[] => [
    [
      edit,
      "S",
      `no command (${question} = 5) of the native language ${language}`,
      ofCodes(withAnswers(somebody, { P16: language }), question, "1-5", "5"),
    ],
    [
      edit,
      "S",
      "no other native language",
      ofAnswers(
        withAnswers(somebody, { [question]: "5" }),
        "P16",
        { kaz: "kaz", rus: "rus", eng: "eng", uzb: "uzb" },
        language,
      ),
    ],
  ]),
  ...difficulties.map((question): EditRow => [
    "E062",
    "S",
    `all five as hard as can be: ${question}`,
    ofCodes(withAnswers(somebody, allHardest), question, "1-4", "4"),
  ]),
  [
    "E063",
    "H",
    "a language told twice",
    told(
      {
        "first and third": withAnswers(somebody, {
          "P21[1].language": "tur",
          "P21[2].language": "deu",
          "P21[3].language": "tur",
        }),
      },
      {
        "three languages": withAnswers(somebody, {
          "P21[1].language": "tur",
          "P21[2].language": "deu",
          "P21[3].language": "uzb",
        }),
      },
    ),
  ],

  [
    "E001.T01",
    "H",
    "a visitor's check digit that is wrong",
    ofAnswers(visitor, "T01.iin", { ...iin, none: alternative("0") }, "wrong"),
  ],
  [
    "E002.T01",
    "S",
    "another date in a visitor's number",
    ofAnswers({ ...visitor, answers: { "T01.iin": iin.right } }, "T03", iinBorn, "1852-07-13 1852-06 1851 1952-07-14"),
  ],
  [
    "E003.T01",
    "S",
    "another sex in a visitor's number",
    ofCodes({ ...visitor, answers: { "T01.iin": iin.right } }, "T02", "1-2", "2"),
  ],
  ["E007.T01", "H", "a digit, or two alphabets in one word", ofNames(visitor, "T01")],
];
