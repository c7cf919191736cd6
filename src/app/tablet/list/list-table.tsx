// The list by number: № · name · date of birth · sex. A thousand rows scroll because only those in sight are drawn. A row
// opens wherever it is tapped; for the keyboard and for assistive technology it is one button, on the name.
import { useEffect, useRef } from "react";
import { VList, type VListHandle } from "virtua";
import { m } from "../../i18n/index.ts";
import { Button, Glyph } from "../../ui/index.ts";
import type { ListRow, ListView } from "../../wiring/index.ts";
import { isBirthIncomplete, lateChangeOf, type LateChange } from "./list-filter.ts";
import { insteadOfName } from "./instead-of-name.ts";
import { bornText, fullName } from "./person-words.ts";
import { positionText, presenceText, removalText, sexText } from "./person-choices.ts";
import styles from "./list-table.module.css";

interface ListTableProps {
  readonly rows: readonly ListRow[];
  /** The list they stand on: what changed after its signing is marked. */
  readonly list: ListView["list"];
  readonly selected: string | null;
  /** The line that was added last: brought into view and marked for a moment. */
  readonly fresh: string | null;
  readonly canChange: boolean;
  /** Numbers and ages only: others may look on (ux 3.11). */
  readonly isProtected: boolean;
  readonly onSelect: (row: ListRow) => void;
  readonly onRestore: (row: ListRow) => void;
}

export function ListTable(props: ListTableProps) {
  const { rows, list, selected, fresh, canChange, isProtected, onSelect, onRestore } = props;
  const scrolled = useRef<VListHandle>(null);
  const freshAt = rows.findIndex(({ lineId }) => lineId === fresh);
  useEffect(() => {
    if (freshAt >= 0) scrolled.current?.scrollToIndex(freshAt, { align: "nearest" });
  }, [fresh, freshAt]);
  return (
    <div
      className={styles.table}
      role="table"
      aria-label={m.list_title()}
      aria-rowcount={rows.length + 1}
      data-protected={isProtected || undefined}
    >
      <div className={styles.head} role="row">
        <span role="columnheader">{m.list_number()}</span>
        <span role="columnheader">{isProtected ? m.list_respondent() : m.list_name()}</span>
        {!isProtected && <span role="columnheader">{m.list_born()}</span>}
        <span role="columnheader">{m.list_sex()}</span>
      </div>
      <VList ref={scrolled} className={styles.body} role="rowgroup" data={rows} tabIndex={0}>
        {(row) => (
          <Row
            key={row.lineId}
            row={row}
            list={list}
            isSelected={row.lineId === selected}
            isFresh={row.lineId === fresh}
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

interface RowProps extends Omit<ListTableProps, "rows" | "selected" | "fresh"> {
  readonly row: ListRow;
  readonly isSelected: boolean;
  readonly isFresh: boolean;
}

function Row({ row, list, isSelected, isFresh, canChange, isProtected, onSelect, onRestore }: RowProps) {
  const { person, number, removed } = row;
  const name = isProtected ? protectedName(row) : fullName(person);
  const canOpen = removed === null && canChange;
  return (
    <div
      className={styles.row}
      role="row"
      data-removed={removed !== null || undefined}
      data-selected={isSelected || undefined}
      data-fresh={isFresh || undefined}
      data-opens={canOpen || undefined}
    >
      <span role="cell" className={styles.number}>
        {number}
      </span>
      <span role="cell" className={styles.name}>
        <span className={styles.words}>
          {canOpen ? (
            <button type="button" className={styles.open} data-line={row.lineId} onClick={() => onSelect(row)}>
              {name}
            </button>
          ) : (
            <span className={styles.plain}>{name}</span>
          )}
          <Remarks row={row} list={list} isProtected={isProtected} />
        </span>
        {removed !== null && canChange && (
          <Button kind="secondary" label={`${m.list_restore()}: № ${number}`} onPress={() => onRestore(row)}>
            {m.list_restore()}
          </Button>
        )}
      </span>
      {!isProtected && (
        <span role="cell" className={styles.born}>
          {bornText(person)}
        </span>
      )}
      <span role="cell" className={styles.sex}>
        {sexText(person.sex)}
        {canOpen && (
          <span className={styles.way}>
            <Glyph name="forward" />
          </span>
        )}
      </span>
    </div>
  );
}

function Remarks({ row, list, isProtected }: Pick<RowProps, "row" | "list" | "isProtected">) {
  const { person, removed } = row;
  const change = lateChangeOf(row, list);
  const remarks = [
    removed === null ? "" : `${m.list_removed()}: ${removalText(removed.reason)}`,
    person.presence === "present" ? "" : presenceText(person.presence),
    person.position === "resident" ? "" : positionText(person.position),
    birthRemark(row),
    removed === null && person.sex === null ? m.list_sex_unknown() : "",
    change === null ? "" : changeText(change),
    isProtected ? "" : (person.note ?? ""),
  ].filter((remark) => remark !== "");
  return remarks.length === 0 ? null : <span className={styles.remarks}>{remarks.join(" · ")}</span>;
}

function birthRemark(row: ListRow): string {
  if (row.removed !== null || !isBirthIncomplete(row)) return "";
  return `⚠ ${row.person.born === null ? m.list_born_unknown() : m.list_born_incomplete()}`;
}

function changeText(change: LateChange): string {
  switch (change) {
    case "added":
      return m.list_added_mark();
    case "removed":
      return m.list_removed_mark();
    case "corrected":
      return m.list_changed_mark();
  }
}

function protectedName({ number, person }: ListRow): string {
  return `№ ${number}, ${insteadOfName(person)}`;
}
