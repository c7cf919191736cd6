// The only hard stop of an interview: the answer is not on disk. It is kept in memory and written again on request; the
// other questions wait (T-09).
import { useEffect, useRef } from "react";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { useInterviewStore, useSession } from "./use-interview.ts";
import styles from "./save-failure.module.css";

export function SaveFailure() {
  const store = useInterviewStore();
  const problem = useSession(({ saving }) => (saving.state === "failed" ? saving.problem : null));
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  if (problem === null) return null;
  return (
    <div ref={panel} className={styles.failure} role="alert">
      <p>
        <strong>✕ {m.q_save_failed()}</strong>
      </p>
      <p>{reasonText(problem)}</p>
      <Button kind="primary" onPress={() => void store.retry()}>
        {m.q_save_retry()}
      </Button>
    </div>
  );
}

function reasonText(problem: string): string {
  switch (problem) {
    case "storage-full":
      return m.q_save_failed_full();
    case "locked":
      return m.q_save_failed_locked();
    case "storage-newer":
      return m.q_save_failed_newer();
    default:
      return m.q_save_failed_other();
  }
}
