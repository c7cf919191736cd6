import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, CodeEntry } from "../../ui/index.ts";
import styles from "./activation-screen.module.css";

const codeDigits = 15;
const groupDigits = 5;

interface TypeStepProps {
  readonly isBusy: boolean;
  readonly problem: string | null;
  /** True where it was another code: it is typed anew. After a lost connection the same one is tried again. */
  readonly onConfirm: (code: string) => Promise<boolean>;
  readonly onShowAgain: () => void;
}

export function TypeStep({ isBusy, problem, onConfirm, onShowAgain }: TypeStepProps) {
  const [code, setCode] = useState("");
  const confirm = async (): Promise<void> => {
    if (await onConfirm(code)) setCode("");
  };
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
        <Button kind="primary" isMain isDisabled={isBusy || code.length < codeDigits} onPress={() => void confirm()}>
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
