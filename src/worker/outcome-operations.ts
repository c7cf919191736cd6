// A line put off, taken up again, or closed without a form. An outcome is sealed like a form: event, batch, outbox row and
// chain in one transaction, so that no line is closed on the tablet alone.
import {
  lineNoteOf,
  LineOutcome,
  planOutcome,
  Postponement,
  type FieldworkError,
  type LineEvent,
  type LineFacts,
  type OutcomeLine,
} from "#fieldwork";
import { err, ok, type Result } from "#questionnaire";
import { createSealedWork } from "#storage";
import type { TabletApi } from "./api.ts";
import { listStateOf, withLineEvent, type LineLog } from "./book.ts";
import type { ListSealError } from "./errors.ts";
import type { TabletHost } from "./host.ts";
import { createLineChange, lineFacts } from "./line-change.ts";
import type { SealedOutcome } from "./list-view.ts";
import { sealedChange } from "./sealed-change.ts";
import { sealLockName, type Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";

type OutcomeOperations = Pick<TabletApi, "postpone" | "takeUp" | "recordOutcome" | "withdrawOutcome">;

export function createOutcomeOperations(host: TabletHost, session: Session, sealer: Sealer): OutcomeOperations {
  const sealedWork = createSealedWork(host.database);

  const changeLine = createLineChange(host, session);

  /** The event and the payload line that says the same. */
  const seal = async (
    lineId: string,
    eventOf: (line: LineLog, facts: LineFacts) => Result<LineEvent, FieldworkError>,
  ): Promise<Result<SealedOutcome, ListSealError>> =>
    host.locks.run(sealLockName, async () =>
      session.changeWith<SealedOutcome, ListSealError, never>(async (book) => {
        const line = book.linesById.get(lineId);
        const list = listStateOf(book);
        if (line === undefined || list.state === "not-started") return err({ type: "line-unknown" });
        const event = eventOf(line, lineFacts(host, book));
        if (!event.ok) return event;
        const change = withLineEvent(book, lineId, line, event.value);
        if (!change.ok) return change;
        const after = change.value.book.linesById.get(lineId)?.state;
        const vault = session.vault();
        if (after === undefined) return err({ type: "line-unknown" });
        if (vault === null) return err({ type: "locked" });
        const payload: OutcomeLine = {
          typ: "outcome",
          v: 1,
          list: list.list,
          lineId,
          line: after.number,
          rev: after.outcomeRev,
          outcome: after.outcome?.outcome ?? null,
          note: after.outcome?.note ?? null,
          atMs: host.clock.nowMs(),
        };
        const made = await sealer.seal(book.facts, vault.officer, [
          { kind: "forms", lines: [payload], forms: [{ id: lineId, rev: payload.rev }], listRev: null },
        ]);
        if (!made.ok) return made;
        const [batch] = made.value;
        if (batch === undefined) throw new Error("one job makes one batch");
        const value: SealedOutcome = { rev: payload.rev, seq: batch.row.entry.seq };
        return ok(sealedChange({ ...change.value, value }, made.value, { sealedWork, random: host.random }));
      }),
    );

  return {
    postpone: async (lineId, given) => {
      const postponement = Postponement.parse(given);
      return changeLine(lineId, (_line, facts) => ok({ type: "line-postponed", ...facts, postponement }));
    },
    takeUp: async (lineId) => changeLine(lineId, (_line, facts) => ok({ type: "line-taken-up", ...facts })),
    recordOutcome: async (lineId, outcome, note) => {
      const said = { outcome: LineOutcome.parse(outcome), note: lineNoteOf(note) };
      return seal(lineId, ({ state }, facts) => planOutcome(state, said, facts));
    },
    withdrawOutcome: async (lineId) =>
      seal(lineId, ({ state }, facts) => ok({ type: "outcome-withdrawn", ...facts, rev: state.outcomeRev + 1 })),
  };
}
