// T-10a: one of up to thousands. Search over all names with folded letters, frequent answers as buttons, the alphabet for
// long lists, rows with the unit they lie in, and free text for what is in no list.
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from "react";
import { Dialog as DialogContent } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { VList, type VListHandle } from "virtua";
import { searchCodeList, type CodeListEntry, type EntriesInOrder } from "#census";
import { m } from "../i18n/index.ts";
import { Button, TextField } from "../ui/index.ts";
import { frequentEntries, offeredEntries, secondLine, type CodeChoices } from "./code-list-entries.ts";
import { usePreparedList } from "./prepared-list.ts";
import { useQuestionSetting } from "./question-props.ts";
import styles from "./code-picker.module.css";

interface CodePickerProps {
  readonly title: string;
  readonly choices: CodeChoices;
  readonly isOpen: boolean;
  readonly onChoose: (code: string) => void;
  /** Null where only a listed answer counts. */
  readonly onWrite: ((text: string) => void) | null;
  readonly onClose: () => void;
}

export function CodePicker(props: CodePickerProps) {
  const { isOpen, onClose } = props;
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.whole ?? ""}>
        <DialogContent className={styles.page ?? ""} aria-label={props.title}>
          <Picker {...props} />
        </DialogContent>
      </Modal>
    </ModalOverlay>
  );
}

const firstRows = 8;
const moreRows = 24;
/** Short Kazakh and Russian stems have two letters. */
const shortestQuery = 2;

function Picker({ title, choices, onChoose, onWrite, onClose }: CodePickerProps) {
  const { language } = useQuestionSetting();
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(firstRows);
  const [isWriting, setIsWriting] = useState(false);
  const prepared = usePreparedList(choices.list, language);
  const offered = useMemo(() => (prepared === null ? null : offeredEntries(choices, prepared)), [choices, prepared]);
  // The letter is painted first, what it finds with the next frame.
  const sought = useDeferredValue(query);
  const isSearching = sought.trim().length >= shortestQuery;
  // What is no answer here is found too, so it is asked for beyond the limit and taken out.
  const found = useMemo(
    () =>
      isSearching && offered !== null ? searchCodeList(choices.list, sought, limit + choices.except.length) : null,
    [choices, offered, isSearching, sought, limit],
  );
  const matches = found?.matches.filter(({ entry }) => !choices.except.includes(entry.code)).slice(0, limit) ?? [];
  const more = found === null ? 0 : Math.max(0, found.matches.length + found.more - matches.length);

  if (isWriting && onWrite !== null) {
    return <FreeText title={title} start={query} onWrite={onWrite} onBack={() => setIsWriting(false)} />;
  }
  return (
    <>
      <header className={styles.head}>
        <Button kind="quiet" onPress={onClose}>
          ‹ {m.int_to_question()}
        </Button>
        <h2 className={styles.title} lang={language}>
          {title}
        </h2>
      </header>
      <div className={styles.top}>
        <Frequent choices={choices} onChoose={onChoose} />
        <TextField
          label={m.q_search()}
          value={query}
          isFirstFocus
          hasKazakhBar
          onChange={(text) => {
            setQuery(text);
            setLimit(firstRows);
          }}
          onEnter={() => {
            const [only] = matches;
            if (only !== undefined && matches.length === 1) onChoose(only.entry.code);
          }}
        />
        <div className={styles.found}>
          <span role="status">
            {offered === null
              ? m.q_list_preparing()
              : isSearching
                ? m.q_found({ found: matches.length + more, all: offered.entries.length })
                : m.q_search_hint()}
          </span>
          {query !== "" && (
            <Button kind="quiet" onPress={() => setQuery("")}>
              {m.q_search_clear()}
            </Button>
          )}
        </div>
      </div>
      {offered === null ? (
        <div className={styles.rows} />
      ) : isSearching ? (
        <div className={styles.rows}>
          {matches.map(({ entry, former }) => (
            <EntryRow key={entry.code} entry={entry} former={former} choices={choices} onChoose={onChoose} />
          ))}
          {more > 0 && (
            <Button kind="quiet" onPress={() => setLimit(limit + moreRows)}>
              {m.q_more({ count: more })}
            </Button>
          )}
          {matches.length === 0 && (
            <p className={styles.none}>{onWrite === null ? m.q_nothing_found_strict() : m.q_nothing_found()}</p>
          )}
        </div>
      ) : (
        <AllEntries offered={offered} choices={choices} onChoose={onChoose} />
      )}
      <footer className={styles.foot}>
        {onWrite !== null && (
          <Button kind="secondary" onPress={() => setIsWriting(true)}>
            {m.q_not_listed()}
          </Button>
        )}
        <Button kind="secondary" onPress={onClose}>
          {m.q_close()}
        </Button>
      </footer>
    </>
  );
}

interface ChoosingProps {
  readonly choices: CodeChoices;
  readonly onChoose: (code: string) => void;
}

/** The fixed national set as buttons. */
export function Frequent({ choices, onChoose, chosen = null }: ChoosingProps & { readonly chosen?: string | null }) {
  const { language } = useQuestionSetting();
  const entries = frequentEntries(choices);
  if (entries.length === 0) return null;
  return (
    <div className={styles.frequent} role="group" aria-label={m.q_frequent()} lang={language}>
      {entries.map((entry) => (
        <button
          key={entry.code}
          type="button"
          className={styles.often}
          aria-pressed={entry.code === chosen}
          onClick={() => onChoose(entry.code)}
        >
          {entry[language]}
        </button>
      ))}
    </div>
  );
}

interface EntryRowProps extends ChoosingProps {
  readonly entry: CodeListEntry;
  readonly former: string | null;
}

function EntryRow({ entry, former, choices, onChoose }: EntryRowProps): ReactNode {
  const { language } = useQuestionSetting();
  return (
    <button type="button" className={styles.row} lang={language} onClick={() => onChoose(entry.code)}>
      <span className={styles.name}>{former === null ? entry[language] : `${former} → ${entry[language]}`}</span>
      <span className={styles.second}>{secondLine(choices.list, entry, language)}</span>
    </button>
  );
}

const alphabetFrom = 40;

function AllEntries({ offered, choices, onChoose }: ChoosingProps & { readonly offered: EntriesInOrder }) {
  const { language } = useQuestionSetting();
  const list = useRef<VListHandle>(null);
  const { entries, letters } = offered;
  return (
    <>
      <VList ref={list} className={styles.all} data={entries} data-all>
        {(entry) => <EntryRow key={entry.code} entry={entry} former={null} choices={choices} onChoose={onChoose} />}
      </VList>
      {entries.length > alphabetFrom && (
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

interface FreeTextProps {
  readonly title: string;
  readonly start: string;
  readonly onWrite: (text: string) => void;
  readonly onBack: () => void;
}

const freeTextLimit = 500;

function FreeText({ title, start, onWrite, onBack }: FreeTextProps) {
  const { language } = useQuestionSetting();
  const [text, setText] = useState(start);
  const written = text.trim();
  const isLong = written.length > freeTextLimit;
  const write = (): void => {
    if (written !== "" && !isLong) onWrite(written);
  };
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title} lang={language}>
          {title}
        </h2>
      </header>
      <div className={styles.top}>
        <TextField
          label={m.q_own_words()}
          value={text}
          problem={isLong ? m.q_text_long({ count: written.length, max: freeTextLimit }) : null}
          isFirstFocus
          hasKazakhBar
          onChange={setText}
          onEnter={write}
        />
      </div>
      <footer className={styles.foot}>
        <Button kind="primary" isDisabled={written === "" || isLong} onPress={write}>
          {m.q_write_it()}
        </Button>
        <Button kind="secondary" onPress={onBack}>
          {m.q_back_to_list()}
        </Button>
      </footer>
    </>
  );
}
