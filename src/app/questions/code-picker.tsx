// T-10a: one of up to thousands. Search over all names with folded letters, frequent answers as buttons, the alphabet for
// long lists, rows with the unit they lie in, and free text for what is in no list.
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { Dialog as DialogContent } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { questionText, type QuestionView } from "#questionnaire";
import { searchCodeList } from "#census";
import { formatNumber, m } from "../i18n/index.ts";
import { Button, KazakhBar, ProgressText, TextField, type PutLetter } from "../ui/index.ts";
import { offeredEntries, type CodeChoices } from "./code-list-entries.ts";
import { PickerHead } from "./code-picker-head.tsx";
import { AllEntries, EntryRow, FrequentOverList } from "./code-picker-rows.tsx";
import { FreeText } from "./code-picker-text.tsx";
import { usePreparedList } from "./prepared-list.ts";
import { useQuestionSetting } from "./question-props.ts";
import { SecondLanguageContext } from "./second-language.tsx";
import { SpecialButtons, type SpecialItem } from "./special-strip.tsx";
import { usePainted } from "./use-painted.ts";
import styles from "./code-picker.module.css";

interface CodePickerProps {
  /** The question, or the field of one, that the list answers. */
  readonly view: QuestionView;
  /** Which part of it, where it has several. */
  readonly part?: string;
  readonly choices: CodeChoices;
  readonly chosen: string | null;
  readonly isOpen: boolean;
  readonly onChoose: (code: string) => void;
  /** Null where only a listed answer counts. */
  readonly onWrite: ((text: string) => void) | null;
  /** "Doesn't know" and "refused", where they answer the whole question. */
  readonly specials: readonly SpecialItem[];
  readonly onClose: () => void;
}

export function CodePicker(props: CodePickerProps) {
  const { isOpen, onClose, view, part } = props;
  const { language, person } = useQuestionSetting();
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.whole ?? ""}>
        <DialogContent className={styles.page ?? ""} aria-label={part ?? questionText(view, language, person)}>
          {/* A long list is found in every language and shown in one. */}
          <SecondLanguageContext value={null}>
            <Picker {...props} />
          </SecondLanguageContext>
        </DialogContent>
      </Modal>
    </ModalOverlay>
  );
}

const firstRows = 8;
const moreRows = 24;
/** Short Kazakh and Russian stems have two letters. */
const shortestQuery = 2;

function Picker(props: CodePickerProps) {
  const { view, part = null, choices, chosen, onChoose, onWrite, specials, onClose } = props;
  const { language } = useQuestionSetting();
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(firstRows);
  const [isWriting, setIsWriting] = useState(false);
  const putLetter = useRef<PutLetter>(null);
  const prepared = usePreparedList(choices.list, language);
  const offered = useMemo(
    () => (prepared.state === "preparing" ? null : offeredEntries(choices, prepared.inOrder)),
    [choices, prepared],
  );
  // That the list is ready is told first; a letter typed at that moment does not wait for its rows.
  const leafed = useDeferredValue(offered);
  // The letter is painted first, what it finds with the next frame.
  const sought = usePainted(query);
  const isSearching = sought.trim().length >= shortestQuery;
  // What is no answer here is found too, so it is asked for beyond the limit and taken out.
  const found = useMemo(
    () =>
      isSearching && offered !== null ? searchCodeList(choices.list, sought, limit + choices.except.length) : null,
    [choices, offered, isSearching, sought, limit],
  );
  const answers = found?.matches.filter(({ entry }) => !choices.except.includes(entry.code)) ?? [];
  const matches = answers.slice(0, limit);
  const more = answers.length + (found?.more ?? 0) - matches.length;

  if (isWriting && onWrite !== null) {
    const back = { label: m.q_back_to_list(), onPress: () => setIsWriting(false) };
    return (
      <>
        <PickerHead view={view} part={part} back={back} onLeave={onClose} />
        <FreeText start={query} onWrite={onWrite} onBack={back.onPress} />
      </>
    );
  }
  return (
    <>
      <PickerHead view={view} part={part} back={{ label: m.int_to_question(), onPress: onClose }} onLeave={onClose} />
      <div className={styles.top}>
        <FrequentOverList key={language} choices={choices} chosen={chosen} onChoose={onChoose} />
        <div className={styles.search}>
          <TextField
            label={m.q_search()}
            isLabelBeside
            value={query}
            isFirstFocus
            putLetter={putLetter}
            onChange={(text) => {
              setQuery(text);
              setLimit(firstRows);
            }}
            onEnter={() => {
              const [only] = matches;
              if (only !== undefined && matches.length === 1) onChoose(only.entry.code);
            }}
          />
          {query !== "" && (
            <Button kind="secondary" onPress={() => setQuery("")}>
              {m.q_search_clear()}
            </Button>
          )}
          <KazakhBar onLetter={(letter, isShift) => putLetter.current?.(letter, isShift)} />
        </div>
        <div className={styles.found}>
          {prepared.state === "preparing" && (
            <ProgressText
              text={m.q_list_preparing({
                done: formatNumber(prepared.done),
                all: formatNumber(choices.list.size),
              })}
              value={prepared.done}
              max={choices.list.size}
            />
          )}
          <span role="status">
            {offered === null
              ? null
              : isSearching
                ? m.q_found({ found: formatNumber(matches.length + more), all: formatNumber(offered.places.length) })
                : m.q_search_hint()}
          </span>
        </div>
      </div>
      {isSearching && offered !== null ? (
        <div className={styles.rows}>
          {matches.map(({ entry, former }) => (
            <EntryRow key={entry.code} entry={entry} former={former} choices={choices} onChoose={onChoose} />
          ))}
          {more > 0 && (
            <Button kind="quiet" onPress={() => setLimit(limit + moreRows)}>
              {m.q_more({ count: formatNumber(more) })}
            </Button>
          )}
          {matches.length === 0 && (
            <p className={styles.none}>{onWrite === null ? m.q_nothing_found_strict() : m.q_nothing_found()}</p>
          )}
        </div>
      ) : leafed === null ? (
        <div className={styles.rows} />
      ) : (
        <AllEntries offered={leafed} choices={choices} onChoose={onChoose} />
      )}
      <footer className={styles.foot}>
        {onWrite !== null && (
          <Button kind="secondary" onPress={() => setIsWriting(true)}>
            {m.q_not_listed()}
          </Button>
        )}
        {specials.length > 0 && <SpecialButtons label={m.q_special_group()} lang={language} items={specials} />}
        <Button kind="secondary" onPress={onClose}>
          {m.q_close()}
        </Button>
      </footer>
    </>
  );
}
