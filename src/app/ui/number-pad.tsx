import { Button as PressButton } from "react-aria-components/Button";
import { Glyph } from "./glyph.tsx";
import styles from "./number-pad.module.css";

interface NumberPadProps {
  readonly label: string;
  readonly eraseLabel: string;
  readonly isDisabled?: boolean;
  readonly onDigit: (digit: number) => void;
  readonly onErase: () => void;
}

const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] as const;

/** The pad of the page itself, 72 px keys: no keyboard of the system, no layout that could break a digit. */
export function NumberPad({ label, eraseLabel, isDisabled = false, onDigit, onErase }: NumberPadProps) {
  return (
    <div className={styles.pad} role="group" aria-label={label} data-pad>
      {keys.map((digit) => (
        <PressButton key={digit} className={styles.key ?? ""} isDisabled={isDisabled} onPress={() => onDigit(digit)}>
          {digit}
        </PressButton>
      ))}
      <PressButton className={styles.key ?? ""} isDisabled={isDisabled} aria-label={eraseLabel} onPress={onErase}>
        <Glyph name="erase" />
      </PressButton>
    </div>
  );
}
