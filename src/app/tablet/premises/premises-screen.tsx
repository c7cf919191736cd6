// The form of the premises (F1 L01–L02 and F2), asked once in an institution: what it is, who answers, in which language.
// The questions themselves are asked on the screens of every interview.
import { useState } from "react";
import { Redirect, useLocation } from "wouter";
import type { Language } from "#questionnaire";
import type { SourceOfAnswers } from "#fieldwork";
import { getLocale, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { useReading, useTablet, type InterviewOpenError, type ListView, type TabletApi } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { InterviewFailure } from "../interview/interview-failure.tsx";
import { LanguageSegment } from "../interview/language-segment.tsx";
import { Opening } from "../opening.tsx";
import styles from "./premises-screen.module.css";

const readList = async (tablet: TabletApi): Promise<ListView> => tablet.readList();

/** A building answers for nobody: whoever keeps its papers does. */
const administration: SourceOfAnswers = { kind: "administration", basis: "document", reason: "other" };

export function PremisesScreen() {
  const tablet = useTablet();
  const [, go] = useLocation();
  const { value: list, failure } = useReading(readList, ["list"]);
  const [language, setLanguage] = useState<Language>(getLocale());
  const [error, setError] = useState<InterviewOpenError | { readonly type: "unexpected" } | null>(null);
  if (failure !== null) throw failure;
  if (error !== null) return <InterviewFailure error={error} onAgain={() => setError(null)} />;
  const premises = list?.premises ?? null;
  if (list !== null && premises === null) return <Redirect to="/" replace />;
  if (premises !== null && premises.form.state !== "not-started") {
    return <Redirect to={`/interview/${premises.lineId}`} replace />;
  }
  const start = async (lineId: string): Promise<void> => {
    const opened = await tablet.openInterview(lineId, { source: administration, language });
    if (opened.ok) go(`/interview/${lineId}`, { replace: true });
    else setError(opened.error);
  };
  return (
    <TabletFrame isBleed back={{ label: m.frame_home(), to: "/" }} title={m.premises_title()}>
      {premises === null ? (
        <Opening />
      ) : (
        <div className={styles.page}>
          <h1 className={styles.title}>{m.premises_title()}</h1>
          <p className={styles.words}>{m.premises_what()}</p>
          <p className={styles.words}>
            {m.premises_who()} {m.premises_once()}.
          </p>
          <LanguageSegment language={language} isLong onChange={setLanguage} />
          <div>
            <Button
              kind="primary"
              isMain
              isFirstFocus
              onPress={() => {
                start(premises.lineId).catch(() => setError({ type: "unexpected" }));
              }}
            >
              {m.int_start_begin()}
            </Button>
          </div>
        </div>
      )}
    </TabletFrame>
  );
}
