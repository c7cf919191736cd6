// A pre-fill is no answer until somebody says it is right: in 2021 register data was wrong often enough that men became
// women. It is shown with where it comes from; one tap, Enter or 1 confirms it, another or 2 opens it for change.
import { useRef, useState, type KeyboardEvent } from "react";
import { m } from "../i18n/index.ts";
import { areShortcutsOn } from "../theme/comfort.ts";
import { Button, digitOfKey } from "../ui/index.ts";
import { answerText } from "./answer-text.ts";
import { isNameHidden, ShowName } from "./hidden-name.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";
import { SecondWords } from "./second-language.tsx";
import styles from "./proposed-answer.module.css";

interface ProposedAnswerProps extends Pick<QuestionProps, "view" | "isField" | "onAnswer"> {
  readonly onChange: () => void;
}

export function ProposedAnswer({ view, isField, onAnswer, onChange }: ProposedAnswerProps) {
  const inSetting = useQuestionSetting();
  const [isShown, setIsShown] = useState(false);
  const { language } = inSetting;
  const place = useRef<HTMLDivElement>(null);
  const { answer, path } = view;
  if (answer.state !== "proposed") return null;
  const { value, origin } = answer;
  const isNameOfPerson = isNameHidden(view, inSetting);
  const isHidden = isNameOfPerson && !isShown;
  const setting = { ...inSetting, hidesNames: isHidden };
  const accept = (): void => onAnswer(path, { state: "answered", value, origin }, "next-if-clear");
  const change = (): void => {
    focusAfter(place.current, "[data-first-focus]");
    onChange();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = areShortcutsOn() ? digitOfKey(event.code) : null;
    if (digit === 1 || (event.key === "Enter" && event.target === event.currentTarget)) {
      // A name that nobody has seen cannot be called right.
      if (isHidden) setIsShown(true);
      else {
        // A field gives no way on to its question: the next one that is proposed, or itself, has the keys then.
        if (isField) focusAfter(place.current, "[data-first-focus]", "[data-proposed]");
        accept();
      }
    } else if (digit === 2) change();
    else return;
    event.preventDefault();
  };
  return (
    // Its buttons are what is operated; the keys only press them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      className={styles.proposed}
      data-first-focus
      data-proposed={isField ? "field" : "whole"}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <p className={styles.origin}>{originText(origin)}</p>
      <p className={styles.value} lang={language}>
        {answerText(view, setting)}
        <SecondWords words={(one) => answerText(view, { ...setting, language: one })} />
      </p>
      <div className={styles.actions}>
        {!isHidden && (
          <Button kind="primary" onPress={accept}>
            {m.q_right()}
          </Button>
        )}
        {isNameOfPerson && <ShowName isShown={isShown} onToggle={() => setIsShown(!isShown)} />}
        <Button kind="secondary" onPress={change}>
          {m.q_change()}
        </Button>
      </div>
    </div>
  );
}

/** The focus goes where the proposal stood, once it is gone; `first` is looked for in the whole question before that. */
function focusAfter(place: HTMLElement | null, there: string, first?: string): void {
  const around = place?.parentElement ?? null;
  const question = place?.closest("[data-path]") ?? null;
  requestAnimationFrame(() => {
    const next = first === undefined ? null : question?.querySelector<HTMLElement>(first);
    (next ?? around?.querySelector<HTMLElement>(there))?.focus({ preventScroll: true });
  });
}

function originText(origin: "list" | "register" | "default"): string {
  switch (origin) {
    case "list":
      return m.q_proposed_list();
    case "register":
      return m.q_proposed_register();
    case "default":
      return m.q_proposed_default();
  }
}
