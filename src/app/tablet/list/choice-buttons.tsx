// A few short answers side by side, 56 px each; tapping the chosen one again takes it back where that is allowed.
import { useId } from "react";
import styles from "./choice-buttons.module.css";

interface ChoiceButtonsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly value: T | null;
  readonly problem?: string | null;
  readonly onChange: (value: T) => void;
}

export function ChoiceButtons<T extends string>({
  label,
  options,
  value,
  problem = null,
  onChange,
}: ChoiceButtonsProps<T>) {
  const labelId = useId();
  const problemId = useId();
  return (
    <div
      className={styles.choice}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={problem === null ? undefined : problemId}
    >
      <span id={labelId} className={styles.label}>
        {label}
      </span>
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
