// A few choices of which exactly one holds, side by side; radio buttons underneath, so the arrow keys work.
import { useId } from "react";
import styles from "./segment.module.css";

export interface SegmentOption<V extends string> {
  readonly value: V;
  readonly label: string;
  /** The label's own language, where it is another than the page's. */
  readonly lang?: string;
}

interface SegmentProps<V extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly SegmentOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

export function Segment<V extends string>({ label, isLabelHidden = false, options, value, onChange }: SegmentProps<V>) {
  const name = useId();
  return (
    <div className={styles.segment} role="radiogroup" aria-label={label}>
      {!isLabelHidden && (
        <span className={styles.label} aria-hidden="true">
          {label}:
        </span>
      )}
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} lang={option.lang}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
