// A few short answers side by side, 56 px each; tapping the chosen one again takes it back where that is allowed.
import { useId } from "react";
import styles from "./choice-buttons.module.css";

interface ChoiceButtonsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly value: T | null;
  /** Beside the label: where the value comes from. */
  readonly note?: string | null;
  readonly problem?: string | null;
  readonly onChange: (value: T) => void;
}

export function ChoiceButtons<T extends string>({
  label,
  options,
  value,
  note = null,
  problem = null,
  onChange,
}: ChoiceButtonsProps<T>) {
  const labelId = useId();
  const noteId = useId();
  const problemId = useId();
  const described = [note === null ? null : noteId, problem === null ? null : problemId].filter((id) => id !== null);
  return (
    <div
      className={styles.choice}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={described.length === 0 ? undefined : described.join(" ")}
      data-choice-missing={problem === null ? undefined : true}
    >
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        {note !== null && (
          <span id={noteId} className={styles.note}>
            {note}
          </span>
        )}
      </div>
      <div className={styles.buttons}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles.button}
            aria-pressed={option.value === value}
            onClick={() => onChange(option.value)}
          >
            {option.text}
          </button>
        ))}
      </div>
      {problem !== null && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
