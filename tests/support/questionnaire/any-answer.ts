// Answers as they come: for each type of question those that fit it, and now and then one that does not.
import { codeList } from "#census";
import type { Answer, AnswerValue, Question, Questionnaire } from "#questionnaire";
import fc from "fast-check";

type Definition<T extends Question["type"]> = Extract<Question, { type: T }>;

const year = fc.oneof(fc.integer({ min: 1901, max: 2021 }), fc.integer({ min: 1996, max: 2021 }));
const surname = fc.constantFrom("Сынақов", "Тестова", "АТЫ БЕЛГІСІЗ / НЕИЗВЕСТЕН");
const given = fc.constantFrom("Тест", "Әлия", "Test");
/** Invented numbers with a right and a wrong check digit. */
const iin = fc.constantFrom("520714190002", "150620190003", "150620290109", "150620190004");

/** The codes of a single or multi, whatever is offered at the moment. */
function codesIn(questionnaire: Questionnaire, { options }: Definition<"single" | "multi">): readonly string[] {
  if (Array.isArray(options)) return options.map(({ code }) => code);
  if ("chosenIn" in options) {
    const other = questionnaire.questionsById.get(options.chosenIn)?.definition;
    return other?.type === "multi" ? codesIn(questionnaire, other) : [];
  }
  if (!("set" in options)) return [];
  const sets = questionnaire.files.flatMap(({ codeSets = {} }) => codeSets[options.set] ?? []);
  return sets.map(({ code }) => code);
}

/** Of a long list a few, so that two answers are now and then the same. */
function codesOfList(name: string, except: readonly string[] = []): readonly string[] {
  const entries = [...codeList(name)];
  const few = entries.filter(({ code }, index) => index % Math.ceil(entries.length / 8) === 0 || code === "KZ");
  return few.map(({ code }) => code).filter((code) => !except.includes(code));
}

/** Codes that conditions of the census ask for. */
const decisive = (list: string): readonly string[] => (list === "language" ? ["kaz", "rus", "eng"] : []);

function valueFor(questionnaire: Questionnaire, definition: Question): fc.Arbitrary<AnswerValue> | null {
  switch (definition.type) {
    case "single":
      return fc.constantFrom(...codesIn(questionnaire, definition)).map((code) => ({ kind: "code", code }));
    case "multi":
      return fc
        .subarray([...codesIn(questionnaire, definition)], { minLength: 1, maxLength: 4 })
        .map((codes) => ({ kind: "codes", codes }));
    case "number":
      return fc
        .oneof(
          fc.integer({ min: definition.min, max: Math.min(definition.max, definition.min + 5) }),
          fc.integer(definition),
        )
        .map((number) => ({ kind: "number", number }));
    case "text":
      return (definition.digits === undefined ? fc.constantFrom("сөз", "слово", "word") : iin).map((text) => ({
        kind: "text",
        text,
      }));
    case "name":
      return fc
        .record({ surname, given, patronymic: fc.constantFrom(null, "Тестұлы") })
        .map((name) => ({ kind: "name", ...name }));
    case "date":
      return fc
        .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.nat({ max: 9 }))
        .map(([of, month, day, known]) => ({
          kind: "date",
          date: { year: of, month: known > 0 ? month : null, day: known > 1 ? day : null },
        }));
    case "month":
      return fc
        .tuple(year, fc.integer({ min: 1, max: 12 }), fc.nat({ max: 9 }))
        .map(([of, month, known]) => ({ kind: "month", year: of, month: known > 0 ? month : null }));
    case "code-list":
      return fc
        .constantFrom(
          ...codesOfList(definition.list, definition.except),
          ...decisive(definition.list).filter((code) => definition.except?.includes(code) !== true),
        )
        .map((code) => ({ kind: "code", code }));
    case "place":
      return fc.constantFrom<AnswerValue>(
        { kind: "place", country: "KZ", kato: "430000000", settlement: "rural", text: null },
        { kind: "place", country: "KZ", kato: "110000000", settlement: "urban", text: null },
        { kind: "place", country: "UZ", kato: null, settlement: null, text: null },
      );
    case "person-ref":
      return fc.integer({ min: 1, max: 5 }).map((line) => ({ kind: "line", line }));
    case "composite":
    case "roster":
      return null;
  }
}

/** An answer that the question takes, as far as the question alone decides; null for one that is answered by its fields only. */
export function fittingAnswer(questionnaire: Questionnaire, definition: Question): fc.Arbitrary<Answer> | null {
  const value = valueFor(questionnaire, definition);
  const others: readonly Answer[] = [
    ...(definition.special ?? []).map((state): Answer => ({ state })),
    ...(definition.alternatives ?? []).map(({ code }): Answer => ({ state: "alternative", code })),
  ];
  const special = others.length === 0 ? null : fc.constantFrom(...others);
  if (value === null) return special;
  const answered = value.map((one): Answer => ({ state: "answered", value: one }));
  return special === null ? answered : fc.oneof({ weight: 12, arbitrary: answered }, { weight: 1, arbitrary: special });
}

/** Whatever can arrive at a path: mostly what fits, else a strange code, a wrong kind, a proposal, or nothing. */
export function anyAnswer(questionnaire: Questionnaire, definition: Question): fc.Arbitrary<Answer> {
  const fitting = fittingAnswer(questionnaire, definition);
  const strange = fc.constantFrom<Answer>(
    { state: "unanswered" },
    { state: "refused" },
    { state: "unknown" },
    { state: "answered", value: { kind: "code", code: "77" } },
    { state: "answered", value: { kind: "number", number: -1 } },
    { state: "proposed", value: { kind: "code", code: "1" }, origin: "default" },
    { state: "answered", value: { kind: "date", date: { year: 2021, month: 2, day: 30 } } },
  );
  return fitting === null ? strange : fc.oneof({ weight: 6, arbitrary: fitting }, { weight: 1, arbitrary: strange });
}
