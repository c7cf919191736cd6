// When a listed person was born; of whom nobody knows it, how old he was at the census moment (ux 3.3). The age is kept as
// an age and never made into a date.
import { useEffect, useId, useRef, type ReactNode } from "react";
import { ageAtCensus } from "#census";
import { getLocale, m } from "../../i18n/index.ts";
import { NumberPad } from "../../ui/index.ts";
import { DateEntryField } from "../../questions/date-entry-field.tsx";
import { readDate, type DateDraft } from "../../questions/date-entry.ts";
import { DigitField } from "../../questions/digit-field.tsx";
import { ReadBack } from "../../questions/read-back.tsx";
import { usePad, type Pad } from "./use-pad.ts";
import styles from "./person-entry.module.css";

interface PersonBirthProps {
  readonly born: DateDraft;
  /** Null = the date is asked. */
  readonly age: string | null;
  readonly problem: string | null;
  readonly onChange: (change: { readonly born?: DateDraft; readonly age?: string | null }) => void;
}

export function PersonBirth({ born, age, problem, onChange }: PersonBirthProps) {
  const pad = usePad();
  const onlyAge = (
    <button
      type="button"
      className={styles.onlyAge}
      aria-pressed={age !== null}
      onClick={() => onChange({ age: age === null ? "" : null })}
    >
      {m.q_only_age()}
    </button>
  );
  return (
    <div className={styles.date} {...pad.around}>
      <span className={styles.label}>{m.list_born()}</span>
      {age === null ? (
        <DateEntryField
          label={m.list_born()}
          draft={born}
          canBePartial
          isPadShown={pad.isOpen}
          onDraft={(draft) => onChange({ born: draft })}
          readBack={<ReadBack reading={readDate(born)} language={getLocale()} ageOf={ageAtCensus} />}
          more={onlyAge}
        />
      ) : (
        <AgeField
          age={age}
          isWrong={problem !== null}
          pad={pad}
          onChange={(typed) => onChange({ age: typed })}
          back={onlyAge}
        />
      )}
      {problem !== null && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}

interface AgeFieldProps {
  readonly age: string;
  readonly isWrong: boolean;
  readonly pad: Pad;
  readonly onChange: (age: string) => void;
  /** Leads back to the date, from the place where it led here. */
  readonly back: ReactNode;
}

function AgeField({ age, isWrong, pad, onChange, back }: AgeFieldProps) {
  const labelId = useId();
  const side = useRef<HTMLDivElement>(null);
  const isBegun = age !== "";
  useEffect(() => {
    // Asked for by a tap, it is typed next; of a person who has one already nothing was asked.
    if (!isBegun) side.current?.querySelector("input")?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when it appears
  }, []);
  const type = (typed: string): void => onChange(`${age}${typed}`.slice(0, 3));
  const erase = (): void => onChange(age.slice(0, -1));
  return (
    <div className={styles.age}>
      <div ref={side} className={styles.ageSide}>
        <span id={labelId} className={styles.hint}>
          {m.list_only_age()}
        </span>
        <DigitField
          labelledBy={labelId}
          value={age}
          isWrong={isWrong}
          onType={type}
          onErase={erase}
          onEnter={() => undefined}
        />
        <div className={styles.back}>{back}</div>
      </div>
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
