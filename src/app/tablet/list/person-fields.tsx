// The fields of one person. The date is typed on our own pad, which is shown only while its boxes have the focus.
import { useId, useState, type ReactNode } from "react";
import { ageAtCensus } from "#census";
import { Position, type PersonField } from "#fieldwork";
import { getLocale, m } from "../../i18n/index.ts";
import { NumberPad, TextField } from "../../ui/index.ts";
import { afterPointer } from "../../questions/after-pointer.ts";
import { DateEntryField } from "../../questions/date-entry-field.tsx";
import { readDate, type DateDraft } from "../../questions/date-entry.ts";
import { DigitField } from "../../questions/digit-field.tsx";
import { OtherLayout } from "../../questions/other-layout.tsx";
import { ReadBack } from "../../questions/read-back.tsx";
import { whenLeft } from "../../questions/use-draft.ts";
import { ChoiceButtons } from "./choice-buttons.tsx";
import { personProblemText } from "./person-problem-text.ts";
import { positionText } from "./person-choices.ts";
import type { EntryDraft, EntryProblem } from "./person-draft.ts";
import styles from "./person-entry.module.css";

interface PersonFieldsProps {
  readonly entry: EntryDraft;
  readonly problems: readonly EntryProblem[];
  readonly onChange: (entry: EntryDraft) => void;
  /** What is to be decided once name and birth are known. */
  readonly afterBirth: ReactNode;
}

export function PersonFields({ entry, problems, onChange, afterBirth }: PersonFieldsProps) {
  const set = (change: Partial<EntryDraft>): void => onChange({ ...entry, ...change });
  // One bar of Kazakh letters, under the name that is being typed.
  const [typed, setTyped] = useState<"surname" | "given" | "patronymic">("surname");
  const problemOf = (field: PersonField): string | null => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? null : personProblemText(found.problem);
  };
  return (
    <>
      <div onFocus={() => afterPointer(() => setTyped("surname"))}>
        <TextField
          label={`${m.q_surname()} *`}
          value={entry.surname}
          problem={problemOf("surname")}
          isFirstFocus
          hasKazakhBar={typed === "surname"}
          onChange={(surname) => set({ surname })}
        />
        <OtherLayout text={entry.surname} onChoose={(surname) => set({ surname })} />
      </div>
      <div onFocus={() => afterPointer(() => setTyped("given"))}>
        <TextField
          label={`${m.q_given()} *`}
          value={entry.given}
          problem={problemOf("given")}
          hasKazakhBar={typed === "given"}
          onChange={(given) => set({ given })}
        />
        <OtherLayout text={entry.given} onChoose={(given) => set({ given })} />
      </div>
      <div className={styles.patronymic} onFocus={() => afterPointer(() => setTyped("patronymic"))}>
        <TextField
          label={m.q_patronymic()}
          value={entry.patronymic}
          problem={problemOf("patronymic")}
          isDisabled={entry.hasNoPatronymic}
          hasKazakhBar={typed === "patronymic"}
          onChange={(patronymic) => set({ patronymic })}
        />
        <Tick
          text={m.q_no_patronymic()}
          isOn={entry.hasNoPatronymic}
          onChange={(hasNoPatronymic) => set({ hasNoPatronymic, patronymic: "" })}
        />
      </div>
      <PersonDate
        label={m.list_born()}
        draft={entry.born}
        isBirth
        problem={problemOf("born")}
        onChange={(born) => set({ born })}
      />
      {afterBirth}
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
      <details className={styles.more} open={problemOf("iin") !== null || problemOf("note") !== null || undefined}>
        <summary>{m.list_more_fields()}</summary>
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
  readonly isBirth?: boolean;
  readonly problem: string | null;
  readonly onChange: (draft: DateDraft) => void;
}

function PersonDate({ label, draft, isBirth = false, problem, onChange }: PersonDateProps) {
  const [hasFocus, setHasFocus] = useState(false);
  const ageOf = isBirth ? ageAtCensus : null;
  return (
    <div className={styles.date} onFocus={() => setHasFocus(true)} onBlur={whenLeft(() => setHasFocus(false))}>
      <span className={styles.label}>{label}</span>
      <DateEntryField
        label={label}
        draft={draft}
        canBePartial
        isPadShown={hasFocus}
        onDraft={onChange}
        readBack={<ReadBack reading={readDate(draft)} language={getLocale()} ageOf={ageOf} />}
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
  const [hasFocus, setHasFocus] = useState(false);
  const type = (typed: string): void => onChange(`${iin}${typed}`.slice(0, 12));
  const erase = (): void => onChange(iin.slice(0, -1));
  return (
    <div className={styles.date} onFocus={() => setHasFocus(true)} onBlur={whenLeft(() => setHasFocus(false))}>
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
      {hasFocus && (
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

interface TickProps {
  readonly text: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Tick({ text, isOn, onChange }: TickProps) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={isOn} onChange={() => onChange(!isOn)} />
      {text}
    </label>
  );
}
