// Long rows: a list of all of them with what is known and what is left, and the one that is open under it.
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { AnswerPath, RowView } from "#questionnaire";
import { m } from "../i18n/index.ts";
import { useAnswerText } from "./answer-text.ts";
import type { QuestionProps } from "./question-props.ts";
import { isGiven, RemoveRow } from "./remove-row.tsx";
import styles from "./roster-question.module.css";

interface RosterRowsProps extends QuestionProps {
  /** What adds a row; stands under the list. */
  readonly add: ReactNode;
}

export function RosterRows({ view, onRemoveRow, renderField, add, startAt }: RosterRowsProps) {
  const { rows, path, definition } = view;
  const summaryFields = useMemo(
    () => (definition.type === "roster" ? definition.fields.slice(0, fieldsAskedForSummary).map(({ id }) => id) : []),
    [definition],
  );
  const [chosen, setChosen] = useState<number | null>(
    () => (rowAt(rows, startAt) ?? rows.find(({ unansweredCount }) => unansweredCount > 0) ?? rows[0])?.row ?? null,
  );
  const [before, setBefore] = useState(rows.length);
  const heading = useRef<HTMLHeadingElement>(null);
  const turns = useRef(0);

  // A row that was just added is the one to be filled.
  if (rows.length !== before) {
    setBefore(rows.length);
    if (rows.length > before) setChosen(rows.at(-1)?.row ?? null);
  }
  const found = rows.findIndex(({ row }) => row === chosen);
  const index = found === -1 ? 0 : found;
  const open = rows[index];

  const turnTo = useCallback((row: number): void => {
    turns.current += 1;
    setChosen(row);
  }, []);
  const turnBy = (step: number): void => {
    const next = rows[index + step];
    if (next !== undefined) turnTo(next.row);
  };
  useEffect(() => {
    // Whoever turned to another row begins at its head; the first one shown takes no focus from the question.
    if (turns.current > 0) heading.current?.focus();
  }, [chosen]);
  if (open === undefined) return null;

  return (
    <>
      <ol className={styles.list} aria-label={m.q_rows()}>
        {rows.map((row, place) => (
          <RowButton
            key={row.path}
            summaryFields={summaryFields}
            row={row}
            place={place}
            isOpen={place === index}
            onOpen={turnTo}
          />
        ))}
      </ol>
      {add}
      <section className={styles.row} aria-label={m.q_row({ row: index + 1 })}>
        <header className={styles.rowHead}>
          <h4 className={styles.heading} ref={heading} tabIndex={-1}>
            {m.q_row({ row: index + 1 })}
          </h4>
          <RemoveRow key={open.path} row={open} onRemove={() => onRemoveRow(path, open.row)} />
        </header>
        {open.fields.filter(({ relevant }) => relevant).map(renderField)}
        <footer className={styles.turn}>
          <button type="button" className={styles.turnTo} disabled={index === 0} onClick={() => turnBy(-1)}>
            {m.q_row_previous()}
          </button>
          <button
            type="button"
            className={styles.turnTo}
            disabled={index === rows.length - 1}
            onClick={() => turnBy(1)}
          >
            {m.q_row_next()}
          </button>
        </footer>
      </section>
    </>
  );
}

function rowAt(rows: readonly RowView[], startAt: AnswerPath | undefined): RowView | undefined {
  return startAt === undefined ? undefined : rows.find(({ path }) => startAt.startsWith(`${path}.`));
}

interface RowButtonProps {
  /** Ids of the fields that may tell who or what it is; the first ones of the row. */
  readonly summaryFields: readonly string[];
  readonly row: RowView;
  readonly place: number;
  readonly isOpen: boolean;
  readonly onOpen: (row: number) => void;
}

/** A row is the same object while nothing in it changes (QL59): an answer paints its own row's button and no other. */
const RowButton = memo(function RowButton({ summaryFields, row, place, isOpen, onOpen }: RowButtonProps) {
  const answerText = useAnswerText();
  const left = row.unansweredCount;
  const known = summaryFields
    .map((id) => row.field(id))
    .filter((field) => field.relevant && isGiven(field))
    .slice(0, fieldsInSummary);
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={isOpen ? "true" : undefined}
        onClick={() => onOpen(row.row)}
      >
        <strong>{m.q_row({ row: place + 1 })}</strong>
        <span className={styles.summary}>{known.map(answerText).join(", ")}</span>
        <span className={styles.left}>{left === 0 ? "✓" : m.q_row_left({ count: left })}</span>
      </button>
    </li>
  );
});

const fieldsInSummary = 2;
const fieldsAskedForSummary = 4;
