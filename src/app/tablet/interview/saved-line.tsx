import { formatTime, m } from "../../i18n/index.ts";
import { usePractice } from "../practice/practice-context.ts";
import { useSession } from "./use-interview.ts";
import styles from "./saved-line.module.css";

/** "Saved on this tablet · 14:05", always in sight (ux principle 3). */
export function SavedLine() {
  const saving = useSession((session) => session.saving);
  const isPractice = usePractice() !== null;
  if (saving.state === "failed") return <p className={styles.failed}>✕ {m.int_not_saved()}</p>;
  if (isPractice) return <p className={styles.saved}>{m.practice_not_kept()}</p>;
  return (
    <p className={styles.saved} role="status" aria-live="off">
      {saving.state === "saved" ? m.int_saved({ time: formatTime(saving.atMs) }) : m.int_saving()}
    </p>
  );
}
