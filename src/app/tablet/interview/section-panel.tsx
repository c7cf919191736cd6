// "What is left": the sections with words, never a percentage (T-11). A column in landscape, one button in portrait.
import { useEffect, useRef, useState } from "react";
import type { SectionView } from "#questionnaire";
import { getLocale, m } from "../../i18n/index.ts";
import { useQuestionSetting } from "../../questions/question-props.ts";
import { sourcesText } from "../start-interview/source-text.ts";
import { useSections, useSession, useSources } from "./use-interview.ts";
import styles from "./section-panel.module.css";

interface SectionPanelProps {
  readonly current: string | null;
  readonly onJump: (section: SectionView) => void;
}

export function SectionPanel({ current, onJump }: SectionPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const sections = useSections().filter(({ relevant, paths }) => relevant && paths.length > 0);
  const index = sections.findIndex(({ id }) => id === current);
  const { language } = useQuestionSetting();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <nav ref={panel} className={styles.panel} aria-label={m.int_sections()} data-open={isOpen || undefined}>
      <Left />
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        data-section-toggle
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>{m.int_section_of({ index: index + 1, all: sections.length })}</span>
        <strong lang={language}>{sections[index]?.title[language]}</strong>
        <span aria-hidden="true">▾</span>
      </button>
      <ol className={styles.sections}>
        {sections.map((section, place) => (
          <li key={section.id}>
            <button
              type="button"
              className={styles.section}
              data-section={section.id}
              aria-current={section.id === current ? "true" : undefined}
              onClick={() => {
                setIsOpen(false);
                onJump(section);
              }}
            >
              <span className={section.hardCount > 0 ? styles.fix : undefined} aria-hidden="true">
                {glyphOf(section)}
              </span>
              <span className={styles.title} lang={language}>
                {place + 1} {section.title[language]}
              </span>
              <SectionState section={section} />
              <SectionSources sectionId={section.id} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Left() {
  const left = useSession((session) => session.left);
  const grewBy = useSession((session) => session.leftGrewBy);
  const section = useSession((session) => session.leftGrewIn)?.[getLocale()] ?? null;
  return (
    <p className={styles.left} aria-live="polite">
      <strong>{m.int_left({ count: left })}</strong>
      <span className={styles.grew}>{grewBy > 0 && addedText(grewBy, section)}</span>
    </p>
  );
}

/** The section is named where all that was added lies in one. */
function addedText(count: number, section: string | null): string {
  return section === null ? m.int_left_more({ count }) : m.int_left_more_in({ count, section });
}

function SectionState({ section }: { readonly section: SectionView }) {
  const { findingCount, hardCount, unansweredCount } = section;
  const toCheck = findingCount - hardCount;
  return (
    <span className={styles.states}>
      {hardCount > 0 && <span className={styles.fix}>{m.int_section_fix({ count: hardCount })}</span>}
      {toCheck > 0 && <span className={styles.check}>{m.int_section_check({ count: toCheck })}</span>}
      {unansweredCount > 0 && <span>{m.int_section_left({ count: unansweredCount })}</span>}
      {findingCount + unansweredCount === 0 && <span className={styles.done}>{m.int_section_done()}</span>}
    </span>
  );
}

/** Named where somebody else than the source in force has answered. */
function SectionSources({ sectionId }: { readonly sectionId: string }) {
  const shares = useSources().bySection.get(sectionId);
  if (shares === undefined) return null;
  return <span className={styles.sources}>{sourcesText(shares, (source) => m.int_source_of({ source }))}</span>;
}

function glyphOf({ isBegun, unansweredCount, findingCount, hardCount }: SectionView): string {
  if (hardCount > 0) return "✕";
  if (findingCount > 0) return "?";
  if (unansweredCount === 0) return "✓";
  return isBegun ? "◐" : "○";
}
