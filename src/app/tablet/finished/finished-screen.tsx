// T-13: the form is sealed and here, the certificate's number, the next person.
import { useCallback, useRef, type RefObject } from "react";
import { Redirect, useLocation, useSearch } from "wouter";
import { errorSentence, formatTime, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useReading, type ListView, type OpenedInterview, type TabletApi } from "../../wiring/index.ts";
import { FormStatePill } from "../form-state-pill.tsx";
import { TabletFrame } from "../frame.tsx";
import { wayBack } from "../interview/person-line.ts";
import { Opening } from "../opening.tsx";
import { usePractice } from "../practice/practice-context.ts";
import { wayOn } from "../way-on.ts";
import { CertificatePanel } from "./certificate-panel.tsx";
import styles from "./finished-screen.module.css";

export function FinishedScreen({ lineId }: { readonly lineId: string }) {
  const read = useCallback(
    async (tablet: TabletApi) => ({ opened: await tablet.openInterview(lineId), list: await tablet.readList() }),
    [lineId],
  );
  const { value, failure } = useReading(read, ["list", "delivery"]);
  const isFromRespondents = new URLSearchParams(useSearch()).has("respondents");
  if (failure !== null) throw failure;
  const opened = value?.opened.ok === true ? value.opened.value : null;
  if (opened !== null && opened.interview.state !== "finished") {
    return <Redirect to={`/interview/${lineId}`} replace />;
  }
  const back = isFromRespondents && opened !== null ? wayBack(opened) : { label: m.frame_home(), to: "/" };
  return (
    <TabletFrame back={back} title={m.fin_title()}>
      {value === null && <Opening />}
      {value?.opened.ok === false && (
        <div className={styles.page}>
          <Notice tone="err" title={errorSentence(value.opened.error)} />
        </div>
      )}
      {value !== null && opened !== null && <Finished opened={opened} list={value.list} />}
    </TabletFrame>
  );
}

interface FinishedProps {
  readonly opened: OpenedInterview;
  readonly list: ListView;
}

function Finished({ opened, list }: FinishedProps) {
  const isPractice = usePractice() !== null;
  const onward = useRef<HTMLButtonElement>(null);
  const given = list.rows.find((row) => row.lineId === opened.lineId)?.certificate ?? null;
  const { lineId, number, person, form } = opened;
  return (
    <div className={styles.page}>
      <h1>
        {m.fin_title()}: {number === null ? m.premises_title() : `№ ${number}`}
      </h1>
      <div className={styles.state}>
        <FormStatePill state={form.state} />
        {form.finishedAtMs !== null && (
          <p>{isPractice ? m.practice_not_kept() : m.fin_saved({ time: formatTime(form.finishedAtMs) })}</p>
        )}
      </div>
      {person !== null && (
        <CertificatePanel lineId={lineId} proposed={opened.certificateNumber} given={given} onward={onward} />
      )}
      <Onward list={list} button={onward} />
    </div>
  );
}

interface OnwardProps {
  readonly list: ListView;
  readonly button: RefObject<HTMLButtonElement | null>;
}

function Onward({ list, button }: OnwardProps) {
  const [, go] = useLocation();
  const after = wayOn(list.next);
  return (
    <div>
      <Button ref={button} kind="primary" isMain isFirstFocus onPress={() => go(after.to)}>
        {after.words}
      </Button>
    </div>
  );
}
