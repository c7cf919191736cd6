// Context comes from outside — a list, another program, a sealed form — so each value is looked at once when it is set:
// what is not of the declared type is unknown, never an exception. Implements QL8.
import { PartialDate } from "./answer.ts";
import type { ContextEntry } from "./definition.ts";
import type { ScalarType } from "./expression-type.ts";
import type { ContextRecord, ExpressionValue, ScalarValue } from "./expression-value.ts";
import { isCalendarDate, parseDateText } from "./partial-date.ts";
import { unreachable } from "./result.ts";

/** The value as the entry declares it, or null. */
export function readContextValue(entry: ContextEntry, value: ExpressionValue | undefined): ExpressionValue {
  if (value === undefined || value === null) return null;
  if (entry.type !== "list") return isRecordList(value) ? null : readScalar(entry.type, value);
  if (!isRecordList(value)) return null;
  return value.map((record) => readRecord(entry.fields, record));
}

/** Marks are an array too; records are objects in it. */
function isRecordList(value: ExpressionValue): value is readonly ContextRecord[] {
  return Array.isArray(value) && value.every((member) => typeof member === "object" && member !== null);
}

function readRecord(fields: Extract<ContextEntry, { type: "list" }>["fields"], record: ContextRecord): ContextRecord {
  const read: Record<string, ScalarValue> = {};
  for (const [name, field] of Object.entries(fields)) {
    read[name] = readScalar(typeof field === "string" ? field : field.type, record[name] ?? null);
  }
  return read;
}

/** No conversion but one: a date may be written as text, because context crosses files and forms as plain values. */
function readScalar(type: ScalarType, value: ScalarValue): ScalarValue {
  switch (type) {
    case "boolean":
      return typeof value === "boolean" ? value : null;
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? value : null;
    case "line":
      return typeof value === "number" && Number.isInteger(value) ? value : null;
    case "text":
    case "code":
      return typeof value === "string" ? value : null;
    case "codes":
      return Array.isArray(value) && value.every((code) => typeof code === "string") ? value : null;
    case "date":
      return readDate(value);
    case "name":
      return typeof value === "object" && value !== null && "surname" in value ? value : null;
    case "place":
      return typeof value === "object" && value !== null && "country" in value ? value : null;
    default:
      return unreachable(type);
  }
}

function readDate(value: ScalarValue): PartialDate | null {
  if (typeof value === "string") return parseDateText(value);
  const date = PartialDate.safeParse(value);
  return date.success && isCalendarDate(date.data) ? date.data : null;
}
