// The three buttons of every question: explanation, note, flag. Nothing here hides behind a long press (ux D3).
import { memo, useId, useRef, useState } from "react";
import { Link, useParams } from "wouter";
import { textWithFills, type AnswerPath, type LocalText, type QuestionView } from "#questionnaire";
import { getLocale, m, useLocale } from "../../i18n/index.ts";
import { LimitedText } from "../../questions/limited-text.tsx";
import { Button } from "../../ui/index.ts";
import { useQuestionSetting } from "../../questions/question-props.ts";
import { helpAddress } from "../help/help-link.ts";
import { useKeyboardUsed } from "../shortcuts/keyboard-used.ts";
import { ShortcutsButton } from "../shortcuts/shortcuts-button.tsx";
import { useInterviewStore, useSession } from "./use-interview.ts";
import styles from "./question-tools.module.css";

interface QuestionToolsProps {
  readonly path: AnswerPath;
  readonly shown: "nothing" | "help" | "note";
  readonly onToggle: (panel: "help" | "note") => void;
  /** Of a folded answer: what can be marked at it, no explanation. */
  readonly isBrief?: boolean;
}

export const QuestionTools = memo(function QuestionTools(props: QuestionToolsProps) {
  const { path, shown, onToggle, isBrief = false } = props;
  useLocale();
  const store = useInterviewStore();
  const isFlagged = useSession(({ flags }) => flags.includes(path));
  const hasNote = useSession(({ notes }) => notes[path] !== undefined);
  return (
    <div className={styles.tools}>
      {!isBrief && (
        <button
          type="button"
          className={styles.tool}
          aria-expanded={shown === "help"}
          data-tool="help"
          aria-label={m.q_help()}
          title={m.q_help()}
          onClick={() => onToggle("help")}
        >
          ?
        </button>
      )}
      <button
        type="button"
        className={styles.tool}
        aria-expanded={shown === "note"}
        data-tool="note"
        aria-label={m.q_note()}
        title={m.q_note()}
        data-on={hasNote || undefined}
        onClick={() => onToggle("note")}
      >
        ✎
      </button>
      <button
        type="button"
        className={styles.tool}
        data-tool="flag"
        aria-pressed={isFlagged}
        aria-label={m.q_flag()}
        title={isFlagged ? m.q_unflag() : m.q_flag()}
        onClick={() => void store.flag(path, !isFlagged)}
      >
        ⚑
      </button>
    </div>
  );
});

/** That a folded answer is flagged or has a note: in words, and the flag as a corner too (ux 3.9). */
export const QuestionMarks = memo(function QuestionMarks({ path }: { readonly path: AnswerPath }) {
  useLocale();
  const isFlagged = useSession(({ flags }) => flags.includes(path));
  const hasNote = useSession(({ notes }) => notes[path] !== undefined);
  if (!isFlagged && !hasNote) return null;
  return (
    <p className={styles.marks} lang={getLocale()}>
      {isFlagged && (
        <>
          <span className={styles.corner} aria-hidden="true" />
          <span>
            <span aria-hidden="true">⚑</span> {m.q_flagged()}
          </span>
        </>
      )}
      {hasNote && (
        <span>
          <span aria-hidden="true">✎</span> {m.q_noted()}
        </span>
      )}
    </p>
  );
});

/**
 * What the officer must mind, without asking for it, while the administration answers: a guess of the ethnicity, the
 * mother tongue, the religion or the health is worse than a gap (ux 3.9).
 */
export function OfficerReminder({ view }: { readonly view: QuestionView }) {
  const { language } = useQuestionSetting();
  const isAdministration = useSession(({ source }) => source.kind === "administration");
  const { interviewer } = view.definition;
  if (!isAdministration || interviewer === undefined) return null;
  return (
    <p className={styles.reminder}>
      <strong>{m.q_interviewer()}.</strong>{" "}
      <span lang={language}>{textWithFills(interviewer, language, view.fills)}</span>
    </p>
  );
}

export function QuestionHelp({ view }: { readonly view: QuestionView }) {
  const { language, person } = useQuestionSetting();
  const hasKeyboard = useKeyboardUsed();
  const { why, hint, interviewer } = view.definition;
  const { lineId = "" } = useParams<{ readonly lineId?: string }>();
  const parts: readonly (readonly [string, LocalText | undefined])[] = [
    [m.q_hint(), hint],
    [m.q_why(), why],
    [m.q_interviewer(), interviewer],
  ];
  const written = parts.flatMap(([title, text]) => (text === undefined ? [] : [{ title, text }]));
  return (
    <div className={styles.panel}>
      {written.length === 0 && <p>{m.q_no_help()}</p>}
      {written.map(({ title, text }) => (
        <p key={title}>
          <strong>{title}.</strong> <span lang={language}>{textWithFills(text, language, view.fills, person)}</span>
        </p>
      ))}
      <div className={styles.ways}>
        <Link href={helpAddress(view.path, lineId)} className={styles.all ?? ""}>
          {m.help_all()}
        </Link>
        {hasKeyboard && <ShortcutsButton />}
      </div>
    </div>
  );
}

/** Characters of a note, as its event takes them. */
const noteLimit = 1000;

export function NoteEditor({ path, onClose }: { readonly path: AnswerPath; readonly onClose: () => void }) {
  const store = useInterviewStore();
  const note = useSession(({ notes }) => notes[path] ?? "");
  const [text, setText] = useState(note);
  const labelId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const write = (): void => {
    if (text.trim() !== note) void store.writeNote(path, text.trim());
  };
  return (
    <div className={styles.panel} ref={panel}>
      <p id={labelId}>
        <strong>{m.q_note_label()}</strong>
      </p>
      <LimitedText
        labelledBy={labelId}
        value={text}
        max={noteLimit}
        onChange={setText}
        onBlur={write}
        isFirstFocus
        isMultiline
      />
      <div className={styles.actions}>
        <Button
          kind="secondary"
          onPress={() => {
            write();
            // The focus goes back to the button that opened the note, not to the top of the page.
            panel.current?.closest("[data-path]")?.querySelector<HTMLElement>("[data-tool=note]")?.focus();
            onClose();
          }}
        >
          {m.q_note_done()}
        </Button>
      </div>
    </div>
  );
}
