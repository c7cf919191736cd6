// T-05: one person in twenty seconds. After saving, the drawer stays and the next surname is awaited.
import { useId, useMemo, useRef, useState } from "react";
import { findLikelyDuplicates, type ListPerson, type Position, type TypedPerson } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { ListRow } from "../../wiring/index.ts";
import { listErrorText, type ListFailure } from "./list-error-text.ts";
import { LikelyDuplicates } from "./likely-duplicates.tsx";
import { positionText } from "./person-choices.ts";
import { PersonFields } from "./person-fields.tsx";
import {
  draftOfPerson,
  draftOfTyped,
  emptyPerson,
  hasUnsaved,
  readEntry,
  typedOf,
  type EntryDraft,
} from "./person-draft.ts";
import type { Said } from "./said-line.tsx";
import { useTypingKeeper } from "./use-typing-keeper.ts";
import styles from "./person-entry.module.css";

interface PersonEntryProps {
  /** The line being corrected; null for a new person. */
  readonly row: ListRow | null;
  /** Of the other lines no name is shown (ux 3.11). */
  readonly isProtected: boolean;
  /** All other lines, to find the same person among them. */
  readonly rows: readonly ListRow[];
  /** What was typed before and is gone on with; null where the form begins anew. */
  readonly typed: TypedPerson | null;
  /** The name a new person begins with; null = none. */
  readonly begunWith: Pick<TypedPerson, "surname" | "given" | "patronymic"> | null;
  /** What stands in the form and is not saved, about a second after it was typed and when the form is left; null = nothing. */
  readonly onType: (typed: TypedPerson | null) => void;
  /** What was typed last could not be kept. */
  readonly hasFailed: boolean;
  /** What became of the last saving, said once. */
  readonly said: Said | null;
  /** The position that the officer said of the last new person; null before the first. */
  readonly keptPosition: Position | null;
  readonly onKeepPosition: (position: Position | null) => void;
  /** `toldApartFrom`: lines that are alike and, the officer said, somebody else. */
  readonly onSave: (person: ListPerson, toldApartFrom: readonly string[]) => Promise<ListFailure | null>;
  /** The person stands on the list already, under this number. */
  readonly onLeaveOut: (number: number) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

export function PersonEntry(props: PersonEntryProps) {
  const { row, rows, typed, said, keptPosition, onKeepPosition, onSave, onLeaveOut, onRemove, onClose } = props;
  const [entry, setEntry] = useState<EntryDraft>(() => {
    if (typed !== null) return draftOfTyped(typed);
    return row === null ? { ...emptyPerson, ...props.begunWith, position: keptPosition } : draftOfPerson(row.person);
  });
  // What the list says of the line, as it was saved last.
  const [listed, setListed] = useState(row?.person ?? null);
  const keeper = useTypingKeeper(props.onType);
  const [isTried, setIsTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<ListFailure | null>(null);
  // What a line was alike before it was opened has been decided.
  const [acceptedAlike, setAcceptedAlike] = useState<readonly string[]>(() =>
    row === null ? [] : likelyAmong(row.person, rows, row.lineId).map(({ line }) => line.lineId),
  );
  const [toldApartFrom, setToldApartFrom] = useState<readonly string[]>([]);
  const [round, setRound] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  const made = readEntry(entry);
  const likely = personToCompare(entry);
  const alike = useAlike(likely, rows, row?.lineId ?? null);
  const undecided = alike.filter(({ line }) => !acceptedAlike.includes(line.lineId));
  const isUndecided = undecided.length > 0;
  const askId = useId();

  const type = (next: EntryDraft): void => {
    setEntry(next);
    keeper.changed(hasUnsaved(next, listed) ? typedOf(next) : null);
  };
  const start = (): void => {
    const { position } = entry;
    onKeepPosition(position);
    setEntry({ ...emptyPerson, position });
    setIsTried(false);
    setAcceptedAlike([]);
    setToldApartFrom([]);
    setError(null);
    // The fields begin anew, with their pads closed and the surname awaited.
    setRound(round + 1);
    form.current?.querySelector(`.${styles.fields}`)?.scrollTo({ top: 0 });
  };
  const save = async (person: ListPerson, told = toldApartFrom): Promise<void> => {
    setIsSaving(true);
    // On the disk as typed before it is on the list: the saving takes it away in the same moment.
    keeper.flush();
    const failure = await onSave(person, told).catch(() => ({ type: "unexpected" as const }));
    setIsSaving(false);
    if (failure !== null) setError(failure);
    else if (row === null) start();
    else setListed(person);
  };
  const trySave = (): void => {
    setIsTried(true);
    if (!made.ok) return focusFirstProblem(form.current);
    // By Enter: whether it is the same person is decided first. The question stands over the button and takes the focus.
    if (isUndecided) form.current?.querySelector<HTMLElement>("[data-alike] button")?.focus();
    else if (!isSaving) void save(made.person);
  };

  return (
    // The form itself is not operated: the focus that leaves one of its fields hands on what was typed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles.entry}
      aria-label={row === null ? m.list_add() : m.list_correct_title()}
      onBlur={keeper.flush}
      onSubmit={(event) => {
        event.preventDefault();
        trySave();
      }}
    >
      <div className={styles.fields}>
        <div className={styles.head}>
          <h2 className={styles.title}>
            {row === null ? m.list_add() : `№ ${row.number} · ${m.list_correct_title()}`}
            {/* Chosen below the fold: what is kept from the person before is seen from the first letter on. */}
            {row === null && entry.position !== null && (
              <span className={styles.kept}> · {positionText(entry.position)}</span>
            )}
          </h2>
          <p className={styles.said} data-tone={said?.tone} role="status">
            {said?.text}
          </p>
        </div>
        <PersonFields
          key={round}
          entry={entry}
          keptPosition={row === null ? keptPosition : null}
          problems={isTried && !made.ok ? made.problems : []}
          onChange={type}
        />
        {(error !== null || props.hasFailed) && (
          <p className={styles.error} role="alert">
            ✕ {listErrorText(error ?? { type: "unexpected" })}
          </p>
        )}
      </div>
      {likely !== null && isUndecided && (
        <LikelyDuplicates
          person={likely}
          alike={undecided}
          isProtected={props.isProtected}
          askId={askId}
          onSame={() => {
            if (row !== null) return onRemove();
            const [first] = undecided;
            keeper.changed(null);
            keeper.flush();
            if (first !== undefined) onLeaveOut(first.line.number);
            return start();
          }}
          onDifferent={() => {
            const told = [...toldApartFrom, ...undecided.map(({ line }) => line.lineId)];
            setAcceptedAlike(alike.map(({ line }) => line.lineId));
            setToldApartFrom(told);
            if (isTried && made.ok) void save(made.person, told);
          }}
        />
      )}
      <div className={styles.actions}>
        <Button
          kind="primary"
          isMain
          isDisabled={isSaving || isUndecided}
          onPress={trySave}
          {...(isUndecided ? { describedBy: askId } : {})}
        >
          {row === null ? m.list_save_next() : m.list_save_change()}
        </Button>
        {row !== null && (
          <Button kind="quiet" onPress={onRemove}>
            {m.list_remove()}
          </Button>
        )}
        <Button
          kind="secondary"
          onPress={() => {
            keeper.flush();
            onClose();
          }}
        >
          {m.list_close()}
        </Button>
      </div>
    </form>
  );
}

/** As far as the form goes: the position is often said last, and says nothing about who it is. */
function personToCompare(entry: EntryDraft): ListPerson | null {
  const reading = readEntry({ ...entry, position: entry.position ?? "resident" });
  return reading.ok ? reading.person : null;
}

function useAlike(person: ListPerson | null, rows: readonly ListRow[], self: string | null) {
  const key = person === null ? "" : JSON.stringify(person);
  return useMemo(() => {
    if (key === "" || person === null) return [];
    return likelyAmong(person, rows, self);
    // The person is made anew on every stroke; its text tells whether it changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, rows, self]);
}

function likelyAmong(person: ListPerson, rows: readonly ListRow[], self: string | null) {
  return findLikelyDuplicates(
    person,
    rows.filter((one) => one.removed === null && one.lineId !== self),
  );
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>("[aria-invalid=true], [data-choice-missing] button")?.focus(),
  );
}
