// The channel and the two ways out. The page cannot see a VPN; it can say when the Department's server last answered, and
// that it did not. A failed sending is no disaster and looks like none: everything is kept.
import { useLocation } from "wouter";
import { errorSentence, formatNumber, formatTime, formatDateTime, m } from "../../i18n/index.ts";
import { Button, FieldRow, FieldRows, Notice, Panel, ProgressText } from "../../ui/index.ts";
import { useOnline, type DeliveryView } from "../../wiring/index.ts";
import { countUnsent } from "./count-unsent.ts";
import { PausedNotice } from "./paused-notice.tsx";
import { useSending, type Sending } from "./use-sending.ts";
import styles from "./connection-panel.module.css";

export function ConnectionPanel({ delivery }: { readonly delivery: DeliveryView }) {
  const isOnline = useOnline();
  const [, go] = useLocation();
  const sending = useSending(delivery);
  const { isRunning, refusal } = sending;
  const { pausedUntilMs, isChainOther } = delivery.sending;
  return (
    <Panel title={m.data_link()}>
      <FieldRows>
        <FieldRow term={m.data_network()}>{isOnline ? m.data_network_on() : m.data_network_off()}</FieldRow>
        <FieldRow term={m.data_vpn()}>{isOnline ? channel(delivery) : m.data_vpn_off()}</FieldRow>
      </FieldRows>
      <p className={styles.note}>{m.data_only_vpn()}</p>
      {isChainOther && <Notice tone="err" title={m.data_copy_at_work()} />}
      {refusal !== null && <Notice tone="local" title={errorSentence(refusal)} />}
      {pausedUntilMs !== null && <PausedNotice untilMs={pausedUntilMs} sending={sending} />}
      {pausedUntilMs === null && isRunning && <OnItsWay sending={sending} />}
      {pausedUntilMs === null && !isRunning && <Outcome sending={sending} delivery={delivery} />}
      <div className={styles.ways}>
        <Button kind="primary" isMain isDisabled={isRunning || !isOnline} onPress={sending.send}>
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

function OnItsWay({ sending: { progress, isSteered, pause } }: { readonly sending: Sending }) {
  const { done, all } = progress ?? { done: 0, all: 0 };
  return (
    <>
      <ProgressText
        text={m.data_sending({ done: formatNumber(done), all: formatNumber(all) })}
        value={done}
        max={all}
      />
      <div className={styles.steer}>
        <p className={styles.note}>{m.data_can_leave()}</p>
        <Button kind="secondary" isFirstFocus={isSteered} onPress={pause}>
          {m.data_pause()}
        </Button>
      </div>
    </>
  );
}

interface OutcomeProps {
  readonly sending: Sending;
  readonly delivery: DeliveryView;
}

function Outcome({ sending: { report, pause }, delivery }: OutcomeProps) {
  const { problem, nextAttemptAtMs } = delivery.sending;
  const trouble = report?.problem ?? problem;
  if (report?.outcome === "busy") {
    const action = (
      <Button kind="secondary" onPress={pause}>
        {m.data_pause()}
      </Button>
    );
    return <Notice tone="info" title={m.data_busy()} action={action} />;
  }
  if (trouble !== null && countUnsent(delivery.batches) > 0) {
    return (
      <Notice tone="local" title={errorSentence(trouble)}>
        <p>{m.safe_sent_again()}</p>
        {nextAttemptAtMs !== null && <p>{m.data_next_try({ time: formatTime(nextAttemptAtMs) })}</p>}
      </Notice>
    );
  }
  // What a pause held back was sent since, or it is still told above.
  if (report === null || report.outcome === "paused") return null;
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
