// Rows that can be added and taken out; a row's number is never given again, what is shown is its place. Short rows stand
// open under each other. Long ones (a person with dozens of questions) are chosen from a list, and one is open: what is
// above the finger never moves, and a hundred rows cost no more than ten.
import type { QuestionView } from "#questionnaire";
import { m } from "../i18n/index.ts";
import { DoneButton } from "./done-button.tsx";
import type { QuestionProps } from "./question-props.ts";
import { RemoveRow } from "./remove-row.tsx";
import { RosterRows } from "./roster-rows.tsx";
import styles from "./roster-question.module.css";

/** Rows with more fields than this are shown one at a time. */
const shortRow = 4;

export function RosterQuestion(props: QuestionProps) {
  const { view, onDone, onAddRow, onRemoveRow, isField, renderField } = props;
  const { definition, path } = view;
  if (definition.type !== "roster") throw new Error(`not a roster: ${path}`);
  // Settled as a whole, its rows are set aside and have no fields to show; adding one brings them back (QL51).
  const rows = isSettled(view) ? [] : view.rows;
  const add =
    view.rows.length >= definition.maxRows ? (
      <p className={styles.full}>{m.q_rows_full({ max: definition.maxRows })}</p>
    ) : (
      <button type="button" className={styles.add} onClick={() => onAddRow(path)}>
        + {rows.length === 0 ? m.q_add_first_row() : m.q_add_row()}
      </button>
    );
  return (
    <div className={styles.rows}>
      {definition.fields.length > shortRow && rows.length > 0 ? (
        <RosterRows {...props} add={add} />
      ) : (
        <>
          {rows.map((row, index) => (
            <section key={row.path} className={styles.row} aria-label={m.q_row({ row: index + 1 })}>
              <header className={styles.rowHead}>
                <strong>{m.q_row({ row: index + 1 })}</strong>
                <RemoveRow row={row} onRemove={() => onRemoveRow(path, row.row)} />
              </header>
              {row.fields.filter(({ relevant }) => relevant).map(renderField)}
            </section>
          ))}
          {add}
        </>
      )}
      {!isField && rows.length > 0 && <DoneButton isDisabled={false} onDone={onDone} />}
    </div>
  );
}

function isSettled({ answer }: QuestionView): boolean {
  return answer.state !== "unanswered" && answer.state !== "answered";
}
