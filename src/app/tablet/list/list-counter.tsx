// "On the list / headcount / difference", in sight all the time; the headcount is asked before listing (ux 3.6).
import { useId, useState, type ReactNode } from "react";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button, Dialog, NumberPad } from "../../ui/index.ts";
import { DigitField } from "../../questions/digit-field.tsx";
import type { ListView } from "../../wiring/index.ts";
import styles from "./list-counter.module.css";

interface ListCounterProps {
  readonly view: ListView;
  /** Null where the list is read only. */
  readonly onDeclare: ((count: number) => void) | null;
  /** What else stands in the row. */
  readonly children?: ReactNode;
}

export function ListCounter({ view, onDeclare, children }: ListCounterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const headcount = view.list.state === "not-started" ? null : view.list.headcount;
  const difference = view.headcountDifference;
  return (
    <div className={styles.counter} data-headcount-missing={headcount === null || undefined}>
      <p className={styles.count}>
        {m.list_on_list()}: <strong>{formatNumber(view.progress.onList)}</strong>
      </p>
      <p className={styles.count}>
        {m.list_headcount()}: <strong>{headcount === null ? "—" : formatNumber(headcount)}</strong>
      </p>
      {difference !== null && (
        <p className={styles.count} data-differs={difference !== 0 || undefined}>
          {m.list_difference()}: <strong>{signed(-difference)}</strong>
        </p>
      )}
      {onDeclare !== null && (
        <Button kind={headcount === null ? "primary" : "quiet"} onPress={() => setIsOpen(true)}>
          {headcount === null ? m.list_headcount_enter() : m.list_change()}
        </Button>
      )}
      {children}
      <Dialog title={m.list_headcount()} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <HeadcountEntry
          count={headcount}
          onDone={(count) => {
            setIsOpen(false);
            onDeclare?.(count);
          }}
        />
      </Dialog>
    </div>
  );
}

interface HeadcountEntryProps {
  readonly count: number | null;
  readonly onDone: (count: number) => void;
}

function HeadcountEntry({ count, onDone }: HeadcountEntryProps) {
  const [digits, setDigits] = useState(count === null ? "" : String(count));
  const labelId = useId();
  const type = (typed: string): void =>
    setDigits((before) => `${before}${typed}`.replace(/^0+(?=\d)/u, "").slice(0, 5));
  const erase = (): void => setDigits((before) => before.slice(0, -1));
  const done = (): void => {
    if (digits !== "") onDone(Number(digits));
  };
  return (
    <div className={styles.entry}>
      <p id={labelId} className={styles.ask}>
        {m.list_headcount_ask()}
      </p>
      <p className={styles.hint}>{m.list_headcount_hint()}</p>
      <DigitField labelledBy={labelId} value={digits} isWrong={false} onType={type} onErase={erase} onEnter={done} />
      <NumberPad
        label={m.q_number_pad()}
        eraseLabel={m.q_erase()}
        onDigit={(digit) => type(String(digit))}
        onErase={erase}
      />
      <Button kind="primary" isMain isDisabled={digits === ""} onPress={done}>
        {m.list_headcount_write()}
      </Button>
    </div>
  );
}

/** On the list minus headcount, as the wireframe shows it: −2 = two people are missing. */
function signed(difference: number): string {
  if (difference === 0) return "0";
  return difference > 0 ? `+${formatNumber(difference)}` : `−${formatNumber(-difference)}`;
}
