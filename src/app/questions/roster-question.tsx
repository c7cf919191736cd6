// Rows that can be added and taken out; a row's number is never given again, what is shown is its place.
import { m } from "../i18n/index.ts";
import { DoneButton } from "./done-button.tsx";
import type { QuestionProps } from "./question-props.ts";
import styles from "./composite-question.module.css";

export function RosterQuestion({ view, onDone, onAddRow, onRemoveRow, isField, renderField }: QuestionProps) {
  const { definition, rows, path } = view;
  if (definition.type !== "roster") throw new Error(`not a roster: ${path}`);
  const isFull = rows.length >= definition.maxRows;
  return (
    <div className={styles.fields}>
      {rows.map((row, index) => (
        <section key={row.path} className={styles.row} aria-label={m.q_row({ row: index + 1 })}>
          <header className={styles.rowHead}>
            <strong>{m.q_row({ row: index + 1 })}</strong>
            <button type="button" className={styles.remove} onClick={() => onRemoveRow(path, row.row)}>
              {m.q_remove_row()}
            </button>
          </header>
          {row.fields.filter(({ relevant }) => relevant).map(renderField)}
        </section>
      ))}
      {isFull ? (
        <p className={styles.full}>{m.q_rows_full({ max: definition.maxRows })}</p>
      ) : (
        <button type="button" className={styles.add} onClick={() => onAddRow(path)}>
          + {rows.length === 0 ? m.q_add_first_row() : m.q_add_row()}
        </button>
      )}
      {!isField && rows.length > 0 && <DoneButton isDisabled={false} onDone={onDone} />}
    </div>
  );
}
