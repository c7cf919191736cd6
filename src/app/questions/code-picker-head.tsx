// The bar of the long list, in place of the frame's that it covers: which question is answered here, its language, and
// the tools that stand on every screen (W4).
import { use } from "react";
import { questionText, type QuestionView } from "#questionnaire";
import { BarToolsContext, TopBar } from "../ui/index.ts";
import { useAskedQuestion } from "./asked-question.tsx";
import { useQuestionSetting } from "./question-props.ts";
import styles from "./code-picker.module.css";

interface PickerHeadProps {
  /** What the list answers: a question, or a field of the one that is asked. */
  readonly view: QuestionView;
  /** Which part of it, where it has several. */
  readonly part: string | null;
  readonly back: { readonly label: string; readonly onPress: () => void };
  /** Closes the page. */
  readonly onLeave: () => void;
}

export function PickerHead({ view, part, back, onLeave }: PickerHeadProps) {
  const { language, person, languageChoice } = useQuestionSetting();
  const asked = useAskedQuestion() ?? view;
  const field = asked.path === view.path ? null : questionText(view, language, person);
  const parts = [field, part].filter((text) => text !== null);
  return (
    <TopBar
      back={back}
      title={
        <div className={styles.asked}>
          <span className={styles.number}>{asked.path}</span>
          <h2 className={styles.title} lang={language}>
            {questionText(asked, language, person)}
            {parts.length > 0 && <span className={styles.part}>{parts.join(" · ")}</span>}
          </h2>
        </div>
      }
      extra={languageChoice}
      tools={use(BarToolsContext)?.(onLeave)}
    />
  );
}
