// How the boundary tables are told: a row says of whom an edit fires (or a question is asked), and is tried with every
// age, code or kind of institution there is, those in the row and all the others. The rows are written from the census
// instrument and know nothing of the definition files.
import type { Person, Told } from "../person-interview.ts";

/** One person, told in words, and whether the row speaks of him or her. */
export interface Variant {
  readonly words: string;
  readonly person: Person;
  readonly expected: boolean;
}

/** First and last age, in completed years at the census moment. */
export type Ages = readonly [from: number, to: number];

/** Nobody is older: the date of birth is not before 1 September 1901. */
export const oldest = 119;
export const always: Ages = [0, oldest];

const momentYear = 2021;

/** The youngest and the oldest of this age: who completed it on the last day before the moment, and who was a day short of the next. */
export function birthdaysOf(age: number): readonly (readonly [words: string, born: string])[] {
  return [
    [`${age} since the last day`, `${momentYear - age}-08-31`],
    [`${age}, a day short of ${age + 1}`, `${momentYear - age - 1}-09-01`],
  ];
}

/** Every age, by the date of birth; true of those in one of the ranges. */
export function ofAges(person: Person, ...ranges: readonly Ages[]): readonly Variant[] {
  return Array.from({ length: oldest + 1 }, (_none, age) => age).flatMap((age) => {
    const expected = ranges.some(([from, to]) => from <= age && age <= to);
    return birthdaysOf(age).map(([words, born]) => ({ words, person: { ...person, born }, expected }));
  });
}

/** `1-6 9` as the codes 1, 2, … 6 and 9; `c1-c3` as c1, c2 and c3. */
export function codesOf(written: string): readonly string[] {
  return written
    .split(" ")
    .filter((part) => part !== "")
    .flatMap((part) => {
      const [, prefix = "", from, to] = /^([a-z]?)(\d{1,2})-\1(\d{1,2})$/.exec(part) ?? [];
      if (from === undefined || to === undefined) return [part];
      return Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_none, index) => `${prefix}${Number(from) + index}`,
      );
    });
}

export function withAnswers(person: Person, answers: Readonly<Record<string, Told>>): Person {
  return { ...person, answers: { ...person.answers, ...answers } };
}

/** Each of some answers to one question; true of those named. A word among them is a special answer. */
export function ofAnswers(
  person: Person,
  question: string,
  answers: Readonly<Record<string, Told>>,
  yes: string,
): readonly Variant[] {
  const named = new Set(codesOf(yes));
  return Object.entries(answers).map(([words, told]) => ({
    words: `${question} = ${words}`,
    person: withAnswers(person, { [question]: told }),
    expected: named.has(words),
  }));
}

/** Every code of a question, and the two answers that are none: `97` refused and `98` does not know. */
export function ofCodes(person: Person, question: string, all: string, yes: string): readonly Variant[] {
  return ofAnswers(person, question, { ...codeByItself(all), ...refusedOrUnknown }, yes);
}

const refusedOrUnknown: Readonly<Record<string, Told>> = { 97: { state: "refused" }, 98: { state: "unknown" } };

function codeByItself(all: string): Readonly<Record<string, Told>> {
  return Object.fromEntries(codesOf(all).map((code) => [code, code]));
}

/** Each of some numbers; true of those in the range. */
export function ofNumbers(
  person: Person,
  question: string,
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
): readonly Variant[] {
  return Array.from({ length: to - from + 1 }, (_none, index) => from + index).map((number) => ({
    words: `${question} = ${number}`,
    person: withAnswers(person, { [question]: number }),
    expected: first <= number && number <= last,
  }));
}

/** Each single mark of a multi; true of those named. */
export function ofMarks(person: Person, question: string, all: string, yes: string): readonly Variant[] {
  return ofAnswers(person, question, Object.fromEntries(codesOf(all).map((code) => [code, [code]])), yes);
}

/** Each kind of institution, I-01 to I-16; true of those named by number. */
export function ofKinds(person: Person, yes: string): readonly Variant[] {
  const named = new Set(codesOf(yes));
  return codesOf("1-16").map((number) => {
    const kind = `I-${number.padStart(2, "0")}`;
    return { words: kind, person: { ...person, kind }, expected: named.has(number) };
  });
}

/** Each of the four sources of the answers; true of those named. */
export function ofSources(person: Person, yes: string): readonly Variant[] {
  const named = new Set(codesOf(yes));
  return (["respondent", "family", "legal-representative", "administration"] as const).map((source) => ({
    words: source,
    person: { ...person, source },
    expected: named.has(source),
  }));
}

/** People told one by one. */
export function told(yes: Readonly<Record<string, Person>>, no: Readonly<Record<string, Person>>): readonly Variant[] {
  const as = (people: Readonly<Record<string, Person>>, expected: boolean): readonly Variant[] =>
    Object.entries(people).map(([words, person]) => ({ words, person, expected }));
  return [...as(yes, true), ...as(no, false)];
}

/** A row narrowed: nobody of those is meant any more, whatever the row says. */
export function none(variants: readonly Variant[]): readonly Variant[] {
  return variants.map((variant) => ({ ...variant, expected: false }));
}

/** Everyone a row is wrong about, in words. */
export function mistakes(variants: readonly Variant[], happens: (person: Person) => boolean): readonly string[] {
  return variants
    .filter(({ person, expected }) => happens(person) !== expected)
    .map(({ words, expected }) => `${expected ? "missed" : "wrongly hit"}: ${words}`);
}
