// Surname, given name and patronymic over one bar of Kazakh letters, which writes into the name typed last. The bar keeps
// its place, so that going from name to name moves nothing.
import { useRef } from "react";
import type { PersonField } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { KazakhBar, TextField, type PutLetter } from "../../ui/index.ts";
import { OtherLayout } from "../../questions/other-layout.tsx";
import type { EntryDraft } from "./person-draft.ts";
import { Tick } from "./tick.tsx";
import styles from "./person-entry.module.css";

interface PersonNamesProps {
  readonly entry: EntryDraft;
  readonly problemOf: (field: PersonField) => string | null;
  readonly onChange: (change: Partial<EntryDraft>) => void;
}

export function PersonNames({ entry, problemOf, onChange }: PersonNamesProps) {
  const surname = useRef<PutLetter>(null);
  const given = useRef<PutLetter>(null);
  const patronymic = useRef<PutLetter>(null);
  const typed = useRef(surname);
  return (
    <div className={styles.names}>
      <div onFocus={() => (typed.current = surname)}>
        <TextField
          label={`${m.q_surname()} *`}
          isLabelBeside
          value={entry.surname}
          problem={problemOf("surname")}
          isFirstFocus
          putLetter={surname}
          onChange={(text) => onChange({ surname: text })}
        />
        <OtherLayout text={entry.surname} onChoose={(text) => onChange({ surname: text })} />
      </div>
      <div onFocus={() => (typed.current = given)}>
        <TextField
          label={`${m.q_given()} *`}
          isLabelBeside
          value={entry.given}
          problem={problemOf("given")}
          putLetter={given}
          onChange={(text) => onChange({ given: text })}
        />
        <OtherLayout text={entry.given} onChoose={(text) => onChange({ given: text })} />
      </div>
      <div className={styles.patronymic} onFocus={() => (typed.current = patronymic)}>
        <TextField
          label={m.q_patronymic()}
          isLabelBeside
          value={entry.patronymic}
          problem={problemOf("patronymic")}
          isDisabled={entry.hasNoPatronymic}
          putLetter={patronymic}
          onChange={(text) => onChange({ patronymic: text })}
        />
        <Tick
          text={m.q_no_patronymic()}
          isOn={entry.hasNoPatronymic}
          onChange={(hasNoPatronymic) => onChange({ hasNoPatronymic, patronymic: "" })}
        />
      </div>
      <KazakhBar onLetter={(letter, isShift) => typed.current.current?.(letter, isShift)} />
    </div>
  );
}
