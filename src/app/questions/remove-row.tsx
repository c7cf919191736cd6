// Taking a row out. A row with answers asks once more: what was in it does not come back.
import { useState } from "react";
import type { QuestionView, RowView } from "#questionnaire";
import { m } from "../i18n/index.ts";
import styles from "./roster-question.module.css";

export function RemoveRow({ row, onRemove }: { readonly row: RowView; readonly onRemove: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <button
        type="button"
        className={styles.remove}
        onClick={() => (row.fields.some(isGiven) ? setIsAsking(true) : onRemove())}
      >
        {m.q_remove_row()}
      </button>
    );
  }
  return (
    <span className={styles.asking} role="group" aria-label={m.q_remove_row_sure()}>
      {m.q_remove_row_sure()}
      <button type="button" className={styles.sure} onClick={onRemove} autoFocus>
        {m.q_remove_row_yes()}
      </button>
      <button type="button" className={styles.remove} onClick={() => setIsAsking(false)}>
        {m.q_remove_row_no()}
      </button>
    </span>
  );
}

/** Something was said here or in a field inside. */
export function isGiven({ answer, fields, rows }: QuestionView): boolean {
  if (answer.state !== "unanswered" && answer.state !== "proposed") return true;
  return fields.some(isGiven) || rows.some((row) => row.fields.some(isGiven));
}
