// One send mark opened in place: when, by which way, how large, and what became of each form in it. Line numbers only,
// never a name.
import { formatBytes, formatDateTime, m } from "../../i18n/index.ts";
import { FieldRow, FieldRows, StatusPill } from "../../ui/index.ts";
import type { BatchForm, BatchRow } from "../../wiring/index.ts";
import { batchRefusal, formRefusal } from "./refusal-words.ts";
import { outcomeLooks, stateLooks } from "./state-looks.ts";
import styles from "./mark-details.module.css";

interface MarkDetailsProps {
  readonly id: string;
  readonly batch: BatchRow;
  readonly isLocked: boolean;
}

export function MarkDetails({ id, batch, isLocked }: MarkDetailsProps) {
  const { forms, strayCodes, why } = batch;
  return (
    <div id={id} className={styles.details}>
      <div className={styles.part}>
        <Times batch={batch} />
        {why !== null && <p>{batchRefusal(why)}</p>}
      </div>
      <div className={styles.part}>
        <h3 className={styles.title}>{m.mark_content()}</h3>
        {isLocked && forms.length > 0 && <p className={styles.note}>{m.mark_locked()}</p>}
        {forms.length + strayCodes.length === 0 && (
          <p>{batch.kind === "list" ? m.data_kind_list() : m.mark_no_forms()}</p>
        )}
        <ul className={styles.forms}>
          {forms.map((form, place) => (
            // Two of them can look the same while the tablet is locked; their order is that of the sealed batch.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={place} className={styles.form}>
              <Form form={form} />
            </li>
          ))}
          {strayCodes.map((code, place) => (
            // The receipt's order: one code can stand for several lines.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`stray-${place}`} className={styles.form}>
              <span>{m.mark_stray()}</span>
              <span className={styles.why}>{formRefusal(code)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Times({ batch }: { readonly batch: BatchRow }) {
  const { sealedAtMs, exportedAtMs, storedAtMs, acceptedByCodeAtMs, decidedAtMs, state, mark, bytes } = batch;
  const isDecided = state === "accepted" || state === "refused";
  return (
    <FieldRows>
      <FieldRow term={m.mark_sealed()}>{formatDateTime(sealedAtMs)}</FieldRow>
      {exportedAtMs !== null && <FieldRow term={m.mark_copied()}>{formatDateTime(exportedAtMs)}</FieldRow>}
      <FieldRow term={m.mark_stored()}>{storedAtMs === null ? m.home_no_mark() : formatDateTime(storedAtMs)}</FieldRow>
      {acceptedByCodeAtMs !== null && <FieldRow term={m.data_by_code()}>{formatDateTime(acceptedByCodeAtMs)}</FieldRow>}
      {isDecided && decidedAtMs !== null && (
        <FieldRow term={stateLooks(state).word}>{formatDateTime(decidedAtMs)}</FieldRow>
      )}
      {mark !== null && <FieldRow term={m.mark_way()}>{mark.via === "vpn" ? m.data_vpn() : "USB"}</FieldRow>}
      <FieldRow term={m.mark_size()}>{formatBytes(bytes)}</FieldRow>
    </FieldRows>
  );
}

function Form({ form }: { readonly form: BatchForm }) {
  const { outcome, codes, carriedAgain } = form;
  const { tone, glyph, word } = outcomeLooks(outcome);
  return (
    <>
      <span>{nameOf(form)}</span>
      <StatusPill tone={tone} glyph={glyph}>
        {word}
      </StatusPill>
      {codes.map((code) => (
        <span key={code} className={styles.why}>
          {formRefusal(code)}
        </span>
      ))}
      {carriedAgain !== null && <span className={styles.why}>{again(carriedAgain)}</span>}
    </>
  );
}

function nameOf({ lineNumber, isPremises, rev }: BatchForm): string {
  const what = isPremises
    ? m.data_kind_premises()
    : lineNumber === null
      ? m.data_kind_form()
      : m.data_kind_forms({ numbers: `№ ${lineNumber}` });
  return rev > 1 ? `${what} · ${m.mark_rev({ rev })}` : what;
}

function again({ number, state, atMs }: NonNullable<BatchForm["carriedAgain"]>): string {
  return atMs === null
    ? m.mark_again_waits({ number, state: stateLooks(state).word })
    : m.mark_again({ date: formatDateTime(atMs), number });
}
