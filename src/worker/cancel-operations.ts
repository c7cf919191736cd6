// A begun form cancelled and restored, durably. Neither is sealed: the Department hears of forms that were finished.
import { CancelReason, lineNoteOf } from "#fieldwork";
import { ok } from "#questionnaire";
import type { TabletApi } from "./api.ts";
import { withCancelled, withRestored } from "./cancelling.ts";
import type { CancelError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import type { Session } from "./session.ts";

type CancelOperations = Pick<TabletApi, "cancelInterview" | "restoreInterview">;

export function createCancelOperations(host: Pick<TabletHost, "clock">, session: Session): CancelOperations {
  return {
    cancelInterview: async (interviewId, reason, note) => {
      const why = { reason: CancelReason.parse(reason), note: lineNoteOf(note) };
      return session.change<true, CancelError>((book) => {
        const facts = { atMs: host.clock.nowMs(), by: book.facts.enrolled.officer.id };
        const change = withCancelled(book, interviewId, why, facts);
        return change.ok ? ok({ ...change.value, value: true }) : change;
      });
    },
    restoreInterview: async (interviewId) =>
      session.change<true, CancelError>((book) => {
        const facts = { atMs: host.clock.nowMs(), by: book.facts.enrolled.officer.id };
        const change = withRestored(book, interviewId, facts);
        return change.ok ? ok({ ...change.value, value: true }) : change;
      }),
  };
}
