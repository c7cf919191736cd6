// "Doesn't know" and "refused": a separate, lighter strip below the answers, never mixed with them (ux 3.7).
import { useId, type ReactNode } from "react";
import type { Language } from "#questionnaire";
import { getLocale } from "../i18n/index.ts";
import { namedByFirst, SecondWords, useIsInTwo } from "./second-language.tsx";
import styles from "./special-strip.module.css";

export interface SpecialItem {
  readonly id: string;
  readonly text: string;
  /** The text in a language, where it is told in two. */
  readonly textIn?: (language: Language) => string;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

interface SpecialStripProps {
  readonly label: string;
  /** Shown above: what these answers settle, where others like them stand near. */
  readonly caption?: string;
  readonly lang: string;
  /** Answers beside the value ("has no IIN"): solid outline. */
  readonly alternatives: readonly SpecialItem[];
  readonly specials: readonly SpecialItem[];
  /** The button that clears the answer, at the end of the strip. */
  readonly clear: ReactNode;
}

export function SpecialStrip({ label, caption, lang, alternatives, specials, clear }: SpecialStripProps) {
  const hasItems = alternatives.length + specials.length > 0;
  if (!hasItems && clear === false) return null;
  return (
    <div className={styles.strip}>
      <div className={styles.below}>
        {hasItems && caption !== undefined && (
          <p className={styles.caption} lang={getLocale()}>
            {caption}
          </p>
        )}
        <SpecialButtons label={label} lang={lang} alternatives={alternatives} items={specials} />
      </div>
      {clear}
    </div>
  );
}

interface SpecialButtonsProps {
  readonly label: string;
  readonly lang: string;
  readonly alternatives?: readonly SpecialItem[];
  readonly items: readonly SpecialItem[];
}

/** The buttons alone, for a place of their own. */
export function SpecialButtons({ label, lang, alternatives = [], items }: SpecialButtonsProps) {
  if (alternatives.length + items.length === 0) return null;
  return (
    <div className={styles.items} role="group" aria-label={label} lang={lang}>
      {alternatives.map((item) => (
        <Toggle key={item.id} item={item} className={styles.alternative} />
      ))}
      {items.map((item) => (
        <Toggle key={item.id} item={item} className={styles.special} />
      ))}
    </div>
  );
}

function Toggle({ item, className }: { readonly item: SpecialItem; readonly className: string | undefined }) {
  const id = useId();
  const isInTwo = useIsInTwo();
  return (
    <button
      type="button"
      className={className}
      aria-pressed={item.isChosen}
      {...namedByFirst(isInTwo, id)}
      onClick={item.choose}
    >
      <span id={id}>{item.text}</span>
      {isInTwo && item.textIn !== undefined && <SecondWords words={item.textIn} />}
    </button>
  );
}
