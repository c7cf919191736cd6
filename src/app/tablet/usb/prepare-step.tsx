// The first step of T-17: the file, how far it is, and what it came to.
import type { ReactNode } from "react";
import { errorSentence, formatBytes, formatDate, formatNumber, m } from "../../i18n/index.ts";
import { Button, Notice, ProgressText } from "../../ui/index.ts";
import {
  useClock,
  useProgress,
  useTabletState,
  type BatchRow,
  type ExportedBundle,
  type ExportPart,
  type ExportProgress,
  type TabletApi,
} from "../../wiring/index.ts";
import { oldestExportedAtMs } from "../data-and-sending/count-unsent.ts";
import { daysSince } from "../days-since.ts";
import { nextPart, smallerPart, useCopying, type Copying } from "./use-copying.ts";
import styles from "./usb-screen.module.css";

export function PrepareStep() {
  const { delivery } = useTabletState();
  const { copying, copy } = useCopying();
  const isMade = copying.state === "made" && isWritten(copying);
  return (
    <>
      <p>{delivery !== null && content(delivery.batches)}</p>
      <Button
        kind={isMade ? "secondary" : "primary"}
        isMain={!isMade}
        isDisabled={copying.state === "preparing"}
        onPress={() => copy(null)}
      >
        {isMade ? m.usb_again() : m.usb_prepare()}
      </Button>
      <div className={styles.outcome} role="status">
        {copying.state === "preparing" && <Preparing />}
        {copying.state === "refused" && (
          <Notice
            tone="local"
            title={copying.error.type === "unexpected" ? m.usb_failed() : errorSentence(copying.error)}
          />
        )}
        {copying.state === "made" && <Made copying={copying} onPart={copy} />}
      </div>
    </>
  );
}

/** Since when the file waits for the Department's word: the oldest of what is on a medium. */
export function SinceExport() {
  const { delivery } = useTabletState();
  const clock = useClock();
  const atMs = oldestExportedAtMs(delivery?.batches ?? []);
  if (atMs === null) return null;
  const days = daysSince(atMs, clock());
  return (
    <p className={styles.until}>
      ⇄ {days === 0 ? m.usb_since_today() : m.usb_since({ date: formatDate(atMs), days: formatNumber(days) })}
    </p>
  );
}

const readExporting = (tablet: TabletApi): Promise<ExportProgress | null> => tablet.readExporting();

/** After a second it says how far it is; the screen may be left meanwhile. */
function Preparing() {
  const progress = useProgress(readExporting);
  if (progress === null) return <p>{m.usb_preparing()}</p>;
  const { done, all } = progress;
  return (
    <ProgressText
      text={m.usb_preparing_count({ done: formatNumber(done), all: formatNumber(all) })}
      value={done}
      max={all}
    />
  );
}

type MadeCopying = Extract<Copying, { state: "made" }>;

function isWritten({ saved }: MadeCopying): boolean {
  return saved === "saved" || saved === "downloaded";
}

interface MadeProps {
  readonly copying: MadeCopying;
  readonly onPart: (part: ExportPart) => void;
}

function Made({ copying, onPart }: MadeProps) {
  const { bundle, saved, part } = copying;
  if (saved === "cancelled") return <Notice tone="local" title={m.usb_cancelled()} />;
  if (saved === "failed") {
    const smaller = smallerPart(bundle, part);
    return (
      <Notice
        tone="err"
        title={m.usb_failed()}
        action={
          smaller !== null && (
            <Button kind="secondary" onPress={() => onPart(smaller)}>
              {m.usb_in_parts()}
            </Button>
          )
        }
      >
        <p>{m.usb_room({ size: formatBytes(bundle.bytes.byteLength) })}</p>
      </Notice>
    );
  }
  return <Written bundle={bundle} next={nextPart(bundle, part)} onPart={onPart} />;
}

interface WrittenProps {
  readonly bundle: ExportedBundle;
  readonly next: ExportPart | null;
  readonly onPart: (part: ExportPart) => void;
}

function Written({ bundle, next, onPart }: WrittenProps) {
  const { fileName, bytes, checkCode, forms, lists, left } = bundle;
  return (
    <Notice
      tone="ok"
      title={inCodes(m.usb_ready({ name: fileName, size: formatBytes(bytes.byteLength), code: checkCode }), [
        fileName,
        checkCode,
      ])}
      action={
        next !== null && (
          <Button kind="primary" onPress={() => onPart(next)}>
            {m.usb_next_part()}
          </Button>
        )
      }
    >
      <p>{m.usb_content({ forms: formatNumber(forms), lists: formatNumber(lists) })}</p>
      <p>{m.usb_kept()}</p>
      {next !== null && <p>{m.usb_part_only({ left: formatNumber(left) })}</p>}
    </Notice>
  );
}

/** A sentence with what is compared letter by letter in the script of codes, in the order it stands there. */
function inCodes(sentence: string, codes: readonly string[]): ReactNode {
  const [code, ...others] = codes;
  const start = code === undefined ? -1 : sentence.indexOf(code);
  if (code === undefined || start < 0) return sentence;
  return (
    <>
      {sentence.slice(0, start)}
      <span className={styles.code}>{code}</span>
      {inCodes(sentence.slice(start + code.length), others)}
    </>
  );
}

/** What the file will hold: whatever the Department has not accepted yet. */
function content(batches: readonly BatchRow[]): string {
  const open = batches.filter(({ state }) => state !== "accepted" && state !== "refused");
  const forms = open.filter(({ kind }) => kind === "forms").reduce((sum, batch) => sum + batch.forms.length, 0);
  const lists = open.filter(({ kind }) => kind === "list").length;
  return m.usb_content({ forms: formatNumber(forms), lists: formatNumber(lists) });
}
