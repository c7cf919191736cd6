// The channel and the two ways out. The page cannot see a VPN; it can say when the Department's server last answered, and
// that it did not. A failed sending is no disaster and looks like none: everything is kept.
import { useState } from "react";
import { useLocation } from "wouter";
import { errorSentence, formatNumber, formatTime, formatDateTime, m } from "../../i18n/index.ts";
import { Button, FieldRow, FieldRows, Notice, Panel, ProgressText } from "../../ui/index.ts";
import {
  createKeptState,
  useOnline,
  useTablet,
  useTabletState,
  type DeliveryView,
  type PushReport,
} from "../../wiring/index.ts";
import { countUnsent } from "./count-unsent.ts";
import styles from "./connection-panel.module.css";

export function ConnectionPanel({ delivery }: { readonly delivery: DeliveryView }) {
  const isOnline = useOnline();
  const [, go] = useLocation();
  const { report, unsentAtStart, send } = useSending(delivery);
  const unsent = countUnsent(delivery.batches);
  return (
    <Panel title={m.data_link()}>
      <FieldRows>
        <FieldRow term={m.data_network()}>{isOnline ? m.data_network_on() : m.data_network_off()}</FieldRow>
        <FieldRow term={m.data_vpn()}>{isOnline ? channel(delivery) : m.data_vpn_off()}</FieldRow>
      </FieldRows>
      <p className={styles.note}>{m.data_only_vpn()}</p>
      {unsentAtStart !== null && (
        <>
          <ProgressText
            text={m.data_sending({ done: formatNumber(unsentAtStart - unsent), all: formatNumber(unsentAtStart) })}
            value={unsentAtStart - unsent}
            max={unsentAtStart}
          />
          <p className={styles.note}>{m.data_can_leave()}</p>
        </>
      )}
      {delivery.sending.isChainOther && <Notice tone="err" title={m.data_copy_at_work()} />}
      {unsentAtStart === null && <Outcome report={report} delivery={delivery} />}
      <div className={styles.ways}>
        <Button kind="primary" isMain isDisabled={unsentAtStart !== null || !isOnline} onPress={send}>
          {m.data_send()}
        </Button>
        {!isOnline && <p className={styles.note}>{m.safe_offline()}</p>}
      </div>
      <div className={styles.ways}>
        <Button kind="secondary" onPress={() => go("/usb")}>
          {m.data_usb()}
        </Button>
        <p className={styles.note}>{m.data_usb_note()}</p>
      </div>
    </Panel>
  );
}

interface Sending {
  /** What the last "send now" of this visit did. */
  readonly report: PushReport | null;
  /** Null = not sending. */
  readonly unsentAtStart: number | null;
  readonly send: () => void;
}

/** Null = not sending. It goes on when the screen is left, and is seen again on the way back. */
const useUnsentAtStart = createKeptState<number | null>(null);

function useSending(delivery: DeliveryView): Sending {
  const tablet = useTablet();
  const { again } = useTabletState();
  const [report, setReport] = useState<PushReport | null>(null);
  const [unsentAtStart, setUnsentAtStart] = useUnsentAtStart();
  const send = async (): Promise<void> => {
    setUnsentAtStart(countUnsent(delivery.batches));
    setReport(null);
    try {
      setReport(await tablet.push());
    } finally {
      setUnsentAtStart(null);
      again();
    }
  };
  return { report, unsentAtStart, send: () => void send() };
}

function Outcome({ report, delivery }: { readonly report: PushReport | null; readonly delivery: DeliveryView }) {
  const { problem, nextAttemptAtMs } = delivery.sending;
  const trouble = report?.problem ?? problem;
  if (report?.outcome === "busy") return <Notice tone="info" title={m.data_busy()} />;
  if (trouble !== null && countUnsent(delivery.batches) > 0) {
    return (
      <Notice tone="local" title={errorSentence(trouble)}>
        <p>{m.safe_sent_again()}</p>
        {nextAttemptAtMs !== null && <p>{m.data_next_try({ time: formatTime(nextAttemptAtMs) })}</p>}
      </Notice>
    );
  }
  if (report === null) return null;
  if (report.sent === 0 && report.accepted === 0) return <Notice tone="info" title={m.data_nothing()} />;
  const words = [
    ...(report.sent > 0 ? [m.data_delivered({ n: formatNumber(report.sent) })] : []),
    ...(report.accepted > 0 ? [m.frame_accepted({ n: formatNumber(report.accepted) })] : []),
  ];
  return <Notice tone="ok" title={words.join(". ")} />;
}

/** What the last attempt says of the channel; a server that answers wrongly is still behind it. */
function channel({ sending }: DeliveryView): string {
  const { lastContactAtMs, problem } = sending;
  const isAway = problem?.type === "unreachable-server" || problem?.type === "not-the-collector";
  if (isAway) return m.data_vpn_off();
  return lastContactAtMs === null ? m.data_vpn_unknown() : m.data_vpn_on({ time: formatDateTime(lastContactAtMs) });
}
