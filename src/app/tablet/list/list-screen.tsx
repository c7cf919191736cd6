// T-04: everyone who must be enumerated, compiled as of 1 June (W2). The entry drawer stands beside the table in landscape
// and over its lower part in portrait.
import { useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import type { ListPerson } from "#fieldwork";
import type { Result } from "#questionnaire";
import { m } from "../../i18n/index.ts";
import { Button, TextField } from "../../ui/index.ts";
import { useTablet, useTabletState, type ListChangeError, type ListRow } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { CautionsButton } from "../institution-cautions.tsx";
import { ListCounter } from "./list-counter.tsx";
import { listErrorText, type ListFailure } from "./list-error-text.ts";
import { searchRows } from "./list-search.ts";
import { ListTable } from "./list-table.tsx";
import { PersonEntry } from "./person-entry.tsx";
import { RemovePerson } from "./remove-person.tsx";
import { SentBanner } from "./sent-banner.tsx";
import { useList } from "./use-list.ts";
import styles from "./list-screen.module.css";

type Drawer =
  | { readonly mode: "closed" }
  | { readonly mode: "new" }
  | { readonly mode: "correct"; readonly row: ListRow };

export function ListScreen() {
  const tablet = useTablet();
  const { status } = useTabletState();
  const [, go] = useLocation();
  const { view, hasFailed, reload } = useList();
  const [query, setQuery] = useState("");
  const [drawer, setDrawer] = useState<Drawer>({ mode: "closed" });
  const [removing, setRemoving] = useState<ListRow | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<ListFailure | null>(null);
  const [isUnlocked, setIsUnlocked] = useState(false);

  /** Runs a change of the list; the answer is null, or what the officer must be told. */
  const change = async <T,>(call: Promise<Result<T, ListChangeError>>): Promise<ListFailure | null> => {
    const result = await call.catch(() => ({ ok: false as const, error: { type: "unexpected" as const } }));
    reload();
    setError(result.ok ? null : result.error);
    return result.ok ? null : result.error;
  };
  const save = async (person: ListPerson): Promise<ListFailure | null> => {
    if (drawer.mode === "correct") {
      const failure = await change(tablet.correctPerson(drawer.row.lineId, person));
      if (failure === null) setSaid(m.list_changed({ number: drawer.row.number }));
      return failure;
    }
    const added = await tablet.addPerson(person);
    reload();
    if (!added.ok) return added.error;
    setSaid(m.list_added({ number: added.value.number }));
    return null;
  };
  const show = (next: Drawer): void => {
    setSaid(null);
    setDrawer(next);
  };

  const isProtected = status?.state === "unlocked" && status.institution.protectedMode;
  const isSent = view?.list.state === "signed";
  const canChange = !isSent || isUnlocked;
  const rows = view === null ? [] : searchRows(view.rows, query);
  return (
    <TabletFrame
      isBleed
      back={{ label: m.list_home(), to: "/" }}
      title={`${m.list_title()}, ${m.list_as_of()}`}
      bottom={
        canChange &&
        drawer.mode === "closed" && (
          <div className={styles.bottom}>
            <Button kind="primary" isMain onPress={() => show({ mode: "new" })}>
              + {m.list_add()}
            </Button>
            <Button kind="secondary" onPress={() => go("/list/import")}>
              {m.list_import()}
            </Button>
            <Button
              kind="secondary"
              isDisabled={view === null || view.rows.length === 0}
              onPress={() => go("/list/sign")}
            >
              {m.list_sign()}
            </Button>
          </div>
        )
      }
    >
      <div className={styles.page} data-drawer={drawer.mode !== "closed" || undefined}>
        <div className={styles.list}>
          {view !== null && isSent && (
            <SentBanner view={view} canChange={canChange} onChange={() => setIsUnlocked(true)} />
          )}
          {view !== null && (
            <ListCounter view={view} onDeclare={(count) => void change(tablet.declareHeadcount(count))}>
              {status?.state === "unlocked" && <CautionsButton kind={status.institution.kind} />}
            </ListCounter>
          )}
          {view !== null && view.damagedRecords > 0 && (
            <p className={styles.error}>{m.list_damaged({ count: view.damagedRecords })}</p>
          )}
          {(error !== null || hasFailed) && (
            <p className={styles.error} role="alert">
              ✕ {listErrorText(error ?? { type: "unexpected" })}
            </p>
          )}
          <TextField label={m.list_search()} value={query} onChange={setQuery} />
          {view === null ? (
            <p role="status">{m.list_loading()}</p>
          ) : (
            <Rows
              all={view.rows.length}
              rows={rows}
              onShowAll={() => setQuery("")}
              table={
                <ListTable
                  rows={rows}
                  selected={drawer.mode === "correct" ? drawer.row.lineId : null}
                  canChange={canChange}
                  isProtected={isProtected}
                  onSelect={(row) => show({ mode: "correct", row })}
                  onRestore={(row) => void change(tablet.restorePerson(row.lineId))}
                />
              }
            />
          )}
        </div>
        {drawer.mode !== "closed" && (
          <aside className={styles.drawer}>
            <PersonEntry
              key={drawer.mode === "correct" ? drawer.row.lineId : "new"}
              row={drawer.mode === "correct" ? drawer.row : null}
              rows={view?.rows ?? []}
              said={said}
              onSave={save}
              onLeaveOut={(number) => setSaid(m.list_not_added({ number }))}
              onRemove={() => {
                if (drawer.mode === "correct") setRemoving(drawer.row);
              }}
              onClose={() => show({ mode: "closed" })}
            />
          </aside>
        )}
      </div>
      <RemovePerson
        row={removing}
        onClose={() => setRemoving(null)}
        onRemove={(row, reason) => {
          setRemoving(null);
          show({ mode: "closed" });
          void change(tablet.removePerson(row.lineId, reason));
        }}
      />
    </TabletFrame>
  );
}

interface RowsProps {
  readonly all: number;
  readonly rows: readonly ListRow[];
  readonly table: ReactNode;
  readonly onShowAll: () => void;
}

function Rows({ all, rows, table, onShowAll }: RowsProps) {
  if (all === 0) return <p className={styles.empty}>{m.list_empty()}</p>;
  if (rows.length > 0) return table;
  return (
    <div className={styles.empty}>
      <p>{m.list_none_found()}</p>
      <Button kind="secondary" onPress={onShowAll}>
        {m.list_show_all()}
      </Button>
    </div>
  );
}
