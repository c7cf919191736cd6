// The language questions are read in: one tap, the same question, the same place (ux 3.8). The officer's own language is
// chosen elsewhere.
import { languages, type Language } from "#questionnaire";
import { m } from "../../i18n/index.ts";
import styles from "./language-segment.module.css";

const names = {
  kk: { short: "ҚАЗ", whole: "Қазақша" },
  ru: { short: "РУС", whole: "Русский" },
  en: { short: "ENG", whole: "English" },
} as const;

interface LanguageSegmentProps {
  readonly language: Language;
  readonly isLong?: boolean;
  readonly onChange: (language: Language) => void;
}

export function LanguageSegment({ language, isLong = false, onChange }: LanguageSegmentProps) {
  return (
    <div className={styles.segment} role="group" aria-label={m.int_question_language()}>
      {isLong && <span className={styles.label}>{m.int_question_language()}:</span>}
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className={styles.language}
          aria-pressed={one === language}
          aria-label={names[one].whole}
          onClick={() => {
            if (one !== language) onChange(one);
          }}
        >
          {isLong ? names[one].whole : names[one].short}
        </button>
      ))}
    </div>
  );
}

/** For the key that goes round: the language after this one. */
export function languageAfter(language: Language): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
}
