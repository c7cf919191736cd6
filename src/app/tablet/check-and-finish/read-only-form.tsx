// A finished form: its answers can be looked at; correcting it opens its next revision, the sealed one stays what it is.
import { useState } from "react";
import { useLocation } from "wouter";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { useTablet } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { finishedAddress } from "../finished/finished-address.ts";
import { personLine, wayBack } from "../interview/person-line.ts";
import type { OpenInterviewPage } from "../interview/use-opened-interview.ts";
import { ReadBackList } from "./read-back-list.tsx";
import styles from "./check-screen.module.css";

interface ReadOnlyFormProps {
  readonly page: OpenInterviewPage;
  readonly onReopened: () => void;
}

export function ReadOnlyForm({ page, onReopened }: ReadOnlyFormProps) {
  const tablet = useTablet();
  const [, go] = useLocation();
  const [hasFailed, setHasFailed] = useState(false);
  const reopen = async (): Promise<void> => {
    const result = await tablet.reopenInterview(page.opened.interviewId);
    if (result.ok) onReopened();
    else setHasFailed(true);
  };
  return (
    <TabletFrame
      isBleed
      back={wayBack(page.opened)}
      title={personLine(page)}
      bottom={
        <div className={styles.bottom}>
          <p className={styles.why}>{hasFailed ? m.int_open_failed() : m.int_read_only()}</p>
          {page.opened.person !== null && (
            <Button kind="secondary" onPress={() => go(finishedAddress(page.opened.lineId))}>
              {m.fin_certificate_open()}
            </Button>
          )}
          <Button kind="secondary" onPress={() => void reopen().catch(() => setHasFailed(true))}>
            {m.int_reopen()}
          </Button>
        </div>
      }
    >
      <div className={styles.page}>
        <ReadBackList />
      </div>
    </TabletFrame>
  );
}
