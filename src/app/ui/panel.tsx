import { useId, type ReactNode } from "react";
import styles from "./panel.module.css";

interface PanelProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** A card with a heading of its own. */
export function Panel({ title, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} {...(title === undefined ? {} : { "aria-labelledby": id })}>
      {title !== undefined && (
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
      )}
      {children}
    </section>
  );
}
