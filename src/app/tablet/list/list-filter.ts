// Which lines a chip of T-04 shows, and how a line differs from the list that was sent.
import type { ListRow, ListView } from "../../wiring/index.ts";

export const listFilters = ["all", "incomplete", "away", "changed", "removed"] as const;
export type ListFilter = (typeof listFilters)[number];

type FilteredRow = Pick<ListRow, "person" | "removed" | "isChangedAfterSigning">;

export function isListed({ person, removed, isChangedAfterSigning }: FilteredRow, filter: ListFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "incomplete":
      return removed === null && (isBirthIncomplete({ person }) || person.sex === null);
    case "away":
      return removed === null && person.presence !== "present";
    case "changed":
      return isChangedAfterSigning;
    case "removed":
      return removed !== null;
  }
}

export function isBirthIncomplete({ person: { born } }: Pick<ListRow, "person">): boolean {
  return born === null || born.month === null || born.day === null;
}

export type LateChange = "added" | "removed" | "corrected";

/** What became of the line after the list was signed last; null where it stands as it was sent. */
export function lateChangeOf(row: ListRow, list: ListView["list"]): LateChange | null {
  if (!row.isChangedAfterSigning || list.state === "not-started") return null;
  if (row.removed !== null) return "removed";
  const signedAtMs = list.signings.at(-1)?.atMs ?? Number.MAX_SAFE_INTEGER;
  return row.addedAtMs > signedAtMs ? "added" : "corrected";
}
