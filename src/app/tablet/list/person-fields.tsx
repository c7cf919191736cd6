// The fields of one person. Digits are typed on our own pad, which opens with their field and stays until another field is
// typed in: nothing moves when the next button is tapped.
import { useId } from "react";
import { Position, type PersonField } from "#fieldwork";
import { getLocale, m } from "../../i18n/index.ts";
import { Glyph, NumberPad, TextField } from "../../ui/index.ts";
import { DateEntryField } from "../../questions/date-entry-field.tsx";
import { readDate, type DateDraft } from "../../questions/date-entry.ts";
import { DigitField } from "../../questions/digit-field.tsx";
import { ReadBack } from "../../questions/read-back.tsx";
import { ChoiceButtons } from "../choice-buttons.tsx";
import { PersonBirth } from "./person-birth.tsx";
import { PersonNames } from "./person-names.tsx";
import { personProblemText } from "./person-problem-text.ts";
import { positionText } from "./person-choices.ts";
import type { EntryDraft, EntryProblem } from "./person-draft.ts";
import { Tick } from "./tick.tsx";
import { usePad } from "./use-pad.ts";
import styles from "./person-entry.module.css";

interface PersonFieldsProps {
  readonly entry: EntryDraft;
  readonly problems: readonly EntryProblem[];
  /** What was said of the person before; null where nobody was. */
  readonly keptPosition: Position | null;
  readonly onChange: (entry: EntryDraft) => void;
}

export function PersonFields({ entry, problems, keptPosition, onChange }: PersonFieldsProps) {
  const set = (change: Partial<EntryDraft>): void => onChange({ ...entry, ...change });
  const problemOf = (field: PersonField): string | null => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? null : personProblemText(found.problem);
  };
  return (
    <>
      <PersonNames entry={entry} problemOf={problemOf} onChange={set} />
      <PersonBirth born={entry.born} age={entry.age} problem={problemOf("born")} onChange={set} />
      <ChoiceButtons
        label={m.list_sex()}
        value={entry.sex}
        options={[
          { value: "1", text: m.list_sex_1() },
          { value: "2", text: m.list_sex_2() },
        ]}
        onChange={(sex) => set({ sex: sex === entry.sex ? null : sex })}
      />
      <ChoiceButtons
        label={`${m.list_position()} *`}
        value={entry.position}
        options={Position.options.map((value) => ({ value, text: positionText(value) }))}
        note={entry.position !== null && entry.position === keptPosition ? m.list_position_kept() : null}
        problem={problemOf("position")}
        onChange={(position) => set({ position })}
      />
      <div className={styles.ticks}>
        <Tick
          text={m.list_absent()}
          isOn={entry.presence === "absent"}
          onChange={(isOn) => set({ presence: isOn ? "absent" : "present" })}
        />
        <Tick
          text={m.list_temporary()}
          isOn={entry.presence === "temporary"}
          onChange={(isOn) => set({ presence: isOn ? "temporary" : "present" })}
        />
      </div>
      <details
        className={styles.more}
        open={problemOf("iin") !== null || problemOf("arrived") !== null || problemOf("note") !== null || undefined}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) currentTarget.scrollIntoView({ block: "start" });
        }}
      >
        <summary>
          <span className={styles.turn}>
            <Glyph name="forward" />
          </span>
          {m.list_more_fields()}
        </summary>
        <IinField iin={entry.iin} problem={problemOf("iin")} onChange={(iin) => set({ iin })} />
        <PersonDate
          label={m.list_arrived()}
          draft={entry.arrived}
          problem={problemOf("arrived")}
          onChange={(arrived) => set({ arrived })}
        />
        <TextField
          label={m.list_note()}
          hint={m.list_note_hint()}
          value={entry.note}
          problem={problemOf("note")}
          hasKazakhBar
          isMultiline
          onChange={(note) => set({ note })}
        />
      </details>
    </>
  );
}

interface PersonDateProps {
  readonly label: string;
  readonly draft: DateDraft;
  readonly problem: string | null;
  readonly onChange: (draft: DateDraft) => void;
}

function PersonDate({ label, draft, problem, onChange }: PersonDateProps) {
  const pad = usePad();
  return (
    <div className={styles.date} {...pad.around}>
      <span className={styles.label}>{label}</span>
      <DateEntryField
        label={label}
        draft={draft}
        canBePartial
        isPadShown={pad.isOpen}
        onDraft={onChange}
        readBack={<ReadBack reading={readDate(draft)} language={getLocale()} ageOf={null} />}
      />
      {problem !== null && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}

interface IinFieldProps {
  readonly iin: string;
  readonly problem: string | null;
  readonly onChange: (iin: string) => void;
}

function IinField({ iin, problem, onChange }: IinFieldProps) {
  const labelId = useId();
  const pad = usePad();
  const type = (typed: string): void => onChange(`${iin}${typed}`.slice(0, 12));
  const erase = (): void => onChange(iin.slice(0, -1));
  return (
    <div className={styles.date} {...pad.around}>
      <span id={labelId} className={styles.label}>
        {m.list_iin()}
      </span>
      <DigitField
        labelledBy={labelId}
        value={iin}
        isWrong={problem !== null}
        onType={type}
        onErase={erase}
        onEnter={() => undefined}
      />
      <p className={problem === null ? styles.hint : styles.problem}>{problem ?? m.list_iin_hint()}</p>
      {pad.isOpen && (
        <NumberPad
          label={m.q_number_pad()}
          eraseLabel={m.q_erase()}
          onDigit={(digit) => type(String(digit))}
          onErase={erase}
        />
      )}
    </div>
  );
}
