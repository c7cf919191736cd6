// Who answers, shown all the time and changeable in three taps: chip, administration, reason (ux 3.9). Where the answers of
// the section came from somebody else too, the chip says so, and what stands under a wrong source can be corrected.
import { useState } from "react";
import type { AnswerPath, SectionView } from "#questionnaire";
import { isMixed, type SourceOfAnswers, type SourceShare } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { Dialog } from "../../ui/index.ts";
import { Tick } from "../list/tick.tsx";
import { SourceChoice } from "../start-interview/source-choice.tsx";
import { basisText, sourcesText, sourceText, speakersText } from "../start-interview/source-text.ts";
import { useInterviewStore, useSession, useSources } from "./use-interview.ts";
import styles from "./source-chip.module.css";

interface SourceChipProps {
  /** The section on the page; null speaks of the whole form, whose answers are corrected section by section. */
  readonly section: SectionView | null;
}

export function SourceChip({ section }: SourceChipProps) {
  const source = useSession((session) => session.source);
  const shares = useSharesOf(section);
  const [isOpen, setIsOpen] = useState(false);
  const present = `${m.int_source()}: ${sourceText(source)}`;
  const basis = source.kind === "administration" ? basisText(source.basis) : "";
  const told =
    shares.length === 0
      ? ""
      : sourcesText(shares, (one) =>
          section === null ? m.int_source_in_form({ source: one }) : m.int_source_here({ source: one }),
        );
  return (
    <>
      <button
        type="button"
        className={styles.chip}
        aria-haspopup="dialog"
        aria-label={[present, basis, told].filter((part) => part !== "").join(". ")}
        onClick={() => setIsOpen(true)}
      >
        <span>
          <span className={styles.label}>{m.int_source()}:</span> {sourceText(source)} <span aria-hidden="true">▾</span>
        </span>
        <Detail shares={shares} told={told} basis={basis} />
      </button>
      <Dialog title={m.int_source_title()} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <SourceSheet section={section} shares={shares} onClose={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function useSharesOf(section: SectionView | null): readonly SourceShare[] {
  const { bySection, ofForm } = useSources();
  return section === null ? ofForm : (bySection.get(section.id) ?? []);
}

interface DetailProps {
  readonly shares: readonly SourceShare[];
  readonly told: string;
  readonly basis: string;
}

/** The second line, for which there is always room: the bar keeps its height. */
function Detail({ shares, told, basis }: DetailProps) {
  if (told === "") return basis === "" ? null : <span className={styles.detail}>{basis}</span>;
  if (!isMixed(shares)) return <span className={styles.detail}>{told}</span>;
  const short = [basis, m.int_source_mixed_short()].filter((part) => part !== "").join(" · ");
  // Three would break the bar in any language.
  if (shares.length > 2) return <span className={styles.detail}>{short}</span>;
  return (
    <span className={styles.detail}>
      <span className={styles.long}>{told}</span>
      <span className={styles.short}>{short}</span>
    </span>
  );
}

interface SourceSheetProps {
  readonly section: SectionView | null;
  readonly shares: readonly SourceShare[];
  readonly onClose: () => void;
}

/** Made anew at each opening: nothing but the source is chosen beforehand. */
function SourceSheet({ section, shares, onClose }: SourceSheetProps) {
  const store = useInterviewStore();
  const source = useSession((session) => session.source);
  const [isApplied, setIsApplied] = useState(false);
  /** What counts as an answer of the section now. */
  const given = (): readonly AnswerPath[] => {
    const now = store.sections().find(({ id }) => id === section?.id);
    return now === undefined ? [] : store.answersUnder(now.paths);
  };
  const [count] = useState(() => given().length);
  const change = (next: SourceOfAnswers): void => {
    onClose();
    void store.changeSource(next);
    // An answer that is asked again now that the respondent himself speaks is one of them.
    if (isApplied) void store.correctSource(given(), next);
  };
  return (
    <>
      {shares.length > 0 && (
        <p className={styles.told}>
          {section === null ? m.int_source_answers_form() : m.int_source_answers()}:{" "}
          <strong>{shares.map((share) => `${speakersText([share])}: ${share.count}`).join(" · ")}</strong>
        </p>
      )}
      {count > 0 && (
        <div className={styles.apply}>
          <Tick text={m.int_source_apply({ count })} isOn={isApplied} onChange={setIsApplied} />
        </div>
      )}
      <SourceChoice current={source} onChoose={change} />
    </>
  );
}
