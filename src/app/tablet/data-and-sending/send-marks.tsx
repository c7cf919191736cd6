// The proofs: for each delivery the Department's date and time, its number, and what became of what was in it.
import { formatDateTime, formatNumber, m } from "../../i18n/index.ts";
import { Panel, StatusPill, type GlyphName, type PillTone } from "../../ui/index.ts";
import type { BatchRow, BatchState } from "../../wiring/index.ts";
import styles from "./send-marks.module.css";

export function SendMarks({ batches }: { readonly batches: readonly BatchRow[] }) {
  // A batch without a mark shows where a code confirmed it, and where the server would not take it: there is something to
  // be done about it.
  const shown = batches.filter(
    ({ mark, why, acceptedByCodeAtMs }) => mark !== null || why !== null || acceptedByCodeAtMs !== null,
  );
  return (
    <Panel title={m.data_marks()}>
      {shown.length === 0 ? (
        <p>{m.data_no_marks()}</p>
      ) : (
        <ul className={styles.marks}>
          {shown.map((batch) => (
            <li key={batch.seq} className={styles.mark}>
              <MarkRow batch={batch} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function MarkRow({ batch }: { readonly batch: BatchRow }) {
  const { mark, counted, why, errors, sealedAtMs, acceptedByCodeAtMs } = batch;
  const { tone, glyph, word } = stateLooks(batch.state);
  return (
    <>
      <span className={styles.when}>
        {formatDateTime(mark?.atMs ?? acceptedByCodeAtMs ?? sealedAtMs)}
        {mark !== null && <span className={styles.number}>№ {mark.number}</span>}
      </span>
      <span className={styles.what}>
        {content(batch)}
        {mark?.via === "usb" && ` · ${m.data_by_usb()}`}
        {acceptedByCodeAtMs !== null && <span className={styles.counted}>{byCode(acceptedByCodeAtMs, mark)}</span>}
        {counted !== null && batch.kind === "forms" && (
          <span className={styles.counted}>
            {m.data_counted({ ok: formatNumber(counted.ok), bad: formatNumber(counted.bad) })}
          </span>
        )}
        {errors.length > 0 && <span className={styles.counted}>{m.data_not_accepted({ forms: formsOf(errors) })}</span>}
        {why !== null && <span className={styles.counted}>{m.data_why({ code: why })}</span>}
      </span>
      <StatusPill tone={tone} glyph={glyph}>
        {word}
      </StatusPill>
    </>
  );
}

/** The tablet's own time of the code; where there is no mark it stands before the row already. */
function byCode(atMs: number, mark: BatchRow["mark"]): string {
  return mark === null ? m.data_by_code() : `${m.data_by_code()}: ${formatDateTime(atMs)}`;
}

/** Each form that was not accepted, with the Department's code for what it found; a form counts once for each code. */
function formsOf(errors: BatchRow["errors"]): string {
  return errors.map(({ lineNumber, code }) => (lineNumber === null ? code : `№ ${lineNumber} (${code})`)).join(", ");
}

function content({ kind, lineNumbers, hasPremises }: BatchRow): string {
  switch (kind) {
    case "test":
      return m.data_kind_test();
    case "list":
      return m.data_kind_list();
    case "forms":
      if (hasPremises) return m.data_kind_premises();
      return lineNumbers.length === 0
        ? m.data_kind_form()
        : m.data_kind_forms({ numbers: lineNumbers.map((number) => `№ ${number}`).join(", ") });
  }
}

interface StateLooks {
  readonly tone: PillTone;
  readonly glyph: GlyphName;
  readonly word: string;
}

function stateLooks(state: BatchState): StateLooks {
  switch (state) {
    case "sealed":
      return { tone: "local", glyph: "box", word: m.state_ready() };
    case "exported":
      return { tone: "local-dashed", glyph: "arrows", word: m.state_on_usb() };
    case "stored":
      return { tone: "info", glyph: "tick-dotted", word: m.state_stored() };
    case "accepted":
      return { tone: "ok", glyph: "tick", word: m.state_accepted() };
    case "refused":
      return { tone: "err", glyph: "return", word: m.state_returned() };
    case "quarantined":
      return { tone: "info", glyph: "tick-dotted", word: m.state_quarantined() };
  }
}
