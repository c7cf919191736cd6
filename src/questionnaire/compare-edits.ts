// Whether a confirmation still speaks of the same thing: an edit is the same if its level, places, text and condition
// are, with everything the condition is calculated from. Any doubt makes it changed. Implements QL76.
import { namesIn } from "./check-texts.ts";
import type { Calculation, Edit, Question } from "./definition.ts";
import type { Fill } from "./fill-declaration.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { tokenize } from "./tokenize.ts";
import type { EditMove, QuestionMove } from "./version-map.ts";

/** Writes a name of an expression as the later version calls it; null where its answers become others. */
type Rename = (name: string) => string | null;

/** For each edit of the earlier version. */
export function compareEdits(
  earlier: Questionnaire,
  later: Questionnaire,
  questions: ReadonlyMap<string, QuestionMove>,
): ReadonlyMap<string, EditMove> {
  const laterById = new Map(later.edits.map((edit) => [edit.id, edit]));
  const before = namesOf(earlier);
  const after = namesOf(later);
  const rename: Rename = (name) => laterName(name, questions);
  const moves = new Map<string, EditMove>();
  for (const edit of earlier.edits) {
    const next = laterById.get(edit.id);
    const written = next === undefined ? null : writeDown(edit, before, rename);
    const isSame = next !== undefined && written !== null && written === writeDown(next, after, (name) => name);
    moves.set(edit.id, next === undefined ? "gone" : isSame ? "same" : "changed");
  }
  return moves;
}

/** The longest beginning that is a question decides, as when the expression is read (QL20). */
function laterName(name: string, questions: ReadonlyMap<string, QuestionMove>): string | null {
  const parts = name.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const move = questions.get(parts.slice(0, length).join("."));
    if (move === undefined) continue;
    const isOther = move.to === null || move.steps.length > 0;
    return isOther ? null : [move.to, ...parts.slice(length)].join(".");
  }
  return name;
}

/** What the names in an edit's condition and message stand for. */
interface NamesOf {
  readonly expressions: ReadonlyMap<string, readonly string[]>;
  readonly fills: ReadonlyMap<string, Fill>;
}

function namesOf(questionnaire: Questionnaire): NamesOf {
  const fills = questionnaire.files.flatMap((file) => file.fills ?? []);
  return { expressions: expressionsByName(questionnaire), fills: new Map(fills.map((fill) => [fill.id, fill])) };
}

/** Calculations of all rosters under their bare names: which of two is meant does not matter to a comparison of both. */
function expressionsByName({ files }: Questionnaire): ReadonlyMap<string, readonly string[]> {
  const inside = (question: Question): readonly Calculation[] => {
    if (question.type !== "roster") return [];
    return [...(question.calculations ?? []), ...question.fields.flatMap(inside)];
  };
  const calculations = files.flatMap((file) => [
    ...(file.calculations ?? []),
    ...file.sections.flatMap((section) => section.questions.flatMap(inside)),
  ]);
  const byName = new Map<string, readonly string[]>();
  for (const { id, expression } of calculations) byName.set(id, [...(byName.get(id) ?? []), expression]);
  return byName;
}

/** All that a confirmation of the edit depends on, as one text; null where a name in it has other answers now. */
function writeDown(edit: Edit, { expressions, fills }: NamesOf, rename: Rename): string | null {
  const lines: string[] = [];
  const shown = (edit.text === undefined ? [] : namesIn(edit.text)).map((name) => fills.get(name) ?? name);
  const open = [edit.when, ...shown.map((fill) => (typeof fill === "string" ? fill : fill.of))];
  // The value is compared with the other expressions, under its later names; the words as they are written.
  const words = shown.map((fill) => (typeof fill === "string" ? fill : { ...fill, of: "", forEach: "" }));
  const seen = new Set<string>();
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    const tokens = tokenize(source);
    if (!tokens.ok) return null;
    const line: string[] = [];
    for (const { kind, text } of tokens.value) {
      const word = kind === "name" ? rename(text) : text;
      if (word === null) return null;
      line.push(`${kind} ${word}`);
      for (const part of kind === "name" ? text.split(".") : []) {
        if (seen.has(part)) continue;
        seen.add(part);
        open.push(...(expressions.get(part) ?? []));
      }
    }
    lines.push(line.join(" "));
  }
  const places = [...edit.at, ...(edit.forEach === undefined ? [] : [edit.forEach])].map(rename);
  if (places.includes(null)) return null;
  return JSON.stringify([edit.level, places, edit.forEach === undefined, edit.text ?? null, words, lines.toSorted()]);
}
