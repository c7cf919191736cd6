// Who answers: two big buttons, and two smaller ones for those who may speak for the respondent. The order lets the
// administration answer only where interviewing is impossible, so its button opens the reason first; the reason is the
// last tap (ux 3.9).
import { useEffect, useRef, useState } from "react";
import { AdministrationBasis, AdministrationReason, type SourceOfAnswers } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { basisText, reasonText, shortBasisText } from "./source-text.ts";
import styles from "./source-choice.module.css";

interface SourceChoiceProps {
  /** The source in force; null before the interview is started. */
  readonly current: SourceOfAnswers | null;
  readonly isDisabled?: boolean;
  readonly onChoose: (source: SourceOfAnswers) => void;
}

export function SourceChoice({ current, isDisabled = false, onChoose }: SourceChoiceProps) {
  const [isAdministration, setIsAdministration] = useState(current?.kind === "administration");
  const choose = (kind: "respondent" | "family" | "legal-representative"): void => {
    setIsAdministration(false);
    onChoose({ kind });
  };
  return (
    <div className={styles.choice}>
      <div className={styles.main}>
        <button
          type="button"
          className={styles.big}
          aria-pressed={current?.kind === "respondent"}
          disabled={isDisabled}
          onClick={() => choose("respondent")}
        >
          {m.int_respondent()}
        </button>
        <button
          type="button"
          className={styles.big}
          aria-pressed={current?.kind === "administration"}
          aria-expanded={isAdministration}
          disabled={isDisabled}
          onClick={() => setIsAdministration(true)}
        >
          {m.int_administration()}
        </button>
      </div>
      {isAdministration && <Administration current={current} isDisabled={isDisabled} onChoose={onChoose} />}
      <div className={styles.others}>
        <button
          type="button"
          className={styles.other}
          aria-pressed={current?.kind === "family"}
          disabled={isDisabled}
          onClick={() => choose("family")}
        >
          {m.int_family()}
        </button>
        <button
          type="button"
          className={styles.other}
          aria-pressed={current?.kind === "legal-representative"}
          disabled={isDisabled}
          onClick={() => choose("legal-representative")}
        >
          {m.int_legal()}
        </button>
      </div>
    </div>
  );
}

function Administration({ current, isDisabled = false, onChoose }: SourceChoiceProps) {
  const before = current?.kind === "administration" ? current : null;
  const [basis, setBasis] = useState<AdministrationBasis>(before?.basis ?? "document");
  const panel = useRef<HTMLDivElement>(null);
  // The reasons are the last tap: they come into sight by themselves.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={panel} className={styles.administration}>
      <p className={styles.rule}>{m.int_admin_rule()}</p>
      <p className={styles.ask} id="source-basis">
        {m.int_basis_ask()}
      </p>
      <div className={styles.row} role="group" aria-labelledby="source-basis">
        {AdministrationBasis.options.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.other}
            aria-pressed={one === basis}
            onClick={() => setBasis(one)}
          >
            {basisText(one)}
          </button>
        ))}
      </div>
      {/* The reason is the last tap: what it is taken down with is said here once more, on the screen and read out. */}
      <p className={styles.ask} id="source-reason">
        {m.int_basis_said({ basis: shortBasisText(basis) })} {m.int_reason_ask()}
      </p>
      <div className={styles.row} role="group" aria-labelledby="source-reason">
        {AdministrationReason.options.map((reason) => (
          <button
            key={reason}
            type="button"
            className={styles.other}
            aria-pressed={before?.reason === reason && before.basis === basis}
            disabled={isDisabled}
            onClick={() => onChoose({ kind: "administration", basis, reason })}
          >
            {reasonText(reason)}
          </button>
        ))}
      </div>
      <p className={styles.rule}>{m.int_admin_sensitive()}</p>
    </div>
  );
}
