// Interviews of a practice: the same events, the same engine, the same check before finishing. Finishing here marks the
// form as practised; nothing is made of it that could be sent.
import { personQuestionnaire } from "#census";
import {
  CancelReason,
  lineNoteOf,
  QuestionLanguage,
  SourceOfAnswers,
  type InterviewEvent,
  type LineState,
} from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import type { TabletApi } from "../api.ts";
import { interviewOf, type InterviewLog } from "../book.ts";
import { withCancelled, withRestored } from "../cancelling.ts";
import { contextOf } from "../engine.ts";
import type { CancelError, FinishError, InterviewOpenError, ListChangeError, RecordEventsError } from "../errors.ts";
import { whatIsMissing } from "../finishing-check.ts";
import { buildFormStateView } from "../list-rows.ts";
import type { FinishedForm, InterviewStart, OpenedInterview } from "../list-view.ts";
import { buildNotesView } from "../notes-view.ts";
import { parsePageEvents } from "../page-events.ts";
import { startingEvent } from "../starting-event.ts";
import { personSubject } from "../subject.ts";
import { withInterviewWork, withTakeUp } from "../take-up.ts";
import { practiceOfficer, type PracticeBook, type PracticeMemory } from "./practice-book.ts";
import { noBatch } from "./practice-list.ts";
import { practiceVersion } from "./practice-version.ts";

type PracticeInterviews = Pick<
  TabletApi,
  | "openInterview"
  | "recordEvents"
  | "finishInterview"
  | "reopenInterview"
  | "moveInterviewForward"
  | "giveCertificate"
  | "takeBackCertificate"
  | "cancelInterview"
  | "restoreInterview"
  | "readNotes"
>;

export function createPracticeInterviews(memory: PracticeMemory): PracticeInterviews {
  const by = practiceOfficer;

  const start = (line: LineState, how: InterviewStart): Result<true, InterviewOpenError> =>
    memory.change<true, InterviewOpenError>((book) => {
      const { lineId } = line;
      const facts = memory.lineFacts(book);
      if (interviewOf(book, lineId) !== null) {
        const taken = withTakeUp({ book, records: [] }, lineId, facts);
        return taken.ok ? ok({ book: taken.value.book, value: true }) : taken;
      }
      const interview = memory.newId();
      const started = startingEvent(personSubject(line), {
        questionnaire: personQuestionnaire(),
        interview,
        source: SourceOfAnswers.parse(how.source),
        language: QuestionLanguage.parse(how.language),
        atMs: memory.nowMs(),
        by,
      });
      const log = { interviewId: interview, recordId: interview, lineId };
      const change = withInterviewWork(book, log, [started], facts);
      return change.ok ? ok({ book: change.value.book, value: true }) : change;
    });

  const open = (lineId: string, how?: InterviewStart): Result<OpenedInterview, InterviewOpenError> => {
    const line = memory.read().linesById.get(lineId)?.state;
    if (line === undefined) return err({ type: "line-unknown" });
    if (line.outcome !== null) return err({ type: "line-has-outcome", number: line.number });
    if (line.postponed !== null && how !== undefined) {
      const begun = start(line, how);
      return begun.ok ? open(lineId) : begun;
    }
    const log = interviewOf(memory.read(), lineId);
    if (log !== null) return ok(viewOf(memory.read(), log, line));
    if (line.removed !== null) return err({ type: "line-is-removed", number: line.number });
    if (how === undefined) return err({ type: "start-missing" });
    const started = start(line, how);
    return started.ok ? open(lineId) : started;
  };

  const append = (
    interviewId: string,
    eventsOf: (log: InterviewLog) => readonly InterviewEvent[],
  ): Result<InterviewLog, RecordEventsError> =>
    memory.change<InterviewLog, RecordEventsError>((book) => {
      const log = book.interviewsById.get(interviewId);
      if (log === undefined) return err({ type: "interview-unknown" });
      const { lineId } = log.state;
      const logged = { interviewId, recordId: interviewId, lineId };
      const change = withInterviewWork(book, logged, eventsOf(log), memory.lineFacts(book));
      if (!change.ok) return change;
      return ok({ book: change.value.book, value: change.value.book.interviewsById.get(interviewId) ?? log });
    });

  return {
    openInterview: async (lineId, how) => open(lineId, how),
    recordEvents: async (interviewId, given) => {
      const events = parsePageEvents(given, by);
      if (!events.ok) return events;
      const saved = append(interviewId, () => events.value);
      return saved.ok ? ok({ savedAtMs: memory.nowMs() }) : saved;
    },
    finishInterview: async (interviewId): Promise<Result<FinishedForm, FinishError>> => {
      const book = memory.read();
      const log = book.interviewsById.get(interviewId);
      const line = log === undefined ? undefined : book.linesById.get(log.state.lineId)?.state;
      if (log === undefined || line === undefined) return err({ type: "interview-unknown" });
      const missing = whatIsMissing(book, log, personSubject(line), practiceVersion());
      if (missing !== null) return err(missing);
      const finished = append(interviewId, () => [{ type: "interview-finished", atMs: memory.nowMs(), by }]);
      if (!finished.ok) return err({ type: "interview-unknown" });
      const { rev } = finished.value.state;
      return ok({ interviewId, rev, seq: noBatch, bid: "", certificateNumber: null });
    },
    reopenInterview: async (interviewId) => {
      const reopened = append(interviewId, ({ state }) => [
        { type: "interview-reopened", atMs: memory.nowMs(), by, rev: state.rev + 1 },
      ]);
      if (!reopened.ok) return reopened;
      const line = memory.read().linesById.get(reopened.value.state.lineId)?.state;
      if (line === undefined) return err({ type: "interview-unknown" });
      return ok(viewOf(memory.read(), reopened.value, line));
    },
    cancelInterview: async (interviewId, reason, note) =>
      memory.change<true, CancelError>((book) => {
        const why = { reason: CancelReason.parse(reason), note: lineNoteOf(note) };
        const change = withCancelled(book, interviewId, why, { atMs: memory.nowMs(), by });
        return change.ok ? ok({ book: change.value.book, value: true }) : change;
      }),
    restoreInterview: async (interviewId) =>
      memory.change<true, CancelError>((book) => {
        const change = withRestored(book, interviewId, { atMs: memory.nowMs(), by });
        return change.ok ? ok({ book: change.value.book, value: true }) : change;
      }),
    // Every interview of a practice begins and ends with the newest version.
    moveInterviewForward: async () => err({ type: "interview-version-other" }),
    // A practised form is nobody's: no paper is handed over for it (E123).
    giveCertificate: async (lineId) => noCertificate(memory.read(), lineId),
    takeBackCertificate: async (lineId) => noCertificate(memory.read(), lineId),
    readNotes: async () => buildNotesView(memory.read()),
  };
}

function noCertificate(book: PracticeBook, lineId: string): Result<never, ListChangeError> {
  const line = book.linesById.get(lineId)?.state;
  return err(line === undefined ? { type: "line-unknown" } : { type: "certificate-before-form", number: line.number });
}

function viewOf(book: PracticeBook, log: InterviewLog, line: LineState): OpenedInterview {
  return {
    interviewId: log.state.interview,
    lineId: line.lineId,
    number: line.number,
    person: line.person,
    events: log.events,
    interview: log.state,
    context: contextOf(book, personSubject(line), log.state, practiceVersion()),
    isBehind: false,
    form: buildFormStateView(log, null),
    certificateNumber: null,
  };
}
