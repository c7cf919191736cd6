// The number that stands on the paper, where it is another than the proposed one: digits alone, from our own pad.
import { useEffect, useId, useRef, useState } from "react";
import { errorSentence, m } from "../../i18n/index.ts";
import { DigitField } from "../../questions/digit-field.tsx";
import { Button, Dialog, NumberPad } from "../../ui/index.ts";
import type { ListChangeError } from "../../wiring/index.ts";
import { isWithinSheetNumber, sheetNumberText } from "./sheet-number-text.ts";
import styles from "./finished-screen.module.css";

interface CertificateNumberDialogProps {
  readonly isOpen: boolean;
  /** Numbers of a series alone are taken. */
  readonly hasSeries: boolean;
  readonly onClose: () => void;
  /** Null where it was kept. */
  readonly onGive: (number: string) => Promise<ListChangeError | null>;
}

export function CertificateNumberDialog({ isOpen, hasSeries, onClose, onGive }: CertificateNumberDialogProps) {
  return (
    <Dialog title={m.fin_certificate()} isOpen={isOpen} onClose={onClose}>
      <NumberEntry hasSeries={hasSeries} onGive={onGive} />
    </Dialog>
  );
}

function NumberEntry({ hasSeries, onGive }: Pick<CertificateNumberDialogProps, "hasSeries" | "onGive">) {
  const [digits, setDigits] = useState("");
  const [failure, setFailure] = useState<ListChangeError | null>(null);
  const labelId = useId();
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => entry.current?.querySelector("input")?.focus(), []);
  const set = (next: string): void => {
    if (!isWithinSheetNumber(next)) return;
    setDigits(next);
    setFailure(null);
  };
  const type = (typed: string): void => set(`${digits}${typed}`);
  const erase = (): void => set(digits.slice(0, -1));
  const give = (): void => {
    if (digits !== "") void onGive(digits).then(setFailure);
  };
  return (
    <div ref={entry} className={styles.entry}>
      <div className={styles.typed}>
        <p id={labelId} className={styles.ask}>
          {m.fin_number_ask()}
        </p>
        <DigitField
          labelledBy={labelId}
          value={sheetNumberText(digits)}
          isWrong={failure !== null}
          onType={type}
          onErase={erase}
          onEnter={give}
        />
        <p className={styles.hint}>{hasSeries ? m.fin_number_hint_series() : m.fin_number_hint()}</p>
        {failure !== null && (
          <p className={styles.problem} role="alert">
            {errorSentence(failure)}
          </p>
        )}
        <Button kind="primary" isMain isDisabled={digits === ""} onPress={give}>
          {m.fin_given()}
        </Button>
      </div>
      <NumberPad
        label={m.q_number_pad()}
        eraseLabel={m.q_erase()}
        onDigit={(digit) => type(String(digit))}
        onErase={erase}
      />
    </div>
  );
}
