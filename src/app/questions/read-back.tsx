// A date in words, for the officer to read aloud: it catches the officer's own birthday, the last birthday and swapped
// digits (ux 3.3).
import type { Language, PartialDate } from "#questionnaire";
import { dateInWords } from "#census";
import { m } from "../i18n/index.ts";
import type { DateReading } from "./date-entry.ts";
import styles from "./read-back.module.css";

interface ReadBackProps {
  readonly reading: DateReading;
  readonly language: Language;
  /** Null where the date is not a birth. */
  readonly ageOf: ((date: PartialDate) => number | null) | null;
}

/** "17 наурыз 2009 ж. — толық жасы: 12", or that there is no such day. */
export function ReadBack({ reading, language, ageOf }: ReadBackProps) {
  if (reading.state === "incomplete") return null;
  if (reading.state === "impossible") return <span className={styles.impossible}>{m.q_date_impossible()}</span>;
  const date = dateInWords(reading.date, language);
  const age = ageOf?.(reading.date) ?? null;
  return <span lang={language}>{age === null ? date : m.q_date_with_age({ date, age }, { locale: language })}</span>;
}
