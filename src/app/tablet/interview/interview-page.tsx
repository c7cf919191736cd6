// T-09 with an open interview: section panel, the questions of one section, bottom bar (W3).
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useQuestionSetting } from "../../questions/question-props.ts";
import { TabletFrame } from "../frame.tsx";
import { PostponeDialog } from "../postpone/postpone-dialog.tsx";
import { LanguageSegment, languageAfter } from "./language-segment.tsx";
import { personLine, wayBack } from "./person-line.ts";
import { QuestionBlock } from "./question-block.tsx";
import { neighbourSection, resumePath } from "./question-order.ts";
import { SavedLine } from "./saved-line.tsx";
import { SectionPanel } from "./section-panel.tsx";
import { SourceChip } from "./source-chip.tsx";
import { standingOf, useFixedLine, type StoodAt } from "./use-fixed-line.ts";
import { useHeldQuestion } from "./use-held-question.ts";
import { useInterviewStore, useSections, useSession } from "./use-interview.ts";
import { useInterviewKeys } from "./use-interview-keys.ts";
import { useInterviewWalk } from "./use-interview-walk.ts";
import type { OpenInterviewPage } from "./use-opened-interview.ts";
import { VersionNotice } from "./version-notice.tsx";
import styles from "./interview-page.module.css";

interface InterviewPageProps {
  readonly page: OpenInterviewPage;
  /** How many questions wait for an answer again after the interview was taken over to a new version; null where it was not. */
  readonly askedAgain: number | null;
  readonly onMoved: (askedAgain: number) => void;
}

export function InterviewPage({ page, askedAgain, onMoved }: InterviewPageProps) {
  const store = useInterviewStore();
  const { language } = useQuestionSetting();
  const sections = useSections();
  const [, go] = useLocation();
  const [isPostponing, setIsPostponing] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const stoodAt = useRef<StoodAt>(null);
  const isOfPerson = page.opened.person !== null;
  const checkAddress = `/interview/${page.opened.lineId}/check`;

  const walk = useInterviewWalk({
    store,
    start: useStart(page),
    beforeMove: (path) => {
      stoodAt.current = standingOf(scroller.current, path);
    },
    onPlace: rememberPlace,
    onEnd: () => go(checkAddress),
  });
  useFixedLine({ scroller, stoodAt, active: walk.active, moves: walk.moves });
  useHeldQuestion({ store, scroller, active: walk.active });
  const nextButton = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Nothing is left to ask in this section: the way on gets the focus.
    if (walk.active === null) nextButton.current?.querySelector("button")?.focus();
  }, [walk.active, walk.moves]);

  // The only hard stop: an answer that is not on disk (T-09).
  const isStuck = useSession(({ saving }) => saving.state === "failed");
  const section = sections.find(({ id }) => id === walk.sectionId) ?? null;
  const asked = sections.filter(({ relevant, paths }) => relevant && paths.length > 0);
  const isLast = section !== null && neighbourSection(sections, section, 1) === null;

  useInterviewKeys({ walk, onLanguage: () => void store.changeLanguage(languageAfter(store.session().language)) });

  return (
    <TabletFrame
      isLanguageHidden
      isBleed
      back={wayBack(page.opened)}
      title={personLine(page)}
      extra={
        <>
          {isOfPerson && <SourceChip section={section} />}
          <LanguageSegment language={language} onChange={(next) => void store.changeLanguage(next)} />
        </>
      }
      bottom={
        <div className={styles.bottom}>
          <SavedLine />
          <div className={styles.actions}>
            <Button kind="secondary" isDisabled={isStuck} onPress={walk.back}>
              {m.int_back()}
            </Button>
            {isOfPerson && (
              <Button kind="secondary" isDisabled={isStuck} onPress={() => setIsPostponing(true)}>
                {m.post_action()}
              </Button>
            )}
            <Button
              kind={isLast ? "primary" : "secondary"}
              isMain={isLast}
              isDisabled={isStuck}
              onPress={() => go(checkAddress)}
            >
              {m.int_check()}
            </Button>
            {!isLast && (
              <div ref={nextButton} className={styles.next}>
                <Button kind="primary" isMain isDisabled={isStuck} onPress={walk.nextSection}>
                  {m.int_next_section()}
                </Button>
              </div>
            )}
          </div>
        </div>
      }
    >
      <div className={styles.page}>
        <aside className={styles.aside} inert={isStuck}>
          <SectionPanel current={walk.sectionId} onJump={walk.jump} />
        </aside>
        <div className={styles.scroller} ref={scroller} data-scroller>
          <div className={styles.questions}>
            <VersionNotice page={page} onMoved={onMoved} />
            {askedAgain !== null && <Notice tone="ok" title={m.int_version_moved({ count: askedAgain })} />}
            {section !== null && (
              <h2 className={styles.title} lang={language}>
                {m.int_section_title(
                  { index: asked.findIndex(({ id }) => id === section.id) + 1, title: section.title[language] },
                  { locale: language },
                )}
              </h2>
            )}
            {section?.paths.map((path) => (
              <QuestionBlock
                key={path}
                path={path}
                isActive={path === walk.active}
                isLeaving={path === walk.leaving}
                isHeldBack={path === walk.heldBack}
                onActivate={walk.activate}
                onAnswer={walk.answer}
                onDone={walk.done}
              />
            ))}
            <div className={styles.room} />
          </div>
        </div>
      </div>
      <PostponeDialog
        lineId={page.opened.lineId}
        isOpen={isPostponing}
        onClose={() => setIsPostponing(false)}
        onPostponed={() => go("/")}
        onImpossible={() => go(`/start/${page.opened.lineId}/outcome`)}
      />
    </TabletFrame>
  );
}

/** The question to start at; read once, because the record changes under it. */
function useStart(page: OpenInterviewPage): string | null {
  const { store, opened } = page;
  const wanted = useSession(() => new URLSearchParams(window.location.search).get("at"));
  return resumePath(store.sections(), store.remaining(), opened.events, wanted);
}

/** The place stands in the address, without a new step in the history: a reload or a lock comes back to it. */
function rememberPlace(path: string | null): void {
  const { pathname } = window.location;
  window.history.replaceState(
    window.history.state,
    "",
    path === null ? pathname : `${pathname}?at=${encodeURIComponent(path)}`,
  );
}
