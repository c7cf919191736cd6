// Three boxes, our own pad, and the date read back in words (T-10b). Never a calendar: entered dates were wrong once in
// ten with one (ux 3.3). Used by the date question and by the person entry of the list.
import { useEffect, useRef, type ReactNode } from "react";
import { boxesOf, enterBox, eraseLast, markUnknown, typeDigit, typeLetter } from "./date-entry.ts";
import type { DateBox, DateDraft } from "./date-entry.ts";
import { digitOfKey, NumberPad } from "../ui/index.ts";
import { m } from "../i18n/index.ts";
import styles from "./date-entry-field.module.css";

interface DateEntryFieldProps {
  readonly label: string;
  readonly draft: DateDraft;
  readonly onDraft: (draft: DateDraft) => void;
  /** Enter, when the date is whole. */
  readonly onEnter?: () => void;
  readonly canBePartial: boolean;
  /** False where only month and year are asked. */
  readonly asksDay?: boolean;
  /** What the date says, or what is wrong with it. */
  readonly readBack: ReactNode;
  /** The one tap that takes the date as it was read back. */
  readonly confirm?: ReactNode;
  readonly more?: ReactNode;
  readonly isPadShown?: boolean;
}

export function DateEntryField(props: DateEntryFieldProps) {
  const { label, draft, onDraft, onEnter, canBePartial, readBack, confirm, more } = props;
  const { asksDay = true, isPadShown = true } = props;
  const boxes = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Typing moves to the next box: the focus follows, but only where it already is in one of them.
    if (boxes.current?.contains(document.activeElement) !== true) return;
    boxes.current.querySelector<HTMLInputElement>(`[data-box="${draft.box}"]`)?.focus();
  }, [draft.box]);

  return (
    <div className={styles.field} role="group" aria-label={label}>
      <div className={styles.entry}>
        <div className={styles.side}>
          <div className={styles.boxes} ref={boxes}>
            {boxesOf(draft).map((box) => (
              <Box key={box} box={box} draft={draft} onDraft={onDraft} onEnter={onEnter} />
            ))}
          </div>
          <p className={styles.example}>{asksDay ? m.q_date_example() : m.q_month_example()}</p>
          <div className={styles.readBack} aria-live="polite">
            {readBack}
          </div>
          {confirm !== undefined && <div className={styles.confirm}>{confirm}</div>}
          {canBePartial && (
            <div className={styles.unknown}>
              {asksDay && (
                <Toggle
                  isOn={draft.unknown === "day"}
                  text={m.q_day_unknown()}
                  onPress={() => onDraft(markUnknown(draft, "day"))}
                />
              )}
              <Toggle
                isOn={draft.unknown === "day-and-month"}
                text={m.q_month_unknown()}
                onPress={() => onDraft(markUnknown(draft, "day-and-month", asksDay))}
              />
              {more}
            </div>
          )}
        </div>
        {isPadShown && (
          <NumberPad
            label={m.q_number_pad()}
            eraseLabel={m.q_erase()}
            onDigit={(digit) => onDraft(typeDigit(draft, digit))}
            onErase={() => onDraft(eraseLast(draft))}
          />
        )}
      </div>
    </div>
  );
}

interface BoxProps {
  readonly box: DateBox;
  readonly draft: DateDraft;
  readonly onDraft: (draft: DateDraft) => void;
  readonly onEnter: (() => void) | undefined;
}

function Box({ box, draft, onDraft, onEnter }: BoxProps) {
  const words = {
    day: { label: m.q_day(), short: m.q_day_short() },
    month: { label: m.q_month(), short: m.q_month_short() },
    year: { label: m.q_year(), short: m.q_year_short() },
  }[box];
  const isCurrent = draft.box === box;
  return (
    <label className={styles.box}>
      <span className={styles.boxLabel}>{words.label}</span>
      <input
        className={box === "year" ? styles.year : styles.two}
        data-box={box}
        data-current={isCurrent || undefined}
        data-first-focus={isCurrent || undefined}
        inputMode="none"
        autoComplete="off"
        placeholder={words.short}
        value={draft[box]}
        onFocus={() => {
          if (!isCurrent) onDraft(enterBox(draft, box));
        }}
        onClick={() => onDraft(enterBox(draft, box))}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const digit = digitOfKey(event.code);
          if (digit !== null) onDraft(typeDigit(draft, digit));
          else if (event.key === "Backspace") onDraft(eraseLast(draft));
          else if (event.key === "Enter" && onEnter !== undefined) onEnter();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBeforeInput={(event) => {
          // Handwriting and OS keyboards come without keys: take them letter by letter.
          event.preventDefault();
          const typed = "data" in event && typeof event.data === "string" ? Array.from(event.data) : [];
          onDraft(typed.reduce(typeCharacter, draft));
        }}
        onChange={() => undefined}
      />
    </label>
  );
}

function typeCharacter(draft: DateDraft, character: string): DateDraft {
  return /^\d$/u.test(character) ? typeDigit(draft, Number(character)) : typeLetter(draft, character);
}

interface ToggleProps {
  readonly isOn: boolean;
  readonly text: string;
  readonly onPress: () => void;
}

function Toggle({ isOn, text, onPress }: ToggleProps) {
  return (
    <button type="button" className={styles.unknownToggle} aria-pressed={isOn} onClick={onPress}>
      {text}
    </button>
  );
}
