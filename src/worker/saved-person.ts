// What goes with a person of the list in the same change: whom he was told apart from, and what was half typed of him. The
// same on the tablet and in a practice.
import type { FieldworkError, LineEvent, LineFacts } from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import { mergeChanges, withLineEvent, withoutTyping, type BookChange, type LineLog, type WorkBook } from "./book.ts";

/** Of a person who was just added or corrected. */
interface Saving {
  readonly lineId: string;
  /** Whose form was typed in: the line, or null = the form of a new person. */
  readonly typedOf: string | null;
  readonly toldApartFrom: readonly string[];
}

/** The change that saves the person, with what goes with it: nothing stands half typed any more, and whom he was told apart from is kept. */
export function withSavedPerson<B extends WorkBook>(
  saved: BookChange<B>,
  { lineId, typedOf, toldApartFrom }: Saving,
  facts: LineFacts,
): Result<BookChange<B>, FieldworkError> {
  const left = withoutTyping(saved.book, typedOf);
  const told = withToldApart(left.book, lineId, toldApartFrom, facts);
  return told.ok ? ok(mergeChanges([saved, left, told.value], saved.book)) : told;
}

/** Takes the line off, and with it what was typed to correct it: of a line that is off the list nothing is corrected. */
export function withRemovedPerson<B extends WorkBook>(
  book: B,
  line: LineLog,
  event: Extract<LineEvent, { readonly type: "line-removed" }>,
): Result<BookChange<B>, FieldworkError> {
  const { lineId } = line.state;
  const removed = withLineEvent(book, lineId, line, event);
  if (!removed.ok) return removed;
  return ok(mergeChanges([removed.value, withoutTyping(removed.value.book, lineId)], book));
}

/** Says of two lines, on both, that they are two people. */
export function withTwoToldApart<B extends WorkBook>(
  book: B,
  lineId: string,
  other: string,
  facts: LineFacts,
): Result<BookChange<B>, FieldworkError | { readonly type: "line-unknown" }> {
  if (!book.linesById.has(lineId) || !book.linesById.has(other)) return err({ type: "line-unknown" });
  return withToldApart(book, lineId, [other], facts);
}

/** Of ids that name no line nothing is said. */
function withToldApart<B extends WorkBook>(
  book: B,
  lineId: string,
  others: readonly string[],
  facts: LineFacts,
): Result<BookChange<B>, FieldworkError> {
  const changes: BookChange<B>[] = [];
  let current = book;
  for (const other of others) {
    if (!book.linesById.has(lineId) || !book.linesById.has(other)) continue;
    for (const [on, from] of [
      [lineId, other],
      [other, lineId],
    ] as const) {
      const log = current.linesById.get(on);
      if (log === undefined) continue;
      const said = withLineEvent(current, on, log, { type: "line-told-apart", ...facts, from });
      if (!said.ok) return said;
      changes.push(said.value);
      current = said.value.book;
    }
  }
  return ok(mergeChanges(changes, book));
}
