import type { FinishError } from "../../wiring/index.ts";
import { m } from "../../i18n/index.ts";
import styles from "../interview/save-failure.module.css";

interface FinishFailureProps {
  readonly error: FinishError | { readonly type: "unexpected" };
}

/** Why the form was not finished: what happened, what is safe, what to do. */
export function FinishFailure({ error }: FinishFailureProps) {
  return (
    <div className={styles.failure} role="alert">
      <p>
        <strong>✕ {m.int_finish_failed()}</strong>
      </p>
      <p>{reason(error)}</p>
    </div>
  );
}

function reason(error: FinishFailureProps["error"]): string {
  switch (error.type) {
    case "form-incomplete":
      return m.int_finish_blocked({ count: error.findings.length + error.remaining.length });
    case "storage-full":
      return m.q_save_failed_full();
    case "locked":
      return m.q_save_failed_locked();
    case "storage-newer":
      return m.q_save_failed_newer();
    case "seal-failed":
    case "no-seal-key":
      return m.int_finish_seal();
    default:
      return m.q_save_failed_other();
  }
}
