// Where others may look on, a name that was given stands as initials until the officer asks for it (ux 3.11).
import type { QuestionView } from "#questionnaire";
import { m } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";
import { answerText } from "./answer-text.ts";
import { useQuestionSetting, type QuestionSetting } from "./question-props.ts";
import { valueOf } from "./value-of.ts";
import styles from "./hidden-name.module.css";

/** Whether the setting hides what this question was answered, or is proposed to be. */
export function isNameHidden({ answer }: QuestionView, { hidesNames }: Pick<QuestionSetting, "hidesNames">): boolean {
  return hidesNames && valueOf(answer)?.kind === "name";
}

/** The initials, and the button that opens the name for writing. */
export function HiddenName({ view, onShow }: { readonly view: QuestionView; readonly onShow: () => void }) {
  const setting = useQuestionSetting();
  return (
    <div className={styles.hidden}>
      <p className={styles.initials} lang={setting.language}>
        {answerText(view, setting)}
      </p>
      <ShowName isShown={false} onToggle={onShow} />
    </div>
  );
}

interface ShowNameProps {
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

export function ShowName({ isShown, onToggle }: ShowNameProps) {
  return (
    <Button kind="secondary" onPress={onToggle}>
      {isShown ? m.int_hide_name() : m.int_show_name()}
    </Button>
  );
}
