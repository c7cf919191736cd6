// A household of up to 100 persons held as a roster of sixty fields, as large as a census form gets: the measure for
// speed, and a form with every kind of dependency for the properties.
import type { Answer } from "#questionnaire";
import { code, codes, count, dontKnow, refused } from "./conversation.ts";
import { edit, form, multi, personRef, roster, section, single, textLine, wholeNumber } from "./form.ts";

/** Fields of one person: sixty, of which many depend on age, sex, other fields or other persons. */
const personFields = [
  textLine("given"),
  single("sex", ["1", "2"], { special: ["unknown"] }),
  wholeNumber("born", 1900, 2021, { special: ["unknown"] }),
  single("relation", ["1", "2", "3", "12"], { required: false }),
  single("since", ["1", "2"], { special: ["unknown"] }),
  wholeNumber("arrived", 1900, 2021, { relevant: "H.since = '2' or unknown(H.since)" }),
  single("citizen", ["1", "2", "3"]),
  single("language", ["1", "2", "3"], { relevant: "age >= 3" }),
  single("schooling", ["1", "2"], { relevant: "age <= 69" }),
  single("level", ["1", "2", "3", "4", { code: "7", when: "age >= 15" }], { relevant: "H.schooling = '1'" }),
  single("married", ["1", "2", "3", "4"], { relevant: "age >= 15", special: ["refused"] }),
  personRef("spouse", {
    list: "H",
    where: "p => p.line != H.line and p.sex != H.sex",
    relevant: "H.married in {'2', '3'}",
  }),
  wholeNumber("children", 0, 20, { relevant: "H.sex = '2' and age >= 15", special: ["refused"] }),
  wholeNumber("living", 0, 20, { relevant: "H.children >= 1" }),
  multi("income", ["1", "2", "4", { code: "9", exclusive: true }]),
  single("main", [], { options: { chosenIn: "H.income" }, relevant: "count(H.income) >= 2" }),
  single("worked", ["1", "2", "5"], { relevant: "age >= 15" }),
  textLine("job", { relevant: "H.worked in {'1', '2'}" }),
  ...Array.from({ length: 42 }, (_, index) =>
    single(`q${index}`, ["1", "2", "3"], index % 3 === 0 ? { relevant: `age >= ${index}` } : { special: ["unknown"] }),
  ),
];

/** The form; ages are counted from a context value, and some edits look at the whole household. */
export const household = form(
  [
    section("A", [
      roster("H", personFields, { maxRows: 1000, calculations: [{ id: "age", expression: "year - H.born" }] }),
    ]),
    section("B", [wholeNumber("ROOMS", 0, 50), wholeNumber("WORKERS", 0, 100, { relevant: "anyWorker" })]),
  ],
  {
    context: [{ id: "year", type: "number" }],
    calculations: [
      { id: "anyWorker", expression: "any(H, p => p.worked = '1')" },
      { id: "size", expression: "count(H)" },
    ],
    edits: [
      edit("E1", "soft", "H.living > H.children", ["H.living", "H.children"], { forEach: "H" }),
      edit("E2", "soft", "any(H, p => p.line != H.line and p.given = H.given and p.born = H.born)", ["H.given"], {
        forEach: "H",
      }),
      edit("E3", "hard", "count(H, p => surely(p.relation = '1')) > 1", ["H"]),
      edit("E4", "soft", "WORKERS > size", ["WORKERS"]),
      edit("E5", "soft", "H.main = '4' and age < 45", ["H.main"], { forEach: "H" }),
      edit("E6", "hard", "any(H, p => p.line = H.spouse and p.sex = H.sex)", ["H.spouse"], { forEach: "H" }),
    ],
  },
);

/** Fields that hold a choice of `1`, `2`, `3`; the rest are listed in `answersOf`. */
const plainFields = Array.from({ length: 42 }, (_, index) => `q${index}`);

/** Plausible answers of person number `row`, by path; the same number gives the same person. */
export function personAnswers(row: number): Readonly<Record<string, Answer>> {
  const born = 1935 + ((row * 17) % 86);
  const sex = row % 2 === 0 ? "2" : "1";
  const answers: Record<string, Answer> = {
    given: { state: "answered", value: { kind: "text", text: `Person ${row}` } },
    sex: code(sex),
    born: row % 13 === 0 ? dontKnow : count(born),
    relation: code(row === 1 ? "1" : "12"),
    since: code(row % 3 === 0 ? "2" : "1"),
    arrived: count(Math.min(2021, born + 10)),
    citizen: code("1"),
    language: code("1"),
    schooling: code(born > 2000 ? "1" : "2"),
    level: code("2"),
    married: row % 11 === 0 ? refused : code("1"),
    children: count(2),
    living: count(2),
    income: codes(...(row % 4 === 0 ? ["1", "4"] : ["4"])),
    main: code("4"),
    worked: code(row % 4 === 0 ? "1" : "5"),
    job: { state: "answered", value: { kind: "text", text: "teacher" } },
  };
  for (const [index, field] of plainFields.entries()) answers[field] = code(String(1 + ((row + index) % 3)));
  return Object.fromEntries(Object.entries(answers).map(([field, answer]) => [`H[${row}].${field}`, answer]));
}

/** A whole household of that many persons. */
export function householdAnswers(persons: number): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = { ROOMS: count(4), WORKERS: count(1) };
  for (let row = 1; row <= persons; row += 1) Object.assign(answers, personAnswers(row));
  return answers;
}
