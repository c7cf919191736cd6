// T-16: where every form is, whether the Department can be reached, the proofs of delivery, and the two ways out.
import { Link } from "wouter";
import { formatDate, formatDateTime, formatNumber, m } from "../../i18n/index.ts";
import { Panel } from "../../ui/index.ts";
import { useClock, useStorageUse, useTabletState, type DeliveryView, type TabletStatus } from "../../wiring/index.ts";
import { daysSince } from "../days-since.ts";
import { TabletFrame } from "../frame.tsx";
import { listPlaceText } from "../list-place-text.ts";
import { NotKeptNotice } from "../not-kept-notice.tsx";
import { onlyHereText } from "../only-here.ts";
import { Opening } from "../opening.tsx";
import { Places } from "../places.tsx";
import { oldestExportedAtMs, oldestReadyAtMs } from "./count-unsent.ts";
import { ConnectionPanel } from "./connection-panel.tsx";
import { ReceiptsFile } from "./receipts-file.tsx";
import { SendMarks } from "./send-marks.tsx";
import styles from "./data-screen.module.css";

export function DataScreen() {
  const { status, delivery } = useTabletState();
  return (
    <TabletFrame back={{ label: m.frame_home(), to: "/" }} title={m.data_title()}>
      {delivery === null || status === null ? (
        <Opening />
      ) : (
        <div className={styles.page}>
          <p className={styles.summary}>{summary(delivery, status)}</p>
          <NotKeptNotice />
          <div className={styles.columns}>
            <WherePanel delivery={delivery} />
            <ConnectionPanel delivery={delivery} />
          </div>
          <SendMarks batches={delivery.batches} isLocked={delivery.places === null} />
          <ReceiptsFile />
          <Memory />
        </div>
      )}
    </TabletFrame>
  );
}

function summary({ places, lastMark, list }: DeliveryView, status: TabletStatus): string {
  const mark = lastMark === null ? m.home_no_mark() : formatDateTime(lastMark.atMs);
  if (places === null) {
    const batches = "counts" in status ? status.counts.onlyHere : 0;
    return `${m.frame_only_here({ n: formatNumber(batches) })}. ${m.home_last_mark()}: ${mark}.`;
  }
  const onlyHere = onlyHereText(places.ready, list === "sealed");
  return m.data_summary({ onlyHere, accepted: formatNumber(places.accepted), mark });
}

function WherePanel({ delivery }: { readonly delivery: DeliveryView }) {
  const clock = useClock();
  const { places, batches } = delivery;
  if (places === null) return null;
  const ageOf = (count: number, atMs: number | null): string | undefined => {
    if (count === 0 || atMs === null) return undefined;
    const days = daysSince(atMs, clock());
    return days === 0 ? m.data_oldest_today() : m.data_oldest({ date: formatDate(atMs), days });
  };
  return (
    <Panel title={m.data_places()}>
      <Places
        places={places}
        oldest={ageOf(places.ready, oldestReadyAtMs(batches))}
        onUsbSince={ageOf(places.onUsb, oldestExportedAtMs(batches))}
      />
      <ListPlace delivery={delivery} />
    </Panel>
  );
}

/** The list is no form and stands in none of the places; what the Department does not have of it is said by its name. */
function ListPlace({ delivery: { list, listChanges } }: { readonly delivery: DeliveryView }) {
  if (list === null || (list === "accepted" && listChanges === 0)) return null;
  return (
    <div className={styles.list}>
      <p>
        {m.home_list()}. {listPlaceText(list)}
      </p>
      {listChanges > 0 && (
        <p>
          {m.home_changes({ n: formatNumber(listChanges) })}.{" "}
          <Link href="/list/sign" className={styles.way ?? ""}>
            {m.home_send_changes()}
          </Link>
        </p>
      )}
    </div>
  );
}

function Memory() {
  const percent = useStorageUse();
  return (
    <p className={styles.memory}>
      {percent !== null && <strong>{m.data_memory({ percent })}</strong>} {m.data_copies()}
    </p>
  );
}
