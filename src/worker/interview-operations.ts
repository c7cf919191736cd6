// One interview: opened, saved event by event, finished, reopened. The page paints with its own engine; what counts is
// decided here, on the saved events.
import { newId } from "#protocol";
import { err, ok, type Questionnaire, type Result } from "#questionnaire";
import { buildFormLine, QuestionLanguage, SourceOfAnswers, type InterviewEvent } from "#fieldwork";
import { createOutbox, createSealedWork } from "#storage";
import type { OutboxEntry } from "#sync";
import type { TabletApi } from "./api.ts";
import { certificateOf } from "./certificate.ts";
import { interviewOf, listStateOf, withInterviewEvents, type Book, type InterviewLog } from "./book.ts";
import { formFactsById } from "./delivery-facts.ts";
import { contextOf, engineOf, formContextOf } from "./engine.ts";
import { whatIsMissing } from "./finishing-check.ts";
import type { FinishError, InterviewOpenError, MoveForwardError, RecordEventsError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import { lineFacts } from "./line-change.ts";
import { planMoveForward } from "./move-forward.ts";
import { buildFormStateView } from "./list-rows.ts";
import type { FinishedForm, InterviewStart, OpenedInterview } from "./list-view.ts";
import { parsePageEvents } from "./page-events.ts";
import { sealedChange } from "./sealed-change.ts";
import { sealLockName, type Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";
import { startingEvent } from "./starting-event.ts";
import { numberOf, subjectOf, type Subject } from "./subject.ts";
import { withInterviewWork, withTakeUp } from "./take-up.ts";

type InterviewOperations = Pick<
  TabletApi,
  "openInterview" | "recordEvents" | "finishInterview" | "reopenInterview" | "moveInterviewForward"
>;

interface MoveFacts {
  readonly lineId: string;
  readonly askedAgain: number;
}

/** What an interview is shown with. */
interface Opening {
  readonly log: InterviewLog;
  readonly subject: Subject;
  readonly questionnaire: Questionnaire;
}

export function createInterviewOperations(host: TabletHost, session: Session, sealer: Sealer): InterviewOperations {
  const sealedWork = createSealedWork(host.database);
  const outbox = createOutbox(host.database);

  const viewOf = (
    book: Book,
    { log, subject, questionnaire }: Opening,
    entries: readonly OutboxEntry[],
  ): OpenedInterview => ({
    interviewId: log.state.interview,
    lineId: subject.lineId,
    ...(subject.unit === "person"
      ? { number: subject.line.number, person: subject.line.person }
      : { number: null, person: null }),
    events: log.events,
    interview: log.state,
    context: contextOf(book, subject, log.state, { questionnaire, shelf: host.shelf }),
    isBehind: log.state.state === "being-filled" && questionnaire !== host.shelf.newest(subject.unit),
    form: buildFormStateView(log, formFactsById(entries, book.facts.enrolled.dev).get(log.state.interview) ?? null),
    certificateNumber: certificateFor(book, subject),
  });

  /** Starts the interview unless there is one; whoever says how has come back to a line that was put off. */
  const start = async (lineId: string, how: InterviewStart): Promise<Result<true, InterviewOpenError>> => {
    const source = SourceOfAnswers.parse(how.source);
    const language = QuestionLanguage.parse(how.language);
    return session.change<true, InterviewOpenError>((book) => {
      const facts = lineFacts(host, book);
      if (interviewOf(book, lineId) !== null) {
        const taken = withTakeUp({ book, records: [] }, lineId, facts);
        return taken.ok ? ok({ ...taken.value, value: true }) : taken;
      }
      const subject = subjectOf(book, lineId);
      if (subject === null) return err({ type: "line-unknown" });
      const interview = newId(host.random);
      const started = startingEvent(subject, {
        interview,
        questionnaire: host.shelf.newest(subject.unit),
        source,
        language,
        atMs: facts.atMs,
        by: facts.by,
      });
      const log = { interviewId: interview, recordId: newId(host.random), lineId };
      const change = withInterviewWork(book, log, [started], facts);
      return change.ok ? ok({ ...change.value, value: true }) : change;
    });
  };

  const open: InterviewOperations["openInterview"] = async (lineId, how) => {
    const book = await session.read();
    if (!book.ok) return book;
    const subject = subjectOf(book.value, lineId);
    if (subject === null) return err({ type: "line-unknown" });
    const line = subject.unit === "person" ? subject.line : null;
    if (line !== null && line.outcome !== null) return err({ type: "line-has-outcome", number: line.number });
    if (line !== null && line.postponed !== null && how !== undefined) {
      const begun = await start(lineId, how);
      return begun.ok ? open(lineId) : begun;
    }
    const log = interviewOf(book.value, lineId);
    if (log !== null) {
      const questionnaire = host.shelf.find(log.state.questionnaire);
      if (questionnaire === null) return err({ type: "version-missing" });
      const entries = await outbox.readEntries();
      return entries.ok ? ok(viewOf(book.value, { log, subject, questionnaire }, entries.value)) : entries;
    }
    if (line !== null && line.removed !== null) return err({ type: "line-is-removed", number: line.number });
    if (how === undefined) return err({ type: "start-missing" });
    const started = await start(lineId, how);
    return started.ok ? open(lineId) : started;
  };

  /** One change of an interview's log that is not sealing. */
  const append = async (
    interviewId: string,
    eventsOf: (log: InterviewLog, by: string) => Result<readonly InterviewEvent[], RecordEventsError>,
  ): Promise<Result<{ readonly savedAtMs: number }, RecordEventsError>> =>
    session.change<{ readonly savedAtMs: number }, RecordEventsError>((book) => {
      const log = book.interviewsById.get(interviewId);
      if (log === undefined) return err({ type: "interview-unknown" });
      if (host.shelf.find(log.state.questionnaire) === null) return err({ type: "version-missing" });
      const facts = lineFacts(host, book);
      const events = eventsOf(log, facts.by);
      if (!events.ok) return events;
      const { lineId } = log.state;
      const change = withInterviewWork(book, { interviewId, recordId: log.recordId, lineId }, events.value, facts);
      return change.ok ? ok({ ...change.value, value: { savedAtMs: host.clock.nowMs() } }) : change;
    });

  return {
    openInterview: open,

    recordEvents: async (interviewId, given) => {
      return append(interviewId, (_log, by) => parsePageEvents(given, by));
    },

    finishInterview: async (interviewId) =>
      host.locks.run(sealLockName, async () =>
        session.changeWith<FinishedForm, FinishError, never>(async (book) => {
          const log = book.interviewsById.get(interviewId);
          const subject = log === undefined ? null : subjectOf(book, log.state.lineId);
          const list = listStateOf(book);
          if (log === undefined || subject === null || list.state === "not-started") {
            return err({ type: "interview-unknown" });
          }
          const questionnaire = host.shelf.find(log.state.questionnaire);
          if (questionnaire === null) return err({ type: "version-missing" });
          const incomplete = whatIsMissing(book, log, subject, { questionnaire, shelf: host.shelf });
          if (incomplete !== null) return err(incomplete);
          const facts = lineFacts(host, book);
          const finished = withInterviewWork(
            book,
            { interviewId, recordId: log.recordId, lineId: subject.lineId },
            [{ type: "interview-finished", atMs: facts.atMs, by: facts.by }],
            facts,
          );
          if (!finished.ok) return finished;
          const after = finished.value.book.interviewsById.get(interviewId);
          if (after === undefined) return err({ type: "interview-unknown" });
          const form = buildFormLine(after.state, {
            list: list.list,
            line: numberOf(subject),
            answers: engineOf(
              questionnaire,
              contextOf(book, subject, after.state, { questionnaire, shelf: host.shelf }),
              after.state,
            ).exported(),
            context: formContextOf(book, subject, after.state, questionnaire),
          });
          if (!form.ok) return form;
          const vault = session.vault();
          if (vault === null) return err({ type: "locked" });
          const { rev } = after.state;
          const made = await sealer.seal(book.facts, vault.officer, [
            { kind: "forms", lines: [form.value], forms: [{ id: interviewId, rev }], listRev: null },
          ]);
          if (!made.ok) return made;
          const [batch] = made.value;
          if (batch === undefined) throw new Error("one job makes one batch");
          const { seq, bid } = batch.row.entry;
          const certificateNumber = certificateFor(book, subject);
          const value: FinishedForm = { interviewId, rev, seq, bid, certificateNumber };
          return ok(sealedChange({ ...finished.value, value }, made.value, { sealedWork, random: host.random }));
        }),
      ),

    moveInterviewForward: async (interviewId) => {
      const moved = await session.change<MoveFacts, MoveForwardError>((book) => {
        const log = book.interviewsById.get(interviewId);
        if (log === undefined) return err({ type: "interview-unknown" });
        const facts = { atMs: host.clock.nowMs(), by: book.facts.enrolled.officer.id };
        const event = planMoveForward(host.shelf, log.state, facts);
        if (!event.ok) return event;
        const change = withInterviewEvents(book, interviewId, [event.value], log.recordId);
        const { lineId } = log.state;
        return change.ok ? ok({ ...change.value, value: { lineId, askedAgain: event.value.askAgain.length } }) : change;
      });
      if (!moved.ok) return moved;
      const { lineId, askedAgain } = moved.value;
      const opened = await open(lineId);
      return opened.ok ? ok({ opened: opened.value, askedAgain }) : err(toRecordEventsError(opened.error));
    },

    reopenInterview: async (interviewId) => {
      const reopened = await append(interviewId, ({ state }, by) =>
        ok([{ type: "interview-reopened", atMs: host.clock.nowMs(), by, rev: state.rev + 1 }]),
      );
      if (!reopened.ok) return reopened;
      const book = await session.read();
      if (!book.ok) return book;
      const lineId = book.value.interviewsById.get(interviewId)?.state.lineId;
      const opened = lineId === undefined ? err({ type: "interview-unknown" } as const) : await open(lineId);
      return opened.ok ? opened : err(toRecordEventsError(opened.error));
    },
  };
}

/** People are given certificates; premises are not. */
function certificateFor({ facts }: Book, subject: Subject): string | null {
  return subject.unit === "person" ? certificateOf(facts, subject.line.number) : null;
}

/** A line that has an interview is known and was started: only the rest can be left of an opening's refusals. */
function toRecordEventsError(error: InterviewOpenError | { readonly type: "interview-unknown" }): RecordEventsError {
  switch (error.type) {
    case "line-unknown":
    case "start-missing":
    case "record-damaged":
      return { type: "interview-unknown" };
    default:
      return error;
  }
}
