// Values from outside as somebody writes them into the preview's form.
import {
  err,
  ok,
  type ContextEntry,
  type ContextRecord,
  type ExpressionValue,
  type InterviewStart,
  type Result,
} from "#questionnaire";

/** Plain words for plain values, JSON for the rest. */
export function contextText(context: InterviewStart["context"]): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(context).flatMap(([name, value]) => {
      if (value === undefined || value === null) return [];
      return [[name, typeof value === "string" ? value : JSON.stringify(value)] as const];
    }),
  );
}

/** An empty field is a value not given. What is of another type than declared the engine takes as unknown (QL8). */
export function readContextField(entry: ContextEntry, text: string): Result<ExpressionValue, "unreadable"> {
  if (text === "") return ok(null);
  switch (entry.type) {
    case "text":
    case "code":
      return ok(text);
    case "date":
      return text.startsWith("{") ? readJson(text) : ok(text);
    default:
      return readJson(text);
  }
}

function readJson(text: string): Result<ExpressionValue, "unreadable"> {
  try {
    const value: unknown = JSON.parse(text);
    return isExpressionValue(value) ? ok(value) : err("unreadable");
  } catch {
    return err("unreadable");
  }
}

/** Only so far as the engine needs: it looks at each value again. */
function isExpressionValue(value: unknown): value is ExpressionValue {
  if (Array.isArray(value)) return value.every((member) => typeof member === "string") || value.every(isRecord);
  return value === null || typeof value !== "object" || "year" in value || "surname" in value || "country" in value;
}

function isRecord(value: unknown): value is ContextRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
