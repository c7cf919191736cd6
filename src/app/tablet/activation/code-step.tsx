import { formatDigits, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { EnrolmentOffer } from "../../wiring/index.ts";
import styles from "./activation-screen.module.css";

const groupDigits = 5;

interface CodeStepProps {
  readonly offer: EnrolmentOffer;
  readonly onWritten: () => void;
}

export function CodeStep({ offer, onWritten }: CodeStepProps) {
  const groups = formatDigits(offer.unlockCode, groupDigits).split(" ");
  return (
    <>
      <p
        className={styles.code}
        role="img"
        aria-label={m.enrol_code_spoken({ code: offer.unlockCode.split("").join(" ") })}
        data-unlock-code
      >
        {groups.map((digits, index) => (
          <span key={index}>{digits}</span>
        ))}
      </p>
      <div className={styles.words}>
        <p>{m.enrol_code_once()}</p>
        <p>{m.enrol_code_why()}</p>
        <p className={styles.note}>
          {m.enrol_server()}: {offer.host}
        </p>
      </div>
      <div className={styles.actions}>
        <Button kind="primary" isMain onPress={onWritten}>
          {m.enrol_written()}
        </Button>
      </div>
    </>
  );
}
