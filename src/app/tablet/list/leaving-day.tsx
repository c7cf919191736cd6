// The day somebody left, asked before the line is taken off: whoever left after the census moment stays on the list (E112).
// It may be unknown, and the officer has the last word.
import { useState } from "react";
import { isAfterCensusDay } from "#census";
import type { PartialDate } from "#questionnaire";
import { getLocale, m } from "../../i18n/index.ts";
import { DateEntryField } from "../../questions/date-entry-field.tsx";
import { emptyDate, readDate } from "../../questions/date-entry.ts";
import { ReadBack } from "../../questions/read-back.tsx";
import { Button, Notice } from "../../ui/index.ts";
import styles from "./remove-person.module.css";

interface LeavingDayProps {
  readonly isBusy?: boolean;
  /** Null: the day is not known. */
  readonly onTakeOff: (leftOn: PartialDate | null) => void;
  readonly onKeep: () => void;
}

export function LeavingDay({ isBusy = false, onTakeOff, onKeep }: LeavingDayProps) {
  const [draft, setDraft] = useState(emptyDate);
  const reading = readDate(draft);
  const leftOn = reading.state === "complete" ? reading.date : null;
  const mustStay = leftOn !== null && isAfterCensusDay(leftOn) === true;
  return (
    <div className={styles.body}>
      <p className={styles.ask}>{m.list_left_ask()}</p>
      <DateEntryField
        label={m.list_left_ask()}
        draft={draft}
        canBePartial
        onDraft={setDraft}
        readBack={<ReadBack reading={reading} language={getLocale()} ageOf={null} />}
      />
      {mustStay && <Notice tone="local" title={m.list_left_after()} />}
      <div className={styles.reasons}>
        {mustStay && (
          <Button kind="primary" isDisabled={isBusy} onPress={onKeep}>
            {m.list_left_keep()}
          </Button>
        )}
        <Button
          kind={mustStay ? "secondary" : "primary"}
          isDisabled={isBusy || leftOn === null}
          onPress={() => onTakeOff(leftOn)}
        >
          {mustStay ? m.list_left_anyway() : m.list_remove()}
        </Button>
        {leftOn === null && (
          <Button kind="secondary" isDisabled={isBusy} onPress={() => onTakeOff(null)}>
            {m.list_left_unknown()}
          </Button>
        )}
      </div>
    </div>
  );
}
