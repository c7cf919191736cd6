// What became of each row: added, already there, refused with its number and reason. A bad row never stops a good one.
import type { ImportNotice, RefusalReason } from "#fieldwork";
import { useLocation } from "wouter";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { ListFilePreview, ListImportReport } from "../../wiring/index.ts";
import { personProblemText } from "./person-problem-text.ts";
import { fullName } from "./person-words.ts";
import styles from "./import-screen.module.css";

interface ImportReportProps {
  readonly report: ListImportReport;
  readonly preview: ListFilePreview;
  /** The number of the row tells whom it is about (ux 3.11). */
  readonly isProtected: boolean;
}

export function ImportReport({ report, preview, isProtected }: ImportReportProps) {
  const [, go] = useLocation();
  const { accepted, alreadyThere, refused } = report;
  const noticed = accepted.filter(({ notices }) => notices.length > 0);
  return (
    <>
      <section className={styles.section} role="status">
        <h2 className={styles.title}>{m.list_import_done()}</h2>
        <p className={styles.count}>✓ {m.list_import_added({ count: formatNumber(accepted.length) })}</p>
        <p className={styles.count}>{m.list_import_there({ count: formatNumber(alreadyThere.length) })}</p>
        <p className={styles.count} data-bad={refused.length > 0 || undefined}>
          {m.list_import_refused({ count: formatNumber(refused.length) })}
        </p>
        <div>
          <Button kind="primary" isMain onPress={() => go("/list")}>
            {m.list_to_list()}
          </Button>
        </div>
      </section>
      {refused.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>✕ {m.list_import_refused({ count: formatNumber(refused.length) })}</h2>
          <ul className={styles.rows}>
            {refused.map(({ row, column, reason }) => (
              <li key={row}>
                <strong>{m.list_import_row({ row })}</strong>
                <span>
                  {column === null ? "" : `${preview.header[column] ?? ""}: `}
                  {refusalText(reason, column !== null)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {noticed.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{m.list_import_notices({ count: formatNumber(noticed.length) })}</h2>
          <ul className={styles.rows}>
            {noticed.map(({ row, person, notices }) => (
              <li key={row}>
                <strong>{m.list_import_row({ row })}</strong>
                <span>
                  {isProtected ? "" : `${fullName(person)}. `}
                  {notices.map(noticeText).join(" ")}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {alreadyThere.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{m.list_import_there({ count: formatNumber(alreadyThere.length) })}</h2>
          <ul className={styles.rows}>
            {alreadyThere.map(({ row, line, sameAsRow }) => (
              <li key={row}>
                <strong>{m.list_import_row({ row })}</strong>
                <span>
                  {line === null
                    ? m.list_import_there_row({ row: sameAsRow })
                    : m.list_import_there_line({ number: line })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function noticeText(notice: ImportNotice): string {
  return notice === "iin-zeros-restored" ? m.list_import_iin_restored() : m.list_import_name_unsure();
}

/** A row of a file is not typed in: of a cell that is empty is said what is missing, not to write it. */
function refusalText(reason: RefusalReason, isColumnNamed: boolean): string {
  if (reason !== "name-missing") return personProblemText(reason);
  return isColumnNamed ? m.list_import_cell_empty() : m.list_import_no_name();
}
