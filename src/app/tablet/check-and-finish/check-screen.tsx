// T-12: every gap is decided while the person is still there. Three groups, each row opens in place; finishing seals the
// form and leads to the certificate.
import { useState } from "react";
import { useLocation } from "wouter";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { TabletFrame } from "../frame.tsx";
import { InterviewFailure } from "../interview/interview-failure.tsx";
import { InterviewProvider } from "../interview/interview-provider.tsx";
import { LanguageSegment } from "../interview/language-segment.tsx";
import { personLine } from "../interview/person-line.ts";
import { SavedLine } from "../interview/saved-line.tsx";
import { SourceChip } from "../interview/source-chip.tsx";
import { useBlocks, useInterviewStore, useSession } from "../interview/use-interview.ts";
import { useOpenedInterview, type OpenInterviewPage } from "../interview/use-opened-interview.ts";
import { PostponeDialog } from "../postpone/postpone-dialog.tsx";
import { FinishFailure } from "./finish-failure.tsx";
import { OpenMatters } from "./open-matters.tsx";
import { ReadBackList } from "./read-back-list.tsx";
import { ReadOnlyForm } from "./read-only-form.tsx";
import { useFinish } from "./use-finish.ts";
import styles from "./check-screen.module.css";

export function CheckScreen({ lineId }: { readonly lineId: string }) {
  const { loading, again } = useOpenedInterview(lineId);
  switch (loading.state) {
    case "loading":
      return (
        <TabletFrame back={{ label: m.int_back(), to: `/interview/${lineId}` }}>
          <p role="status">{m.int_opening()}</p>
        </TabletFrame>
      );
    case "failed":
      return <InterviewFailure error={loading.error} onAgain={again} />;
    case "open":
      return (
        <InterviewProvider page={loading.page}>
          {loading.page.opened.interview.state === "finished" ? (
            <ReadOnlyForm page={loading.page} onReopened={again} />
          ) : (
            <CheckPage page={loading.page} />
          )}
        </InterviewProvider>
      );
  }
}

function CheckPage({ page }: { readonly page: OpenInterviewPage }) {
  const store = useInterviewStore();
  const language = useSession((session) => session.language);
  const [, go] = useLocation();
  const [isReading, setIsReading] = useState(false);
  const [isPostponing, setIsPostponing] = useState(false);
  const blocks = useBlocks();
  const { lineId, person } = page.opened;
  const interviewAddress = `/interview/${lineId}`;
  const finish = useFinish(page, () => go(`${interviewAddress}/finished`));

  return (
    <TabletFrame
      isLanguageHidden
      isBleed
      back={{ label: m.int_back(), to: interviewAddress }}
      title={personLine(page)}
      extra={
        <>
          {person !== null && <SourceChip section={null} />}
          <LanguageSegment language={language} onChange={(next) => void store.changeLanguage(next)} />
        </>
      }
      bottom={
        <div className={styles.bottom}>
          <SavedLine />
          {blocks.length > 0 && (
            <p className={styles.why} id="why-not">
              {m.int_finish_blocked({ count: blocks.length })}
            </p>
          )}
          <div className={styles.actions}>
            <Button kind="secondary" onPress={() => go(interviewAddress)}>
              {m.int_back()}
            </Button>
            {person !== null && (
              <Button kind="secondary" onPress={() => setIsPostponing(true)}>
                {m.post_action()}
              </Button>
            )}
            <Button
              kind="primary"
              isMain
              isDisabled={blocks.length > 0 || finish.isRunning}
              {...(blocks.length > 0 ? { describedBy: "why-not" } : {})}
              onPress={finish.run}
            >
              {finish.isRunning ? m.int_finishing() : m.int_finish()}
            </Button>
          </div>
        </div>
      }
    >
      <div className={styles.page}>
        <div className={styles.head}>
          <div>
            <h1 className={styles.title}>{m.int_check_title()}</h1>
            <p className={styles.count}>{m.int_to_look({ count: blocks.length })}</p>
          </div>
          <Button kind="secondary" onPress={() => setIsReading(!isReading)}>
            {isReading ? m.int_read_back_hide() : m.int_read_back()}
          </Button>
        </div>
        {finish.error !== null && <FinishFailure error={finish.error} />}
        <OpenMatters blocks={blocks} />
        {isReading && <ReadBackList isCalled />}
      </div>
      <PostponeDialog
        lineId={lineId}
        isOpen={isPostponing}
        onClose={() => setIsPostponing(false)}
        onPostponed={() => go("/")}
        onImpossible={() => go(`/start/${lineId}/outcome`)}
      />
    </TabletFrame>
  );
}
