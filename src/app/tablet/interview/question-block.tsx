// One question on the section page: folded to a line once answered, open otherwise, marked by the bar while it is the
// one being asked (W3).
import { memo, useCallback, useId, useRef, useState, type ReactNode } from "react";
import {
  questionText,
  textWithFills,
  type Answer,
  type AnswerPath,
  type Language,
  type QuestionView,
} from "#questionnaire";
import { m, useLocale } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { afterPointer } from "../../questions/after-pointer.ts";
import { AnswerArea } from "../../questions/answer-area.tsx";
import { useAnswerText } from "../../questions/answer-text.ts";
import { DoneButton } from "../../questions/done-button.tsx";
import { Findings } from "../../questions/findings.tsx";
import { useQuestionSetting, type Intent } from "../../questions/question-props.ts";
import { SecondLanguageContext, SecondWords } from "../../questions/second-language.tsx";
import { hasHardFinding, isAnswered, isOneTap } from "./answered.ts";
import { NoteEditor, OfficerReminder, QuestionHelp, QuestionMarks, QuestionTools } from "./question-tools.tsx";
import { topQuestion } from "./question-order.ts";
import { SaveFailure } from "./save-failure.tsx";
import { useFindingsInSight } from "./use-findings-in-sight.ts";
import { useInterviewStore, useLeftIn, useQuestion, useSession } from "./use-interview.ts";
import styles from "./question-block.module.css";

interface QuestionBlockProps {
  readonly path: AnswerPath;
  readonly isActive: boolean;
  /** Its answer was tapped and the next question is about to come. */
  readonly isLeaving: boolean;
  /** The officer wanted to go on although something in it must be corrected. */
  readonly isHeldBack?: boolean;
  readonly onActivate: (path: AnswerPath) => void;
  readonly onAnswer: (top: AnswerPath, path: AnswerPath, answer: Answer, intent: Intent) => void;
  readonly onDone: (top: AnswerPath) => void;
  /** The field it is opened for, inside a roster. */
  readonly startAt?: AnswerPath;
}

export const QuestionBlock = memo(function QuestionBlock(props: QuestionBlockProps) {
  const { second } = useQuestionSetting();
  return (
    <SecondLanguageContext value={props.isActive ? second : null}>
      <Block {...props} />
    </SecondLanguageContext>
  );
});

function Block(props: QuestionBlockProps) {
  const { path, isActive, isLeaving, isHeldBack = false, onActivate, onAnswer, onDone } = props;
  // Painted again when the interface's language changes: nothing above it would pass through `memo`.
  useLocale();
  const store = useInterviewStore();
  const view = useQuestion(path);
  const failedPath = useSession(({ saving }) => (saving.state === "failed" ? (saving.path ?? "") : null));
  const labelId = useId();
  const block = useRef<HTMLElement>(null);
  useFindingsInSight({ block, isActive, isHeldBack });
  const [shown, setShown] = useState<"nothing" | "help" | "note">("nothing");

  const isFolded = !isActive && isAnswered(view) && !hasHardFinding(view);
  const hasFailedHere = failedPath !== null && topQuestion(store.sections(), failedPath) === path;
  const toggle = useCallback(
    (panel: "help" | "note"): void => setShown((before) => (before === panel ? "nothing" : panel)),
    [],
  );

  return (
    // The section itself is not operated: the focus that comes into it only says which question is being asked.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={block}
      className={styles.block}
      data-path={path}
      data-active={isActive || undefined}
      data-folded={isFolded || undefined}
      aria-labelledby={labelId}
      aria-current={isActive ? "step" : undefined}
      tabIndex={-1}
      inert={failedPath !== null && !hasFailedHere}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || shown === "nothing") return;
        // What stands over the page closes itself.
        if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
        event.preventDefault();
        // What was written is kept when the focus leaves it.
        event.currentTarget.querySelector<HTMLElement>(`[data-tool=${shown}]`)?.focus();
        setShown("nothing");
      }}
      onFocus={() => {
        if (!isActive && !isFolded) afterPointer(() => onActivate(path));
      }}
    >
      <Heading view={view} labelId={labelId} isFolded={isFolded} onChange={() => onActivate(path)}>
        <QuestionTools path={path} shown={shown} onToggle={toggle} isBrief={isFolded} />
      </Heading>
      {shown === "help" && <QuestionHelp view={view} />}
      {shown !== "help" && !isFolded && <OfficerReminder view={view} />}
      {shown === "note" && <NoteEditor path={path} onClose={() => setShown("nothing")} />}
      {hasFailedHere && <SaveFailure />}
      {!isFolded && (
        <div className={styles.answer}>
          <AnswerArea
            view={view}
            labelId={labelId}
            isActive={isActive}
            isField={false}
            {...(props.startAt === undefined ? {} : { startAt: props.startAt })}
            onAnswer={(at, answer, intent) => onAnswer(path, at, answer, intent)}
            onDone={() => onDone(path)}
            onConfirm={(edit, at, reason) => void store.confirm(edit, at, reason)}
            onAddRow={store.addRow}
            onRemoveRow={(roster, row) => void store.removeRow(roster, row)}
          />
          {isActive && !isLeaving && isOneTap(view) && isAnswered(view) && (
            <DoneButton isDisabled={false} onDone={() => onDone(path)} />
          )}
        </div>
      )}
      <Findings
        findings={view.findings}
        onConfirm={(edit, at, reason) => void store.confirm(edit, at, reason)}
        onCorrect={isFolded ? () => onActivate(path) : null}
        isHeld={isActive}
        note={isHeldBack ? m.int_once_more() : null}
      />
    </section>
  );
}

interface HeadingProps {
  readonly view: QuestionView;
  readonly labelId: string;
  readonly isFolded: boolean;
  readonly onChange: () => void;
  readonly children: ReactNode;
}

function Heading({ view, labelId, isFolded, onChange, children }: HeadingProps) {
  const { language, person } = useQuestionSetting();
  const answerText = useAnswerText();
  const { readAloud } = view.definition;
  const textIn = (one: Language): string => questionText(view, one, person);
  const readAloudIn = (one: Language): string =>
    readAloud === undefined ? "" : textWithFills(readAloud, one, view.fills, person);
  return (
    <header className={styles.head}>
      <span className={styles.number}>{view.path}</span>
      <div className={styles.words} lang={language}>
        {readAloud !== undefined && !isFolded && (
          <p className={styles.readAloud}>
            <strong>{m.int_read_aloud({}, { locale: language })}</strong> {readAloudIn(language)}
            <SecondWords words={readAloudIn} />
          </p>
        )}
        <h3 id={labelId} className={styles.question}>
          {textIn(language)}
        </h3>
        <SecondWords words={textIn} />
        {isFolded && <p className={styles.given}>{answerText(view)}</p>}
        {isFolded && <QuestionMarks path={view.path} />}
      </div>
      {isFolded && (
        <>
          <Completeness view={view} />
          <Button kind="secondary" onPress={onChange} describedBy={labelId}>
            {m.q_change()}
          </Button>
        </>
      )}
      {/* Made anew: what stands beside a folded answer did not move there. */}
      <div key={isFolded ? "beside" : "head"} className={isFolded ? styles.beside : undefined}>
        {children}
      </div>
    </header>
  );
}

/** Done, or how much of it is left: a question of several fields folds before all of them are answered. */
function Completeness({ view }: { readonly view: QuestionView }) {
  const left = useLeftIn(view);
  if (left > 0) return <span className={styles.left}>{m.int_section_left({ count: left })}</span>;
  return (
    <span className={styles.tick} aria-hidden="true">
      ✓
    </span>
  );
}
