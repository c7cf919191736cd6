// A pre-fill is no answer until somebody says it is right: in 2021 register data was wrong often enough that men became
// women. It is shown with where it comes from; one tap confirms it, another opens it for change.
import { Button } from "../ui/index.ts";
import { m } from "../i18n/index.ts";
import { answerText } from "./answer-text.ts";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";
import { SecondWords } from "./second-language.tsx";
import styles from "./proposed-answer.module.css";

interface ProposedAnswerProps extends Pick<QuestionProps, "view" | "onAnswer"> {
  readonly onChange: () => void;
}

export function ProposedAnswer({ view, onAnswer, onChange }: ProposedAnswerProps) {
  const setting = useQuestionSetting();
  const { language } = setting;
  const { answer, path } = view;
  if (answer.state !== "proposed") return null;
  const { value, origin } = answer;
  return (
    <div className={styles.proposed} data-first-focus tabIndex={-1}>
      <p className={styles.origin}>{originText(origin)}</p>
      <p className={styles.value} lang={language}>
        {answerText(view, setting)}
        <SecondWords words={(one) => answerText(view, { ...setting, language: one })} />
      </p>
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => onAnswer(path, { state: "answered", value, origin }, "next-if-clear")}>
          {m.q_right()}
        </Button>
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
