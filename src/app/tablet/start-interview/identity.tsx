// Who is about to be interviewed, to be confirmed with the person: this is where a mix-up of two people is caught.
import { useState } from "react";
import type { ListRow } from "../../wiring/index.ts";
import { dateInWords, maskIin } from "#census";
import { getLocale, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { fullName, initials } from "../list/person-words.ts";
import { useIsProtected } from "../use-is-protected.ts";
import styles from "./start-screen.module.css";

interface IdentityProps {
  readonly row: ListRow;
  /** What stands over the name; without it the person is confirmed. */
  readonly title?: string;
}

/** In a protected institution initials, until the officer asks for the name: others may look on (ux 3.11). */
export function Identity({ row, title = m.int_identity() }: IdentityProps) {
  const isProtected = useIsProtected();
  const [isAsked, setIsAsked] = useState(false);
  const isShown = !isProtected || isAsked;
  const { person, number, ageYears } = row;
  const born = person.born === null ? m.int_person_born_unknown() : dateInWords(person.born, getLocale());
  const age = ageYears === null ? "" : m.int_person_age({ age: ageYears });
  const facts = [
    isShown ? [born, age].filter((part) => part !== "").join(" — ") : age,
    person.sex === null ? "" : person.sex === "1" ? m.int_person_sex_1() : m.int_person_sex_2(),
    isShown && person.iin !== null ? m.int_person_iin({ iin: maskIin(person.iin) }) : "",
  ].filter((fact) => fact !== "");
  return (
    <section className={styles.identity} aria-label={title}>
      <p className={styles.ask}>{title}</p>
      <p className={styles.name}>
        № {number} · {isShown ? fullName(person) : initials(person)}
      </p>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      {isProtected && (
        <Button kind="secondary" onPress={() => setIsAsked(!isAsked)}>
          {isShown ? m.int_hide_name() : m.int_show_name()}
        </Button>
      )}
      {isShown && person.note !== null && <p className={styles.facts}>{person.note}</p>}
    </section>
  );
}
