import { Link } from "wouter";
import { formatDateTime, formatTime, m } from "../../i18n/index.ts";
import { Notice, Panel } from "../../ui/index.ts";
import { useClock, useTabletState } from "../../wiring/index.ts";
import { daysSince } from "../days-since.ts";
import { NotKeptNotice } from "../not-kept-notice.tsx";
import { Places } from "../places.tsx";
import styles from "./data-panel.module.css";

/** Where the data is, the last proof of a delivery, and the way to sending. */
export function DataPanel() {
  const { delivery } = useTabletState();
  const clock = useClock();
  if (delivery === null) return null;
  const { places, lastMark, oldestUnsentAtMs } = delivery;
  const { pausedUntilMs } = delivery.sending;
  const days = oldestUnsentAtMs === null ? null : daysSince(oldestUnsentAtMs, clock());
  return (
    <Panel title={m.home_where()}>
      {places !== null && <Places places={places} />}
      <p>
        {m.home_last_mark()}:{" "}
        <strong className={styles.mark}>
          {lastMark === null
            ? m.home_no_mark()
            : m.home_mark({ time: formatDateTime(lastMark.atMs), number: lastMark.number })}
        </strong>
      </p>
      {days !== null && <p>{days === 0 ? m.home_oldest_today() : m.home_oldest_days({ days })}</p>}
      {pausedUntilMs !== null && (
        <Notice tone="info" title={m.data_paused()}>
          <p>{m.data_paused_until({ time: formatTime(pausedUntilMs) })}</p>
        </Notice>
      )}
      <NotKeptNotice />
      <Link href="/data" className={styles.way ?? ""}>
        {m.home_data()}
      </Link>
    </Panel>
  );
}
