// T-08: who answers, in which language, and one sentence on secrecy to read aloud. Either source starts the interview.
import { useState } from "react";
import { useLocation } from "wouter";
import type { Language } from "#questionnaire";
import type { SourceOfAnswers } from "#fieldwork";
import { errorSentence, getLocale, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useClock, useReading, useTablet, type InterviewOpenError, type ListRow } from "../../wiring/index.ts";
import type { ListView, Reading, TabletApi } from "../../wiring/index.ts";
import { FormStatePill } from "../form-state-pill.tsx";
import { TabletFrame } from "../frame.tsx";
import { InterviewFailure } from "../interview/interview-failure.tsx";
import { LanguageSegment } from "../interview/language-segment.tsx";
import { outcomeText } from "../outcome/outcome-text.ts";
import { PostponeDialog } from "../postpone/postpone-dialog.tsx";
import { postponeReasonText, untilText } from "../postpone/postpone-text.ts";
import { CancelFormDialog } from "./cancel-form-dialog.tsx";
import { CancelledForms } from "./cancelled-forms.tsx";
import { Identity } from "./identity.tsx";
import { SourceChoice } from "./source-choice.tsx";
import styles from "./start-screen.module.css";

function readList(tablet: TabletApi): Promise<ListView> {
  return tablet.readList();
}

export function StartScreen({ lineId }: { readonly lineId: string }) {
  const tablet = useTablet();
  const [, go] = useLocation();
  const list = useReading(readList, ["list"]);
  const [language, setLanguage] = useState<Language>(getLocale());
  const [isPostponing, setIsPostponing] = useState(false);
  const [isCancelling, setIsCancelling] = useState(false);
  const [isStarting, setIsStarting] = useState(false);
  const [error, setError] = useState<Failure | null>(null);

  const start = async (source: SourceOfAnswers): Promise<void> => {
    setIsStarting(true);
    const opened = await tablet.openInterview(lineId, { source, language });
    if (opened.ok) return go(`/interview/${lineId}`, { replace: true });
    setIsStarting(false);
    setError(opened.error);
  };

  const row = list.value?.rows.find((one) => one.lineId === lineId) ?? null;
  const failure = error ?? failureOf(list, row);
  if (failure !== null) {
    const again = (): void => {
      setError(null);
      list.again();
    };
    return <InterviewFailure error={failure} onAgain={again} />;
  }
  return (
    <TabletFrame
      isBleed
      back={{ label: m.int_to_respondents(), to: "/respondents" }}
      title={row?.form.state === "being-filled" ? m.resp_actions() : m.int_who()}
    >
      <div className={styles.page}>
        {row === null ? <p role="status">{m.int_opening()}</p> : <Identity row={row} />}
        {row !== null && row.postponed !== null && <Postponed row={row} />}
        {row !== null && <CancelledForms row={row} />}
        {row !== null && row.outcome !== null ? (
          <Outcome row={row} />
        ) : row !== null && row.form.state !== "not-started" ? (
          <Button kind="primary" isMain onPress={() => go(`/interview/${lineId}`)}>
            {m.int_continue()}
          </Button>
        ) : (
          <>
            <div className={styles.readAloud}>
              <strong>{m.int_read_aloud({}, { locale: language })}</strong>{" "}
              <span lang={language}>{m.int_secrecy({}, { locale: language })}</span>
            </div>
            <LanguageSegment language={language} isLong onChange={setLanguage} />
            <h2 className={styles.title}>{m.int_who()}</h2>
            <SourceChoice
              current={null}
              isDisabled={row === null || isStarting}
              onChoose={(source) => {
                start(source).catch(() => setError({ type: "unexpected" }));
              }}
            />
          </>
        )}
        {row !== null && isToBeAsked(row) && (
          <div className={styles.others}>
            <Button kind="secondary" onPress={() => setIsPostponing(true)}>
              {m.post_action()}
            </Button>
            <Button kind="secondary" onPress={() => go(`/start/${lineId}/outcome`)}>
              {m.out_open()}
            </Button>
            {canCancel(row) && (
              <Button kind="secondary" onPress={() => setIsCancelling(true)}>
                {m.canc_action()}
              </Button>
            )}
          </div>
        )}
        {isCancelling && row !== null && row.interviewId !== null && (
          <CancelFormDialog interviewId={row.interviewId} onClose={() => setIsCancelling(false)} />
        )}
        <PostponeDialog
          lineId={lineId}
          isOpen={isPostponing}
          onClose={() => setIsPostponing(false)}
          onPostponed={() => go("/")}
        />
      </div>
    </TabletFrame>
  );
}

function isToBeAsked({ form, outcome }: ListRow): boolean {
  return outcome === null && (form.state === "not-started" || form.state === "being-filled");
}

/** What was sealed once is corrected, not cancelled. */
function canCancel({ form }: ListRow): boolean {
  return form.state === "being-filled" && form.rev === 1;
}

function Postponed({ row }: { readonly row: ListRow }) {
  const tablet = useTablet();
  const clock = useClock();
  const { lineId, postponed } = row;
  if (postponed === null) return null;
  const details = [postponed.reason === null ? "" : postponeReasonText(postponed.reason), postponed.note ?? ""];
  return (
    <Notice
      tone="info"
      title={m.post_until({ time: untilText(postponed, clock()) })}
      action={
        <Button kind="secondary" onPress={() => void tablet.takeUp(lineId)}>
          {m.post_put_away()}
        </Button>
      }
    >
      <p>{details.filter((part) => part !== "").join(" · ")}</p>
    </Notice>
  );
}

function Outcome({ row }: { readonly row: ListRow }) {
  const tablet = useTablet();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { lineId, outcome, form } = row;
  if (outcome === null) return null;
  const withdraw = async (): Promise<void> => {
    const done = await tablet.withdrawOutcome(lineId);
    setRefusal(done.ok ? null : errorSentence(done.error));
  };
  return (
    <>
      {refusal !== null && <Notice tone="err" title={refusal} />}
      <Notice
        tone="info"
        title={m.out_recorded({ outcome: outcomeText(outcome.outcome) })}
        action={
          <Button kind="secondary" onPress={() => void withdraw()}>
            {m.out_withdraw()}
          </Button>
        }
      >
        {outcome.note !== null && <p>{outcome.note}</p>}
        <p>{m.out_withdraw_hint()}</p>
      </Notice>
      <div>
        <FormStatePill state={form.state} />
      </div>
    </>
  );
}

type Failure = InterviewOpenError | { readonly type: "unexpected" };

function failureOf({ value, failure }: Reading<ListView>, row: ListRow | null): Failure | null {
  if (failure !== null) return { type: "unexpected" };
  if (value !== null && row === null) return { type: "line-unknown" };
  return row?.removed ? { type: "line-is-removed", number: row.number } : null;
}
