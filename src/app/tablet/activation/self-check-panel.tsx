import { useEffect, useState } from "react";
import { formatDate, formatDateTime, m } from "../../i18n/index.ts";
import { Glyph, Panel } from "../../ui/index.ts";
import { runSelfCheck, useClock, type SelfCheck } from "../../wiring/index.ts";
import styles from "./activation-screen.module.css";

/** Whether this tablet may be trusted with answers; each failure says in one sentence what to do. */
export function SelfCheckPanel() {
  const clock = useClock();
  const [check, setCheck] = useState<SelfCheck | null>(null);
  useEffect(() => {
    let isLive = true;
    void runSelfCheck(clock()).then((found) => {
      if (isLive) setCheck(found);
    });
    return () => {
      isLive = false;
    };
  }, [clock]);
  return (
    <Panel title={m.check_title()}>
      {check === null ? (
        <p role="status">{m.check_running()}</p>
      ) : (
        <ul className={styles.checks}>
          <Check isGood={check.isPersisted} good={m.check_kept()} bad={m.check_not_kept()} />
          <Check isGood={check.hasRoom} good={m.check_room()} bad={m.check_no_room()} />
          <Check
            isGood={check.isClockPlausible}
            good={m.check_clock({ time: formatDateTime(clock()) })}
            bad={m.check_clock_wrong({ date: formatDate(clock()) })}
          />
          {check.charge !== null && (
            <Check
              isGood={check.charge.isEnough}
              good={m.check_charge({ percent: check.charge.percent })}
              bad={m.check_charge_low({ percent: check.charge.percent })}
            />
          )}
          <Check isGood={check.hasLists} good={m.check_lists()} bad={m.check_no_lists()} />
        </ul>
      )}
    </Panel>
  );
}

interface CheckProps {
  readonly isGood: boolean;
  readonly good: string;
  readonly bad: string;
}

function Check({ isGood, good, bad }: CheckProps) {
  return (
    <li className={isGood ? styles.good : styles.bad}>
      <Glyph name={isGood ? "tick" : "cross"} />
      <span>{isGood ? good : bad}</span>
    </li>
  );
}
