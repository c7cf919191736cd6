import styles from "./progress-text.module.css";

interface ProgressTextProps {
  /** The whole sentence, with both numbers in it. */
  readonly text: string;
  readonly value: number;
  readonly max: number;
}

/** How far something is, in words; the bar beside it only repeats them. */
export function ProgressText({ text, value, max }: ProgressTextProps) {
  return (
    <div className={styles.progress} role="status">
      <span>{text}</span>
      <progress className={styles.bar} value={value} max={Math.max(max, 1)} aria-hidden="true" />
    </div>
  );
}
