// The administration answers in the respondent's place: a new interview starts so, a begun one changes its source.
import type { AdministrationBasis, AdministrationReason, QuestionLanguage } from "#fieldwork";
import { ok, type Result } from "#questionnaire";
import type { InterviewOpenError, RecordEventsError, TabletApi } from "../../wiring/index.ts";

interface AdministrationStart {
  readonly basis: AdministrationBasis;
  readonly reason: AdministrationReason;
  /** The language of the questions where the interview is new. */
  readonly language: QuestionLanguage;
  readonly atMs: number;
}

export async function startWithAdministration(
  tablet: Pick<TabletApi, "openInterview" | "recordEvents">,
  lineId: string,
  { basis, reason, language, atMs }: AdministrationStart,
): Promise<Result<true, InterviewOpenError | RecordEventsError>> {
  const source = { kind: "administration", basis, reason } as const;
  const opened = await tablet.openInterview(lineId, { source, language });
  if (!opened.ok) return opened;
  const { interviewId, interview } = opened.value;
  if (interview.source.kind === "administration") return ok(true);
  // Who holds the tablet is put in by the worker.
  const changed = await tablet.recordEvents(interviewId, [{ type: "source-changed", source, atMs, by: "officer" }]);
  return changed.ok ? ok(true) : changed;
}
