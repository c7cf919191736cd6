// T-02 while the worker lives: six digits, and the page stands where it was left. Nothing personal is in it meanwhile.
import { useEffect, useState } from "react";
import { errorSentence, m } from "../../i18n/index.ts";
import { Button, CodeEntry } from "../../ui/index.ts";
import { usePageActions, useTablet, useTabletState, type QuickUnlockError } from "../../wiring/index.ts";
import { QuietPage } from "../quiet-page.tsx";
import { noteLockReason } from "./lock-reason.ts";
import { LockHelp } from "./lock-help.tsx";
import { OpeningProgressLine } from "./opening-progress-line.tsx";
import styles from "./lock-screen.module.css";

export const pinDigits = 6;

export function QuickLockScreen({ attemptsLeft }: { readonly attemptsLeft: number }) {
  const tablet = useTablet();
  const { again } = useTabletState();
  const { lockFully } = usePageActions();
  const [pin, setPin] = useState("");
  const [isOpening, setIsOpening] = useState(false);
  const [error, setError] = useState<QuickUnlockError | null>(null);
  const left = error?.type === "wrong-pin" ? error.attemptsLeft : attemptsLeft;

  const open = async (typed: string): Promise<void> => {
    setIsOpening(true);
    const result = await tablet.unlockQuickly(typed);
    if (result.ok) return again();
    if (result.error.type === "pin-over") {
      noteLockReason(left <= 1 ? "tries" : "time");
      return lockFully();
    }
    setError(result.error);
    setPin("");
    setIsOpening(false);
  };
  useEffect(() => {
    // The sixth digit opens; that the worker was asked is set by time, not by rendering.
    // oxlint-disable-next-line react/set-state-in-effect
    if (pin.length === pinDigits && !isOpening) void open(pin);
  });

  return (
    <QuietPage title={m.lock_title()}>
      <CodeEntry
        label={m.pin_label()}
        padLabel={m.ui_digits()}
        eraseLabel={m.ui_erase()}
        size={pinDigits}
        group={pinDigits}
        value={pin}
        covers="all"
        isDisabled={isOpening}
        problem={error === null ? null : errorSentence(error)}
        onChange={setPin}
      >
        {isOpening && <OpeningProgressLine />}
        {error === null && <p>{m.pin_left({ n: left })}</p>}
        <p className={styles.forgot}>{m.pin_here()}</p>
        <div className={styles.ways}>
          <Button kind="secondary" onPress={lockFully}>
            {m.pin_use_code()}
          </Button>
          <LockHelp />
        </div>
      </CodeEntry>
    </QuietPage>
  );
}
