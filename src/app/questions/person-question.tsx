// Another person of the list: those whom the definition lets be meant, as rows with number and name.
import { OptionList } from "./option-list.tsx";
import { useQuestionSetting, type QuestionProps } from "./question-props.ts";
import { m } from "../i18n/index.ts";
import styles from "./multi-question.module.css";

export function PersonQuestion({ view, labelId, onAnswer }: QuestionProps) {
  const { language, personName, isFromAnotherSource } = useQuestionSetting();
  const { answer, lines, path } = view;
  const chosen = answer.state === "answered" && answer.value.kind === "line" ? answer.value.line : null;
  if (lines.length === 0) return <p className={styles.hint}>{m.q_persons_none()}</p>;
  return (
    <OptionList
      kind="radio"
      name={path}
      labelledBy={labelId}
      lang={language}
      items={lines.map((line) => ({
        code: String(line),
        text: m.q_person_line({ number: line, name: personName(line) }),
        hint: null,
        isChecked: line === chosen,
      }))}
      isChosenAnew={() => isFromAnotherSource(path)}
      onChoose={(code, byPointer) =>
        onAnswer(
          path,
          { state: "answered", value: { kind: "line", line: Number(code) } },
          byPointer ? "next-if-clear" : "stay",
        )
      }
    />
  );
}
