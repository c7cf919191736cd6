// T-04: everyone who must be enumerated, compiled as of 1 June (W2). The entry drawer stands beside the table in landscape
// and over its lower part in portrait.
import { useEffect, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { ListPerson, PersonTyping, Position, RemovalReason } from "#fieldwork";
import type { PartialDate, Result } from "#questionnaire";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import {
  useReading,
  useTablet,
  useTabletState,
  type ListChangeError,
  type ListRow,
  type ListView,
} from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { useIsProtected } from "../use-is-protected.ts";
import { wayOn } from "../way-on.ts";
import { CautionsButton } from "../institution-cautions.tsx";
import { drawerAtStart, type Drawer } from "./drawer-at-start.ts";
import { ListCounter } from "./list-counter.tsx";
import { listErrorText, type ListFailure } from "./list-error-text.ts";
import { ListLines } from "./list-lines.tsx";
import { ListSaved } from "./list-saved.tsx";
import { PersonEntry } from "./person-entry.tsx";
import { RemovePerson } from "./remove-person.tsx";
import { SaidLine, type Said } from "./said-line.tsx";
import { SentBanner } from "./sent-banner.tsx";
import { nameSought, useSoughtName } from "./sought-name.ts";
import { TypingOffer } from "./typing-offer.tsx";
import { useFocusAfterDrawer } from "./use-focus-after-drawer.ts";
import { useList } from "./use-list.ts";
import { readTypings, useTypings } from "./use-typings.ts";
import styles from "./list-screen.module.css";

/** Opened at `?add`, it begins with the entry of a person. */
export function ListScreen() {
  const { view, hasFailed, reload } = useList();
  const typings = useReading(readTypings, []);
  // What was typed is not worth the list: where it cannot be read, the list shows all the same.
  const kept = typings.value ?? (typings.failure === null ? null : []);
  if (view !== null && kept !== null) return <ListPage view={view} kept={kept} hasFailed={hasFailed} reload={reload} />;
  return (
    <TabletFrame back={{ label: m.list_home(), to: "/" }} title={`${m.list_title()}, ${m.list_as_of()}`}>
      <p role={hasFailed ? "alert" : "status"}>
        {hasFailed ? `✕ ${listErrorText({ type: "unexpected" })}` : m.list_loading()}
      </p>
    </TabletFrame>
  );
}

interface ListPageProps {
  readonly view: ListView;
  /** What was typed of people and not saved when the screen was opened. */
  readonly kept: readonly PersonTyping[];
  readonly hasFailed: boolean;
  readonly reload: () => void;
}

function ListPage({ view, kept, hasFailed, reload }: ListPageProps) {
  const tablet = useTablet();
  const { status } = useTabletState();
  const [, go] = useLocation();
  const isAdding = new URLSearchParams(useSearch()).has("add");
  const isProtected = useIsProtected();
  const [sought, keepSought] = useSoughtName();
  // Of the form that this screen begins with, and of no later one.
  const [begunWith, setBegunWith] = useState(() => nameSought(isAdding ? sought : null));
  useEffect(() => keepSought(null), [keepSought]);
  const [drawer, setDrawer] = useState<Drawer | null>(() =>
    drawerAtStart({ view, kept, isAdding, isSought: sought !== null, isProtected }),
  );
  const lineId = drawer?.row?.lineId ?? null;
  const typings = useTypings(kept, drawer === null ? undefined : lineId);
  const [removing, setRemoving] = useState<ListRow | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [error, setError] = useState<ListFailure | null>(null);
  const [isUnlocked, setIsUnlocked] = useState(drawer !== null);
  // For as long as this screen stays open: a ward or a family is listed in one go.
  const [keptPosition, setKeptPosition] = useState<Position | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const say = (text: string, undo: ListRow | null = null): void => setSaid({ text, tone: "done", undo });
  const note = (text: string): void => setSaid({ text, tone: "noted", undo: null });

  /** Runs a change of the list; the answer is null, or what the officer must be told. */
  const change = async <T,>(call: Promise<Result<T, ListChangeError>>): Promise<ListFailure | null> => {
    const result = await call.catch(() => ({ ok: false as const, error: { type: "unexpected" as const } }));
    reload();
    setError(result.ok ? null : result.error);
    return result.ok ? null : result.error;
  };
  const save = async (person: ListPerson, toldApartFrom: readonly string[]): Promise<ListFailure | null> => {
    if (drawer !== null && drawer.row !== null) {
      const { lineId: corrected, number } = drawer.row;
      const failure = await change(tablet.correctPerson(corrected, person, toldApartFrom));
      if (failure !== null) return failure;
      typings.forget(corrected);
      say(m.list_changed({ number }));
      return null;
    }
    const added = await tablet.addPerson(person, toldApartFrom);
    reload();
    if (!added.ok) return added.error;
    typings.forget(null);
    setFresh(added.value.lineId);
    const addedText = m.list_added({ number: added.value.number });
    if (person.sex === null) note(`${addedText}. ${m.list_added_no_sex()}`);
    else say(addedText);
    return null;
  };
  const open = (row: ListRow | null): void => {
    setBegunWith(nameSought(null));
    const form = row?.lineId ?? null;
    if (drawer !== null && (drawer.row?.lineId ?? null) === form) return;
    setSaid(null);
    typings.begin(form);
    const typed = typings.of(form);
    setDrawer({ row, typed, isOffer: typed !== null });
  };
  const close = (): void => {
    const isTyped = drawer !== null && typings.of(drawer.row?.lineId ?? null) !== null;
    setSaid(isTyped ? { text: m.list_typed_kept(), tone: "noted", undo: null } : null);
    typings.begin(undefined);
    setDrawer(null);
  };
  const remove = async (row: ListRow, reason: RemovalReason, leftOn: PartialDate | null): Promise<void> => {
    setRemoving(null);
    const failure = await change(tablet.removePerson(row.lineId, reason, leftOn));
    if (failure !== null) return;
    typings.forget(row.lineId);
    close();
    say(m.list_taken_off({ number: row.number }), row);
  };
  const restore = async (row: ListRow): Promise<void> => {
    const failure = await change(tablet.restorePerson(row.lineId));
    if (failure !== null) return;
    say(m.list_restored({ number: row.number }));
    addButton.current?.focus();
  };

  const isSent = view.list.state === "signed";
  const canChange = !isSent || isUnlocked;
  const isOpen = drawer !== null;
  useFocusAfterDrawer(isOpen, lineId, addButton);
  // That nobody lives here is a word the Department waits for (instrument 3.3, I-15).
  const livesNobody = view.list.state !== "not-started" && view.list.headcount === 0;
  return (
    <TabletFrame
      isBleed
      back={{ label: m.list_home(), to: "/" }}
      title={`${m.list_title()}, ${m.list_as_of()}`}
      extra={<ListSaved atMs={view.savedAtMs} />}
      bottom={
        !isOpen &&
        (canChange ? (
          <div className={styles.bottom}>
            <Button ref={addButton} kind="primary" isMain onPress={() => open(null)}>
              + {m.list_add()}
            </Button>
            <Button kind="secondary" onPress={() => go("/list/import")}>
              {m.list_import()}
            </Button>
            <Button
              kind="secondary"
              isDisabled={view.rows.length === 0 && !livesNobody}
              onPress={() => go("/list/sign")}
            >
              {m.list_sign()}
            </Button>
          </div>
        ) : (
          <WayOnFromSigned next={view.next} />
        ))
      }
    >
      <div className={styles.page} data-drawer={isOpen || undefined}>
        <div className={styles.list}>
          {isSent && <SentBanner view={view} canChange={canChange} onChange={() => setIsUnlocked(true)} />}
          <ListCounter
            view={view}
            onDeclare={canChange ? (count) => void change(tablet.declareHeadcount(count)) : null}
          >
            {status?.state === "unlocked" && <CautionsButton kind={status.institution.kind} />}
          </ListCounter>
          {view.damagedRecords > 0 && <p className={styles.error}>{m.list_damaged({ count: view.damagedRecords })}</p>}
          {(error !== null || hasFailed) && (
            <p className={styles.error} role="alert">
              ✕ {listErrorText(error ?? { type: "unexpected" })}
            </p>
          )}
          {!isOpen && <SaidLine said={said} onUndo={(row) => void restore(row)} />}
          <ListLines
            view={view}
            selected={lineId}
            fresh={fresh}
            canChange={canChange}
            isProtected={isProtected}
            isNarrow={isOpen}
            onSelect={open}
            onRestore={(row) => void restore(row)}
          />
        </div>
        {drawer !== null && (
          <aside className={styles.drawer}>
            {drawer.isOffer && drawer.typed !== null ? (
              <TypingOffer
                title={drawer.row === null ? m.list_add() : `№ ${drawer.row.number} · ${m.list_correct_title()}`}
                typed={drawer.typed}
                isProtected={isProtected}
                onContinue={() => setDrawer({ ...drawer, isOffer: false })}
                onDiscard={() => {
                  typings.drop(lineId);
                  setDrawer({ ...drawer, typed: null, isOffer: false });
                }}
                onClose={close}
              />
            ) : (
              <PersonEntry
                key={lineId ?? "new"}
                row={drawer.row}
                rows={view.rows}
                isProtected={isProtected}
                typed={drawer.typed}
                begunWith={drawer.row === null ? begunWith : null}
                hasFailed={typings.hasFailed}
                onType={(typed) => typings.keep(lineId, typed)}
                said={said}
                keptPosition={keptPosition}
                onKeepPosition={setKeptPosition}
                onSave={save}
                onLeaveOut={(number) => note(m.list_not_added({ number }))}
                onRemove={() => setRemoving(drawer.row)}
                onClose={close}
              />
            )}
          </aside>
        )}
      </div>
      <RemovePerson
        row={removing}
        isProtected={isProtected}
        onClose={() => setRemoving(null)}
        onRemove={(row, reason, leftOn) => void remove(row, reason, leftOn)}
      />
    </TabletFrame>
  );
}

/** A list that was signed is done with: the next step, and the way home. */
function WayOnFromSigned({ next }: Pick<ListView, "next">) {
  const [, go] = useLocation();
  const way = wayOn(next);
  return (
    <div className={styles.bottom}>
      <Button kind="primary" isMain onPress={() => go(way.to)}>
        {next.type === "interview-next" ? m.home_next() : way.words}
      </Button>
      {way.to !== "/" && (
        <Button kind="secondary" onPress={() => go("/")}>
          {m.frame_home()}
        </Button>
      )}
    </div>
  );
}
