import { useQuestionSetting } from "./question-props.ts";
import styles from "./chosen-value.module.css";

interface ChosenValueProps {
  /** What is chosen, where no button beside it shows it; null = nothing to say. */
  readonly text: string | null;
  readonly buttonText: string;
  readonly onOpen: () => void;
}

/** What stands in the answer now, and the way to the whole list. */
export function ChosenValue({ text, buttonText, onOpen }: ChosenValueProps) {
  const { language } = useQuestionSetting();
  return (
    <div className={styles.chosen}>
      {text !== null && (
        <p className={styles.value} lang={language}>
          {text}
        </p>
      )}
      <button type="button" className={styles.open} aria-haspopup="dialog" data-first-focus onClick={onOpen}>
        {buttonText} <span aria-hidden="true">▸</span>
      </button>
    </div>
  );
}
