// Who answers, shown all the time and changeable in three taps: chip, administration, reason (ux 3.9).
import { useState } from "react";
import type { SourceOfAnswers } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { Dialog } from "../../ui/index.ts";
import { SourceChoice } from "../start-interview/source-choice.tsx";
import { sourceText } from "../start-interview/source-text.ts";
import { useInterviewStore, useSession } from "./use-interview.ts";
import styles from "./source-chip.module.css";

export function SourceChip() {
  const store = useInterviewStore();
  const source = useSession((session) => session.source);
  const [isOpen, setIsOpen] = useState(false);
  const change = (next: SourceOfAnswers): void => {
    setIsOpen(false);
    void store.changeSource(next);
  };
  return (
    <>
      <button type="button" className={styles.chip} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <span className={styles.label}>{m.int_source()}:</span> {sourceText(source)} <span aria-hidden="true">▾</span>
      </button>
      <Dialog title={m.int_source_title()} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <SourceChoice current={source} onChoose={change} />
      </Dialog>
    </>
  );
}
