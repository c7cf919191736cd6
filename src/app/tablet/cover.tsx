// What stands over a screen when somebody walks in (ux 3.11, R-12): the product's name, the time and the day, and nothing
// that says that there is more. What was being typed stays under it.
import { useEffect, useState } from "react";
import { formatDate, formatTime, m } from "../i18n/index.ts";
import { Button, Frame, TopBar } from "../ui/index.ts";
import { useClock } from "../wiring/index.ts";
import styles from "./cover.module.css";

const minuteMs = 60_000;

interface CoverProps {
  /** Null where a PIN leads back: the lock comes by itself. */
  readonly onBack: (() => void) | null;
}

export function Cover({ onBack }: CoverProps) {
  const clock = useClock();
  const [nowMs, setNowMs] = useState(clock);
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(clock()), minuteMs);
    return () => window.clearInterval(timer);
  }, [clock]);
  return (
    <Frame top={<TopBar title="Sanaq" tools={null} />}>
      <div className={styles.page}>
        <h1 className={styles.time}>{formatTime(nowMs)}</h1>
        <p className={styles.day}>{formatDate(nowMs)}</p>
        {onBack !== null && (
          <Button kind="secondary" isFirstFocus onPress={onBack}>
            {m.act_continue()}
          </Button>
        )}
      </div>
    </Frame>
  );
}
