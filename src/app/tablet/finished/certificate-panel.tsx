// The paper certificate of a finished form: its number to write, and the officer's word that it was handed over.
import { useEffect, useState, type RefObject } from "react";
import { errorSentence, formatDateTime, formatTime, m } from "../../i18n/index.ts";
import { Button, Glyph, Panel } from "../../ui/index.ts";
import { useClock, useTablet, type ListChangeError, type ListRow } from "../../wiring/index.ts";
import { usePractice } from "../practice/practice-context.ts";
import { CertificateNumberDialog } from "./certificate-number-dialog.tsx";
import styles from "./finished-screen.module.css";

interface CertificatePanelProps {
  readonly lineId: string;
  /** The number of this line in the tablet's own series; null where it has none. */
  readonly proposed: string | null;
  readonly given: ListRow["certificate"];
  /** What comes next; it has the focus once the word is kept. */
  readonly onward: RefObject<HTMLButtonElement | null>;
}

export function CertificatePanel(props: CertificatePanelProps) {
  return usePractice() === null ? <Certificate {...props} /> : <p>{m.practice_certificate()}</p>;
}

function Certificate({ lineId, proposed, given, onward }: CertificatePanelProps) {
  const tablet = useTablet();
  const clock = useClock();
  const [isTyping, setIsTyping] = useState(false);
  const [lastSaid, setLastSaid] = useState<"given" | "taken-back" | null>(null);
  const [failure, setFailure] = useState<ListChangeError | null>(null);

  const isGiven = given !== null;
  const isOnward = isGiven && !isTyping && lastSaid === "given";
  useEffect(() => {
    // After the dialog has given the focus back to a button that is no more.
    if (isOnward) requestAnimationFrame(() => onward.current?.focus());
  }, [isOnward, onward]);

  const give = async (number: string): Promise<ListChangeError | null> => {
    const saved = await tablet.giveCertificate(lineId, number).catch(() => notSaved);
    if (!saved.ok) return saved.error;
    setLastSaid("given");
    setIsTyping(false);
    setFailure(null);
    return null;
  };
  const takeBack = async (): Promise<void> => {
    const saved = await tablet.takeBackCertificate(lineId).catch(() => notSaved);
    if (saved.ok) setLastSaid("taken-back");
    setFailure(saved.ok ? null : saved.error);
  };

  return (
    <Panel title={m.fin_certificate()}>
      {(isGiven || proposed !== null) && <p className={styles.number}>{given?.number ?? proposed}</p>}
      {!isGiven && <p>{proposed === null ? m.fin_no_series() : m.fin_certificate_words()}</p>}
      {failure !== null && (
        <p className={styles.problem} role="alert">
          {errorSentence(failure)}
        </p>
      )}
      <div className={styles.word}>
        <p className={styles.given} role="status">
          {isGiven && (
            <>
              <Glyph name="tick" />
              {m.fin_given_at({ time: momentText(given.atMs, clock()) })}
            </>
          )}
        </p>
        {isGiven ? (
          <Button kind="secondary" onPress={() => void takeBack()}>
            {m.fin_take_back()}
          </Button>
        ) : (
          <div className={styles.actions}>
            {proposed !== null && (
              <Button
                kind="secondary"
                isFirstFocus={lastSaid === "taken-back"}
                onPress={() => void give(proposed).then((problem) => setFailure(problem))}
              >
                {m.fin_given()}
              </Button>
            )}
            <Button
              kind={proposed === null ? "secondary" : "quiet"}
              isFirstFocus={lastSaid === "taken-back" && proposed === null}
              onPress={() => setIsTyping(true)}
            >
              {proposed === null ? m.fin_enter_number() : m.fin_other_number()}
            </Button>
          </div>
        )}
      </div>
      <CertificateNumberDialog
        isOpen={isTyping}
        hasSeries={proposed !== null}
        onClose={() => setIsTyping(false)}
        onGive={give}
      />
    </Panel>
  );
}

const notSaved = { ok: false, error: { type: "storage-aborted" } } as const;

/** Of today the time is enough. */
function momentText(atMs: number, nowMs: number): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return isToday ? formatTime(atMs) : formatDateTime(atMs);
}
