// Receipts that came back on a medium. A false line is named and does not stop the good ones.
import { useRef, useState, type ChangeEvent } from "react";
import { errorSentence, formatNumber, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import { useTablet, useTabletState, type ReceiptsError, type ReceiptsReport } from "../../wiring/index.ts";
import styles from "./receipts-file.module.css";

type Outcome =
  | { readonly type: "taken"; readonly report: ReceiptsReport }
  | { readonly type: "refused"; readonly error: ReceiptsError };

export function ReceiptsFile() {
  const tablet = useTablet();
  const { again } = useTabletState();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const { currentTarget } = event;
    const file = currentTarget.files?.[0];
    if (file === undefined) return;
    const text = await file.text();
    // The same file chosen again is a new choice.
    currentTarget.value = "";
    const result = await tablet.loadReceipts(text);
    setOutcome(result.ok ? { type: "taken", report: result.value } : { type: "refused", error: result.error });
    again();
  };
  return (
    <div className={styles.receipts}>
      <input
        ref={input}
        type="file"
        accept=".jsonl,.txt,application/jsonl,text/plain"
        hidden
        aria-label={m.receipts_choose()}
        onChange={(event) => void take(event)}
      />
      <div className={styles.choose}>
        <Button kind="secondary" onPress={() => input.current?.click()}>
          {m.receipts_choose()}
        </Button>
        <p className={styles.hint}>{m.receipts_hint()}</p>
      </div>
      {outcome?.type === "refused" && <Notice tone="err" title={errorSentence(outcome.error)} />}
      {outcome?.type === "taken" && <Taken report={outcome.report} />}
    </div>
  );
}

function Taken({ report }: { readonly report: ReceiptsReport }) {
  const { accepted, stored, refused, quarantined, bad } = report;
  const isNews = accepted + stored + refused + quarantined > 0;
  const title = isNews
    ? m.receipts_taken({
        accepted: formatNumber(accepted),
        stored: formatNumber(stored),
        refused: formatNumber(refused),
        quarantined: formatNumber(quarantined),
      })
    : m.receipts_known();
  return (
    <Notice tone={bad.length > 0 ? "local" : isNews ? "ok" : "info"} title={title}>
      {bad.length > 0 && <p>{m.receipts_bad({ lines: bad.map(({ line }) => line).join(", ") })}</p>}
    </Notice>
  );
}
