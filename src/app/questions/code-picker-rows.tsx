// The rows of a long list (T-10a): the fixed national set as buttons, what was found, and all of it with its alphabet.
import { useId, useRef, type ReactNode, type Ref } from "react";
import { VList, type VListHandle } from "virtua";
import type { CodeListEntry, EntriesInOrder } from "#census";
import { m } from "../i18n/index.ts";
import { frequentEntries, secondLine, type CodeChoices } from "./code-list-entries.ts";
import { namedByFirst, SecondWords, useIsInTwo } from "./second-language.tsx";
import { useQuestionSetting } from "./question-props.ts";
import { useFirstRows } from "./use-first-rows.ts";
import styles from "./code-picker.module.css";

interface ChoosingProps {
  readonly choices: CodeChoices;
  readonly onChoose: (code: string) => void;
}

interface FrequentProps extends ChoosingProps {
  readonly chosen: string | null;
}

/** The fixed national set as buttons. */
export function Frequent(props: FrequentProps) {
  return <FrequentButtons {...props} entries={frequentEntries(props.choices)} />;
}

/** The same over the list, with their name, in two lines at most: all of them stand in the question behind. */
export function FrequentOverList(props: FrequentProps) {
  const buttons = useRef<HTMLDivElement>(null);
  const fitting = useFirstRows(buttons);
  const entries = frequentEntries(props.choices);
  if (entries.length === 0) return null;
  return (
    <div className={styles.overList}>
      <span className={styles.label} aria-hidden="true">
        {m.q_frequent()}
      </span>
      <FrequentButtons {...props} entries={entries.slice(0, fitting ?? entries.length)} ref={buttons} />
    </div>
  );
}

interface FrequentButtonsProps extends FrequentProps {
  readonly entries: readonly CodeListEntry[];
  readonly ref?: Ref<HTMLDivElement>;
}

function FrequentButtons({ entries, chosen, onChoose, ref }: FrequentButtonsProps) {
  const { language } = useQuestionSetting();
  const id = useId();
  const isInTwo = useIsInTwo();
  if (entries.length === 0) return null;
  return (
    <div ref={ref} className={styles.frequent} role="group" aria-label={m.q_frequent()} lang={language}>
      {entries.map((entry) => (
        <button
          key={entry.code}
          type="button"
          className={styles.often}
          aria-pressed={entry.code === chosen}
          {...namedByFirst(isInTwo, `${id}-${entry.code}`)}
          onClick={() => onChoose(entry.code)}
        >
          <span id={`${id}-${entry.code}`}>{entry[language]}</span>
          {isInTwo && <SecondWords words={(one) => entry[one]} />}
        </button>
      ))}
    </div>
  );
}

interface EntryRowProps extends ChoosingProps {
  readonly entry: CodeListEntry;
  readonly former: string | null;
}

export function EntryRow({ entry, former, choices, onChoose }: EntryRowProps): ReactNode {
  const { language } = useQuestionSetting();
  return (
    <button type="button" className={styles.row} lang={language} onClick={() => onChoose(entry.code)}>
      <span className={styles.name}>{former === null ? entry[language] : `${former} → ${entry[language]}`}</span>
      <span className={styles.second}>{secondLine(choices.list, entry, language)}</span>
    </button>
  );
}

const alphabetFrom = 40;

export function AllEntries({ offered, choices, onChoose }: ChoosingProps & { readonly offered: EntriesInOrder }) {
  const { language } = useQuestionSetting();
  const list = useRef<VListHandle>(null);
  const { places, letters } = offered;
  return (
    <>
      <VList ref={list} className={styles.all} data={places} data-all>
        {(place) => (
          <EntryRow
            key={place}
            entry={choices.list.entryAt(place)}
            former={null}
            choices={choices}
            onChoose={onChoose}
          />
        )}
      </VList>
      {places.length > alphabetFrom && (
        <div className={styles.alphabet} role="group" aria-label={m.q_alphabet()} lang={language}>
          {letters.map(({ letter, index }) => (
            <button
              key={letter}
              type="button"
              className={styles.letter}
              onClick={() => list.current?.scrollToIndex(index)}
            >
              {letter}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
