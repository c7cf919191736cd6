// A code of digits in groups, as it stands on paper: typed on the pad or on the physical keys wherever the focus is, or
// pasted. A finished group of a secret code is covered, so that a look over the shoulder finds five digits at most.
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { digitOfKey } from "./physical-digit.ts";
import { NumberPad } from "./number-pad.tsx";
import styles from "./code-entry.module.css";

interface CodeEntryProps {
  readonly label: string;
  readonly padLabel: string;
  readonly eraseLabel: string;
  readonly size: number;
  readonly group: number;
  readonly value: string;
  /** `all` covers every digit at once, for a code that is used again and again before others' eyes; `none` is for a code that is to be compared with paper. */
  readonly covers?: "finished-groups" | "all" | "none";
  /** Off where the code is not the first thing the screen is for; digits are taken all the same. */
  readonly isFirstFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly problem?: string | null;
  readonly onChange: (value: string) => void;
  /** The Enter key in the field. */
  readonly onEnter?: () => void;
  /** What stands under the code, beside the pad. */
  readonly children?: ReactNode;
}

export function CodeEntry(props: CodeEntryProps) {
  const { label, size, group, value, isDisabled = false, problem = null, onChange } = props;
  const { covers = "finished-groups", isFirstFocus = true, onEnter } = props;
  const id = useId();
  // Keys may come faster than the page is painted: the next one is added to what was typed, not to what is shown.
  const typed = useRef(value);
  useLayoutEffect(() => {
    typed.current = value;
  }, [value]);
  const change = (next: string): void => {
    if (isDisabled) return;
    typed.current = next.replace(/\D/gu, "").slice(0, size);
    onChange(typed.current);
  };
  const add = useEffectEvent((text: string): void => change(`${typed.current}${text}`));
  const erase = useEffectEvent((): void => change(typed.current.slice(0, -1)));

  const wasDisabled = useRef(isDisabled);
  useEffect(() => {
    // While the code was tried the field was off, and the focus with it.
    const isBack = wasDisabled.current && !isDisabled;
    wasDisabled.current = isDisabled;
    if (isBack && document.activeElement === document.body) document.getElementById(id)?.focus();
  }, [id, isDisabled]);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || isOtherField(event.target, id)) return;
        const digit = digitOfKey(event.code);
        if (digit !== null) add(String(digit));
        else if (event.key === "Backspace") erase();
        else return;
        event.preventDefault();
      },
      { signal },
    );
    window.addEventListener(
      "paste",
      (event) => {
        if (isOtherField(event.target, id)) return;
        event.preventDefault();
        add(event.clipboardData?.getData("text") ?? "");
      },
      { signal },
    );
    return () => stop.abort();
  }, [id]);

  const groups = Math.ceil(size / group);
  const current = Math.min(Math.floor(value.length / group), groups - 1);
  return (
    <div className={styles.entry}>
      <div className={styles.shown}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <div className={styles.groups} data-wrong={problem !== null || undefined}>
          <input
            id={id}
            className={styles.catcher}
            inputMode="none"
            autoComplete="off"
            autoFocus={isFirstFocus}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            disabled={isDisabled}
            value={value}
            onChange={(event) => change(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") onEnter?.();
            }}
          />
          {Array.from({ length: groups }, (_, index) => (
            <span key={index} className={styles.group} aria-hidden="true" data-current={index === current || undefined}>
              {cells(value, index, group, covers === "all" || (covers === "finished-groups" && index < current))}
            </span>
          ))}
        </div>
        {problem !== null && (
          <p id={`${id}-problem`} className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {props.children}
      </div>
      <NumberPad
        label={props.padLabel}
        eraseLabel={props.eraseLabel}
        isDisabled={isDisabled}
        onDigit={(digit) => change(`${typed.current}${digit}`)}
        onErase={() => change(typed.current.slice(0, -1))}
      />
    </div>
  );
}

function cells(value: string, index: number, group: number, isCovered: boolean): string {
  const digits = value.slice(index * group, (index + 1) * group);
  return (isCovered ? "•".repeat(digits.length) : digits).padEnd(group, "-");
}

function isOtherField(target: EventTarget | null, ownId: string): boolean {
  return target instanceof HTMLElement && target.id !== ownId && target.matches("input, textarea, select");
}
