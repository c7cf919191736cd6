// One thing to decide at T-12, in one line; opened, it is the question itself.
import type { ReactNode } from "react";
import { questionText, type AnswerPath, type Finding } from "#questionnaire";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { confirmFirst, findingText, type ConfirmFinding } from "../../questions/findings.tsx";
import { PermissionRequest } from "../../questions/permission-request.tsx";
import { useQuestionSetting } from "../../questions/question-props.ts";
import { specialsInOrder, specialText } from "../../questions/special-text.ts";
import { questionNumber } from "../help/question-number.ts";
import { QuestionBlock } from "../interview/question-block.tsx";
import { topQuestion } from "../interview/question-order.ts";
import { useInterviewStore, useQuestion, useSections } from "../interview/use-interview.ts";
import styles from "./open-matters.module.css";

export interface Matter {
  readonly key: string;
  readonly path: AnswerPath;
  /** Null where the answer is missing. */
  readonly finding: Finding | null;
}

interface MatterRowProps {
  readonly matter: Matter;
  readonly isSettled: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

export function MatterRow({ matter, isSettled, isOpen, onOpen, onClose }: MatterRowProps) {
  const { path, finding } = matter;
  const view = useQuestion(path);
  const { language, person } = useQuestionSetting();
  const words = finding === null ? questionText(view, language, person) : (findingText(finding) ?? "");
  return (
    <div className={styles.row} data-row={path}>
      <div className={styles.line}>
        <span className={styles.number}>
          {isSettled ? "✓ " : ""}
          {questionNumber(path)} <RowOf path={path} />
        </span>
        <p className={styles.words} lang={finding === null ? language : undefined}>
          {/* "Choose the settlement" says nothing without its question. */}
          {finding !== null && finding.problem !== null && (
            <span className={styles.asked} lang={language}>
              {questionText(view, language, person)}
            </span>
          )}
          {words}
        </p>
        <div className={styles.quick}>
          {!isOpen && <QuickAnswers matter={matter} />}
          <Button kind="secondary" onPress={isOpen ? onClose : onOpen}>
            {isOpen ? m.int_close_row() : finding === null ? m.int_answer_it() : m.q_correct()}
          </Button>
        </div>
      </div>
      {isOpen && <QuestionInPlace path={path} onClose={onClose} />}
    </div>
  );
}

/** Whose question it is, where there is a row for each: the place of the row, as the question shows it. */
function RowOf({ path }: { readonly path: AnswerPath }): ReactNode {
  const match = /^(.+?)\[(\d+)\]/u.exec(path);
  return match?.[1] === undefined ? null : <RowPlace roster={match[1]} row={Number(match[2])} />;
}

function RowPlace({ roster, row }: { readonly roster: AnswerPath; readonly row: number }): ReactNode {
  const { rows } = useQuestion(roster);
  return m.q_row({ row: rows.findIndex((one) => one.row === row) + 1 });
}

function QuickAnswers({ matter }: { readonly matter: Matter }): ReactNode {
  const store = useInterviewStore();
  const view = useQuestion(matter.path);
  const { language, person } = useQuestionSetting();
  const { finding, path } = matter;
  if (finding === null) {
    return specialsInOrder(view.specials).map(({ state }) => (
      <Button key={state} kind="quiet" onPress={() => void store.give(path, { state })}>
        {specialText(view, state, language, person)}
      </Button>
    ));
  }
  const confirm: ConfirmFinding = (edit, at, reason) => void store.confirm(edit, at, reason);
  if (finding.level === "critical") {
    return <PermissionRequest onAsk={(reason) => confirmFirst(finding, confirm, reason)} />;
  }
  if (finding.level !== "soft") return null;
  return (
    <Button kind="secondary" onPress={() => confirmFirst(finding, confirm)}>
      {m.q_yes_right()}
    </Button>
  );
}

interface QuestionInPlaceProps {
  readonly path: AnswerPath;
  readonly onClose: () => void;
}

function QuestionInPlace({ path, onClose }: QuestionInPlaceProps) {
  const store = useInterviewStore();
  const top = topQuestion(useSections(), path);
  if (top === null) return null;
  return (
    <QuestionBlock
      path={top}
      startAt={path}
      isActive
      isLeaving={false}
      onActivate={() => undefined}
      onAnswer={(_top, at, answer, intent) => {
        const saved = store.give(at, answer);
        const isWhole = intent === "next" || (intent === "next-if-clear" && at === top);
        if (isWhole) void saved.then((isSaved) => (isSaved ? onClose() : undefined));
      }}
      onDone={onClose}
    />
  );
}
