// Where a text stops being JSON, and what a hand may have slipped on. The parser of the platform says a place only for some
// mistakes, and nobody finds a missing comma in three thousand lines without one.

/** What should have stood there, or the slip that is known by its looks. */
export type JsonProblem =
  | "value"
  | "name"
  | "colon"
  | "comma"
  | "end"
  | "text"
  | "trailing-comma"
  | "quotes"
  | "comment";

export interface JsonBreak {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly problem: JsonProblem;
}

const space = /[ \t\r\n]*/y;
const plainText = /"(?:[ !#-[\]-\uFFFF]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const plainValue = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

type Next = "value" | "name" | "colon" | "comma" | "end";

interface Reader {
  readonly text: string;
  at: number;
  next: Next;
  /** Right after an opening bracket its closing one may stand as well. */
  mayClose: boolean;
  /** Brackets that are open, in a list and not in calls: a file of two million of them has no end otherwise. */
  readonly open: ("{" | "[")[];
}

/** The first place at which the text is no JSON; null if it is. */
export function findJsonBreak(text: string): JsonBreak | null {
  const reader: Reader = { text, at: 0, next: "value", mayClose: false, open: [] };
  for (;;) {
    reader.at = endOf(space, text, reader.at) ?? reader.at;
    if (reader.at >= text.length) return reader.next === "end" ? null : breakAt(reader, reader.next);
    const problem = step(reader, text.charAt(reader.at));
    if (problem !== null) return breakAt(reader, problem);
  }
}

/** Reads one sign, text or value; says what is wrong if it cannot stand here. */
function step(reader: Reader, sign: string): JsonProblem | null {
  const { next } = reader;
  if ((sign === "}" || sign === "]") && (next === "comma" || reader.mayClose)) return close(reader, sign);
  reader.mayClose = false;
  switch (next) {
    case "name":
      if (sign !== '"') return slipOf(reader, sign) ?? "name";
      return readText(reader, "colon");
    case "colon":
      return sign === ":" ? pass(reader, "value") : (slipOf(reader, sign) ?? "colon");
    case "comma":
      if (sign !== ",") return slipOf(reader, sign) ?? "comma";
      return pass(reader, reader.open.at(-1) === "{" ? "name" : "value");
    case "value":
      return readValue(reader, sign);
    default:
      return slipOf(reader, sign) ?? "end";
  }
}

function pass(reader: Reader, next: Next): null {
  reader.at += 1;
  reader.next = next;
  return null;
}

function readValue(reader: Reader, sign: string): JsonProblem | null {
  if (sign === '"') return readText(reader, afterValue(reader));
  if (sign === "{" || sign === "[") {
    reader.open.push(sign);
    reader.mayClose = true;
    return pass(reader, sign === "{" ? "name" : "value");
  }
  const end = endOf(plainValue, reader.text, reader.at);
  if (end === null) return slipOf(reader, sign) ?? "value";
  reader.at = end;
  reader.next = afterValue(reader);
  return null;
}

function close(reader: Reader, sign: "}" | "]"): JsonProblem | null {
  const isOwn = reader.open.at(-1) === (sign === "}" ? "{" : "[");
  if (!isOwn) return reader.next;
  reader.open.pop();
  reader.mayClose = false;
  return pass(reader, afterValue(reader));
}

function afterValue(reader: Reader): Next {
  return reader.open.length === 0 ? "end" : "comma";
}

/** A text that is not closed breaks where its last allowed sign ends: at the line's end as a rule. */
function readText(reader: Reader, next: Next): JsonProblem | null {
  reader.at = endOf(plainText, reader.text, reader.at) ?? reader.at;
  return reader.text.charAt(reader.at) === '"' ? pass(reader, next) : "text";
}

function slipOf({ text, at, next }: Reader, sign: string): JsonProblem | null {
  if (sign === "/" || sign === "#") return "comment";
  if (/['`“”„«»‘’]/.test(sign)) return "quotes";
  const isAfterComma = (next === "name" || next === "value") && text.slice(0, at).trimEnd().endsWith(",");
  return isAfterComma && (sign === "}" || sign === "]") ? "trailing-comma" : null;
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? null : at + found[0].length;
}

function breakAt({ text, at }: Reader, problem: JsonProblem): JsonBreak {
  const before = text.slice(0, at);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: at - start + 1, problem };
}
