// One field of digits that opens no keyboard of the system: the pad beside it and the physical digit keys fill it.
import { digitOfKey } from "../ui/index.ts";
import styles from "./digit-field.module.css";

interface DigitFieldProps {
  readonly labelledBy: string;
  readonly value: string;
  readonly unit?: string | undefined;
  readonly isWrong: boolean;
  /** One digit from a key, or several at once from handwriting. */
  readonly onType: (digits: string) => void;
  readonly onErase: () => void;
  readonly onEnter: () => void;
}

export function DigitField({ labelledBy, value, unit, isWrong, onType, onErase, onEnter }: DigitFieldProps) {
  return (
    <div className={styles.field}>
      <input
        className={styles.input}
        aria-labelledby={labelledBy}
        aria-invalid={isWrong}
        inputMode="none"
        autoComplete="off"
        data-first-focus
        value={value}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const digit = digitOfKey(event.code);
          if (digit !== null) onType(String(digit));
          else if (event.key === "Backspace") onErase();
          else if (event.key === "Enter") onEnter();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBeforeInput={(event) => {
          event.preventDefault();
          const typed = "data" in event && typeof event.data === "string" ? event.data : "";
          const digits = typed.replace(/\D/gu, "");
          if (digits !== "") onType(digits);
        }}
        onChange={() => undefined}
      />
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </div>
  );
}
