// The same person twice? Shown side by side while typing; one tap decides (T-05).
import type { LikelyDuplicate, ListPerson } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { ListRow } from "../../wiring/index.ts";
import { insteadOfName } from "./instead-of-name.ts";
import { bornText, fullName, initials } from "./person-words.ts";
import { sexText } from "./person-choices.ts";
import styles from "./likely-duplicates.module.css";

interface LikelyDuplicatesProps {
  readonly person: ListPerson;
  readonly alike: readonly LikelyDuplicate<ListRow>[];
  readonly isProtected: boolean;
  /** The id of the sentence that says what is to be decided. */
  readonly askId: string;
  readonly onSame: () => void;
  readonly onDifferent: () => void;
}

export function LikelyDuplicates({ person, alike, isProtected, askId, onSame, onDifferent }: LikelyDuplicatesProps) {
  return (
    <section className={styles.panel} role="alert" data-alike>
      <p id={askId} className={styles.ask}>
        {m.list_similar_ask()}
      </p>
      <div className={styles.sides}>
        <div>
          <p className={styles.caption}>{m.list_similar_new()}</p>
          <PersonSummary person={person} isProtected={isProtected} />
        </div>
        <div>
          {alike.map(({ line, because }) => (
            <div key={line.lineId}>
              <p className={styles.caption}>
                {m.list_similar()}: № {line.number} · {because === "iin" ? m.list_similar_iin() : m.list_similar_name()}
              </p>
              <PersonSummary person={line.person} isProtected={isProtected} />
            </div>
          ))}
        </div>
      </div>
      <div className={styles.actions}>
        <Button kind="secondary" onPress={onSame}>
          {m.list_same_person()}
        </Button>
        <Button kind="secondary" onPress={onDifferent}>
          {m.list_other_person()}
        </Button>
      </div>
    </section>
  );
}

interface PersonSummaryProps {
  readonly person: ListPerson;
  /** Initials and age only (ux 3.11). */
  readonly isProtected: boolean;
}

export function PersonSummary({ person, isProtected }: PersonSummaryProps) {
  return (
    <p className={styles.person}>
      <strong>{isProtected ? initials(person) : fullName(person)}</strong>
      <span>
        {isProtected ? insteadOfName(person) : bornText(person)} {sexText(person.sex)}
      </span>
    </p>
  );
}
