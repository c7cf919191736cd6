// T-08: who answers, in which language, and one sentence on secrecy to read aloud. Either source starts the interview.
import { useState } from "react";
import { useLocation } from "wouter";
import type { Language } from "#questionnaire";
import type { SourceOfAnswers } from "#fieldwork";
import { getLocale, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { useReading, useTablet, type InterviewOpenError, type ListRow } from "../../wiring/index.ts";
import type { ListView, Reading, TabletApi } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { InterviewFailure } from "../interview/interview-failure.tsx";
import { LanguageSegment } from "../interview/language-segment.tsx";
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
    <TabletFrame isBleed back={{ label: m.int_to_respondents(), to: "/respondents" }} title={m.int_who()}>
      <div className={styles.page}>
        {row === null ? <p role="status">{m.int_opening()}</p> : <Identity row={row} />}
        {row !== null && row.form.state !== "not-started" ? (
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
      </div>
    </TabletFrame>
  );
}

type Failure = InterviewOpenError | { readonly type: "unexpected" };

function failureOf({ value, failure }: Reading<ListView>, row: ListRow | null): Failure | null {
  if (failure !== null) return { type: "unexpected" };
  if (value !== null && row === null) return { type: "line-unknown" };
  return row?.removed ? { type: "line-is-removed", number: row.number } : null;
}
