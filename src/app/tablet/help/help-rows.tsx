// The rows of Help: a title that opens in place, with the explanation under it.
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { getLocale, m } from "../../i18n/index.ts";
import { Glyph } from "../../ui/index.ts";
import type { Explanation, ExplanationKind, HelpArticle, HelpQuestion } from "./help-entries.ts";
import { questionNumber } from "./question-number.ts";
import styles from "./help-rows.module.css";

interface ArticleRowProps {
  readonly article: HelpArticle;
  /** Help was opened at this one. */
  readonly isAsked?: boolean;
}

export function ArticleRow({ article, isAsked = false }: ArticleRowProps) {
  const locale = getLocale();
  return (
    <Row title={article.title[locale]} level="h3" isAsked={isAsked}>
      <ol className={styles.steps}>
        {article.steps.map((step) => (
          <li key={step.kk}>{step[locale]}</li>
        ))}
      </ol>
    </Row>
  );
}

interface QuestionRowProps {
  readonly question: HelpQuestion;
  /** Help was opened at this one: it is open, in sight and has the focus. */
  readonly isAsked: boolean;
}

export function QuestionRow({ question, isAsked }: QuestionRowProps) {
  const { id, text, explanations } = question;
  return (
    <Row title={text[getLocale()]} number={questionNumber(id)} level="h4" isAsked={isAsked}>
      {explanations.length === 0 && <p>{m.q_no_help()}</p>}
      {explanations.map((explanation) => (
        <ExplanationText key={`${explanation.kind} ${explanation.text.kk}`} explanation={explanation} />
      ))}
    </Row>
  );
}

function ExplanationText({ explanation }: { readonly explanation: Explanation }) {
  const { kind, text, field } = explanation;
  return (
    <p>
      <strong>
        {field !== null && `${field[getLocale()]} · `}
        {kindWord(kind)}.
      </strong>{" "}
      {text[getLocale()]}
    </p>
  );
}

interface RowProps {
  readonly title: string;
  readonly number?: string;
  readonly level: "h3" | "h4";
  readonly isAsked?: boolean;
  readonly children: ReactNode;
}

function Row({ title, number, level: Heading, isAsked = false, children }: RowProps) {
  const [isOpen, setIsOpen] = useState(isAsked);
  const bodyId = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    button.current?.scrollIntoView({ block: "start" });
    button.current?.focus({ preventScroll: true });
  }, [isAsked]);
  return (
    <div className={styles.row}>
      <Heading className={styles.title}>
        <button
          ref={button}
          type="button"
          className={styles.button}
          data-focus-inside
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {number !== undefined && <span className={styles.number}>{number}</span>}
          <span className={styles.words}>{title}</span>
          <span className={styles.turn}>
            <Glyph name="forward" />
          </span>
        </button>
      </Heading>
      {isOpen && (
        <div id={bodyId} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  );
}

function kindWord(kind: ExplanationKind): string {
  switch (kind) {
    case "read-aloud":
      return m.help_read_aloud();
    case "hint":
      return m.q_hint();
    case "why":
      return m.q_why();
    case "interviewer":
      return m.q_interviewer();
  }
}
