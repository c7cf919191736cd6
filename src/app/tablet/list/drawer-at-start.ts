import type { PersonTyping, TypedPerson } from "#fieldwork";
import type { ListRow, ListView } from "../../wiring/index.ts";

/** The form of a line, or (null) of a new person. */
export interface Drawer {
  readonly row: ListRow | null;
  /** What was typed in it before and not saved; null = the form begins anew. */
  readonly typed: TypedPerson | null;
  /** The officer has not said yet whether to go on with that. */
  readonly isOffer: boolean;
}

interface AtStart {
  readonly view: ListView;
  /** What was typed of people and not saved. */
  readonly kept: readonly PersonTyping[];
  readonly isAdding: boolean;
  /** Somebody else is about to be added than who stands half typed. */
  readonly isSought: boolean;
  readonly isProtected: boolean;
}

/** The form that was open when the screen was left (a lock, a start), as it was left; others may look on where names are hidden, and there it is offered. */
export function drawerAtStart({ view, kept, isAdding, isSought, isProtected }: AtStart): Drawer | null {
  const left = isSought ? undefined : kept.find(({ isOpen }) => isOpen);
  const row = left === undefined ? undefined : view.rows.find(({ lineId }) => lineId === left.lineId);
  if (left !== undefined && (left.lineId === null || row?.removed === null)) {
    return { row: row ?? null, typed: left.typed, isOffer: isProtected };
  }
  if (!isAdding) return null;
  const typed = kept.find(({ lineId }) => lineId === null)?.typed ?? null;
  return { row: null, typed, isOffer: typed !== null };
}
