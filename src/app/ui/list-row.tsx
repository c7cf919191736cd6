import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./list-row.module.css";

interface ListRowProps {
  readonly to: string;
  readonly number: string;
  readonly title: string;
  readonly detail?: string;
  readonly trailing?: ReactNode;
}

/** One row of a list, 72 px; the whole of it is the link. */
export function ListRow({ to, number, title, detail, trailing }: ListRowProps) {
  return (
    <Link href={to} className={styles.row ?? ""} data-focus-inside>
      <span className={styles.number}>{number}</span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </span>
      <span className={styles.trailing}>{trailing}</span>
    </Link>
  );
}
