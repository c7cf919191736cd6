// What a preview's form sent for one question, as an answer. The form holds parts by name: `P05|year`, `P05|month`.
import { unanswered, type Answer, type AnswerValue, type QuestionView } from "#questionnaire";

/** The parts of one question; a part can come several times (boxes). */
export type Parts = ReadonlyMap<string, readonly string[]>;

/** Parts by the question's path. Fields of another form than `path|part` are left out. */
export function partsByPath(fields: readonly (readonly [string, string])[]): ReadonlyMap<string, Parts> {
  const byPath = new Map<string, Map<string, string[]>>();
  for (const [name, value] of fields) {
    const bar = name.indexOf("|");
    if (bar < 1) continue;
    const path = name.slice(0, bar);
    const part = name.slice(bar + 1);
    const parts = byPath.get(path) ?? new Map<string, string[]>();
    byPath.set(path, parts);
    parts.set(part, [...(parts.get(part) ?? []), value.trim()]);
  }
  return byPath;
}

/** The answer, right or wrong: what is wrong with it the engine says. */
export function answerOfParts(view: QuestionView, parts: Parts): Answer {
  const state = one(parts, "state");
  if (state === "refused" || state === "unknown") return { state };
  if (state.startsWith("alternative:")) return { state: "alternative", code: state.slice("alternative:".length) };
  const value = valueOfParts(view, parts, state);
  return value === null ? unanswered : { state: "answered", value };
}

function one(parts: Parts, name: string): string {
  return parts.get(name)?.[0] ?? "";
}

function valueOfParts(view: QuestionView, parts: Parts, state: string): AnswerValue | null {
  const text = one(parts, "value");
  switch (view.definition.type) {
    case "single":
      return state.startsWith("code:") ? { kind: "code", code: state.slice("code:".length, 40) } : null;
    case "multi": {
      const codes = (parts.get("codes") ?? []).map((code) => code.slice(0, 32)).filter((code) => code !== "");
      return codes.length === 0 ? null : { kind: "codes", codes: codes.slice(0, 64) };
    }
    case "number": {
      const number = Number(text.replace(",", "."));
      return text === "" || !Number.isFinite(number) ? null : { kind: "number", number };
    }
    case "text":
      return text === "" ? null : { kind: "text", text: text.slice(0, 2_000) };
    case "name":
      return nameOfParts(parts);
    case "date":
    case "month":
      return dateOfParts(parts, view.definition.type);
    case "code-list": {
      if (text !== "") return { kind: "code", code: codeOf(text) };
      const other = one(parts, "other").slice(0, 500);
      return other === "" ? null : { kind: "other", text: other };
    }
    case "place":
      return placeOfParts(parts);
    case "person-ref": {
      const line = Number(text);
      return Number.isInteger(line) && line > 0 ? { kind: "line", line } : null;
    }
    default:
      return null;
  }
}

/** A suggestion is chosen as `KZ Қазақстан`: the code comes first. */
function codeOf(text: string): string {
  return (text.split(" ")[0] ?? "").slice(0, 32);
}

function nameOfParts(parts: Parts): AnswerValue | null {
  const [surname, given, patronymic] = [one(parts, "surname"), one(parts, "given"), one(parts, "patronymic")];
  if (surname + given + patronymic === "") return null;
  const short = (part: string): string => part.slice(0, 120);
  return {
    kind: "name",
    surname: short(surname),
    given: short(given),
    patronymic: patronymic === "" ? null : short(patronymic),
  };
}

/** Numbers no calendar has are no date at all; 31 February is one that the engine objects to. */
function dateOfParts(parts: Parts, type: "date" | "month"): AnswerValue | null {
  const whole = (name: string, from: number, to: number): number | null => {
    const number = Number(one(parts, name));
    return Number.isInteger(number) && number >= from && number <= to ? number : null;
  };
  const year = whole("year", 1800, 2200);
  const month = whole("month", 1, 12);
  if (year === null) return null;
  if (type === "month") return { kind: "month", year, month };
  return { kind: "date", date: { year, month, day: whole("day", 1, 31) } };
}

function placeOfParts(parts: Parts): AnswerValue | null {
  const country = codeOf(one(parts, "country"));
  const text = one(parts, "other").slice(0, 500);
  if (country.length !== 2) return text === "" ? null : { kind: "other", text };
  const kato = codeOf(one(parts, "kato"));
  const settlement = one(parts, "settlement");
  return {
    kind: "place",
    country,
    kato: kato.length === 9 ? kato : null,
    settlement: settlement === "urban" || settlement === "rural" ? settlement : null,
    text: text === "" ? null : text,
  };
}
