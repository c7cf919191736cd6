import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./list-row.module.css";

interface ListRowProps {
  readonly to: string;
  readonly number: string;
  readonly title: string;
  readonly detail?: string;
  readonly trailing?: ReactNode;
  /** Another way at the end of the row; `name` is what a screen reader says. */
  readonly second?: { readonly to: string; readonly label: string; readonly name: string };
}

/** One row of a list, 72 px; the whole of it is the link, but for a second way at its end. */
export function ListRow({ second, ...main }: ListRowProps) {
  if (second === undefined) return <MainLink {...main} />;
  return (
    <div className={styles.pair}>
      <MainLink {...main} />
      <Link href={second.to} className={styles.second ?? ""} aria-label={second.name} data-focus-inside>
        {second.label}
      </Link>
    </div>
  );
}

function MainLink({ to, number, title, detail, trailing }: Omit<ListRowProps, "second">) {
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
