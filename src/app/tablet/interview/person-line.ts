// Whose form this is, in the header of every screen of the interview: short, because others may look on.
import type { OpenedInterview } from "../../wiring/index.ts";
import { initials, shortName } from "../list/person-words.ts";

interface PersonLineProps {
  readonly opened: OpenedInterview;
  /** Initials only, in a protected institution (ux 3.11). */
  readonly isProtected: boolean;
}

/** "№ 53 Ахметова А. С., 2009". */
export function personLine({ opened, isProtected }: PersonLineProps): string {
  const { person, number } = opened;
  if (isProtected) return `№ ${number} · ${initials(person)}`;
  const year = person.born === null ? "" : `, ${person.born.year}`;
  return `№ ${number} ${shortName(person)}${year}`;
}
