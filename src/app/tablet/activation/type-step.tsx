import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, CodeEntry } from "../../ui/index.ts";
import styles from "./activation-screen.module.css";

const codeDigits = 15;
const groupDigits = 5;

interface TypeStepProps {
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onConfirm: (code: string) => void;
  readonly onShowAgain: () => void;
}

export function TypeStep({ isBusy, problem, onConfirm, onShowAgain }: TypeStepProps) {
  const [code, setCode] = useState("");
  return (
    <CodeEntry
      label={m.lock_code()}
      padLabel={m.ui_digits()}
      eraseLabel={m.ui_erase()}
      size={codeDigits}
      group={groupDigits}
      value={code}
      isDisabled={isBusy}
      problem={problem}
      onChange={setCode}
    >
      <div className={styles.actions}>
        <Button kind="primary" isMain isDisabled={isBusy || code.length < codeDigits} onPress={() => onConfirm(code)}>
          {m.enrol_action()}
        </Button>
        <Button kind="secondary" isDisabled={isBusy} onPress={onShowAgain}>
          {m.enrol_show_again()}
        </Button>
      </div>
      <p role="status">{isBusy && m.enrol_working()}</p>
    </CodeEntry>
  );
}
