// A signed list is read only; where it is, in words, and the send mark once the Department has answered. Later changes are
// kept as changes.
import { useLocation } from "wouter";
import { formatDateTime, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { ListView } from "../../wiring/index.ts";
import { usePractice } from "../practice/practice-context.ts";
import { lateChangeOf } from "./list-filter.ts";
import styles from "./sent-banner.module.css";

interface SentBannerProps {
  readonly view: ListView;
  readonly canChange: boolean;
  readonly onChange: () => void;
}

export function SentBanner({ view, canChange, onChange }: SentBannerProps) {
  const [, go] = useLocation();
  const { delivery, changedAfterSigning } = view;
  const isPractice = usePractice() !== null;
  return (
    <section className={styles.banner} data-state={delivery?.state}>
      <p className={styles.sentence}>
        <strong>{isPractice ? `✓ ${m.practice_list_signed()}` : sentence(delivery?.state ?? "sealed")}</strong>
      </p>
      {delivery?.mark && (
        <p className={styles.sentence}>
          {m.list_send_mark({ date: formatDateTime(delivery.mark.atMs), number: delivery.mark.number })}
        </p>
      )}
      {changedAfterSigning > 0 && (
        <div className={styles.changes}>
          <p className={styles.sentence}>
            <strong>{m.list_changed_after({ count: changedAfterSigning })}</strong> ({kindsOf(view)}).{" "}
            {!isPractice && m.list_changed_unsent()}
          </p>
          <Button kind="primary" onPress={() => go("/list/sign")}>
            {isPractice ? m.list_sign() : m.list_send_changes()}
          </Button>
        </div>
      )}
      {!canChange && (
        <Button kind="secondary" onPress={onChange}>
          {m.list_change_sent()}
        </Button>
      )}
    </section>
  );
}

function kindsOf({ rows, list }: ListView): string {
  const kinds = rows.map((row) => lateChangeOf(row, list));
  const count = (wanted: (typeof kinds)[number]): number => kinds.filter((kind) => kind === wanted).length;
  return m.list_changed_kinds({
    added: count("added"),
    removed: count("removed"),
    corrected: count("corrected"),
  });
}

function sentence(state: NonNullable<ListView["delivery"]>["state"]): string {
  switch (state) {
    case "sealed":
      return `▣ ${m.list_sent_waits()}`;
    case "exported":
      return `⇄ ${m.list_sent_usb()}`;
    case "stored":
    case "quarantined":
      return `▣ ${m.list_sent_stored()}`;
    case "accepted":
      return `✓ ${m.list_sent_accepted()}`;
    case "refused":
      return `↩ ${m.list_sent_refused()}`;
  }
}
