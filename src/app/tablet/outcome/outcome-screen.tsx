// T-15: the interview was not possible. A reason says what follows from it, and its buttons do just that.
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { lineNoteLimit, type AdministrationBasis, type LineOutcome, type RemovalReason } from "#fieldwork";
import type { PartialDate } from "#questionnaire";
import { errorSentence, getLocale, m } from "../../i18n/index.ts";
import { LimitedText } from "../../questions/limited-text.tsx";
import { Button, Dialog, Notice } from "../../ui/index.ts";
import { useClock, useReading, useTablet, type ListRow, type ListView, type TabletApi } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { InterviewFailure } from "../interview/interview-failure.tsx";
import { LeavingDay } from "../list/leaving-day.tsx";
import { PostponeDialog } from "../postpone/postpone-dialog.tsx";
import { usePractice } from "../practice/practice-context.ts";
import { Identity } from "../start-interview/identity.tsx";
import { basisText } from "../start-interview/source-text.ts";
import { Opening } from "../opening.tsx";
import { GivenCertificate } from "./given-certificate.tsx";
import { notInterviewedReasons, type NotInterviewedReason } from "./outcome-reasons.ts";
import { outcomeText } from "./outcome-text.ts";
import { startWithAdministration } from "./start-with-administration.ts";
import styles from "./outcome-screen.module.css";

const readList = async (tablet: TabletApi): Promise<ListView> => tablet.readList();

export function OutcomeScreen({ lineId }: { readonly lineId: string }) {
  const list = useReading(readList, ["list"]);
  const row = list.value?.rows.find((one) => one.lineId === lineId) ?? null;
  if (list.failure !== null) return <InterviewFailure error={{ type: "unexpected" }} onAgain={list.again} />;
  if (list.value !== null && row === null) {
    return <InterviewFailure error={{ type: "line-unknown" }} onAgain={list.again} />;
  }
  return (
    <TabletFrame isBleed back={{ label: m.int_back(), to: `/start/${lineId}` }} title={m.out_title()}>
      {row === null ? <Opening /> : <Reasons row={row} />}
    </TabletFrame>
  );
}

function Reasons({ row }: { readonly row: ListRow }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const isOpen = row.removed === null && row.outcome === null;
  const canClose = isOpen && (row.form.state === "not-started" || row.form.state === "being-filled");
  return (
    <div className={styles.page}>
      <Identity row={row} title={m.out_about()} />
      {canClose ? (
        <>
          <h2 className={styles.title}>{m.out_ask()}</h2>
          <ul className={styles.reasons}>
            {notInterviewedReasons.map((reason) => (
              <li key={reason.id}>
                <button
                  type="button"
                  className={styles.reason}
                  aria-labelledby={`reason-${reason.id}`}
                  aria-describedby={`leads-${reason.id}`}
                  aria-expanded={reason.id === chosen}
                  onClick={() => setChosen(reason.id === chosen ? null : reason.id)}
                >
                  <span className={styles.name} id={`reason-${reason.id}`}>
                    {reason.title()}
                  </span>
                  <span className={styles.leads} id={`leads-${reason.id}`}>
                    {reason.leads()}
                  </span>
                </button>
                {reason.id === chosen && <WhatFollows row={row} reason={reason} />}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Notice tone="info" title={m.out_closed_already()} />
      )}
    </div>
  );
}

const bases: readonly AdministrationBasis[] = ["document", "oral"];

function WhatFollows({ row, reason }: { readonly row: ListRow; readonly reason: NotInterviewedReason }) {
  const tablet = useTablet();
  const clock = useClock();
  const [, go] = useLocation();
  const [note, setNote] = useState("");
  const [isPostponing, setIsPostponing] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isPractice = usePractice() !== null;
  const { lineId } = row;

  /** One act at a time; a refusal is said and changes nothing. */
  const act = async (
    call: () => Promise<
      { readonly ok: true } | { readonly ok: false; readonly error: Parameters<typeof errorSentence>[0] }
    >,
    to: string,
  ): Promise<void> => {
    setIsBusy(true);
    try {
      const done = await call();
      if (done.ok) return go(to);
      setRefusal(errorSentence(done.error));
    } catch {
      setRefusal(m.int_not_recorded());
    }
    setIsBusy(false);
  };
  const close = (outcome: LineOutcome): void => void act(() => tablet.recordOutcome(lineId, outcome, note), "/");
  const takeOff = (removal: RemovalReason, leftOn: PartialDate | null): void =>
    void act(() => tablet.removePerson(lineId, removal, leftOn), "/list");
  const { administration, outcome, removal } = reason;
  const hasCertificate = outcome !== null && row.certificate !== null;

  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div className={styles.follows} ref={place}>
      <p className={styles.sentence}>{reason.follows()}</p>
      {isPractice && <p className={styles.sentence}>{m.practice_not_kept()}</p>}
      {refusal !== null && <Notice tone="err" title={refusal} />}
      {hasCertificate && <GivenCertificate row={row} />}
      {outcome !== null && <LimitedText label={m.out_note()} value={note} max={lineNoteLimit} onChange={setNote} />}
      <div className={styles.actions}>
        {reason.canPostpone && (
          <Button kind="secondary" isDisabled={isBusy} onPress={() => setIsPostponing(true)}>
            {m.post_action()}
          </Button>
        )}
        {removal !== null && (
          <Button
            kind="secondary"
            isDisabled={isBusy}
            onPress={() => (removal === "left" ? setIsLeaving(true) : takeOff(removal, null))}
          >
            {m.list_remove()}
          </Button>
        )}
        {administration !== null &&
          bases.map((basis) => (
            <Button
              key={basis}
              kind="primary"
              isDisabled={isBusy}
              onPress={() =>
                void act(
                  () =>
                    startWithAdministration(tablet, lineId, {
                      basis,
                      reason: administration,
                      language: getLocale(),
                      atMs: clock(),
                    }),
                  `/interview/${lineId}`,
                )
              }
            >
              {m.out_from_administration({ basis: basisText(basis) })}
            </Button>
          ))}
        {outcome !== null && (
          <Button
            kind={administration === null ? "primary" : "secondary"}
            isDisabled={isBusy || hasCertificate}
            onPress={() => close(outcome)}
          >
            {m.out_record({ outcome: outcomeText(outcome) })}
          </Button>
        )}
      </div>
      <Dialog title={m.list_remove()} isOpen={isLeaving} onClose={() => setIsLeaving(false)}>
        <LeavingDay
          isBusy={isBusy}
          onTakeOff={(leftOn) => takeOff("left", leftOn)}
          onKeep={() => setIsLeaving(false)}
        />
      </Dialog>
      <PostponeDialog
        lineId={lineId}
        isOpen={isPostponing}
        onClose={() => setIsPostponing(false)}
        onPostponed={() => go("/")}
      />
    </div>
  );
}
