// The proofs: for each delivery the Department's date and time, its number, and what became of what was in it.
import { useId, useState } from "react";
import { formatDate, formatDateTime, formatNumber, m } from "../../i18n/index.ts";
import { Button, Panel, StatusPill } from "../../ui/index.ts";
import type { BatchRow } from "../../wiring/index.ts";
import { MarkDetails } from "./mark-details.tsx";
import { stateLooks } from "./state-looks.ts";
import styles from "./send-marks.module.css";

/** So many rows more at each asking: weeks of work are some hundred marks, and the newest are what is looked for. */
const rowsAtOnce = 20;

interface SendMarksProps {
  /** Newest first. */
  readonly batches: readonly BatchRow[];
  /** Nothing is known then of whose form is whose. */
  readonly isLocked: boolean;
}

export function SendMarks({ batches, isLocked }: SendMarksProps) {
  // A batch without a mark shows where a code confirmed it, and where the server would not take it: there is something to
  // be done about it.
  const marks = batches.filter(
    ({ mark, why, acceptedByCodeAtMs }) => mark !== null || why !== null || acceptedByCodeAtMs !== null,
  );
  const [limit, setLimit] = useState(rowsAtOnce);
  const shown = marks.slice(0, limit);
  return (
    <Panel title={m.data_marks()}>
      {marks.length === 0 ? (
        <p>{m.data_no_marks()}</p>
      ) : (
        <ul className={styles.marks}>
          {shown.map((batch, place) => (
            <li key={batch.seq} className={styles.mark}>
              <MarkRow batch={batch} isLocked={isLocked} isFirstFocus={place > 0 && place === limit - rowsAtOnce} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < marks.length && (
        <div className={styles.more}>
          <Button kind="secondary" onPress={() => setLimit(limit + rowsAtOnce)}>
            {m.mark_more()}
          </Button>
          <p className={styles.counted}>
            {m.mark_shown({ shown: formatNumber(shown.length), all: formatNumber(marks.length) })}
          </p>
        </div>
      )}
    </Panel>
  );
}

interface MarkRowProps {
  readonly batch: BatchRow;
  readonly isLocked: boolean;
  /** The first of those that were asked for: reading goes on here. */
  readonly isFirstFocus: boolean;
}

function MarkRow({ batch, isLocked, isFirstFocus }: MarkRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { mark, counted, why, seq, sealedAtMs, acceptedByCodeAtMs } = batch;
  const { tone, glyph, word } = stateLooks(batch.state);
  const again = carriedAgain(batch);
  const found = whatWasFound(batch);
  const open = isOpen ? m.act_close() : m.mark_open();
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
            {again !== null && ` ${again}`}
          </span>
        )}
        {found.length > 0 && <span className={styles.counted}>{m.data_not_accepted({ forms: found.join(", ") })}</span>}
        {why !== null && <span className={styles.counted}>{m.data_why({ code: why })}</span>}
      </span>
      <span className={styles.state}>
        <StatusPill tone={tone} glyph={glyph}>
          {word}
        </StatusPill>
      </span>
      <span className={styles.open}>
        <Button
          kind="secondary"
          label={`${open}: № ${mark?.number ?? seq}`}
          isExpanded={isOpen}
          isFirstFocus={isFirstFocus}
          onPress={() => setIsOpen(!isOpen)}
          {...(isOpen ? { controls: id } : {})}
        >
          {open}
        </Button>
      </span>
      {isOpen && <MarkDetails id={id} batch={batch} isLocked={isLocked} />}
    </>
  );
}

/** The tablet's own time of the code; where there is no mark it stands before the row already. */
function byCode(atMs: number, mark: BatchRow["mark"]): string {
  return mark === null ? m.data_by_code() : `${m.data_by_code()}: ${formatDateTime(atMs)}`;
}

/** Each form that was not accepted, with the Department's code for what it found; a form counts once for each code. */
function whatWasFound({ forms, strayCodes }: BatchRow): readonly string[] {
  const named = forms.flatMap(({ lineNumber, codes }) =>
    codes.map((code) => (lineNumber === null ? code : `№ ${lineNumber} (${code})`)),
  );
  return [...named, ...strayCodes];
}

/** Whether what was not accepted has reached the Department again; null = nothing of it has. */
function carriedAgain({ forms }: BatchRow): string | null {
  const refused = forms.filter(({ outcome }) => outcome === "not-accepted");
  const times = refused.flatMap(({ carriedAgain: later }) => later?.atMs ?? []);
  if (times.length === 0) return null;
  return times.length === refused.length
    ? m.mark_all_again({ date: formatDate(Math.max(...times)) })
    : m.mark_some_again({ done: formatNumber(times.length), all: formatNumber(refused.length) });
}

function content({ kind, forms }: BatchRow): string {
  switch (kind) {
    case "test":
      return m.data_kind_test();
    case "list":
      return m.data_kind_list();
    case "forms": {
      if (forms.some(({ isPremises }) => isPremises)) return m.data_kind_premises();
      const numbers = forms.flatMap(({ lineNumber }) => (lineNumber === null ? [] : [`№ ${lineNumber}`]));
      return numbers.length === 0 ? m.data_kind_form() : m.data_kind_forms({ numbers: numbers.join(", ") });
    }
  }
}
