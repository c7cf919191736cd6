// A code of digits in groups, as it stands on paper: typed on the pad or on the physical keys wherever the focus is, or
// pasted. A finished group is covered, so that a look over the shoulder finds five digits at most.
import { useEffect, useEffectEvent, useId, type ReactNode } from "react";
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
  readonly isDisabled?: boolean;
  readonly problem?: string | null;
  readonly onChange: (value: string) => void;
  /** What stands under the code, beside the pad. */
  readonly children?: ReactNode;
}

export function CodeEntry(props: CodeEntryProps) {
  const { label, size, group, value, isDisabled = false, problem = null, onChange } = props;
  const id = useId();
  const add = useEffectEvent((typed: string): void => {
    const digits = typed.replace(/\D/gu, "");
    if (!isDisabled && digits !== "") onChange(`${value}${digits}`.slice(0, size));
  });
  const erase = useEffectEvent((): void => {
    if (!isDisabled) onChange(value.slice(0, -1));
  });

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
            autoFocus
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            disabled={isDisabled}
            value={value}
            onChange={(event) => onChange(event.target.value.replace(/\D/gu, "").slice(0, size))}
          />
          {Array.from({ length: groups }, (_, index) => (
            <span key={index} className={styles.group} aria-hidden="true" data-current={index === current || undefined}>
              {cells(value, index, group, index < current)}
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
        onDigit={(digit) => onChange(`${value}${digit}`.slice(0, size))}
        onErase={() => onChange(value.slice(0, -1))}
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
