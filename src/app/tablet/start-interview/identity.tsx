// Who is about to be interviewed, to be confirmed with the person: this is where a mix-up of two people is caught.
import type { ListRow } from "../../wiring/index.ts";
import { dateInWords, maskIin } from "#census";
import { getLocale, m } from "../../i18n/index.ts";
import { fullName } from "../list/person-words.ts";
import styles from "./start-screen.module.css";

export function Identity({ row }: { readonly row: ListRow }) {
  const { person, number, ageYears } = row;
  const born = person.born === null ? m.int_person_born_unknown() : dateInWords(person.born, getLocale());
  const facts = [
    ageYears === null ? born : `${born} — ${m.int_person_age({ age: ageYears })}`,
    person.sex === null ? "" : person.sex === "1" ? m.int_person_sex_1() : m.int_person_sex_2(),
    person.iin === null ? "" : m.int_person_iin({ iin: maskIin(person.iin) }),
  ].filter((fact) => fact !== "");
  return (
    <section className={styles.identity} aria-label={m.int_identity()}>
      <p className={styles.ask}>{m.int_identity()}</p>
      <p className={styles.name}>
        № {number} · {fullName(person)}
      </p>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      {person.note !== null && <p className={styles.facts}>{person.note}</p>}
    </section>
  );
}
