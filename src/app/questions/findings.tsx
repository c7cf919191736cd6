// What contradicts what, beside the answer (ux 3.7). Hard: filled red pill, blocks only finishing. Soft: violet outline,
// one tap confirms. Critical: the Department must permit it, for a reason that is stated here. The same sentence stands here and in the list of the check screen.
import type { AnswerPath, Finding } from "#questionnaire";
import { getLocale, m } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";
import { PermissionRequest } from "./permission-request.tsx";
import { valueProblemText } from "./value-problem-text.ts";
import styles from "./findings.module.css";

/** The reason is needed by a critical finding and null for a soft one. */
export type ConfirmFinding = (edit: string, path: AnswerPath, reason: string | null) => void;

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly onConfirm: ConfirmFinding;
  /** Opens the answer for change; null where it is open. */
  readonly onCorrect: (() => void) | null;
  /** What must be corrected stays in sight although the answer is longer than the screen. */
  readonly isHeld: boolean;
  /** Stands under what must be corrected, here or in a field. */
  readonly note?: string | null;
}

/** Of a question: what must be corrected in a place of its own, which can be held in sight. Both are always there: what comes into them is read out. */
export function Findings({ findings, isHeld, note = null, ...rest }: FindingsProps) {
  const hard = findings.filter(({ level }) => level === "hard");
  const others = findings.filter(({ level }) => level !== "hard");
  const hasWords = note !== null || hard.some((finding) => findingText(finding) !== null);
  return (
    <>
      <div className={styles.live} aria-live="polite" data-held-finding={(isHeld && hasWords) || undefined}>
        <FindingList findings={hard} {...rest} />
        {note !== null && <p className={styles.more}>{note}</p>}
      </div>
      <div className={styles.live} aria-live="polite">
        <FindingList findings={others} {...rest} />
      </div>
    </>
  );
}

/** Of a field, which is never held by itself: one place for all of them, as a household has thousands of fields. */
export function FieldFindings(props: Pick<FindingsProps, "findings" | "onConfirm">) {
  return (
    <div className={styles.live} aria-live="polite">
      <FindingList {...props} onCorrect={null} />
    </div>
  );
}

function FindingList({ findings, onConfirm, onCorrect }: Pick<FindingsProps, "findings" | "onConfirm" | "onCorrect">) {
  const shown = findings.filter((finding) => findingText(finding) !== null);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {shown.map((finding) => (
        <FindingItem key={finding.edit} finding={finding} onConfirm={onConfirm} onCorrect={onCorrect} />
      ))}
    </ul>
  );
}

type FindingItemProps = Pick<FindingsProps, "onConfirm" | "onCorrect"> & { readonly finding: Finding };

function FindingItem({ finding, onConfirm, onCorrect }: FindingItemProps) {
  return (
    <li className={styles.finding} data-level={finding.level}>
      <p className={styles.sentence}>
        <FindingPill finding={finding} /> <span>{findingText(finding)}</span>
      </p>
      {finding.level === "critical" && <p className={styles.decides}>{m.q_department_decides()}</p>}
      <div className={styles.actions}>
        {finding.level === "soft" && !finding.confirmed && (
          <Button kind="secondary" onPress={() => confirmFirst(finding, onConfirm)}>
            {m.q_yes_right()}
          </Button>
        )}
        {finding.level === "critical" && !finding.confirmed && (
          <PermissionRequest onAsk={(reason) => confirmFirst(finding, onConfirm, reason)} />
        )}
        {onCorrect !== null && !finding.confirmed && (
          <Button kind="secondary" onPress={onCorrect}>
            {m.q_correct()}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Word, glyph and fill; colour only last. */
export function FindingPill({ finding }: { readonly finding: Finding }) {
  if (finding.level === "hard") return <span className={styles.hard}>✕ {m.q_must_correct()}</span>;
  if (finding.level === "critical") {
    return (
      <span className={styles.note}>! {finding.confirmed ? m.q_permission_asked() : m.q_permission_needed()}</span>
    );
  }
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
export function confirmFirst(finding: Finding, onConfirm: ConfirmFinding, reason: string | null = null): void {
  const [path] = finding.paths;
  if (path !== undefined) onConfirm(finding.edit, path, reason);
}
