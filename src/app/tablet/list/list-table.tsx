// The list by number: № · name · date of birth · sex. A thousand rows scroll because only those in sight are drawn.
import { VList } from "virtua";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { ListRow } from "../../wiring/index.ts";
import { dateDigits, fullName } from "./person-words.ts";
import { positionText, presenceText, removalText, sexText } from "./person-choices.ts";
import styles from "./list-table.module.css";

interface ListTableProps {
  readonly rows: readonly ListRow[];
  readonly selected: string | null;
  readonly canChange: boolean;
  /** Numbers and ages only: others may look on (ux 3.11). */
  readonly isProtected: boolean;
  readonly onSelect: (row: ListRow) => void;
  readonly onRestore: (row: ListRow) => void;
}

export function ListTable({ rows, selected, canChange, isProtected, onSelect, onRestore }: ListTableProps) {
  return (
    <div className={styles.table} role="table" aria-label={m.list_title()} aria-rowcount={rows.length + 1}>
      <div className={styles.head} role="row">
        <span role="columnheader">{m.list_number()}</span>
        <span role="columnheader">{m.list_name()}</span>
        <span role="columnheader">{m.list_born()}</span>
        <span role="columnheader">{m.list_sex()}</span>
      </div>
      <VList className={styles.body} role="rowgroup" data={rows} tabIndex={0}>
        {(row) => (
          <Row
            key={row.lineId}
            row={row}
            isSelected={row.lineId === selected}
            canChange={canChange}
            isProtected={isProtected}
            onSelect={onSelect}
            onRestore={onRestore}
          />
        )}
      </VList>
    </div>
  );
}

interface RowProps extends Omit<ListTableProps, "rows" | "selected"> {
  readonly row: ListRow;
  readonly isSelected: boolean;
}

function Row({ row, isSelected, canChange, isProtected, onSelect, onRestore }: RowProps) {
  const { person, number, removed } = row;
  const name = isProtected ? protectedName(row) : fullName(person);
  return (
    <div
      className={styles.row}
      role="row"
      data-removed={removed !== null || undefined}
      data-selected={isSelected || undefined}
    >
      <span role="cell" className={styles.number}>
        {number}
      </span>
      <span role="cell" className={styles.name}>
        {removed === null && canChange ? (
          <button type="button" className={styles.open} onClick={() => onSelect(row)}>
            {name}
          </button>
        ) : (
          <span className={styles.plain}>{name}</span>
        )}
        <Remarks row={row} isProtected={isProtected} />
      </span>
      <span role="cell" className={styles.born}>
        {isProtected ? "" : dateDigits(person.born)}
      </span>
      <span role="cell" className={styles.sex}>
        {removed !== null && canChange ? (
          <Button kind="secondary" onPress={() => onRestore(row)}>
            {m.list_restore()}
          </Button>
        ) : (
          sexText(person.sex)
        )}
      </span>
    </div>
  );
}

function Remarks({ row, isProtected }: Pick<RowProps, "row" | "isProtected">) {
  const { person, removed, isChangedAfterSigning } = row;
  const remarks = [
    removed === null ? "" : `${m.list_removed()}: ${removalText(removed.reason)}`,
    person.presence === "present" ? "" : presenceText(person.presence),
    person.position === "resident" ? "" : positionText(person.position),
    isChangedAfterSigning ? m.list_changed_mark() : "",
    isProtected ? "" : (person.note ?? ""),
  ].filter((remark) => remark !== "");
  return remarks.length === 0 ? null : <span className={styles.remarks}>{remarks.join(" · ")}</span>;
}

function protectedName({ number, ageYears }: ListRow): string {
  return ageYears === null ? m.list_protected_row_unknown({ number }) : m.list_protected_row({ number, age: ageYears });
}
