// Rows of one group of radios or checkboxes. Arrows only move, Space or a digit chooses: choosing on the way past would
// write answers that nobody gave. The whole row is the label.
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Language } from "#questionnaire";
import { areShortcutsOn } from "../theme/comfort.ts";
import { digitOfKey } from "../ui/index.ts";
import { namedByFirst, SecondWords, useIsInTwo } from "./second-language.tsx";
import styles from "./option-list.module.css";

export interface OptionItem {
  readonly code: string;
  readonly text: string;
  readonly hint: string | null;
  readonly isChecked: boolean;
  /** Its text in a language, where the list is shown in two. */
  readonly textIn?: (language: Language) => string;
}

interface OptionListProps {
  readonly kind: "radio" | "checkbox";
  /** Unique on the page: the radios' name. */
  readonly name: string;
  readonly labelledBy: string;
  readonly lang: string;
  readonly items: readonly OptionItem[];
  /** Two short options may stand side by side. */
  readonly isSideBySide?: boolean;
  readonly before?: (item: OptionItem) => ReactNode;
  readonly onChoose: (code: string, byPointer: boolean) => void;
  /** Asked when a radio is chosen that is chosen already: true where the answer shall be recorded again. */
  readonly isChosenAnew?: () => boolean;
}

export function OptionList(props: OptionListProps) {
  const { kind, name, labelledBy, lang, items, isSideBySide = false, before, onChoose, isChosenAnew } = props;
  const byPointer = useRef(false);
  const id = useId();
  const isInTwo = useIsInTwo();
  const isAnew = ({ isChecked }: OptionItem): boolean => kind === "radio" && isChecked && isChosenAnew?.() === true;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const inputs = [...event.currentTarget.querySelectorAll("input")];
    const step = stepOf(event.key);
    const digit = areShortcutsOn() ? digitOfKey(event.code) : null;
    if (step !== 0) {
      const here = inputs.findIndex((input) => input === document.activeElement);
      const target = inputs[(here + step + inputs.length) % inputs.length] ?? inputs[0];
      (here < 0 ? inputs[step > 0 ? 0 : inputs.length - 1] : target)?.focus();
      event.preventDefault();
    } else if (digit !== null && digit >= 1) {
      const item = items[digit - 1];
      inputs[digit - 1]?.focus();
      if (item !== undefined && (kind !== "radio" || !item.isChecked || isAnew(item))) onChoose(item.code, false);
      event.preventDefault();
    } else if (event.key === "Enter" || event.key === " ") {
      // Chromium makes no click of Space on a checked radio. What else Enter does is the page's business.
      const item = items[inputs.findIndex((input) => input === document.activeElement)];
      if (item !== undefined && isAnew(item)) onChoose(item.code, false);
    }
  };

  return (
    // Always a radiogroup or a group; the rule sees only roles written out.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      role={kind === "radio" ? "radiogroup" : "group"}
      aria-labelledby={labelledBy}
      className={isSideBySide ? `${styles.list} ${styles.sideBySide}` : styles.list}
      lang={lang}
      tabIndex={-1}
      data-first-focus
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <div key={item.code} className={styles.item}>
          {before?.(item)}
          <label
            className={styles.row}
            onPointerDown={() => {
              byPointer.current = true;
            }}
            onPointerCancel={() => {
              byPointer.current = false;
            }}
          >
            <input
              className={styles.input}
              type={kind}
              name={name}
              value={item.code}
              checked={item.isChecked}
              {...namedByFirst(isInTwo, `${id}-${item.code}`)}
              onClick={() => {
                // A radio that is checked tells of no change.
                if (kind !== "radio" || !item.isChecked) return;
                if (isAnew(item)) onChoose(item.code, byPointer.current);
                byPointer.current = false;
              }}
              onChange={() => {
                onChoose(item.code, byPointer.current);
                byPointer.current = false;
              }}
            />
            <span className={kind === "radio" ? styles.dot : styles.box} aria-hidden="true" />
            <span className={styles.text}>
              <span id={`${id}-${item.code}`}>
                {item.text}
                {item.hint !== null && <span className={styles.hint}>{item.hint}</span>}
              </span>
              {isInTwo && item.textIn !== undefined && <SecondWords words={item.textIn} />}
            </span>
          </label>
        </div>
      ))}
    </div>
  );
}

function stepOf(key: string): number {
  if (key === "ArrowDown" || key === "ArrowRight") return 1;
  return key === "ArrowUp" || key === "ArrowLeft" ? -1 : 0;
}
