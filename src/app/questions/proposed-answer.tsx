// A pre-fill is no answer until somebody says it is right: in 2021 register data was wrong often enough that men became
// women. It is shown with where it comes from; one tap confirms it, another opens it for change.
import { useState } from "react";
import { Button } from "../ui/index.ts";
import { m } from "../i18n/index.ts";
import { answerText } from "./answer-text.ts";
import { isNameHidden, ShowName } from "./hidden-name.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";
import { SecondWords } from "./second-language.tsx";
import styles from "./proposed-answer.module.css";

interface ProposedAnswerProps extends Pick<QuestionProps, "view" | "onAnswer"> {
  readonly onChange: () => void;
}

export function ProposedAnswer({ view, onAnswer, onChange }: ProposedAnswerProps) {
  const inSetting = useQuestionSetting();
  const [isShown, setIsShown] = useState(false);
  const { language } = inSetting;
  const { answer, path } = view;
  if (answer.state !== "proposed") return null;
  const { value, origin } = answer;
  const isHidden = isNameHidden(view, inSetting);
  const setting = { ...inSetting, hidesNames: isHidden && !isShown };
  return (
    <div className={styles.proposed} data-first-focus tabIndex={-1}>
      <p className={styles.origin}>{originText(origin)}</p>
      <p className={styles.value} lang={language}>
        {answerText(view, setting)}
        <SecondWords words={(one) => answerText(view, { ...setting, language: one })} />
      </p>
      <div className={styles.actions}>
        {/* A name that nobody has seen cannot be called right. */}
        {(!isHidden || isShown) && (
          <Button kind="primary" onPress={() => onAnswer(path, { state: "answered", value, origin }, "next-if-clear")}>
            {m.q_right()}
          </Button>
        )}
        {isHidden && <ShowName isShown={isShown} onToggle={() => setIsShown(!isShown)} />}
        <Button kind="secondary" onPress={onChange}>
          {m.q_change()}
        </Button>
      </div>
    </div>
  );
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
