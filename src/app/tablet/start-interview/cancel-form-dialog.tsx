// A begun form cancelled (ux 3.9): a reason, and what is safe. Nothing is deleted, so it is not asked twice.
import { useState } from "react";
import { CancelReason, lineNoteLimit } from "#fieldwork";
import { errorSentence, m } from "../../i18n/index.ts";
import { LimitedText } from "../../questions/limited-text.tsx";
import { Button, Dialog, Notice } from "../../ui/index.ts";
import { writeLeft } from "../interview/interviews-left.ts";
import { useTablet } from "../../wiring/index.ts";
import { ChoiceButtons } from "../choice-buttons.tsx";
import { cancelReasonText } from "./cancel-text.ts";
import styles from "./cancel-form-dialog.module.css";

interface CancelFormDialogProps {
  readonly interviewId: string;
  readonly onClose: () => void;
}

export function CancelFormDialog({ interviewId, onClose }: CancelFormDialogProps) {
  const tablet = useTablet();
  const [reason, setReason] = useState<CancelReason | null>(null);
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isNoteMissing = reason === "other" && note.trim() === "";

  const cancel = async (why: CancelReason): Promise<void> => {
    setIsBusy(true);
    try {
      // Nothing is written to a cancelled form: what waits goes first, or the form stays as it is.
      if (!(await writeLeft(tablet, interviewId))) {
        setRefusal(m.canc_unwritten());
        return setIsBusy(false);
      }
      const done = await tablet.cancelInterview(interviewId, why, note);
      if (done.ok) return onClose();
      setRefusal(errorSentence(done.error));
    } catch {
      setRefusal(m.int_not_recorded());
    }
    setIsBusy(false);
  };

  return (
    <Dialog
      title={m.canc_action()}
      isOpen
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          isMain
          isDisabled={reason === null || isNoteMissing || isBusy}
          onPress={() => {
            if (reason !== null) void cancel(reason);
          }}
        >
          {m.canc_action()}
        </Button>
      }
    >
      <div className={styles.body}>
        {refusal !== null && <Notice tone="err" title={refusal} />}
        <p>{m.canc_safe()}</p>
        <ChoiceButtons
          label={m.canc_reason()}
          value={reason}
          options={CancelReason.options.map((value) => ({ value, text: cancelReasonText(value) }))}
          onChange={setReason}
        />
        <LimitedText
          label={m.canc_note()}
          value={note}
          max={lineNoteLimit}
          {...(reason === "other" ? { hint: m.canc_note_needed() } : {})}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}
