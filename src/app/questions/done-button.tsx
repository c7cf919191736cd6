import { memo } from "react";
import { Button } from "../ui/index.ts";
import { m, useLocale } from "../i18n/index.ts";
import styles from "./done-button.module.css";

interface DoneButtonProps {
  readonly isDisabled: boolean;
  readonly onDone: () => void;
}

/** "Done": the question is left for the next one. One-choice questions have none. */
export const DoneButton = memo(function DoneButton({ isDisabled, onDone }: DoneButtonProps) {
  useLocale();
  return (
    <div className={styles.done}>
      <Button kind="primary" isDisabled={isDisabled} onPress={onDone}>
        {m.q_done()}
      </Button>
    </div>
  );
});
