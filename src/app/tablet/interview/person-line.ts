// Whose form this is, in the header of every screen of the interview: short, because others may look on. And where the
// way back leads.
import type { OpenedInterview } from "../../wiring/index.ts";
import { m } from "../../i18n/index.ts";
import { ageOrYear, initials, shortName } from "../list/person-words.ts";

interface PersonLineProps {
  readonly opened: OpenedInterview;
  /** Initials only, in a protected institution (ux 3.11). */
  readonly isProtected: boolean;
}

/** "№ 53 Ахметова А. С., 2009". */
export function personLine({ opened, isProtected }: PersonLineProps): string {
  const { person, number } = opened;
  if (person === null) return m.premises_title();
  if (isProtected) return `№ ${number} · ${initials(person)}`;
  const born = person.born === null ? ageOrYear({ person, ageYears: person.ageYears ?? null }) : person.born.year;
  return `№ ${number} ${shortName(person)}${born === null ? "" : `, ${born}`}`;
}

/** To the other respondents; from the premises' form, which is nobody's, home. */
export function wayBack({ person }: OpenedInterview): { readonly label: string; readonly to: string } {
  return person === null ? { label: m.frame_home(), to: "/" } : { label: m.int_to_respondents(), to: "/respondents" };
}
