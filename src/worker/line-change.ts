// One event more in the log of a line, with what is common to all of them. Nothing is sealed.
import { listRevision, type FieldworkError, type LineEvent, type LineFacts } from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import { listStateOf, withLineEvent, type Book, type LineLog } from "./book.ts";
import type { ListChangeError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import type { Session } from "./session.ts";

/** The facts of an event that happens now. */
export function lineFacts({ clock }: Pick<TabletHost, "clock">, book: Book): LineFacts {
  return { atMs: clock.nowMs(), by: book.facts.enrolled.officer.id, listRev: listRevision(listStateOf(book)) };
}

export type ChangeLine = (
  lineId: string,
  eventOf: (line: LineLog, facts: LineFacts, book: Book) => Result<LineEvent, FieldworkError>,
) => Promise<Result<true, ListChangeError>>;

/** Appends the event durably, or nothing where it is refused. */
export function createLineChange(host: Pick<TabletHost, "clock">, session: Session): ChangeLine {
  return async (lineId, eventOf) =>
    session.change<true, ListChangeError>((book) => {
      const line = book.linesById.get(lineId);
      if (line === undefined) return err({ type: "line-unknown" });
      const event = eventOf(line, lineFacts(host, book), book);
      if (!event.ok) return event;
      const change = withLineEvent(book, lineId, line, event.value);
      return change.ok ? ok({ ...change.value, value: true }) : change;
    });
}
