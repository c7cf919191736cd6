// Why a form did not open: what happened, what is safe, one thing to do (ux 2.1).
import { Link } from "wouter";
import type { InterviewOpenError } from "../../wiring/index.ts";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { TabletFrame } from "../frame.tsx";
import styles from "./save-failure.module.css";

type Failure = InterviewOpenError | { readonly type: "unexpected" };

interface InterviewFailureProps {
  readonly error: Failure;
  readonly onAgain: () => void;
}

export function InterviewFailure({ error, onAgain }: InterviewFailureProps) {
  const isRemoved = error.type === "line-is-removed";
  return (
    <TabletFrame back={{ label: m.int_to_respondents(), to: "/respondents" }}>
      <div className={styles.failure} role="alert">
        <p>
          <strong>{sentence(error)}</strong>
        </p>
        {error.type === "line-has-outcome" ? (
          <Link href="/respondents">{m.int_to_respondents()}</Link>
        ) : isRemoved ? (
          <Link href="/list">{m.int_to_list()}</Link>
        ) : (
          <Button kind="primary" onPress={onAgain}>
            {m.int_try_again()}
          </Button>
        )}
      </div>
    </TabletFrame>
  );
}

function sentence(error: Failure): string {
  switch (error.type) {
    case "line-is-removed":
      return m.int_removed_line();
    case "line-has-outcome":
      return m.err_line_has_outcome({ number: error.number });
    case "line-unknown":
      return m.int_line_unknown();
    case "version-missing":
      return m.int_version_missing();
    case "record-damaged":
      return m.int_open_damaged();
    case "locked":
      return m.q_save_failed_locked();
    case "storage-newer":
      return m.q_save_failed_newer();
    case "storage-full":
      return `${m.int_open_failed()} ${m.q_save_failed_full()}`;
    default:
      return m.int_open_failed();
  }
}
