// What a question takes at all (instrument 6, "Rules" of each question): ranges, twelve digits, countries but KZ. A value
// outside is kept and found at once, under the name of its question.
import { alternative, refused, text, unknown, type Person } from "../person-interview.ts";
import { ofAnswers, ofNumbers, withAnswers } from "./variants.ts";
import type { EditRow } from "./edit-row.ts";

const woman: Person = { born: "1980-06-15", sex: "2" };
const visitor: Person = { category: "4" };
const child = withAnswers(woman, { P29: 1 });

/** Question, the person who is asked it, first and last number that it takes. */
const ranges: readonly (readonly [question: string, person: Person, least: number, most: number])[] = [
  ["P05.1", { born: "1980" }, 0, 120],
  ["P05.hour", { born: "2021-08-31" }, 0, 23],
  ["P29", woman, 0, 20],
  ["P29.1", child, 0, 20],
  ["P31", woman, 0, 20],
  [
    "T03.hour",
    {
      ...visitor,
      answers: { T03: { state: "answered", value: { kind: "date", date: { year: 2021, month: 8, day: 31 } } } },
    },
    0,
    23,
  ],
];

/** Questions for a country other than Kazakhstan, and who is asked them. */
const abroad: readonly (readonly [question: string, person: Person])[] = [
  ["P07.1", withAnswers(woman, { P07: "2" })],
  ["P12.1.country", withAnswers(woman, { P12: "1" })],
  ["P13.country", withAnswers(woman, { P13: "3" })],
  ["L05.country", { ...woman, category: "2", answers: { L05: "2" } }],
  ["L06.country", visitor],
  ["T05.1", { ...visitor, answers: { T05: "2" } }],
  ["T06", visitor],
];

export const rowsOfValues: readonly EditRow[] = [
  ...ranges.flatMap(([question, person, least, most]): readonly EditRow[] => [
    [
      `value/${question}`,
      "H",
      `less than ${least}`,
      ofNumbers(person, question, [least - 2, least + 1], [least - 2, least - 1]),
    ],
    [
      `value/${question}`,
      "H",
      `more than ${most}`,
      ofNumbers(person, question, [most - 1, most + 2], [most + 1, most + 2]),
    ],
  ]),
  ...abroad.map(([question, person]): EditRow => [
    `value/${question}`,
    "H",
    "Kazakhstan, and what is no country",
    ofAnswers(person, question, { KZ: "KZ", UZ: "UZ", RU: "RU", XX: "XX" }, "KZ XX"),
  ]),
  ...(
    [
      ["P01", woman],
      ["T01.iin", visitor],
    ] as const
  ).map(([question, person]): EditRow => [
    `value/${question}`,
    "H",
    "anything but twelve digits",
    ofAnswers(
      person,
      question,
      {
        twelve: text("520714190002"),
        eleven: text("52071419000"),
        thirteen: text("5207141900020"),
        letters: text("52071419000A"),
        none: alternative("0"),
        refused,
        unknown,
      },
      "eleven thirteen letters",
    ),
  ]),
  ["value/T08.months", "H", "a stay of less than no months", ofNumbers(visitor, "T08.months", [-2, 1], [-2, -1])],
  [
    "value/P21",
    "H",
    "more than six languages",
    [6, 7].map((languages) => ({
      words: `${languages}`,
      person: withAnswers(
        woman,
        Object.fromEntries(
          ["tur", "deu", "uzb", "kir", "tgk", "uig", "tat"]
            .slice(0, languages)
            .map((code, index) => [`P21[${index + 1}].language`, code]),
        ),
      ),
      expected: languages > 6,
    })),
  ],
];
