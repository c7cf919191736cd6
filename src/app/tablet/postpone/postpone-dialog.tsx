// T-14: putting an interview off. A preset is the last tap; a reason and a note may be given before it.
import { useState } from "react";
import { lineNoteLimit, PostponeReason } from "#fieldwork";
import { errorSentence, formatTime, m } from "../../i18n/index.ts";
import { LimitedText } from "../../questions/limited-text.tsx";
import { Button, Dialog, Notice } from "../../ui/index.ts";
import { useClock, useTablet, useTabletState } from "../../wiring/index.ts";
import { ChoiceButtons } from "../choice-buttons.tsx";
import { dayText, postponeReasonText, timeText } from "./postpone-text.ts";
import { daysToChoose, hoursOf, presetTimes } from "./postpone-times.ts";
import styles from "./postpone-dialog.module.css";

interface PostponeDialogProps {
  readonly lineId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPostponed: () => void;
  /** The way to the reasons of T-15, where the screen has none of its own; also a begun interview ends in an outcome. */
  readonly onImpossible?: () => void;
}

export function PostponeDialog({ isOpen, onClose, onImpossible, ...rest }: PostponeDialogProps) {
  return (
    <Dialog
      title={m.post_title()}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        onImpossible !== undefined && (
          <Button kind="secondary" onPress={onImpossible}>
            {m.out_open()}
          </Button>
        )
      }
    >
      {isOpen && <Times {...rest} />}
    </Dialog>
  );
}

function Times({ lineId, onPostponed }: Omit<PostponeDialogProps, "isOpen" | "onClose" | "onImpossible">) {
  const tablet = useTablet();
  const clock = useClock();
  const { status } = useTabletState();
  const [nowMs] = useState(clock);
  const [reason, setReason] = useState<PostponeReason | null>(null);
  const [note, setNote] = useState("");
  const [dayMs, setDayMs] = useState<number | null>(null);
  const [isOther, setIsOther] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isClockWrong = status?.state === "unlocked" && status.clock.verdict === "block";

  const postpone = async (untilMs: number | null): Promise<void> => {
    // A second tap on the way would put it off twice.
    if (isBusy) return;
    setIsBusy(true);
    const words = note.trim() === "" ? null : note.trim();
    try {
      const done = await tablet.postpone(lineId, { untilMs, reason, note: words });
      if (done.ok) return onPostponed();
      setRefusal(errorSentence(done.error));
    } catch {
      setRefusal(m.int_not_recorded());
    }
    setIsBusy(false);
  };

  return (
    <div className={styles.body}>
      {refusal !== null && <Notice tone="err" title={refusal} />}
      <ChoiceButtons
        label={m.post_reason()}
        value={reason}
        options={PostponeReason.options.map((value) => ({ value, text: postponeReasonText(value) }))}
        onChange={(one) => setReason(one === reason ? null : one)}
      />
      <LimitedText
        label={isClockWrong ? m.post_when_words() : m.post_note()}
        value={note}
        max={lineNoteLimit}
        onChange={setNote}
      />
      {isClockWrong ? (
        <>
          <p className={styles.hint}>{m.post_clock_wrong()}</p>
          <Button kind="primary" isMain isDisabled={note.trim() === ""} onPress={() => void postpone(null)}>
            {m.post_action()}
          </Button>
        </>
      ) : (
        <>
          <p className={styles.label} id="postpone-when">
            {m.post_when()}
          </p>
          <div className={styles.row} role="group" aria-labelledby="postpone-when">
            {presetTimes(nowMs).map((time) => (
              <Button key={time.atMs} kind="primary" onPress={() => void postpone(time.atMs)}>
                {timeText(time)}
              </Button>
            ))}
            <button
              type="button"
              className={styles.chip}
              aria-expanded={isOther}
              onClick={() => {
                setIsOther(true);
                setDayMs((known) => known ?? daysToChoose(nowMs)[0]?.atMs ?? null);
              }}
            >
              {m.post_other_time()}
            </button>
          </div>
          <p className={styles.hint}>{m.post_when_saves()}</p>
        </>
      )}
      {isOther && !isClockWrong && (
        <div className={styles.other}>
          <div className={styles.row} role="group" aria-label={m.post_day()}>
            {daysToChoose(nowMs).map((day) => (
              <button
                key={day.atMs}
                type="button"
                className={styles.chip}
                aria-pressed={day.atMs === dayMs}
                onClick={() => setDayMs(day.atMs)}
              >
                {dayText(day)}
              </button>
            ))}
          </div>
          {dayMs !== null && (
            <div className={styles.row} role="group" aria-label={m.post_hour()}>
              {hoursOf(dayMs, nowMs).map((atMs) => (
                <button key={atMs} type="button" className={styles.hour} onClick={() => void postpone(atMs)}>
                  {formatTime(atMs)}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
