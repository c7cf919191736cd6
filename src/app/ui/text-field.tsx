// One line or several of text, with the bar of Kazakh letters under it. Names on shared tablets are never remembered by
// the browser: autocomplete is off everywhere.
import {
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
} from "react";
import { classNames } from "./class-names.ts";
import { KazakhBar } from "./kazakh-bar.tsx";
import { insertLetter, noteTyped, type PutLetter } from "./kazakh-letters.ts";
import styles from "./text-field.module.css";

export interface TextFieldProps {
  readonly label?: string;
  /** The id of what labels the field, where the label stands elsewhere. */
  readonly labelledBy?: string;
  /** For a label that is clear from the place, such as a search. */
  readonly isLabelHidden?: boolean;
  /** The label before the field instead of above it, for a form that must fit the screen. */
  readonly isLabelBeside?: boolean;
  readonly hint?: string;
  /** What is wrong and what to do; null = nothing. */
  readonly problem?: string | null;
  readonly lang?: string;
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly isMultiline?: boolean;
  readonly isFirstFocus?: boolean;
  readonly isCode?: boolean;
  readonly hasKazakhBar?: boolean;
  /** Puts a letter at the caret, for a bar of Kazakh letters that several fields share. */
  readonly putLetter?: Ref<PutLetter>;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  readonly onBlur?: () => void;
}

export function TextField(props: TextFieldProps) {
  const { label, labelledBy, isLabelHidden = false, hint, problem = null, value, onChange, onEnter } = props;
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const notes = [hint === undefined ? null : `${id}-hint`, problem === null ? null : `${id}-problem`];
  const describedBy = notes.filter((note) => note !== null).join(" ");

  // React puts the caret at the end of a value it sets; the letter was put in the middle.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);

  const insert = (letter: string, isShift: boolean): void => {
    const input = field.current;
    if (input === null) return;
    const start = input.selectionStart ?? value.length;
    const end = input.selectionEnd ?? start;
    caret.current = start + 1;
    onChange(insertLetter(value, start, end, letter, isShift));
    input.focus();
  };
  useImperativeHandle(props.putLetter, () => insert);
  const shared = {
    ref: field,
    id,
    className: styles[props.isCode === true ? "code" : "input"],
    value,
    lang: props.lang,
    disabled: props.isDisabled ?? false,
    autoFocus: props.isFirstFocus ?? false,
    autoComplete: "off",
    autoCapitalize: props.isCode === true ? "off" : "sentences",
    spellCheck: false,
    "aria-label": isLabelHidden ? label : undefined,
    "aria-labelledby": labelledBy,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": problem !== null,
    "data-first-focus": true,
    onBlur: props.onBlur,
    onBeforeInput: (event: FormEvent) => noteTyped(typedText(event.nativeEvent)),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.nativeEvent.isComposing || onEnter === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onEnter();
    },
  };
  return (
    <div className={classNames(styles.field, props.isLabelBeside === true && styles.beside)}>
      {label !== undefined && !isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {props.isMultiline === true ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />
      )}
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {props.hasKazakhBar === true && props.isDisabled !== true && <KazakhBar onLetter={insert} />}
    </div>
  );
}

function typedText(event: Event): string {
  return event instanceof InputEvent ? (event.data ?? "") : event instanceof TextEvent ? event.data : "";
}
