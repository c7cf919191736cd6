// Asking the Department to permit what a critical edit objects to. The form is finished and sent all the same: it counts
// once the Department has permitted it.
import { useId, useState } from "react";
import { m } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";
import { LimitedText } from "./limited-text.tsx";
import styles from "./findings.module.css";

const reasonLimit = 500;

export function PermissionRequest({ onAsk }: { readonly onAsk: (reason: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const labelId = useId();
  if (!isOpen) {
    return (
      <Button kind="secondary" onPress={() => setIsOpen(true)}>
        {m.q_ask_permission()}
      </Button>
    );
  }
  const ask = (): void => {
    const said = reason.trim();
    if (said === "") return setProblem(m.q_permission_reason_missing());
    return onAsk(said);
  };
  return (
    <div className={styles.permission}>
      <p id={labelId}>{m.q_permission_reason()}</p>
      <LimitedText
        labelledBy={labelId}
        value={reason}
        max={reasonLimit}
        problem={problem}
        onChange={setReason}
        isFirstFocus
        isMultiline
      />
      <Button kind="secondary" onPress={ask}>
        {m.q_permission_ask_with_reason()}
      </Button>
    </div>
  );
}
