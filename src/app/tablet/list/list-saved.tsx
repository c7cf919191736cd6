import { formatTime, m } from "../../i18n/index.ts";
import { usePractice } from "../practice/practice-context.ts";
import styles from "./list-saved.module.css";

/** "Saved on this tablet · 14:05", always in sight (ux principle 3, W2). Null = nothing was saved yet. */
export function ListSaved({ atMs }: { readonly atMs: number | null }) {
  const isPractice = usePractice() !== null;
  if (isPractice) return <p className={styles.saved}>{m.practice_not_kept()}</p>;
  if (atMs === null) return null;
  return (
    <p className={styles.saved} role="status" aria-live="off">
      {m.int_saved({ time: formatTime(atMs) })}
    </p>
  );
}
