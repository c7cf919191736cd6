// One try of the search: answers, rows, and facts from outside, as an interview would be opened with them.
import type {
  Answer,
  AnswersByPath,
  AnswerValue,
  ContextRecord,
  ExpressionValue,
  InterviewStart,
  ScalarValue,
} from "#questionnaire";

/** `persons[1].iin`. */
const recordMember = /^(\w+)\[(\d+)\]\.(\w+)$/;

/** Absent is not given. A roster's row is there as soon as something in it is answered, as in the engine. */
export interface Trial {
  readonly answers: Map<string, Answer>;
  /** Records by the context list's name. */
  readonly counts: Map<string, number>;
  /** Context values by name, members of records by `persons[1].iin`. */
  readonly context: Map<string, ScalarValue>;
}

export function emptyTrial(): Trial {
  return { answers: new Map(), counts: new Map(), context: new Map() };
}

export function copyTrial({ answers, counts, context }: Trial): Trial {
  return { answers: new Map(answers), counts: new Map(counts), context: new Map(context) };
}

/** The trial with this record taken out of the list, those after it moved up. */
export function withoutRecord(trial: Trial, list: string, number: number): Trial {
  const without = copyTrial(trial);
  without.counts.set(list, (trial.counts.get(list) ?? 0) - 1);
  for (const key of trial.context.keys()) if (key.startsWith(`${list}[`)) without.context.delete(key);
  for (const [key, value] of trial.context) {
    const [, own, at, member = ""] = recordMember.exec(key) ?? [];
    if (own !== list || Number(at) === number) continue;
    without.context.set(`${list}[${Number(at) - (Number(at) > number ? 1 : 0)}].${member}`, value);
  }
  return without;
}

/** What the engine is opened with. */
export type Example = InterviewStart & { readonly answers: AnswersByPath };

export function trialStart(trial: Trial): Example {
  const answers: AnswersByPath = Object.fromEntries(trial.answers);
  return { context: trialContext(trial), answers };
}

/** Numbers of the rows in which something is answered. */
export function rowsAt(trial: Trial, path: string): readonly number[] {
  const numbers = new Set<number>();
  for (const answered of trial.answers.keys()) {
    if (!answered.startsWith(`${path}[`)) continue;
    numbers.add(Number(/^\d+/.exec(answered.slice(path.length + 1))?.[0] ?? 0));
  }
  return [...numbers].toSorted((a, b) => a - b);
}

function trialContext({ counts, context }: Trial): InterviewStart["context"] {
  const records = new Map<string, Record<string, ScalarValue>[]>();
  for (const [list, count] of counts)
    records.set(
      list,
      Array.from({ length: count }, () => ({})),
    );
  const plain: Record<string, ExpressionValue> = {};
  for (const [key, value] of context) {
    const [, list, number, member = ""] = recordMember.exec(key) ?? [];
    if (list === undefined) plain[key] = value;
    else {
      const record = records.get(list)?.[Number(number) - 1];
      if (record !== undefined) record[member] = value;
    }
  }
  for (const [list, made] of records) plain[list] = made satisfies readonly ContextRecord[];
  return plain;
}

/** An answer as expressions see it; null where they see nothing. */
export function valueOfAnswer(answer: Answer | undefined): ScalarValue {
  return answer?.state === "answered" ? scalarOf(answer.value) : null;
}

function scalarOf(value: AnswerValue): ScalarValue {
  switch (value.kind) {
    case "code":
      return value.code;
    case "codes":
      return value.codes;
    case "number":
      return value.number;
    case "text":
      return value.text;
    case "name":
      return { surname: value.surname, given: value.given, patronymic: value.patronymic };
    case "date":
      return value.date;
    case "month":
      return { year: value.year, month: value.month, day: null };
    case "place":
      return { country: value.country, kato: value.kato, settlement: value.settlement, text: value.text };
    case "line":
      return value.line;
    default:
      return null;
  }
}

/** The value as the answer of a question of this type; null if it cannot be one. */
export function answerOfValue(type: string, value: ScalarValue): Answer | null {
  const made = answerValueOf(type, value);
  return made === null ? null : { state: "answered", value: made };
}

function answerValueOf(type: string, value: ScalarValue): AnswerValue | null {
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "string") {
    if (type === "single" || type === "code-list") return { kind: "code", code: value };
    return type === "text" ? { kind: "text", text: value } : null;
  }
  if (typeof value === "number") {
    if (type === "person-ref") return { kind: "line", line: value };
    return type === "number" ? { kind: "number", number: value } : null;
  }
  if ("year" in value) {
    if (type === "date") return { kind: "date", date: value };
    return type === "month" ? { kind: "month", year: value.year, month: value.month } : null;
  }
  if ("surname" in value) return { kind: "name", ...value };
  if ("country" in value) return { kind: "place", ...value };
  return { kind: "codes", codes: [...value] };
}
