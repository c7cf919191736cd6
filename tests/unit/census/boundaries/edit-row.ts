// A row of the tables of edits, and whether a person's interview has the finding of that row.
import { interviewOf, type Person } from "../person-interview.ts";
import type { Variant } from "./variants.ts";

/** H = hard, S = soft, C = at the centre, as in the instrument. */
export type EditRow = readonly [edit: string, level: "H" | "S" | "C", words: string, variants: readonly Variant[]];

const levels = { H: "hard", S: "soft", C: "centre" } as const;

export function findsOf(edit: string, level: EditRow[1]): (person: Person) => boolean {
  return (person) =>
    interviewOf(person)
      .findings()
      .some((finding) => finding.edit === edit && finding.level === levels[level]);
}
