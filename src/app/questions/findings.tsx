// What contradicts what, beside the answer (ux 3.7). Hard: filled red pill, blocks only finishing. Soft: violet outline,
// one tap confirms. The same sentence stands here and in the list of the check screen.
import type { AnswerPath, Finding } from "#questionnaire";
import { getLocale, m } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";
import { valueProblemText } from "./value-problem-text.ts";
import styles from "./findings.module.css";

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly onConfirm: (edit: string, path: AnswerPath) => void;
  /** Opens the answer for change; null where it is open. */
  readonly onCorrect: (() => void) | null;
}

export function Findings({ findings, onConfirm, onCorrect }: FindingsProps) {
  const shown = findings.filter((finding) => findingText(finding) !== null);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.findings} aria-live="polite">
      {shown.map((finding) => (
        <li key={finding.edit} className={styles.finding} data-level={finding.level}>
          <p className={styles.sentence}>
            <FindingPill finding={finding} /> <span>{findingText(finding)}</span>
          </p>
          <div className={styles.actions}>
            {finding.level === "soft" && !finding.confirmed && (
              <Button kind="secondary" onPress={() => confirmFirst(finding, onConfirm)}>
                {m.q_yes_right()}
              </Button>
            )}
            {onCorrect !== null && !finding.confirmed && finding.level !== "critical" && (
              <Button kind="secondary" onPress={onCorrect}>
                {m.q_correct()}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Word, glyph and fill; colour only last. */
export function FindingPill({ finding }: { readonly finding: Finding }) {
  if (finding.level === "hard") return <span className={styles.hard}>✕ {m.q_must_correct()}</span>;
  if (finding.level === "critical") return <span className={styles.note}>! {m.q_attention()}</span>;
  if (finding.confirmed) return <span className={styles.confirmed}>✓ {m.q_confirmed()}</span>;
  return <span className={styles.soft}>? {m.q_is_right()}</span>;
}

/** The sentence for the officer, in the interface's language; null for what is only for the office. */
export function findingText(finding: Finding): string | null {
  if (finding.level === "centre") return null;
  if (finding.problem !== null) return valueProblemText(finding.problem);
  return finding.text?.[getLocale()] ?? null;
}

/** A confirmation names the first of the finding's paths. */
export function confirmFirst(finding: Finding, onConfirm: (edit: string, path: AnswerPath) => void): void {
  const [path] = finding.paths;
  if (path !== undefined) onConfirm(finding.edit, path);
}
