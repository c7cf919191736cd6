// T-02. Nothing personal is in the page while it shows: neither names nor counts by name nor the institution.
import { useEffect, useState } from "react";
import { errorSentence, m } from "../../i18n/index.ts";
import { CodeEntry, Notice } from "../../ui/index.ts";
import { useClock, useTablet, useTabletState, type UnlockError } from "../../wiring/index.ts";
import { QuietPage } from "../quiet-page.tsx";
import { forgetLockReason, readLockReason } from "./lock-reason.ts";
import { LockHelp } from "./lock-help.tsx";
import { OpeningProgressLine } from "./opening-progress-line.tsx";
import { useSecondsUntil } from "./use-seconds-until.ts";
import styles from "./lock-screen.module.css";

const codeDigits = 15;
const groupDigits = 5;

export function LockScreen({ retryAtMs }: { readonly retryAtMs: number | null }) {
  const tablet = useTablet();
  const { again } = useTabletState();
  const clock = useClock();
  const [code, setCode] = useState("");
  const [isOpening, setIsOpening] = useState(false);
  const [error, setError] = useState<UnlockError | null>(null);
  const [reason] = useState(readLockReason);
  const refusedUntilMs = error?.type === "wrong-code" || error?.type === "too-soon" ? error.retryAtMs : retryAtMs;
  const seconds = useSecondsUntil(refusedUntilMs, clock);

  const unlock = async (typed: string): Promise<void> => {
    setIsOpening(true);
    const result = await tablet.unlock(typed);
    if (result.ok) {
      forgetLockReason();
      return again();
    }
    setError(result.error);
    setCode("");
    setIsOpening(false);
  };
  useEffect(() => {
    // The fifteenth digit opens; a code typed while one had to wait opens when the wait ends. What is set before the
    // worker answers is that it was asked: an event of time, not of rendering.
    // oxlint-disable-next-line react/set-state-in-effect
    if (code.length === codeDigits && seconds === 0 && !isOpening) void unlock(code);
  });

  const problem = error === null ? null : errorSentence(error);
  return (
    <QuietPage title={m.lock_title()}>
      <CodeEntry
        label={m.lock_code()}
        padLabel={m.ui_digits()}
        eraseLabel={m.ui_erase()}
        size={codeDigits}
        group={groupDigits}
        value={code}
        isDisabled={isOpening}
        problem={problem}
        onChange={setCode}
      >
        {isOpening && <OpeningProgressLine />}
        {reason !== null && error === null && (
          <Notice tone="info" title={reason === "tries" ? m.pin_over_tries() : m.pin_over_time()} />
        )}
        {seconds > 0 && <Notice tone="local" title={m.lock_wait({ seconds })} />}
        <p className={styles.forgot}>{m.lock_forgot()}</p>
        <LockHelp />
      </CodeEntry>
    </QuietPage>
  );
}
