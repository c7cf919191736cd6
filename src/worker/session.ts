// The open tablet: keys and book in memory, changes written one after another. A change is decided on the book, encrypted,
// written strictly, and only then becomes the book. Another tab that wrote in between is seen by the generation: the
// records are read again and the change is decided again, so two tabs never overwrite each other.
import { err, ok, type Result } from "#questionnaire";
import type { EncryptedRecord, RecordsMoved, RecordStore } from "#storage";
import type { StorageError } from "#sync";
import type { Random } from "#protocol";
import { bookFromRecords, type Book, type BookChange } from "./book.ts";
import type { LockedError } from "./errors.ts";
import { closeRecords, openRecords } from "./record-cipher.ts";
import type { OpenVault } from "./vault.ts";

/** What a change does and what it gives back. */
export interface Decision<T> extends BookChange {
  readonly value: T;
  /** No screen shows what changed: none is told to read again. */
  readonly isUnseen?: true;
}

/** Writes a decided change durably: plainly, or together with sealed batches. Returns the new generation. */
export type Commit<E> = (
  records: readonly EncryptedRecord[],
  generation: number,
) => Promise<Result<number, StorageError | RecordsMoved | E>>;

export interface Session {
  readonly isOpen: () => boolean;
  /** How far `open` is with the records; null while nothing is being opened. */
  readonly opening: () => OpeningProgress | null;
  /** Takes the keys and reads all records; `vault-damaged` where what enrolment said is not among them. */
  readonly open: (vault: OpenVault) => Promise<Result<true, StorageError | { readonly type: "vault-damaged" }>>;
  /** Forgets keys and book once everything being written is written. */
  readonly close: () => Promise<void>;
  /** Called when the book is forgotten, for what others keep of it. */
  readonly onClose: (forget: () => void) => void;
  /** The keys, for sealing. */
  readonly vault: () => OpenVault | null;
  /** The book as it stands on disk now. */
  readonly read: () => Promise<Result<Book, StorageError | LockedError>>;
  /** Changes run alone, in their order. `decide` may run again on a newer book; it must not act on anything else. */
  readonly change: <T, E>(
    decide: (book: Book) => Result<Decision<T>, E> | Promise<Result<Decision<T>, E>>,
  ) => Promise<Result<T, E | StorageError | LockedError>>;
  /** As `change`, with another way of writing; `commitOf` is asked with each decision. */
  readonly changeWith: <T, E, C>(
    decide: (book: Book) => Promise<Result<{ readonly decision: Decision<T>; readonly commit: Commit<C> }, E>>,
  ) => Promise<Result<T, E | C | StorageError | LockedError>>;
}

export interface OpeningProgress {
  readonly opened: number;
  readonly all: number;
}

interface OpenBook {
  readonly vault: OpenVault;
  readonly book: Book;
  readonly generation: number;
}

/** More tabs than this do not write in the same moment again and again. */
const attemptsLimit = 8;

export function createSession(records: RecordStore, random: Random, onChange: () => void): Session {
  let current: OpenBook | null = null;
  let opening: OpeningProgress | null = null;
  let tail: Promise<unknown> = Promise.resolve();
  const forgetful: (() => void)[] = [];

  const load = async (
    vault: OpenVault,
  ): Promise<Result<OpenBook, StorageError | { readonly type: "vault-damaged" }>> => {
    const stored = await records.readRecords();
    if (!stored.ok) return stored;
    const all = stored.value.records.length;
    let count = 0;
    opening = { opened: count, all };
    const opened = await openRecords(vault.dataKey, stored.value.records, () => {
      count += 1;
      opening = { opened: count, all };
    }).finally(() => {
      opening = null;
    });
    const book = bookFromRecords(opened.records, opened.damaged + opened.newer);
    if (book === null) return err({ type: "vault-damaged" });
    return ok({ vault, book, generation: stored.value.generation });
  };

  const refresh = async (): Promise<Result<OpenBook, StorageError | LockedError>> => {
    const before = current;
    if (before === null) return err({ type: "locked" });
    const generation = await records.readGeneration();
    if (!generation.ok) return generation;
    if (generation.value === before.generation) return current === null ? err({ type: "locked" }) : ok(before);
    const loaded = await load(before.vault);
    // Locked meanwhile: what was read is forgotten too.
    if (current === null) return err({ type: "locked" });
    if (!loaded.ok) return loaded.error.type === "vault-damaged" ? err({ type: "storage-aborted" }) : err(loaded.error);
    current = loaded.value;
    return ok(loaded.value);
  };

  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work, work);
    tail = turn.catch(() => null);
    return turn;
  };

  const changeWith: Session["changeWith"] = async (decide) =>
    alone(async () => {
      for (let attempt = 0; attempt < attemptsLimit; attempt += 1) {
        const open = await refresh();
        if (!open.ok) return open;
        const decided = await decide(open.value.book);
        if (!decided.ok) return decided;
        const { decision, commit } = decided.value;
        const encrypted = await closeRecords(open.value.vault.dataKey, decision.records, random);
        const written = await commit(encrypted, open.value.generation);
        if (written.ok) {
          current = { vault: open.value.vault, book: decision.book, generation: written.value };
          if (decision.isUnseen !== true) onChange();
          return ok(decision.value);
        }
        if (!isMoved(written.error)) return err(written.error);
      }
      return err({ type: "storage-aborted" } as const);
    });

  return {
    isOpen: () => current !== null,
    opening: () => opening,
    open: async (vault) => {
      const loaded = await load(vault);
      if (!loaded.ok) return loaded;
      current = loaded.value;
      return ok(true);
    },
    close: async () =>
      alone(async () => {
        current = null;
        for (const forget of forgetful) forget();
      }),
    onClose: (forget) => {
      forgetful.push(forget);
    },
    vault: () => current?.vault ?? null,
    read: async () => {
      const open = await refresh();
      return open.ok ? ok(open.value.book) : open;
    },
    change: async (decide) =>
      changeWith(async (book) => {
        const decision = await decide(book);
        if (!decision.ok) return decision;
        const commit: Commit<never> = async (encrypted, generation) => records.writeRecords(encrypted, generation);
        return ok({ decision: decision.value, commit });
      }),
    changeWith,
  };
}

function isMoved<E>(error: E | RecordsMoved): error is RecordsMoved {
  return typeof error === "object" && error !== null && "type" in error && error.type === "records-moved";
}
