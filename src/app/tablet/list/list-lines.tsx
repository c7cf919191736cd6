// The lines of the list with their search and chips. Chips that would hold nobody are not offered.
import { useDeferredValue, useMemo, useState } from "react";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button, Segment, TextField } from "../../ui/index.ts";
import type { ListRow, ListView } from "../../wiring/index.ts";
import { isListed, listFilters, type ListFilter } from "./list-filter.ts";
import { searchRows } from "./list-search.ts";
import { ListTable } from "./list-table.tsx";
import styles from "./list-screen.module.css";

interface ListLinesProps {
  readonly view: ListView;
  readonly selected: string | null;
  /** The line that was added last on this screen. */
  readonly fresh: string | null;
  readonly canChange: boolean;
  /** Numbers and ages only; names are not searched either: a hit would tell the name. */
  readonly isProtected: boolean;
  /** The drawer stands beside it. */
  readonly isNarrow: boolean;
  readonly onSelect: (row: ListRow) => void;
  readonly onRestore: (row: ListRow) => void;
}

export function ListLines(props: ListLinesProps) {
  const { view, selected, fresh, canChange, isProtected, isNarrow, onSelect, onRestore } = props;
  const [query, setQuery] = useState("");
  const [wanted, setWanted] = useState<ListFilter>("all");
  const sought = useDeferredValue(query);
  const counts = useMemo(
    () => listFilters.map((filter) => ({ filter, n: view.rows.filter((row) => isListed(row, filter)).length })),
    [view],
  );
  const chips = counts.filter(({ filter, n }) => filter === "all" || n > 0);
  const filter = chips.some((chip) => chip.filter === wanted) ? wanted : "all";
  const rows = useMemo(
    () => searchRows(view.rows, sought).filter((row) => isListed(row, filter)),
    [view, sought, filter],
  );
  if (view.rows.length === 0) return <p className={styles.empty}>{m.list_empty()}</p>;
  return (
    <>
      <TextField
        label={isProtected ? m.list_search_number() : m.list_search()}
        value={query}
        onChange={(text) => setQuery(isProtected ? text.replace(/\D/gu, "") : text)}
      />
      {chips.length > 1 && !isNarrow && (
        <Segment
          label={m.list_filter()}
          isLabelHidden
          options={chips.map(({ filter: value, n }) => ({ value, label: chipText(value, n) }))}
          value={filter}
          onChange={setWanted}
        />
      )}
      {rows.length > 0 ? (
        <ListTable
          rows={rows}
          list={view.list}
          selected={selected}
          fresh={fresh}
          canChange={canChange}
          isProtected={isProtected}
          onSelect={onSelect}
          onRestore={onRestore}
        />
      ) : (
        <div className={styles.empty}>
          <p role="status">{m.list_none_found()}</p>
          <Button
            kind="secondary"
            onPress={() => {
              setQuery("");
              setWanted("all");
            }}
          >
            {m.list_show_all()}
          </Button>
        </div>
      )}
    </>
  );
}

function chipText(filter: ListFilter, count: number): string {
  const n = formatNumber(count);
  switch (filter) {
    case "all":
      return m.list_show_filter_all({ n });
    case "incomplete":
      return m.list_show_incomplete({ n });
    case "away":
      return m.list_show_away({ n });
    case "changed":
      return m.list_show_changed({ n });
    case "removed":
      return m.list_show_removed({ n });
  }
}
