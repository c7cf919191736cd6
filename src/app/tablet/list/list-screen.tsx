// T-04: everyone who must be enumerated, compiled as of 1 June (W2). The entry drawer stands beside the table in landscape
// and over its lower part in portrait.
import { useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { ListPerson, Position, RemovalReason } from "#fieldwork";
import type { PartialDate, Result } from "#questionnaire";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { useTablet, useTabletState, type ListChangeError, type ListRow } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { CautionsButton } from "../institution-cautions.tsx";
import { ListCounter } from "./list-counter.tsx";
import { listErrorText, type ListFailure } from "./list-error-text.ts";
import { ListLines } from "./list-lines.tsx";
import { PersonEntry } from "./person-entry.tsx";
import { RemovePerson } from "./remove-person.tsx";
import { SaidLine, type Said } from "./said-line.tsx";
import { SentBanner } from "./sent-banner.tsx";
import { useFocusAfterDrawer } from "./use-focus-after-drawer.ts";
import { useList } from "./use-list.ts";
import styles from "./list-screen.module.css";

type Drawer =
  | { readonly mode: "closed" }
  | { readonly mode: "new" }
  | { readonly mode: "correct"; readonly row: ListRow };

/** Opened at `?add`, it begins with the entry of a person. */
export function ListScreen() {
  const tablet = useTablet();
  const { status } = useTabletState();
  const [, go] = useLocation();
  const isAdding = new URLSearchParams(useSearch()).has("add");
  const { view, hasFailed, reload } = useList();
  const [drawer, setDrawer] = useState<Drawer>({ mode: isAdding ? "new" : "closed" });
  const [removing, setRemoving] = useState<ListRow | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [error, setError] = useState<ListFailure | null>(null);
  const [isUnlocked, setIsUnlocked] = useState(isAdding);
  // For as long as this screen stays open: a ward or a family is listed in one go.
  const [keptPosition, setKeptPosition] = useState<Position | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const say = (text: string, undo: ListRow | null = null): void => setSaid({ text, undo });

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
      if (failure === null) say(m.list_changed({ number: drawer.row.number }));
      return failure;
    }
    const added = await tablet.addPerson(person);
    reload();
    if (!added.ok) return added.error;
    say(m.list_added({ number: added.value.number }));
    return null;
  };
  const show = (next: Drawer): void => {
    setSaid(null);
    setDrawer(next);
  };
  const remove = async (row: ListRow, reason: RemovalReason, leftOn: PartialDate | null): Promise<void> => {
    setRemoving(null);
    show({ mode: "closed" });
    const failure = await change(tablet.removePerson(row.lineId, reason, leftOn));
    if (failure === null) say(m.list_taken_off({ number: row.number }), row);
  };
  const restore = async (row: ListRow): Promise<void> => {
    const failure = await change(tablet.restorePerson(row.lineId));
    if (failure !== null) return;
    say(m.list_restored({ number: row.number }));
    addButton.current?.focus();
  };

  const isProtected = status?.state === "unlocked" && status.institution.protectedMode;
  const isSent = view?.list.state === "signed";
  const canChange = !isSent || isUnlocked;
  const isOpen = drawer.mode !== "closed";
  useFocusAfterDrawer(isOpen, drawer.mode === "correct" ? drawer.row.lineId : null, addButton);
  // That nobody lives here is a word the Department waits for (instrument 3.3, I-15).
  const livesNobody = view !== null && view.list.state !== "not-started" && view.list.headcount === 0;
  return (
    <TabletFrame
      isBleed
      back={{ label: m.list_home(), to: "/" }}
      title={`${m.list_title()}, ${m.list_as_of()}`}
      bottom={
        canChange &&
        !isOpen && (
          <div className={styles.bottom}>
            <Button ref={addButton} kind="primary" isMain onPress={() => show({ mode: "new" })}>
              + {m.list_add()}
            </Button>
            <Button kind="secondary" onPress={() => go("/list/import")}>
              {m.list_import()}
            </Button>
            <Button
              kind="secondary"
              isDisabled={view === null || (view.rows.length === 0 && !livesNobody)}
              onPress={() => go("/list/sign")}
            >
              {m.list_sign()}
            </Button>
          </div>
        )
      }
    >
      <div className={styles.page} data-drawer={isOpen || undefined}>
        <div className={styles.list}>
          {view !== null && isSent && (
            <SentBanner view={view} canChange={canChange} onChange={() => setIsUnlocked(true)} />
          )}
          {view !== null && (
            <ListCounter
              view={view}
              onDeclare={canChange ? (count) => void change(tablet.declareHeadcount(count)) : null}
            >
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
          {!isOpen && <SaidLine said={said} onUndo={(row) => void restore(row)} />}
          {view === null ? (
            <p role="status">{m.list_loading()}</p>
          ) : (
            <ListLines
              view={view}
              selected={drawer.mode === "correct" ? drawer.row.lineId : null}
              canChange={canChange}
              isProtected={isProtected}
              isNarrow={isOpen}
              onSelect={(row) => show({ mode: "correct", row })}
              onRestore={(row) => void restore(row)}
            />
          )}
        </div>
        {isOpen && (
          <aside className={styles.drawer}>
            <PersonEntry
              key={drawer.mode === "correct" ? drawer.row.lineId : "new"}
              row={drawer.mode === "correct" ? drawer.row : null}
              rows={view?.rows ?? []}
              said={said?.text ?? null}
              keptPosition={keptPosition}
              onKeepPosition={setKeptPosition}
              onSave={save}
              onLeaveOut={(number) => say(m.list_not_added({ number }))}
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
        onRemove={(row, reason, leftOn) => void remove(row, reason, leftOn)}
      />
    </TabletFrame>
  );
}
