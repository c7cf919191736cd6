import type { ReactNode } from "react";
import styles from "./field-rows.module.css";

/** Terms and what is said of them, one pair a row. */
export function FieldRows({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.rows}>{children}</dl>;
}

interface FieldRowProps {
  readonly term: ReactNode;
  readonly children: ReactNode;
}

export function FieldRow({ term, children }: FieldRowProps) {
  return (
    <div className={styles.row}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
