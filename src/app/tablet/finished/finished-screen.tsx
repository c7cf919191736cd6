// T-13: the form is sealed and here, the certificate's number, the next person.
import { useCallback } from "react";
import { Redirect, useLocation } from "wouter";
import { errorSentence, formatTime, m } from "../../i18n/index.ts";
import { Button, Notice, Panel } from "../../ui/index.ts";
import { useReading, type ListView, type TabletApi } from "../../wiring/index.ts";
import { FormStatePill } from "../form-state-pill.tsx";
import { TabletFrame } from "../frame.tsx";
import { Opening } from "../opening.tsx";
import { usePractice } from "../practice/practice-context.ts";
import styles from "./finished-screen.module.css";

export function FinishedScreen({ lineId }: { readonly lineId: string }) {
  const read = useCallback(
    async (tablet: TabletApi) => ({ opened: await tablet.openInterview(lineId), list: await tablet.readList() }),
    [lineId],
  );
  const { value, failure } = useReading(read, ["list", "delivery"]);
  const isPractice = usePractice() !== null;
  if (failure !== null) throw failure;
  if (value?.opened.ok === true && value.opened.value.interview.state !== "finished") {
    return <Redirect to={`/interview/${lineId}`} replace />;
  }
  return (
    <TabletFrame back={{ label: m.frame_home(), to: "/" }} title={m.fin_title()}>
      {value === null && <Opening />}
      {value?.opened.ok === false && (
        <div className={styles.page}>
          <Notice tone="err" title={errorSentence(value.opened.error)} />
        </div>
      )}
      {value?.opened.ok === true && (
        <div className={styles.page}>
          <h1>
            {m.fin_title()}:{" "}
            {value.opened.value.number === null ? m.premises_title() : `№ ${value.opened.value.number}`}
          </h1>
          <div className={styles.state}>
            <FormStatePill state={value.opened.value.form.state} />
            {value.opened.value.form.finishedAtMs !== null && (
              <p>
                {isPractice
                  ? m.practice_not_kept()
                  : m.fin_saved({ time: formatTime(value.opened.value.form.finishedAtMs) })}
              </p>
            )}
          </div>
          {value.opened.value.person !== null && <Certificate number={value.opened.value.certificateNumber} />}
          <Onward list={value.list} />
        </div>
      )}
    </TabletFrame>
  );
}

function Certificate({ number }: { readonly number: string | null }) {
  if (usePractice() !== null) return <p>{m.practice_certificate()}</p>;
  return (
    <Panel title={m.fin_certificate()}>
      {number !== null && <p className={styles.number}>{number}</p>}
      <p>{number === null ? m.fin_no_series() : m.fin_certificate_words()}</p>
    </Panel>
  );
}

function Onward({ list }: { readonly list: ListView }) {
  const [, go] = useLocation();
  const { next } = list;
  const after =
    next.type === "interview-next"
      ? { words: m.fin_next(), to: `/start/${next.lineId}` }
      : next.type === "continue" || next.type === "correct"
        ? { words: m.fin_next(), to: `/interview/${next.lineId}` }
        : next.type === "premises"
          ? { words: m.premises_step(), to: "/premises" }
          : next.type === "send"
            ? { words: m.home_send(), to: "/data" }
            : { words: m.frame_home(), to: "/" };
  return (
    <div>
      <Button kind="primary" isMain isFirstFocus onPress={() => go(after.to)}>
        {after.words}
      </Button>
    </div>
  );
}
