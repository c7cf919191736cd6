// T-17: the paper-free way without a network, in three numbered steps. A file that was written changes no form's place
// until the Department's receipts say so.
import { useState, type ReactNode } from "react";
import { errorSentence, formatBytes, formatNumber, m } from "../../i18n/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import {
  saveFile,
  useTablet,
  useTabletState,
  type BatchRow,
  type ExportedBundle,
  type ExportError,
  type SavedFile,
  type StorageError,
} from "../../wiring/index.ts";
import { ReceiptsFile } from "../data-and-sending/receipts-file.tsx";
import { TabletFrame } from "../frame.tsx";
import styles from "./usb-screen.module.css";

type Copying =
  | { readonly state: "before" }
  | { readonly state: "preparing" }
  | { readonly state: "refused"; readonly error: ExportError | StorageError }
  | { readonly state: "made"; readonly bundle: ExportedBundle; readonly saved: SavedFile };

export function UsbScreen() {
  return (
    <TabletFrame back={{ label: m.usb_back(), to: "/data" }} title={m.usb_title()}>
      <div className={styles.page}>
        <ol className={styles.steps}>
          <Step number={1} title={m.usb_prepare()}>
            <Prepare />
          </Step>
          <Step number={2} title={m.usb_copy()}>
            <p>{m.usb_cord()}</p>
            <p>{m.usb_mode()}</p>
            <p>
              <strong>{m.usb_folder()}</strong>
            </p>
            <p>{m.usb_sealed()}</p>
          </Step>
          <Step number={3} title={m.usb_confirm()}>
            <p>{m.usb_confirm_words()}</p>
            <ReceiptsFile />
          </Step>
        </ol>
        <p className={styles.until}>{m.usb_until({ state: m.state_on_usb() })}</p>
      </div>
    </TabletFrame>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, title, children }: StepProps) {
  return (
    <li className={styles.step}>
      <h2 className={styles.heading}>
        <span className={styles.number}>{number}</span> {title}
      </h2>
      <div className={styles.content}>{children}</div>
    </li>
  );
}

function Prepare() {
  const { delivery } = useTabletState();
  const { copying, copy } = useCopying();
  const isMade = copying.state === "made" && (copying.saved === "saved" || copying.saved === "downloaded");
  return (
    <>
      <p>{delivery !== null && content(delivery.batches)}</p>
      <Button
        kind={isMade ? "secondary" : "primary"}
        isMain={!isMade}
        isDisabled={copying.state === "preparing"}
        onPress={copy}
      >
        {isMade ? m.usb_again() : m.usb_prepare()}
      </Button>
      <div className={styles.outcome} role="status">
        {copying.state === "preparing" && <p>{m.usb_preparing()}</p>}
        {copying.state === "refused" && <Notice tone="local" title={errorSentence(copying.error)} />}
        {copying.state === "made" && copying.saved === "cancelled" && <Notice tone="local" title={m.usb_cancelled()} />}
        {copying.state === "made" && copying.saved === "failed" && <Notice tone="err" title={m.usb_failed()} />}
        {copying.state === "made" && isMade && <Made bundle={copying.bundle} />}
      </div>
    </>
  );
}

function Made({ bundle }: { readonly bundle: ExportedBundle }) {
  const { fileName, bytes, checkCode, forms, lists } = bundle;
  return (
    <Notice tone="ok" title={m.usb_ready({ name: fileName, size: formatBytes(bytes.byteLength), code: checkCode })}>
      <p>{m.usb_content({ forms: formatNumber(forms), lists: formatNumber(lists) })}</p>
      <p>{m.usb_kept()}</p>
    </Notice>
  );
}

function useCopying(): { readonly copying: Copying; readonly copy: () => void } {
  const tablet = useTablet();
  const { again } = useTabletState();
  const [copying, setCopying] = useState<Copying>({ state: "before" });
  const copy = async (): Promise<void> => {
    setCopying({ state: "preparing" });
    const bundle = await tablet.exportBundle();
    if (!bundle.ok) return setCopying({ state: "refused", error: bundle.error });
    const { bytes, fileName, seqs } = bundle.value;
    const saved = await saveFile(bytes, fileName);
    setCopying({ state: "made", bundle: bundle.value, saved });
    if (saved !== "saved" && saved !== "downloaded") return;
    const marked = await tablet.markExported(seqs);
    if (!marked.ok) setCopying({ state: "refused", error: marked.error });
    again();
  };
  return { copying, copy: () => void copy() };
}

/** What the file will hold: whatever the Department has not accepted yet. */
function content(batches: readonly BatchRow[]): string {
  const open = batches.filter(({ state }) => state !== "accepted" && state !== "refused");
  const forms = open.filter(({ kind }) => kind === "forms").reduce((sum, batch) => sum + formsIn(batch), 0);
  const lists = open.filter(({ kind }) => kind === "list").length;
  return m.usb_content({ forms: formatNumber(forms), lists: formatNumber(lists) });
}

/** While locked the numbers of the lines are not known; a batch then counts as one form. */
function formsIn({ lineNumbers }: BatchRow): number {
  return Math.max(1, lineNumbers.length);
}
